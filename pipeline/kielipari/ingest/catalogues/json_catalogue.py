"""JSON catalogues: i18next, Flutter's ARB, browser extensions and plain objects → Document."""

import json
import re
from pathlib import PurePosixPath

from kielipari.errors import InputError
from kielipari.ingest.catalogues.entries import Entries
from kielipari.ingest.decode import decode
from kielipari.ingest.escapes import add_escaped, utf16
from kielipari.ingest.languages import primary
from kielipari.ingest.source import Fold, Mapped, Source, TextBuilder
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
    _validate(decoded.text, uri)
    entries = Entries(source)
    declared = None
    for key, span in _strings(source, uri):
        if key == "@@locale":
            declared = source.text[span[0] : span[1]]
        elif not key.startswith("@"):
            entries.add(key, _text(source, span))
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


def _strings(source: Source, uri: str) -> list[tuple[str, tuple[int, int]]]:
    """Return path and place of every string value of a valid JSON text."""
    found: list[tuple[str, tuple[int, int]]] = []
    stack: list[_Container] = []
    for token in _TOKEN.finditer(source.text):
        mark = token.group()[0]
        top = stack[-1] if stack else None
        if mark in "{[":
            stack.append(_Container(top.path if top else "", is_object=mark == "{"))
            if len(stack) > MOST_NESTED:
                raise _too_deep(uri)
        elif mark in "}]":
            stack.pop()
        elif mark == "," and top is not None:
            top.next()
        elif mark == ":" and top is not None:
            top.awaits_key = False
        elif mark == '"' and top is not None:
            if top.awaits_key:
                top.key = _text(source, token.span(1)).text
            else:
                found.append((top.path, token.span(1)))
    return found


class _Container:
    """An open object or array, and where in it the reader is."""

    def __init__(self, prefix: str, *, is_object: bool) -> None:
        self._prefix = prefix
        self._is_object = is_object
        self._index = 0
        self.key = ""
        self.awaits_key = is_object

    @property
    def path(self) -> str:
        if not self._is_object:
            return f"{self._prefix}[{self._index}]"
        return f"{self._prefix}.{self.key}" if self._prefix else self.key

    def next(self) -> None:
        self._index += 1
        self.awaits_key = self._is_object


def _text(source: Source, span: tuple[int, int]) -> Mapped:
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
