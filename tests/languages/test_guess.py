"""The sorted word list guesses as taivutin's own tries do, in less memory."""

import pytest

from kielipari import languages
from kielipari.languages.fi.guess import Endings, inflector

taivutin = pytest.importorskip("taivutin")

KNOWN = [
    "kaupunki",
    "sopimus",
    "hanke",
    "nuori",
    "vesi",
    "lumi",
    "teeri",
    "nainen",
    "avoimuus",
    "maa",
    "tie",
    "golf",
    "blues",
]
UNKNOWN = [
    "innokaupunki",
    "ekosyyteemi",
    "mutualisti",
    "zorbu",
    "kämpsä",
    "tiilinen",
    "bloggaus",
    "xyö",
    "rts",
    "kvartetti",
]


def test_the_guesses_are_taivutins_own() -> None:
    ours, own = inflector().arvain, taivutin.Taivutin().arvain
    listed = sorted(own.sanat)[::97]
    odd = [f"{word[: len(word) // 2]}k{word[len(word) // 2 :]}" for word in listed]
    for word in (*KNOWN, *UNKNOWN, *listed, *odd):
        for name in ("arvaa", "arvaa_sointuluokka", "arvaa_astevaihteluluokka"):
            assert getattr(ours, name)(word) == getattr(own, name)(word), (name, word)


def test_of_equal_classes_the_branch_that_was_there_first_decides() -> None:
    endings = Endings({"talo": "1", "silo": "2", "kilo": "2", "valo": "1"})
    assert next(iter(endings.arvojakauma_pisimmälle_yhteiselle_suffiksille("olo"))) == "1"
    assert endings.etsi_pisimmällä_yhteisellä_suffiksilla("rantatalo") == "talo"
    assert endings.etsi_pisimmällä_yhteisellä_suffiksilla("olo") is None


def test_what_was_given_back_is_loaded_again_when_a_word_is_inflected() -> None:
    finnish = languages.get("fi")
    before = finnish.paradigm("teeri")
    finnish.rest()
    finnish.rest()
    assert finnish.paradigm("teeri") == before
