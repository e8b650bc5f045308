"""U106: a target that translates another text; a warning where that is less sure.

Words with and without a rendering by the translation lexicon, names and numbers in common, and
lengths are weighed (see :mod:`kielipari.checks.likeness`); most texts are seen to be right at once.
What seems unrelated is looked at again (:mod:`kielipari.checks.rereading`).
"""

import re
from collections.abc import Iterator, Sized
from functools import cache
from math import ceil, log

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
from kielipari.checks.intended import is_name_like
from kielipari.checks.lexical import Translations
from kielipari.checks.likeness import agreement, doubt, is_untranslated, lexicon_of, marks, penalty
from kielipari.checks.rereading import reread
from kielipari.checks.view import SideView, UnitView
from kielipari.languages.denial import denials
from kielipari.model import Message, Origin, Severity
from kielipari.values.agree import MEASURED, identity
from kielipari.values.digits import marker

_CHANCE = 0.12  # how often a word finds a rendering in an unrelated text
_UNRELATED, _UNRELATED_BY_WORD = -1.38, -1.2
_RELATED = 0.5
_WORTH_A_LOOK = 1.0  # so much above what tells, a text is looked at again
# What that look tells by the share of words rendered, and by the words of the side with the fewest:
# the weights of a logistic regression over sound texts of interfaces, news and law that the first
# look leaves open, and texts of alike length put together at random. What they find in the shared
# texts, and their false alarms, are counted in tests/eval/test_unrelated.py.
_USUAL, _BY_SHARE, _BY_WORD, _SMOOTHING = 3.9, -12.2, 0.62, 2
_PROBABLY, _SURELY = 2.0, 5.5
_BY_MARK = -2.0  # for a name or number in common
_LEAST, _ENOUGH = 2, 6  # words that the poorer side has, or that both have, for that to tell
_TELLING = 2  # different words on both sides
_SURE = ((1, 1.0), (2, 0.6), (4, 0.4))  # so many words rendered, and so much of those looked up
_MUCH, _SLACK = 3, 40  # how many times as long a translation may be, and characters besides
_NEARLY_SURE = 0.3  # with a name or number in common

_LONG_NUMBER = re.compile(r"\d[\d/.:]{2,}\d")
# A capital is looked for first, and then whether it begins a word that follows another one.
_NAME = re.compile(r"[^\W\d_a-zåäö](?<=[^\W\d_] .|[,)] .)[^\W\d_]{2,}")
_PLACEHOLDER = re.compile(r"%\(\w{3,40}\)|\{\{? ?[a-z]\w{2,40}")
_NAME_SCORE, _STRANGE_NAME_SCORE, _NAMES = 1.5, 0.4, 3
_SAME_LENGTH_SCORE = 0.4
# What another list marker takes away: hardly a pair of law texts differs in it, but where one is another
# item's, and two thirds of texts put together at random (tests/eval/test_last_words.py).
_OTHER_ITEM = 4.0
_SPREAD = 0.28  # of the logarithm of the length ratio, in free translations


def unrelated_translation(view: UnitView) -> Iterator[Verdict]:
    """U106: hardly a word of either side has a rendering on the other."""
    if not view.is_paired or view.unit.origin is Origin.ALIGNED:
        return
    translations = lexicon_of(view)
    if translations is None:
        return
    words = view.source.words
    enough = _enough(len(words))
    tried, covered = translations.seen(words, view.target.lower, enough)
    # In a text that is much longer than the other one some words are found by chance.
    is_sure = covered == enough or any(
        covered >= max(least, share * tried) for least, share in _SURE
    )
    if is_sure and len(view.target.text) < _MUCH * len(view.source.text) + _SLACK:
        yield SATISFIED
        return
    # A label of one word has too few ways to show that it is right, and one of two shows it by one.
    is_telling = min(len(words), len(view.target.words)) >= _TELLING + (covered > 0)
    is_other_item = covered <= _NEARLY_SURE * tried and differs_in_marker(
        view.source.text, view.target.text
    )
    if not (is_telling or is_other_item) or is_untranslated(view):
        yield CANNOT_TELL
        return
    shared = _shared_marks(view)
    if (shared and covered > _NEARLY_SURE * tried) or _share_long_number(view):
        yield SATISFIED
        return
    score = _relatedness(view, translations, shared)
    least = _UNRELATED + _UNRELATED_BY_WORD * penalty(view.typical.cover, _CHANCE)
    if is_other_item:
        certainty = _SURELY if score - _OTHER_ITEM < least - doubt(view) else 0.0
    else:
        is_open = score < least + _WORTH_A_LOOK
        certainty = _certainty(view, translations, shared) if is_open else 0.0
    if certainty < _PROBABLY or all(is_name_like(side.text) for side in (view.source, view.target)):
        yield SATISFIED if score > _RELATED else CANNOT_TELL
        return
    yield Violation(
        Message.of("unrelated-translation"),
        source=view.source.span(),
        target=view.target.span(),
        severity=None if certainty >= _SURELY else Severity.WARNING,
    )


