"""A decoded file, its lines, and text built from it that remembers where it stood."""

import re
import unicodedata
from array import array
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from enum import Enum
from itertools import pairwise
from typing import NamedTuple

from kielipari.model import Anchor, Inline, InlineKind, Place, SourceMap

# Characters that no reader sees: soft hyphen, zero width space, word joiner, byte order mark.
_INVISIBLE = "\u00ad\u200b\u2060\ufeff"
_SPACE = " \t\n\r\f\v\u0085\u2028\u2029"
_NEWLINE = re.compile(r"\r\n?|\n")
_LINE_END = re.compile(r"[\r\n]")
_COMBINED = re.compile(r"[^\W\d_][\u0300-\u036f]+")
_WINDOW = 1000
_WORD = re.compile(r"\s|[^\s]+")
_MOST_OPEN_MARKS = 32


class Fold(Enum):
    """What becomes of white space: the runs of text that are taken over as they are."""

    ALL = re.compile(rf"[^{_SPACE}{_INVISIBLE}]++(?: [^{_SPACE}{_INVISIBLE}]++)*+")
    """Every run of white space is one blank, as a browser shows it."""

    LINES = re.compile(rf"[^{_SPACE}{_INVISIBLE}]++(?:[ \t]++[^{_SPACE}{_INVISIBLE}]++)*+")
    """Only white space with a line break in it is one blank: files that people indent."""

    NONE = re.compile(rf"[^\r\n{_INVISIBLE}]++")
    """Nothing is folded: strings of a program, where a blank too many is worth a finding."""


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
        self.is_plain = not self.decomposed and not any(char in text for char in _INVISIBLE)

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


class Mark:
    """A span that is being built: opened, not yet closed."""

    __slots__ = ("href", "kind", "lang", "start")

    def __init__(self, kind: InlineKind, start: int, lang: str | None, href: str | None) -> None:
        self.kind = kind
        self.start = start
        self.lang = lang
        self.href = href


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


