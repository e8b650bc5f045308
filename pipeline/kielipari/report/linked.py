"""A report as several files: an overview, and the texts side by side in files that it links to.

The overview lists every pair with its findings, so that filter, search and old links work there;
what cannot be listed without making it slow is said in numbers.
"""

from dataclasses import dataclass
from typing import Final

from kielipari.report.page import LaidOut, PagePair
from kielipari.report.view import Item

_PART: Final = 6_000_000  # bytes of a linked file, from which on the next one begins
_LISTED: Final = 6_000  # findings on the overview


@dataclass(frozen=True, slots=True)
class Part:
    """Some pairs, and the name of the file that shows them."""

    file: str
    laid_out: tuple[LaidOut, ...]


@dataclass(frozen=True, slots=True)
class Around:
    """Where the pages beside a part stand: the overview, the part before and the one after."""

    overview: str
    before: str | None
    after: str | None


@dataclass(frozen=True, slots=True)
class Listed:
    """A pair as the overview lists it; ``more`` of its findings stand only in its file."""

    pair: PagePair
    file: str
    items: tuple[Item, ...]
    all_items: tuple[Item, ...]

    @property
    def more(self) -> int:
        """How many findings are not listed."""
        return len(self.all_items) - len(self.items)


def by_pair(laid_out: tuple[LaidOut, ...]) -> tuple[Part, ...]:
    """Give every pair a file of its own, to pass it on alone."""
    return tuple(
        Part(f"{one.group.id}.html", (_small(one),))
        for one in laid_out
        if one.group.pair is not None
    )


def by_size(laid_out: tuple[LaidOut, ...], overview: str) -> tuple[Part, ...]:
    """Fill files beside the overview, each with as many pairs as open in a moment."""
    shares: list[list[LaidOut]] = []
    room = 0
    for one in laid_out:
        if one.group.pair is None:
            continue
        small = _small(one)
        if not shares or small.size > room:
            shares.append([])
            room = _PART
        shares[-1].append(small)
        room -= small.size
    stem, dot, ending = overview.rpartition(".")
    if not stem:
        stem, dot, ending = overview, ".", "html"
    return tuple(
        Part(f"{stem}-{number}{dot}{ending}", tuple(share))
        for number, share in enumerate(shares, 1)
    )


def listed(parts: tuple[Part, ...], pairs: tuple[PagePair, ...]) -> tuple[Listed, ...]:
    """List every pair with its file and its findings, the gravest where there are too many."""
    by_id = {pair.id: pair for pair in pairs}
    groups = [(part.file, one.group) for part in parts for one in part.laid_out]
    everything = [item for _, group in groups for item in group.items]
    everything.sort(key=lambda item: (item.is_known, item.finding.severity.rank))
    chosen = {item.id for item in everything[:_LISTED]}
    return tuple(
        Listed(
            by_id[group.id],
            file,
            tuple(item for item in group.items if item.id in chosen),
            group.items,
        )
        for file, group in groups
    )


def _small(one: LaidOut) -> LaidOut:
    return one.shortened() if one.size > _PART else one
