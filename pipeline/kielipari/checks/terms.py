"""T101, T102, T103, T106: whether the agreed terms are used and the forbidden ones are not.

A concept counts as rendered when any preferred or admitted term of it stands in the target, in
any form or inside a compound. Names (domain ``name``) are judged in :mod:`kielipari.checks.names`,
the package's own terms (``usage``) in :mod:`kielipari.checks.usage`.
"""

from collections.abc import Iterable, Iterator

from kielipari.checks.base import (
    CANNOT_TELL,
    SATISFIED,
    Evidence,
    Example,
    Rule,
    Scope,
    Verdict,
    Violation,
)
from kielipari.checks.instead import look_instead
from kielipari.checks.leeway import is_said_otherwise, means_other
from kielipari.checks.view import SideView, UnitView
from kielipari.model import Concept, Message, Severity, TermHit
from kielipari.terms.names import USAGE_DOMAIN, is_builtin

NAME_DOMAIN = "name"
JUDGED_ELSEWHERE = frozenset({NAME_DOMAIN, USAGE_DOMAIN})
_STEM = 5  # letters of a term that a derived word begins with


def allowed(concept: Concept, lang: str) -> tuple[str, ...]:
    """Return the terms of a concept that a text in the language may use, preferred first."""
    terms = [term for term in concept.in_language(lang) if term.status.is_allowed]
    return tuple(term.text for term in sorted(terms, key=lambda term: term.status != "preferred"))


def by_concept(hits: Iterable[TermHit]) -> dict[str, list[TermHit]]:
    """Group hits by concept, in the order of first mention."""
    groups: dict[str, list[TermHit]] = {}
    for hit in hits:
        groups.setdefault(hit.concept.id, []).append(hit)
    return groups


def _used(concept: Concept, side: SideView) -> bool:
    """Whether a mention of the concept stands there, or one of a longer term that holds its own."""
    own = tuple(term.lower() for term in allowed(concept, side.lang) if len(term) > _STEM)
    return any(
        hit.concept.id == concept.id or any(term in hit.form.lower() for term in own)
        for hit in side.hits
    )


def _missing(view: UnitView, *, compounds: bool) -> Iterator[Verdict]:
    if not view.is_paired:
        return
    for hits in by_concept(view.source.hits).values():
        concept = hits[0].concept
        plain = [hit for hit in hits if not hit.how.is_compound]
        if concept.domain in JUDGED_ELSEWHERE or bool(plain) == compounds:
            continue
        wanted = allowed(concept, view.target.lang)
        if not wanted or not any(hit.term.status.is_allowed for hit in hits):
            continue
        yield _verdict(view, plain or hits, wanted, compounds=compounds)


def _verdict(
    view: UnitView, hits: list[TermHit], wanted: tuple[str, ...], *, compounds: bool
) -> Verdict:
    concept = hits[0].concept
    if _used(concept, view.target):
        return SATISFIED
    sure = next((hit for hit in hits if hit.certain and not means_other(view.source, hit)), None)
    if sure is None or is_said_otherwise(view, wanted):
        return CANNOT_TELL
    instead = look_instead(view, sure, wanted)
    if not instead.is_possible:
        return CANNOT_TELL
    slug = "compound-term-not-used" if compounds else "term-not-used"
    said = {"instead": instead.word.text} if instead.word else {}
    return Violation(
        Message.of(slug, form=sure.form, terms=wanted, language=view.target.lang, **said),
        source=view.source.span(sure.start, sure.end),
        target=view.target.span(instead.word.start, instead.word.end)
        if instead.word
        else view.target.span(),
        evidence=sure.term.text,
        suggestion=Message.of("use-term", term=wanted[0]),
        concept=concept.id,
    )


def term_not_used(view: UnitView) -> Iterator[Verdict]:
    """T101: the source mentions a concept as a word of its own, the target none of its terms."""
    return _missing(view, compounds=False)


def compound_term_not_used(view: UnitView) -> Iterator[Verdict]:
    """T103: the source mentions a concept inside a compound, the target none of its terms."""
    return _missing(view, compounds=True)


def forbidden_term(view: UnitView) -> Iterator[Verdict]:
    """T102: a deprecated or superseded term, on either side."""
    for side, is_source in ((view.source, True), (view.target, False)):
        for hit in side.hits:
            if hit.term.status.is_allowed or is_builtin(hit.concept.id):
                continue
            if not hit.certain:
                yield CANNOT_TELL
                continue
            wanted = allowed(hit.concept, side.lang)
            span = side.span(hit.start, hit.end)
            yield Violation(
                Message.of("forbidden-term", form=hit.form, terms=wanted),
                source=span if is_source else None,
                target=None if is_source else span,
                evidence=hit.term.text,
                suggestion=Message.of("use-term", term=wanted[0]) if wanted else None,
                concept=hit.concept.id,
            )


