"""XLIFF 1.2 (OASIS, 2008), and what SDL Trados Studio and memoQ make of it."""

from collections.abc import Iterator

from kielipari.ingest import xml_tree as xml
from kielipari.ingest.bilingual.build import Facts, UnitList
from kielipari.ingest.bilingual.inline import content
from kielipari.ingest.builder import Fold
from kielipari.model import UnitState

_STATES = {
    "final": UnitState.FINAL,
    "signed-off": UnitState.FINAL,
    "translated": UnitState.TRANSLATED,
    "needs-adaptation": UnitState.NEEDS_REVIEW,
    "needs-l10n": UnitState.NEEDS_REVIEW,
    "needs-review-adaptation": UnitState.NEEDS_REVIEW,
    "needs-review-l10n": UnitState.NEEDS_REVIEW,
    "needs-review-translation": UnitState.NEEDS_REVIEW,
    "needs-translation": UnitState.NEEDS_REVIEW,
    "new": UnitState.NEEDS_REVIEW,
    # SDLXLIFF, the conf attribute of a segment
    "Draft": UnitState.NEEDS_REVIEW,
    "Translated": UnitState.TRANSLATED,
    "RejectedTranslation": UnitState.NEEDS_REVIEW,
    "ApprovedTranslation": UnitState.FINAL,
    "RejectedSignOff": UnitState.NEEDS_REVIEW,
    "ApprovedSignOff": UnitState.FINAL,
    # MQXLIFF, mq:status
    "NotStarted": UnitState.NEEDS_REVIEW,
    "Edited": UnitState.NEEDS_REVIEW,
    "PartiallyEdited": UnitState.NEEDS_REVIEW,
    "Pretranslated": UnitState.NEEDS_REVIEW,
    "Rejected": UnitState.NEEDS_REVIEW,
    "AssembledFromFragments": UnitState.NEEDS_REVIEW,
    "MachineTranslated": UnitState.NEEDS_REVIEW,
    "ManuallyConfirmed": UnitState.TRANSLATED,
    "TranslatorConfirmed": UnitState.TRANSLATED,
    "Reviewer1Confirmed": UnitState.FINAL,
    "Proofread": UnitState.FINAL,
}


def read_into(units: UnitList, root: xml.Node) -> tuple[str | None, str | None]:
    """Read the units of every file element; return source and target language as declared."""
    languages: tuple[str | None, str | None] = (None, None)
    for file in root.elements("file"):
        source_lang, target_lang = file.get("source-language"), file.get("target-language")
        languages = (languages[0] or source_lang, languages[1] or target_lang)
        keeps = _keeps(file, inherited=_keeps(root, inherited=False))
        for body in file.elements("body"):
            for unit, keeps_space in _units(body, keeps=keeps):
                _read_unit(units, unit, Fold.NONE if keeps_space else Fold.LINES)
    return languages


def _keeps(node: xml.Node, *, inherited: bool) -> bool:
    """Whether white space counts within an element (xml:space)."""
    space = node.get("xml:space")
    return inherited if space is None else space == "preserve"


def _units(body: xml.Node, *, keeps: bool) -> Iterator[tuple[xml.Node, bool]]:
    """Yield the units of a body and of the groups in it."""
    waiting = [(body, keeps)]
    while waiting:
        node, outer = waiting.pop()
        inner = _keeps(node, inherited=outer)
        if node.name == "trans-unit":
            if node.get("translate") != "no":
                yield node, inner
            continue
        waiting.extend(
            (child, inner) for child in reversed([*node.elements("group", "trans-unit")])
        )


def _read_unit(units: UnitList, node: xml.Node, fold: Fold) -> None:
    source, target = node.first("source"), node.first("target")
    if source is None:
        return
    facts = Facts(
        key=node.get("id"),
        state=_state(node, target),
        notes=tuple(node.elements("note")),
        context=node.get("resname"),
        previous_source=_previous(node, units, fold),
    )
    segments = _segments(node.first("seg-source") or source)
    translated = _segments(target) if target is not None else {}
    if not segments or (target is not None and not translated and target.text.strip()):
        whole = content(target, units.source, fold) if target is not None else None
        units.add(content(source, units.source, fold), whole, facts)
        return
    conf = _confirmations(node)
    for mid, segment in segments.items():
        other = translated.get(mid)
        units.add(
            content(segment, units.source, fold),
            content(other, units.source, fold) if other is not None else None,
            Facts(
                key=facts.key,
                state=_STATES.get(conf.get(mid, "")) or facts.state,
                notes=facts.notes,
                context=facts.context,
                part=f":{mid}" if len(segments) > 1 else "",
            ),
        )


def _segments(node: xml.Node) -> dict[str, xml.Node]:
    """Return the segments that a CAT tool has marked, by their number."""
    return {
        mark.get("mid") or str(number): mark
        for number, mark in enumerate(node.find_all("mrk"), 1)
        if mark.get("mtype") == "seg"
    }


def _confirmations(node: xml.Node) -> dict[str, str]:
    """Return what Trados says of its segments: number → conf."""
    return {
        segment.get("id") or "": segment.get("conf") or ""
        for definitions in node.elements("seg-defs")
        for segment in definitions.elements("seg")
    }


def _state(node: xml.Node, target: xml.Node | None) -> UnitState | None:
    if node.get("approved") == "yes":
        return UnitState.FINAL
    declared = node.get("mq:status") or (target.get("state") if target is not None else None)
    return _STATES.get(declared or "")


def _previous(node: xml.Node, units: UnitList, fold: Fold) -> str | None:
    for alternative in node.elements("alt-trans"):
        source = alternative.first("source")
        if alternative.get("alttranstype") == "previous-version" and source is not None:
            return content(source, units.source, fold).text or None
    return None
