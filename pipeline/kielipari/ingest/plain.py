"""Plain text, as people paste it from a page or a mail → Document."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from kielipari.errors import EmptyInputError
from kielipari.ingest.builder import TextBuilder
from kielipari.ingest.decode import decode
from kielipari.ingest.source import Source
from kielipari.ingest.suppress import extra_entries
from kielipari.model import Block, BlockKind, Document, Meta, SourceMap

_QUOTED = re.compile(r"[ \t]*+>[>\s]*+")
_BULLET = re.compile(r"[-•·*●▪◦‣–—][ \t]++(?=\S)")
_DASHES = ("–", "—")  # also begin what somebody says
_NUMBER = re.compile(r"\(?(?:\d{1,3}|[a-zåäö])[.)][ \t]++(?=\S)")
_RULER = re.compile(r"[\s\-–—_=*~#.·•+|/\\]*+$")
_UNDERLINE = re.compile(r"(?:={3,}|-{3,})$")
_CLOSED = re.compile(r"[.!…:;,][”\"’»)\]]*+$")
_SENTENCE_END = re.compile(r"[.!?…][”\"’»)\]]*+$")
_INNER_SENTENCE = re.compile(r"[.!?]\s+[A-ZÅÄÖ]")

# Widths, in characters. Mail is wrapped at 60–80; what is wider is not wrapped by hand.
_NARROWEST_WRAP = 45
_WIDEST_WRAP = 100
_RAGGED = 15
_LONGEST_ROW = 60
_LONGEST_HEADING = 90
_LONGEST_QUESTION = 60
_LEAST_WORDS_OF_A_SENTENCE = 3
_LONGEST_RUN_OF_HEADINGS = 3


class _Line(NamedTuple):
    """A line without quotation marks of a mail and white space at its ends; offsets of the file."""

    text: str
    start: int
    end: int
    indent: int
    marker: int  # length of a list marker, or 0
    quoted: bool
    cell: bool = False  # one of several that tabs part


@dataclass(slots=True)
class _Piece:
    """Lines that belong together, and their place among what stands between two empty lines."""

    lines: list[_Line]
    is_first: bool
    is_last: bool
    underlined: int = 0

    @property
    def text(self) -> str:
        """The whole text, roughly."""
        return " ".join(line.text for line in self.lines)

    @property
    def is_item(self) -> bool:
        """Whether it begins with a list marker."""
        return self.lines[0].marker > 0

    @property
    def is_running_text(self) -> bool:
        """Whether it is told in sentences, so that it can stand below a heading."""
        text = self.text
        if self.is_item or len(text) > _LONGEST_HEADING:
            return True
        words = text.count(" ") + 1
        return words >= _LEAST_WORDS_OF_A_SENTENCE and _SENTENCE_END.search(text) is not None

    @property
    def may_be_heading(self) -> bool:
        """Whether it is one short line that nothing closes."""
        text = self.lines[0].text
        if len(self.lines) > 1 or self.is_item or self.lines[0].quoted or self.lines[0].cell:
            return False
        if text.endswith("?"):
            return len(text) <= _LONGEST_QUESTION
        return (
            len(text) <= _LONGEST_HEADING and not text[0].islower() and _CLOSED.search(text) is None
        )


def read(data: bytes, uri: str, lang: str | None = None, encoding: str | None = None) -> Document:
    """Return the paragraphs, headings and list items of a text.

    Empty lines separate. Lines that hard wrapping has broken are joined again; lines that stand
    for themselves remain blocks of their own, so that a heading never runs into the sentence
    below it.

    Raises:
        EmptyInputError: there is no text in the file.
        InputError: the file is no text.

    """
    decoded = decode(data, uri, encoding=encoding)
    source = Source(decoded.text)
    pieces = [piece for group in _groups(source) for piece in group]
    headings = _headings(pieces)
    blocks: list[Block] = []
    for piece, level in zip(pieces, headings, strict=True):
        block = _block(source, str(len(blocks) + 1), piece, level)
        if block is not None:
            blocks.append(block)
    if not blocks:
        raise EmptyInputError("there is no text in the file; give a file with text in it", uri)
    title = next((b.text for b in blocks if b.kind is BlockKind.HEADING), None)
    extra = tuple(extra_entries(source, 0, len(source.text)))
    meta = Meta(format="text", encoding=decoded.encoding, title=title, extra=extra)
    return Document(uri, lang, tuple(blocks), meta)


# ---------------------------------------------------------------- lines → pieces


def _groups(source: Source) -> Iterator[list[_Piece]]:
    """Yield what stands between empty lines, cut into pieces."""
    group: list[_Line] = []
    for start, written in source.lines():
        line = _line(written, start)
        if line.text and not _RULER.match(line.text):
            group.append(line)
            continue
        if group:
            underlined = 0
            if _UNDERLINE.match(line.text):
                underlined = 1 if line.text[0] == "=" else 2
            yield _pieces(group, underlined)
        group = []
    if group:
        yield _pieces(group, 0)


def _line(written: str, start: int) -> _Line:
    """Return a line that begins at an offset of the file."""
    text = written.lstrip()
    if not text or text[0].isupper():  # most lines have no sign at their beginning
        indent = len(written) - len(text)
        text = text.rstrip()
        return _Line(text, start + indent, start + indent + len(text), indent, 0, quoted=False)
    quote = _QUOTED.match(written)
    begin = quote.end() if quote else 0
    text = written[begin:].strip()
    indent = len(written[begin:]) - len(written[begin:].lstrip())
    at = start + begin + indent
    marker = _BULLET.match(text) or _NUMBER.match(text)
    size = marker.end() if marker else 0
    return _Line(text, at, at + len(text), indent, size, quote is not None)


def _with_cells(group: list[_Line]) -> list[_Line]:
    """Cut the rows of a table, pasted from a document or a sheet, at their tabs."""
    rows = ["\t" in line.text[line.marker :] for line in group]
    cut: list[_Line] = []
    for line, is_row in zip(group, rows, strict=True):
        if is_row and (sum(rows) > 1 or len(line.text) <= _LONGEST_ROW):
            cut.extend(_cells(line))
        else:
            cut.append(line)
    return cut


def _cells(line: _Line) -> Iterator[_Line]:
    at = line.start
    for written in line.text.split("\t"):
        text = written.strip()
        start = at + len(written) - len(written.lstrip())
        if text:
            yield _Line(text, start, start + len(text), line.indent, 0, line.quoted, cell=True)
        at += len(written) + 1


def _pieces(group: list[_Line], underlined: int) -> list[_Piece]:
    """Join the lines of a group that hard wrapping has broken."""
    if len(group) == 1 and not group[0].marker and "\t" not in group[0].text:
        return [_Piece(group, is_first=True, is_last=True, underlined=underlined)]
    group = _with_cells(group)
    width = max(len(line.text) for line in group)
    is_wrapped = _is_wrapped(group, width)
    lines = [_without_stray_marker(group, n, is_wrapped=is_wrapped) for n in range(len(group))]
    joined: list[list[_Line]] = []
    for line in lines:
        if line is lines[-1] and _ends_apart(lines):
            joined.append([line])
        elif joined and _goes_on(joined[-1], line, width, is_wrapped=is_wrapped):
            joined[-1].append(line)
        else:
            joined.append([line])
    last = len(joined) - 1
    pieces = [_Piece(part, n == 0, n == last) for n, part in enumerate(joined)]
    pieces[-1].underlined = underlined if len(pieces[-1].lines) == 1 else 0
    return pieces


def _is_wrapped(group: Sequence[_Line], width: int) -> bool:
    """Whether lines are broken by width, not by sense: some sentence runs over a line's end."""
    if len(group) == 1 or not _NARROWEST_WRAP <= width <= _WIDEST_WRAP:
        return False
    return (
        any(line.text[0].islower() for line in group[1:])
        or _SENTENCE_END.search(group[-1].text) is not None
        or any(_INNER_SENTENCE.search(line.text) for line in group)
    )


