"""What only shows when all places of a run are laid side by side: its observations, its judgement."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from kielipari.checks.base import Scope, Violation
from kielipari.checks.runner import Active, Tally, Where
from kielipari.model import PairResult, Rendering, Repeatable

_NOWHERE = Where("", "", "", "")

Repeats = list[tuple[PairResult, Repeatable]]
"""Units of a run of which one side is the same, each with the result it belongs to."""


@dataclass(frozen=True)
class CorpusView:
    """The results of a run, in the order of its pairs, with what was observed in them."""

    results: tuple[PairResult, ...]

    @property
    def renderings(self) -> Iterator[tuple[PairResult, Rendering]]:
        """How concepts were rendered."""
        return (
            (result, seen) for result in self.results for seen in result.observations.renderings
        )

    def repeats(self, side: Callable[[Repeatable], bytes]) -> tuple[Repeats, ...]:
        """Return the units whose hash of a side occurs twice, by hash, in the order of the run.

        Nearly all texts of a run stand in it once: of those nothing is kept.
        """
        hashes = sorted(side(seen) for r in self.results for seen in r.observations.repeatables)
        again = {one for one, other in pairwise(hashes) if one == other}
        found: dict[bytes, Repeats] = {}
        for result in self.results:
            for seen in result.observations.repeatables:
                if side(seen) in again:
                    found.setdefault(side(seen), []).append((result, seen))
        return tuple(found.values())

    @cached_property
    def reported_terms(self) -> frozenset[tuple[str, str | None, str | None]]:
        """Pair, unit and concept of the findings on terms: one defect gives one finding."""
        return frozenset(
            (f.pair, f.unit, f.concept) for r in self.results for f in r.findings if f.concept
        )


@dataclass(frozen=True, slots=True)
class PlacedViolation(Violation):
    """A violation with its place in the run."""

    where: Where = _NOWHERE


def where_of(result: PairResult, unit: int) -> Where:
    """Return the place of a unit, given by its number in a result."""
    return Where(
        source_path=result.source_uri or result.target_uri or "",
        target_path=result.target_uri or result.source_uri or "",
        source_lang=result.source_lang,
        target_lang=result.target_lang,
        pair=result.id,
        unit=result.units[unit].id,
    )


def judge(results: Sequence[PairResult], active: Active) -> Tally:
    """Run the corpus-wide rules over the results of a run."""
    tally = Tally(active)
    view = CorpusView(tuple(results))
    for rule in active.of(Scope.CORPUS):
        try:
            verdicts = list(rule.check(view))
        except Exception:  # noqa: BLE001 - the runner reports the crash of a check with its name
            tally.run(rule, view, _NOWHERE)
            continue
        for verdict in verdicts:
            where = verdict.where if isinstance(verdict, PlacedViolation) else _NOWHERE
            tally.take(rule, [verdict], where)
    return tally
