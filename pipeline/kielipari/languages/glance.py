"""A quick look at a text, which is mostly in the language that it ought to be in.

Most texts are, and then one lexicon answers for nearly every word; the other lexicons are asked
for the few words that it does not know, and langdetect for none.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
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

_MOST = 0.5
_STRANGE = 0.1
_ENOUGH = 5
_KEPT = 200_000


class Stranger(NamedTuple):
    """A word that its text's language does not know, and the candidates that do."""

    text: str
    start: int
    end: int
    langs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Glance:
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
        return len(self.strange) <= max(_STRANGE * self.words, self.words >= _ENOUGH)

    def identified(self) -> Identified:
        """Return what :func:`kielipari.languages.identify.identify` would say of a plain text.

        Of the own words nothing is told: they were not compared with the others.
        """
        evidence = tuple(
            (lang, tuple(word.text for word in self.strange if word.langs == (lang,)))
            for lang in self.candidates
        )
        return Identified(self.lang, 1.0, evidence, self.words)


class _Vocabulary:
    """The words of a language met so far, in lower case: sets, so that most texts cost one step."""

    def __init__(self, lang: str) -> None:
        self.known: set[str] = set()
        self.unknown: set[str] = set()
        self._language = get(lang)
        facts = self._language.facts
        self.known |= facts.function_words | facts.before_numbers
        self.known |= {word.rstrip(".") for word in facts.abbreviations}

    def lacks(self, words: Iterable[str]) -> list[str]:
        """Return which of the words the language does not have."""
        if len(self.unknown) > _KEPT:
            self.unknown.clear()
        found = []
        for word in words:
            if word in self.unknown:
                found.append(word)
            elif word not in self.known:
                is_known = self._language.accepts(word)
                (self.known if is_known else self.unknown).add(word)
                if not is_known:
                    found.append(word)
        return found


@cache
def _vocabulary(lang: str) -> _Vocabulary:
    return _Vocabulary(lang)


@cache
def _strange_marks(lang: str, candidates: tuple[str, ...]) -> frozenset[str]:
    """Return what other languages set before numbers and this one does not: klo 18."""
    own = get(lang).facts.before_numbers
    return frozenset(
        mark for c in candidates if c != lang for mark in get(c).facts.before_numbers - own
    )


def glance(text: str, lang: str, candidates: Sequence[str], words: frozenset[str]) -> Glance:
    """Ask a language's lexicon about a text, and the others about what it does not know.

    ``words`` are the text's runs of letters in lower case. Where the language has most of them
    and no other candidate has any of the rest, they tell enough; else the text is read word by
    word: names, addresses and what stands before numbers are then set apart.
    """
    own = _vocabulary(lang)
    rest = own.lacks(words - own.known)
    marking = _strange_marks(lang, tuple(candidates))
    if words and 2 * len(rest) <= len(words) and marking.isdisjoint(words):
        others = (_vocabulary(c) for c in candidates if c != lang)
        if not rest or all(len(other.lacks(rest)) == len(rest) for other in others):
            return Glance(lang, len(words) - len(rest), len(words), (), tuple(candidates))
    return _read(text, lang, candidates)


def _read(text: str, lang: str, candidates: Sequence[str]) -> Glance:
    """Look at a text word by word."""
    known = words = 0
    strange: list[Stranger] = []
    for word, start, end, followed in telling_words(text):
        form = word.lower()
        # Only a capital can make a name of a word: without one the lexicon's word will do.
        answer = has_word(form, lang) if form == word else knows(form, lang)
        if followed:
            marking = marks_numbers(form, candidates)
            answer = lang in marking if marking else answer
        if answer is None:
            continue
        words += 1
        if answer:
            known += 1
            continue
        others = tuple(c for c in candidates if c != lang and knows(form, c))
        if followed and len(marking) == 1:
            others = (marking[0],)
        if others:
            strange.append(Stranger(word, start, end, others))
    return Glance(lang, known, words, tuple(strange), tuple(candidates))
