"""Texts that stop in the middle of a phrase."""

import pytest

from kielipari.languages.unfinished import ends_in_half, is_unfinished


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("Förutsättningar för", "sv"),
        ("namnet på den som", "sv"),
        ("Biljetter och", "sv"),
        ("Budgeten, som godkändes, och anslagen för, och att", "sv"),
        ("Myndigheter som svarar för vägarna, broarna och hamnarna i staden, inom ramen för", "sv"),
        ("Liput ja", "fi"),
        ("tuotteet, jotka", "fi"),
        ("Tickets and", "en"),
    ],
)
def test_something_has_to_follow(text: str, lang: str) -> None:
    assert is_unfinished(text, lang, is_item=False)


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("Förutsättningar för stödet", "sv"),
        ("Budgeten som fullmäktige röstat för", "sv"),
        ("Vad det handlar om", "sv"),
        ("Område I", "sv"),
        ("Tillstånd enligt 12 §", "sv"),
        ("och", "sv"),
        ("euro/de", "sv"),
        ("", "sv"),
        ("Liput myydään ajan mukaan", "fi"),
        ("Tickets sold", "en"),
    ],
)
def test_nothing_needs_to_follow(text: str, lang: str) -> None:
    assert not is_unfinished(text, lang, is_item=False)


@pytest.mark.parametrize(
    ("text", "lang"),
    [("ansökan är ogrundad, eller om", "sv"), ("hakemus on perusteeton; tai", "fi")],
)
def test_an_item_may_lead_to_the_next_one(text: str, lang: str) -> None:
    assert not is_unfinished(text, lang, is_item=True)
    assert is_unfinished(text, lang, is_item=False)


@pytest.mark.parametrize("text", ["Avgifter för installations-,", "Asennus-, huolto-"])
def test_half_a_compound_ends_no_text(text: str) -> None:
    assert ends_in_half(text)


@pytest.mark.parametrize("text", ["Service- och besiktningsrörelse", "1 301 kg-", "A+ – BBB-", ""])
def test_a_hyphen_may_mean_something_else(text: str) -> None:
    assert not ends_in_half(text)
