"""The units of a large file as bytes: each is made when it is asked for, and dropped after use."""

import zlib
from array import array
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate, chain, islice
from struct import Struct
from typing import NamedTuple, overload

from kielipari.model.documents import Block, BlockKind, Region, Segment, SourceMap
from kielipari.model.units import Origin, Unit, UnitState

_PART = 256  # units that are compressed together
_LEVEL = 1  # zlib's quickest; records shrink to a third
MANY = 10_000  # units that take some 20 MB as objects
_ENDS = Struct("<II")  # of the record before, and of a record
_END_SIZE = 4
# The texts of both sides of a part's units stand together, since they are asked for by themselves.
# A record is this head, a number for every text of the unit, both sides' ways back to the file,
# and the texts that are neither side's. In the head: how many texts the unit has and how many of
# them are notes, its origin, its state, whether its key is missing, and the bytes of the ways back.
_HEAD = Struct("<BBBBBHH")
_MOST_TEXTS, _LONGEST_WAY = 0xFF, 0xFFFF  # that the head has room for
_BETWEEN = "\0"  # the texts
_NO_ROOM = (("", ""), b"")
_ORIGINS, _STATES = tuple(Origin), tuple(UnitState)


class _Part(NamedTuple):
    """Units that are compressed together: both sides' texts, records, and where each of these ends."""

    texts: bytes
    records: bytes
    ends: bytes


@dataclass(frozen=True, slots=True)
class PackedUnits(Sequence[Unit]):
    """Units in a tenth of the memory that they take as objects.

    A unit is made anew each time it is asked for, in some ten microseconds; a slice is a tuple of
    units. Those that have what few have (plural forms, markup, a comment that silences a rule)
    are ``others``, by their number, and kept as they are.
    """

    parts: tuple[_Part, ...]
    others: dict[int, Unit]
    size: int

    @classmethod
    def of(cls, units: Iterable[Unit]) -> "PackedUnits":
        """Pack units, one by one as they come."""
        units, parts, count = iter(units), [], 0
        others: dict[int, Unit] = {}
        while part := tuple(islice(units, _PART)):
            sides, records = zip(*map(_packed, part), strict=True)
            ends = accumulate(map(len, records), initial=0)
            parts.append(
                _Part(
                    zlib.compress(_coded(chain.from_iterable(sides)), _LEVEL),
                    zlib.compress(b"".join(records), _LEVEL),
                    array("I", ends).tobytes(),
                )
            )
            for number, (unit, record) in enumerate(zip(part, records, strict=True), count):
                if not record:
                    others[number] = unit
            count += len(part)
        return cls(tuple(parts), others, count)

    def __len__(self) -> int:
        return self.size

    @overload
    def __getitem__(self, index: int) -> Unit: ...

    @overload
    def __getitem__(self, index: slice) -> tuple[Unit, ...]: ...

    def __getitem__(self, index: int | slice) -> Unit | tuple[Unit, ...]:
        chosen = range(len(self))[index]
        return self._unit(chosen) if isinstance(chosen, int) else tuple(map(self._unit, chosen))

    def __iter__(self) -> Iterator[Unit]:
        return map(self._unit, range(len(self)))

    def texts(self) -> Iterator[tuple[str, str]]:
        """Yield both sides' texts, empty for none, as :func:`texts_of` does; no unit is made."""
        others = self.others
        every = chain.from_iterable(_texts(part.texts) for part in self.parts)
        for number, sides in enumerate(every):
            yield _sides(others[number]) if number in others else sides

    def _unit(self, number: int) -> Unit:
        part, place = divmod(number, _PART)
        texts, records, ends = self.parts[part]
        start, end = _ENDS.unpack_from(ends, place * _END_SIZE)
        if start == end:
            return self.others[number]
        return _unpacked(_records(records)[start:end], _texts(texts)[place])


@lru_cache(2)
def _records(compressed: bytes) -> bytes:
    """Return the records of a part; units are mostly asked for one after the other."""
    return zlib.decompress(compressed)


@lru_cache(2)
def _texts(compressed: bytes) -> list[tuple[str, str]]:
    """Return both sides' texts of the units of a part."""
    texts = _decoded(zlib.decompress(compressed))
    return list(zip(texts[::2], texts[1::2], strict=True))


