"""What ought to say the same thing: the entries of a bilingual file, the beads of an alignment."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from kielipari.model.documents import START, Meta, Place, Segment


class Origin(StrEnum):
    """How the two sides of a unit came together."""

    ENTRY = "entry"  # a bilingual file says so
    KEY = "key"  # two one-language files share a key
    ALIGNED = "aligned"  # we aligned two documents


class UnitState(StrEnum):
    """How far a translation is, as its file says."""

    UNKNOWN = "unknown"
    UNTRANSLATED = "untranslated"
    NEEDS_REVIEW = "needs-review"  # fuzzy, needs-translation, draft
    TRANSLATED = "translated"
    FINAL = "final"


@dataclass(frozen=True, slots=True)
class Suppression:
    """A person's word that a rule is to be silent here; ``rule`` is a code or slug, or ``*``."""

    rule: str
    reason: str
    place: Place = START


@dataclass(frozen=True, slots=True)
class Unit:
    """What ought to say the same thing: an alignment bead, or one entry of a bilingual file.

    An empty ``source`` or ``target`` is a missing counterpart. ``score`` is the probability, 0
    to 1, that the two sides belong together (for a one-sided unit: that nothing on the other
    side corresponds). ``plural`` is the index of the plural form, or None.
    """

    id: str
    source: tuple[Segment, ...]
    target: tuple[Segment, ...]
    origin: Origin = Origin.ALIGNED
    key: str | None = None
    context: str | None = None
    state: UnitState = UnitState.UNKNOWN
    notes: tuple[str, ...] = ()
    previous_source: str | None = None
    plural: int | None = None
    suppressions: tuple[Suppression, ...] = ()
    score: float = 1.0
    flags: tuple[str, ...] = ()
    missing_key: bool = False  # the other file lacks the key, or the entry this plural form


@dataclass(frozen=True, slots=True)
class Bitext:
    """One bilingual file as it was read; a language is None where the file does not name it."""

    uri: str
    source_lang: str | None
    target_lang: str | None
    units: Sequence[Unit]
    meta: Meta = field(default_factory=Meta)
