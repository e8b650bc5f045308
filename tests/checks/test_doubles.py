"""One defect gives one finding, though several rules meet it."""

from functools import cache

import pytest

from kielipari import context
from kielipari.audit import audit_pair
from kielipari.checks import RULES
from kielipari.checks.doubles import DOUBLES
from kielipari.model import (
    Block,
    BlockKind,
    Concept,
    Origin,
    Outcome,
    Pair,
    PairResult,
    Segment,
    Severity,
    Term,
    Unit,
)

CONCEPTS = (
    Concept("hakemus", (Term("hakemus", "fi"), Term("ansökan", "sv"))),
    Concept("kela", (Term("Kela", "fi"), Term("FPA", "sv")), domain="name"),
)
ROWS = (
    ("Kirjasto on avoinna kaikille.", "Biblioteket är öppet för alla."),
    ("Kokous pidetään maanantaina.", "Mötet hålls på måndag."),
    ("Kunta maksaa avustuksen.", "Kommunen betalar understödet."),
)


@cache
def judged() -> context.Context:
    return context.build(context.Settings("fi", "sv", CONCEPTS))


def audit(source: str, target: str) -> PairResult:
    def side(text: str, name: str) -> tuple[Segment, ...]:
        block = Block(name, BlockKind.ENTRY, text)
        return (Segment(block, 0, len(text)),) if text else ()

    units = tuple(
        Unit(str(i), side(s, f"s{i}"), side(t, f"t{i}"), Origin.ENTRY, key=str(i))
        for i, (s, t) in enumerate((*ROWS, (source, target)))
    )
    result = audit_pair(Pair("p1", "t.po", "t.po", "fi", "sv", units=units), judged())
    assert not result.problems
    return result


def rules(source: str, target: str) -> list[str]:
    return [f.rule for f in audit(source, target).findings if f.severity is not Severity.INFO]


@pytest.mark.parametrize(
    ("source", "target", "expected"),
    [
        (
            "Museo on avoinna joka päivä. Kurssille otetaan 25 osallistujaa ja maksu on 40 euroa.",
            "Museet är öppet varje dag.",
            ["missing-sentence"],
        ),
        ("Jätä hakemus ajoissa kunnan kirjaamoon.", "Lämna in hakemus i tid.", "T106"),
        ("Kela maksaa tuen hakijalle.", "Kela betalar stödet till sökanden.", "N101"),
        ("Lähetä hakemus", "Lähetä hakemus", ["copied-source"]),
        (
            "Lähetä hakemus viimeistään tiistaina.",
            "Hakemus lähetetään kunnan kirjaamoon heti.",
            ["wrong-language"],
        ),
    ],
)
def test_one_defect_is_one_finding(source: str, target: str, expected: list[str] | str) -> None:
    found = rules(source, target)
    if isinstance(expected, str):
        expected = [rule.slug for rule in RULES if rule.code == expected]
    assert found == expected


def test_two_defects_are_two_findings() -> None:
    found = rules("Kela maksaa tuen 15 päivässä.", "Kela betalar stödet inom 51 dagar.")
    assert sorted(found) == ["number-mismatch", "untranslated-name"]


def test_what_is_left_out_is_not_counted() -> None:
    result = audit("Jätä hakemus ajoissa kunnan kirjaamoon.", "Lämna in hakemus i tid.")
    counted = {slug: counts[Outcome.VIOLATED] for slug, counts in result.outcomes.items()}
    assert counted["term-left-in-source-language"] == 1
    assert not counted.get("term-not-used")


def test_the_table_names_rules() -> None:
    slugs = {rule.slug for rule in RULES}
    for first, _, others in DOUBLES:
        assert {first, *others} <= slugs
        assert first not in others