def _without_stray_marker(group: list[_Line], number: int, *, is_wrapped: bool) -> _Line:
    """Return the line, its list marker taken for text where it is none.

    A dash alone begins what somebody says; a number at the beginning of a wrapped line belongs
    to the sentence of the line before.
    """
    line = group[number]
    if not line.marker:
        return line
    is_stray = False
    if line.text.startswith(_DASHES):
        beside = group[max(number - 1, 0) : number] + group[number + 1 : number + 2]
        is_stray = not any(other.text.startswith(line.text[0]) for other in beside)
    elif number and is_wrapped and line.text[0].isdigit() and line.text[line.marker].islower():
        before = group[number - 1]
        is_stray = not before.marker and _CLOSED.search(before.text) is None
    if not is_stray:
        return line
    return _Line(line.text, line.start, line.end, line.indent, 0, line.quoted)


def _goes_on(piece: Sequence[_Line], line: _Line, width: int, *, is_wrapped: bool) -> bool:
    """Whether a line goes on with what the piece before it says."""
    before = piece[-1]
    if line.marker or line.cell or before.cell or line.quoted != before.quoted:
        return False
    if piece[0].marker and line.indent > piece[0].indent:
        return True
    is_open = _CLOSED.search(before.text) is None
    if line.text[0].islower():
        if before.text.endswith((",", "-", "–")) or (is_open and piece[0].marker):
            return True
        if len(before.text) >= _NARROWEST_WRAP:
            return is_open
    first_word = line.text.split(maxsplit=1)[0]
    is_full = len(before.text) + 1 + len(first_word) > width
    return is_wrapped and (is_full or (is_open and len(before.text) + _RAGGED > width))


