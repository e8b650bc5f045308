"""How much two texts speak for one being the translation of the other, and how far that can be told.

What is seen is compared by how likely it would be in a translation and in a text that is none
(natural logarithms of likelihood ratios). What is usual in the pair is the yardstick.
"""

import re
from collections import Counter
from collections.abc import Sequence
from math import log, sqrt

from kielipari.checks.lexical import Cover, Translations
from kielipari.checks.view import UnitView
from kielipari.languages.identify import Identified
from kielipari.languages.text import is_spoken

_HALF = 0.3  # from this share on a word counts as covered
_INDEPENDENT = 4.0  # words of a text that tell as much as independent ones would
_FULL_WEIGHT = 5.0
_FEW, _FITTING, _BY_FIT = 10, 0.7, 9.0  # short texts of a kind that the lexicon does not fit
_MANY = 6  # words, of which one tells no language
_VOCABULARY = 5000  # links; a glossary alone tells nothing of the other words
_MARK = re.compile(r"[^\W_a-zåäö](?:(?<=\d)\d*|(?<![^\W\d_].)[^\W\d_]{2,})")
"""A number or a word with a capital: most characters are neither, and told at once."""
_STEM = 5


def lexicon_of(view: UnitView) -> Translations | None:
    """Return the lexicon of the pair; None where it knows too few words to miss any."""
    if view.analysers.translations is None:
        return None
    found = view.analysers.translations()
    return found if len(found.lexicon.links) >= _VOCABULARY else None


def cover_of(words: str, view: UnitView, translations: Translations, *, is_source: bool) -> Cover:
    """Return how much of some words of one side the other covers, function words left out."""
    if is_source:
        return translations.source_cover(words, view.target.prose).telling()
    return translations.target_cover(view.source.prose, words).telling()


def is_untranslated(view: UnitView) -> bool:
    """Whether the target is a copy, or a side in another language: U102 and U103 say so."""
    return view.source.normal == view.target.normal or any(
        side.identified.lang not in {None, side.lang}
        and has_words_of_its_own(side.identified, side.text)
        for side in (view.target, view.source)
    )


def has_words_of_its_own(found: Identified, text: str) -> bool:
    """Whether words stand there that only the language found knows: letters alone mislead.

    One is not enough among many names that no lexicon tells, nor an abbreviation: "Rovaniemi lk".
    """
    words = dict(found.evidence).get(found.lang or "", ())
    if len(words) != 1:
        return len(words) > 1
    return len(text.split(maxsplit=_MANY)) <= _MANY and is_spoken(words[0])


def agreement(covers: Sequence[Cover], usual: float, chance: float) -> float:
    """Return how much the words with and without a rendering speak for a translation."""
    with_one, without = log(usual * 0.95 / chance), -penalty(usual, chance)
    total, words = 0.0, 0
    for cover in covers:
        for expected, covered in cover.telling().words:
            words += 1
            share = covered / expected
            weight = min(expected / _FULL_WEIGHT, 1.2)
            total += weight * (with_one * share if share >= _HALF else without)
    # Words of one text are not independent: a free rendering changes many at once.
    return total / max(1.0, sqrt(words / len(covers) / _INDEPENDENT))


def penalty(usual: float, chance: float) -> float:
    """Return how much a word without a rendering speaks against a translation."""
    return log((1 - chance) / (1 - usual * 0.95))


def doubt(view: UnitView) -> float:
    """Return how much more evidence a short text of a kind that the lexicon does not fit needs."""
    if max(len(view.source.words), len(view.target.words)) > _FEW:
        return 0.0
    return _BY_FIT * max(0.0, _FITTING - view.typical.cover)


def marks(text: str) -> Counter[str]:
    """Return how often the words with a capital, by their beginnings, and the numbers stand there."""
    return Counter(
        mark if mark[0].isdigit() else mark[:_STEM].lower()
        for mark in _MARK.findall(text)
        if mark[0].isdigit() or mark[0].isupper()
    )
