"""T104, T105: one concept rendered by several words in a run, several concepts by one word."""

from collections import Counter, defaultdict
from collections.abc import Iterator

from kielipari.checks.base import SATISFIED, Example, Rule, Scope, Span, Verdict
from kielipari.checks.corpus import CorpusView, PlacedViolation, where_of
from kielipari.model import Message, PairResult, Rendering, Segment, Severity, Stretch


def inconsistent_term(view: CorpusView) -> Iterator[Verdict]:
    """T104: a concept is rendered so here and otherwise elsewhere, beyond what was agreed."""
    groups: dict[str, list[tuple[PairResult, Rendering]]] = defaultdict(list)
    for result, seen in view.renderings:
        groups[seen.concept].append((result, seen))
    for rows in groups.values():
        agreed = {seen.target_term.casefold() for _, seen in rows if seen.is_agreed}
        counts = Counter(seen.target_term.casefold() for _, seen in rows)
        usual = agreed or {max(counts, key=lambda term: counts[term])}
        others = tuple(
            dict.fromkeys(s.target_term for _, s in rows if s.target_term.casefold() in usual)
        )
        for result, seen in rows:
            if seen.target_term.casefold() in usual:
                yield SATISFIED
            elif not _is_reported(result, seen, view):
                yield _violation(
                    Message.of(
                        "inconsistent-term",
                        term=seen.source_form,
                        form=seen.target_term,
                        others=others,
                    ),
                    result,
                    seen,
                    suggestion=Message.of("use-term", term=others[0]),
                )


def conflated_terms(view: CorpusView) -> Iterator[Verdict]:
    """T105: two concepts that the glossary separates are rendered by one word."""
    groups: dict[str, list[tuple[PairResult, Rendering]]] = defaultdict(list)
    for result, seen in view.renderings:
        groups[seen.target_term.casefold()].append((result, seen))
    for rows in groups.values():
        if len({seen.concept for _, seen in rows}) == 1:
            yield SATISFIED
            continue
        owners = {seen.concept for _, seen in rows if seen.is_agreed} or {rows[0][1].concept}
        forms = tuple(dict.fromkeys(s.source_form for _, s in rows if s.concept in owners))
        for result, seen in rows:
            if seen.concept in owners or seen.is_agreed or _is_reported(result, seen, view):
                continue
            yield _violation(
                Message.of(
                    "conflated-terms", form=seen.target_term, terms=(seen.source_form, forms[0])
                ),
                result,
                seen,
            )


def _is_reported(result: PairResult, seen: Rendering, view: CorpusView) -> bool:
    """Whether the mention has a finding already."""
    return (result.id, result.units[seen.unit].id, seen.concept) in view.reported_terms


def _violation(
    message: Message, result: PairResult, seen: Rendering, suggestion: Message | None = None
) -> PlacedViolation:
    unit = result.units[seen.unit]
    return PlacedViolation(
        message,
        source=_span(unit.source, seen.source),
        target=_span(unit.target, seen.target),
        evidence=f"{seen.concept}\x1e{seen.target_term.casefold()}",
        suggestion=suggestion,
        concept=seen.concept,
        where=where_of(result, seen.unit),
    )


def _span(side: tuple[Segment, ...], stretch: Stretch) -> Span:
    return Span(side[stretch.segment], stretch.start, stretch.end)


RULES = (
    Rule(
        code="T104",
        slug="inconsistent-term",
        severity=Severity.WARNING,
        scope=Scope.CORPUS,
        what="A concept of the glossary is rendered by one word here and by another elsewhere, and "
        "the glossary has not agreed on both.",
        why="Readers take two words for two things.",
        how="Choose one rendering, write it into the glossary, and use it throughout.",
        bad=(
            Example(
                "Lausunto annetaan.\nLausunto on valmis.\nLausunto puuttuu.",
                "Utlåtandet ges.\nUtlåtandet är klart.\nYttrandet saknas.",
                note="a glossary that does not say what lausunto is in Swedish",
            ),
        ),
        good=(
            Example(
                "Lausunto annetaan.\nLausunto on valmis.\nLausunto puuttuu.",
                "Utlåtandet ges.\nUtlåtandet är klart.\nUtlåtandet saknas.",
            ),
        ),
        check=inconsistent_term,
    ),
    Rule(
        code="T105",
        slug="conflated-terms",
        severity=Severity.WARNING,
        scope=Scope.CORPUS,
        what="Two concepts that the glossary separates are rendered by the same word.",
        why="The reader cannot tell any more which of the two is meant.",
        how="Use each concept's own term.",
        bad=(
            Example(
                "Verkkosivusto uudistuu.\nVerkkosivu on auki.",
                "Webbplatsen förnyas.\nWebbplatsen är öppen.",
            ),
        ),
        good=(
            Example(
                "Verkkosivusto uudistuu.\nVerkkosivu on auki.",
                "Webbplatsen förnyas.\nWebbsidan är öppen.",
            ),
        ),
        check=conflated_terms,
    ),
)
