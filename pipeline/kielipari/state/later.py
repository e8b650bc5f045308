"""Results of which the texts are read when they are asked for.

A run needs of every pair what was found and counted; the texts themselves are shown by some
reports only. So a result that comes from the cache or from another process brings them as bytes.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TypeVar, overload

from kielipari.model import PackedUnits, PairResult
from kielipari.state.pickled import pack, unpack

T = TypeVar("T")


def light(result: PairResult) -> PairResult:
    """Return a result with its texts as bytes; those of a bilingual file may be bytes already."""
    if isinstance(result.units, PackedUnits):
        return result
    texts = Texts(pack((result.units, result.source_blocks, result.target_blocks)))
    return replace(
        result,
        units=Later(texts, 0, len(result.units)),
        source_blocks=Later(texts, 1, len(result.source_blocks)),
        target_blocks=Later(texts, 2, len(result.target_blocks)),
    )


class Texts:
    """Several sequences in one piece of bytes, for they share most of what they hold."""

    def __init__(self, data: bytes) -> None:
        """Keep what :func:`kielipari.state.pickled.pack` made of a tuple of sequences."""
        self.data = data

    def __reduce__(self) -> tuple[type["Texts"], tuple[bytes]]:
        return (Texts, (self.data,))

    @cached_property
    def read(self) -> tuple[Sequence[object], ...]:
        """The sequences."""
        found: tuple[Sequence[object], ...] = unpack(self.data)
        return found


@dataclass(frozen=True, slots=True, eq=False)
class Later(Sequence[T]):
    """One of the sequences in ``texts``; its length is known beforehand."""

    texts: Texts
    number: int
    length: int

    def __len__(self) -> int:
        return self.length

    @overload
    def __getitem__(self, index: int) -> T: ...

    @overload
    def __getitem__(self, index: slice) -> Sequence[T]: ...

    def __getitem__(self, index: int | slice) -> T | Sequence[T]:
        return self._all()[index]

    def __iter__(self) -> Iterator[T]:
        return iter(self._all())

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and tuple(self) == tuple(other)

    def __hash__(self) -> int:
        return hash(tuple(self))

    def _all(self) -> Sequence[T]:
        return self.texts.read[self.number]  # type: ignore[return-value]  # what was packed