def term_left_in_source_language(view: UnitView) -> Iterator[Verdict]:
    """T106: a source-language term stands in the target, in a form that is no target word."""
    if not view.is_paired or view.target.identified.lang == view.source.lang:
        return
    for hit in view.target.hits_of(view.source.lang):
        wanted = allowed(hit.concept, view.target.lang)
        if hit.concept.domain in JUDGED_ELSEWHERE or not wanted or hit.how.is_compound:
            continue
        overlapping = any(h.start < hit.end and hit.start < h.end for h in view.target.hits)
        if overlapping or _stands_in_markup(view.target, hit):
            continue
        if not hit.certain or view.target.language.knows(hit.form):
            yield CANNOT_TELL
            continue
        yield Violation(
            Message.of("term-left-in-source-language", form=hit.form, terms=wanted),
            target=view.target.span(hit.start, hit.end),
            evidence=hit.form,
            suggestion=Message.of("use-term", term=wanted[0]),
            concept=hit.concept.id,
        )


def _stands_in_markup(side: SideView, hit: TermHit) -> bool:
    """Whether the hit lies in a passage marked as another language, a quotation or code."""
    return side.is_foreign(hit.start, hit.end)


RULES = (
    Rule(
        code="T101",
        slug="term-not-used",
        severity=Severity.ERROR,
        scope=Scope.UNIT,
        what="The source mentions a concept of the glossary and the target none of its agreed terms.",
        why="Readers who meet one thing under two names take it for two things, and a search for "
        "the agreed name does not find the page.",
        how="Use one of the terms named in the finding, or add the wording to the glossary as an "
        "admitted term if it is right.",
        bad=(
            Example(
                "Ekosysteemisopimukset allekirjoitettiin.", "Samarbetskontrakten undertecknades."
            ),
            Example(
                "Stadsregionen väljer sina spetsområden.",
                "Kaupunkiseutu valitsee painopisteensä.",
                "sv",
                "fi",
            ),
        ),
        good=(
            Example(
                "Ekosysteemisopimuksissa sovitaan tavoitteista.", "Målen anges i ekosystemavtalen."
            ),
            Example(
                "Stadsregionerna väljer spetsområden.",
                "Kaupunkiseudut valitsevat osaamiskärjet.",
                "sv",
                "fi",
            ),
        ),
        check=term_not_used,
        needs=Evidence.TERMS,
    ),
    Rule(
        code="T102",
        slug="forbidden-term",
        severity=Severity.ERROR,
        scope=Scope.UNIT,
        what="A term stands in the text that the glossary marks as deprecated or superseded.",
        why="Somebody decided against it: it misleads, is out of date, or belongs to another "
        "country's administration.",
        how="Use the agreed term named in the finding.",
        bad=(
            Example(
                "Hyvinvointialue vastaa palveluista.", "Vårdlandskapet ansvarar för tjänsterna."
            ),
        ),
        good=(
            Example(
                "Hyvinvointialue vastaa palveluista.", "Välfärdsområdet ansvarar för tjänsterna."
            ),
        ),
        check=forbidden_term,
        needs=Evidence.BARRED,
    ),
    Rule(
        code="T103",
        slug="compound-term-not-used",
        severity=Severity.WARNING,
        scope=Scope.UNIT,
        what="The source has a concept of the glossary inside a longer word, and the target none "
        "of its agreed terms.",
        why="A compound is how Finnish and Swedish write a phrase: the agreed word belongs in it.",
        how="Build the target's word or phrase from the agreed term.",
        bad=(
            Example(
                "Ekosysteemisopimusprosessi alkoi keväällä.",
                "Kontraktsförhandlingarna inleddes på våren.",
            ),
        ),
        good=(
            Example("Ekosysteemisopimusprosessi alkoi.", "Ekosystemavtalsprocessen inleddes."),
            Example("Ekosysteemisopimusprosessi alkoi.", "Arbetet med ekosystemavtalen inleddes."),
        ),
        check=compound_term_not_used,
        needs=Evidence.TERMS,
    ),
    Rule(
        code="T106",
        slug="term-left-in-source-language",
        severity=Severity.ERROR,
        scope=Scope.UNIT,
        what="A term of the source language stands untranslated in the target.",
        why="Those who read only the other language do not understand it.",
        how="Use the agreed term named in the finding.",
        bad=(Example("Jätä hakemus ajoissa.", "Lämna in hakemus i tid."),),
        good=(Example("Jätä hakemus ajoissa.", "Lämna in ansökan i tid."),),
        check=term_left_in_source_language,
        needs=Evidence.STRAY_TERMS,
    ),
)
