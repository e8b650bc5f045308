"""CSV with a column for each language → Bitext."""

import csv
import re
from collections.abc import Sequence

from kielipari.errors import EmptyInputError, InputError
from kielipari.ingest.builder import Fold, TextBuilder
from kielipari.ingest.decode import decode
from kielipari.ingest.escapes import add_escaped
from kielipari.ingest.languages import primary
from kielipari.ingest.source import Mapped, Source
from kielipari.ingest.units import UniqueNames, segment_of
from kielipari.model import Bitext, Meta, Origin, Unit, UnitState

_SOURCES = ("source", "src", "original", "msgid", "lähde", "källa")
_TARGETS = ("target", "trg", "translation", "msgstr", "käännös", "översättning")
_KEYS = ("key", "id", "name", "identifier", "location", "avain", "nyckel")
_CONTEXTS = ("context", "msgctxt")
_NOTES = ("notes", "note", "comments", "comment", "translator_comments", "developer_comments")
_LANGUAGE_CODE = 2
_QUOTED = re.compile(r'"((?:[^"]++|"")*+)"')
_DOUBLED = re.compile('""')


class _Columns:
    """Which column holds what; languages are told by a code in the first row."""

    def __init__(self, header: Sequence[str], lang: str | None) -> None:
        names = [name.strip().lower() for name in header]
        self.key = _first(names, _KEYS)
        self.context = _first(names, _CONTEXTS)
        self.note = _first(names, _NOTES)
        self.source = _first(names, _SOURCES)
        self.target = _first(names, _TARGETS)
        self.langs: tuple[str | None, str | None] = (None, lang)
        codes = {
            n: code
            for n, name in enumerate(names)
            if (code := primary(name)) is not None
            and len(code) == _LANGUAGE_CODE
            and n not in (self.key, self.context, self.note)
        }
        if (self.source is None or self.target is None) and len(codes) > 1:
            target = next((n for n, code in codes.items() if code == lang), None)
            columns = [n for n in codes if n != target]
            self.source = columns[0]
            self.target = columns[1] if target is None else target
            self.langs = (codes[self.source], codes[self.target])


def read(data: bytes, uri: str, lang: str | None = None, encoding: str | None = None) -> Bitext:
    """Return the rows of a table as units.

    The first row names the columns: ``source`` and ``target``, or a language code over each of
    two columns; ``key``, ``context`` and ``note`` may stand beside them. Separators are commas,
    semicolons or tabs.

    Raises:
        EmptyInputError: there is no row but the first.
        InputError: the columns are not named, or a quotation mark is not closed.

    """
    decoded = decode(data, uri, encoding=encoding)
    source = Source(decoded.text)
    rows = _rows(source, uri)
    columns = _Columns(rows[0][1] if rows else (), lang)
    if columns.source is None or columns.target is None:
        raise InputError(
            'the first row must name two columns "source" and "target", or two languages', uri, 1
        )
    names = UniqueNames()
    units = [
        unit
        for number, row in rows[1:]
        if (unit := _unit(source, number, row, columns, names)) is not None
    ]
    if not units:
        raise EmptyInputError("there is no row with a text in it; fill the table", uri)
    return Bitext(
        uri,
        columns.langs[0],
        columns.langs[1],
        tuple(units),
        Meta(format="csv", encoding=decoded.encoding, declared_lang=columns.langs[1]),
    )


_LONGEST_CELL = 131_072


def _first(names: Sequence[str], wanted: Sequence[str]) -> int | None:
    return next((n for n, name in enumerate(names) if name in wanted), None)


def _rows(source: Source, uri: str) -> list[tuple[int, list[str]]]:
    """Return the rows with the lines they begin on."""
    first_line = source.line(1)
    delimiter = max(",;\t", key=first_line.count)
    reader = csv.reader(source.raw_lines(), delimiter=delimiter, strict=True)
    rows = []
    line = 1
    try:
        for row in reader:
            # csv's own limit is a setting of the whole process, so it is not relied on.
            if any(len(cell) > _LONGEST_CELL for cell in row):
                raise csv.Error(f"a cell of more than {_LONGEST_CELL} characters")  # noqa: TRY301
            rows.append((line, row))
            line = reader.line_num + 1
    except csv.Error as error:
        raise InputError(f"the table is broken ({error}); mend the row", uri, line) from None
    return rows


def _unit(
    source: Source, line: int, row: Sequence[str], columns: _Columns, names: UniqueNames
) -> Unit | None:
    cells = _locate(source, line, row)

    def cell(column: int | None) -> Mapped | None:
        return cells[column] if column is not None and column < len(cells) else None

    key = cell(columns.key)
    context = cell(columns.context)
    note = cell(columns.note)
    name = key.text if key is not None and key.text else str(line)
    first, second = cell(columns.source), cell(columns.target)
    one = segment_of(first, source, name) if first is not None else None
    other = segment_of(second, source, name) if second is not None else None
    if one is None and other is None:
        return None
    is_empty = other is None or other.text.isspace()
    return Unit(
        id=names.take(name),
        source=() if one is None else (one,),
        target=() if other is None else (other,),
        origin=Origin.ENTRY,
        key=key.text if key is not None else None,
        context=context.text if context is not None else None,
        state=UnitState.UNTRANSLATED if is_empty else UnitState.TRANSLATED,
        notes=(note.text,) if note is not None and note.text else (),
    )


def _locate(source: Source, line: int, row: Sequence[str]) -> list[Mapped]:
    """Find the cells of a row again in the file."""
    at = source.start_of(line)
    cells = []
    for value in row:
        builder = TextBuilder(source, Fold.NONE)
        quoted = _QUOTED.match(source.text, at)
        if quoted is None:
            start, end = at, at + len(value)
            builder.literal(start, end)
        else:
            start, end = quoted.span(1)
            add_escaped(builder, source, (start, end), _DOUBLED, lambda _: '"')
            end += 1
        cells.append(builder.built_or_empty(start))
        at = end + 1  # behind the separator
    return cells
