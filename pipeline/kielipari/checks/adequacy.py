"""U106, U107: a target that translates another text, or stops before its source does.

Both compare how likely what is seen would be in a translation and in what they look for (natural
logarithms of likelihood ratios): words with and without a rendering by the translation lexicon,
names and numbers in common, lengths, endings. What is usual in the pair is the yardstick.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from math import ceil, exp, log, sqrt

from kielipari.checks.base import (
    CANNOT_TELL,
    SATISFIED,
    Evidence,
    Example,
    Rule,
    Scope,
    Verdict,
    Violation,
)
from kielipari.checks.lexical import Cover, Translations
from kielipari.checks.typical import ending
from kielipari.checks.view import SideView, UnitView
from kielipari.languages.denial import denials
from kielipari.model import Message, Origin, Severity

_CHANCE = 0.12  # how often a word finds a rendering in an unrelated text
_HALF = 0.3  # from this share on a word counts as covered
_INDEPENDENT = 4.0  # words of a text that tell as much as independent ones would
_FULL_WEIGHT = 5.0
_UNRELATED, _UNRELATED_BY_WORD = -1.38, -1.2
_FEW, _FITTING, _BY_FIT = 10, 0.7, 9.0  # short texts of a kind that the lexicon does not fit
_RELATED = 0.5
_TELLING = 3  # different words on both sides
_SURE = ((1, 1.0), (2, 0.6), (4, 0.4))  # so many words rendered, and so much of those looked up
_NEARLY_SURE = 0.3  # with a name or number in common

_VOCABULARY = 5000  # links; a glossary alone tells nothing of the other words
_MARK = re.compile(r"[^\W\d_]{3,}|\d+")
_LONG_NUMBER = re.compile(r"\d[\d/.:]{2,}\d")
_NAME = re.compile(r"(?<=[^\W\d_] |[,)] )[^\W\d_]{3,}")
_STEM = 5
_NAME_SCORE, _STRANGE_NAME_SCORE, _NAMES = 1.5, 0.4, 3
_SAME_LENGTH_SCORE = 0.4
_SPREAD = 0.28  # of the logarithm of the length ratio, in free translations

_SHORTEST = 4  # words that a source needs to be cut short
_LABEL = 8  # words of a source, the most that a label has
_NEARLY_ALL = 0.85
_CUT = 2.8
_CUT_LENGTH, _CUT_SPREAD = log(0.5), 0.3
_USUAL_SPREAD, _WIDE_SPREAD = 0.17, 0.4
_ENDS_OPEN = 0.85  # how often a text that was cut ends in a word
_CLOSED = frozenset({"stop", "colon"})
_CUT_FUNCTION, _USUAL_FUNCTION = 0.25, 0.02  # how often in a function word
_TAIL = 0.6
_MOST_TAIL = 4.0
_PAIRS = (("(", ")"), ("[", "]"), ("«", "»"))


def unrelated_translation(view: UnitView) -> Iterator[Verdict]:
    """U106: hardly a word of either side has a rendering on the other."""
    if not view.is_paired or view.unit.origin is Origin.ALIGNED:
        return
    translations = lexicon_of(view)
    if translations is None:
        return
    words = view.source.words
    tried, covered = translations.seen(words, view.target.lower, _enough(len(words)))
    if any(covered >= least and covered >= share * tried for least, share in _SURE):
        yield SATISFIED
        return
    # A label of two words has too few ways to show that it is right.
    is_telling = min(len(words), len(view.target.words)) >= _TELLING
    if not is_telling or is_untranslated(view):
        yield CANNOT_TELL
        return
    if _share_long_number(view) or (covered > _NEARLY_SURE * tried and _shared_marks(view)):
        yield SATISFIED
        return
    score = _relatedness(view, translations)
    least = _UNRELATED + _UNRELATED_BY_WORD * _penalty(view.typical.cover, _CHANCE)
    if score < least - _doubt(view):
        yield Violation(
            Message.of("unrelated-translation"),
            source=view.source.span(),
            target=view.target.span(),
        )
    else:
        yield SATISFIED if score > _RELATED else CANNOT_TELL


@cache
def _enough(words: int) -> int:
    """Return how many of so many words are to be rendered for all to be sure, whatever the rest."""
    return min(max(least, ceil(share * words)) for least, share in _SURE)


def truncated_translation(view: UnitView) -> Iterator[Verdict]:
    """U107: a target is too short, ends openly, and its source's last words have no rendering."""
    source, target = view.source.prose.strip(), view.target.prose.strip()
    if not target or len(source.split(maxsplit=_SHORTEST)) < _SHORTEST:
        return
    ratio = len(target) / len(source) / view.typical.ratio
    first, last = ending(source), ending(target)
    usual = view.typical.chance_of_ending(first, last)
    is_open = _ends_openly(view.target) and not _ends_openly(view.source)
    unclosed = any(_is_open(pair, target) and not _is_open(pair, source) for pair in _PAIRS)
    if ratio > _NEARLY_ALL and usual > _USUAL_FUNCTION and not is_open and not unclosed:
        yield SATISFIED
        return
    translations = lexicon_of(view)
    # A label is often said in fewer words, so its length and its ending tell nothing.
    is_label = view.typical.is_of_labels and len(source.split(maxsplit=_LABEL)) <= _LABEL
    if translations is None or is_untranslated(view) or (is_label and not unclosed):
        yield CANNOT_TELL
        return
    score = _length_score(ratio) + 2.0 * unclosed
    if first:
        if last in _CLOSED:  # whatever the source ends with, this is no cut
            usual = max(usual, _HALF)
        score += log((1 - _ENDS_OPEN if last else _ENDS_OPEN) / usual)
    if not last:
        ratios = (_CUT_FUNCTION / _USUAL_FUNCTION, (1 - _CUT_FUNCTION) / (1 - _USUAL_FUNCTION))
        score += log(ratios[0] if is_open else ratios[1])
    if score + _MOST_TAIL <= _CUT:
        yield SATISFIED  # no word without a rendering could make a cut of that
        return
    tail = translations.source_cover(source, target).telling().after(_TAIL)
    score -= max(-_MOST_TAIL, min(_MOST_TAIL, agreement([tail], view.typical.cover, 0.15)))
    # What is left of a translation is as faithful as the whole was.
    left = agreement([translations.target_cover(source, target)], view.typical.cover, 0.15)
    score += max(-_MOST_TAIL, min(0.0, left))
    if score > _CUT + 1.3 * _doubt(view):
        yield Violation(
            Message.of("truncated-translation"),
            source=view.source.span(),
            target=view.target.span(),
        )
    else:
        yield SATISFIED if score < 0 else CANNOT_TELL


