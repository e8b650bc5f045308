"""Words into keys: what two texts are compared by.

A key stands for a base form or a compound part, whatever form it appears in:
*rajavartiolain* gives the keys of *raja*, *vartio* and *laki*. No morphological analyser runs
here. A lexicon brings the stems that its learner saw (``kadu-``, ``katu-`` for *katu*) with their
costs, and a word is cut into the cheapest sequence of stems, links and an ending. What no stem
explains becomes a key of its own, without its ending.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from math import ceil, inf
from operator import itemgetter

__all__ = ["Key", "KeyTable", "cognate_form"]

#: A number in a lexicon's list of keys, or the text of a word that the lexicon does not know,
#: or ``#`` and the digits of a number.
Key = int | str

# Letters, with the ending that Finnish and Swedish hang on to an abbreviation: EU:n, EU:s.
_WORD = re.compile(r"[^\W\d_]+(?::[^\W\d_]{1,6}\b)?|\d+")
_LONGEST_WORD = 48  # code points; what is longer (a hash, a data blob) is cut
_SHORTEST_UNKNOWN = 3  # an unknown part before a known one: inno|kaupunki …
_SHORTEST_KNOWN = 4  # … and the known one
_SHORTEST_STEM = 4  # an unknown word keeps at least so much when its ending is cut
_UNKNOWN_COST = 6.0  # natural logs: an unknown part costs this and …
_UNKNOWN_LETTER = 2.6  # … this a letter, about log 26 less what Finnish and Swedish spelling tells
_SHORTEST_LIKENESS = 5  # letters that a form not met and a stem must share …
_LIKENESS = 0.6  # … and so much of the word
_NEAR = 12  # stems looked at
_CACHED_WORDS = 200_000
_HEAD = 4  # letters by which the stems that may begin at a place are looked up
_ADDRESS = frozenset({"http", "https", "www", "html", "htm"})  # what any address holds

_FOLD = str.maketrans(
    {
        "å": "o", "ä": "a", "ö": "o", "é": "e", "è": "e", "ü": "u", "c": "k", "q": "k",
        "w": "v", "z": "s", "y": "i", "j": "i", "f": "v", "b": "p", "g": "k", "d": "t",
    }
)  # fmt: skip
_DOUBLE = re.compile(r"(.)\1+")


@lru_cache(maxsize=_CACHED_WORDS)
def cognate_form(word: str) -> str:
    """Return the word in a spelling in which loans and names look alike in Finnish and Swedish.

    Voiced stops fall together with voiceless ones, double letters with single ones and foreign
    letters with their usual adaptation: *demokratia* and *demokrati*, *konsertti* and *konsert*.
    """
    folded = word.replace("x", "ks").replace("ph", "f").replace("ch", "k").translate(_FOLD)
    return _DOUBLE.sub(r"\1", folded)


@dataclass(slots=True)
class KeyTable:
    """The stems of one language, and a cache of the words met so far.

    ``stems`` leads from a stem to its keys and its cost; ``endings`` and ``links`` from what may
    follow a stem at the end of a word, or before another part, to its cost. Costs are negative
    natural logarithms of relative frequencies. ``silent`` leads from function words, as they
    stand, to their keys, which may be none. Only keys among ``first_parts`` begin or continue a
    compound that was not met, only those among ``last_parts`` end one.
    """

    stems: Mapping[str, tuple[tuple[int, ...], float]] = field(default_factory=dict)
    endings: Mapping[str, float] = field(default_factory=dict)
    links: Mapping[str, float] = field(default_factory=dict)
    silent: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    first_parts: frozenset[int] = frozenset()
    last_parts: frozenset[int] = frozenset()
    _sorted: list[str] = field(default_factory=list, init=False, repr=False)
    _lengths: dict[str, tuple[int, ...]] = field(default_factory=dict, init=False, repr=False)
    _longest_link: int = field(default=-1, init=False, repr=False)
    _cache: dict[str, tuple[Key, ...]] = field(default_factory=dict, init=False, repr=False)

    def __post_init__(self) -> None:
        """Measure the links."""
        self._longest_link = max(map(len, self.links), default=-1)

    def of_text(self, text: str) -> list[Key]:
        """Return the keys of a text, in order, numbers among them."""
        keys: list[Key] = []
        cache = self._cache
        for word in _WORD.findall(text.lower()):
            found = cache.get(word)
            if found is None:
                found = self._of_new_word(word)
            keys.extend(found)
        return keys

    def _of_new_word(self, word: str) -> tuple[Key, ...]:
        """Analyse a word and remember the answer."""
        if len(self._cache) > _CACHED_WORDS:
            self._cache.clear()
        found = self._analyse(word)
        self._cache[word] = found
        return found

    def reads(self, word: str) -> bool:
        """Say whether all parts of a word, in lower case, are known as they stand."""
        found = self._whole(word)
        return found is not None or all(isinstance(key, int) for key in self._best_cut(word) or "?")

    def _analyse(self, word: str) -> tuple[Key, ...]:
        """Return a word's keys: by its longest stem, else as a compound, else as it stands."""
        if word[0].isdigit():
            return (f"#{word.lstrip('0') or '0'}",)
        word = word.partition(":")[0][:_LONGEST_WORD]
        if word in _ADDRESS:
            return ()
        found = self._whole(word)
        if found is not None:
            return found
        parts = self._best_cut(word)
        if not parts or isinstance(parts[0], str):
            parts = self._in_two(word) or parts
        return parts or self._nearest(word) or (self._bare(word),)

    def _in_two(self, word: str) -> tuple[int, ...]:
        """Return the keys of two stems that make up a word, though neither was met as a part."""
        cheapest: tuple[float, tuple[int, ...]] = (inf, ())
        for size in self._beginning(word, 0):
            left = self.stems.get(word[:size])
            if left is None or size < _SHORTEST_KNOWN:
                continue
            for after in range(size, min(size + self._longest_link + 1, len(word))):
                right = self._form_at(word, after) if self._is_link(word[size:after]) else None
                if right is not None and left[1] + right[1] < cheapest[0]:
                    cheapest = (left[1] + right[1], left[0] + right[0])
        return cheapest[1]

    def _is_link(self, letters: str) -> bool:
        """Say whether letters may stand between two parts."""
        return not letters or letters in self.links

    def _form_at(self, word: str, start: int) -> tuple[tuple[int, ...], float] | None:
        """Return keys and cost of the longest stem that the rest of a word is a form of."""
        for size in reversed(self._beginning(word, start)):
            known = self.stems.get(word[start : start + size])
            ending = 0.0 if start + size == len(word) else self.endings.get(word[start + size :])
            if known is not None and ending is not None and size >= _SHORTEST_KNOWN:
                return known[0], known[1] + ending
        return None

    def _whole(self, word: str) -> tuple[int, ...] | None:
        """Return the keys of a function word, or of a word's longest stem before an ending."""
        function = self.silent.get(word)
        if function is not None:
            return function
        for cut in reversed(self._beginning(word, 0)):
            known = self.stems.get(word[:cut])
            if known is not None and (cut == len(word) or word[cut:] in self.endings):
                return known[0]
        return None

    def _beginning(self, word: str, start: int) -> tuple[int, ...]:
        """Return the lengths, rising, that a stem which begins at this place may have."""
        lengths = self._lengths
        if not lengths and self.stems:
            lengths.update(_lengths(self.stems))
        for size in range(_HEAD, 1, -1):
            found = lengths.get(word[start : start + size])
            if found is not None:
                return found
        return ()

    def _nearest(self, word: str) -> tuple[Key, ...]:
        """Return the keys of the commonest stem that begins as the word does, for a form not met.

        *tallenna* finds *tallentaa* where only *tallennus* and *tallentaminen* were seen.
        """
        if not self._sorted:
            self._sorted.extend(sorted(self.stems))
        shortest = max(_SHORTEST_LIKENESS, ceil(_LIKENESS * len(word)))
        for cut in range(len(word), shortest - 1, -1):
            prefix = word[:cut]
            place = bisect_left(self._sorted, prefix)
            near = [
                self.stems[stem]
                for stem in self._sorted[place : place + _NEAR]
                if stem.startswith(prefix)
            ]
            if near:
                return min(near, key=itemgetter(1))[0]
        return ()

    def _bare(self, word: str) -> str:
        """Return an unknown word without its longest ending."""
        for cut in range(_SHORTEST_STEM, len(word)):
            if word[cut:] in self.endings:
                return word[:cut]
        return word

    def _best_cut(self, word: str) -> tuple[Key, ...]:
        """Return the keys of the cheapest way to read the word as a compound, else nothing."""
        length = len(word)
        best: list[tuple[float, tuple[Key, ...]] | None] = [None] * (length + 1)
        best[0] = (0.0, ())
        cheapest: tuple[float, tuple[Key, ...]] = (_UNKNOWN_COST + _UNKNOWN_LETTER * length, ())
        for start in range(length - 1):
            here = best[start]
            if here is None or here[0] >= cheapest[0]:
                continue
            for size in self._beginning(word, start):
                end = start + size
                known = self.stems.get(word[start:end])
                if known is None or end > length:
                    continue
                cost, keys = here[0] + known[1], here[1] + known[0]
                last = 0.0 if end == length else self.endings.get(word[end:])
                if (
                    last is not None
                    and cost + last < cheapest[0]
                    and known[0]
                    and known[0][-1] in self.last_parts
                    and (size >= _SHORTEST_KNOWN or isinstance(here[1][-1], int))
                ):
                    cheapest = (cost + last, keys)
                if cost < cheapest[0] and known[0] and known[0][0] in self.first_parts:
                    self._go_on(best, word, end, cost, keys)
            if start == 0:
                self._begin_unknown(best, word)
        return cheapest[1]

    def _begin_unknown(self, best: list[tuple[float, tuple[Key, ...]] | None], word: str) -> None:
        """Note where a known part can begin after an unknown one."""
        for end in range(_SHORTEST_UNKNOWN, len(word)):
            if word[:end] not in self.stems:
                _improve(best, end, _UNKNOWN_COST + _UNKNOWN_LETTER * end, (word[:end],))

    def _go_on(
        self,
        best: list[tuple[float, tuple[Key, ...]] | None],
        word: str,
        end: int,
        cost: float,
        keys: tuple[Key, ...],
    ) -> None:
        """Note where the next part can begin, after each link that fits."""
        for after in range(end, min(end + self._longest_link + 1, len(word))):
            price = self.links.get(word[end:after])
            if price is not None:
                _improve(best, after, cost + price, keys)


def _lengths(stems: Iterable[str]) -> dict[str, tuple[int, ...]]:
    """Return the lengths of the stems by their first letters, as few as four; shorter ones too.

    What begins with two or three letters that are a stem by themselves has that length as well.
    """
    found: dict[str, set[int]] = {}
    for stem in stems:
        if len(stem) > 1:
            found.setdefault(stem[:_HEAD], set()).add(len(stem))
    for head in sorted(found, key=len):
        for size in range(2, len(head)):
            if size in found.get(head[:size], ()):
                found[head].add(size)
    return {head: tuple(sorted(sizes)) for head, sizes in found.items()}


def _improve(
    best: list[tuple[float, tuple[Key, ...]] | None], place: int, cost: float, keys: tuple[Key, ...]
) -> None:
    """Keep the cheaper way to reach a place."""
    there = best[place]
    if there is None or cost < there[0]:
        best[place] = (cost, keys)
