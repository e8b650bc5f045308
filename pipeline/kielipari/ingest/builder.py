"""Text built piece by piece from a file, which remembers where each piece stood."""

import re
import unicodedata
from collections.abc import Iterable
from enum import Enum

from kielipari.ingest.source import INVISIBLE, Mapped, Source
from kielipari.model import Inline, InlineKind

_SPACE = " \t\n\r\f\v\u0085\u2028\u2029"
_LINE_END = re.compile(r"[\r\n]")
_COMBINED = re.compile(r"[^\W\d_][\u0300-\u036f]+")
_WINDOW = 1000
_WORD = re.compile(r"\s|[^\s]+")
_MOST_OPEN_MARKS = 32


class Fold(Enum):
    """What becomes of white space: the runs of text that are taken over as they are."""

    ALL = re.compile(rf"[^{_SPACE}{INVISIBLE}]++(?: [^{_SPACE}{INVISIBLE}]++)*+")
    """Every run of white space is one blank, as a browser shows it."""

    LINES = re.compile(rf"[^{_SPACE}{INVISIBLE}]++(?:[ \t]++[^{_SPACE}{INVISIBLE}]++)*+")
    """Only white space with a line break in it is one blank: files that people indent."""

    NONE = re.compile(rf"[^\r\n{INVISIBLE}]++")
    """Nothing is folded: strings of a program, where a blank too many is worth a finding."""


class Mark:
    """A span that is being built: opened, not yet closed."""

    __slots__ = ("href", "kind", "lang", "start")

    def __init__(self, kind: InlineKind, start: int, lang: str | None, href: str | None) -> None:
        self.kind = kind
        self.start = start
        self.lang = lang
        self.href = href


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
        visible = gap.strip(INVISIBLE)
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
            if char not in INVISIBLE:
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
        text = text.strip(INVISIBLE)
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
