"""XLIFF 2.0 and 2.1 (ISO 21720)."""

from kielipari.ingest import xml_tree as xml
from kielipari.ingest.bilingual.build import Facts, UnitList
from kielipari.ingest.bilingual.inline import content
from kielipari.ingest.builder import Fold
from kielipari.model import UnitState

_STATES = {
    "initial": UnitState.NEEDS_REVIEW,
    "translated": UnitState.TRANSLATED,
    "reviewed": UnitState.TRANSLATED,
    "final": UnitState.FINAL,
}


def read_into(units: UnitList, root: xml.Node) -> tuple[str | None, str | None]:
    """Read the units of every file element; return source and target language as declared."""
    for unit in root.find_all("unit"):
        if unit.get("translate") != "no":
            _read_unit(units, unit)
    return root.get("srcLang"), root.get("trgLang")


def _read_unit(units: UnitList, unit: xml.Node) -> None:
    native = {
        data.get("id") or "": data.text
        for holder in unit.elements("originalData")
        for data in holder.elements("data")
    }
    notes = tuple(note for holder in unit.elements("notes") for note in holder.elements("note"))
    segments = list(unit.elements("segment"))
    for number, segment in enumerate(segments, 1):
        source, target = segment.first("source"), segment.first("target")
        if source is None:
            continue
        fold = Fold.NONE if _keeps_space(unit, source) else Fold.LINES
        part = f":{segment.get('id') or number}" if len(segments) > 1 else ""
        units.add(
            content(source, units.source, fold, native),
            content(target, units.source, fold, native) if target is not None else None,
            Facts(
                key=unit.get("id"),
                state=_STATES.get(segment.get("state") or ""),
                notes=notes,
                context=unit.get("name"),
                part=part,
            ),
        )


def _keeps_space(unit: xml.Node, source: xml.Node) -> bool:
    return (source.get("xml:space") or unit.get("xml:space")) == "preserve"
