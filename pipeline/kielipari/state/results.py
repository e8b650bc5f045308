"""The results of all pairs of a run: from the cache where they are, else computed and kept."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from kielipari.checks.confirmed import PairConfirmed
from kielipari.config import Checks
from kielipari.gather import Gathered
from kielipari.model import Concept, Pair, PairResult, Problem
from kielipari.state import jobs, keys
from kielipari.state.cache import Cache

if TYPE_CHECKING:
    from kielipari.context import Settings

Confirmed = Mapping[tuple[str | None, str | None], PairConfirmed]


@dataclass(frozen=True, slots=True)
class Work:
    """What pairs are judged with, and by how many processes; the cache is None for none."""

    concepts: tuple[Concept, ...]
    lexicons: tuple[Path, ...]
    checks: Checks
    confirmed: Confirmed = field(default_factory=dict)
    jobs: int = 1
    cache: Cache | None = None


@dataclass(frozen=True, slots=True)
class Results:
    """The results in the order of the pairs; those of a pair that was given up are missing.

    ``interrupted`` says that the user did not want to wait for the rest.
    """

    results: tuple[PairResult, ...]
    problems: tuple[Problem, ...] = ()
    interrupted: bool = False


def collect(
    gathered: Gathered, work: Work, progress: Callable[[int, int], None] = lambda _done, _all: None
) -> Results:
    """Judge every pair that was gathered.

    What the pairs are judged with (models, compiled glossary) is loaded only where a pair is not
    in the cache.
    """
    found: dict[int, PairResult] = {}
    pair_keys = _keys(gathered, work) if work.cache is not None else {}
    total = len(gathered.pairs)
    progress(0, total)
    for index, key in pair_keys.items():
        result = work.cache.get(key) if work.cache is not None else None
        if isinstance(result, PairResult):
            found[index] = _numbered(result, gathered.pairs[index])
            progress(len(found), total)

    def done(index: int, result: PairResult, encoded: bytes | None) -> None:
        found[index] = result
        progress(len(found), total)
        # A crash may have been this machine's; the next run is to try again.
        if work.cache is not None and index in pair_keys and not result.problems:
            if encoded is None:
                work.cache.put(pair_keys[index], result)
            else:
                work.cache.put_encoded(pair_keys[index], encoded)

    left = {index: pair for index, pair in enumerate(gathered.pairs) if index not in found}
    failed: Mapping[int, str] = {}
    interrupted = False
    if left:
        try:
            failed = jobs.audit_all(left, _settings(left, gathered, work), work.jobs, done)
        except KeyboardInterrupt:
            interrupted = True
    return Results(
        results=tuple(found[index] for index in sorted(found)),
        problems=tuple(
            Problem(_path(gathered.pairs[index]), reason)
            for index, reason in sorted(failed.items())
        ),
        interrupted=interrupted,
    )


def _keys(gathered: Gathered, work: Work) -> dict[int, bytes]:
    run = keys.run_key(work.concepts, work.lexicons, work.checks)
    none = PairConfirmed()
    found = {}
    for index, pair in enumerate(gathered.pairs):
        confirmed = work.confirmed.get((pair.source_uri, pair.target_uri), none)
        key = keys.pair_key(run, pair, gathered.contents, gathered.facts, confirmed)
        if key is not None:
            found[index] = key
    return found


def _settings(
    pairs: Mapping[int, Pair], gathered: Gathered, work: Work
) -> Mapping[jobs.Languages, "Settings"]:
    from kielipari.context import Settings  # noqa: PLC0415 it loads what a warm run does not need

    languages = dict.fromkeys((pair.source_lang, pair.target_lang) for pair in pairs.values())
    return {
        (source, target): Settings(
            source_lang=source,
            target_lang=target,
            concepts=work.concepts,
            lexicons=work.lexicons,
            checks=work.checks,
            facts=gathered.facts,
            confirmed=work.confirmed,
            use_cache=work.cache is not None,
        )
        for source, target in languages
    }


def _numbered(result: PairResult, pair: Pair) -> PairResult:
    """Give a result the number that its pair has in this run."""
    if result.id == pair.id:
        return result
    findings = tuple(replace(finding, pair=pair.id) for finding in result.findings)
    return replace(result, id=pair.id, findings=findings)


def _path(pair: Pair) -> str:
    return pair.target_uri or pair.source_uri or ""
