"""T107: what an institution of Finland is called in Sweden.

The words are data (``terms/data/usage.csv``, and the deprecated names in ``names.csv``): the
Finnish term, its official Swedish counterpart in Finland, and what it is called in Sweden.
"""

from collections.abc import Iterator

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
from kielipari.checks.terms import allowed
from kielipari.checks.view import SideView, UnitView
from kielipari.languages.abroad import speaks_of_abroad
from kielipari.model import Message, Severity, TermHit
from kielipari.terms.names import is_builtin, kind

_ABROAD = "abroad"  # the kind of what other countries have as well


def sweden_swedish_term(view: UnitView) -> Iterator[Verdict]:
    """T107: one side names an institution of Finland, the other says what it is called in Sweden."""
    if not view.is_paired:
        return
    for side, other, is_source in (
        (view.source, view.target, True),
        (view.target, view.source, False),
    ):
        for hit in side.hits:
            if not is_builtin(hit.concept.id) or hit.how.is_compound:
                continue
            there = [h for h in other.hits if h.concept.id == hit.concept.id]
            if not there:
                continue
            if any(h.term.status.is_allowed for h in side.hits if h.concept.id == hit.concept.id):
                if not is_source:
                    yield SATISFIED
            elif _may_be_abroad(hit, there[0], side, other):
                yield CANNOT_TELL
            else:
                yield _violation(hit, side, is_source=is_source)


def _violation(hit: TermHit, side: SideView, *, is_source: bool) -> Violation:
    wanted = allowed(hit.concept, side.lang)
    span = side.span(hit.start, hit.end)
    return Violation(
        Message.of("sweden-swedish-term", form=hit.form, terms=wanted),
        source=span if is_source else None,
        target=None if is_source else span,
        evidence=hit.term.text,
        suggestion=Message.of("use-term", term=wanted[0]),
        concept=hit.concept.id,
    )


def _may_be_abroad(hit: TermHit, there: TermHit, side: SideView, other: SideView) -> bool:
    """Whether another country's institution may be meant, or the word something else here."""
    if not hit.certain and not there.certain:
        return True
    if any(speaks_of_abroad(s.words, s.lang) for s in (side, other)):
        return True
    followed = other.text[there.end : there.end + 2].strip()
    return kind(hit.concept.id) == _ABROAD and followed[:1].isupper()


RULES = (
    Rule(
        code="T107",
        slug="sweden-swedish-term",
        severity=Severity.WARNING,
        scope=Scope.UNIT,
        what="An institution of Finland is called what its counterpart in Sweden is called.",
        why="Swedish in Finland has official terms of its own; the other word means another "
        "country's institution.",
        how="Use the term named in the finding; Svenskt lagspråk i Finland and Finlandssvensk "
        "ordbok have more of them.",
        bad=(
            Example("Eduskunta hyväksyi lain.", "Parlamentet godkände lagen."),
            Example("Pääministeri avasi juhlan.", "Premiärministern öppnade festen."),
            Example("Anna henkilötunnuksesi.", "Uppge ditt personnummer."),
            Example("Vårdcentralen är stängd.", "Terveyskeskus on suljettu.", "sv", "fi"),
        ),
        good=(
            Example("Eduskunta hyväksyi lain.", "Riksdagen godkände lagen."),
            Example("Ruotsin pääministeri puhui.", "Sveriges premiärminister talade."),
            Example("Pääministeri avasi juhlan.", "Statsministern öppnade festen."),
            Example("Anna henkilötunnuksesi.", "Uppge din personbeteckning."),
        ),
        check=sweden_swedish_term,
        needs=Evidence.COUNTERPARTS,
    ),
)
