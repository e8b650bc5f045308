"""What corpus-wide checks judge: observations in units, so small that a run can keep them all."""

from collections.abc import Iterator
from dataclasses import dataclass
from struct import Struct
from typing import NamedTuple

_REPEATABLE = Struct("<I8s8s")


class Stretch(NamedTuple):
    """A part of one side of a unit: the number of its segment there, and offsets in that."""

    segment: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Rendering:
    """In a unit of the pair, given by its number, this concept's mention was rendered so."""

    concept: str
    source_form: str
    target_term: str
    unit: int
    source: Stretch
    target: Stretch
    is_agreed: bool = False  # the target uses a term that the glossary allows for the concept


class Repeatable(NamedTuple):
    """A unit of the pair, given by its number, and hashes of its sides, each with its context.

    What has the same text has the same hash, of 64 bits, in every process.
    """

    unit: int
    source: bytes
    target: bytes

    @staticmethod
    def packed(unit: int, source: bytes, target: bytes) -> bytes:
        """Return one in 20 bytes."""
        return _REPEATABLE.pack(unit, source, target)


@dataclass(frozen=True, slots=True)
class Observations:
    """What was observed in one pair; ``packed`` holds one :class:`Repeatable` after another."""

    renderings: tuple[Rendering, ...] = ()
    packed: bytes = b""

    @property
    def repeatables(self) -> Iterator[Repeatable]:
        """The units whose texts may stand elsewhere too, in their order."""
        return map(Repeatable._make, _REPEATABLE.iter_unpack(self.packed))
