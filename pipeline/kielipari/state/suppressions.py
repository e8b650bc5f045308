"""``[[ignore]]`` in the configuration: findings that a person has silenced, with a reason.

What is silenced stays in the report, apart, and fails nothing. An entry that silences nothing
any more is told, so that the list does not grow old.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from fnmatch import fnmatchcase

from kielipari.checks import named, select_rules
from kielipari.checks.base import Scope
from kielipari.checks.runner import Tally, Where, normalise
from kielipari.config import Config, Ignore
from kielipari.gather import display
from kielipari.model import Finding, PairResult, Suppressed


def split(
    findings: Iterable[Finding], config: Config, paths: Mapping[str, str]
) -> tuple[tuple[Finding, ...], tuple[Suppressed, ...], tuple[Ignore, ...]]:
    """Part findings into what stays, what is silenced, and the entries that matched nothing.

    ``paths`` gives, by a finding's path, the same path as seen from the configuration's folder.
    """
    kept: list[Finding] = []
    silenced: list[Suppressed] = []
    used: set[int] = set()
    rules = _rules(config.ignores)
    for finding in findings:
        matching = [
            index
            for index, ignore in enumerate(config.ignores)
            if _matches(finding, ignore, rules[index], paths)
        ]
        if matching:
            used.update(matching)
            silenced.append(Suppressed(finding, config.ignores[matching[0]].reason))
        else:
            kept.append(finding)
    unused = tuple(ignore for i, ignore in enumerate(config.ignores) if i not in used)
    return tuple(kept), tuple(silenced), unused


def unused_findings(unused: Iterable[Ignore], config: Config) -> tuple[Finding, ...]:
    """Return a finding for every entry that matched nothing, unless the rules it names are off."""
    active = select_rules(config.checks)
    running = {rule.slug for rule in active.rules}
    path = display(config.path) if config.path is not None else ""
    tally = Tally(active)
    for ignore in unused:
        named_rules = _rules((ignore,))[0]
        if named_rules is not None and not named_rules <= running:
            continue
        for rule in active.of(Scope.SUPPRESSION):
            tally.run(rule, ignore, Where(path, path, config.source, config.source))
    return tuple(tally.findings)


def without(
    results: Iterable[PairResult], silenced: Sequence[Suppressed]
) -> tuple[PairResult, ...]:
    """Take the silenced findings out of the pairs' own lists too."""
    gone = {id(item.finding) for item in silenced}
    return tuple(
        replace(result, findings=tuple(f for f in result.findings if id(f) not in gone))
        if any(id(f) in gone for f in result.findings)
        else result
        for result in results
    )


def _rules(ignores: Iterable[Ignore]) -> list[frozenset[str] | None]:
    """Return the slugs that each entry means, None for all; raises UsageError for an unknown one."""
    return [
        frozenset(rule.slug for rule in named(ignore.rule)) if ignore.rule else None
        for ignore in ignores
    ]


def _matches(
    finding: Finding, ignore: Ignore, rules: frozenset[str] | None, paths: Mapping[str, str]
) -> bool:
    if ignore.fingerprint is not None and not finding.fingerprint.startswith(ignore.fingerprint):
        return False
    if rules is not None and finding.rule not in rules:
        return False
    sides = [side for side in (finding.source, finding.target) if side is not None]
    if ignore.path is not None and not any(
        fnmatchcase(paths.get(side.path, side.path), ignore.path) for side in sides
    ):
        return False
    if ignore.text is None:
        return True
    wanted = normalise(ignore.text)
    return any(wanted in normalise(side.text) for side in sides)
