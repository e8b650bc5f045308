"""``kielipari confirm``: take the translations of some files as matching their sources now."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from kielipari.checks.confirmed import confirm as confirmed
from kielipari.config import Config
from kielipari.errors import UsageError
from kielipari.gather import display
from kielipari.model import PairResult, Problem
from kielipari.run import Examined, Request, examine
from kielipari.state.confirmations import FILE_NAME, Confirmations, dump, load
from kielipari.state.files import write


@dataclass(frozen=True, slots=True)
class Done:
    """What was confirmed, and where that stands."""

    file: Path
    pairs: int
    units: int
    problems: tuple[Problem, ...] = ()


def confirm(request: Request) -> Done:
    """Confirm every pair that one of the request's paths belongs to.

    Raises UsageError where the paths belong to no pair, StateError for a damaged state file.
    """
    config = request.config
    file = config.root / FILE_NAME
    known = load(file)
    examined, results = _results(request)
    pairs = {_paths(result, config): confirmed(result.units) for result in results}
    pairs = {paths: pair for paths, pair in pairs.items() if pair.units}
    if not pairs:
        raise UsageError(
            "nothing to confirm: the paths belong to no pair that has text on both sides",
            ", ".join(request.paths),
        )
    write(dump(known.merged(Confirmations(pairs))), file)
    units = sum(len(pair.units) for pair in pairs.values())
    wanted = {uri for result in results for uri in (result.source_uri, result.target_uri)}
    problems = tuple(p for p in examined.report.problems if p.path in wanted)
    return Done(file, len(pairs), units, problems)


def _results(request: Request) -> tuple[Examined, list[PairResult]]:
    """Find the paths in the configured content, else take them as what is to be paired.

    A text that repeats is confirmed with every page that has it: on one of them it may change.
    """
    request = replace(request, whole_pages=True)
    if request.config.content or request.config.pairs:
        examined = examine(replace(request, paths=()))
        names = [display(Path(path)) for path in request.paths]
        found = [pair for pair in examined.report.pairs if _concerns(pair, names)]
        if found:
            return examined, found
    examined = examine(request)
    return examined, list(examined.report.pairs)


def _concerns(pair: PairResult, names: Iterable[str]) -> bool:
    uris = [Path(uri) for uri in (pair.source_uri, pair.target_uri) if uri]
    return any(Path(name) == uri or Path(name) in uri.parents for name in names for uri in uris)


def _paths(result: PairResult, config: Config) -> tuple[str, str]:
    source, target = (
        config.shown(uri) if uri else "-" for uri in (result.source_uri, result.target_uri)
    )
    return source, target
