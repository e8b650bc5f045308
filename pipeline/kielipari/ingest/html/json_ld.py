"""JSON-LD: what a page tells of itself to those who show it in their results (schema.org)."""

import json
import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from kielipari.model import BlockKind

_DATES = ("dateModified", "dateUpdated")
_LONGEST = 2_000_000
_KINDS = {
    "headline": BlockKind.OPEN_GRAPH,
    "alternativeHeadline": BlockKind.OPEN_GRAPH,
    "name": BlockKind.OPEN_GRAPH,
    "description": BlockKind.DESCRIPTION,
    "abstract": BlockKind.DESCRIPTION,
}
_MEMBER = re.compile(rf'"({"|".join(_KINDS)})"\s*+:\s*+"((?:[^"\\]++|\\.)*+)"', re.DOTALL)
# What is called by a phrase; the name of a person, an office or a place is none.
_PHRASED = re.compile(
    r"(?:\w*Page|\w*Article|BlogPosting|Report|\w*Event|ListItem|Question|\w*Service|HowTo\w*|"
    r"Course|Dataset)\Z"
)


class Shown(NamedTuple):
    """A text that is shown, between two offsets of the file; its escapes are not read."""

    kind: BlockKind
    start: int
    end: int


class Described(NamedTuple):
    """What a script of JSON-LD says: when the page was last changed, and texts."""

    modified: str | None = None
    texts: tuple[Shown, ...] = ()


def described(text: str, start: int, end: int) -> Described:
    """Read a script between two offsets of a page; one that is no JSON says nothing."""
    written = text[start:end]
    if end - start > _LONGEST or not any(name in written for name in (*_DATES, *_KINDS)):
        return Described()
    try:
        data = json.loads(written, strict=False)
    except (ValueError, RecursionError):
        return Described()
    modified: str | None = None
    said: set[tuple[str, str]] = set()
    for node in _objects(data):
        for name in _DATES:
            value = node.get(name)
            if modified is None and isinstance(value, str):
                modified = value
        for name in _KINDS:
            value = node.get(name)
            if isinstance(value, str) and (name != "name" or _is_phrased(node)):
                said.add((name, value))
    return Described(modified, tuple(_shown(text, start, end, said)))


def _shown(text: str, start: int, end: int, said: set[tuple[str, str]]) -> Iterator[Shown]:
    """Yield where the texts stand; one that is said twice, once."""
    for match in _MEMBER.finditer(text, start, end):
        name, value = match[1], json.loads(f'"{match[2]}"', strict=False)
        if (name, value) in said:
            said.discard((name, value))
            yield Shown(_KINDS[name], *match.span(2))


def _is_phrased(node: Mapping[str, object]) -> bool:
    types = node.get("@type")
    names = types if isinstance(types, list) else [types]
    return any(isinstance(name, str) and _PHRASED.match(name) for name in names)


def _objects(data: object) -> Iterator[Mapping[str, object]]:
    """Yield every object of a JSON value, the outer ones first."""
    waiting = [data]
    for value in waiting:
        if isinstance(value, dict):
            yield value
            waiting.extend(value.values())
        elif isinstance(value, list):
            waiting.extend(value)
