"""What a unit shows at a glance spares calls of checks, and changes nothing of what they say."""

from collections import Counter
from functools import lru_cache

import pytest

from kielipari import context
from kielipari.checks import RULES
from kielipari.checks.base import Evidence, Scope, Violation
from kielipari.checks.evidence import evidence_of
from kielipari.checks.runner import Chosen, Plan
from kielipari.checks.view import UnitView
from kielipari.model import Block, BlockKind, Concept, Origin, Segment, Term, TermStatus, Unit

CONCEPT = Concept(
    "aid",
    (
        Term("avustus", "fi"),
        Term("understöd", "sv"),
        Term("bidrag", "sv", TermStatus.DEPRECATED),
    ),
)
UNIT_RULES = tuple(rule for rule in RULES if rule.scope is Scope.UNIT)
EXAMPLES = sorted(
    {
        (example.source, example.target)
        for rule in UNIT_RULES
        for example in (*rule.bad, *rule.good)
        if (example.source_lang, example.target_lang) == ("fi", "sv")
    }
)
MORE = [
    ("Avustusta haetaan keväällä tästä eteenpäin.", "Bidrag söks på våren"),
    ("Tampereen kaupunki myöntää avustusta.", "Tammerfors stad beviljar understöd."),
    ("Luku 1 ........ 3", "Kapitel 1 … 3"),
    ("Hakemus (ja sen liitteet) on lähetettävä ajoissa", "Ansökan (och dess bilagor ska sändas i"),
    ("Hae heti nyt tänään", "Sök genast och"),
    ("Hae nyt", "Ansök nu och genast, senast på måndag, om du vill få det som du söker"),
    ("<b>Hae</b>", " <b> </b> "),
    ("", "Ansök nu"),
    ("Hae nyt", "  "),
]


@lru_cache(1)
def judge() -> context.Context:
    return context.build(context.Settings("fi", "sv", (CONCEPT,)))


def view(source: str, target: str, origin: Origin) -> UnitView:
    def side(text: str) -> tuple[Segment, ...]:
        return (Segment(Block("1", BlockKind.ENTRY, text), 0, len(text)),) if text else ()

    unit = Unit("1", side(source), side(target), origin=origin)
    return UnitView(unit, "fi", "sv", judge().analysers)


def said(plan: Plan, seen: UnitView) -> Counter[tuple[str, str]]:
    found = Counter((slug, str(outcome)) for slug, outcome in plan.plain)
    for rule in plan.rules:
        for verdict in rule.check(seen):
            told = verdict.message.key if isinstance(verdict, Violation) else str(verdict)
            found[rule.slug, told] += 1
    return found


@pytest.mark.parametrize("origin", [Origin.ENTRY, Origin.ALIGNED])
@pytest.mark.parametrize(("source", "target"), [*EXAMPLES, *MORE])
def test_checks_that_are_not_called_would_have_said_the_same(
    source: str, target: str, origin: Origin
) -> None:
    chosen = Chosen(UNIT_RULES)
    seen = view(source, target, origin)
    spared = said(chosen.given(evidence_of(seen)), seen)
    assert spared == said(chosen.given(None), view(source, target, origin))


def test_a_usual_unit_calls_hardly_any_check() -> None:
    seen = view(
        "Hakemuksen liitteet palautetaan hakijalle.",
        "Bilagorna till ansökan återlämnas till sökanden.",
        Origin.ENTRY,
    )
    plan = Chosen(UNIT_RULES).given(evidence_of(seen))
    assert [rule.code for rule in plan.rules] == ["U106"]
    assert dict(plan.plain)["truncated-translation"] == "satisfied"
    assert not evidence_of(seen) & (Evidence.LENGTH | Evidence.TERMS | Evidence.NAMES)
