"""Where a text uses terms, as bytes: a large file has as many mentions as units."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from struct import Struct
from typing import overload

from kielipari.model.pairs import PlacedHit

# Where the block's id begins among the names and how long it is, the hit's start and end in the
# block, and which of the meanings it has.
_RECORD = Struct("<IIIII")


@dataclass(frozen=True, slots=True)
class PackedHits(Sequence[PlacedHit]):
    """Placed hits in a tenth of the memory that objects take; each is made when asked for.

    ``names`` are the ids of blocks in UTF-8, ``meanings`` concepts with their equivalents.
    """

    records: bytes = b""
    names: bytes = b""
    meanings: tuple[tuple[str, tuple[str, ...]], ...] = ()

    def __len__(self) -> int:
        return len(self.records) // _RECORD.size

    @overload
    def __getitem__(self, index: int) -> PlacedHit: ...

    @overload
    def __getitem__(self, index: slice) -> tuple[PlacedHit, ...]: ...

    def __getitem__(self, index: int | slice) -> PlacedHit | tuple[PlacedHit, ...]:
        chosen = range(len(self))[index]
        return self._hit(chosen) if isinstance(chosen, int) else tuple(map(self._hit, chosen))

    def __iter__(self) -> Iterator[PlacedHit]:
        return map(self._hit, range(len(self)))

    def _hit(self, number: int) -> PlacedHit:
        at, size, start, end, meaning = _RECORD.unpack_from(self.records, number * _RECORD.size)
        block = self.names[at : at + size].decode("utf-8", "surrogatepass")
        return PlacedHit(block, start, end, *self.meanings[meaning])


class HitPacker:
    """Packs hits one by one as they come; those of one block come after each other."""

    def __init__(self) -> None:
        """Start empty."""
        self._records, self._names = bytearray(), bytearray()
        self._meanings: dict[tuple[str, tuple[str, ...]], int] = {}
        self._last = ""
        self._size = 0

    def add(
        self, block: str, span: tuple[int, int], concept: str, equivalents: tuple[str, ...]
    ) -> None:
        """Take a hit by its block's id, its start and end there, and what it means."""
        if block != self._last:
            name = block.encode("utf-8", "surrogatepass")
            self._names += name
            self._last, self._size = block, len(name)
        meaning = self._meanings.setdefault((concept, equivalents), len(self._meanings))
        at = len(self._names) - self._size
        self._records += _RECORD.pack(at, self._size, *span, meaning)

    def packed(self) -> PackedHits:
        """Return what was taken."""
        return PackedHits(bytes(self._records), bytes(self._names), tuple(self._meanings))
