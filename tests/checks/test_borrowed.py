"""Names of the other language are found with the endings that they got in the text."""

from functools import cache

import pytest

from kielipari import context
from kielipari.checks.analysers import Analysers, words_of


@cache
def analysers() -> Analysers:
    return context.build(context.Settings("fi", "sv")).analysers


def found(text: str, lang: str, other: str) -> list[tuple[str, str]]:
    hits = analysers().borrowed(text, words_of(text), lang, other)
    return [(text[hit.start : hit.end], hit.term.text) for hit in hits]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Mötet hålls i Espoos stadshus.", [("Espoos", "Espoo")]),
        ("Frågor besvaras av Kela:s kundtjänst.", [("Kela:s", "Kela")]),
        ("Tåget går genom Tampere-regionen.", [("Tampere", "Tampere")]),
        ("Mötet hålls i Esbo stadshus, nära Lahtis-vägen.", []),
        ("I Kuopios hamn finns ett kafé.", []),
        ("kela:s och espoos utan versal", []),
    ],
)
def test_finnish_names_in_swedish(text: str, names: list[tuple[str, str]]) -> None:
    assert found(text, "sv", "fi") == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Kokous pidetään Esbossa.", [("Esbossa", "Esbo")]),
        ("Juna kulkee Tammerforsin kautta Åbohon.", [("Tammerforsin", "Tammerfors")]),
        ("FPA:n palvelu on suljettu.", [("FPA:n", "FPA")]),
        ("Kokous pidetään Espoossa ja Nyslott-päivillä.", [("Nyslott", "Nyslott")]),
        ("Matka jatkuu Turusta Helsinkiin.", []),
    ],
)
def test_swedish_names_in_finnish(text: str, names: list[tuple[str, str]]) -> None:
    assert found(text, "fi", "sv") == names
