"""A quick look at a text, which is mostly in the language that it ought to be in.

Most texts are, and then one lexicon answers for nearly every word; the other lexicons are asked
for the few words that it does not know, and langdetect for none.
"""

from collections.abc import Set as AbstractSet
from functools import cache
from typing import NamedTuple

from kielipari.languages import get
from kielipari.languages.identify import (
    Identified,
    has_word,
    knows,
    marks_numbers,
    telling_words,
)
from kielipari.languages.memory import WORDS_KEPT, Found, Remembering
from kielipari.languages.vocabulary import SHORTEST, vocabulary

_MOST = 0.5
_STRANGE = 0.1
_ENOUGH = 5


class Stranger(NamedTuple):
    """A word that its text's language does not know, and the candidates that do."""

    text: str
    start: int
    end: int
    langs: tuple[str, ...]


class Glance(NamedTuple):
    """How many of a text's words its language knows, and which only other ``candidates`` know."""

    lang: str
    known: int
    words: int
    strange: tuple[Stranger, ...] = ()
    candidates: tuple[str, ...] = ()

    @property
    def is_plain(self) -> bool:
        """Whether the text is in its language beyond doubt."""
        if not self.words or 2 * self.known < self.words:
            return False
        return not self.strange or len(self.strange) <= max(
            _STRANGE * self.words, self.words >= _ENOUGH
        )

    def identified(self) -> Identified:
        """Return what :func:`kielipari.languages.identify.identify` would say of a plain text.

        Of the own words nothing is told: they were not compared with the others.
        """
        evidence = tuple(
            (lang, tuple(word.text for word in self.strange if word.langs == (lang,)))
            for lang in self.candidates
        )
        return Identified(self.lang, 1.0, evidence, self.words)


class _Native:
    """What is known of the words of a language's texts, where other languages are in play.

    ``evident`` words are surely the language's, ``unknown`` ones are surely not, and ``strangers``
    are another's besides. ``settled`` ones are no strangers, since no other language has them;
    whether this one does was not asked.
    """

    def __init__(self, lang: str, candidates: tuple[str, ...]) -> None:
        self._own = vocabulary(lang)
        self._others = tuple(vocabulary(c) for c in candidates if c != lang)
        self.marks = _strange_marks(lang, candidates)
        self.evident: set[str] = set(self._own.listed)
        self.settled: set[str] = set()
        self.unknown: set[str] = set()
        self.strangers: set[str] = set()

    def __len__(self) -> int:
        return sum(map(len, self.found().values()))

    def found(self) -> Found:
        """See :class:`kielipari.languages.memory.Remembering`."""
        return {
            "evident": self.evident,
            "settled": self.settled,
            "unknown": self.unknown,
            "strangers": self.strangers,
        }

    def recall(self, found: Found) -> None:
        """See :class:`kielipari.languages.memory.Remembering`."""
        for kind, words in self.found().items():
            words.update(found[kind])

    def knows_most(self, words: AbstractSet[str]) -> int | None:
        """Return how many words the language has; None for less than half, or a stranger among them.

        A stranger is unknown to the language and known to another.
        """
        rest = words - self.evident
        if not rest:
            return len(words)
        if not self.strangers.isdisjoint(rest):
            return None
        if not (rest <= self.settled or self._settle(rest - self.settled)):
            return None
        rest -= self.evident
        found = len(words) - len(rest)
        for word in rest if 2 * found < len(words) else ():
            if self.has(word):
                found += 1
                if 2 * found >= len(words):
                    break
        return found if 2 * found >= len(words) else None

    def _settle(self, words: AbstractSet[str]) -> bool:
        """Look new words up; False where one of them is a stranger."""
        own = self._own
        for word in words:
            # An analyser takes its time, a table is asked at once.
            known = own.shows(word) or (not own.is_analyser and own.has(word))
            if not known and (self._is_elsewhere(word) or self.compounds(word)):
                if not (own.is_analyser and self.has(word)):
                    _add(self.strangers, word)
                    return False
                known = True
            if known:
                self._learn(word)
            else:
                _add(self.settled, word)
        return True

    def _learn(self, word: str) -> None:
        """Take a word for the language's own."""
        if len(self.evident) >= WORDS_KEPT:
            self.evident = set(self._own.listed)
        self.evident.add(word)

    def _is_elsewhere(self, word: str) -> bool:
        """Whether another language has a word; a short one only if that cannot do without it."""
        if len(word) < SHORTEST:
            return any(word in other.listed for other in self._others)
        return any(other.has(word) for other in self._others)

    def compounds(self, word: str) -> tuple[str, ...]:
        """Return the other languages of which a word is a compound; it is surely none of its own.

        Asked only of an analyser's language, where the letters say that already: to cut a word
        takes its time. Of a word with a hyphen the last part tells: "express-passia" is Finnish.
        """
        if not self._own.is_analyser:
            return ()
        word = word.rpartition("-")[2]
        forbidden = self._own.forbids(word)
        is_strange = not forbidden and self._own.doubts(word) and not self.has(word)
        return tuple(
            other.code
            for other in self._others
            if (
                other.joins(word)
                if forbidden or other.shows(word)
                else is_strange and other.joins(word, surely=True)
            )
            and not self._own.inflects(word, other)
        )

    def has(self, word: str) -> bool:
        """Whether the language has a word that is written without a capital."""
        if word in self.evident:
            return True
        if word in self.unknown:
            return False
        if self._own.shows(word) or self._own.has(word):
            self._learn(word)
            return True
        _add(self.unknown, word)
        return False


