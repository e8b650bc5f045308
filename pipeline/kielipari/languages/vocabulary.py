"""What letters, facts and the lexicon of a language tell of a word, the cheapest first."""

import re
from functools import cache

from kielipari.languages import get
from kielipari.languages.base import Language, Part
from kielipari.languages.text import LONGEST_WORD

SHORTEST = 4
"""Letters of a word that rules tell anything of; abbreviations follow none."""
_LONG = 6  # letters that a word needs for its ending to tell
_COMPOUND, _SURE_COMPOUND = 8, 10  # letters that a compound has at least
_LONG_HEAD = 7  # letters that tell a word by which an unknown one ends
_LONG_PART, _SHORT_PART = 5, 4  # letters of a compound's last part, or else of each of them


class Vocabulary:
    """The words of a language, as far as letters, its facts and its lexicon tell them."""

    def __init__(self, lang: str) -> None:
        """Take a language by its code."""
        self.code = lang
        self._language = get(lang)
        facts = self._language.facts
        self.listed: set[str] = set(facts.function_words | facts.before_numbers)
        self.listed |= {word.rstrip(".") for word in facts.abbreviations}
        self.endings = facts.endings
        self._impossible = re.compile(facts.impossible) if facts.impossible else None
        self.is_analyser = self._impossible is not None
        self._unlikely = re.compile(facts.unlikely) if facts.unlikely else None

    def shows(self, word: str) -> bool:
        """Whether the word ends as only words of the language do."""
        return len(word) >= _LONG and word.endswith(self.endings)

    def forbids(self, word: str) -> bool:
        """Whether no word of the language is written so; told only of an analyser's language."""
        return self._impossible is not None and self._impossible.fullmatch(word) is not None

    def doubts(self, word: str) -> bool:
        """Whether hardly a long word of the language is written so; told as ``forbids`` is."""
        return (
            self._unlikely is not None
            and len(word) >= _SURE_COMPOUND
            and self._unlikely.search(word) is not None
        )

    def joins(self, word: str, *, surely: bool = False) -> bool:
        """Whether a long word is a compound of the language's words; ``surely``: and of known ones."""
        if len(word) < _COMPOUND:
            return False
        return is_compound(word, self._language) if surely else bool(self._language.parts(word))

    def inflects(self, word: str, other: "Vocabulary") -> bool:
        """Whether a word is another language's with an ending of this one: "telefaxilla"."""
        return any(
            word.endswith(ending) and other.has(word.removesuffix(ending))
            for ending in self._language.facts.name_endings
        )

    def has(self, word: str) -> bool:
        """Whether the language has a word."""
        if word in self.listed:
            return True
        if self._impossible is not None and len(word) >= SHORTEST:
            return not self.forbids(word) and self._language.accepts(word)
        return self._language.accepts(word)


def is_compound(word: str, language: Language) -> bool:
    """Whether a word is a compound of words that the language has, and of no short ones."""
    return any(
        all(language.accepts(part.base) for part in parts)
        and (_size(parts[-1]) >= _LONG_PART or min(map(_size, parts)) >= _SHORT_PART)
        for parts in language.parts(word)
    )


def has_known_head(word: str, language: Language) -> bool:
    """Whether a long word ends in a whole word of the language, whatever stands before it.

    "autentikointijärjestelmä", "Markdown-tiedosto"; but not "Nutri-Junior", nor what names of
    places end in.
    """
    if len(word) > LONGEST_WORD:
        return False
    first, _, head = word.rpartition("-")
    if first:
        return len(head) >= SHORTEST and head.islower() and language.accepts(head)
    beginnings = range(_SHORT_PART, len(word) - _LONG_HEAD + 1)
    return any(
        head not in language.facts.places and language.accepts(head)
        for head in (word[start:].lower() for start in beginnings)
    )


def _size(part: Part) -> int:
    return part.end - part.start


@cache
def vocabulary(lang: str) -> Vocabulary:
    """Return a language's vocabulary, which is made once."""
    return Vocabulary(lang)
