"""Headings with what stands under them, on one side of an aligned pair."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from kielipari.checks.view import UnitView
from kielipari.model import Block, BlockKind, Region, Segment

__all__ = ["Piece", "Section", "pieces", "sections"]

_UNMARKED_LEVEL = 7  # a short line without a full stop over a paragraph, in plain text
_LONGEST_UNMARKED = 60  # code points
_ENDS = (".", "!", "…", ":", ";", ",")


class Piece(NamedTuple):
    """One segment of one side, with the unit it is in.

    ``is_alone`` says that nothing on the other side corresponds; ``level`` is 1–6 for a heading,
    7 for a line that stands like one, 0 for running text.
    """

    segment: Segment
    unit: UnitView
    is_alone: bool
    level: int


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and everything under it, deeper sections too; places are indices of pieces."""

    heading: int
    end: int

    @property
    def body(self) -> range:
        """The places under the heading."""
        return range(self.heading + 1, self.end)


@lru_cache(2)  # every rule on a pair asks for its two sides
def pieces(units: Sequence[UnitView], *, of_source: bool) -> tuple[Piece, ...]:
    """Return the segments of one side's main text in the order of that side."""
    found: list[tuple[Segment, UnitView, bool]] = []
    for unit in units:
        here, there = (unit.source, unit.target) if of_source else (unit.target, unit.source)
        found += [
            (segment, unit, not there.segments)
            for segment in here.segments
            if segment.block.region in {Region.MAIN, Region.ASIDE}
            and not segment.block.kind.is_metadata
        ]
    found.sort(key=lambda row: _position(row[0]))
    blocks = [segment.block for segment, _, _ in found]
    return tuple(Piece(*row, _level(blocks, place)) for place, row in enumerate(found))


def _position(segment: Segment) -> tuple[int, int, int]:
    """Return where a segment begins in its file."""
    place = segment.place()
    return place.line, place.column, segment.start


def _level(blocks: Sequence[Block], place: int) -> int:
    """Return the level of a heading, or of what stands like one, else 0."""
    block = blocks[place]
    if block.kind is BlockKind.HEADING:
        return min(max(block.level, 1), _UNMARKED_LEVEL - 1)
    if block.kind is not BlockKind.PARAGRAPH or place + 1 == len(blocks):
        return 0
    following = blocks[place + 1]
    text = block.text.strip()
    is_title = (
        len(text) <= _LONGEST_UNMARKED
        and not text.endswith(_ENDS)
        and following.kind is BlockKind.PARAGRAPH
        and following is not block
        and len(following.text) > len(text)
    )
    return _UNMARKED_LEVEL if is_title else 0


def sections(found: Sequence[Piece]) -> tuple[Section, ...]:
    """Return the sections of one side, outer ones before those within them."""
    result = []
    for place, piece in enumerate(found):
        if piece.level:
            end = place + 1
            while end < len(found) and not 0 < found[end].level <= piece.level:
                end += 1
            result.append(Section(place, end))
    return tuple(result)
