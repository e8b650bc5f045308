"""What one language version says alone: sections, and pieces outside of them."""

from collections.abc import Sequence
from dataclasses import dataclass

from kielipari.align.beads import NO_COUNTERPART_CUT
from kielipari.checks.base import Span
from kielipari.checks.sections import Piece, Section, pieces, sections
from kielipari.checks.view import PairView
from kielipari.model import BlockKind, Parity, Relation, Segment

__all__ = [
    "Alone",
    "alone",
    "is_compared",
    "is_full_translation",
    "is_reported",
    "is_sure",
    "whole",
]

_RUNNING = frozenset(
    {
        BlockKind.HEADING,
        BlockKind.PARAGRAPH,
        BlockKind.LIST_ITEM,
        BlockKind.TABLE_CELL,
        BlockKind.QUOTE,
        BlockKind.CAPTION,
    }
)
_LEAST_LETTERS = 12  # shorter pieces (labels, cells, names) can be left out for many reasons
_LEAST_WORDS = 2
_SHARE_ALONE = 0.85  # of a section's letters that must have no counterpart


@dataclass(frozen=True, slots=True)
class Alone:
    """What one side says alone: sections, and pieces outside of them."""

    found: Sequence[Piece]
    sections: tuple[Section, ...]
    loose: tuple[int, ...]


def is_compared(view: PairView) -> bool:
    """Whether two documents were compared that are about the same, and both ought to be whole."""
    return (
        view.source is not None
        and view.target is not None
        and view.parity is Parity.FULL
        and view.relation in {Relation.TRANSLATION, Relation.COMPARABLE}
        and all(unit.unit.key is None for unit in view.units)
    )


def is_full_translation(view: PairView) -> bool:
    """Whether every sentence ought to have a counterpart."""
    return is_compared(view) and view.relation is Relation.TRANSLATION


def alone(view: PairView, *, of_source: bool) -> Alone:
    """Find what one side says alone."""
    found = pieces(view.units, of_source=of_source)
    missing: list[Section] = []
    inside: set[int] = set()
    for section in sections(found):
        if section.heading not in inside and _is_missing(found, section, view):
            missing.append(section)
            inside.update(range(section.heading, section.end))
    loose = tuple(
        place
        for place, piece in enumerate(found)
        if piece.is_alone and place not in inside and _is_told(piece.segment)
    )
    return Alone(found, tuple(missing), loose)


def _is_missing(found: Sequence[Piece], section: Section, view: PairView) -> bool:
    """Say whether a section as a whole has no counterpart."""
    heading = found[section.heading]
    if not section.body or not heading.is_alone:
        return False
    body = [found[place] for place in section.body]
    if not any(_is_told(piece.segment) for piece in body):
        return False
    total = sum(_letters(piece.segment.text) for piece in body)
    bare = sum(_letters(piece.segment.text) for piece in body if piece.is_alone)
    if bare < _SHARE_ALONE * total:
        return False
    return view.relation is Relation.COMPARABLE or any(
        is_sure(piece) for piece in [heading, *body] if _is_told(piece.segment)
    )


def is_reported(piece: Piece) -> bool:
    """Whether a piece that has no counterpart is a finding of its own."""
    return piece.is_alone and _is_told(piece.segment) and is_sure(piece)


def is_sure(piece: Piece) -> bool:
    """Say whether it is certain enough that nothing corresponds."""
    return piece.unit.unit.score >= NO_COUNTERPART_CUT


def _is_told(segment: Segment) -> bool:
    """Say whether a piece is text that a reader would miss."""
    return (
        segment.block.kind in _RUNNING
        and _letters(segment.text) >= _LEAST_LETTERS
        and len(segment.text.split()) >= _LEAST_WORDS
    )


def _letters(text: str) -> int:
    """Count letters."""
    return sum(character.isalpha() for character in text)


def whole(segment: Segment) -> Span:
    """Return the span of a whole segment."""
    return Span(segment, 0, len(segment.text))
