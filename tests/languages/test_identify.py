"""Which language a text is in: the short strings of real pages above all."""

import time

import pytest

from kielipari.languages.identify import identify, language_words


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("female carpenter in the workshop", "en"),
        ("Skip to content", "en"),
        ("Ohjelma julkaistaan syyskuussa.", "fi"),
        ("Läs mera: Koordinering av Innostäder.", "sv"),
        ("Häng med!", "sv"),
        ("Ilmoittaudu mukaan viimeistään perjantaina", "fi"),
        ("Anmäl dig senast på fredag", "sv"),
        ("Please register by Friday", "en"),
        ("KAUPUNGIT", "fi"),
        ("Mitä?", "fi"),
        ("16 ekosysteemisopimusta", "fi"),
        ("Kommunen söker nya lösningar tillsammans med företagen i regionen.", "sv"),
    ],
)
def test_the_language_is_told(text: str, lang: str) -> None:
    assert identify(text).lang == lang


@pytest.mark.parametrize(
    ("text", "never"),
    [
        ("Mitä?", {"sv", "en"}),
        ("Kuka?", {"sv", "en"}),
        ("Miten?", {"sv", "en"}),
        ("KAUPUNGIT", {"sv", "en"}),
        ("Häng med!", {"fi", "en"}),
        ("Läs mera: Koordinering av Innostäder.", {"fi", "en"}),
        ("Innokaupungit", {"sv", "en"}),
        ("Innostäder", {"fi", "en"}),
    ],
)
def test_a_doubtful_text_is_never_given_to_a_wrong_language(text: str, never: set[str]) -> None:
    assert identify(text).lang not in never


@pytest.mark.parametrize(
    "text",
    [
        "",
        "   ",
        "2021–2027",
        "PDF",
        "www.example.org/tietoa",
        "anna@example.org",
        "Helsinki",
        "+358",
    ],
)
def test_names_numbers_and_addresses_carry_no_evidence(text: str) -> None:
    found = identify(text)
    assert found.lang is None


def test_only_the_candidates_are_answered() -> None:
    assert identify("Please register by Friday", ("fi", "sv")).lang in {None, "fi", "sv"}
    assert identify("Anmäl dig senast på fredag", ("sv",)).lang == "sv"


def test_the_answer_repeats() -> None:
    text = "Festival på torget, open air, ohjelma tulossa"
    assert len({identify(text) for _ in range(20)}) == 1


def test_evidence_names_the_words() -> None:
    evidence = dict(identify("Läs mer tästä").evidence)
    assert evidence["fi"] == ("tästä",)
    assert "Läs" in evidence["sv"]


def test_words_of_another_language_are_pointed_at() -> None:
    text = "Läs mer tästä"
    found = {word.text: word.lang for word in language_words(text, ("fi", "sv"))}
    assert found["tästä"] == "fi"
    assert all(text[w.start : w.end] == w.text for w in language_words(text))
    opening = {w.text: w.lang for w in language_words("Öppet klo 18–20", ("fi", "sv"))}
    assert opening["klo"] == "fi"
    assert not any(w.lang == "fi" for w in language_words("Läs mer här", ("fi", "sv")))


def test_a_long_line_without_spaces_is_no_trap() -> None:
    start = time.process_time()
    identify("a" * 300_000)
    identify("@." * 100_000)
    assert time.process_time() - start < 5
