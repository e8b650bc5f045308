"""The translation lexicon in memory: keys of two languages, and which translates which."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from kielipari import languages
from kielipari.align.keys import Key, KeyTable, cognate_form
from kielipari.align.stems import FUNCTION_MARK
from kielipari.languages.memory import Answers

__all__ = ["COGNATE_PREFIX", "UNKNOWN_WEIGHT", "KeyFacts", "Lexicon", "LexiconSide"]

Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int64]

#: The weight of a key that no lexicon knows, in natural logs of N/df.
UNKNOWN_WEIGHT = 5.0
#: So many first letters cognates have in common.
COGNATE_PREFIX = 4
_LETTER_WEIGHT = 1.5  # of an unknown key as short as a letter or two
_CHANCE = 0.05  # how likely any translation stands in a segment for other reasons


class KeyFacts(NamedTuple):
    """What alignment asks of every key it meets: see the methods of :class:`LexiconSide`.

    ``head`` is what the forms of cognates have in common: their first letters, or all of a number.
    ``numeric`` says whether it is a number, ``is_content`` whether it is a word of content, and
    ``denies`` whether it is a word that does.
    """

    weight: float
    certainty: float
    numeric: bool
    is_content: bool
    denies: bool
    form: str
    head: str


@cache
def _denials(lang: str) -> frozenset[str]:
    return languages.get(lang).facts.negations if lang in languages.SUPPORTED else frozenset()


@dataclass(frozen=True, slots=True)
class LexiconSide:
    """The keys of one language, with the table of stems that leads to them.

    ``names`` are base forms and compound parts; ``weights`` how much each tells, as the natural
    log of N/df (0 for function words); ``known`` how likely a translation of it is in the
    lexicon, 0 to 1. ``facts`` are all of it for any key at once.
    """

    lang: str
    names: tuple[str, ...] = ()
    weights: Floats = field(default_factory=lambda: np.zeros(0, np.float32))
    table: KeyTable = field(default_factory=KeyTable)
    known: Floats = field(default_factory=lambda: np.zeros(0, np.float32))
    facts: Mapping[Key, KeyFacts] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "facts", Answers(self._facts))

    def _facts(self, key: Key) -> KeyFacts:
        form = self.form(key)
        numeric = form[:1] == "#"
        return KeyFacts(
            self.weight(key),
            self.certainty(key),
            numeric,
            not numeric and form[:1] != FUNCTION_MARK,
            self.name(key).removeprefix(FUNCTION_MARK) in _denials(self.lang),
            form,
            form if numeric else form[:COGNATE_PREFIX],
        )

    def weight(self, key: Key) -> float:
        """Return how much the key tells."""
        if isinstance(key, int):
            return float(self.weights[key])
        return min(UNKNOWN_WEIGHT, _LETTER_WEIGHT * len(key))

    def certainty(self, key: Key) -> float:
        """Return how likely the lexicon knows the key's translation, 0 to 1."""
        return float(self.known[key]) if isinstance(key, int) else 0.0

    def name(self, key: Key) -> str:
        """Return the key as text."""
        return self.names[key] if isinstance(key, int) else key

    def form(self, key: Key) -> str:
        """Return what the key is compared by, letter for letter: a number by itself."""
        name = self.name(key)
        return name if name[:1] == "#" else cognate_form(name)


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Two sides and the links between their keys, sorted by source key.

    ``first[k]:first[k + 1]`` are the links of source key k; ``links`` their other ends,
    ``forward`` p(target | source) and ``backward`` p(source | target). ``surely`` is how much the
    presence of the link's target owes to its source rather than to chance, ``surely_back`` the
    same the other way round. Build one with :meth:`of_links`.
    """

    source: LexiconSide
    target: LexiconSide
    first: Ints
    links: Ints
    forward: Floats
    backward: Floats
    surely: Floats
    surely_back: Floats
    about: str = ""

    @classmethod
    def of_links(
        cls,
        sides: tuple[LexiconSide, LexiconSide],
        ends: tuple[Ints, Ints],
        chances: tuple[Floats, Floats],
        about: str = "",
    ) -> "Lexicon":
        """Build a lexicon from two sides and parallel arrays of unsorted links.

        ``ends`` are source and target keys, ``chances`` the probabilities forward and backward;
        of a link given twice the likelier is kept.
        """
        width = max(len(sides[1].names), 1)
        unique, place = np.unique(ends[0] * width + ends[1], return_inverse=True)
        forward, backward = np.zeros(len(unique), np.float32), np.zeros(len(unique), np.float32)
        np.maximum.at(forward, place, chances[0])
        np.maximum.at(backward, place, chances[1])
        owners, links = np.divmod(unique, width)
        counts = np.bincount(owners, minlength=len(sides[0].names))
        source = _with_known(sides[0], owners, forward)
        target = _with_known(sides[1], links, backward)
        return cls(
            source,
            target,
            np.concatenate(([0], np.cumsum(counts))).astype(np.int64),
            links.astype(np.int64),
            forward,
            backward,
            forward / (forward + np.exp(-target.weights[links]) + _CHANCE),
            backward / (backward + np.exp(-source.weights[owners]) + _CHANCE),
            about,
        )

    @classmethod
    def empty(cls, source_lang: str, target_lang: str) -> "Lexicon":
        """Return a lexicon that knows nothing."""
        nothing, nowhere = np.zeros(0, np.float32), np.zeros(0, np.int64)
        sides = LexiconSide(source_lang), LexiconSide(target_lang)
        return cls.of_links(sides, (nowhere, nowhere), (nothing, nothing))

    def owners(self) -> Ints:
        """Return the source key of every link."""
        return np.repeat(np.arange(len(self.first) - 1), np.diff(self.first))

    def inverted(self) -> "Lexicon":
        """Return the same lexicon for the other direction."""
        return Lexicon.of_links(
            (self.target, self.source),
            (self.links, self.owners()),
            (self.backward, self.forward),
            self.about,
        )


def _with_known(side: LexiconSide, owners: Ints, chance: Floats) -> LexiconSide:
    """Return the side with how much of each key's translations its links hold."""
    known = np.minimum(np.bincount(owners, weights=chance, minlength=len(side.names)), 1.0)
    return LexiconSide(side.lang, side.names, side.weights, side.table, known.astype(np.float32))
