"""Which terms a pair mentions, how often and where: gathered unit by unit."""

from collections import Counter

from kielipari.checks.runner import normalise
from kielipari.checks.view import SideView, UnitView
from kielipari.model import HitPacker, PackedHits, TermCount, TermHit
from kielipari.terms.names import is_builtin


class Mentions:
    """Gathers the mentions of terms, those of the names that the package itself knows left out."""

    def __init__(self) -> None:
        """Start empty."""
        self._counts: tuple[Counter[str], Counter[str]] = (Counter(), Counter())
        self._names: dict[str, tuple[str, str]] = {}
        self._placed = (HitPacker(), HitPacker())
        self._equivalents: dict[tuple[str, str], tuple[str, ...]] = {}

    def add(self, view: UnitView) -> None:
        """Take what a unit mentions on both sides: mostly nothing."""
        if not view.source.hits and not view.target.hits:
            return
        languages = (view.source.lang, view.target.lang)
        for side, counts, placed, other in zip(
            (view.source, view.target), self._counts, self._placed, reversed(languages), strict=True
        ):
            for hit in side.hits:
                concept = hit.concept.id
                if is_builtin(concept):
                    continue
                counts[concept] += 1
                if concept not in self._names:
                    first, second = (
                        next((t.text for t in hit.concept.in_language(lang)), "")
                        for lang in languages
                    )
                    self._names[concept] = (first, second)
                equivalents = self._equivalents_of(hit, other)
                if equivalents:
                    _place(placed, side, hit, equivalents)

    def _equivalents_of(self, hit: TermHit, lang: str) -> tuple[str, ...]:
        key = (hit.concept.id, lang)
        if key not in self._equivalents:
            terms = hit.concept.in_language(lang)
            self._equivalents[key] = tuple(t.text for t in terms if t.status.is_allowed)
        return self._equivalents[key]

    def counts(self) -> tuple[TermCount, ...]:
        """Return how often each side mentions each concept, the most used first."""
        sources, targets = self._counts
        names = self._names
        order = sorted(names, key=lambda c: (-sources[c] - targets[c], normalise(names[c][0])))
        return tuple(TermCount(c, sources[c], targets[c], *names[c]) for c in order)

    def placed(self) -> tuple[tuple[str, PackedHits], ...]:
        """Return, for each side, where its text uses a term and what the other language calls it.

        Terms without an allowed equivalent in the other language are left out.
        """
        packed = (placed.packed() for placed in self._placed)
        named = zip(("source", "target"), packed, strict=True)
        return tuple((name, hits) for name, hits in named if hits)


def _place(placed: HitPacker, side: SideView, hit: TermHit, equivalents: tuple[str, ...]) -> None:
    span = side.span(hit.start, hit.end)
    first = span.segment.start
    placed.add(
        span.segment.block.id,
        (first + span.start, first + span.end),
        hit.concept.id,
        equivalents,
    )
