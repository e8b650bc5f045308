"""Apple's .strings (the old-style property list of Localizable.strings) → Document."""

import re

from kielipari.errors import InputError
from kielipari.ingest.builder import Fold, TextBuilder
from kielipari.ingest.catalogues.entries import Entries
from kielipari.ingest.decode import decode
from kielipari.ingest.escapes import add_escaped, utf16
from kielipari.ingest.source import Mapped, Source
from kielipari.model import Document

_SKIPPED = re.compile(r"(?:\s++|//[^\r\n]*+|/\*(?:[^*]++|\*(?!/))*+\*/)*+")
_STRING = r'(?:"((?:[^"\\]++|\\.)*+)"|([\w.$/:-]++))'
_ENTRY = re.compile(rf"{_STRING}\s*+(?:=\s*+{_STRING}\s*+)?;", re.DOTALL)
_ESCAPE = re.compile(
    r"\\(?:[uU][dD][89abAB][0-9a-fA-F]{2}\\[uU][dD][c-fC-F][0-9a-fA-F]{2}|[uU][0-9a-fA-F]{4}"
    r"|[0-7]{1,3}|.)",
    re.DOTALL,
)
_ESCAPED = {"a": "\a", "b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t", "v": "\v"}


def read(data: bytes, uri: str, lang: str | None = None, encoding: str | None = None) -> Document:
    """Return the entries of a .strings file, in UTF-16 or UTF-8.

    Raises:
        EmptyInputError: there is no entry.
        InputError: the syntax is wrong; the error has the line.

    """
    decoded = decode(data, uri, encoding=encoding)
    source = Source(decoded.text)
    entries = Entries(source)
    position = _skip(source.text, 0)
    while position < len(source.text):
        entry = _ENTRY.match(source.text, position)
        if entry is None:
            raise InputError(
                'the line is not of the form "key" = "value"; mend it',
                uri,
                source.place(position).line,
            )
        key = _text(source, entry.span(1 if entry.group(1) is not None else 2)).text
        value = next((n for n in (3, 4) if entry.group(n) is not None), None)
        entries.add(key, _text(source, entry.span(value or (1 if entry.group(1) else 2))))
        position = _skip(source.text, entry.end())
    return entries.document(uri, "apple-strings", decoded, lang)


def _skip(text: str, position: int) -> int:
    found = _SKIPPED.match(text, position)
    return found.end() if found else position


def _text(source: Source, span: tuple[int, int]) -> Mapped:
    builder = TextBuilder(source, Fold.NONE)
    add_escaped(builder, source, span, _ESCAPE, _unescaped)
    return builder.built_or_empty(span[0])


def _unescaped(escape: str) -> str:
    if escape[1] in "uU" and len(escape) > 2:  # noqa: PLR2004 (a code follows the letter)
        return utf16(re.sub(r"\\[uU]", "", escape))
    if escape[1] in "01234567":
        return chr(int(escape[1:], 8))
    return _ESCAPED.get(escape[1], escape[1])
