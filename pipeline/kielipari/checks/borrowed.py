"""Terms and names of one language in a text of the other, which may inflect and join names.

*Åbossa*, *Espoos*, *Helsinki-området*: no analyser of either language reads these. What the text's
language hangs on a name that it does not know is taken off, and the rest looked up as it stands.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from kielipari.languages.base import Language
from kielipari.languages.memory import WORDS_KEPT, Found
from kielipari.model import MatchKind, TermHit

_SHORTEST = 3  # letters of a name: Åbo
_NAME = re.compile(r"(?<![^\W\d_])[^\W\d_a-zåäö][^\W\d_]{2,40}(?:[:'’][^\W\d_]{1,4})?(?![^\W\d_.])")

Lists = Callable[[frozenset[str], str], bool]
"""Whether one of the words is a term's form in a language."""
Hits = Callable[[str, str], tuple[TermHit, ...]]


class Borrowing:
    """Finds the terms and names of one language in texts of another."""

    def __init__(self, language: Language, other: str, lists: Lists, hits: Hits) -> None:
        """Take the texts' language and the names'."""
        self._language = language
        self._other = other
        self._lists = lists
        self._hits = hits
        self._endings = language.facts.name_endings
        self._barren: set[str] = set()  # words in lower case that are surely no such names

    def __len__(self) -> int:
        return len(self._barren)

    def found(self) -> Found:
        """See :class:`kielipari.languages.memory.Remembering`."""
        return {"barren": self._barren}

    def recall(self, found: Found) -> None:
        """See :class:`kielipari.languages.memory.Remembering`."""
        self._barren.update(found["barren"])

    def find(self, text: str, words: frozenset[str]) -> tuple[TermHit, ...]:
        """Return the mentions in a text; ``words`` are its runs of letters in lower case.

        The mention of a name has the ending that it got there; of a compound with a hyphen it is
        the name alone.
        """
        rest = words - self._barren
        if not rest or not any(map(self._may_be, rest)):
            return ()
        found = self._hits(text, self._other) if self._lists(words, self._other) else ()
        found = tuple(hit for hit in found if not self._is_word(hit))
        starts = {hit.start for hit in found}
        return (*found, *(hit for hit in self._names(text) if hit.start not in starts))

    def _names(self, text: str) -> Iterator[TermHit]:
        for found in _NAME.finditer(text):
            start, end = found.span()
            word = found.group()
            joined = text[end : end + 1] == "-" and text[end + 1 : end + 2].islower()
            for name in [word] if joined else self._without_ending(word):
                hit = self._name(name)
                if hit is not None and not self._is_own(word, begins=not start):
                    yield replace(hit, start=start, end=end, form=word, how=MatchKind.INFLECTED)
                    break

    def _may_be(self, word: str) -> bool:
        """Whether a word may be a name, with or without an ending; it is looked at once."""
        if self._lists(frozenset((word, *self._without_ending(word))), self._other):
            return True
        if len(self._barren) >= WORDS_KEPT:
            self._barren.clear()
        self._barren.add(word)
        return False

    def _without_ending(self, word: str) -> list[str]:
        if not word.endswith(self._endings):
            return []
        return [word.removesuffix(e) for e in self._endings if word.endswith(e)]

    def _name(self, word: str) -> TermHit | None:
        """Return the mention of a term that a word is as it stands, if it is one for sure."""
        if len(word) < _SHORTEST or not self._lists(frozenset((word.lower(),)), self._other):
            return None
        hits = self._hits(word, self._other)
        if len(hits) != 1 or hits[0].form != word or hits[0].how is not MatchKind.EXACT:
            return None
        return hits[0]

    def _is_word(self, hit: TermHit) -> bool:
        """Whether what may be a form of the name is a word of the text's language: "pari", for Paris."""
        return hit.how is MatchKind.INFLECTED and self._language.accepts(hit.form.lower())

    def _is_own(self, word: str, *, begins: bool) -> bool:
        """Whether a word is the text's own: a name there too, or any word that begins the text."""
        is_name = any(hit.form == word for hit in self._hits(word, self._language.code))
        return is_name or (begins and self._language.accepts(word.lower()))
