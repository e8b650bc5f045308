"""The results of all pairs of a run: from the cache where they are, else computed and kept."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from kielipari.checks.confirmed import PairConfirmed
from kielipari.config import Checks
from kielipari.gather import Gathered
from kielipari.model import Concept, Finding, Outcome, Pair, PairResult, Problem
from kielipari.site.survey import SiteFacts
from kielipari.state import jobs, keys
from kielipari.state.cache import Cache, digest
from kielipari.state.later import light

if TYPE_CHECKING:
    from kielipari.context import Settings

Confirmed = Mapping[tuple[str | None, str | None], PairConfirmed]


@dataclass(frozen=True, slots=True)
class Work:
    """What pairs are judged with, and by which processes; the cache is None for none."""

    concepts: tuple[Concept, ...]
    lexicons: tuple[Path, ...]
    checks: Checks
    confirmed: Confirmed = field(default_factory=dict)
    crew: jobs.Crew = field(default_factory=jobs.Crew)
    cache: Cache | None = None


@dataclass(frozen=True, slots=True)
class Results:
    """The results in the order of the pairs; those of a pair that was given up are missing.

    ``interrupted`` says that the user did not want to wait for the rest. ``key`` names exactly
    these results, and is None where that cannot be said.
    """

    results: tuple[PairResult, ...]
    problems: tuple[Problem, ...] = ()
    interrupted: bool = False
    key: bytes | None = None


@dataclass(frozen=True, slots=True)
class Across:
    """What was found across the pairs of a run."""

    findings: tuple[Finding, ...]
    outcomes: Mapping[str, Mapping[Outcome, int]]
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Outline:
    """What was gathered, without the texts, and what the site says of each pair.

    From it alone the keys of all pairs are known, so that a run that finds every result in the
    cache need not read a single file's format.
    """

    gathered: Gathered
    site: tuple[str, ...]

    @classmethod
    def of(cls, gathered: Gathered) -> "Outline":
        """Leave the texts out."""
        bare = tuple(replace(p, source=None, target=None, units=()) for p in gathered.pairs)
        return cls(
            replace(gathered, pairs=bare, facts=SiteFacts()),
            tuple(keys.site_part(pair, gathered.facts) for pair in gathered.pairs),
        )


def recall(outline: Outline, work: Work) -> Results | None:
    """Return the results of all pairs from the cache, None where one is missing."""
    found = []
    found_keys = _keys(outline, work)
    for pair, key in zip(outline.gathered.pairs, found_keys, strict=True):
        result = work.cache.get(key) if work.cache is not None and key is not None else None
        if not isinstance(result, PairResult):
            return None
        found.append(_numbered(result, pair))
    return Results(tuple(found), key=_together(found_keys))


def hire_ahead(work: Work, languages: jobs.Languages) -> None:
    """Start the processes of a run before its files are read; the work's languages are known."""
    if work.crew.jobs > 1:
        work.crew.hire_ahead(_settings((languages,), SiteFacts(), work))


def collect(
    gathered: Gathered,
    outline: Outline | None,
    work: Work,
    progress: Callable[[int, int], None] = lambda _done, _all: None,
) -> Results:
    """Judge every pair that was gathered, of which the outline is needed where there is a cache.

    What the pairs are judged with (models, compiled glossary) is loaded only where a pair is not
    in the cache.
    """
    found: dict[int, PairResult] = {}
    found_keys = _keys(outline, work) if outline is not None else []
    pair_keys = {index: key for index, key in enumerate(found_keys) if key is not None}
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
                work.cache.put(pair_keys[index], light(result))
            else:
                work.cache.put_encoded(pair_keys[index], encoded)

    left = {index: pair for index, pair in enumerate(gathered.pairs) if index not in found}
    failed: Mapping[int, str] = {}
    interrupted = False
    if left:
        try:
            languages = dict.fromkeys((p.source_lang, p.target_lang) for p in left.values())
            settings = _settings(languages, gathered.facts, work)
            failed = jobs.audit_all(left, settings, work.crew, done)
        except KeyboardInterrupt:
            interrupted = True
    return Results(
        results=tuple(found[index] for index in sorted(found)),
        problems=tuple(
            Problem(_path(gathered.pairs[index]), reason)
            for index, reason in sorted(failed.items())
        ),
        interrupted=interrupted,
        key=_together(found_keys) if len(found) == total else None,
    )


def _together(found_keys: Sequence[bytes | None]) -> bytes | None:
    known = [key for key in found_keys if key is not None]
    return digest("across", *known) if known and len(known) == len(found_keys) else None


def _keys(outline: Outline, work: Work) -> list[bytes | None]:
    run = keys.run_key(work.concepts, work.lexicons, work.checks)
    contents = outline.gathered.contents
    confirmed = (
        work.confirmed.get((pair.source_uri, pair.target_uri), PairConfirmed())
        for pair in outline.gathered.pairs
    )
    rows = zip(outline.gathered.pairs, outline.site, confirmed, strict=True)
    return [keys.pair_key(run, pair, contents, site, known) for pair, site, known in rows]


def _settings(
    languages: Iterable[jobs.Languages], facts: SiteFacts, work: Work
) -> Mapping[jobs.Languages, "Settings"]:
    from kielipari.context import Settings  # noqa: PLC0415 it loads what a warm run does not need

    return {
        (source, target): Settings(
            source_lang=source,
            target_lang=target,
            concepts=work.concepts,
            lexicons=work.lexicons,
            checks=work.checks,
            facts=facts,
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
    suppressed = tuple(
        replace(item, finding=replace(item.finding, pair=pair.id)) for item in result.suppressed
    )
    return replace(result, id=pair.id, findings=findings, suppressed=suppressed)


def _path(pair: Pair) -> str:
    return pair.target_uri or pair.source_uri or ""
