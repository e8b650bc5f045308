"""A quick look at a text, which is mostly in the language that it ought to be in.

Most texts are, and then one lexicon answers for nearly every word; the other lexicons are asked
for the few words that it does not know, and langdetect for none.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

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


def glance(text: str, lang: str, candidates: Sequence[str]) -> Glance:
    """Ask a language's lexicon about the words of a text, and the others about the rest."""
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
