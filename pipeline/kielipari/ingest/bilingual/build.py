"""The units of an XML file while they are being read."""

from dataclasses import dataclass

from kielipari.ingest import xml_tree as xml
from kielipari.ingest.source import Mapped, Source
from kielipari.ingest.suppress import suppressions
from kielipari.ingest.units import UniqueNames, segment_of
from kielipari.model import Origin, Suppression, Unit, UnitState


@dataclass(frozen=True, slots=True)
class Facts:
    """What a file says of a unit beside its texts."""

    key: str | None
    state: UnitState | None = None
    notes: tuple[xml.Node, ...] = ()
    context: str | None = None
    previous_source: str | None = None
    part: str = ""  # of the key, where a unit has several segments


class UnitList:
    """Collects units; ids are unique within the file."""

    def __init__(self, source: Source) -> None:
        """Begin with none."""
        self.source = source
        self.found: list[Unit] = []
        self._names = UniqueNames()

    def add(self, source: Mapped, target: Mapped | None, facts: Facts) -> None:
        """Keep a unit unless both of its sides are empty."""
        name = facts.key or str(len(self.found) + 1)
        first = segment_of(source, self.source, name)
        second = segment_of(target, self.source, name) if target is not None else None
        if first is None and second is None:
            return
        state = facts.state
        if second is None or second.text.isspace():
            state = UnitState.UNTRANSLATED
        self.found.append(
            Unit(
                id=self._names.take(name + facts.part),
                source=() if first is None else (first,),
                target=() if second is None else (second,),
                origin=Origin.ENTRY,
                key=facts.key,
                context=facts.context,
                state=state or UnitState.TRANSLATED,
                notes=tuple(" ".join(note.text.split()) for note in facts.notes),
                previous_source=facts.previous_source,
                suppressions=self._silenced(facts.notes),
            )
        )

    def _silenced(self, notes: tuple[xml.Node, ...]) -> tuple[Suppression, ...]:
        return tuple(
            found for note in notes for found in suppressions(note.text, self.source.place(note.at))
        )
