"""The checks on values: each rule's examples, one finding for one defect, the right place."""

import pytest

from kielipari.checks import values
from kielipari.checks.analysers import Analysers
from kielipari.checks.base import Example, Rule, Violation
from kielipari.checks.view import UnitView
from kielipari.languages import get
from kielipari.languages.identify import identify
from kielipari.model import (
    Block,
    BlockKind,
    Concept,
    Origin,
    Outcome,
    Segment,
    Severity,
    Term,
    Unit,
)
from kielipari.values import extract

RULES = values.RULES


def view(
    source: str, target: str, languages: tuple[str, str] = ("fi", "sv"), *concepts: Concept
) -> UnitView:
    def side(text: str) -> tuple[Segment, ...]:
        return (Segment(Block("b", BlockKind.ENTRY, text), 0, len(text)),) if text else ()

    analysers = Analysers(get, lambda _text, _lang: (), extract, identify, concepts)
    unit = Unit("1", side(source), side(target), origin=Origin.ENTRY, key="1")
    return UnitView(unit, *languages, analysers)


def violations(seen: UnitView) -> list[tuple[str, Violation]]:
    return [
        (rule.code, verdict)
        for rule in RULES
        for verdict in rule.check(seen)
        if isinstance(verdict, Violation)
    ]


def codes(source: str, target: str, languages: tuple[str, str] = ("fi", "sv")) -> list[str]:
    return [code for code, _ in violations(view(source, target, languages))]


def name(value: object) -> str:
    return value.code if isinstance(value, Rule) else getattr(value, "target", "")[:40]


BAD = [(rule, example) for rule in RULES for example in rule.bad]
GOOD = [(rule, example) for rule in RULES for example in rule.good]


@pytest.mark.parametrize(("rule", "example"), BAD, ids=name)
def test_one_defect_is_one_finding(rule: Rule, example: Example) -> None:
    languages = (example.source_lang, example.target_lang)
    found = codes(example.source, example.target, languages)
    assert found == [rule.code]


@pytest.mark.parametrize(("rule", "example"), GOOD, ids=name)
def test_good_text_is_silent(rule: Rule, example: Example) -> None:
    languages = (example.source_lang, example.target_lang)
    assert codes(example.source, example.target, languages) == [], rule.code


def test_the_finding_points_at_both_values_and_says_what_to_write() -> None:
    ((_, found),) = violations(view("Lippu maksaa 12 euroa.", "Biljetten kostar 21 euro."))
    assert found.source is not None
    assert found.target is not None
    assert found.source.segment.text[found.source.start : found.source.end] == "12 euroa"
    assert found.target.segment.text[found.target.start : found.target.end] == "21 euro"
    assert found.suggestion is not None
    assert found.suggestion.mapping() == {"text": "12 euro"}


@pytest.mark.parametrize(
    ("source", "target", "instead"),
    [
        ("Juhla on 6.12.2026.", "Festen är den 12 juni 2026.", "6 december 2026"),
        ("Avoinna klo 10–18", "Öppet kl. 10–17", "18"),
        ("Lain 32 a §", "32 b § i lagen", "32 a §"),
        ("Paikkoja on 12 500.", "Det finns 12 400 platser.", "12 500"),
        ("Nähdään tiistaina!", "Vi ses på torsdagen!", "tisdagen"),
        ("Soita 09 310 1691.", "Ring 09 310 1692.", "09 310 1691"),
        ("Osuus on 2,5 prosenttia.", "Andelen är 3,5 procent.", "2,5 procent"),
    ],
)
def test_suggestions_are_in_the_targets_form(source: str, target: str, instead: str) -> None:
    ((_, found),) = violations(view(source, target))
    assert found.suggestion is not None
    assert found.suggestion.mapping()["text"] == instead


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("Maksu on 10 mm leveydestä.", "Avgiften gäller en bredd på 1 cm."),
        ("Tuulen nopeus oli 38 metriä sekunnissa.", "Vindhastigheten var 137 km/h."),
        ("Kokous alkoi kahdelta iltapäivällä.", "Mötet började kl. 14."),
        ("Vuosikymmentä myöhemmin", "10 år senare"),
        ("Molemmat hakijat", "De 2 sökandena"),
        ("Yhden kuukauden aikana", "Inom 1 månad"),
        ("Liite II", "Bilaga 2"),
        ("Kasvoi puolitoista prosenttia", "Ökade med 1,5 procent"),
        ("Puolet kunnista", "50 % av kommunerna"),
        ("Vero on 0,57 euroa päivältä.", "Skatten är 57 cent per dag."),
        ("Kaupungissa asuu noin 670 000 ihmistä.", "I staden bor omkring 670 000 människor."),
        ("Vuosina 2021–27", "Åren 2021–2027"),
        ("Asetus 211/92 (211/92)", "Förordning (211/1992)"),
        ("Komission direktiivi 1996/77/EY", "Kommissionens direktiv 96/77/EG"),
        ("helmi-, touko- ja elokuussa", "i februari, maj och augusti"),
        ("Edellä 12 §:ssä tarkoitettu tuki", "Ovannämnda stöd"),
        ("Sunnuntaina sattunut onnettomuus", "Olyckan"),
        ("Noin sata ihmistä", "Ett hundratal människor"),
        ("Kolme kuukautta myöhemmin", "Ett kvartal senare"),
        ("Luvun 3 kohta 2 ja kohta 3", "Punkterna 2 och 3 i kapitel 3"),
        ("Lue www.kela.example/fi", "Läs www.kela.example/sv"),
    ],
)
def test_free_renderings_are_silent(source: str, target: str) -> None:
    assert codes(source, target) == []
    assert codes(target, source, ("sv", "fi")) == []


