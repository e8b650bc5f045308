"""Which words of one side are surely none of its language, and are the other side's."""

from collections.abc import Iterator

from kielipari.checks.view import SideView
from kielipari.languages.base import Language
from kielipari.languages.glance import Stranger
from kielipari.languages.vocabulary import vocabulary

SHORTEST = 4
"""Letters of a word that is no function word."""


def strangers(side: SideView, other: SideView) -> tuple[Stranger, ...]:
    """Return the words that are no words of the side's language but of the other's.

    A word that a third language knows too counts only where the other side has it.
    """
    if side.glance is None or _is_in_other_language(side, other):
        return ()
    return tuple(
        word
        for word in side.glance.strange
        if other.lang in word.langs and (len(word.langs) == 1 or word.text.lower() in other.words)
    )


def opening(side: SideView, other: SideView) -> Iterator[Stranger]:
    """Yield the word that the other side begins with, where this one has it within a sentence.

    Its capital would make a name of it, and no stranger; what is no name is told by its form, in
    a language of many forms.
    """
    word = other.runs[0] if other.runs else ""
    start = side.text.find(word.capitalize(), 1) if word in side.words else -1
    end = start + len(word)
    if (
        start > 0
        and len(word) >= SHORTEST
        and vocabulary(other.lang).is_analyser
        and side.text[start - 1].isspace()
        and not side.text[end : end + 1].isalpha()
        and not side.language.accepts(word)
        and is_no_name(word, other.language)
    ):
        yield Stranger(side.text[start:end], start, end, (other.lang,))


def _is_in_other_language(side: SideView, other: SideView) -> bool:
    """Whether more words speak for the other language: U103 says so, if anybody."""
    found = side.identified
    words = dict(found.evidence)
    return found.lang not in {side.lang, None} and len(words.get(other.lang, ())) > len(
        words.get(side.lang, ())
    )


def is_no_name(word: str, language: Language) -> bool:
    """Whether a word with a capital shows by its form that it is no name at a sentence's start."""
    readings = language.readings(word.lower())
    return bool(readings) and all(
        reading.pos not in {"proper", "noun", "abbreviation"}
        or (reading.pos == "noun" and reading.case not in {"", "nom"})
        for reading in readings
    )
