"""A comment in a page that asks to be silent (``kielipari-ignore: V101 reason``), and its units.

The comment stands on the line of the text it is about, or somewhere before it: it silences the
next text of the file, and nothing beyond that.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from kielipari.model import Block, Document, Place, Suppression, Unit

_NAME = "suppress"  # how the readers call it in Meta.extra: line:rule:reason


def silenced(
    units: Sequence[Unit], source: Document | None, target: Document | None
) -> tuple[Unit, ...]:
    """Return the units with the suppressions that the comments of both documents give them."""
    said = {**_by_block(source), **_by_block(target)}
    if not said:
        return tuple(units)
    return tuple(_with(unit, said) for unit in units)


def _with(unit: Unit, said: dict[int, tuple[Suppression, ...]]) -> Unit:
    blocks = {id(segment.block): None for segment in (*unit.source, *unit.target)}
    found = [suppression for block in blocks for suppression in said.get(block, ())]
    return replace(unit, suppressions=(*unit.suppressions, *found)) if found else unit


def _by_block(document: Document | None) -> dict[int, tuple[Suppression, ...]]:
    found: dict[int, tuple[Suppression, ...]] = {}
    if document is None:
        return found
    for name, value in document.meta.extra:
        if name != _NAME:
            continue
        line, rule, reason = [*value.split(":", 2), "", ""][:3]
        if not line.isdigit():
            continue
        suppression = Suppression(rule, reason.strip(), Place(int(line), 1))
        for block in _next(document.blocks, int(line)):
            found[id(block)] = (*found.get(id(block), ()), suppression)
    return found


def _next(blocks: Iterable[Block], line: int) -> tuple[Block, ...]:
    """Return the blocks that begin on the first line with text from ``line`` on."""
    after = [(block.place().line, block) for block in blocks if block.place().line >= line]
    first = min((place for place, _ in after), default=0)
    return tuple(block for place, block in after if place == first)
