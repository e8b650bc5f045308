"""Looking words up as people type them."""

from pathlib import Path

import pytest

from kielipari.terms import formats, termbase
from kielipari.terms.lookup import look_up

GLOSSARY = termbase.load([Path(__file__).parents[2] / "glossary"])


@pytest.mark.parametrize(
    ("word", "concept"),
    [
        ("ekosysteemisopimuksissa", "ekosysteemisopimus"),
        ("Innostädernas", "innokaupunki"),
        ("innostädernas", "innokaupunki"),
        ("ekosystemkontraktet", "ekosysteemisopimus"),
        ("julkisissa   hankinnoissa", "julkinen-hankinta"),
        ("TKI-rahoituksen", "tki-rahoitus"),
        ("S:t Michel", "mikkeli"),
        ("ELY-keskuksessa", "ely-keskus"),
        ("ecosystem agreement", "ekosysteemisopimus"),
    ],
)
def test_any_form_in_any_language_finds_its_concept(word: str, concept: str) -> None:
    found = look_up(GLOSSARY, word)
    assert [entry.concept.id for entry in found.entries] == [concept]
    assert not found.nearest


def test_an_entry_tells_what_a_translator_needs() -> None:
    (entry,) = look_up(GLOSSARY, "ekosysteemisopimuksesta").entries
    assert entry.term.text == "ekosysteemisopimus"
    equivalents = dict(entry.equivalents)
    assert [(t.text, t.status) for t in equivalents["sv"]][:2] == [
        ("ekosystemavtal", "preferred"),
        ("ekosystemkontrakt", "deprecated"),
    ]
    assert [lang for lang, _ in entry.definitions] == ["fi", "sv"]
    assert any("private law" in note for note in entry.notes)


def test_examples_stand_side_by_side() -> None:
    corpus = [
        ("Kaupunki rakentaa.", "Staden bygger.", "a:1"),
        (
            "Kaupunkiseutu on allekirjoittanut ekosysteemisopimuksen valtion kanssa.",
            "Regionen.",
            "a:2",
        ),
        ("Ekosysteemisopimukset ovat valmiit.", "Ekosystemavtalen är klara.", "a:3"),
        ("Ekosysteemisopimukset ovat valmiit.", "Ekosystemavtalen är klara.", "b:9"),
    ]
    (entry,) = look_up(GLOSSARY, "ekosystemavtalet", corpus).entries
    assert [example.place for example in entry.examples] == ["a:3", "a:2"]
    first = entry.examples[0]
    assert first.source_span is not None
    assert first.target_span is not None
    assert first.source[slice(*first.source_span)] == "Ekosysteemisopimukset"
    assert first.target[slice(*first.target_span)] == "Ekosystemavtalen"


def test_there_are_five_examples_at_most() -> None:
    corpus = ((f"Hanke {n} alkoi.", f"Projekt {n} inleddes.", f"x:{n}") for n in range(20))
    (entry,) = look_up(GLOSSARY, "hanke", corpus).entries
    assert len(entry.examples) == 5


def test_homonyms_are_all_shown() -> None:
    rows = "concept,lang,term,domain\na,fi,maa,hallinto\na,sv,land,hallinto\nb,fi,maa,luonto\nb,sv,mark,luonto\n"
    found = look_up(formats.read(rows.encode(), "g.csv"), "maassa")
    assert {entry.concept.id for entry in found.entries} == {"a", "b"} or len(found.entries) == 1
    found = look_up(formats.read(rows.encode(), "g.csv"), "maa")
    assert {entry.concept.id for entry in found.entries} == {"a", "b"}


@pytest.mark.parametrize(
    ("word", "near"),
    [
        ("ekosystemsopimus", "ekosysteemisopimus"),
        ("kaupunkiseutuu", "kaupunkiseutu"),
        ("stadsregjon", "stadsregion"),
        ("sopimuksissa", "ekosysteemisopimus"),
    ],
)
def test_an_unknown_word_gets_the_nearest_terms(word: str, near: str) -> None:
    found = look_up(GLOSSARY, word)
    assert not found.entries
    assert near in [term.text for term in found.nearest]


@pytest.mark.parametrize("word", ["", "  ", "xyzzy", "?!", "a" * 5000])
def test_nonsense_finds_nothing(word: str) -> None:
    found = look_up(GLOSSARY, word)
    assert (found.entries, found.nearest) == ((), ())
