"""When a run fails: by severity and by rule, by coverage, by what is left untranslated."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kielipari.config import FAIL_ON, fail_on_error
from kielipari.errors import UsageError
from kielipari.model import Finding, PairResult, Parity, Segment, Severity

_NEVER = "never"
_COPIED = "copied-source"


@dataclass(frozen=True, slots=True)
class Gate:
    """What makes a run fail. ``severity`` is the lowest that does, None for none.

    ``always`` and ``never`` are the slugs of rules that do, or do not, whatever their severity.
    """

    severity: Severity | None = Severity.ERROR
    always: frozenset[str] = frozenset()
    never: frozenset[str] = frozenset()
    min_coverage: float | None = None
    max_untranslated: int | None = None

    def stops(self, finding: Finding) -> bool:
        """Whether a finding alone makes the run fail."""
        if finding.rule in self.never:
            return False
        if finding.rule in self.always:
            return True
        return self.severity is not None and finding.severity.rank <= self.severity.rank

    def reasons(self, pairs: Sequence[PairResult]) -> tuple[str, ...]:
        """Say in a sentence each which of the gates over the whole content are shut."""
        found = []
        if self.min_coverage is not None:
            share = coverage(pairs)
            if share is not None and share < self.min_coverage:
                found.append(
                    f"coverage is {_down(share)}, below the {self.min_coverage:g} of --min-coverage"
                )
        if self.max_untranslated is not None:
            number = untranslated(pairs)
            if number > self.max_untranslated:
                found.append(
                    f"untranslated: {number}, more than the {self.max_untranslated} of "
                    "--max-untranslated"
                )
        return tuple(found)


def parse(
    words: Iterable[str], *, min_coverage: float | None = None, max_untranslated: int | None = None
) -> Gate:
    """Read ``error``, ``warning,V104``, ``error,-T106``, and the like.

    One severity (or ``never``), rules that always fail the run, and with a minus rules that never
    do. A rule is a code, the beginning of codes, or a slug. Without a severity it is ``error``.

    Raises UsageError for an unknown rule, two severities, or a number that makes no sense.
    """
    parts = [part.strip() for word in words for part in word.split(",") if part.strip()]
    levels = [part for part in parts if part in FAIL_ON]
    if len(levels) > 1:
        raise UsageError(f"--fail-on takes one severity, not {' and '.join(levels)}")
    always: set[str] = set()
    never: set[str] = set()
    for part in parts:
        problem = fail_on_error(part)
        if problem:
            raise UsageError(f"--fail-on {problem}")
        if part not in FAIL_ON:
            from kielipari.checks import named  # noqa: PLC0415 only where rules are named

            slugs = {rule.slug for rule in named(part.removeprefix("-"))}
            (never if part.startswith("-") else always).update(slugs)
    if min_coverage is not None and not 0 <= min_coverage <= 1:
        raise UsageError(f"--min-coverage is a share from 0 to 1 as in 0.95, not {min_coverage:g}")
    if max_untranslated is not None and max_untranslated < 0:
        raise UsageError(f"--max-untranslated is 0 or more, not {max_untranslated}")
    level = levels[0] if levels else Severity.ERROR.value
    return Gate(
        severity=None if level == _NEVER else Severity(level),
        always=frozenset(always),
        never=frozenset(never - always),
        min_coverage=min_coverage,
        max_untranslated=max_untranslated,
    )


def coverage(pairs: Iterable[PairResult]) -> float | None:
    """Return the share of source characters with a counterpart, over all pairs promised in full.

    None where there is no source text.
    """
    paired = whole = 0
    for pair in _promised(pairs):
        for unit in pair.units:
            length = sum(len(segment.text) for segment in unit.source)
            whole += length
            paired += length if _has_text(unit.target) else 0
    return paired / whole if whole else None


def untranslated(pairs: Iterable[PairResult]) -> int:
    """Count units with source text and no target text, or with the source copied over."""
    number = 0
    for pair in _promised(pairs):
        number += sum(_has_text(u.source) and not _has_text(u.target) for u in pair.units)
        number += sum(finding.rule == _COPIED for finding in pair.findings)
    return number


def _promised(pairs: Iterable[PairResult]) -> Iterable[PairResult]:
    return (pair for pair in pairs if pair.parity is Parity.FULL)


def _has_text(segments: Iterable[Segment]) -> bool:
    return any(segment.text.strip() for segment in segments)


def _down(share: float) -> str:
    """Write a share with three decimals, never rounded up over a limit."""
    return f"{int(share * 1000) / 1000:.3f}"
