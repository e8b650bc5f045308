"""Notes of XLIFF: ``from="kielipari"`` in 1.2 (OASIS, 2008), ``category`` in 2.x (ISO 21720).

In 1.2 they follow the ``target`` of their unit; in 2.x they stand in the ``notes`` of the unit,
which come before its data and segments.
"""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from kielipari.annotate.edits import Edit, Plan, Remark, in_order
from kielipari.ingest import xml_tree as xml
from kielipari.ingest.source import Source

_OURS = "kielipari"
_NO_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_INDENT = re.compile(r"(\r\n?|\n)([ \t]*)\Z")
_LONGEST_INDENT = 200
_ANCHORS_1 = ("source", "seg-source", "target")
_FOLLOWERS_2 = ("originalData", "segment", "ignorable")


class _Unit(NamedTuple):
    node: xml.Node
    remarks: tuple[Remark, ...]


def plan(source: Source, remarks: Iterable[Remark], uri: str) -> Plan:
    """Return what has to be changed so that every remark is a note of its unit.

    Raises InputError where the XML is broken.
    """
    root = xml.parse(source, uri)
    is_second = (root.get("version") or "1.2").partition(".")[0] == "2"
    units, unplaced = _units(source, root, remarks, "unit" if is_second else "trans-unit")
    made: list[Edit] = []
    before = 0
    for unit in units:
        holders = list(unit.node.elements("notes")) if is_second else [unit.node]
        mine = "category" if is_second else "from"
        old = [n for h in holders for n in h.elements("note") if n.get(mine) == _OURS]
        before += len(old)
        made += (_second if is_second else _first)(source, unit, old)
    made.sort(key=lambda edit: (edit.start, edit.end))
    return Plan(tuple(made), sum(len(unit.remarks) for unit in units), before, unplaced)


def _units(
    source: Source, root: xml.Node, remarks: Iterable[Remark], name: str
) -> tuple[list[_Unit], int]:
    """Return the units with what is to be said of each, and how many remarks are of none."""
    nodes = list(root.find_all(name))
    starts = [node.at for node in nodes]
    wanted: defaultdict[int, dict[tuple[str, bool], Remark]] = defaultdict(dict)
    unplaced = 0
    for remark in in_order(remarks):
        at = source.start_of(remark.line) + remark.column - 1
        index = bisect_right(starts, at) - 1
        if index >= 0 and at < nodes[index].end:
            wanted[index].setdefault((remark.text, remark.is_target), remark)
        else:
            unplaced += 1
    units = [
        _Unit(node, tuple(wanted[index].values()) if index in wanted else ())
        for index, node in enumerate(nodes)
    ]
    return units, unplaced


# ---------------------------------------------------------------- 1.2


def _first(source: Source, unit: _Unit, old: list[xml.Node]) -> Iterator[Edit]:
    """Put the notes behind the target."""
    for note in old:
        yield Edit(note.at - len(_before(source, note.at)), note.end, "")
    anchor = next((n for n in reversed([*unit.node.elements(*_ANCHORS_1)])), None)
    if anchor is not None and unit.remarks:
        lead = _before(source, anchor.at)
        prefix = unit.node.tag[: -len(unit.node.name)]
        written = "".join(
            f'{lead}<{prefix}note from="{_OURS}" annotates="{_side(remark)}" '
            f'priority="{_priority(remark)}">{_escaped(remark.text)}</{prefix}note>'
            for remark in unit.remarks
        )
        yield Edit(anchor.end, anchor.end, written)


# ---------------------------------------------------------------- 2.x


def _second(source: Source, unit: _Unit, old: list[xml.Node]) -> Iterator[Edit]:
    """Put the notes into the unit's own, or make some."""
    holder = unit.node.first("notes")
    kept = [] if holder is None else [n for n in holder.elements("note") if n not in old]
    if holder is not None and kept:
        for note in old:
            yield Edit(note.at - len(_before(source, note.at)), note.end, "")
        if unit.remarks:
            lead = _before(source, kept[-1].at)
            written = "".join(lead + _note(unit, remark) for remark in unit.remarks)
            yield Edit(kept[-1].end, kept[-1].end, written)
        return
    follower = next(unit.node.elements(*_FOLLOWERS_2), None)
    if follower is None:
        return
    lead = _before(source, follower.at)
    if holder is not None and old:
        between = source.text[holder.end : follower.at]
        yield Edit(holder.at, follower.at if not between.strip() else holder.end, "")
    if unit.remarks:
        prefix = unit.node.tag[: -len(unit.node.name)]
        inner = lead + _step(source, unit.node, lead)
        notes = "".join(inner + _note(unit, remark) for remark in unit.remarks)
        written = f"<{prefix}notes>{notes}{lead}</{prefix}notes>{lead}"
        yield Edit(follower.at, follower.at, written)


def _note(unit: _Unit, remark: Remark) -> str:
    prefix = unit.node.tag[: -len(unit.node.name)]
    return (
        f'<{prefix}note category="{_OURS}" appliesTo="{_side(remark)}" '
        f'priority="{_priority(remark)}">{_escaped(remark.text)}</{prefix}note>'
    )


def _step(source: Source, unit: xml.Node, lead: str) -> str:
    """Return by how much a level is indented; nothing where an element has no line of its own."""
    if not lead:
        return ""
    inside, outside = lead.lstrip("\r\n"), _before(source, unit.at).lstrip("\r\n")
    return inside.removeprefix(outside) or "  "


# ---------------------------------------------------------------- both


def _before(source: Source, at: int) -> str:
    """Return the line break and the indentation before an element that begins its line."""
    found = _INDENT.search(source.text[max(at - _LONGEST_INDENT, 0) : at])
    return found.group() if found is not None else ""


def _side(remark: Remark) -> str:
    return "target" if remark.is_target else "source"


def _priority(remark: Remark) -> int:
    """Return 1, the highest, for an error; both versions count to 10."""
    return remark.severity.rank + 1


def _escaped(text: str) -> str:
    legal = _NO_XML.sub("\ufffd", text)
    return legal.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
