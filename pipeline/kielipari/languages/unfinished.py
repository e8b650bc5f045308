"""Texts that stop in the middle of a phrase, as their last word tells."""

import re

from kielipari.languages import get
from kielipari.languages.text import runs_of_letters

# Nothing follows the word, and it has no capital: "I" is a number too.
_LAST = re.compile(r"(?<=\s)[^\W\d_A-ZÅÄÖ][^\W\d_]*$")
_LONGEST = 20  # letters of such a word
_HYPHENS = "-\N{HYPHEN}\N{NON-BREAKING HYPHEN}"
# Half a compound: "service- och" is to follow "installations-".
_HALF = re.compile(rf"[^\W\d_A-ZÅÄÖ]{{4}}[{_HYPHENS}],?$")
_NEAR = 8  # words before a preposition, among which a relative may stand that it belongs to


def is_unfinished(text: str, lang: str, *, is_item: bool) -> bool:
    """Whether a text ends in a word that something has to follow.

    ``is_item`` says that other items of a list may follow the text: "a; b; and that".
    """
    last = _LAST.search(text, max(0, len(text) - _LONGEST))
    if last is None:
        return False
    facts, word = get(lang).facts, last.group()
    before = runs_of_letters(text[: last.start()].lower())
    if is_item and not facts.joining.isdisjoint((word, *before[-1:])):
        return False
    if word in facts.prepositions:
        return facts.relatives.isdisjoint(before[-_NEAR:])
    return word in facts.unfinished or word in facts.joining


def ends_in_half(text: str) -> bool:
    """Whether a text ends in the first half of a compound: "installations-"."""
    return _HALF.search(text, max(0, len(text) - _LONGEST)) is not None
