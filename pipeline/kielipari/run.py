"""Survey, map, merge, judge, report: the only room that knows them all."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from contextlib import closing, nullcontext
from dataclasses import dataclass, field, replace
from pathlib import Path

from kielipari import __version__
from kielipari.config import Config
from kielipari.errors import EmptyInputError
from kielipari.gather import Gathered, gather, load
from kielipari.model import (
    Checked,
    Concept,
    Finding,
    Outcome,
    Pair,
    Problem,
    Report,
)
from kielipari.site.crawl.options import CrawlOptions
from kielipari.site.repeats import Owners
from kielipari.state import confirmations
from kielipari.state.cache import Cache
from kielipari.state.jobs import Crew
from kielipari.state.keys import outline_key
from kielipari.state.results import (
    Across,
    Confirmed,
    Outline,
    Results,
    Work,
    collect,
    hire_ahead,
    recall,
)
from kielipari.terms import termbase
from kielipari.terms.termbase import Termbase

_MANY = 500  # files whose reading takes about as long as the start of a process


@dataclass(frozen=True, slots=True)
class Request:
    """What the user asked for, after configuration and command line are joined.

    With ``whole_pages`` a text that repeats is judged on every page, not once for the site.
    """

    config: Config
    paths: tuple[str, ...] = ()
    glossary: tuple[Path, ...] | None = None
    source_lang: str | None = None
    target_lang: str | None = None
    use_cache: bool = True
    jobs: int = 1
    crawl: CrawlOptions | None = None
    whole_pages: bool = False

    @property
    def languages(self) -> tuple[str, str]:
        """Source and target language of the run."""
        source = self.source_lang or self.config.source
        others = [lang for lang in (*self.config.targets, self.config.source) if lang != source]
        return source, self.target_lang or others[0]


@dataclass(frozen=True, slots=True)
class Progress:
    """Where a run tells how far it is, and what a person should know of it; silent by default."""

    preparing: Callable[[], None] = field(default=lambda: None)
    reading: Callable[[str], None] = field(default=lambda _: None)
    auditing: Callable[[int, int], None] = field(default=lambda _done, _all: None)
    note: Callable[[str], None] = field(default=lambda _: None)


@dataclass(frozen=True, slots=True)
class Examined:
    """A report with what it was made from; ``interrupted`` if the user did not wait for all."""

    request: Request
    report: Report
    gathered: Gathered
    concepts: tuple[Concept, ...]
    interrupted: bool = False


def run(request: Request, progress: Progress | None = None) -> Report:
    """Audit everything a request names.

    Raises a :class:`kielipari.errors.KielipariError` where nothing could be checked; a file that
    could not be read beside others that could is in the report's problems.
    """
    return examine(request, progress).report


def examine(request: Request, progress: Progress | None = None) -> Examined:
    """Audit everything a request names, as :func:`run` does, and keep what it was made from."""
    progress = progress or Progress()
    concepts = load_concepts(request)
    with closing(Cache()) if request.use_cache else nullcontext() as cache:
        gathered, found = _audit(request, concepts, cache, progress)
        empty = not any(result.units for result in found.results)
        if empty and not found.interrupted and not found.problems:
            raise EmptyInputError("there was nothing to check: no text was found in what was given")
        across = _across(found, request, cache)
    if cache is not None and cache.note:
        progress.note(cache.note)
    report = _silenced(_report(gathered, found, across), request)
    return Examined(request, report, gathered, concepts, found.interrupted)


def load_concepts(request: Request) -> tuple[Concept, ...]:
    """Read the glossary that the command line names, else the configured one, else none."""
    paths = request.config.glossary if request.glossary is None else request.glossary
    return termbase.load(paths).concepts if paths else ()


def lint(base: Termbase, request: Request) -> Report:
    """Run the rules on glossaries over one; every term counts as looked at."""
    from kielipari.checks import select_rules  # noqa: PLC0415 a warm run loads no check
    from kielipari.checks.glossary import judge  # noqa: PLC0415 the same

    tally = judge(base, select_rules(request.config.checks))
    return Report(
        version=__version__,
        checked=Checked(
            documents=len(base.files),
            units=sum(len(concept.terms) for concept in base.concepts),
            terms=sum(len(concept.terms) for concept in base.concepts),
            rules=tally.outcomes(),
        ),
        pairs=(),
        findings=tuple(sorted(tally.findings, key=_place)),
        problems=tuple(tally.problems),
    )


def _audit(
    request: Request, concepts: tuple[Concept, ...], cache: Cache | None, progress: Progress
) -> tuple[Gathered, Results]:
    """Judge all pairs; the files' formats are read only where the cache does not know them all."""
    config, paths = request.config, request.paths
    source_lang, target_lang = request.languages
    loaded = load(
        paths,
        config,
        source_lang=source_lang,
        target_lang=target_lang,
        crawl=request.crawl,
        progress=progress.reading,
    )

    with closing(Crew(request.jobs)) as crew:
        work = Work(concepts, config.lexicons, config.checks, crew=crew, cache=cache)
        asked = (*request.languages, len(paths), request.whole_pages)
        key = outline_key(loaded, config, asked) if cache else b""
        kept = cache.get(key) if cache else None
        if isinstance(kept, Outline):
            known = recall(kept, _with_confirmed(work, kept.gathered, config))
            if known is not None:
                return kept.gathered, known
        if cache:
            from kielipari import context  # noqa: PLC0415 a warm run loads no analyser

            context.prepare(concepts, request.languages, progress.preparing)
        if len(loaded) >= _MANY:
            hire_ahead(work, request.languages)
        gathered = gather(
            paths,
            config,
            source_lang=source_lang,
            target_lang=target_lang,
            progress=progress.reading,
            loaded=loaded,
        )
        del loaded  # the bytes of the files are done with
        if request.whole_pages:
            gathered = replace(gathered, facts=replace(gathered.facts, owners=Owners()))
        outline = Outline.of(gathered) if cache else None
        if cache:
            cache.put(key, outline)
        work = _with_confirmed(work, gathered, config)
        return gathered, collect(gathered, outline, work, progress.auditing)


