"""A quick look at a text says the same whatever was looked at before."""

import pytest

from kielipari.languages import glance
from kielipari.languages.text import runs_of_letters

LANGS = ("fi", "sv", "en")
# Half of the words no table has: two are Swedish by their endings, "vesialue" is Finnish.
PARCEL = "Av registerenhetens vesialue Ahvenlampi vattenlott och Iso Ahvenlammi vattenlott."


def look(text: str) -> tuple[bool, list[str]]:
    """Return whether a text is Swedish beyond doubt, and its strange words."""
    words = frozenset(runs_of_letters(text.lower()))
    found = glance.glance(text, "sv", LANGS, words)
    return found.is_plain, [word.text for word in found.strange]


@pytest.fixture(autouse=True)
def forgetful() -> None:
    glance._native.cache_clear()  # noqa: SLF001 what other tests have looked at


@pytest.mark.parametrize("before", ["", "En vattenlott är ingen strandlott.", PARCEL])
def test_words_met_before_do_not_change_the_answer(before: str) -> None:
    look(before)
    assert look(PARCEL) == (True, ["vesialue"])
    assert look(PARCEL) == (True, ["vesialue"])


def test_a_full_memory_is_emptied_and_answers_as_before(monkeypatch: pytest.MonkeyPatch) -> None:
    texts = ("Katten sover på soffan.", PARCEL, "Hakemus on jätettävä ajoissa.")
    before = [look(text) for text in texts]
    monkeypatch.setattr(glance, "WORDS_KEPT", 2)
    assert [look(text) for text in texts * 2] == before * 2
