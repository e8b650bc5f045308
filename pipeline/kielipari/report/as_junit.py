"""The report as JUnit XML: a suite for each pair, a case for each finding.

Errors are failures; warnings, notes and what the baseline knows are shown as skipped, so that
they are seen and do not fail a build. A pair in order is a case that passes.
"""

from lxml import etree

from kielipari.model import Report, Severity
from kielipari.report.messages import Words, words
from kielipari.report.options import RenderOptions
from kielipari.report.places import where
from kielipari.report.plain import plain
from kielipari.report.view import Group, Item, code, groups


def render(report: Report, options: RenderOptions) -> bytes:
    """Write the suites as UTF-8 XML."""
    root = etree.Element("testsuites", name="kielipari")
    voice = words(options.locale)
    for group in groups(report):
        _suite(root, group, report, voice)
    if report.problems:
        suite = _add(root, "testsuite", name=voice.say("text.unread"))
        for problem in report.problems:
            case = _add(suite, "testcase", name=problem.path, classname="kielipari")
            _add(case, "error", message=problem.message)
    for suite in root:
        _count(suite)
    _count(root)
    written: bytes = etree.tostring(root, encoding="utf-8", xml_declaration=True, pretty_print=True)
    return written


def _add(parent: "etree._Element", tag: str, **attributes: str) -> "etree._Element":
    return etree.SubElement(parent, tag, {name: plain(value) for name, value in attributes.items()})


def _count(element: "etree._Element") -> None:
    for name, path in (
        ("tests", ".//testcase"),
        ("failures", ".//failure"),
        ("errors", ".//error"),
        ("skipped", ".//skipped"),
    ):
        element.set(name, str(len(element.findall(path))))


def _suite(root: "etree._Element", group: Group, report: Report, voice: Words) -> None:
    pair = group.pair
    names = dict.fromkeys(uri for uri in (pair.source_uri, pair.target_uri) if uri) if pair else {}
    name = " – ".join(names) or voice.say("text.whole")
    suite = _add(root, "testsuite", name=name)
    if not group.items:
        _add(suite, "testcase", name=voice.say("html.no-findings"), classname=name)
    for item in group.items:
        _case(suite, item, report, voice)


def _case(suite: "etree._Element", item: Item, report: Report, voice: Words) -> None:
    finding = item.finding
    place = where(finding, report)
    said = voice.message(finding.message, finding.rule)
    rule = f"{code(finding.rule)} {finding.rule}".strip()
    case = _add(
        suite,
        "testcase",
        name=f"{rule}: {said}",
        classname=place.path,
        file=place.path,
        line=str(place.line),
    )
    known = f", {voice.say('baseline.known')}" if item.is_known else ""
    head = f"{voice.say(f'severity.{finding.severity}')}{known}: {said}"
    fails = finding.severity is Severity.ERROR and not item.is_known
    outcome = _add(case, "failure" if fails else "skipped", message=head)
    if fails:
        outcome.set("type", finding.rule)
    lines = [f"{place.path}:{place.line}:{place.column}"]
    lines += [f"{side.lang}: {side.text}" for side in (finding.source, finding.target) if side]
    if action := voice.action(finding):
        lines.append(f"→ {action}")
    outcome.text = "\n".join(plain(line) for line in lines)