def held(units: Iterable[Unit]) -> Sequence[Unit]:
    """Return units as a tuple, or packed where they are so many that it pays."""
    units = iter(units)
    first = tuple(islice(units, MANY))
    return first if len(first) < MANY else PackedUnits.of(chain(first, units))


def texts_of(units: Sequence[Unit]) -> Iterator[tuple[str, str]]:
    """Yield the texts of both sides of every unit: their segments joined by a space, or nothing."""
    return units.texts() if isinstance(units, PackedUnits) else map(_sides, units)


def _sides(unit: Unit) -> tuple[str, str]:
    return " ".join(s.text for s in unit.source), " ".join(s.text for s in unit.target)


def _packed(unit: Unit) -> tuple[tuple[str, str], bytes]:
    """Return the texts of a unit and its record; this is empty where a record has no room."""
    if unit.plural is not None or unit.suppressions or unit.score != 1.0:
        return _NO_ROOM
    if not (_is_plain(unit.source) and _is_plain(unit.target)):
        return _NO_ROOM
    source, source_id, first = _side_of(unit.source)
    target, target_id, second = _side_of(unit.target)
    names = (source, source_id, target, target_id, unit.id, unit.key, unit.context)
    texts = (*names, unit.previous_source, *unit.notes, *unit.flags)
    if len(texts) > _MOST_TEXTS or max(len(first), len(second)) > _LONGEST_WAY:
        return _NO_ROOM
    sides = source or "", target or ""
    others = tuple(dict.fromkeys(text for text in texts if text is not None and text not in sides))
    if any(_BETWEEN in text for text in (*sides, *others)):
        return _NO_ROOM
    numbers = {text: number for number, text in reversed(tuple(enumerate((None, *sides, *others))))}
    head = _HEAD.pack(
        len(texts),
        len(unit.notes),
        _ORIGINS.index(unit.origin),
        _STATES.index(unit.state),
        unit.missing_key,
        len(first),
        len(second),
    )
    refs = bytes(map(numbers.__getitem__, texts))
    return sides, b"".join((head, refs, first, second, _coded(others)))


def _unpacked(record: bytes, sides: tuple[str, str]) -> Unit:
    count, notes, origin, state, missing, first, second = _HEAD.unpack_from(record)
    to_first = _HEAD.size + count
    to_second = to_first + first
    to_others = to_second + second
    # A text that is there twice is one object.
    texts = (None, *sides, *_decoded(record[to_others:]))
    source, source_id, target, target_id, name, key, context, previous, *more = (
        texts[number] for number in record[_HEAD.size : to_first]
    )
    lines = tuple(text or "" for text in more)
    return Unit(
        id=name or "",
        source=_side(source, source_id, record[to_first:to_second]),
        target=_side(target, target_id, record[to_second:to_others]),
        origin=_ORIGINS[origin],
        key=key,
        context=context,
        state=_STATES[state],
        notes=lines[:notes],
        previous_source=previous,
        flags=lines[notes:],
        missing_key=bool(missing),
    )


def _coded(texts: Iterable[str]) -> bytes:
    return _BETWEEN.join(texts).encode("utf-8", "surrogatepass")


def _decoded(coded: bytes) -> list[str]:
    return coded.decode("utf-8", "surrogatepass").split(_BETWEEN)


def _is_plain(side: tuple[Segment, ...]) -> bool:
    """Whether a side has at most one segment, which is the whole of an entry without markup."""
    if not side:
        return True
    segment, block = side[0], side[0].block
    return (
        len(side) == 1
        and segment.start == 0
        and segment.end == len(block.text)
        and block.kind is BlockKind.ENTRY
        and block.region is Region.MAIN
        and not (block.inlines or block.level)
        and block.lang is None
        and block.href is None
    )


def _side_of(side: tuple[Segment, ...]) -> tuple[str | None, str | None, bytes]:
    if not side:
        return None, None, b""
    block = side[0].block
    return block.text, block.id, block.source_map.packed


def _side(text: str | None, name: str | None, way: bytes) -> tuple[Segment, ...]:
    if text is None:
        return ()
    block = Block(name or "", BlockKind.ENTRY, text, source_map=SourceMap(way))
    return (Segment(block, 0, len(text)),)
