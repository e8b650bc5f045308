"""Words into keys: what two texts are compared by.

A key stands for a base form or a compound part, whatever form it appears in:
*rajavartiolain* gives the keys of *raja*, *vartio* and *laki*. No morphological analyser runs
here. A lexicon brings the stems that its learner saw (``kadu-``, ``katu-`` for *katu*) with their
costs, and a word is cut into the cheapest sequence of stems, links and an ending. What no stem
explains becomes a key of its own, without its ending.
"""

import re
from bisect import bisect_left
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from math import ceil
from operator import itemgetter

from kielipari.align.cut import Cutter, Key, Stem
from kielipari.languages.memory import ANSWERS_KEPT, Answers
from kielipari.languages.text import runs_of_letters

__all__ = ["Key", "KeyTable", "cognate_form"]

# Letters, with the ending that Finnish and Swedish hang on to an abbreviation: EU:n, EU:s.
_WORD = re.compile(r"[^\W\d_]+(?::[^\W\d_]{1,6}\b)?|\d+")
_MORE_THAN_LETTERS = re.compile(r"[\d:]")
_LONGEST_WORD = 48  # code points; what is longer (a hash, a data blob) is cut
_SHORTEST_STEM = 4  # an unknown word keeps at least so much when its ending is cut
_SHORTEST_LIKENESS = 5  # letters that a form not met and a stem must share …
_LIKENESS = 0.6  # … and so much of the word
_NEAR = 12  # stems looked at
_TEXTS_KEPT = 500  # the segments of a page or two, which alignment and checks ask for in turn …
_LONGEST_KEPT = 5_000  # … and characters of one
_ADDRESS = frozenset({"http", "https", "www", "html", "htm"})  # what any address holds

_FOLD = str.maketrans(
    {
        "å": "o", "ä": "a", "ö": "o", "é": "e", "è": "e", "ü": "u", "c": "k", "q": "k",
        "w": "v", "z": "s", "y": "i", "j": "i", "f": "v", "b": "p", "g": "k", "d": "t",
    }
)  # fmt: skip
_DOUBLE = re.compile(r"(.)\1+")


@lru_cache(maxsize=ANSWERS_KEPT)
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
    compound that was not met, only those among ``last_parts`` end one. ``known`` are the keys of the
    words met so far.
    """

    stems: Mapping[str, Stem] = field(default_factory=dict)
    endings: Mapping[str, float] = field(default_factory=dict)
    links: Mapping[str, float] = field(default_factory=dict)
    silent: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    first_parts: frozenset[int] = frozenset()
    last_parts: frozenset[int] = frozenset()
    _sorted: list[str] = field(default_factory=list, init=False, repr=False)
    _cutter: Cutter | None = field(default=None, init=False, repr=False)
    known: Answers[str, tuple[Key, ...]] = field(init=False, repr=False, compare=False)
    _read: Callable[[str], tuple[Key, ...]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Begin without having met a word."""
        self.known = Answers(self._analyse)
        self._read = lru_cache(_TEXTS_KEPT)(self._keys)

    def of_text(self, text: str) -> tuple[Key, ...]:
        """Return the keys of a text, in order, numbers among them."""
        return self._read(text) if len(text) <= _LONGEST_KEPT else self._keys(text)

    def _keys(self, text: str) -> tuple[Key, ...]:
        known, lower = self.known, text.lower()
        # A text without digits and colons is cut without the pattern.
        words = _WORD.findall(lower) if _MORE_THAN_LETTERS.search(lower) else runs_of_letters(lower)
        return tuple([key for word in words for key in known[word]])

    @property
    def cutter(self) -> Cutter:
        """What cuts words into the stems of this table."""
        if self._cutter is None:
            self._cutter = Cutter(
                self.stems, self.endings, self.links, self.first_parts, self.last_parts
            )
        return self._cutter

    def reads(self, word: str) -> bool:
        """Say whether all parts of a word, in lower case, are known as they stand."""
        if self._whole(word) is not None:
            return True
        return all(isinstance(key, int) for key in self.cutter.cheapest(word) or "?")

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
        parts = self.cutter.cheapest(word)
        if not parts or isinstance(parts[0], str):
            parts = self.cutter.in_two(word) or parts
        return parts or self._nearest(word) or (self._bare(word),)

    def _whole(self, word: str) -> tuple[int, ...] | None:
        """Return the keys of a function word, or of a word's longest stem before an ending."""
        function = self.silent.get(word)
        return self.cutter.longest(word) if function is None else function

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
