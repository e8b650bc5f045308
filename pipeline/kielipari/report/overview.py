"""What stands above the pages of the HTML report: figures, kinds of findings, what to mend first."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from markupsafe import Markup

from kielipari.model import BlockKind, Finding, PairResult, Report, Severity
from kielipari.report.located import side_blocks
from kielipari.report.plain import plain, shorten
from kielipari.report.spoken import Spoken
from kielipari.report.view import (
    Item,
    PairKind,
    by_severity,
    coverage,
    is_complete,
    is_expected_alone,
    numbered,
    pair_ids,
    pair_kind,
)

_FIRST: Final = 8
_OF_A_KIND: Final = 2
_NAME: Final = 70
_QUOTED: Final = 4  # letters from which an argument of a message is a text, not a code
_GRAVEST: Final = (
    "unrelated-page",
    "missing-page",
    "missing-section",
    "wrong-page-language",
    "wrong-language",
    "copied-source",
    "empty-translation",
    "unrelated-translation",
    "number-mismatch",
    "date-mismatch",
    "contact-mismatch",
    "missing-sentence",
)


@dataclass(frozen=True, slots=True)
class Figure:
    """A large number with its label, and what it counts."""

    look: str
    value: Markup | str
    label: Markup
    why: Markup


@dataclass(frozen=True, slots=True)
class Kind:
    """A rule with the number of its findings; ``share`` in per cent of the most frequent one."""

    slug: str
    severity: Severity
    number: int
    share: int


@dataclass(frozen=True, slots=True)
class First:
    """A finding to mend first; ``more`` findings of the same rule follow further down.

    ``quote`` is the text it is about where its message does not hold it. ``file`` is where it
    stands, empty for the same page.
    """

    item: Item
    page: str
    lang: str
    more: int
    quote: str
    quote_lang: str
    file: str


def figures(report: Report, spoken: Spoken) -> tuple[Figure, ...]:
    """Return the few numbers that stand above everything."""
    found = []
    pages = [
        pair
        for pair in report.pairs
        if pair_kind(pair) is not PairKind.FILE and not is_expected_alone(pair)
    ]
    if pages:
        langs = Counter(pair.target_lang for pair in pages)
        both = sum(is_complete(pair) for pair in pages)
        key = f"html.with-version.{langs.most_common(1)[0][0]}"
        label = spoken.say(key) if spoken.knows(key) else spoken.say("html.with-version")
        why = spoken.say("html.no-law")
        found.append(Figure("pages", f"{both}/{len(pages)}", label, why))
    share = coverage(report)
    if share is not None:
        label, why = spoken.say("html.coverage"), spoken.say("html.coverage-why")
        found.append(Figure("coverage", spoken.percent(share), label, why))
    for severity, number in by_severity(iter(report.findings)).items():
        if number or severity is Severity.ERROR:
            names = {Severity.ERROR: "errors", Severity.WARNING: "warnings", Severity.INFO: "notes"}
            label = spoken.say_count(f"html.{names[severity]}", number)
            why = spoken.say(f"html.{names[severity]}-why")
            found.append(Figure(str(severity) if number else "fine", str(number), label, why))
    return tuple(found)


def kinds(findings: Iterable[Finding]) -> tuple[Kind, ...]:
    """Return the rules with findings, the gravest and most frequent first."""
    counted: Counter[str] = Counter()
    severity: dict[str, Severity] = {}
    for finding in findings:
        counted[finding.rule] += 1
        before = severity.get(finding.rule, finding.severity)
        severity[finding.rule] = min(before, finding.severity, key=lambda one: one.rank)
    most = max(counted.values(), default=1)
    found = [
        Kind(slug, severity[slug], number, max(1, 100 * number // most))
        for slug, number in counted.items()
    ]
    return tuple(sorted(found, key=lambda kind: (kind.severity.rank, -kind.number, kind.slug)))


def first(report: Report, files: Mapping[str, str]) -> tuple[First, ...]:
    """Return the errors to mend first: new before known, one of each kind before a second.

    No kind takes the places of others, and the second of a kind is of another page if there is one.

    ``files`` tells by a finding's id which file it stands in, where that is another one.
    """
    errors = [item for item in numbered(report) if item.finding.severity is Severity.ERROR]
    counted = Counter(item.finding.rule for item in errors)
    most = max(_OF_A_KIND, _FIRST // max(len(counted), 1))
    seen: Counter[str] = Counter()
    pages: Counter[tuple[str, str]] = Counter()
    ranked: list[tuple[tuple[bool, int, int, int, int], Item]] = []
    for index, item in enumerate(errors):
        rule, page = item.finding.rule, item.finding.pair
        grave = _GRAVEST.index(rule) if rule in _GRAVEST else len(_GRAVEST)
        again = pages[rule, page]
        ranked.append(((item.is_known, again, seen[rule], grave, index), item))
        seen[rule] += not again
        pages[rule, page] += 1
    chosen: list[Item] = []
    taken: Counter[str] = Counter()
    for _, item in sorted(ranked, key=lambda one: one[0]):
        if len(chosen) < _FIRST and taken[item.finding.rule] < most:
            chosen.append(item)
            taken[item.finding.rule] += 1
    last = {item.finding.rule: item.id for item in chosen}
    ids = pair_ids(report)
    names = {ids[pair.id]: pair_names(pair) for pair in report.pairs}
    found = []
    for item in chosen:
        rule = item.finding.rule
        pair_id = ids.get(item.finding.pair, "")
        source, target, lang, other = names.get(pair_id, ("", "", "", ""))
        more = counted[rule] - taken[rule] if last[rule] == item.id else 0
        page = source or target
        quote, spoken_in = _quote(item.finding, page)
        found.append(
            First(
                item,
                page,
                lang if source else other,
                more,
                quote,
                spoken_in,
                files.get(item.id, ""),
            )
        )
    return tuple(found)


def _quote(finding: Finding, page: str) -> tuple[str, str]:
    """Return the text that a finding is about with its language, unless its message quotes it."""
    said = [plain(value).rstrip("…") for _, value in finding.message.args if isinstance(value, str)]
    sides = [side for side in (finding.target, finding.source) if side and side.text.strip()]
    if any(len(value) >= _QUOTED and value in plain(side.text) for value in said for side in sides):
        return "", ""
    text = plain(sides[0].text).strip() if sides else ""
    if not text or text == page or text.startswith(("lang=", "<")):
        return "", ""
    return shorten(text, _NAME), sides[0].lang


def pair_names(pair: PairResult) -> tuple[str, str, str, str]:
    """Return what people call the two versions, and their languages."""
    if pair_kind(pair) is PairKind.FILE:
        return plain(pair.source_uri or pair.target_uri or ""), "", pair.source_lang, ""
    sides = []
    for uri, blocks in (
        (pair.source_uri, side_blocks(pair, "source")),
        (pair.target_uri, side_blocks(pair, "target")),
    ):
        heading = next(
            (one.text for one in blocks if one.kind is BlockKind.HEADING and one.level == 1), ""
        )
        title = next((one.text for one in blocks if one.kind is BlockKind.TITLE), "")
        tail = (uri or "").rstrip("/").rpartition("/")[2]
        sides.append(shorten(plain(heading or title or tail), _NAME))
    return sides[0], sides[1], pair.source_lang, pair.target_lang
