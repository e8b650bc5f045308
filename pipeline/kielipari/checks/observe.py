"""What corpus-wide checks need of a unit, compact: how its concepts and its segments were rendered.

A concept's rendering is the glossary's term that the target uses, else the one term of another
concept that stands there alone, else what the translation lexicon takes for the rendering.
"""

from collections.abc import Iterator

from kielipari.checks.runner import Where
from kielipari.checks.terms import COMPOUND, NAME_DOMAIN, allowed, by_concept
from kielipari.checks.view import SideView, UnitView
from kielipari.model import Observations, Rendering, Side, TermHit, Translation
from kielipari.terms.names import is_builtin

_CERTAIN = 0.4  # how sure the lexicon is to be of a rendering, 0 to 1
_TERMS = frozenset({"*", "T104", "T105", "inconsistent-term", "conflated-terms"})
_SEGMENTS = frozenset({"*", "C101", "C102", "inconsistent-translation", "same-translation"})


class Observer:
    """Gathers what the corpus-wide checks judge, unit by unit."""

    def __init__(self, where: Where) -> None:
        """Start empty, for the pair at ``where``."""
        self._where = where
        self._renderings: list[Rendering] = []
        self._translations: list[Translation] = []

    def add(self, view: UnitView) -> None:
        """Take what a unit shows."""
        if not view.is_paired:
            return
        suppressions = view.unit.suppressions
        silenced = {s.rule for s in suppressions} if suppressions else frozenset()
        if view.source.hits and not silenced & _TERMS:
            self._renderings += _renderings(view, self._where)
        if view.source.words and not silenced & _SEGMENTS:
            self._translations.append(_translation(view, self._where))

    def observations(self) -> Observations:
        """Return what was gathered."""
        return Observations(tuple(self._renderings), tuple(self._translations))


def _translation(view: UnitView, where: Where) -> Translation:
    unit = view.unit
    plural = "" if unit.plural is None else f"[{unit.plural}]"
    return Translation(
        source_text=view.source.normal,
        target_text=view.target.normal,
        source=_whole(view.source, where.source_path),
        target=_whole(view.target, where.target_path),
        context=f"{unit.context or ''}{plural}",
        unit=unit.id,
    )


def _renderings(view: UnitView, where: Where) -> Iterator[Rendering]:
    there = by_concept(view.target.hits)
    here = by_concept(view.source.hits)
    strangers = [
        hits[0] for concept, hits in there.items() if concept not in here and _is_concept(hits[0])
    ]
    for concept, hits in here.items():
        # Inside a compound a concept is rendered as the whole compound asks for.
        hit = next((h for h in hits if h.certain and h.how not in COMPOUND), None)
        if hit is None or not _is_concept(hit):
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
            source=_side(view.source, hit.start, hit.end, where.source_path),
            target=_side(view.target, start, end, where.target_path),
            unit=view.unit.id,
            is_agreed=concept in there and term in allowed(hit.concept, view.target.lang),
        )


def _is_concept(hit: TermHit) -> bool:
    """Whether it is a concept of the user's glossary and no name."""
    return hit.concept.domain != NAME_DOMAIN and not is_builtin(hit.concept.id)


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


def _whole(side: SideView, path: str) -> Side:
    """Return the side of a segment, of several of the first one."""
    segment = side.segments[0]
    text, place = segment.text, segment.place()
    return Side(path, place.line, place.column, side.lang, text, 0, len(text))


def _side(side: SideView, start: int, end: int, path: str) -> Side:
    span = side.span(start, end)
    place = span.segment.place(span.start)
    return Side(path, place.line, place.column, side.lang, span.segment.text, span.start, span.end)
