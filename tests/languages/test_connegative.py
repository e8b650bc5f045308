"""Finnish verbs that only a negation leaves in their form."""

import pytest

from kielipari.languages.denial import left_bare


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Maksua peritä luvasta, jota ei käytetä.", "peritä"),
        ("Hakemus on tehtävä ajoissa. Tukea myönnetä jälkikäteen.", "myönnetä"),
        ("2) tuote, jota ole pakattu;", "ole"),
        ("3) hakija asian laatu huomioon ottaen saata asiaa vireille;", "saata"),
        ("Jos päätöstä noudateta, asia viedään tuomioistuimeen.", "noudateta"),
    ],
)
def test_a_verb_whose_negation_is_gone(text: str, word: str) -> None:
    found = left_bare(text, "fi")
    assert found is not None
    assert text[slice(*found.span)] == word
    assert not found.is_led


@pytest.mark.parametrize("text", ["1) ole esteellinen;", "– hakija ole täysi-ikäinen,"])
def test_an_item_may_be_led_by_a_negation_before_the_list(text: str) -> None:
    found = left_bare(text, "fi")
    assert found is not None
    assert found.is_led


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("Maksua ei peritä luvasta.", "fi"),
        ("Lupaa ei myönnetä eikä maksua peritä takaisin.", "fi"),
        ("Valitse kuva ja käytä sitä.", "fi"),
        ("Käytä kuvaa sivulla.", "fi"),
        ("Paina sitten painiketta Suorita tai Suorita-painiketta.", "fi"),
        ("Asia on määrätä kerralla.", "fi"),
        ("Kokous koskee kansainvälistä kauppaa.", "fi"),
        ("", "fi"),
        ("Avgift tas inte ut.", "sv"),
    ],
)
def test_nothing_is_amiss(text: str, lang: str) -> None:
    assert left_bare(text, lang) is None