class TextBuilder:
    """Builds the text of one block, piece by piece, in the order of the file."""

    __slots__ = (
        "_anchors",
        "_expected",
        "_fold",
        "_inlines",
        "_parts",
        "_pending",
        "_source",
        "length",
        "marks",
    )

    def __init__(self, source: Source, fold: Fold = Fold.ALL) -> None:
        """Begin with nothing."""
        self._source = source
        self._fold = fold
        self._parts: list[str] = []
        self._anchors: list[tuple[int, int, int]] = []
        self._inlines: list[Inline] = []
        self._expected = -1  # where in the file the next literal run needs no anchor
        self._pending = -1  # where in the file white space waits to become a blank
        self.length = 0
        self.marks: list[Mark] = []

    @property
    def last(self) -> str:
        """The last character so far, white space left out, or nothing."""
        return self._parts[-1][-1] if self._parts else ""

    def pieces(self, pieces: Iterable[tuple[int, int, str]]) -> None:
        """Append stretches of the file: start, end, and what it reads as unless it is literal."""
        for start, end, read in pieces:
            if read:
                self.replace(read, start)
            else:
                self.literal(start, end)

    @property
    def piece_count(self) -> int:
        """How many pieces were appended so far."""
        return len(self._parts)

    def text_since(self, count: int) -> str:
        """Return what was appended after so many pieces, without white space at its ends."""
        return "".join(self._parts[count:]).strip()

    def literal(self, start: int, end: int) -> None:
        """Append a stretch of the file."""
        text = self._source.text
        if self._source.decomposed:
            for match in _COMBINED.finditer(text, start, end):
                self._runs(start, match.start())
                self.replace(unicodedata.normalize("NFC", match.group()), match.start())
                start = match.end()
        self._runs(start, end)

    def _runs(self, start: int, end: int) -> None:
        text = self._source.text
        for match in self._fold.value.finditer(text, start, end):
            at = match.start()
            if at > start:
                self._gap(start, at)
            self._append(match.group(), at)
            start = match.end()
        if start < end:
            self._gap(start, end)

    def _gap(self, start: int, end: int) -> None:
        gap = self._source.text[start:end]
        visible = gap.strip(_INVISIBLE)
        if not visible:
            return
        has_break = self._fold is Fold.LINES and _LINE_END.search(gap) is not None
        if self._fold is Fold.ALL or has_break:
            self.space(start)
        else:
            self._keep(gap, start)

    def _keep(self, gap: str, start: int) -> None:
        """Take white space over as it is; a line break of any kind is one line feed."""
        position = 0
        while position < len(gap):
            char = gap[position]
            size = 2 if gap.startswith("\r\n", position) else 1
            if char not in _INVISIBLE:
                self._append("\n" if char == "\r" else char, start + position)
                self._expected = -1 if char in "\r\n" else self._expected
            position += size

    def _append(self, run: str, at: int) -> None:
        if self._pending >= 0:
            self._blank(at)
        if at != self._expected:
            self._anchors.append((self.length, at, 1))
        self._parts.append(run)
        self.length += len(run)
        self._expected = at + len(run)

    def _blank(self, following: int) -> None:
        """Write the blank that waits, unless nothing stands before it."""
        at, self._pending = self._pending, -1
        if not self.length:
            return
        if at == self._expected and at + 1 == following and self._source.text[at] == " ":
            self._expected = following
        else:
            self._anchors.append((self.length, at, 0))
            self._expected = -1
        self._parts.append(" ")
        self.length += 1

    def find(self, text: str, start: int, end: int) -> None:
        """Append text that a parser has read from a stretch of the file, word by word.

        A word that is not written there as it reads leads to about where it must stand. The next
        words are looked for within some lines only, so that the cost stays linear.
        """
        written = self._source.text
        whole = written.find(text, start, end)
        if whole >= 0:
            self.literal(whole, whole + len(text))
            return
        for match in _WORD.finditer(text):
            word = match.group()
            if word.isspace():
                self.replace(word, start, keep=True)
                continue
            at = written.find(word, start, min(end, start + len(word) + _WINDOW))
            if at < 0:
                self.replace(word, start, keep=True)
                start = min(start + len(word), end)
            else:
                self.literal(at, at + len(word))
                start = at + len(word)

    def replace(self, text: str, at: int, *, keep: bool = False) -> None:
        """Append text that is written otherwise in the file: an entity, an escape, a marker.

        White space is folded with what stands around it unless it is to be kept.
        """
        if self._fold is not Fold.NONE and text in _SPACE and not keep:
            self.space(at)
            return
        text = text.strip(_INVISIBLE)
        if not text:
            return
        if keep and text.isspace():
            self._pending = -1
        if self._pending >= 0:
            self._blank(-1)
        self._anchors.append((self.length, at, 0))
        self._parts.append(text)
        self.length += len(text)
        self._expected = -1

    def space(self, at: int) -> None:
        """Note white space: it becomes one blank if more text follows."""
        if self._pending < 0:
            self._pending = at

    def open(self, kind: InlineKind, lang: str | None = None, href: str | None = None) -> Mark:
        """Begin a marked-up span; spans may overlap."""
        mark = Mark(kind, self.length, lang, href)
        if len(self.marks) < _MOST_OPEN_MARKS:
            self.marks.append(mark)
        return mark

    def close(self, mark: Mark) -> None:
        """End a marked-up span; one that is not open is left alone."""
        if mark in self.marks:
            self.marks.remove(mark)
            self._finish(mark)

    def _finish(self, mark: Mark) -> None:
        if self.length > mark.start:
            self._inlines.append(Inline(mark.kind, mark.start, self.length, mark.lang, mark.href))

    def built_or_empty(self, at: int) -> Mapped:
        """Return the text; an empty one stands at the place given."""
        return self.build() if self.length else Mapped("", ((0, at, 0),))

    def build(self) -> Mapped:
        """Return the text; spans still open end here and go on in the next text."""
        for mark in self.marks:
            self._finish(mark)
            mark.start = 0
        text = "".join(self._parts)
        inlines = []
        for inline in reversed(self._inlines):  # what encloses closed later
            piece = text[inline.start : inline.end]
            start = inline.start + len(piece) - len(piece.lstrip())
            end = inline.start + len(piece.rstrip())
            if start < end:
                inlines.append(Inline(inline.kind, start, end, inline.lang, inline.href))
        inlines.sort(key=lambda i: (i.start, -i.end))
        built = Mapped(text, tuple(self._anchors), tuple(inlines))
        self._parts, self._anchors, self._inlines = [], [], []
        self._expected = self._pending = -1
        self.length = 0
        return built