def _ends_apart(lines: Sequence[_Line]) -> bool:
    """Whether the last line may be a heading for what follows: it begins after a full stop."""
    if len(lines) == 1 or _SENTENCE_END.search(lines[-2].text) is None:
        return False
    return _Piece([lines[-1]], is_first=False, is_last=True).may_be_heading


# ---------------------------------------------------------------- pieces → blocks


def _headings(pieces: Sequence[_Piece]) -> list[int]:
    """Return each piece's level as a heading, 0 for what is none.

    A heading is a short line with nothing at its end, above running text or above another
    heading; in a column of short lines only the one that stands next to running text can be one.
    """
    levels = [0] * len(pieces)
    run = 0  # how many headings stand directly below
    for number in range(len(pieces) - 1, -1, -1):
        piece = pieces[number]
        below = pieces[number + 1] if number + 1 < len(pieces) else None
        if piece.underlined:
            levels[number] = piece.underlined
        elif piece.may_be_heading and _stands_as_heading(pieces, number, run):
            levels[number] = 2
        elif piece.may_be_heading and piece.is_first and piece.is_last and piece.text.isupper():
            levels[number] = 2 if below is None or below.is_running_text else 0
        run = run + 1 if levels[number] else 0
    if pieces and pieces[0].may_be_heading and (levels[0] or pieces[0].is_last):
        levels[0] = 1 if len(pieces) > 1 else 0
    return levels


def _stands_as_heading(pieces: Sequence[_Piece], number: int, run: int) -> bool:
    piece = pieces[number]
    if number + 1 == len(pieces):
        return False
    below = pieces[number + 1]
    if not piece.is_first and not (piece.is_last and pieces[number - 1].is_running_text):
        return False
    if below.is_running_text:
        return True
    return piece.is_last and 0 < run < _LONGEST_RUN_OF_HEADINGS


def _block(source: Source, name: str, piece: _Piece, level: int) -> Block | None:
    text, source_map = _text(source, piece)
    if not any(map(str.isalnum, text)):
        return None
    kind = BlockKind.PARAGRAPH
    if level:
        kind = BlockKind.HEADING
    elif piece.is_item:
        kind, level = BlockKind.LIST_ITEM, 1 + min(piece.lines[0].indent // 2, 5)
    elif piece.lines[0].cell:
        kind = BlockKind.TABLE_CELL
    elif piece.lines[0].quoted:
        kind = BlockKind.QUOTE
    return Block(name, kind, text, None, level, (), source_map)


def _text(source: Source, piece: _Piece) -> tuple[str, SourceMap]:
    """Return the text of a piece, its white space folded, and where it stands."""
    first = piece.lines[0]
    start = first.start + first.marker
    if len(piece.lines) == 1 and source.is_plain:
        written = first.text[first.marker :]
        if written == " ".join(written.split()):  # there is nothing to fold
            return written, SourceMap.at(source.place(start))
    builder = TextBuilder(source)
    for line in piece.lines:
        builder.literal(start if line is first else line.start, line.end)
        builder.space(line.end)
    built = builder.build()
    return built.text, built.source_map(source)
