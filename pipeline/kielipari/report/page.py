"""What the HTML report shows, picked from a run: figures, what to mend first, the pairs."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from markupsafe import Markup

from kielipari.model import (
    BlockKind,
    PairResult,
    Parity,
    Region,
    Relation,
    Report,
    Severity,
    TermCount,
)
from kielipari.report.located import side_blocks
from kielipari.report.plain import plain, shorten
from kielipari.report.side_by_side import Compared, Row, compare, shortened
from kielipari.report.spoken import Spoken
from kielipari.report.view import (
    Group,
    Item,
    PairKind,
    by_severity,
    coverage,
    groups,
    is_complete,
    numbered,
    pair_ids,
    pair_kind,
)

_FIRST: Final = 8
_NAME: Final = 70
_OPEN: Final = 3
_BUDGET: Final = 14_000_000
_PER_NOTE: Final = 900
_PER_ROW: Final = 90
_ENTRIES: Final = 60
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
    """A large number with its label."""

    look: str
    value: Markup | str
    label: Markup


@dataclass(frozen=True, slots=True)
class Kind:
    """A rule with the number of its findings; ``share`` in per cent of the most frequent one."""

    slug: str
    severity: Severity
    number: int
    share: int


@dataclass(frozen=True, slots=True)
class First:
    """A finding to mend first; ``more`` findings of the same rule follow further down."""

    item: Item
    page: str
    lang: str
    more: int


@dataclass(frozen=True, slots=True)
class PagePair:
    """A pair as the page shows it."""

    id: str
    source_uri: str | None
    target_uri: str | None
    source_lang: str
    target_lang: str
    source_language: Markup
    target_language: Markup
    source_name: str
    target_name: str
    short: str
    relation: Relation | None
    parity: Parity
    coverage: float | None
    counts: tuple[tuple[Severity, int], ...]
    number: int
    whole: tuple[Item, ...]
    head: tuple[Row, ...]
    main: tuple[Row, ...]
    frame: tuple[Row, ...]
    terms: tuple[TermCount, ...]
    gap: Markup | None
    is_file: bool
    has_text: bool
    open: bool


def has_coverage(report: Report) -> bool:
    """Whether some pair has a share of content with a counterpart."""
    return coverage(report) is not None


def figures(report: Report, spoken: Spoken) -> tuple[Figure, ...]:
    """Return the few numbers that stand above everything."""
    found = []
    pages = [pair for pair in report.pairs if pair_kind(pair) is not PairKind.FILE]
    if pages:
        langs = Counter(pair.target_lang for pair in pages)
        both = sum(is_complete(pair) for pair in pages)
        key = f"html.with-version.{langs.most_common(1)[0][0]}"
        label = spoken.say(key) if spoken.knows(key) else spoken.say("html.with-version")
        found.append(Figure("pages", f"{both}/{len(pages)}", label))
    share = coverage(report)
    if share is not None:
        found.append(Figure("coverage", spoken.percent(share), spoken.say("html.coverage")))
    for severity, number in by_severity(iter(report.findings)).items():
        if number or severity is Severity.ERROR:
            names = {Severity.ERROR: "errors", Severity.WARNING: "warnings", Severity.INFO: "notes"}
            label = spoken.say(f"html.{names[severity]}")
            found.append(Figure(str(severity) if number else "fine", str(number), label))
    return tuple(found)


def kinds(report: Report) -> tuple[Kind, ...]:
    """Return the rules with findings, the gravest and most frequent first."""
    counted = Counter(finding.rule for finding in report.findings)
    severity: dict[str, Severity] = {}
    for finding in report.findings:
        before = severity.get(finding.rule, finding.severity)
        severity[finding.rule] = min(before, finding.severity, key=lambda one: one.rank)
    most = max(counted.values(), default=1)
    found = [
        Kind(slug, severity[slug], number, max(1, 100 * number // most))
        for slug, number in counted.items()
    ]
    return tuple(sorted(found, key=lambda kind: (kind.severity.rank, -kind.number, kind.slug)))


def first(report: Report) -> tuple[First, ...]:
    """Return the errors to mend first: new before known, one of each kind before a second."""
    errors = [item for item in numbered(report) if item.finding.severity is Severity.ERROR]
    counted = Counter(item.finding.rule for item in errors)
    seen: Counter[str] = Counter()
    ranked: list[tuple[tuple[bool, int, int, int], Item]] = []
    for index, item in enumerate(errors):
        rule = item.finding.rule
        grave = _GRAVEST.index(rule) if rule in _GRAVEST else len(_GRAVEST)
        ranked.append(((item.is_known, seen[rule], grave, index), item))
        seen[rule] += 1
    chosen = [item for _, item in sorted(ranked, key=lambda one: one[0])[:_FIRST]]
    listed = Counter(item.finding.rule for item in chosen)
    last = {item.finding.rule: item.id for item in chosen}
    ids = pair_ids(report)
    names = {ids[pair.id]: _names(pair) for pair in report.pairs}
    found = []
    for item in chosen:
        rule = item.finding.rule
        pair_id = ids.get(item.finding.pair, "")
        source, target, lang, other = names.get(pair_id, ("", "", "", ""))
        more = counted[rule] - listed[rule] if last[rule] == item.id else 0
        found.append(First(item, source or target, lang if source else other, more))
    return tuple(found)


def page_pairs(report: Report, spoken: Spoken) -> tuple[PagePair, ...]:
    """Lay out every pair; a large report leaves out text that is in order."""
    laid_out = [
        (group, compare(group.pair, group.items) if group.pair else Compared((), group.items))
        for group in groups(report)
    ]
    size = sum(_size(compared.rows) for _, compared in laid_out)
    if size > _BUDGET:
        laid_out = [
            (group, _short(compared) if not group.items else compared)
            for group, compared in laid_out
        ]
        size = sum(_size(compared.rows) for _, compared in laid_out)
    if size > _BUDGET:
        laid_out = [(group, _short(compared)) for group, compared in laid_out]
    opens = len(report.pairs) <= _OPEN
    return tuple(
        _pair(group, compared, spoken, opens=opens and bool(group.items))
        for group, compared in laid_out
    )


def _short(compared: Compared) -> Compared:
    return Compared(shortened(compared.rows), compared.whole)


def _size(rows: Iterable[Row]) -> int:
    """Estimate the bytes that rows take on the page."""
    size = 0
    for row in rows:
        size += _PER_ROW + _PER_NOTE * len(row.notes)
        for line in (*row.source, *row.target):
            size += _PER_NOTE * len(line.notes)
            size += sum(len(piece.text.encode()) + 60 * bool(piece.terms) for piece in line.pieces)
    return size


def _pair(group: Group, compared: Compared, spoken: Spoken, *, opens: bool) -> PagePair:
    pair = group.pair
    if pair is None:
        return _whole(group, spoken)
    is_file = pair_kind(pair) is PairKind.FILE
    rows = compared.rows
    if is_file and len(rows) > _ENTRIES:
        rows = shortened(rows, around=0)
    source, target, _, _ = _names(pair)
    gap = None
    if not is_complete(pair) and not is_file:
        lacking = pair.target_lang if pair.target_uri is None else pair.source_lang
        key = f"html.no-version.{lacking}"
        gap = spoken.say(key if spoken.knows(key) else "html.no-version")
    terms = sorted(pair.terms, key=lambda term: (-(term.source + term.target), term.concept))
    return PagePair(
        id=group.id,
        source_uri=pair.source_uri,
        target_uri=pair.target_uri,
        source_lang=pair.source_lang,
        target_lang=pair.target_lang,
        source_language=spoken.language(pair.source_lang),
        target_language=spoken.language(pair.target_lang),
        source_name=source,
        target_name="" if is_file or target == source else target,
        short=shorten(source or target, _NAME),
        relation=pair.relation,
        parity=pair.parity,
        coverage=pair.coverage,
        counts=_counts(group.items),
        number=len(group.items),
        whole=compared.whole,
        head=tuple(row for row in rows if row.region is Region.HEAD),
        main=tuple(row for row in rows if row.region is Region.MAIN),
        frame=tuple(row for row in rows if row.region not in {Region.HEAD, Region.MAIN}),
        terms=tuple(terms),
        gap=gap,
        is_file=is_file,
        has_text=bool(rows),
        open=opens,
    )


def _whole(group: Group, spoken: Spoken) -> PagePair:
    """Show what concerns the run as a whole where a pair would stand."""
    return PagePair(
        id="whole",
        source_uri=None,
        target_uri=None,
        source_lang="",
        target_lang="",
        source_language=Markup(),
        target_language=Markup(),
        source_name="",
        target_name="",
        short=spoken.main.say("html.whole-run"),
        relation=None,
        parity=Parity.FULL,
        coverage=None,
        counts=_counts(group.items),
        number=len(group.items),
        whole=group.items,
        head=(),
        main=(),
        frame=(),
        terms=(),
        gap=None,
        is_file=False,
        has_text=False,
        open=True,
    )


def _counts(items: tuple[Item, ...]) -> tuple[tuple[Severity, int], ...]:
    counted = by_severity(item.finding for item in items)
    return tuple((severity, number) for severity, number in counted.items() if number)


def _names(pair: PairResult) -> tuple[str, str, str, str]:
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
