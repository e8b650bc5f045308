"""Records by key in memory-mapped tries, several where there are many keys.

marisa-trie needs ten times the memory of the finished trie while it builds one, so the keys of a
large glossary are put on shelves by their first letters and the tries are built one after the other.
"""

import zlib
from array import array
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from pathlib import Path
from typing import Any

from kielipari.languages import store

_RECORD = "<IB"
_SHELVES = 16
_MANY = 200_000
"""Keys; a trie of so many needs 20 MB while it is built."""

_BUNDLE = 1_000
"""Keys that are packed at a time."""

Records = Sequence[tuple[int, int]]


class Tries:
    """A mapping from a key to its records."""

    def __init__(self, tries: Sequence[Any]) -> None:
        """Take one trie for each shelf."""
        self.tries = tuple(tries)

    def get(self, key: str, default: Records = ()) -> Records:
        """Return the records of a key."""
        tries = self.tries
        trie = tries[ord(key[0]) % len(tries)] if key else tries[0]
        found: Records = trie.get(key, default)
        return found

    def items(self) -> Iterator[tuple[str, tuple[int, int]]]:
        """Yield every key with each of its records."""
        return chain.from_iterable(trie.iteritems() for trie in self.tries)

    def __contains__(self, key: str) -> bool:
        tries = self.tries
        return key in (tries[ord(key[0]) % len(tries)] if key else tries[0])

    def __iter__(self) -> Iterator[str]:
        return chain.from_iterable(trie.iterkeys() for trie in self.tries)

    def __len__(self) -> int:
        return sum(map(len, self.tries))


class _Shelf:
    """Keys that wait for their trie; most of a key stands in the one before, so they pack well."""

    def __init__(self) -> None:
        self._words, self._tags = array("I"), array("B")
        self._packer, self._packed = zlib.compressobj(level=1), bytearray()
        self._loose: list[str] = []

    def add(self, key: str, record: tuple[int, int]) -> None:
        self._loose.append(key)
        if len(self._loose) == _BUNDLE:
            self._pack()
        self._words.append(record[0])
        self._tags.append(record[1])

    def _pack(self) -> None:
        self._packed += self._packer.compress("\n".join((*self._loose, "")).encode())
        self._loose.clear()

    def __len__(self) -> int:
        return len(self._words)

    def __iter__(self) -> Iterator[tuple[str, tuple[int, int]]]:
        self._pack()
        self._packed += self._packer.flush()
        keys = zlib.decompress(self._packed).decode().split("\n")
        self._packed.clear()
        yield from zip(keys, zip(self._words, self._tags, strict=True), strict=False)


def build(entries: Iterable[tuple[str, tuple[int, int]]]) -> Tries:
    """Build the tries of keys and records; a key may come more than once."""
    import marisa_trie  # noqa: PLC0415  only where terms are matched

    shelves = [_Shelf() for _ in range(_SHELVES)]
    for key, record in entries:
        shelves[ord(key[0]) % _SHELVES if key else 0].add(key, record)
    if sum(map(len, shelves)) <= _MANY:
        return Tries([marisa_trie.RecordTrie(_RECORD, chain.from_iterable(shelves))])
    tries = []
    for place in range(_SHELVES):
        tries.append(marisa_trie.RecordTrie(_RECORD, iter(shelves[place])))
        shelves[place] = _Shelf()
    return Tries(tries)


def keep(path: Path, found: Tries) -> bool:
    """Write the tries beside each other; False where the disk does not allow it."""
    places = _places(path, len(found.tries))
    return all(store.keep(place, trie) for place, trie in zip(places, found.tries, strict=True))


def mapped(path: Path, count: int) -> Tries | None:
    """Map as many tries as were kept; None where one is missing or damaged."""
    import marisa_trie  # noqa: PLC0415  only where terms are matched

    tries = [
        store.mapped(place, lambda: marisa_trie.RecordTrie(_RECORD))
        for place in _places(path, count)
    ]
    return None if any(trie is None for trie in tries) else Tries(tries)


def _places(path: Path, count: int) -> list[Path]:
    return [path.with_name(f"{path.name}.{number}") for number in range(count)]
