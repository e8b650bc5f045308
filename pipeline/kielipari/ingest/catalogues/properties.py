"""Java .properties → Document (java.util.Properties.load)."""

import re

from kielipari.errors import InputError
from kielipari.ingest.builder import Fold, TextBuilder
from kielipari.ingest.catalogues.entries import Entries
from kielipari.ingest.decode import decode
from kielipari.ingest.escapes import add_escaped, utf16
from kielipari.ingest.source import Mapped, Source
from kielipari.model import Document

_KEY = re.compile(r"[ \t\f]*+((?:[^\\:= \t\f\r\n]|\\.)++)([ \t\f]*+[:=]?[ \t\f]*+)")
_COMMENT = re.compile(r"[ \t\f]*+(?:[#!]|$)")
_LEAD = re.compile(r"[ \t\f]*+")
_ESCAPE = re.compile(
    r"\\(?:u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|.)"
)
_BROKEN = re.compile(r"(?<!\\)(?:\\\\)*+\\u(?![0-9a-fA-F]{4})")
_ESCAPED = {"t": "\t", "n": "\n", "r": "\r", "f": "\f"}


def read(data: bytes, uri: str, lang: str | None = None, encoding: str | None = None) -> Document:
    """Return the entries of a properties file, in ISO 8859-1 with escapes or in UTF-8.

    Raises:
        EmptyInputError: there is no entry.
        InputError: an escape is broken, or no line has a key and a value.

    """
    decoded = decode(data, uri, encoding=encoding)
    source = Source(decoded.text)
    entries = Entries(source)
    is_separated = False
    number = 0
    while number < source.line_count:
        number += 1
        line = source.line(number)
        if _COMMENT.match(line):
            continue
        broken = _BROKEN.search(line)
        if broken is not None:
            raise InputError(r"\u needs four hexadecimal digits; mend the escape", uri, number)
        head = _KEY.match(line)
        name, value_at = ("", 0) if head is None else (head.group(1), head.end())
        is_separated = is_separated or (head is not None and bool(head.group(2)))
        spans, number = _value(source, number, value_at)
        entries.add(_key(name), _text(source, spans))
    if entries.keys and not is_separated:
        raise InputError("no line has a key and a value; give a .properties file", uri)
    return entries.document(uri, "properties", decoded, lang)


def _value(source: Source, number: int, column: int) -> tuple[list[tuple[int, int]], int]:
    """Return the stretches of a value that may go on over several lines, and its last line."""
    spans = []
    while True:
        line = source.line(number)
        start = source.start_of(number)
        is_continued = (len(line) - len(line.rstrip("\\"))) % 2 == 1
        end = len(line) - 1 if is_continued else len(line)
        spans.append((start + min(column, end), start + end))
        if not is_continued or number == source.line_count:
            return spans, number
        number += 1
        lead = _LEAD.match(source.line(number))
        column = lead.end() if lead else 0


def _text(source: Source, spans: list[tuple[int, int]]) -> Mapped:
    builder = TextBuilder(source, Fold.NONE)
    for span in spans:
        add_escaped(builder, source, span, _ESCAPE, _unescaped)
    return builder.built_or_empty(spans[0][0])


def _key(written: str) -> str:
    return _ESCAPE.sub(lambda match: _unescaped(match.group()), written)


def _unescaped(escape: str) -> str:
    if escape[1] == "u":
        return utf16(escape.replace("\\u", ""))
    return _ESCAPED.get(escape[1], escape[1])
