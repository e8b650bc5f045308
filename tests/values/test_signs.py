"""A minus that one language lost, and what may stand for it."""

import pytest

from kielipari.values import extract
from kielipari.values.compare import compare
from kielipari.values.evidence import SideText


def told(source: str, target: str) -> list[tuple[str, str]]:
    sides = (SideText(t, lang, extract(t, lang)) for t, lang in ((source, "fi"), (target, "sv")))
    found = compare(*sides).discrepancies
    return [(d.source.text if d.source else "", d.target.text if d.target else "") for d in found]


@pytest.mark.parametrize(
    ("source", "target", "expected"),
    [
        ("Yöllä on −5 °C.", "På natten är det 5 °C.", ("−5 °C", "5 °C")),
        ("Yöllä on 5 astetta.", "På natten är det -5 grader.", ("5 astetta", "-5 grader")),
        (
            "Tulos oli -3 miljoonaa euroa.",
            "Resultatet var 3 miljoner euro.",
            ("-3 miljoonaa euroa", "3 miljoner euro"),
        ),
        (
            "Hanke maksaa puoli miljardia euroa.",
            "Projektet kostar en miljard euro.",
            ("puoli miljardia", "en miljard"),
        ),
        ("Kaupungissa on miljoona asukasta.", "Staden har två miljoner invånare.", None),
    ],
)
def test_another_amount(source: str, target: str, expected: tuple[str, str] | None) -> None:
    assert told(source, target) == [expected or ("miljoona", "två miljoner")]


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("Yöllä on −5 °C.", "På natten är det –5 °C."),
        ("Yöllä on −5 °C.", "På natten är det 5 minusgrader."),
        ("Yöllä on 5 astetta pakkasta.", "På natten är det -5 grader."),
        ("Tulos oli -3 miljoonaa euroa.", "Underskottet var 3 miljoner euro."),
        ("- 5 euroa päivässä", "5 euro per dag"),
        ("-5 euroa päivässä", "5 euro per dag"),
        ("Varastossa on 10 –15 °C.", "I lagret är det 10–15 °C."),
        ("Hanke maksaa miljoona euroa.", "Projektet kostar en miljon euro."),
        ("Hanke maksaa pari miljoonaa euroa.", "Projektet kostar två miljoner euro."),
        ("Hanke maksaa kaksi ja puoli miljoonaa.", "Projektet kostar 2,5 miljoner."),
    ],
)
def test_the_same_amount(source: str, target: str) -> None:
    assert not told(source, target)
