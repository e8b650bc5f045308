"""A sentence of a longer entry that its translation leaves out (D103, within one unit)."""

from collections.abc import Iterator

from kielipari.checks.adequacy import agreement, is_untranslated, lexicon_of
from kielipari.checks.base import CANNOT_TELL, SATISFIED, Verdict, Violation
from kielipari.checks.view import UnitView
from kielipari.model import Message
from kielipari.segment import sentences

_WHOLE = 0.95  # a target that has so much of the usual length leaves nothing out
_TELLING = 6.0  # what the lexicon must expect of a sentence for its absence to tell
_CHANCE = 0.25  # how often a word finds a rendering in the rest of the text that it stands in
_MISSING, _THERE = -1.5, 0.0


def missing_inside(view: UnitView) -> Iterator[Verdict]:
    """Yield the sentences of a unit's source of which the target renders hardly a word."""
    if not view.is_paired:
        return
    source, target = view.source.text, view.target.text
    spans = sentences(source, view.source.lang)
    if len(spans) == 1:
        return
    there = sentences(target, view.target.lang)
    if len(target) > _WHOLE * view.typical.ratio * len(source) or len(there) >= len(spans):
        yield SATISFIED
        return
    translations = lexicon_of(view)
    if translations is None or is_untranslated(view):
        yield CANNOT_TELL
        return
    found = []
    for start, end in spans:
        cover = translations.source_cover(source[start:end], target)
        score = agreement([cover], view.typical.cover, _CHANCE)
        found.append((score if cover.expected >= _TELLING else _THERE, start, end))
    missing = [row for row in found if row[0] < _MISSING]
    if not missing or len(missing) == len(found):
        yield CANNOT_TELL
        return
    for _, start, end in missing:
        yield Violation(
            Message.of("missing-sentence", text=source[start:end], language=view.target.lang),
            source=view.source.span(start, end),
            target=view.target.span(),
            evidence=source[start:end],
            unit=view.unit,
        )