def _ends_openly(side: SideView) -> bool:
    """Whether the last word is one that something has to follow; a text without words has none."""
    return bool(side.runs) and side.runs[-1] in side.language.facts.function_words


def _share_long_number(view: UnitView) -> bool:
    """Whether both sides have a number that hardly two texts have by chance, as an act's is."""
    here = _LONG_NUMBER.findall(view.source.prose)
    return bool(here) and not set(here).isdisjoint(_LONG_NUMBER.findall(view.target.prose))


def _doubt(view: UnitView) -> float:
    """Return how much more evidence a short text of a kind that the lexicon does not fit needs."""
    if max(len(view.source.words), len(view.target.words)) > _FEW:
        return 0.0
    return _BY_FIT * max(0.0, _FITTING - view.typical.cover)


def lexicon_of(view: UnitView) -> Translations | None:
    """Return the lexicon of the pair; None where it knows too few words to miss any."""
    if view.analysers.translations is None:
        return None
    found = view.analysers.translations()
    return found if len(found.lexicon.links) >= _VOCABULARY else None


def is_untranslated(view: UnitView) -> bool:
    """Whether the target is a copy or in another language: U102 and U103 say so."""
    found = view.target.identified.lang
    other = found is not None and found != view.target.lang
    return other or view.source.normal == view.target.normal


def _relatedness(view: UnitView, translations: Translations) -> float:
    source, target = view.source.prose, view.target.prose
    covers = translations.both_covers(source, target)
    score = agreement(covers, view.typical.cover, _CHANCE) / len(covers)
    shared = _shared_marks(view)
    score += _NAME_SCORE * min(len(shared), _NAMES)
    if not shared and all(any(map(str.isdigit, text)) for text in (source, target)):
        score -= 1.0
    if all(denials(side.prose, side.lang).strong for side in (view.source, view.target)):
        score += 1.0  # function words have no weight, but a "not" on both sides is no accident
    score -= _STRANGE_NAME_SCORE * min(_strange_names(view), _NAMES)
    size = log((len(target) + 8) / (view.typical.ratio * len(source) + 8))
    return score + max(-3.0, min(_SAME_LENGTH_SCORE, 1.4 - 0.5 * (size / _SPREAD) ** 2))


