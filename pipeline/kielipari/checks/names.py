"""N101, N102: places, authorities and programmes under the name of the reader's language.

A name is a glossary concept of domain ``name``.
"""

from collections.abc import Iterator

from kielipari.checks.base import (
    CANNOT_TELL,
    SATISFIED,
    Example,
    Rule,
    Scope,
    Verdict,
    Violation,
)
from kielipari.checks.terms import NAME_DOMAIN, allowed, by_concept
from kielipari.checks.view import SideView, UnitView
from kielipari.model import Concept, Message, Severity, TermHit


def untranslated_name(view: UnitView) -> Iterator[Verdict]:
    """N101: a name stands in the target under its source-language form."""
    if not view.target or view.target.identified.lang == view.source.lang:
        return
    for hit in view.analysers.hits(view.target.text, view.source.lang):
        wanted = _translated(hit.concept, view)
        if not wanted or _is_target_name(hit, view.target):
            continue
        if not hit.certain or _in_longer_name(view.target, hit) or _set_apart(view.target, hit):
            yield CANNOT_TELL
            continue
        yield Violation(
            Message.of("untranslated-name", form=hit.form, terms=wanted),
            target=view.target.span(hit.start, hit.end),
            evidence=hit.form,
            suggestion=Message.of("use-term", term=wanted[0]),
            concept=hit.concept.id,
        )


def wrong_name(view: UnitView) -> Iterator[Verdict]:
    """N102: the target names another place or authority than the source."""
    if not view.is_paired:
        return
    here = by_concept(view.source.hits)
    there = by_concept(view.target.hits)
    strangers = [
        hits[0]
        for concept, hits in there.items()
        if concept not in here and hits[0].concept.domain == NAME_DOMAIN and hits[0].certain
    ]
    for concept, hits in here.items():
        if hits[0].concept.domain != NAME_DOMAIN:
            continue
        wanted = allowed(hits[0].concept, view.target.lang)
        if concept in there:
            yield SATISFIED
        elif len(strangers) == 1 and wanted and hits[0].certain:
            stranger = strangers[0]
            yield Violation(
                Message.of("wrong-name", form=hits[0].form, found=stranger.form, terms=wanted),
                source=view.source.span(hits[0].start, hits[0].end),
                target=view.target.span(stranger.start, stranger.end),
                evidence=f"{hits[0].term.text}\x1e{stranger.term.text}",
                suggestion=Message.of("use-term", term=wanted[0]),
                concept=concept,
            )
            return
        else:
            yield CANNOT_TELL


def _translated(concept: Concept, view: UnitView) -> tuple[str, ...]:
    """Return the concept's allowed target names, or nothing where the names are the same."""
    if concept.domain != NAME_DOMAIN:
        return ()
    wanted = allowed(concept, view.target.lang)
    own = {term.text for term in concept.in_language(view.source.lang)}
    return () if own & set(wanted) else wanted


def _is_target_name(hit: TermHit, side: SideView) -> bool:
    return any(h.start < hit.end and hit.start < h.end for h in side.hits)


def _set_apart(side: SideView, hit: TermHit) -> bool:
    inside_value = any(v.start <= hit.start and hit.end <= v.end for v in side.values)
    return inside_value or side.is_foreign(hit.start, hit.end)


def _in_longer_name(side: SideView, hit: TermHit) -> bool:
    """Whether a capitalised neighbour makes the hit part of a longer name (Turku Energia)."""
    words = [token for token in side.tokens if token.is_word]
    for index, token in enumerate(words):
        if token.start >= hit.end:
            return token.start == hit.end + 1 and token.text[0].isupper()
        if token.end <= hit.start:
            continue
        before = words[index - 1] if index else None
        if (
            before is not None
            and index > 1
            and before.end == hit.start - 1
            and before.text[0].isupper()
        ):
            return True
    return False


RULES = (
    Rule(
        code="N101",
        slug="untranslated-name",
        severity=Severity.ERROR,
        scope=Scope.UNIT,
        what="A place, authority or programme stands under its name in the other language.",
        why="Bilingual names are official; a reader may not know the other one, and it looks as "
        "if nobody had read the page.",
        how="Use the name in the language of the text.",
        bad=(
            Example("Seminaari pidetään Turussa.", "Seminariet hålls i Turku."),
            Example("Kela maksaa tuen.", "Kela betalar stödet."),
            Example("Seminariet hålls i Åbo.", "Seminaarin paikka: Åbo.", "sv", "fi"),
        ),
        good=(
            Example("Seminaari pidetään Turussa.", "Seminariet hålls i Åbo."),
            Example("Kela maksaa tuen.", "FPA betalar stödet."),
            Example("Seminaari pidetään Kuopiossa.", "Seminariet hålls i Kuopio."),
        ),
        check=untranslated_name,
    ),
    Rule(
        code="N102",
        slug="wrong-name",
        severity=Severity.ERROR,
        scope=Scope.UNIT,
        what="The target names another place, authority or programme than the source.",
        why="The reader goes to the wrong place.",
        how="Check which one is right, and use the same on both sides.",
        bad=(
            Example("Tapahtuma järjestetään Oulussa.", "Evenemanget ordnas i Åbo."),
            Example("Evenemanget ordnas i Åbo.", "Tapahtuma järjestetään Oulussa.", "sv", "fi"),
        ),
        good=(Example("Tapahtuma järjestetään Oulussa.", "Evenemanget ordnas i Uleåborg."),),
        check=wrong_name,
    ),
)
