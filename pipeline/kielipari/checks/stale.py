"""D106: the source has changed since it was translated, and the translation has not."""

from collections.abc import Iterator

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
from kielipari.checks.view import UnitView
from kielipari.model import Message, Severity


def stale_translation(view: UnitView) -> Iterator[Verdict]:
    """D106: what was confirmed, or the PO entry's previous msgid, is not the source any more."""
    if not view.is_paired:
        return
    previous = view.unit.previous_source
    if previous is not None and _folded(previous) != _folded(view.source.text):
        yield _violation(view, Message.of("stale-translation", previous=_folded(previous)))
    elif view.is_stale:
        yield _violation(view, Message.of("stale-translation"))
    elif view.is_stale is False:
        yield SATISFIED
    else:
        yield CANNOT_TELL


def _violation(view: UnitView, message: Message) -> Violation:
    return Violation(message, source=view.source.span(), target=view.target.span())


def _folded(text: str) -> str:
    return " ".join(text.split())


RULES = (
    Rule(
        code="D106",
        slug="stale-translation",
        severity=Severity.WARNING,
        scope=Scope.UNIT,
        what="The source has changed since somebody confirmed the translation, and the "
        "translation has not.",
        why="The reader of the translation is told what used to be true.",
        how="Bring the translation up to date, then run kielipari confirm on the file. If the "
        "translation still holds as it is, confirming is enough.",
        bad=(
            Example(
                '#| msgid "Museo sulkeutuu kello 17."\nmsgid "Museo sulkeutuu tunnin aiemmin."',
                'msgstr "Museet stänger klockan 17."',
            ),
        ),
        good=(
            Example(
                '#| msgid "Museo sulkeutuu  kello 17."\nmsgid "Museo sulkeutuu kello 17."',
                'msgstr "Museet stänger klockan 17."',
            ),
        ),
        check=stale_translation,
        needs=Evidence.STALE,
        otherwise=((Evidence.PAIRED, CANNOT_TELL),),
    ),
)
