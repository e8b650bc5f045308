"""Candidates for the glossary from a small parallel text of our own."""

import pytest

from kielipari import languages
from kielipari.terms import formats
from kielipari.terms.association import log_likelihood
from kielipari.terms.extract import Candidate, extract, to_csv
from kielipari.terms.phrases import Phrases

TEXT = [
    ("Kunta teki hankintapäätöksen toukokuussa.", "Kommunen fattade upphandlingsbeslutet i maj."),
    (
        "Hankintapäätös koskee kevyen liikenteen väylää.",
        "Upphandlingsbeslutet gäller en gång- och cykelväg.",
    ),
    ("Kevyen liikenteen väylät rakennetaan kesällä.", "Gång- och cykelvägarna byggs på sommaren."),
    (
        "Tekninen lautakunta käsittelee hankintapäätökset.",
        "Tekniska nämnden behandlar upphandlingsbesluten.",
    ),
    ("Teknisen lautakunnan kokous on avoin.", "Tekniska nämndens möte är öppet."),
    ("Tekniselle lautakunnalle voi antaa palautetta.", "Tekniska nämnden tar emot respons."),
    ("Maa- ja vesirakentaminen alkaa syksyllä.", "Mark- och vattenbyggandet börjar på hösten."),
    ("Maa- ja vesirakentamisesta vastaa kunta.", "För mark- och vattenbyggandet svarar kommunen."),
    (
        "Asemakaavaluonnos on nähtävillä kirjastossa.",
        "Detaljplaneutkastet är framlagt på biblioteket.",
    ),
    (
        "Asemakaavaluonnoksesta voi jättää mielipiteen.",
        "Man kan lämna åsikter om detaljplaneutkastet.",
    ),
    ("Kirjasto on auki joka päivä.", "Biblioteket är öppet varje dag."),
    ("Kirjastossa on myös työtiloja.", "På biblioteket finns också arbetsrum."),
]
ALIGNED = [(source, target, f"kunta.txt:{n}") for n, (source, target) in enumerate(TEXT, 1)]


@pytest.fixture(scope="module")
def candidates() -> tuple[Candidate, ...]:
    return extract(ALIGNED)


def test_compounds_and_phrases_are_paired_in_citation_form(
    candidates: tuple[Candidate, ...],
) -> None:
    pairs = {c.source: c.target for c in candidates}
    assert pairs["hankintapäätös"] == "upphandlingsbeslut"
    assert pairs["asemakaavaluonnos"] == "detaljplaneutkast"
    assert pairs["tekninen lautakunta"] == "tekniska nämnden"
    assert pairs["maa- ja vesirakentaminen"].startswith("mark- och vattenbygg")
    assert "toukokuu" not in pairs


def test_a_candidate_has_figures_and_two_examples(candidates: tuple[Candidate, ...]) -> None:
    one = next(c for c in candidates if c.source == "hankintapäätös")
    assert (one.source_count, one.target_count, one.together) == (3, 3, 3)
    assert 0.8 < one.association <= 1
    assert one.likelihood > 6.63
    assert len(one.examples) == 2
    assert all("ankintapäätö" in example[0] for example in one.examples)


def test_what_the_glossary_has_is_left_out() -> None:
    rows = "concept,lang,term\nx,fi,hankintapäätökset\nx,sv,upphandlingsbeslut\ntekninen-lautakunta,fi,muu\n"
    found = extract(ALIGNED, formats.read(rows.encode(), "g.csv"))
    assert "hankintapäätös" not in {c.source for c in found}
    (board,) = [c for c in found if c.source == "tekninen lautakunta"]
    assert board.concept == "tekninen-lautakunta-2"


def test_the_csv_is_a_glossary_to_append(candidates: tuple[Candidate, ...]) -> None:
    written = to_csv(candidates)
    old = b"concept,lang,term,status,pos,domain,definition,note,source\nkunta,fi,kunta,,,,,,\n"
    found = formats.read(old + written, "g.csv")
    assert len(found) == 1 + len(candidates)
    concept = found.concept("asemakaavaluonnos")
    assert concept is not None
    assert [term.lang for term in concept.terms] == ["fi", "sv"]
    assert "2 shared of 2 and 2 segments" in concept.terms[0].note
    assert "Detaljplaneutkastet är framlagt" in concept.terms[1].note
    assert "kunta.txt:9" in concept.terms[0].source


def test_the_same_texts_give_the_same_bytes(candidates: tuple[Candidate, ...]) -> None:
    assert to_csv(extract(ALIGNED)) == to_csv(candidates)


def test_one_sided_and_empty_texts_give_nothing() -> None:
    assert extract([("Kunta päättää.", "", "a:1"), ("", "Kommunen", "a:2")]) == ()
    assert extract([]) == ()


def test_forms_of_a_phrase_share_a_key() -> None:
    phrases = Phrases(languages.get("fi"))
    texts = ["Julkisissa hankinnoissa säästetään.", "Julkinen hankinta kilpailutetaan."]
    phrases.learn(texts)
    keys = [{phrase.key for phrase in phrases.find(text)} for text in texts]
    assert ("julkinen", "hankinta") in keys[0] & keys[1]


def test_log_likelihood_is_dunnings() -> None:
    # G² of the table 10 / 5 / 5 / 80 by hand: 2·Σ O·ln(O/E)
    assert log_likelihood(10, 15, 15, 100) == pytest.approx(27.41, abs=0.01)
    assert log_likelihood(1, 50, 50, 100) == 0.0


def test_a_name_is_cited_as_it_mostly_stands() -> None:
    aligned = [
        (f"{fi} {verb}.", f"{sv} {told}.", f"a:{n}")
        for n, (fi, sv, verb, told) in enumerate(
            [
                ("Tänään Finanssivalvonta", "I dag valde Finansinspektionen", "päätti", "väg"),
                ("Nyt Finanssivalvonta", "Nu meddelade Finansinspektionen", "ilmoitti", "det"),
                ("Sitten Finanssivalvonta", "Sedan svarade Finansinspektionen", "vastasi", "ja"),
                ("Eilen Finanssivalvonnan", "I går kom Finansinspektionens", "lupa tuli", "lov"),
                ("Kuusi kasvaa", "Granen växer", "metsässä", "i skogen"),
                ("Koivu kasvaa", "Björken växer", "pihalla", "på gården"),
            ]
        )
    ]
    found = {item.source: item.target for item in extract(aligned)}
    assert found["Finanssivalvonta"] == "Finansinspektionen"
