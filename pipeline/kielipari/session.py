"""Requests of several configurations as one run: what is known, what changed, what fails.

Each part of a repository is judged by its own configuration; the baseline, ``--since`` and the
report are one for all.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from kielipari import run
from kielipari.gates import Gate
from kielipari.model import Checked, KnownFinding, Report
from kielipari.run import Examined, Progress, Request
from kielipari.state import baseline as baselines
from kielipari.state.changes import Changes, since

if TYPE_CHECKING:
    from kielipari.state.affected import Affected


@dataclass(frozen=True, slots=True)
class Known:
    """What a run is compared with: findings of an earlier one, a revision, or nothing."""

    findings: tuple[KnownFinding, ...] | None = None
    since: str | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """One request, with the indices of its findings in the whole report."""

    examined: Examined
    findings: range


@dataclass(frozen=True, slots=True)
class Session:
    """The report of all parts."""

    report: Report
    parts: tuple[Part, ...]
    interrupted: bool = False

    def failing(self, part: Part, gate: Gate) -> bool:
        """Whether a part has a finding that stops the run: one that is not known."""
        return any(
            gate.stops(self.report.findings[i])
            for i in part.findings
            if self.report.baseline.get(i) != "known"
        )


def hold(requests: Sequence[Request], known: Known, progress: Progress | None = None) -> Session:
    """Run every request and join the reports.

    Ctrl-C ends it with what is finished: ``interrupted`` is true then. Raises what
    :func:`kielipari.run.run` raises, StateError and UsageError.
    """
    progress = progress or Progress()
    changes = since(known.since, Path.cwd()) if known.since is not None else None
    examined: list[Examined] = []
    for request in requests:
        examined.append(run.examine(request, progress))
        if examined[-1].interrupted:
            break
    interrupted = any(part.interrupted for part in examined)
    examined = _numbered(examined)
    report = join([part.report for part in examined])
    if known.findings is not None:
        report = baselines.mark(report, known.findings)
        fixed = () if interrupted else _gone(report.fixed, examined, report)
        report = replace(report, fixed=fixed)
    parts = [Part(part, span) for part, span in zip(examined, _spans(examined), strict=True)]
    if changes is not None:
        report, parts = _restricted(report, parts, changes, progress)
    return Session(report, tuple(parts), interrupted)


def join(reports: Sequence[Report]) -> Report:
    """Put reports after each other; their pairs are expected to have different numbers."""
    if len(reports) == 1:
        return reports[0]
    return Report(
        version=reports[0].version,
        checked=_sum(report.checked for report in reports),
        pairs=tuple(pair for report in reports for pair in report.pairs),
        findings=tuple(finding for report in reports for finding in report.findings),
        problems=tuple(problem for report in reports for problem in report.problems),
        suppressed=tuple(item for report in reports for item in report.suppressed),
    )


def _numbered(parts: Sequence[Examined]) -> list[Examined]:
    """Give the pairs of all parts running numbers, as if they were one run's."""
    if len(parts) == 1:
        return list(parts)
    found = []
    number = 0
    for part in parts:
        names = {pair.id: f"p{n}" for n, pair in enumerate(part.gathered.pairs, number + 1)}
        number += len(names)
        found.append(replace(part, report=_renamed(part.report, names)))
    return found


def _renamed(report: Report, names: dict[str, str]) -> Report:
    return replace(
        report,
        pairs=tuple(
            replace(
                pair,
                id=names[pair.id],
                findings=tuple(replace(f, pair=names[pair.id]) for f in pair.findings),
            )
            for pair in report.pairs
        ),
        findings=tuple(replace(f, pair=names.get(f.pair, f.pair)) for f in report.findings),
        suppressed=tuple(
            replace(item, finding=replace(item.finding, pair=names.get(item.finding.pair, "")))
            for item in report.suppressed
        ),
    )


def _gone(
    fixed: Iterable[KnownFinding], parts: Sequence[Examined], report: Report
) -> tuple[KnownFinding, ...]:
    """Leave out what was only not looked at: other files, rules that are off, unread files."""
    fixed = tuple(fixed)
    if not fixed:
        return ()
    from kielipari.checks import select_rules  # noqa: PLC0415 a warm run loads no check

    unread = {problem.path for problem in report.problems}
    whole = not any(part.request.paths for part in parts)
    seen = {uri for pair in report.pairs for uri in (pair.source_uri, pair.target_uri)} - unread
    rules = {rule.slug for part in parts for rule in select_rules(part.request.config.checks).rules}
    return tuple(
        entry
        for entry in fixed
        if entry.rule in rules
        and entry.path not in unread
        and (whole or entry.path in seen or not Path(entry.path).exists())
    )


def _spans(parts: Iterable[Examined]) -> list[range]:
    spans = []
    start = 0
    for part in parts:
        spans.append(range(start, start + len(part.report.findings)))
        start = spans[-1].stop
    return spans


def _restricted(
    report: Report, parts: Sequence[Part], changes: Changes, progress: Progress
) -> tuple[Report, list[Part]]:
    """Keep the findings that the changes touch."""
    from kielipari.state.affected import affected  # noqa: PLC0415 a warm run loads no check

    kept: list[int] = []
    touched: list[Part] = []
    seen: list[Affected] = []
    for part in parts:
        examined = part.examined
        config = examined.request.config
        glossary = examined.request.glossary
        found = affected(
            examined.gathered,
            examined.report.pairs,
            changes,
            config,
            config.glossary if glossary is None else glossary,
            examined.concepts,
        )
        seen.append(found)
        mine = [i for i in part.findings if found.concerns(report.findings[i])]
        touched.append(Part(examined, range(len(kept), len(kept) + len(mine))))
        kept += mine
    if not any(seen):
        progress.note("nothing that is checked here has changed since then")
    everywhere = all(found.everything for found in seen)
    paths = frozenset[str]().union(*(found.paths for found in seen))
    restricted = replace(
        report,
        findings=tuple(report.findings[i] for i in kept),
        baseline={n: report.baseline[i] for n, i in enumerate(kept) if i in report.baseline},
        fixed=tuple(f for f in report.fixed if everywhere or f.path in paths),
    )
    return restricted, touched


def _sum(checked: Iterable[Checked]) -> Checked:
    rows = tuple(checked)
    return Checked(
        documents=sum(row.documents for row in rows),
        pairs=sum(row.pairs for row in rows),
        units=sum(row.units for row in rows),
        terms=sum(row.terms for row in rows),
        rules=run.merged(row.rules for row in rows),
    )
