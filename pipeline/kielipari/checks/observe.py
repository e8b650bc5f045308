"""What corpus-wide checks need of a unit, compact: how its concepts were rendered, what it repeats.

A concept's rendering is the glossary's term that the target uses, else the one term of another
concept that stands there alone, else what the translation lexicon takes for the rendering.
"""

from array import array
from collections.abc import Iterable, Iterator

from kielipari.checks.repeats import repeatable
from kielipari.checks.terms import NAME_DOMAIN, allowed, by_concept
from kielipari.checks.view import SideView, UnitView
from kielipari.model import Finding, Observations, Rendering, Severity, Stretch, TermHit
from kielipari.terms.names import is_builtin

_CERTAIN = 0.4  # how sure the lexicon is to be of a rendering, 0 to 1
_TERMS = frozenset({"*", "T104", "T105", "inconsistent-term", "conflated-terms"})
_SEGMENTS = frozenset({"*", "C101", "C102", "inconsistent-translation", "same-translation"})


class Observer:
    """Gathers what the corpus-wide checks judge, unit by unit."""

    def __init__(self) -> None:
        """Start empty."""
        self._renderings: list[Rendering] = []
        self._repeatables = bytearray()
        self._names = array("q")  # a hash of the id of each unit that may be repeated

    def add(self, view: UnitView, number: int) -> None:
        """Take what a unit shows that has this number in its pair."""
        if not view.is_paired:
            return
        suppressions = view.unit.suppressions
        silenced = {s.rule for s in suppressions} if suppressions else frozenset()
        if view.source.hits and not silenced & _TERMS:
            self._renderings += _renderings(view, number)
        if view.source.words and not silenced & _SEGMENTS:
            self._repeatables += repeatable(view, number)
            self._names.append(hash(view.unit.id))

    def observations(self, findings: Iterable[Finding]) -> Observations:
        """Return what was gathered.

        A text with one of these findings that is more than untidy is not judged again: one defect
        gives one finding.
        """
        reported = {hash(f.unit) for f in findings if f.severity is not Severity.INFO}
        count = len(self._names)
        size = len(self._repeatables) // count if count else 0
        out = [place for place, name in enumerate(self._names) if name in reported]
        rows = memoryview(self._repeatables)
        between = zip([-1, *out], [*out, count], strict=True)
        packed = b"".join(rows[(last + 1) * size : place * size] for last, place in between)
        return Observations(tuple(self._renderings), packed)


def _renderings(view: UnitView, number: int) -> Iterator[Rendering]:
    here = _of_concepts(view.source)
    there = _of_concepts(view.target) if here else {}
    strangers = [hits[0] for concept, hits in there.items() if concept not in here]
    for concept, hits in here.items():
        # Inside a compound a concept is rendered as the whole compound asks for.
        hit = next((h for h in hits if h.certain and not h.how.is_compound), None)
        if hit is None:
            continue
        used = there.get(concept, strangers if len(strangers) == 1 else [])
        if used:
            start, end, term = used[0].start, used[0].end, used[0].term.text
        else:
            guess = _guessed(view, hit)
            if guess is None:
                continue
            start, end, term = guess
        yield Rendering(
            concept=concept,
            source_form=hit.form,
            target_term=term,
            unit=number,
            source=_stretch(view.source, hit.start, hit.end),
            target=_stretch(view.target, start, end),
            is_agreed=concept in there and term in allowed(hit.concept, view.target.lang),
        )


def _of_concepts(side: SideView) -> dict[str, list[TermHit]]:
    """Return the mentions of the concepts of the user's glossary that are no names."""
    return by_concept(
        hit
        for hit in side.hits
        if hit.concept.domain != NAME_DOMAIN and not is_builtin(hit.concept.id)
    )


def _guessed(view: UnitView, hit: TermHit) -> tuple[int, int, str] | None:
    """Return the target word that the lexicon takes for the rendering: its span and base form.

    None where the glossary says how to render the concept: T101 judges that.
    """
    if view.analysers.translations is None or hit.concept.in_language(view.target.lang):
        return None
    tokens = view.target.tokens
    found = view.analysers.translations().rendering(hit.form, (token.text for token in tokens))
    if found is None or found[2] < _CERTAIN:
        return None
    token = tokens[found[0]]
    return token.start, token.end, found[1]


def _stretch(side: SideView, start: int, end: int) -> Stretch:
    span = side.span(start, end)
    return Stretch(side.segments.index(span.segment), span.start, span.end)