def _with_confirmed(work: Work, gathered: Gathered, config: Config) -> Work:
    return replace(work, confirmed=_confirmed(gathered.pairs, config))


def _across(found: Results, request: Request, cache: Cache | None) -> Across:
    """Judge what only shows across pairs; the same results are judged once."""
    known = cache.get(found.key) if cache and found.key else None
    if isinstance(known, Across):
        return known
    from kielipari.checks import corpus, select_rules  # noqa: PLC0415 not before there is work

    tally = corpus.judge(found.results, select_rules(request.config.checks))
    across = Across(tuple(tally.findings), tally.outcomes(), tuple(tally.problems))
    if cache and found.key and not across.problems:
        cache.put(found.key, across)
    return across


def _confirmed(pairs: Iterable[Pair], config: Config) -> Confirmed:
    """Return what people have confirmed of these pairs, by the paths that the run knows them by."""
    known = confirmations.load(config.root / confirmations.FILE_NAME)
    if not known.pairs:
        return {}
    found = {}
    for pair in pairs:
        source, target = (config.shown(uri or "-") for uri in (pair.source_uri, pair.target_uri))
        found[pair.source_uri, pair.target_uri] = known.of(source, target)
    return {uris: confirmed for uris, confirmed in found.items() if confirmed.units}


def _report(gathered: Gathered, found: Results, judged: Across) -> Report:
    across: defaultdict[str, list[Finding]] = defaultdict(list)
    for finding in judged.findings:
        across[finding.pair].append(finding)
    results = tuple(replace(r, findings=(*r.findings, *across[r.id])) for r in found.results)
    ordered = tuple(replace(r, findings=tuple(sorted(r.findings, key=_place))) for r in results)
    findings = tuple(finding for result in ordered for finding in result.findings)
    problems = [*gathered.problems, *found.problems, *judged.problems]
    problems += [problem for result in ordered for problem in result.problems]
    if found.interrupted:
        said = f"interrupted: {len(results)} of {len(gathered.pairs)} pairs were checked"
        problems.append(Problem(".", said))
    return Report(
        version=__version__,
        checked=Checked(
            documents=gathered.documents,
            pairs=len(results),
            units=sum(len(result.units) for result in results),
            terms=sum(count.source + count.target for r in results for count in r.terms),
            rules=merged((*(result.outcomes for result in results), judged.outcomes)),
        ),
        pairs=ordered,
        findings=findings,
        problems=tuple(problems),
        suppressed=tuple(item for result in ordered for item in result.suppressed),
    )


def _silenced(report: Report, request: Request) -> Report:
    """Set apart what the configuration silences, and tell which of its entries silence nothing."""
    config = request.config
    if not config.ignores:
        return report
    from kielipari.state import suppressions  # noqa: PLC0415 a warm run loads no check

    sides = [s for f in report.findings for s in (f.source, f.target) if s is not None]
    paths = {path: config.shown(path) for path in {side.path for side in sides}}
    kept, silenced, unused = suppressions.split(report.findings, config, paths)
    if request.paths or report.problems:
        unused = ()  # what was not looked at may be what an entry is for
    return replace(
        report,
        findings=(*kept, *suppressions.unused_findings(unused, config)),
        pairs=suppressions.without(report.pairs, silenced),
        suppressed=(*report.suppressed, *silenced),
    )


def merged(
    outcomes: Iterable[Mapping[str, Mapping[Outcome, int]]],
) -> dict[str, dict[Outcome, int]]:
    """Add up how often the rules, by their slugs, were violated, satisfied or could not tell."""
    sums: dict[str, dict[Outcome, int]] = {}
    for counts in outcomes:
        for slug, count in counts.items():
            so_far = sums.setdefault(slug, dict.fromkeys(Outcome, 0))
            for outcome, number in count.items():
                so_far[outcome] += number
    return dict(sorted(sums.items()))


def _place(finding: Finding) -> tuple[int, int, int, str, str]:
    """Order findings as one reads: by the line on the side that is to be mended."""
    side = finding.target or finding.source
    line, column = (side.line, side.column) if side else (0, 0)
    return (0 if finding.target else 1, line, column, finding.rule, finding.fingerprint)
