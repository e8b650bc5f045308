"""Segments: where a sentence ends in law, on the web and in running text."""

import time

import pytest

from kielipari import segment
from kielipari.model import Block, BlockKind, Document


def cut(text: str, lang: str) -> list[str]:
    return [text[start:end] for start, end in segment.sentences(text, lang)]


@pytest.mark.parametrize(
    ("lang", "sentences"),
    [
        ("fi", ["Museo on suljettu.", "Kahvila on auki."]),
        ("fi", ["Hakemus jätetään 1.1.2021 mennessä.", "Päätös annetaan 24. helmikuuta."]),
        ("fi", ["Katso 1 § 2 mom. ja 6 luku.", "Sitä sovelletaan."]),
        ("fi", ["Esim. opiskelijat voivat hakea tukea.", "Hakuaika on auki."]),
        ("fi", ["Prof. J. K. Virtanen saapui.", "Hän puhui."]),
        ("fi", ["1. Johdanto"]),
        ("fi", ["Lue lisää: www.esimerkki.fi/tuki.", "Soita meille!"]),
        ("fi", ["”Tule mukaan!” hän sanoi.", "Kukaan ei tullut…", "Paitsi yksi."]),
        ("fi", ["Kesä tuli :)", "Uimaan!"]),
        ("fi", ["Kirja nousi viidessä viikossa sijalle 3.", "Se on hyvä."]),
        ("sv", ["Enligt 1 § 2 mom. i lagen gäller detta.", "Se 6 kap. 2 §."]),
        ("sv", ["Den 1. januari trädde lagen i kraft.", "T.ex. barn får stöd."]),
        ("sv", ["Vad kostar det?", "Ingenting!", "(Se sidan två.)", "Välkommen."]),
        ("sv", ["Det finns böcker, tidningar m.m.", "Alla får låna."]),
        ("fi", ["Sopimuksia on 16.", "Ne allekirjoitettiin keväällä."]),
        ("sv", ["Avtalen är 16.", "De undertecknades på våren."]),
        ("fi", ["Juhla on 16. syyskuuta."]),
        ("fi", ["Toimisto on 16. kerroksessa.", "Se on auki."]),
        ("fi", ["1. Se, joka hakee tukea"]),
        ("fi", ["Kaupungit: 1. Kuopio"]),
        ("fi", ["5 artikla 1. Tämä direktiivi tulee voimaan heti."]),
        ("sv", ["Artikel 1. Den som söker stöd ska lämna uppgifterna."]),
        ("sv", ["1. De som söker stöd"]),
        ("xx", ["One sentence.", "Another one."]),
    ],
)
def test_sentences(lang: str, sentences: list[str]) -> None:
    assert cut(" ".join(sentences), lang) == sentences


def test_a_blank_line_ends_a_sentence() -> None:
    assert cut("Otsikko ilman pistettä\n\nja teksti", "fi") == [
        "Otsikko ilman pistettä",
        "ja teksti",
    ]


def test_every_character_is_in_exactly_one_sentence() -> None:
    text = "  Yksi. Kaksi!  (Kolme?) … 4. viisi  \n\n kuusi "
    spans = segment.sentences(text, "fi")
    covered = [place for start, end in spans for place in range(start, end)]
    assert len(covered) == len(set(covered))
    missed = [c for place, c in enumerate(text) if place not in set(covered)]
    assert not "".join(missed).strip()
    assert all(text[start:end] == text[start:end].strip() for start, end in spans)


def test_blocks_become_segments() -> None:
    blocks = (
        Block("1", BlockKind.HEADING, "Mitä? Missä?", level=1),
        Block("2", BlockKind.PARAGRAPH, "Museo on suljettu. Kahvila on auki."),
        Block("3", BlockKind.LIST_ITEM, "Ota kirja. Palauta se ajoissa."),
        Block("4", BlockKind.BUTTON, "OK. Jatka."),
        Block("5", BlockKind.CODE, "a = b. C = d."),
        Block("6", BlockKind.PARAGRAPH, "  "),
        Block("7", BlockKind.PARAGRAPH, "Läs mer här. Det är kl. 18.", lang="sv"),
    )
    found = segment.segment(Document("a.html", "fi", blocks))
    assert [piece.text for piece in found] == [
        "Mitä? Missä?",
        "Museo on suljettu.",
        "Kahvila on auki.",
        "Ota kirja.",
        "Palauta se ajoissa.",
        "OK. Jatka.",
        "a = b. C = d.",
        "Läs mer här.",
        "Det är kl. 18.",
    ]
    assert found[2].block is blocks[1]


@pytest.mark.parametrize("piece", ["a", ". ", ".", "1. ", "A. ", "…”", "\n", " ", ":) "])
def test_a_megabyte_in_one_line_takes_seconds_at_most(piece: str) -> None:
    text = piece * (300_000 // len(piece))
    begin = time.process_time()
    segment.sentences(text, "fi")
    assert time.process_time() - begin < 5
