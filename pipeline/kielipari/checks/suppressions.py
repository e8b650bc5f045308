"""C103: an ``[[ignore]]`` of the configuration, or a comment, that silences nothing any more."""

from collections.abc import Iterator
from dataclasses import dataclass

from kielipari.checks.base import Example, Rule, Scope, Span, Verdict, Violation
from kielipari.config import Ignore
from kielipari.model import (
    Block,
    BlockKind,
    Message,
    Place,
    Segment,
    Severity,
    SourceMap,
    Suppression,
)


@dataclass(frozen=True, slots=True)
class Silence:
    """A comment that silences: on which side it stands, and the id of the block it is about."""

    suppression: Suppression
    is_target: bool
    block: str | None = None


def unused_suppression(view: Ignore | Silence) -> Iterator[Verdict]:
    """C103: the runner shows this rule only what matched no finding."""
    if isinstance(view, Ignore):
        wanted = (view.fingerprint, view.rule, view.path, view.text)
        text = " ".join(part for part in wanted if part)
        yield _violation(text, view.reason, view.place, is_target=False)
    else:
        said = view.suppression
        yield _violation(said.rule, said.reason, said.place, is_target=view.is_target)


def _violation(text: str, reason: str, place: Place, *, is_target: bool) -> Violation:
    block = Block("ignore", BlockKind.CODE, text, source_map=SourceMap.at(place))
    span = Span(Segment(block, 0, len(text)), 0, len(text))
    return Violation(
        Message.of("unused-suppression", text=text, reason=reason),
        source=None if is_target else span,
        target=span if is_target else None,
    )


RULES = (
    Rule(
        code="C103",
        slug="unused-suppression",
        severity=Severity.INFO,
        scope=Scope.SUPPRESSION,
        what="An [[ignore]] in the configuration, or a comment in a file, silences nothing any "
        "more.",
        why="What it was for has been mended or has gone; left there, it may one day silence "
        "something else.",
        how="Remove it.",
        bad=(
            Example(
                '#. kielipari-ignore: U102 sovelluksen nimi\nmsgid "Ilmoittaudu retkelle"',
                'msgstr "Anmäl dig till utflykten"',
            ),
        ),
        good=(
            Example(
                '#. kielipari-ignore: U102 laulun nimi\nmsgid "Ilmoittaudu retkelle"',
                'msgstr "Ilmoittaudu retkelle"',
            ),
        ),
        check=unused_suppression,
    ),
)