def _certainty(view: UnitView, translations: Translations, shared: Sized) -> float:
    """Return how surely the target translates another text, as a natural log of the odds."""
    words, rendered, fewest = reread(view, translations)
    if fewest < _LEAST and words < _ENOUGH:
        return 0.0
    certainty = _USUAL + _BY_SHARE * rendered / (words + _SMOOTHING) + _BY_WORD * fewest
    return certainty + _BY_MARK * min(len(shared), _NAMES)


@cache
def _enough(words: int) -> int:
    """Return how many of so many words are to be rendered for all to be sure, whatever the rest."""
    return min(max(least, ceil(share * words)) for least, share in _SURE)


def differs_in_marker(source: str, target: str) -> bool:
    """Whether a list marker begins one text and another one, or none, begins the other."""
    here, there = source.lstrip(), target.lstrip()
    ours, theirs = (marker(text).strip("().") for text in (here, there))
    if ours == theirs or any(map(str.isupper, (ours, theirs))):
        return False  # I. and 1. may be the same item
    return not (
        here.lstrip("(").startswith(theirs or "\0") or there.lstrip("(").startswith(ours or "\0")
    )


def _share_long_number(view: UnitView) -> bool:
    """Whether both sides have a number that hardly two texts have by chance, as an act's is."""
    here = _LONG_NUMBER.findall(view.source.prose)
    return bool(here) and not set(here).isdisjoint(_LONG_NUMBER.findall(view.target.prose))


def _relatedness(view: UnitView, translations: Translations, shared: Sized) -> float:
    """Return how much speaks for a translation; ``shared`` are names and numbers in common."""
    source, target = view.source.prose, view.target.prose
    covers = translations.both_covers(source, target)
    score = agreement(covers, view.typical.cover, _CHANCE) / len(covers)
    score += _NAME_SCORE * min(len(shared), _NAMES)
    if not shared and all(any(map(str.isdigit, text)) for text in (source, target)):
        score -= 1.0
    if _denies(view.source) and _denies(view.target):
        score += 1.0  # function words have no weight, but a "not" on both sides is no accident
    score -= _STRANGE_NAME_SCORE * min(_strange_names(view), _NAMES)
    size = log((len(target) + 8) / (view.typical.ratio * len(source) + 8))
    return score + max(-3.0, min(_SAME_LENGTH_SCORE, 1.4 - 0.5 * (size / _SPREAD) ** 2))


def _denies(side: SideView) -> bool:
    return side.may_deny and bool(denials(side.prose, side.lang).strong)


def _strange_names(view: UnitView) -> int:
    """Return how many names within sentences the other side lacks, if they have none in common."""
    found = []
    for side, other in ((view.source, view.target), (view.target, view.source)):
        names = {n[:3].lower() for n in _NAME.findall(side.prose) if n[0].isupper()}
        if names and not names.isdisjoint(word[:3] for word in other.words):
            return 0
        found.append(len(names))
    return sum(found)


def _shared_marks(view: UnitView) -> set[str]:
    """Return the names, numbers and names of placeholders that both sides have."""
    found = marks(view.source.prose).keys() & marks(view.target.prose)
    found.update(_shared_in_words(view))
    if view.source.has_signs and view.target.has_signs:
        here, there = (set(_PLACEHOLDER.findall(side.text)) for side in (view.source, view.target))
        found |= here & there
    return found


def _shared_in_words(view: UnitView) -> Iterator[str]:
    """Yield the amounts that one side has in words and the other in digits: "fem hektar", "5 ha"."""
    here, there = (
        {identity(v): any(map(str.isdigit, v.text)) for v in side.values if v.kind in MEASURED}
        for side in (view.source, view.target)
    )
    for amount in here.keys() & there.keys():
        if not (here[amount] and there[amount]):
            yield " ".join(amount)


RULES = (
    Rule(
        code="U106",
        slug="unrelated-translation",
        severity=Severity.ERROR,
        scope=Scope.UNIT,
        what="The translation is that of another text: hardly a word of either side has a "
        "counterpart on the other. It is a warning where few words tell.",
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
            Example("4) hakijan yhteystiedot;", "Avgifter och ersättningar", note="another item"),
        ),
        good=(
            Example("4) asiakirjat;", "4 handlingarna,", note="the same item"),
            Example(
                "Kirjasto on avoinna maanantaista perjantaihin kello 9–17.",
                "Biblioteket är öppet från måndag till fredag kl. 9–17.",
            ),
            Example("Ei kestä!", "Det var så lite så!", note="a free rendering"),
            Example("Tampere – Pirkanmaa", "Tammerfors – Birkaland"),
            Example("Matti Meikäläinen", "Anna Andersson", note="names"),
            Example(
                "Tuntematon varaston tyyppi: %(kind)s", "Arkiv av slaget %(kind)s stöds inte här"
            ),
        ),
        check=unrelated_translation,
        needs=Evidence.ENTRY,
    ),
)
