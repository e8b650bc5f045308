"""INI → Document: ``[section]`` and ``key = value``."""

import re

from kielipari.errors import InputError
from kielipari.ingest.builder import Fold, TextBuilder
from kielipari.ingest.catalogues.entries import Entries
from kielipari.ingest.decode import decode
from kielipari.ingest.source import Source
from kielipari.model import Document

_SECTION = re.compile(r"[ \t]*+\[([^\]\r\n]++)\]")
_ENTRY = re.compile(r"[ \t]*+([^=:;#\[\s][^=:\r\n]*+)[=:][ \t]*+([^\r\n]*+)")
_SKIPPED = re.compile(r"[ \t]*+(?:[;#]|$)")


def read(data: bytes, uri: str, lang: str | None = None, encoding: str | None = None) -> Document:
    """Return the entries of an INI file, named ``section.key``; quotation marks around a value go.

    An indented line without a key goes on with the value above it.

    Raises:
        EmptyInputError: there is no entry.
        InputError: a line is neither section, entry nor comment; the error has the line.

    """
    decoded = decode(data, uri, encoding=encoding)
    source = Source(decoded.text)
    entries = Entries(source)
    section, key = "", ""
    spans: list[tuple[int, int]] = []
    for number in range(1, source.line_count + 1):
        line = source.line(number)
        if _SKIPPED.match(line):
            continue
        header, entry = _SECTION.match(line), _ENTRY.match(line)
        if header is None and entry is None:
            if not (key and line[0].isspace()):
                raise InputError("the line is not of the form key = value; mend it", uri, number)
            start = source.start_of(number) + len(line) - len(line.lstrip())
            spans.append((start, start + len(line.strip())))
            continue
        _add(entries, source, key, spans)
        key, spans = "", []
        if header is not None:
            section = header.group(1).strip()
        elif entry is not None:
            name = entry.group(1).strip()
            key = f"{section}.{name}" if section else name
            spans = [_unquoted(source, number, entry.start(2), entry.group(2))]
    _add(entries, source, key, spans)
    return entries.document(uri, "ini", decoded, lang)


def _unquoted(source: Source, number: int, column: int, value: str) -> tuple[int, int]:
    start = source.start_of(number) + column
    value = value.rstrip()
    if len(value) > 1 and value[0] == value[-1] == '"':
        return start + 1, start + len(value) - 1
    return start, start + len(value)


def _add(entries: Entries, source: Source, key: str, spans: list[tuple[int, int]]) -> None:
    if not key:
        return
    builder = TextBuilder(source, Fold.NONE)
    for number, (start, end) in enumerate(spans):
        if number:
            builder.replace("\n", spans[number - 1][1], keep=True)
        builder.literal(start, end)
    entries.add(key, builder.built_or_empty(spans[0][0]))
