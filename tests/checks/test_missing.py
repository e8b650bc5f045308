"""D102–D105: what one version of a page says and the other does not."""

from dataclasses import replace
from functools import cache

import pytest

from kielipari import audit, context, ingest
from kielipari.checks import RULES
from kielipari.checks.base import Example, Rule, Scope
from kielipari.model import Finding, Pair, Parity

CODES = {"D102", "D103", "D104", "D105"}
SLUGS = {"missing-section", "missing-sentence", "extra-content", "structure-mismatch"}
PAIR_RULES = [rule for rule in RULES if rule.code in CODES and rule.scope is Scope.PAIR]

FINNISH = """# Kirjasto

Kirjasto on auki arkisin kello 9–18. Lainaaminen on maksutonta.

## Kortti

Kirjastokortin saa esittämällä henkilötodistuksen. Kadonneesta kortista on ilmoitettava heti.

## Varaukset

Varattu aineisto noudetaan viikon kuluessa. Noutamattomasta varauksesta peritään maksu.

## Yhteystiedot

Lisätietoja antaa kirjastonjohtaja Maija Virtanen, puhelin 09 123 4567.
"""
SWEDISH = """# Biblioteket

Biblioteket är öppet vardagar kl. 9–18. Det är avgiftsfritt att låna.

## Kort

Man får bibliotekskortet genom att visa upp ett identitetsbevis. Ett förlorat kort ska genast anmälas.

## Reservationer

Reserverat material ska hämtas inom en vecka. För en reservation som inte hämtats tas det ut en avgift.

## Kontaktuppgifter

Närmare upplysningar ger bibliotekschef Maija Virtanen, telefon 09 123 4567.
"""


@cache
def settings() -> context.Context:
    return context.build(context.Settings("fi", "sv", ()))


def findings(source: str, target: str, parity: Parity = Parity.FULL) -> list[Finding]:
    left = ingest.read(source.encode(), "a.fi.md")
    right = ingest.read(target.encode(), "a.sv.md")
    pair = Pair(
        "p1",
        "a.fi.md",
        "a.sv.md",
        "fi",
        "sv",
        replace(left, lang="fi"),
        replace(right, lang="sv"),
        parity=parity,
    )
    return [f for f in audit.audit_pair(pair, settings()).findings if f.rule in SLUGS]


def rules(source: str, target: str) -> list[str]:
    return [finding.rule for finding in findings(source, target)]


def test_a_whole_translation_is_silent() -> None:
    assert rules(FINNISH, SWEDISH) == []


def test_a_missing_section_is_one_finding() -> None:
    start, end = SWEDISH.index("## Reservationer"), SWEDISH.index("## Kontakt")
    found = findings(FINNISH, SWEDISH[:start] + SWEDISH[end:])
    assert [finding.rule for finding in found] == ["missing-section"]
    arguments = found[0].message.mapping()
    assert arguments["heading"] == "Varaukset"
    assert str(arguments["after"]).startswith("Ett förlorat kort")


def test_a_missing_sentence_tells_where_it_should_stand() -> None:
    found = findings(FINNISH, SWEDISH.replace(" Ett förlorat kort ska genast anmälas.", ""))
    assert [finding.rule for finding in found] == ["missing-sentence"]
    arguments = found[0].message.mapping()
    assert arguments["text"] == "Kadonneesta kortista on ilmoitettava heti."
    assert str(arguments["after"]).startswith("Man får bibliotekskortet")
    assert found[0].source is not None
    assert found[0].source.line == 7
    assert found[0].target is None


def test_what_only_the_translation_says() -> None:
    more = SWEDISH.replace("inom en vecka.", "inom en vecka. Parkeringen är gratis för kunder.")
    found = findings(FINNISH, more)
    assert [finding.rule for finding in found] == ["extra-content"]
    assert found[0].source is None


def test_two_sentences_made_into_one_are_silent() -> None:
    merged = SWEDISH.replace(
        "kl. 9–18. Det är avgiftsfritt att låna.", "kl. 9–18 och det är avgiftsfritt att låna."
    )
    assert rules(FINNISH, merged) == []


def test_sections_in_another_order_are_silent() -> None:
    start, end = SWEDISH.index("## Kort"), SWEDISH.index("## Reservationer")
    last = SWEDISH.index("## Kontakt")
    moved = SWEDISH[:start] + SWEDISH[end:last] + SWEDISH[start:end] + SWEDISH[last:]
    assert rules(FINNISH, moved) == []


def test_an_abridged_version_may_leave_out() -> None:
    start, end = SWEDISH.index("## Reservationer"), SWEDISH.index("## Kontakt")
    assert findings(FINNISH, SWEDISH[:start] + SWEDISH[end:], Parity.ABRIDGED) == []


def test_another_heading_level() -> None:
    found = findings(FINNISH, SWEDISH.replace("## Kort", "### Kort"))
    assert [finding.rule for finding in found] == ["structure-mismatch"]


def named(value: object) -> str:
    return value.code if isinstance(value, Rule) else ""


@pytest.mark.parametrize(
    ("rule", "example"), [(r, e) for r in PAIR_RULES for e in r.bad], ids=named
)
def test_bad_examples_of_pairs(rule: Rule, example: Example) -> None:
    assert rule.slug in rules(example.source, example.target)


@pytest.mark.parametrize(
    ("rule", "example"), [(r, e) for r in PAIR_RULES for e in r.good], ids=named
)
def test_good_examples_of_pairs(rule: Rule, example: Example) -> None:
    assert rule.slug not in rules(example.source, example.target)
