"""A decoded file and its lines, and text that remembers where in it it stood."""

import re
import unicodedata
from array import array
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple

from kielipari.model import Anchor, Inline, Place, SourceMap

# Characters that no reader sees: soft hyphen, zero width space, word joiner, byte order mark.
INVISIBLE = "\u00ad\u200b\u2060\ufeff"
_NEWLINE = re.compile(r"\r\n?|\n")


class Source:
    """The text of a file, or of a part of it. Lines end in LF, CR LF or CR.

    Offsets are code points within the text.
    """

    __slots__ = ("_first", "_starts", "decomposed", "is_plain", "text")

    def __init__(self, text: str, first_line: int = 1) -> None:
        """Find the beginnings of the lines, and whether letters are written in two parts (NFD)."""
        self.text = text
        self._first = first_line
        self._starts = array("q", [0])
        self._starts.extend(match.end() for match in _NEWLINE.finditer(text))
        self.decomposed = not unicodedata.is_normalized("NFC", text)
        # Whether every character of a line reads as it is written.
        self.is_plain = not self.decomposed and not any(char in text for char in INVISIBLE)

    def place(self, offset: int) -> Place:
        """Return line and column, both from 1, of an offset in ``text``."""
        line = bisect_right(self._starts, offset)
        return Place(line + self._first - 1, offset - self._starts[line - 1] + 1)

    def start_of(self, line: int) -> int:
        """Return the offset at which a line, counted from 1, begins."""
        return self._starts[min(line, len(self._starts)) - 1]

    @property
    def line_count(self) -> int:
        """How many lines there are, a last one without line end included."""
        return len(self._starts)

    def raw_lines(self) -> Iterator[str]:
        """Yield the lines with their line ends."""
        for start, end in pairwise((*self._starts, len(self.text))):
            yield self.text[start:end]

    def lines(self) -> Iterator[tuple[int, str]]:
        """Yield the lines without their line ends, each with the offset at which it begins."""
        text = self.text
        for start, end in pairwise((*self._starts, len(text))):
            yield start, text[start:end].rstrip("\r\n")

    def line(self, number: int) -> str:
        """Return a line, counted from 1, without its line end."""
        start = self._starts[number - 1]
        end = self._starts[number] if number < len(self._starts) else len(self.text)
        return self.text[start:end].rstrip("\r\n")


class Mapped(NamedTuple):
    """A piece of text with its way back; ``anchors`` are (offset, offset in the file, step)."""

    text: str
    anchors: tuple[tuple[int, int, int], ...]
    inlines: tuple[Inline, ...] = ()

    @property
    def at(self) -> int:
        """The offset in the file where the text begins."""
        return self.anchors[0][1] if self.anchors else 0

    @property
    def end(self) -> int:
        """The offset in the file behind the last character, or where it is written."""
        if not self.anchors:
            return 0
        offset, at, step = self.anchors[-1]
        return at + step * (len(self.text) - offset)

    def source_map(self, source: Source) -> SourceMap:
        """Return the way back in lines and columns."""
        anchors = []
        for offset, at, step in self.anchors:
            place = source.place(at)
            anchors.append(Anchor(offset, place.line, place.column, step))
        return SourceMap.of(*anchors)

    def cut(self, start: int, end: int) -> "Mapped":
        """Return the part of the text between two offsets, without white space at its ends."""
        return next(self.cut_all([(start, end)]))

    def cut_all(self, spans: Iterable[tuple[int, int]]) -> Iterator["Mapped"]:
        """Return the parts of the text between ascending pairs of offsets, each as a text."""
        inlines = iter(self.inlines)
        following = next(inlines, None)
        reaching: list[Inline] = []  # those that may overlap the present part
        for start, end in spans:
            piece = self.text[start:end]
            start += len(piece) - len(piece.lstrip())  # noqa: PLW2901 (the part without its blanks)
            end = start + len(piece.strip())  # noqa: PLW2901 (the same)
            while following is not None and following.start < end:
                reaching.append(following)
                following = next(inlines, None)
            reaching = [inline for inline in reaching if inline.end > start]
            yield Mapped(
                self.text[start:end],
                tuple(self._anchors_between(start, end)),
                tuple(
                    Inline(
                        i.kind, max(i.start, start) - start, min(i.end, end) - start, i.lang, i.href
                    )
                    for i in reaching
                ),
            )

    def _anchors_between(self, start: int, end: int) -> Iterator[tuple[int, int, int]]:
        index = max(bisect_right(self.anchors, start, key=lambda a: a[0]) - 1, 0)
        while index < len(self.anchors) and self.anchors[index][0] < end:
            offset, at, step = self.anchors[index]
            ahead = max(start - offset, 0)
            yield offset + ahead - start, at + ahead * step, step
            index += 1
