"""JSON catalogues: i18next, Flutter's ARB, browser extensions and plain objects → Document."""

import json
import re
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import NamedTuple

from kielipari.errors import InputError
from kielipari.ingest.builder import Fold, TextBuilder
from kielipari.ingest.catalogues.entries import Entries
from kielipari.ingest.decode import decode
from kielipari.ingest.escapes import add_escaped, utf16
from kielipari.ingest.languages import primary
from kielipari.ingest.source import Mapped, Source
from kielipari.model import Document

MOST_NESTED = 100

_TOKEN = re.compile(r'"((?:[^"\\]++|\\.)*+)"|[{}\[\],:]|[^\s{}\[\],:"]++')
_ESCAPE = re.compile(
    r"\\(?:u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|.)"
)
_ESCAPED = {"b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t"}
_EXTENSION_FILE = "messages.json"  # of a browser extension: name → message, description


def read(data: bytes, uri: str, lang: str | None = None, encoding: str | None = None) -> Document:
    """Return every string of a JSON file as an entry named by its path: ``menu.items[0].label``.

    Raises:
        EmptyInputError: no string is in it.
        InputError: it is no JSON, or is nested more than 100 deep.

    """
    decoded = decode(data, uri, encoding=encoding)
    source = Source(decoded.text)
    entries = Entries(source)
    declared = None
    for path, span, is_key, is_string in tokens(source, uri):
        if is_key or not is_string:
            continue
        key = _joined(path)
        if key == "@@locale":
            declared = source.text[span[0] : span[1]]
        elif not key.startswith("@"):
            entries.add(key, text_of(source, span))
    if PurePosixPath(uri).name == _EXTENSION_FILE:
        _drop_descriptions(entries)
    return entries.document(uri, "json", decoded, lang or primary(declared), declared)


def _validate(text: str, uri: str) -> None:
    try:
        json.loads(text, strict=False)
    except json.JSONDecodeError as error:
        raise InputError(
            f"the file is no valid JSON ({error.msg}); mend the line", uri, error.lineno
        ) from None
    except RecursionError:
        raise _too_deep(uri) from None
    except ValueError as error:
        raise InputError(f"the file is no valid JSON ({error}); mend it", uri) from None


def _too_deep(uri: str) -> InputError:
    return InputError(f"the JSON is nested more than {MOST_NESTED} deep; flatten it", uri)


class Token(NamedTuple):
    """A key, a string or another value of a JSON text, with the way to it and its place.

    ``path`` are the keys and indices that lead to it; the span of a string is inside its
    quotation marks.
    """

    path: tuple[str | int, ...]
    span: tuple[int, int]
    is_key: bool
    is_string: bool


def tokens(source: Source, uri: str) -> Iterator[Token]:
    """Yield what stands in a JSON text, in the order of the file.

    Raises:
        InputError: it is no JSON, or is nested more than 100 deep.

    """
    _validate(source.text, uri)
    stack: list[_Container] = []
    for token in _TOKEN.finditer(source.text):
        mark = token.group()[0]
        top = stack[-1] if stack else None
        if mark in "{[":
            stack.append(_Container(top.path if top else (), is_object=mark == "{"))
            if len(stack) > MOST_NESTED:
                raise _too_deep(uri)
        elif mark in "}]":
            stack.pop()
        elif top is None:
            continue  # a lone value, without a name
        elif mark == ",":
            top.next()
        elif mark == ":":
            top.awaits_key = False
        elif mark == '"' and top.awaits_key:
            top.key = text_of(source, token.span(1)).text
            yield Token(top.path, token.span(1), is_key=True, is_string=True)
        else:
            is_string = mark == '"'
            yield Token(top.path, token.span(int(is_string)), is_key=False, is_string=is_string)


def _joined(path: tuple[str | int, ...]) -> str:
    """Write a path as in JavaScript: ``menu.items[0].label``."""
    parts = (f"[{part}]" if isinstance(part, int) else f".{part}" for part in path)
    return "".join(parts).removeprefix(".")


class _Container:
    """An open object or array, and where in it the reader is."""

    __slots__ = ("_index", "_is_object", "_prefix", "awaits_key", "key")

    def __init__(self, prefix: tuple[str | int, ...], *, is_object: bool) -> None:
        self._prefix = prefix
        self._is_object = is_object
        self._index = 0
        self.key = ""
        self.awaits_key = is_object

    @property
    def path(self) -> tuple[str | int, ...]:
        return (*self._prefix, self.key if self._is_object else self._index)

    def next(self) -> None:
        self._index += 1
        self.awaits_key = self._is_object


def text_of(source: Source, span: tuple[int, int]) -> Mapped:
    """Return the text of a string, its escapes read."""
    builder = TextBuilder(source, Fold.NONE)
    add_escaped(builder, source, span, _ESCAPE, _unescaped)
    return builder.built_or_empty(span[0])


def _unescaped(escape: str) -> str:
    if escape[1] == "u":
        return utf16(escape.replace("\\u", ""))
    return _ESCAPED.get(escape[1], escape[1])


def _drop_descriptions(entries: Entries) -> None:
    """Leave out what an extension's file says to translators."""
    for key in entries.keys:
        name, _, field = key.partition(".")
        if field != "message" and f"{name}.message" in entries:
            entries.drop(key)
