"""A second look at two texts of which hardly a word seems to render the other.

The quick comparison reads words by the stems that the lexicon's learner met, which cut strange
words wrongly, and misses what only this field calls so. Here every word is analysed, and what the
other units of the pair say counts: where *teksti* and *sträng* stand together time and again, the
one is what this file calls the other.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice, product
from typing import TYPE_CHECKING, NamedTuple
from weakref import WeakKeyDictionary

from kielipari.align.keys import cognate_form
from kielipari.checks.lexical import Translations
from kielipari.checks.view import SideView, UnitView
from kielipari.languages.text import common_beginning

if TYPE_CHECKING:
    from kielipari.align.lexicon import LexiconSide
    from kielipari.languages.base import Language

_LIKELY = 0.2  # how sure a rendering must be
_TELLING = 1.5  # the weight of a key that tells anything
_MOST, _FEW = 200, 60  # words of a side, at most, that are analysed, and looked up in other units
_KEPT = 6_000  # words that stay analysed
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
    """A word of content: the lexicon's keys for it, and what its cognates and its forms begin with."""

    keys: frozenset[int]
    forms: frozenset[str]
    beginning: str


def reread(view: UnitView, translations: Translations) -> Reread:
    """Count the words of both sides, and those that something on the other side renders."""
    here = tuple(_words(view.source, translations, is_source=True))
    there = tuple(_words(view.target, translations, is_source=False))
    forward = _by_lexicon(here, there, translations, is_source=True)
    backward = _by_lexicon(there, here, translations, is_source=False)
    if len(here) <= _FEW and len(there) <= _FEW:
        for first, second in _by_company(view, here, there):
            forward.add(first)
            backward.add(second)
    return Reread(len(here) + len(there), len(forward) + len(backward), min(len(here), len(there)))


_ANALYSED: WeakKeyDictionary[Translations, dict[tuple[bool, str], _Word]] = WeakKeyDictionary()
"""The words met so far, with whether they stood in a source."""


def _words(side: SideView, translations: Translations, *, is_source: bool) -> Iterator[_Word]:
    """Yield the words of content that a side begins with."""
    language = side.language
    lexicon = translations.lexicon
    known = lexicon.source if is_source else lexicon.target
    met = _ANALYSED.setdefault(translations, {})
    if len(met) >= _KEPT:
        met.clear()
    words = (word for word in side.runs if word not in language.facts.function_words)
    for word in islice(dict.fromkeys(words), _MOST):
        found = met.get((is_source, word))
        if found is None:
            found = met[is_source, word] = _analysed(word, language, known)
        yield found


def _analysed(word: str, language: "Language", known: "LexiconSide") -> _Word:
    bases = frozenset(_bases(word, language))
    keys = {key for form in (word, *bases) for key in known.table.known[form]}
    telling = (key for key in keys if isinstance(key, int) and known.weight(key) >= _TELLING)
    forms = frozenset(_forms((word, *bases)))
    return _Word(frozenset(telling), forms, _beginning(word, bases))


def _bases(word: str, language: "Language") -> Iterator[str]:
    """Yield the base forms of a word and of its parts, in all readings."""
    yield from language.bases(word)
    for reading in language.readings(word):
        yield reading.base
        yield from (part.base for part in reading.parts)
    yield from (part.base for parts in language.parts(word) for part in parts)


def _beginning(word: str, bases: frozenset[str]) -> str:
    """Return what the forms of a word begin with, as far as its base forms tell."""
    # The last letter of a base form gives way in many others: tilaus, tilauksen.
    common = (min(common_beginning(word, base), len(base) - 1) for base in bases)
    found = [size for size in common if size >= _SHORTEST]
    usual = max(_SHORTEST, min(len(word) - _ENDING, _BEGINNING))
    return word[: min(*found, _LONGEST)] if found else word[:usual]


def _by_lexicon(
    words: Sequence[_Word], others: Sequence[_Word], translations: Translations, *, is_source: bool
) -> set[int]:
    """Return the places of the words that the lexicon renders by others, or that are cognates."""
    keys = frozenset[int]().union(*(other.keys for other in others))
    forms = frozenset[str]().union(*(other.forms for other in others))
    links = translations.forward if is_source else translations.backward
    return {
        place
        for place, word in enumerate(words)
        if any(
            sure >= _LIKELY and target in keys
            for key in word.keys
            for target, sure in links(key).items()
        )
        or not forms.isdisjoint(word.forms)
    }


def _forms(bases: Iterable[str]) -> Iterator[str]:
    """Yield what cognates have in common: a beginning, or all but a loan's -i (*filmi*)."""
    for base in bases:
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
    same = concordance.being(view.source.text, in_target=False)
    same |= concordance.being(view.target.text, in_target=True)
    ours, theirs = (
        [
            (place, units)
            for place, word in enumerate(words)
            if len(word.beginning) >= _SHORTEST
            and len(units := concordance.holding(word.beginning, in_target=in_target) - same)
        ]
        for words, in_target in ((here, False), (there, True))
    )
    for (first, units), (second, others) in product(ours, theirs):
        if concordance.keep_company(units, others):
            yield first, second