def agreement(covers: Sequence[Cover], usual: float, chance: float) -> float:
    """Return how much the words with and without a rendering speak for a translation."""
    with_one, without = log(usual * 0.95 / chance), -_penalty(usual, chance)
    total, words = 0.0, 0
    for cover in covers:
        for expected, covered in cover.telling().words:
            words += 1
            share = covered / expected
            weight = min(expected / _FULL_WEIGHT, 1.2)
            total += weight * (with_one * share if share >= _HALF else without)
    # Words of one text are not independent: a free rendering changes many at once.
    return total / max(1.0, sqrt(words / len(covers) / _INDEPENDENT))


def _penalty(usual: float, chance: float) -> float:
    """Return how much a word without a rendering speaks against a translation."""
    return log((1 - chance) / (1 - usual * 0.95))


def _strange_names(view: UnitView) -> int:
    """Return how many names within sentences the other side lacks, if they have none in common."""
    found = []
    for side, other in ((view.source, view.target), (view.target, view.source)):
        names = {n[:3].lower() for n in _NAME.findall(side.prose) if n[0].isupper()}
        there = {word[:3] for word in other.words}
        if names & there:
            return 0
        found.append(len(names))
    return sum(found)


def _shared_marks(view: UnitView) -> set[str]:
    """Return the names and numbers that both sides have."""
    return marks(view.source.prose).keys() & marks(view.target.prose)


def marks(text: str) -> Counter[str]:
    """Return how often the words with a capital, by their beginnings, and the numbers stand there."""
    return Counter(
        mark if mark[0].isdigit() else mark[:_STEM].lower()
        for mark in _MARK.findall(text)
        if mark[0].isdigit() or mark[0].isupper()
    )


def _length_score(ratio: float) -> float:
    size = log(max(ratio, 0.02))
    cut = _bell(size - _CUT_LENGTH, _CUT_SPREAD) + 1e-6
    usual = 0.97 * _bell(size, _USUAL_SPREAD) + 0.03 * _bell(size + 0.1, _WIDE_SPREAD)
    return log(cut / usual)


def _bell(distance: float, spread: float) -> float:
    return exp(-0.5 * (distance / spread) ** 2) / spread


def _is_open(pair: tuple[str, str], text: str) -> bool:
    return text.count(pair[0]) > text.count(pair[1])


RULES = (
    Rule(
        code="U106",
        slug="unrelated-translation",
        severity=Severity.ERROR,
        scope=Scope.UNIT,
        what="The translation is that of another text: hardly a word of either side has a "
        "counterpart on the other.",
        why="The reader is told something else; rows that slipped in a file often do this to all "
        "that follow.",
        how="Look whether the rows have been shifted, and put the right translation in.",
        bad=(
            Example(
                "Kirjasto on avoinna maanantaista perjantaihin kello 9–17, ja lehtisali on "
                "avoinna myös lauantaisin.",
                "Ansökan om bygglov behandlas av nämnden för miljö och hälsa vid sammanträdet i maj.",
            ),
            Example(
                "Nämnden behandlar ansökan om bygglov när alla grannar har fått säga sin mening.",
                "Uimahalli on kesällä suljettu korjausten vuoksi, mutta rannalla voi uida ilmaiseksi.",
                "sv",
                "fi",
            ),
        ),
        good=(
            Example(
                "Kirjasto on avoinna maanantaista perjantaihin kello 9–17.",
                "Biblioteket är öppet från måndag till fredag kl. 9–17.",
            ),
            Example("Ei kestä!", "Det var så lite så!", note="a free rendering"),
            Example("Tampere – Pirkanmaa", "Tammerfors – Birkaland"),
        ),
        check=unrelated_translation,
        needs=Evidence.ENTRY,
    ),
    Rule(
        code="U107",
        slug="truncated-translation",
        severity=Severity.WARNING,
        scope=Scope.UNIT,
        what="The translation stops before the source does.",
        why="The reader never learns the rest; it happens where a field is too short or a copy "
        "failed.",
        how="Add what is missing.",
        bad=(
            Example(
                "Hakemus on toimitettava kunnan rakennusvalvontaan viimeistään toukokuun lopussa.",
                "Ansökan ska lämnas till kommunens",
            ),
            Example(
                "Kirjasto on avoinna maanantaista perjantaihin, ja lauantaisin se suljetaan kello 15.",
                "Biblioteket är öppet från måndag",
            ),
        ),
        good=(
            Example(
                "Hakemus on toimitettava kunnan rakennusvalvontaan viimeistään toukokuun lopussa.",
                "Ansökan ska lämnas till kommunens byggnadstillsyn senast i slutet av maj.",
            ),
            Example("Ilmoita osoitteenmuutoksesta maistraatille.", "Gör flyttanmälan."),
        ),
        check=truncated_translation,
    ),
)
