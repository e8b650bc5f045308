"""Terms of several glossaries in texts: what a word holds by itself, and what its neighbours tell."""

import marshal

import pytest

from kielipari import languages
from kielipari.checks.analysers import words_of
from kielipari.model import Concept, Term
from kielipari.terms.finder import Finder
from kielipari.terms.match import Matcher, compile_matcher
from kielipari.terms.words import Words


def _matcher(lang: str, *terms: str) -> Matcher:
    concepts = [Concept(term, (Term(term, lang),)) for term in terms]
    return compile_matcher(concepts, lang, cache=False)


def _found(finder: Finder, text: str) -> list[tuple[str, int]]:
    hits = finder.find(text, words_of(text))
    assert [text[hit.start : hit.end] for hit in hits] == [hit.form for hit in hits]
    return [(hit.form, hit.start) for hit in hits]


def test_a_word_is_found_wherever_it_stands() -> None:
    finder = Finder([_matcher("fi", "sopimus")])
    assert _found(finder, "Sopimus on tehty.") == [("Sopimus", 0)]
    assert _found(finder, "Sopimuksia:  (sopimus)\nja vuokrasopimus, sopimus") == [
        ("Sopimuksia", 0),
        ("sopimus", 14),
        ("sopimus", 32),
        ("sopimus", 41),
    ]
    assert _found(finder, "Se on tehty.") == []


@pytest.mark.parametrize(
    ("text", "forms"),
    [
        ("Kestävä siirtymä etenee.", ["Kestävä siirtymä"]),
        ("Tukea kestävään\nsiirtymään", ["siirtymään"]),
        ("Se on kestävä; siirtymä etenee.", ["siirtymä"]),
        ("Kestävä siirtymä, toinen siirtymä ja kestävä", ["Kestävä siirtymä", "siirtymä"]),
        ("Kestävä", []),
    ],
)
def test_a_phrase_takes_the_place_of_its_words(text: str, forms: list[str]) -> None:
    finder = Finder([_matcher("fi", "kestävä siirtymä", "siirtymä")])
    for _ in range(2):  # the second time all its words are known
        assert [form for form, _ in _found(finder, text)] == forms


def test_what_a_half_stands_for_is_told_by_the_words_around_it() -> None:
    finder = Finder([_matcher("fi", "yliopistokaupunki")])
    assert _found(finder, "Yliopisto- ja satamakaupungit") == [("Yliopisto-", 0)]
    assert _found(finder, "Yliopisto- ja satamamaksut") == []
    assert _found(finder, "satamakaupungit ja Yliopisto-") == []


def test_the_users_glossary_goes_before_names() -> None:
    finder = Finder([_matcher("sv", "Helsingfors stad"), _matcher("sv", "Helsingfors", "Åbo")])
    assert _found(finder, "Åbo och Helsingfors stad") == [("Åbo", 0), ("Helsingfors stad", 8)]
    assert _found(finder, "Helsingfors och Åbo") == [("Helsingfors", 0), ("Åbo", 16)]


def test_a_capital_tells_which_term_it_is() -> None:
    finder = Finder([_matcher("fi", "Lahti", "lahti")])
    for word in ("Lahti", "lahti"):
        (hit,) = finder.find(f"{word} on kaunis.", frozenset({"lahti", "on", "kaunis"}))
        assert hit.term.text == word


def test_what_an_earlier_run_met_is_not_analysed_again(monkeypatch: pytest.MonkeyPatch) -> None:
    text = (
        "Kestävä siirtymä on vuokrasopimus, jota Turun kaupungit ja EU-sopimus tukevat:"
        " yliopisto- ja satamakaupungit."
    )

    def make() -> Finder:
        return Finder(
            [
                _matcher("fi", "kestävä siirtymä", "sopimus", "kaupunki", "yliopistokaupunki"),
                _matcher("fi", "Turku"),
            ]
        )

    first, second = make(), make()
    hits = first.find(text, words_of(text))
    assert [hit.form for hit in hits] == [
        "Kestävä siirtymä",
        "sopimus",
        "Turun",
        "kaupungit",
        "sopimus",
        "yliopisto-",
        "kaupungit",
    ]
    found = marshal.loads(marshal.dumps(dict(first.found())))  # noqa: S302  our own
    second.recall(found)
    assert second.found() == found
    assert len(second) == len(first) > 0
    monkeypatch.delattr(Words, "see")
    monkeypatch.delattr(Finder, "_look")
    monkeypatch.setattr(languages.get("fi"), "parts", None)
    assert second.find(text, words_of(text)) == hits


def test_no_glossary_finds_nothing() -> None:
    assert _found(Finder([]), "Sopimus on tehty.") == []


def test_a_long_run_without_spaces_is_read_and_not_kept() -> None:
    finder = Finder([_matcher("fi", "sopimus")])
    text = "sopimus/" * 30_000
    assert len(_found(finder, text)) == 30_000
    assert _found(finder, f"{text} ja sopimus")[-1] == ("sopimus", len(text) + 4)


def test_the_last_part_of_an_adjective_may_be_spelt_as_a_term_by_chance() -> None:
    finder = Finder([_matcher("sv", "nämnd")])
    assert _found(finder, "Ovannämnda beslut fattas av byggnadsnämnden.") == [("nämnden", 36)]
    finder = Finder([_matcher("fi", "vastuullinen")])
    assert _found(finder, "Se on yhteiskuntavastuullinen hanke.") == [("vastuullinen", 17)]
