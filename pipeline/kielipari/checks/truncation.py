"""U107: a target that stops before its source does.

Its length and its ending are weighed, and the last words of the source that have no rendering (see
:mod:`kielipari.checks.likeness`); most texts are seen to be whole at once.
"""

from collections.abc import Iterator
from math import exp, log

from kielipari.checks.base import (
    CANNOT_TELL,
    SATISFIED,
    Example,
    Rule,
    Scope,
    Verdict,
    Violation,
)
from kielipari.checks.likeness import agreement, doubt, is_untranslated, lexicon_of
from kielipari.checks.typical import ending
from kielipari.checks.view import SideView, UnitView
from kielipari.model import Message, Severity

_CHANCE = 0.15  # how often a word finds a rendering by accident
_HALF = 0.3
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


def truncated_translation(view: UnitView) -> Iterator[Verdict]:
    """U107: a target is too short, ends openly, and its source's last words have no rendering."""
    source, target = view.source.prose.strip(), view.target.prose.strip()
    if not target or len(source.split(maxsplit=_SHORTEST)) < _SHORTEST:
        return
    ratio = len(target) / len(source) / view.typical.ratio
    first, last = ending(source), ending(target)
    usual = view.typical.chance_of_ending(first, last)
    is_open = _ends_openly(view.target) and not _ends_openly(view.source)
    unclosed = _leaves_open(source, target)
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
    here, there = translations.both_covers(source, target)
    tail = agreement([here.telling().after(_TAIL)], view.typical.cover, _CHANCE)
    score -= max(-_MOST_TAIL, min(_MOST_TAIL, tail))
    # What is left of a translation is as faithful as the whole was.
    left = agreement([there], view.typical.cover, _CHANCE)
    score += max(-_MOST_TAIL, min(0.0, left))
    if score > _CUT + 1.3 * doubt(view):
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


def _length_score(ratio: float) -> float:
    size = log(max(ratio, 0.02))
    cut = _bell(size - _CUT_LENGTH, _CUT_SPREAD) + 1e-6
    usual = 0.97 * _bell(size, _USUAL_SPREAD) + 0.03 * _bell(size + 0.1, _WIDE_SPREAD)
    return log(cut / usual)


def _bell(distance: float, spread: float) -> float:
    return exp(-0.5 * (distance / spread) ** 2) / spread


def _leaves_open(source: str, target: str) -> bool:
    """Whether the target opens a bracket more than it closes, and the source does not."""
    return any(
        target.count(opening) > target.count(closing)
        and source.count(opening) <= source.count(closing)
        for opening, closing in _PAIRS
        if opening in target
    )


RULES = (
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
