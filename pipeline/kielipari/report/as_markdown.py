"""The report as a Markdown summary, for ``$GITHUB_STEP_SUMMARY`` and merge requests."""

import re
from typing import Final

from kielipari.model import Report
from kielipari.report.messages import Words, words
from kielipari.report.options import RenderOptions
from kielipari.report.places import where
from kielipari.report.plain import encodable, plain, shorten
from kielipari.report.summary import THE_RUN, checked, severities, unread, verdict
from kielipari.report.view import Item, by_severity, code, groups, numbered

_FINDINGS: Final = 50
_PAIRS: Final = 100
_LONGEST: Final = 300
_MARKS: Final = re.compile(r"([\\`*_{}\[\]|~!<>&])")


def render(report: Report, options: RenderOptions) -> bytes:
    """Write the verdict, the pages with findings and the gravest findings, new before known."""
    voice = words(options.locale)
    lines = [f"### {_text(verdict(report, voice))}", ""]
    lines += _pages(report, voice)
    lines += _findings(report, voice)
    if report.problems:
        lines += [f"**{voice.say('text.unread')}**", ""] if unread(report) else []
        lines += [
            f"- {_text(one.message if one.path == THE_RUN else f'{one.path}: {one.message}')}"
            for one in report.problems
        ]
        lines.append("")
    if report.fixed:
        lines += [voice.count("text.fixed", len(report.fixed)), ""]
    if report.suppressed:
        lines += [voice.count("text.suppressed", len(report.suppressed)), ""]
    lines.append(_text(checked(report, voice)))
    return encodable("\n".join(lines) + "\n").encode()


def _pages(report: Report, voice: Words) -> list[str]:
    found = [group for group in groups(report) if group.items]
    if not found:
        return []
    heads = ("table.pages", "table.coverage", "table.message")
    lines = ["| " + " | ".join(voice.say(head) for head in heads) + " |", "|---|---|---|"]
    for group in found[:_PAIRS]:
        pair = group.pair
        uris = dict.fromkeys(u for u in (pair.source_uri, pair.target_uri) if u) if pair else {}
        name = "<br>".join(_text(uri) for uri in uris) or voice.say("text.whole")
        share = voice.percent(pair.coverage) if pair and pair.coverage is not None else ""
        counted = dict(by_severity(item.finding for item in group.items))
        lines.append(f"| {name} | {share} | {severities(counted, voice)} |")
    if len(found) > _PAIRS:
        lines.append(f"| … | | +{len(found) - _PAIRS} |")
    return [*lines, ""]


def _findings(report: Report, voice: Words) -> list[str]:
    items = sorted(numbered(report), key=lambda item: (item.is_known, item.finding.severity.rank))
    if not items:
        return []
    heads = ("table.severity", "table.place", "table.message", "table.action")
    lines = ["| " + " | ".join(voice.say(head) for head in heads) + " |", "|---|---|---|---|"]
    lines += [_finding(item, report, voice) for item in items[:_FINDINGS]]
    lines.append("")
    if len(items) > _FINDINGS:
        lines += [voice.say("table.left-out", n=len(items) - _FINDINGS), ""]
    return lines


def _finding(item: Item, report: Report, voice: Words) -> str:
    finding = item.finding
    place = where(finding, report)
    severity = voice.say(f"severity.{finding.severity}")
    if item.is_known:
        severity += f" ({voice.say('baseline.known')})"
    rule = f"{code(finding.rule)} {voice.title(finding.rule)}".strip()
    said = voice.message(finding.message, finding.rule)
    cells = (
        severity,
        _text(f"{place.path}:{place.line}"),
        f"**{_text(rule)}**: {_text(said)}",
        _text(voice.action(finding)),
    )
    return "| " + " | ".join(cells) + " |"


def _text(text: str) -> str:
    """Keep Markdown, HTML, mentions and issue numbers from being made of a text."""
    text = _MARKS.sub(r"\\\1", shorten(plain(text), _LONGEST))
    return text.replace("@", "&#64;").replace("#", "&#35;")
