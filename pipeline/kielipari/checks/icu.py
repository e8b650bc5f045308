"""ICU MessageFormat, as far as checks need it: arguments, their branches, and what is invalid.

After the grammar in ICU's User Guide, "Formatting Messages": an apostrophe quotes braces, a
plural or select argument has branches in braces and must have one called ``other``.
"""

import re
from dataclasses import dataclass, field

_COMPLEX = re.compile(r"\{\s*[\w.-]{1,60}\s*,\s*(?:plural|select|selectordinal)\s*,")
_HEAD = re.compile(r"\s*([\w.-]{1,60})\s*(?:,\s*(\w{1,20})\s*)?")
_SELECTOR = re.compile(r"\s*(?:offset:\s*\d{1,6}\s*)?(=\d{1,6}|[\w-]{1,40})?\s*")
_SYNTAX = re.compile(
    r"\{\s*[\w.-]{1,60}\s*,\s*(?:plural|select|selectordinal)\s*,(?:\s*offset:\s*\d{1,6})?"
    r"|\}\s{0,40}(?:=\d{1,6}|[\w-]{1,40})\s{0,10}(?=\{)"
)
_SELECTED = re.compile(r"\s{0,40}(?:=\d{1,6}|[\w-]{1,40})\s{0,10}(?=\{)")
_DEEPEST = 20
_BRANCHED = frozenset({"plural", "select", "selectordinal"})


class IcuError(ValueError):
    """A message that ICU would refuse; the argument is the defect's key."""


@dataclass(slots=True)
class Argument:
    """An argument: its name, its type ("" for a plain one), and a branch's arguments by selector."""

    name: str
    type: str
    branches: dict[str, list["Argument"]] = field(default_factory=dict)


def is_complex(text: str) -> bool:
    """Whether the text has a plural or select argument."""
    return "," in text and _COMPLEX.search(text) is not None


def without_syntax(text: str) -> str:
    """Return a message with spaces for what a reader never sees: arguments' names and selectors."""
    pieces, position = [], 0
    for found in _SYNTAX.finditer(text):
        selected = _SELECTED.match(text, found.end())
        end = selected.end() if selected else found.end()
        pieces += [text[position : found.start()], " " * (end - found.start())]
        position = max(position, end)
    return "".join(pieces) + text[position:]


def parse(text: str) -> list[Argument]:
    """Return the arguments of a message; raises IcuError for one that ICU would refuse."""
    arguments, end = _message(text, 0, 0)
    if end < len(text):
        raise IcuError("unbalanced")
    return arguments


def names(arguments: list[Argument]) -> set[str]:
    """Return the names of all arguments, those within branches too."""
    found: set[str] = set()
    for argument in arguments:
        found.add(argument.name)
        for inner in argument.branches.values():
            found |= names(inner)
    return found


def plurals(arguments: list[Argument]) -> list[Argument]:
    """Return the plural arguments, those within branches too."""
    found = []
    for argument in arguments:
        if argument.type == "plural":
            found.append(argument)
        for inner in argument.branches.values():
            found += plurals(inner)
    return found


def _message(text: str, position: int, depth: int) -> tuple[list[Argument], int]:
    """Read up to the brace that closes the branch, or the end."""
    if depth > _DEEPEST:
        raise IcuError("too-deep")
    found = []
    while position < len(text):
        char = text[position]
        if char == "'" and text[position + 1 : position + 2] in {"{", "}"}:
            closing = text.find("'", position + 1)
            position = len(text) if closing < 0 else closing + 1
        elif char == "{":
            argument, position = _argument(text, position + 1, depth)
            found.append(argument)
        elif char == "}":
            return found, position
        else:
            position += 1
    return found, position


def _argument(text: str, position: int, depth: int) -> tuple[Argument, int]:
    head = _HEAD.match(text, position)
    if head is None:
        raise IcuError("unbalanced")
    argument = Argument(head[1], head[2] or "")
    position = head.end()
    if argument.type in _BRANCHED and text[position : position + 1] == ",":
        position = _branches(text, position + 1, depth, argument)
    else:
        closing = text.find("}", position)
        if closing < 0:
            raise IcuError("unbalanced")
        position = closing
    return argument, position + 1


def _branches(text: str, position: int, depth: int, argument: Argument) -> int:
    while True:
        selector = _SELECTOR.match(text, position)
        if selector is None:
            raise IcuError("unbalanced")
        position = selector.end()
        following = text[position : position + 1]
        if following == "}" and not selector[1]:
            break
        if following != "{" or not selector[1]:
            raise IcuError("unbalanced")
        inner, position = _message(text, position + 1, depth + 1)
        if text[position : position + 1] != "}":
            raise IcuError("unbalanced")
        argument.branches[selector[1]] = inner
        position += 1
    if "other" not in argument.branches:
        raise IcuError("no-other")
    return position
