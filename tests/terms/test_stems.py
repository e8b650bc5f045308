"""Which words are analysed for terms: few, and every one that can hold a term."""

import csv
import json
import random
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from kielipari.checks.analysers import words_of
from kielipari.model import Concept, Term
from kielipari.terms import formats
from kielipari.terms.finder import Finder
from kielipari.terms.match import Matcher, compile_matcher
from kielipari.terms.stems import pattern, stems_of
from kielipari.terms.words import Words

ROOT = Path(__file__).parents[2]
DATA = ROOT.parent / "shared" / "data"
TEXTS = 250  # of law, and as many of news


def _matcher(lang: str, *terms: str) -> Matcher:
    concepts = [Concept(term, (Term(term, lang),)) for term in terms]
    return compile_matcher(concepts, lang, cache=False)


def _found(matcher: Matcher, text: str) -> list[str]:
    """Return the forms met in a text that the filter lets through."""
    return [hit.form for hit in Finder([matcher]).find(text, words_of(text))]


@pytest.mark.parametrize(
    ("lang", "term", "text", "form"),
    [
        ("fi", "vuosi", "Kurssi alkaa ensi lukuvuonna.", "vuonna"),
        ("fi", "kunta", "Päätöksen tekee lähikunnan valtuusto.", "kunnan"),
        ("fi", "soveltaminen", "Soveltamisala on laaja.", "Soveltamis"),
        ("sv", "högskola", "Han arbetar med högskoleutbildning.", "högskole"),
        ("fi", "tutkimus", "Se on tärkeää tutkimus- ja kehitystyölle.", "tutkimus"),
        ("fi", "T&K", "Yritysten T&K-toiminta kasvaa.", "T&K"),
        ("fi", "Uusimaa", "Se koskee Itä-Uudenmaan kuntia.", "Uudenmaan"),
        ("fi", "Kangasala", "Kokous on Kangasalla.", "Kangasalla"),
    ],
)
def test_a_stem_that_changes_is_met_inside_a_compound(
    lang: str, term: str, text: str, form: str
) -> None:
    assert _found(_matcher(lang, term), text) == [form]


def test_other_words_are_told_by_their_letters() -> None:
    matcher = _matcher("fi", "innovaatio", "ekosysteemisopimus")
    assert matcher.screen is not None
    assert not any(map(matcher.screen.may_be, words_of("Kirjasto on avoinna.")))


def test_stems_are_what_the_forms_share_and_what_alternates() -> None:
    assert set(stems_of(["kunta", "kunnan", "kuntaa", "kunnassa"])) == {"kunt", "kunn"}
    found = re.compile(pattern(stems_of(["kunta", "kunnan", "kuntaa"]))).search
    assert found("lähikunnalla")
    assert not found("kuningas")


def test_a_pattern_of_no_stems_matches_nothing() -> None:
    assert not re.compile(pattern(())).search("kunta")


def test_a_phrase_needs_its_second_word_too() -> None:
    matcher = _matcher("fi", "julkinen hankinta")
    assert _found(matcher, "Julkisissa hankinnoissa on sääntöjä.") == ["Julkisissa hankinnoissa"]
    assert _found(matcher, "Se on julkista tietoa.") == []


def test_a_name_whose_first_part_inflects_is_met() -> None:
    assert _found(_matcher("fi", "Uusimaa"), "Tulos koskee Uudenmaankin kuntia.") == [
        "Uudenmaankin"
    ]


def _texts() -> Iterator[tuple[str, str]]:
    law = (DATA / "finlex" / "dev.jsonl").read_text(encoding="utf-8").splitlines()
    for line in law[:: len(law) // TEXTS]:
        yield json.loads(line)["fi"], json.loads(line)["sv"]
    news = (DATA / "ntrex" / "dev.tsv").read_text(encoding="utf-8").splitlines()
    for line in news[:: max(1, len(news) // TEXTS)]:
        _, finnish, swedish = line.split("\t")
        yield finnish, swedish


def _project() -> tuple[Concept, ...]:
    path = ROOT / "glossary" / "innokaupungit.csv"
    return formats.read(path.read_bytes(), path.name).concepts


def _yso() -> tuple[Concept, ...]:
    with (DATA / "yso" / "yso-fi-sv.tsv").open(encoding="utf-8") as file:
        rows = list(csv.reader(file, delimiter="\t"))[1:]
    chosen = random.Random(1).sample(rows, 500)  # noqa: S311 nothing secret
    return tuple(Concept(row[0], (Term(row[1], "fi"), Term(row[2], "sv"))) for row in chosen)


@pytest.mark.skipif(not DATA.exists(), reason="the shared data (../shared) is not here")
@pytest.mark.parametrize("glossary", [_project, _yso])
def test_no_mention_is_lost(glossary: object, monkeypatch: pytest.MonkeyPatch) -> None:
    assert callable(glossary)
    concepts, texts = glossary(), list(_texts())

    filtered, plain = [], []
    for place, lang in enumerate(("fi", "sv")):
        finder = Finder([compile_matcher(concepts, lang)])
        filtered += [finder.find(pair[place], words_of(pair[place])) for pair in texts]
    monkeypatch.setattr(Words, "screen", None)
    for place, lang in enumerate(("fi", "sv")):
        matcher = compile_matcher(concepts, lang)
        plain += [matcher.find(pair[place]) for pair in texts]
    assert filtered == plain
    assert any(filtered)
