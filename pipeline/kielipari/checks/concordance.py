"""Where words stand in the texts of a pair: what the other units say of the words of one."""

from array import array
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from functools import cached_property
from itertools import islice

from kielipari.languages.text import runs_of_letters

_MOST_TEXTS = 5_000  # units, at most, that are looked into
_BETWEEN = "\x1e"  # texts
_SEARCHED = 40  # beginnings that are searched for before it pays to make an index …
_INDEXED = (7, 4)  # … by so many first letters
_KEPT = 5_000  # answers
# Words of two languages render each other as far as this pair goes if they stand together in so
# many units (or in the only one that the rarer stands in), in so many times as many as by chance,
# and in such shares of the units with the rarer and the commoner one.
_TOGETHER, _LIFT, _OF_RARER, _OF_COMMONER = 2, 5.0, 0.25, 0.08


class _Side:
    """The texts of one side, joined: a word is found in all of them at once."""

    def __init__(self, texts: Iterable[str]) -> None:
        """Take the texts in the order of their units."""
        starts, parts, start = array("Q"), [_BETWEEN], 1
        for text in texts:
            low = text.lower()
            starts.append(start)
            parts += (low, _BETWEEN)
            start += len(low) + 1
        self._starts, self._joined = starts, "".join(parts)
        self._asked = 0

    def __len__(self) -> int:
        return len(self._starts)

    def text(self, number: int) -> str:
        """Return the text of a unit, in lower case."""
        start = self._starts[number]
        return self._joined[start : self._joined.index(_BETWEEN, start)]

    def holding(self, beginning: str) -> Iterator[int]:
        """Yield the units in which a word begins so, in lower case; some of them more than once."""
        self._asked += 1
        if self._asked <= _SEARCHED or len(beginning) < min(_INDEXED):
            starts = self._found(beginning, 0, len(self._joined))
            return (bisect_right(self._starts, start) - 1 for start in starts)
        return self._indexed(beginning)

    def _indexed(self, beginning: str) -> Iterator[int]:
        letters = next(size for size in _INDEXED if size <= len(beginning))
        for number in self._index.get(beginning[:letters], ()):
            start = self._starts[number]
            end = self._joined.index(_BETWEEN, start)
            if next(self._found(beginning, start, end), None) is not None:
                yield number

    def _found(self, beginning: str, start: int, end: int) -> Iterator[int]:
        """Yield where a word begins so in a stretch of the joined texts."""
        joined = self._joined
        start = joined.find(beginning, start, end)
        while start >= 0:
            if not joined[start - 1].isalpha():
                yield start
            start = joined.find(beginning, start + 1, end)

    @cached_property
    def _index(self) -> Mapping[str, "array[int]"]:
        """The units in which a word has these first letters."""
        index = defaultdict[str, "array[int]"](lambda: array("I"))
        for number in range(len(self)):
            words = set(runs_of_letters(self.text(number)))
            for beginning in {word[:size] for size in _INDEXED for word in words}:
                index[beginning].append(number)
        return index

    def being(self, text: str) -> Iterator[int]:
        """Yield the units that have just this text, in lower case."""
        self._asked += 1
        if self._asked > _SEARCHED:
            same = self._units.get(hash(text), ())
            return (number for number in same if self.text(number) == text)
        starts = self._starts_of(f"{_BETWEEN}{text}{_BETWEEN}")
        return (bisect_right(self._starts, start + 1) - 1 for start in starts)

    def _starts_of(self, whole: str) -> Iterator[int]:
        start = self._joined.find(whole)
        while start >= 0:
            yield start
            start = self._joined.find(whole, start + 1)

    @cached_property
    def _units(self) -> Mapping[int, "array[int]"]:
        """The units whose texts have a hash."""
        units = defaultdict[int, "array[int]"](lambda: array("I"))
        for number in range(len(self)):
            units[hash(self.text(number))].append(number)
        return units


class Concordance:
    """The texts of a pair's units, to look words up in; of many units only the first 5,000."""

    def __init__(self, texts: Iterable[tuple[str, str]]) -> None:
        """Take the texts of both sides; a side's are walked when it is first looked into."""
        self._texts = texts
        self._sides: dict[bool, _Side] = {}
        self._held: dict[tuple[str, bool], frozenset[int]] = {}

    def side(self, *, in_target: bool) -> _Side:
        """Return the texts of one side."""
        found = self._sides.get(in_target)
        if found is None:
            sample = islice(self._texts, _MOST_TEXTS)
            found = self._sides[in_target] = _Side(sides[in_target] for sides in sample)
        return found

    def holding(self, beginning: str, *, in_target: bool) -> frozenset[int]:
        """Return the units in which a word of a side begins so, in lower case."""
        asked = beginning, in_target
        found = self._held.get(asked)
        if found is None:
            if len(self._held) >= _KEPT:
                self._held.clear()
            found = frozenset(self.side(in_target=in_target).holding(beginning))
            self._held[asked] = found
        return found

    def being(self, text: str, *, in_target: bool) -> frozenset[int]:
        """Return the units whose side is a text, whatever its case."""
        return frozenset(self.side(in_target=in_target).being(text.lower()))

    def keep_company(self, here: AbstractSet[int], there: AbstractSet[int]) -> bool:
        """Whether words that stand in these units of either side seem to render each other."""
        rarer, commoner = sorted((len(here), len(there)))
        least = max(
            min(_TOGETHER, rarer),
            _OF_RARER * rarer,
            _OF_COMMONER * commoner,
            _LIFT * rarer * commoner / max(1, len(self.side(in_target=False))),
        )
        return least <= rarer and len(here & there) >= least
