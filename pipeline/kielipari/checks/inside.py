"""A sentence of a longer entry that its translation leaves out (D103, within one unit)."""

from collections.abc import Iterator
from math import log

from kielipari.checks.base import CANNOT_TELL, SATISFIED, Verdict, Violation
from kielipari.checks.likeness import is_untranslated, lexicon_of, marks
from kielipari.checks.view import UnitView
from kielipari.model import Message, Origin
from kielipari.segment import may_be_several, sentences

_WHOLE = 0.95  # a target that has so much of the usual length leaves nothing out
_SELDOM = 0.02  # share of the texts in which sentences are joined into one
_TOLD = 0.4  # share of a sentence's own words that its rendering would have at least


def may_miss_some(source: str, target: str) -> bool:
    """Whether the source of a unit may hold several sentences, and its target any."""
    return bool(target) and may_be_several(source)


def missing_inside(view: UnitView) -> Iterator[Verdict]:
    """Yield the sentences of an entry's source that have no counterpart in its target."""
    if view.unit.origin is Origin.ALIGNED or not view.is_paired:
        return
    source, target = view.source.text, view.target.text
    if len(target) > _WHOLE * view.typical.ratio * len(source):
        yield SATISFIED
        return
    spans = sentences(source, view.source.lang)
    if len(spans) == 1:
        return
    there = sentences(target, view.target.lang)
    if len(there) >= len(spans):
        yield SATISFIED
        return
    translations = lexicon_of(view)
    if translations is None or is_untranslated(view):
        yield CANNOT_TELL
        return
    alone = translations.unaligned(
        tuple(source[start:end] for start, end in spans),
        tuple(target[start:end] for start, end in there),
    )
    missing = _missing([spans[index] for index in sorted(alone)], view)
    if not missing:
        yield CANNOT_TELL
    for start, end in missing:
        yield Violation(
            Message.of("missing-sentence", text=source[start:end], language=view.target.lang),
            source=view.source.span(start, end),
            target=view.target.span(),
            evidence=source[start:end],
            unit=view.unit,
        )


def _missing(alone: list[tuple[int, int]], view: UnitView) -> list[tuple[int, int]]:
    """Return which of the sentences without a counterpart are surely missing, none or some.

    Their words are not told elsewhere, and the target is too short for them. Where the sentences
    of the two languages stand for each other one by one, either tells enough.
    """
    if not alone:
        return []
    untold = [span for span in alone if _is_untold(span, view)]
    fits = _fits_better_without(untold or alone, view)
    if untold and fits:
        return untold
    if view.typical.merging((view.source.lang, view.target.lang)) >= _SELDOM:
        return []
    return untold or (alone if fits else [])


def _is_untold(span: tuple[int, int], view: UnitView) -> bool:
    """Whether the words that only this sentence of the source has are nowhere in the target."""
    source = view.source.text
    rest = f"{source[: span[0]]} {source[span[1] :]}"
    translations = view.analysers.translations
    if translations is None:
        return False
    here, there, besides = marks(source[span[0] : span[1]]), marks(view.target.text), marks(rest)
    if any(there[mark] > besides[mark] for mark in here):
        return False  # a name or number that the rest of the source does not account for
    cover = translations().source_cover(source[span[0] : span[1]], view.target.text, rest)
    return cover.expected > 0 and cover.covered < _TOLD * cover.expected


def _fits_better_without(missing: list[tuple[int, int]], view: UnitView) -> bool:
    """Whether the target is as long as the rest of the source rather than as all of it."""
    size = log(len(view.target.text) / view.typical.ratio)
    left = len(view.source.text) - sum(end - start for start, end in missing)
    return left > 0 and abs(size - log(left)) < abs(size - log(len(view.source.text)))
