"""The gates: what stops a run and what does not."""

import pytest

from kielipari import gates
from kielipari.errors import UsageError
from kielipari.model import (
    Block,
    BlockKind,
    Finding,
    Message,
    PairResult,
    Parity,
    Segment,
    Severity,
    Unit,
)


def finding(rule: str, severity: str) -> Finding:
    return Finding(rule, Severity(severity), Message(rule), None, None, "", None, "0")


def side(text: str) -> tuple[Segment, ...]:
    return (Segment(Block("1", BlockKind.PARAGRAPH, text), 0, len(text)),) if text else ()


def pair(*units: tuple[str, str], parity: Parity = Parity.FULL) -> PairResult:
    made = tuple(Unit(str(i), side(s), side(t)) for i, (s, t) in enumerate(units))
    return PairResult("p1", "fi", "sv", None, None, made, parity=parity)


@pytest.mark.parametrize(
    ("words", "rule", "severity", "stops"),
    [
        ((), "number-mismatch", "error", True),
        ((), "time-format", "info", False),
        (("warning",), "doubled-word", "info", False),
        (("info",), "doubled-word", "info", True),
        (("never",), "number-mismatch", "error", False),
        (("error,V104",), "time-format", "info", True),
        (("V",), "time-format", "info", True),
        (("V",), "copied-source", "error", True),
        (("error", "-number-mismatch"), "number-mismatch", "error", False),
        (("warning,-T", "T101"), "term-not-used", "error", True),
        (("warning,-T", "T101"), "forbidden-term", "error", False),
    ],
)
def test_by_severity_and_by_rule(
    words: tuple[str, ...],
    rule: str,
    severity: str,
    stops: bool,  # noqa: FBT001 a column of the table
) -> None:
    assert gates.parse(words).stops(finding(rule, severity)) is stops


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("error", "warning"), "takes one severity, not error and warning"),
        (("hirmu",), "must be one of error, warning, info, never, or rules such as V101"),
        (("V999",), "there is no rule “V999”"),
        (("nmber-mismatch",), "did you mean number-mismatch"),
    ],
)
def test_a_mistake_is_told(words: tuple[str, ...], said: str) -> None:
    with pytest.raises(UsageError, match=said):
        gates.parse(words)


def test_coverage_counts_characters_of_what_is_promised_in_full() -> None:
    pairs = (
        pair(("1234567890", "x"), ("1234567890", "")),
        pair(("12345678901234567890", "x")),
        pair(("x" * 1000, ""), parity=Parity.ABRIDGED),
        pair(("x" * 1000, ""), parity=Parity.POINTER),
    )
    assert gates.coverage(pairs) == 0.75
    assert gates.untranslated(pairs) == 1
    assert gates.parse((), min_coverage=0.75).reasons(pairs) == ()
    (reason,) = gates.parse((), min_coverage=0.7501).reasons(pairs)
    assert reason == "coverage is 0.750, below the 0.7501 of --min-coverage"
    (reason,) = gates.parse((), max_untranslated=0).reasons(pairs)
    assert reason == "untranslated: 1, more than the 0 of --max-untranslated"
    assert gates.coverage(()) is None
