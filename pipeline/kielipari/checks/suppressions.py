"""C103: an ``[[ignore]]`` of the configuration that silences nothing any more."""

from collections.abc import Iterator

from kielipari.checks.base import Rule, Scope, Span, Verdict, Violation
from kielipari.config import Ignore
from kielipari.model import Block, BlockKind, Message, Segment, Severity, SourceMap


def unused_suppression(view: Ignore) -> Iterator[Verdict]:
    """C103: the runner shows this rule only the entries that matched no finding."""
    wanted = (view.fingerprint, view.rule, view.path, view.text)
    text = " ".join(part for part in wanted if part)
    block = Block("ignore", BlockKind.CODE, text, source_map=SourceMap.at(view.place))
    span = Span(Segment(block, 0, len(text)), 0, len(text))
    yield Violation(Message.of("unused-suppression", text=text, reason=view.reason), source=span)


RULES = (
    Rule(
        code="C103",
        slug="unused-suppression",
        severity=Severity.INFO,
        scope=Scope.SUPPRESSION,
        what="An [[ignore]] in the configuration silences nothing any more.",
        why="What it was for has been mended or has gone; left there, it may one day silence "
        "something else.",
        how="Remove the entry.",
        bad=(),
        good=(),
        check=unused_suppression,
    ),
)