def _add(known: set[str], word: str) -> None:
    """Remember a word."""
    if len(known) >= WORDS_KEPT:
        known.clear()
    known.add(word)


@cache
def _native(lang: str, candidates: tuple[str, ...]) -> _Native:
    return _Native(lang, candidates)


def met_words(lang: str, candidates: tuple[str, ...]) -> Remembering:
    """Return what remembers the words of texts that a glance is cast at."""
    return _native(lang, candidates)


@cache
def _strange_marks(lang: str, candidates: tuple[str, ...]) -> frozenset[str]:
    """Return what other languages set before numbers and this one does not: klo 18."""
    own = get(lang).facts.before_numbers
    return frozenset(
        mark for c in candidates if c != lang for mark in get(c).facts.before_numbers - own
    )


def glance(text: str, lang: str, candidates: tuple[str, ...], words: frozenset[str]) -> Glance:
    """Tell how a text stands to its language, by as few look-ups as that takes.

    ``words`` are the text's runs of letters in lower case. Where the language has most of them
    and no other candidate has any of the rest, they tell enough; else the text is read word by
    word: names, addresses and what stands before numbers are then set apart.
    """
    native = _native(lang, candidates)
    if not words:
        return Glance(lang, 0, 0, (), candidates)
    if native.marks.isdisjoint(words):
        known = native.knows_most(words)
        if known is not None:
            return Glance(lang, known, len(words), (), candidates)
    return _read(text, lang, candidates)


def _read(text: str, lang: str, candidates: tuple[str, ...]) -> Glance:
    """Look at a text word by word."""
    native = _native(lang, candidates)
    known = words = 0
    strange: list[Stranger] = []
    for word, start, end, followed in telling_words(text):
        form = word.lower()
        # Only a capital can make a name of a word: without one the lexicon's word will do.
        answer = native.has(form) if form == word else knows(form, lang)
        marking = marks_numbers(form, candidates) if followed else []
        if marking:
            answer = lang in marking
        if answer is None:
            continue
        words += 1
        if answer:
            known += 1
            continue
        others = tuple(c for c in candidates if c != lang and knows(form, c))
        if not others and form == word:
            others = native.compounds(form)
        if others and not marking and form == word and has_word(form, lang):
            known += 1  # newton: a name without its capital
            continue
        if len(marking) == 1:
            others = (marking[0],)
        if others:
            strange.append(Stranger(word, start, end, others))
    return Glance(lang, known, words, tuple(strange), candidates)
