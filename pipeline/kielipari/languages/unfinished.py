"""Texts that stop in the middle of a phrase, as their last word tells."""

import re
from itertools import islice

from kielipari.languages import get
from kielipari.languages.lexicon import lexicon
from kielipari.languages.text import LONGEST_WORD, runs_of_letters
from kielipari.languages.vocabulary import is_compound, vocabulary

# Nothing follows the word, and it has no capital: "I" is a number too.
_LAST = re.compile(r"(?<=\s)[^\W\d_A-ZÅÄÖ][^\W\d_]*$")
# Letters of a compound's first part, those that its last one may lack, and words tried as that.
_FRONT, _LEFT, _HEADS = 3, 6, 5
_LAST_PART = re.compile(r"(?<=[\s-])[^\W\d_A-ZÅÄÖ][^\W\d_]*$")
_LONGEST_COMPOUND = 50  # letters
_LONGEST = 20  # letters of such a word
_WORD_AT_END = re.compile(r"(?<![^\W\d_])[^\W\d_A-ZÅÄÖ]{3,}$")
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


def breaks_in_word(text: str, lang: str) -> bool:
    """Whether a text ends in letters that are no word: "uppgifte" for "uppgifterna"."""
    last = _LAST_PART.search(text, max(0, len(text) - LONGEST_WORD))
    if last is None or len(last.group()) > _LONGEST_COMPOUND:
        return False
    word, before, known = last.group(), text[: last.start()].rstrip(), vocabulary(lang)
    if len(word) == 1:  # "rätten till s"; but not "2 v" nor "16 m"
        return _WORD_AT_END.search(before) is not None and word not in known.listed
    if before.endswith("-"):  # a line's end broke it
        return False
    if known.has(word) or get(lang).parts(word):
        return False
    return known.is_analyser or _goes_on(word, lang)


def _goes_on(word: str, lang: str) -> bool:
    """Whether a word begins with these letters, or a compound does whose last part they break off."""
    longer, language = lexicon(lang).longer, get(lang)
    if next(longer(word), None) is not None:
        return True
    for start in range(_FRONT, len(word) - 1):
        tail = word[start:]
        heads = (head for head in longer(tail) if len(head) <= len(tail) + _LEFT)
        for head in islice(heads, _HEADS):
            whole = word[:start] + head
            if is_compound(whole, language) and any(
                parts[-1].start == start for parts in language.parts(whole)
            ):
                return True
    return False


def ends_in_half(text: str) -> bool:
    """Whether a text ends in the first half of a compound: "installations-"."""
    return _HALF.search(text, max(0, len(text) - _LONGEST)) is not None
