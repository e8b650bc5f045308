"""A block's text cut into pieces: what a finding means, what is an agreed term, where a gap is."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from typing import Generic, TypeVar

from kielipari.model import PlacedHit, Severity


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of a block's text that a finding, or a missing counterpart, points at.

    ``severity`` is None for a passage that merely has no counterpart.
    """

    start: int
    end: int
    severity: Severity | None


@dataclass(frozen=True, slots=True)
class Gap:
    """A place in a block's text where something of the other side is missing."""

    offset: int
    grave: bool


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text with one look; ``gap`` pieces have no text of their own.

    ``look`` is ``error``, ``warning``, ``info``, ``alone`` or empty; ``terms`` are the agreed
    equivalents of the term that the piece is.
    """

    text: str
    look: str = ""
    terms: tuple[str, ...] = ()
    gap: Gap | None = None

    @property
    def is_plain(self) -> bool:
        """Whether it is text and nothing else."""
        return not self.look and not self.terms and self.gap is None


def pieces(
    text: str, marks: Iterable[Mark], hits: Iterable[PlacedHit], gaps: Iterable[Gap] = ()
) -> tuple[Piece, ...]:
    """Cut a text at every border of a mark, a term or a gap; joined, the pieces are the text."""
    length = len(text)
    marks = [mark for mark in marks if 0 <= mark.start < mark.end <= length]
    hits = [hit for hit in hits if 0 <= hit.start < hit.end <= length]
    gaps = sorted(gaps, key=lambda gap: gap.offset)
    if not (marks or hits or gaps):
        return (Piece(text),) if text else ()
    borders = {0, length}
    borders |= {offset for mark in marks for offset in (mark.start, mark.end)}
    borders |= {offset for hit in hits for offset in (hit.start, hit.end)}
    borders |= {min(max(gap.offset, 0), length) for gap in gaps}
    cuts = sorted(borders)
    found = [Piece("", gap=gap) for gap in gaps if gap.offset <= 0]
    waiting = [gap for gap in reversed(gaps) if gap.offset > 0]
    over_marks, over_hits = _Sweep(marks), _Sweep(hits)
    for start, end in pairwise(cuts):
        hit = next(iter(over_hits.at(start)), None)
        look = _look(over_marks.at(start))
        found.append(Piece(text[start:end], look, hit.equivalents if hit else ()))
        while waiting and waiting[-1].offset <= end:
            found.append(Piece("", gap=waiting.pop()))
    found += [Piece("", gap=gap) for gap in reversed(waiting)]
    return tuple(found)


_Spanning = TypeVar("_Spanning", Mark, PlacedHit)


class _Sweep(Generic[_Spanning]):
    """The spans over a position that only moves on; a long block has thousands of them."""

    def __init__(self, spans: list[_Spanning]) -> None:
        self._waiting: list[_Spanning] = sorted(spans, key=lambda span: span.start, reverse=True)
        self._open: list[_Spanning] = []

    def at(self, position: int) -> list[_Spanning]:
        while self._waiting and self._waiting[-1].start <= position:
            self._open.append(self._waiting.pop())
        self._open = [span for span in self._open if span.end > position]
        return self._open


def _look(over: list[Mark]) -> str:
    severities = [mark.severity for mark in over if mark.severity is not None]
    if severities:
        return str(min(severities, key=lambda severity: severity.rank))
    return "alone" if over else ""
