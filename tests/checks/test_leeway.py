"""What a translator may do with an agreed term, and what not."""

import pytest
from file_of_units import findings

from kielipari.model import Finding

TERMS = (
    ("hakemus", "ansökan"),
    ("asetus", "förordning"),
    ("ministeriö", "ministerium"),
    ("lautakunta", "nämnd"),
    ("valtioneuvosto", "statsråd"),
)


def told(source: str, target: str, source_lang: str = "sv") -> list[Finding]:
    langs = (source_lang, {"fi": "sv", "sv": "fi"}[source_lang])
    found = findings((source, target), langs=langs, terms=TERMS)
    return [finding for finding in found if "term-not-used" in finding.rule]


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("Förfarandet vid ansökan om bygglov", "Rakennusluvan hakumenettely"),
        ("Ansökan om stöd görs skriftligen.", "Tukea haetaan kirjallisesti."),
        ("Förordning om stöd till odlare", "MMMa viljelijöiden tuesta"),
        ("Ministeriet beslutar om stödet.", "STM päättää tuesta."),
        ("Avgift för i 2 § nämnd åtgärd", "Maksu 2 §:ssä mainitusta toimenpiteestä"),
        ("Avgift för ovan nämnd tjänst", "Maksu edellä mainitusta palvelusta"),
    ],
)
def test_another_way_to_say_it_is_no_finding(source: str, target: str) -> None:
    assert not told(source, target)


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("Sökanden lämnar en ansökan till kommunen.", "Hakija jättää kuntaan anomuksen."),
        ("Ministeriet beslutar om stödet.", "Departementti päättää tuesta."),
        ("En nämnd behandlar ärendet.", "Komitea käsittelee asian."),
    ],
)
def test_another_word_is_one(source: str, target: str) -> None:
    assert told(source, target)


def test_a_word_that_renders_the_term_as_surely_as_another_one_stands_for_it() -> None:
    (found,) = told(
        "Valtioneuvoston yhteinen tietohallinto", "Regeringens gemensamma dataadministration", "fi"
    )
    assert ("instead", "Regeringens") in found.message.args


def test_where_every_word_renders_something_else_the_idea_was_left_out() -> None:
    assert not told("Valtioneuvoston päätöksen liite", "Bilaga till beslutet", "fi")
