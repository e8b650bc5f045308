"""A whole run: what it looked at, what it found, and how that compares with earlier runs."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from kielipari.model.findings import Finding, Outcome, Problem, Suppressed
from kielipari.model.pairs import PairResult


@dataclass(frozen=True, slots=True)
class Checked:
    """What a run looked at; ``terms`` are mentions of glossary terms on both sides together."""

    documents: int = 0
    pairs: int = 0
    units: int = 0
    terms: int = 0
    rules: Mapping[str, Mapping[Outcome, int]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class KnownFinding:
    """A finding of an earlier run, as the baseline keeps it."""

    fingerprint: str
    rule: str
    path: str
    text: str


@dataclass(frozen=True, slots=True)
class RunFigures:
    """What a history keeps of a run; ``at`` in ISO 8601, ``coverage`` from 0 to 1 or unknown."""

    at: str
    pairs: int
    complete: int
    coverage: float | None
    errors: int
    warnings: int
    infos: int


@dataclass(frozen=True, slots=True)
class Trend:
    """A run compared with those before it, itself the last of ``runs``.

    ``new`` are indices into the report's findings; ``still`` counts those that were there before.
    """

    runs: tuple[RunFigures, ...]
    new: tuple[int, ...] = ()
    fixed: tuple[KnownFinding, ...] = ()
    still: int = 0


@dataclass(frozen=True, slots=True)
class Report:
    """A whole run, in a fixed order, without a clock in it.

    ``baseline`` gives, by index into ``findings``, ``new`` or ``known``; it is empty where the
    run had no baseline. ``fixed`` are the baseline's findings that are no longer there.
    """

    version: str
    checked: Checked
    pairs: tuple[PairResult, ...]
    findings: tuple[Finding, ...]
    problems: tuple[Problem, ...] = ()
    baseline: Mapping[int, str] = field(default_factory=dict)
    fixed: tuple[KnownFinding, ...] = ()
    suppressed: tuple[Suppressed, ...] = ()
