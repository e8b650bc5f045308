"""Changes to a text by offset, and where everything else stands afterwards."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from itertools import accumulate
from typing import NamedTuple

from kielipari.ingest.source import Source
from kielipari.model import Place, Severity

_NEWLINE = re.compile(r"\r\n?|\n")


class Remark(NamedTuple):
    """What is to be written about one place of a file; ``is_target`` tells the side it is about."""

    line: int
    column: int
    severity: Severity
    text: str
    is_target: bool


def in_order(remarks: Iterable[Remark]) -> list[Remark]:
    """Sort by place, at one place the gravest first."""
    return sorted(remarks, key=lambda r: (r.line, r.column, r.severity.rank, r.text))


class Edit(NamedTuple):
    """``text[start:end]`` becomes ``written``; of two edits at one offset the first comes first."""

    start: int
    end: int
    written: str


class Plan(NamedTuple):
    """What is to be done to a file.

    ``comments`` will then be in it, ``before`` are those of an earlier run; ``unplaced`` remarks
    are about the file, not about one of its entries.
    """

    edits: tuple[Edit, ...]
    comments: int
    before: int
    unplaced: int


class Moves:
    """Leads from the places of a text to where the same is after some edits."""

    def __init__(self, before: Source, edits: Sequence[Edit], after: Source) -> None:
        """Take the text before and after the edits, which are in the order of the file."""
        self._before, self._after = before, after
        self._ends = [edit.end for edit in edits]
        sizes = (len(edit.written) - (edit.end - edit.start) for edit in edits)
        self._shifts = [0, *accumulate(sizes)]

    def now(self, line: int, column: int) -> Place:
        """Return where that which stood in this line and column stands now."""
        at = self._before.start_of(line) + column - 1
        return self._after.place(at + self._shifts[bisect_right(self._ends, at)])


def applied(text: str, edits: Iterable[Edit]) -> str:
    """Return the text with all edits made; they are in the order of the file and do not overlap."""
    parts: list[str] = []
    position = 0
    for start, end, written in edits:
        parts += (text[position:start], written)
        position = end
    return "".join((*parts, text[position:]))


def line_break(text: str) -> str:
    """Return how the lines of a text end; LF where there is only one line."""
    found = _NEWLINE.search(text)
    return found.group() if found is not None else "\n"
