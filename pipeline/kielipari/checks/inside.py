"""A sentence of a longer entry that its translation leaves out (D103, within one unit)."""

from collections.abc import Iterator

from kielipari.checks.adequacy import is_untranslated, lexicon_of
from kielipari.checks.base import CANNOT_TELL, SATISFIED, Verdict, Violation
from kielipari.checks.view import UnitView
from kielipari.model import Message
from kielipari.segment import sentences

_WHOLE = 0.95  # a target that has so much of the usual length leaves nothing out
_FITS = (0.6, 1.7)  # the target's length to the usual one of what is left of its source


def missing_inside(view: UnitView) -> Iterator[Verdict]:
    """Yield the sentences of a unit's source that the alignment leaves without a counterpart."""
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
    missing = [
        (start, end)
        for index, (start, end) in enumerate(spans)
        if index
        in translations.unaligned(
            tuple(source[first:last] for first, last in spans),
            tuple(target[first:last] for first, last in there),
        )
    ]
    left = len(source) - sum(end - start for start, end in missing)
    if not missing or not _FITS[0] < len(target) / (view.typical.ratio * left + 1) < _FITS[1]:
        yield CANNOT_TELL
        return
    for start, end in missing:
        yield Violation(
            Message.of("missing-sentence", text=source[start:end], language=view.target.lang),
            source=view.source.span(start, end),
            target=view.target.span(),
            evidence=source[start:end],
            unit=view.unit,
        )