@pytest.mark.parametrize(
    ("source", "target", "code"),
    [
        ("Kolme prosenttia hinnasta", "6 procent av priset", "V101"),
        ("Kilpailussa oli kahdeksan joukkuetta.", "Nio lag var med i tävlingen.", "V101"),
        ("Maksu on 75 senttiä.", "Avgiften är 70 cent.", "V101"),
        ("1) Hakemus", "2) Ansökan", "V101"),
        ("Kello 9 alkaen ja klo 15", "Från kl. 9 och kl. 16", "V101"),
        ("COVID-19-tilanne", "Covid-18-läget", "V101"),
        ("Laki 1 §, 2 mom. ja 9 §", "Lagens 1 §, 9 mom. och 9 §", "V106"),
        ("Luvun 2 ja 42 artikla", "Artikel 42 och 42", "V106"),
        ("tiistaina 3.3.2026", "tisdag 4.3.2026", "V102"),
        ("Lue www.kunta.example/palvelut/haku", "Läs www.kunta.example/palvelut/hakuu", "V105"),
    ],
)
def test_other_defects(source: str, target: str, code: str) -> None:
    assert code in codes(source, target)


def test_addresses_that_the_glossary_declares_are_each_others() -> None:
    office = Concept(
        "office",
        (Term("kirjaamo@kunta.example", "fi"), Term("registratur@kommun.example", "sv")),
    )
    pair = "Kirjoita: kirjaamo@kunta.example", "Skriv till registratur@kommun.example"
    assert [code for code, _ in violations(view(*pair))] == ["V105"]
    assert violations(view(*pair, ("fi", "sv"), office)) == []


def test_a_wrong_check_digit_in_the_source_is_not_recommended() -> None:
    right, wrong = "0201256-6", "0201265-6"
    ((_, found),) = violations(view(f"Y-tunnus {right}", f"FO-nummer {wrong}"))
    assert found.suggestion is not None
    assert found.suggestion.mapping() == {"text": right}
    ((_, found),) = violations(view(f"Y-tunnus {wrong}", f"FO-nummer {right}"))
    assert found.suggestion is None


def test_three_outcomes() -> None:
    (number,) = (rule for rule in RULES if rule.code == "V101")
    (weekday,) = (rule for rule in RULES if rule.code == "V103")
    assert list(number.check(view("12 kuntaa", "12 kommuner"))) == [Outcome.SATISFIED]
    assert list(number.check(view("Kunta", "Kommun"))) == []
    assert list(weekday.check(view("Lauantaina satoi.", "Det regnade."))) == [Outcome.CANNOT_TELL]
    assert list(number.check(view("12 kuntaa", ""))) == []


def test_no_form_gates() -> None:
    severities = {rule.code: rule.severity for rule in RULES}
    assert severities["V104"] is Severity.INFO
    assert severities["V108"] is Severity.INFO


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("Paikalla oli 4 vartijaa.", "Det var 20 grader varmt."),  # another kind of value
        ("Koulussa on 7 luokkaa ja 31 opettajaa.", "Skolan har 12 klasser och 96 lärare."),
    ],
)
def test_what_merely_stands_nearest_is_not_suggested(source: str, target: str) -> None:
    told = [violation for code, violation in violations(view(source, target)) if code == "V101"]
    assert told
    assert not any(violation.suggestion for violation in told)
