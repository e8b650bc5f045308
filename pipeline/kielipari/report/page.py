"""The pairs as the HTML report shows them; a large report leaves out text that is in order."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from markupsafe import Markup

from kielipari.model import (
    Parity,
    Region,
    Relation,
    Report,
    Severity,
    TermCount,
)
from kielipari.report.overview import pair_names
from kielipari.report.plain import shorten
from kielipari.report.provenance import Provenance, provenance
from kielipari.report.rows import Compared, Row, shortened
from kielipari.report.side_by_side import compare
from kielipari.report.spoken import Spoken
from kielipari.report.tables import joined
from kielipari.report.view import (
    Group,
    Item,
    PairKind,
    by_severity,
    groups,
    is_complete,
    is_expected_alone,
    pair_kind,
)

_NAME: Final = 70
_OPEN: Final = 3
_BUDGET: Final = 14_000_000
_AT_ONCE: Final = 1_500_000  # bytes of text that a browser builds in a moment
_PER_PAIR: Final = 1_800
_PER_TERM: Final = 130
_PER_NOTE: Final = 900
_PER_ROW: Final = 60
_PER_LINE: Final = 15
_PER_MARK: Final = 55
_ENTRIES: Final = 60


@dataclass(frozen=True, slots=True)
class PagePair:
    """A pair as the page shows it; ``is_later`` where its text is built when it is opened."""

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
    provenance: Provenance
    is_file: bool
    has_text: bool
    open: bool
    is_later: bool = False


@dataclass(frozen=True, slots=True)
class LaidOut:
    """A pair's findings with its rows; ``size`` estimates the bytes that they take on the page."""

    group: Group
    compared: Compared
    size: int

    @classmethod
    def of(cls, group: Group, compared: Compared) -> "LaidOut":
        """Measure a pair as it is laid out."""
        terms = len(group.pair.terms) if group.pair else 0
        return cls(group, compared, _PER_PAIR + _PER_TERM * terms + _size(compared.rows))

    def shortened(self) -> "LaidOut":
        """Leave out text that is in order."""
        short = Compared(shortened(self.compared.rows), self.compared.whole)
        return LaidOut.of(self.group, short)


def lay_out(report: Report) -> tuple[LaidOut, ...]:
    """Lay out every pair."""
    return tuple(
        LaidOut.of(
            group, compare(group.pair, group.items) if group.pair else Compared((), group.items)
        )
        for group in groups(report)
    )


def is_large(laid_out: Iterable[LaidOut]) -> bool:
    """Whether the pairs are more than one page should hold."""
    return sum(one.size for one in laid_out) > _BUDGET


def fitted(laid_out: tuple[LaidOut, ...]) -> tuple[LaidOut, ...]:
    """Leave out text that is in order where the page would be too large with it."""
    if is_large(laid_out):
        laid_out = tuple(one if one.group.items else one.shortened() for one in laid_out)
    if is_large(laid_out):
        laid_out = tuple(one.shortened() for one in laid_out)
    return laid_out


def page_pairs(
    laid_out: tuple[LaidOut, ...], spoken: Spoken, *, opens: bool | None = None
) -> tuple[PagePair, ...]:
    """Return the pairs as the page shows them.

    ``opens`` says whether they stand open from the start; else a few with findings do.
    """
    few = sum(one.group.pair is not None for one in laid_out) <= _OPEN
    is_long = sum(one.size for one in laid_out) > _AT_ONCE
    return tuple(
        _pair(
            one.group,
            one.compared,
            spoken,
            opens=few and bool(one.group.items) if opens is None else opens,
            is_long=is_long,
        )
        for one in laid_out
    )


def _size(rows: Iterable[Row]) -> int:
    """Estimate the bytes that rows take on the page."""
    size = 0
    for row in rows:
        size += _PER_ROW + _PER_NOTE * len(row.notes)
        for line in (*row.source, *row.target):
            size += _PER_LINE + _PER_NOTE * len(line.notes)
            size += sum(
                len(piece.text.encode()) + _PER_MARK * bool(piece.terms) for piece in line.pieces
            )
    return size


def _pair(
    group: Group, compared: Compared, spoken: Spoken, *, opens: bool, is_long: bool
) -> PagePair:
    pair = group.pair
    if pair is None:
        return _whole(group, spoken)
    is_file = pair_kind(pair) is PairKind.FILE
    rows = joined(compared.rows)
    if is_file and len(rows) > _ENTRIES:
        rows = shortened(rows, around=0)
    source, target, _, _ = pair_names(pair)
    gap = None
    if not is_complete(pair) and not is_file and not is_expected_alone(pair):
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
        provenance=provenance(pair, spoken),
        is_file=is_file,
        has_text=bool(rows),
        open=opens,
        is_later=is_long and not opens,
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
        provenance=Provenance(),
        is_file=False,
        has_text=False,
        open=True,
    )


def _counts(items: tuple[Item, ...]) -> tuple[tuple[Severity, int], ...]:
    counted = by_severity(item.finding for item in items)
    return tuple((severity, number) for severity, number in counted.items() if number)
