"""A second look at two texts of which hardly a word seems to render the other.

The quick comparison reads words by the stems that the lexicon's learner met, which cut strange
words wrongly, and misses what only this field calls so. Here every word is analysed, and what the
other units of the pair say counts: where *teksti* and *sträng* stand together time and again, the
one is what this file calls the other.
"""

from collections.abc import Iterator, Sequence
from itertools import product
from typing import TYPE_CHECKING, NamedTuple

from kielipari.align.keys import cognate_form
from kielipari.checks.lexical import Translations
from kielipari.checks.view import SideView, UnitView

if TYPE_CHECKING:
    from kielipari.languages.base import Language

_LIKELY = 0.2  # how sure a rendering must be
_TELLING = 1.5  # the weight of a key that tells anything
_ALIKE = 5  # letters that cognates begin with
_SHORTEST, _LONGEST = 4, 9  # letters that the beginning of a word's forms is looked up by
_ENDING = 2  # letters, at least, that an unknown word's ending may have …
_BEGINNING = 7  # … and at most so many are left


class Reread(NamedTuple):
    """How many words of content two texts have, how many of these are rendered, and the fewest.

    ``fewest`` are the words of the side that has fewer.
    """

    words: int
    rendered: int
    fewest: int


class _Word(NamedTuple):
    """A word of content: its base forms, the lexicon's keys for it, and what its forms begin with."""

    bases: frozenset[str]
    keys: frozenset[int]
    beginning: str


def reread(view: UnitView, translations: Translations) -> Reread:
    """Count the words of both sides, and those that something on the other side renders."""
    here = tuple(_words(view.source, translations, is_source=True))
    there = tuple(_words(view.target, translations, is_source=False))
    forward = _by_lexicon(here, there, translations, is_source=True)
    backward = _by_lexicon(there, here, translations, is_source=False)
    for first, second in _by_company(view, here, there):
        forward.add(first)
        backward.add(second)
    return Reread(len(here) + len(there), len(forward) + len(backward), min(len(here), len(there)))


def _words(side: SideView, translations: Translations, *, is_source: bool) -> Iterator[_Word]:
    """Yield the words of content of a side, in alphabetical order."""
    language = side.language
    lexicon = translations.lexicon
    known = lexicon.source if is_source else lexicon.target
    for word in sorted(side.words - language.facts.function_words):
        bases = frozenset(_bases(word, language))
        keys = {key for form in (word, *bases) for key in known.table.known[form]}
        telling = (key for key in keys if isinstance(key, int) and known.weight(key) >= _TELLING)
        yield _Word(bases | {word}, frozenset(telling), _beginning(word, bases))


def _bases(word: str, language: "Language") -> Iterator[str]:
    """Yield the base forms of a word and of its parts, in all readings."""
    yield from language.bases(word)
    for reading in language.readings(word):
        yield reading.base
        yield from (part.base for part in reading.parts)
    yield from (part.base for parts in language.parts(word) for part in parts)


def _beginning(word: str, bases: frozenset[str]) -> str:
    """Return what the forms of a word begin with, as far as its base forms tell."""
    common = (_common(word, base) for base in bases)
    found = [size for size in common if size >= _SHORTEST]
    usual = max(_SHORTEST, min(len(word) - _ENDING, _BEGINNING))
    return word[: min(*found, _LONGEST)] if found else word[:usual]


def _common(one: str, other: str) -> int:
    """Return how many letters two words begin with in common."""
    size = 0
    for left, right in zip(one, other, strict=False):
        if left != right:
            break
        size += 1
    return size


def _by_lexicon(
    words: Sequence[_Word], others: Sequence[_Word], translations: Translations, *, is_source: bool
) -> set[int]:
    """Return the places of the words that the lexicon renders by others, or that are cognates."""
    keys = frozenset[int]().union(*(other.keys for other in others))
    forms = {form for other in others for form in _forms(other)}
    links = translations.forward if is_source else translations.backward
    return {
        place
        for place, word in enumerate(words)
        if any(
            sure >= _LIKELY and target in keys
            for key in word.keys
            for target, sure in links(key).items()
        )
        or not forms.isdisjoint(_forms(word))
    }


def _forms(word: _Word) -> Iterator[str]:
    """Yield what cognates of a word have in common: a beginning, or all but a loan's -i (*filmi*)."""
    for base in word.bases:
        form = cognate_form(base)
        if len(base) >= _ALIKE:
            yield form[:_ALIKE]
        if len(form) >= _SHORTEST:
            yield f"{form.removesuffix('i')}."


def _by_company(
    view: UnitView, here: Sequence[_Word], there: Sequence[_Word]
) -> Iterator[tuple[int, int]]:
    """Yield the places of words that stand together in other units of the pair."""
    concordance = view.typical.concordance
    places = [
        [
            concordance.holding(word.beginning, in_target=in_target)
            if len(word.beginning) >= _SHORTEST
            else frozenset[int]()
            for word in words
        ]
        for words, in_target in ((here, False), (there, True))
    ]
    same = frozenset[int]()
    for side, words, in_target in ((view.source, places[0], False), (view.target, places[1], True)):
        among = frozenset[int]().union(*words)
        same |= concordance.having(side.text, among, in_target=in_target)
    for (first, ours), (second, theirs) in product(enumerate(places[0]), enumerate(places[1])):
        if concordance.keep_company(ours - same, theirs - same):
            yield first, second
