"""T104, T105, C101, C102: what only shows when all places of a run are laid side by side."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from kielipari.checks.base import SATISFIED, Example, Rule, Scope, Span, Verdict, Violation
from kielipari.checks.runner import Active, Tally, Where
from kielipari.model import (
    Anchor,
    Block,
    BlockKind,
    Finding,
    Message,
    PairResult,
    Rendering,
    Segment,
    Severity,
    Side,
    SourceMap,
    Translation,
)

_NOWHERE = Where("", "", "", "")
_EDGES = " .,:;!?…–-\"”“'’»«()*"


@dataclass(frozen=True)
class CorpusView:
    """All observations of a run, in the order of its pairs, and what was found so far.

    A place that has a finding already is not judged again: one defect gives one finding.
    """

    renderings: tuple[tuple[str, Rendering], ...]
    translations: tuple[tuple[str, Translation], ...]
    findings: tuple[Finding, ...] = ()

    @classmethod
    def of(cls, results: Iterable[PairResult]) -> "CorpusView":
        """Merge what was observed in every pair."""
        results = tuple(results)
        return cls(
            tuple((r.id, seen) for r in results for seen in r.observations.renderings),
            tuple((r.id, seen) for r in results for seen in r.observations.translations),
            tuple(finding for r in results for finding in r.findings),
        )

    @cached_property
    def reported_terms(self) -> frozenset[tuple[str, str | None, str | None]]:
        """Pair, unit and concept of the findings on terms."""
        return frozenset((f.pair, f.unit, f.concept) for f in self.findings if f.concept)

    @cached_property
    def reported_units(self) -> frozenset[tuple[str, str | None]]:
        """Pair and unit of every finding that is more than untidy."""
        return frozenset((f.pair, f.unit) for f in self.findings if f.severity != Severity.INFO)


@dataclass(frozen=True, slots=True)
class PlacedViolation(Violation):
    """A violation with its place in the run."""

    where: Where = _NOWHERE


def judge(results: Sequence[PairResult], active: Active) -> Tally:
    """Run the corpus-wide rules over the results of a run."""
    tally = Tally(active)
    rules = active.of(Scope.CORPUS)
    view = CorpusView.of(results) if rules else None
    for rule in rules:
        try:
            verdicts = list(rule.check(view))
        except Exception:  # noqa: BLE001 - the runner reports the crash of a check with its name
            tally.run(rule, view, _NOWHERE)
            continue
        for verdict in verdicts:
            where = verdict.where if isinstance(verdict, PlacedViolation) else _NOWHERE
            tally.take(rule, [verdict], where)
    return tally


def inconsistent_term(view: CorpusView) -> Iterator[Verdict]:
    """T104: a concept is rendered so here and otherwise elsewhere, beyond what was agreed."""
    groups: dict[str, list[tuple[str, Rendering]]] = defaultdict(list)
    for pair, seen in view.renderings:
        groups[seen.concept].append((pair, seen))
    for rows in groups.values():
        agreed = {_folded(seen.target_term) for _, seen in rows if seen.is_agreed}
        counts = Counter(_folded(seen.target_term) for _, seen in rows)
        usual = agreed or {max(counts, key=lambda term: counts[term])}
        others = tuple(
            dict.fromkeys(s.target_term for _, s in rows if _folded(s.target_term) in usual)
        )
        for pair, seen in rows:
            if _folded(seen.target_term) in usual:
                yield SATISFIED
            elif (pair, seen.unit, seen.concept) not in view.reported_terms:
                yield _violation(
                    Message.of(
                        "inconsistent-term",
                        term=seen.source_form,
                        form=seen.target_term,
                        others=others,
                    ),
                    seen,
                    pair,
                    evidence=f"{seen.concept}\x1e{_folded(seen.target_term)}",
                    suggestion=Message.of("use-term", term=others[0]),
                    concept=seen.concept,
                )


def conflated_terms(view: CorpusView) -> Iterator[Verdict]:
    """T105: two concepts that the glossary separates are rendered by one word."""
    groups: dict[str, list[tuple[str, Rendering]]] = defaultdict(list)
    for pair, seen in view.renderings:
        groups[_folded(seen.target_term)].append((pair, seen))
    for rows in groups.values():
        if len({seen.concept for _, seen in rows}) == 1:
            yield SATISFIED
            continue
        owners = {seen.concept for _, seen in rows if seen.is_agreed} or {rows[0][1].concept}
        forms = tuple(dict.fromkeys(s.source_form for _, s in rows if s.concept in owners))
        for pair, seen in rows:
            taken = (pair, seen.unit, seen.concept) in view.reported_terms
            if seen.concept in owners or seen.is_agreed or taken:
                continue
            yield _violation(
                Message.of(
                    "conflated-terms", form=seen.target_term, terms=(seen.source_form, forms[0])
                ),
                seen,
                pair,
                evidence=f"{seen.concept}\x1e{_folded(seen.target_term)}",
                concept=seen.concept,
            )


def inconsistent_translation(view: CorpusView) -> Iterator[Verdict]:
    """C101: the same segment in the same context has two translations."""
    groups: dict[tuple[str, str], list[tuple[str, Translation]]] = defaultdict(list)
    for pair, seen in view.translations:
        if (pair, seen.unit) not in view.reported_units:
            groups[seen.context, _as_said(seen)].append((pair, seen))
    for rows in groups.values():
        if len(rows) == 1:
            continue
        counts = Counter(_bare(seen.target_text) for _, seen in rows)
        usual = max(counts, key=lambda text: counts[text])
        other = next(seen.target.text for _, seen in rows if _bare(seen.target_text) == usual)
        for pair, seen in rows:
            if _bare(seen.target_text) == usual:
                yield SATISFIED
            else:
                yield _violation(
                    Message.of("inconsistent-translation", other=other),
                    seen,
                    pair,
                    evidence=f"{seen.source_text}\x1e{seen.target_text}",
                )


def same_translation(view: CorpusView) -> Iterator[Verdict]:
    """C102: two different segments have one translation."""
    groups: dict[tuple[str, str], list[tuple[str, Translation]]] = defaultdict(list)
    for pair, seen in view.translations:
        if (pair, seen.unit) not in view.reported_units:
            groups[seen.context, _bare(seen.target_text)].append((pair, seen))
    for rows in groups.values():
        first = rows[0][1]
        told = {_bare(first.source_text)}
        for pair, seen in rows[1:]:
            text = _bare(seen.source_text)
            if text in told:
                yield SATISFIED
            elif _are_akin(text, told):
                told.add(text)
                yield SATISFIED
            else:
                told.add(text)
                yield _violation(
                    Message.of("same-translation", other=first.source.text),
                    seen,
                    pair,
                    evidence=f"{seen.source_text}\x1e{first.source_text}",
                )


def _as_said(seen: Translation) -> str:
    """Return a source text as far as it tells texts apart: "Suomi" is not "suomi"."""
    text = seen.source.text.strip()
    return seen.source_text if " " in text else text


def _are_akin(text: str, others: Iterable[str]) -> bool:
    """Whether a text may be another one inflected or reworded: a word begins like one of its."""
    beginnings = {word[:4] for word in text.split()}
    return any(beginnings & {word[:4] for word in other.split()} for other in others)


def _folded(term: str) -> str:
    return term.casefold()


def _bare(text: str) -> str:
    """Leave out punctuation at the ends."""
    return text.strip(_EDGES)


def _violation(  # noqa: PLR0913 - what a violation is made of, and its place
    message: Message,
    seen: Rendering | Translation,
    pair: str,
    *,
    evidence: str,
    suggestion: Message | None = None,
    concept: str | None = None,
) -> PlacedViolation:
    return PlacedViolation(
        message,
        source=_span(seen.source),
        target=_span(seen.target),
        evidence=evidence,
        suggestion=suggestion,
        concept=concept,
        where=Where(
            seen.source.path,
            seen.target.path,
            seen.source.lang,
            seen.target.lang,
            pair=pair,
            unit=seen.unit,
        ),
    )


def _span(side: Side) -> Span:
    """Return a span that leads back to the place of a side."""
    place = SourceMap.of(Anchor(side.start, side.line, side.column))
    block = Block("", BlockKind.ENTRY, side.text, lang=side.lang, source_map=place)
    return Span(Segment(block, 0, len(side.text)), side.start, side.end)


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
    Rule(
        code="C101",
        slug="inconsistent-translation",
        severity=Severity.WARNING,
        scope=Scope.CORPUS,
        what="The same text has one translation here and another elsewhere, in the same context.",
        why="A button or heading that changes its name from page to page misleads its readers.",
        how="Choose one translation, or declare a context (msgctxt) where the meaning differs.",
        bad=(Example("Sulje ikkuna\nSulje ikkuna", "Stäng fönstret\nSlå igen fönstret"),),
        good=(
            Example("Sulje ikkuna\nSulje ikkuna", "Stäng fönstret\nStäng fönstret"),
            Example("suomi\nSuomi", "finska\nFinland", note="two words"),
        ),
        check=inconsistent_translation,
    ),
    Rule(
        code="C102",
        slug="same-translation",
        severity=Severity.INFO,
        scope=Scope.CORPUS,
        what="Two different texts have the same translation.",
        why="Two commands or headings that look alike in one language cannot be told apart.",
        how="Give them different translations if they mean different things.",
        bad=(Example("Tallenna luonnos\nLähetä hakemus", "Skicka ansökan\nSkicka ansökan"),),
        good=(Example("Tallenna luonnos\nLähetä hakemus", "Spara utkastet\nSkicka ansökan"),),
        check=same_translation,
    ),
)
