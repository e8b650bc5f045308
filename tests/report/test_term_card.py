"""The card of a term: three languages, statuses told, examples beside each other where there is room."""

import re

import pytest

from kielipari.report.term_card import render
from kielipari.terms import formats
from kielipari.terms.lookup import LookUp, look_up

GLOSSARY = """concept,lang,term,status,note
c1,fi,ekosysteemisopimus,preferred,
c1,sv,ekosystemavtal,preferred,
c1,sv,ekosystemkontrakt,deprecated,kontrakt är privaträtt
c1,sv,ekosystempakt,admitted,
"""
ALIGNED = [
    ("Ekosysteemisopimus", "Ekosystemavtal", "a.html:1"),
    (
        "Kaupungit solmivat ekosysteemisopimukset valtion kanssa.",
        "Städerna ingår ekosystemavtalen med staten.",
        "a.html:7",
    ),
]


@pytest.fixture
def found() -> LookUp:
    termbase = formats.read(GLOSSARY.encode(), "g.csv")
    return look_up(termbase, "ekosysteemisopimuksissa", ALIGNED)


@pytest.mark.parametrize(
    ("locale", "words"),
    [
        ("en", ("Swedish", "deprecated, do not use", "admitted", "Examples")),
        ("fi", ("Ruotsi", "hylätty, älä käytä", "sallittu", "Esimerkkejä")),
        ("sv", ("Svenska", "frånrådd, använd inte", "tillåten", "Exempel")),
    ],
)
def test_the_card_speaks_three_languages(
    found: LookUp, locale: str, words: tuple[str, ...]
) -> None:
    card = render(found, locale)
    assert [word for word in words if word not in card] == []


def test_a_sentence_is_shown_before_a_heading(found: LookUp) -> None:
    places = re.findall(r"a\.html:\d", render(found))
    assert places == ["a.html:7", "a.html:1"]


def test_in_a_wide_terminal_the_languages_stand_side_by_side(found: LookUp) -> None:
    plain = re.sub(r"\x1b\[\d*m", "", render(found, width=160))
    (line,) = [line for line in plain.splitlines() if "Kaupungit solmivat" in line]
    assert "Städerna ingår" in line
    assert not any("Kaupungit" in x and "Städerna" in x for x in render(found).splitlines())


def test_a_term_that_is_not_to_be_used_says_so_in_its_title() -> None:
    card = render(look_up(formats.read(GLOSSARY.encode(), "g.csv"), "ekosystemkontraktet"))
    assert "ekosystemkontrakt  deprecated, do not use" in re.sub(r"\x1b\[\d*m", "", card)


@pytest.mark.parametrize(("locale", "word"), [("fi", "Lähimmät"), ("sv", "Närmast")])
def test_an_unknown_word_is_answered_in_the_language_too(locale: str, word: str) -> None:
    card = render(look_up(formats.read(GLOSSARY.encode(), "g.csv"), "ekosysteemisopimis"), locale)
    assert f"{word}: ekosysteemisopimus (fi)" in card
