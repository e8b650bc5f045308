"""U107 in a file of labels: what is said shorter is whole, what breaks off is not."""

import pytest
from file_of_units import rules

LABELS = [
    ("Tallenna", "Spara"),
    ("Poista valitut", "Ta bort valda"),
    ("Hae", "Sök"),
    ("Lisää uusi", "Lägg till"),
    ("Sulje", "Stäng"),
    ("Kirjaudu ulos", "Logga ut"),
    ("Muokkaa", "Redigera"),
    ("Peruuta", "Avbryt"),
    ("Seuraava sivu", "Nästa sida"),
    ("Lataa tiedosto", "Ladda ner filen"),
    ("Vaihda salasana", "Byt lösenord"),
    ("Näytä kartalla", "Visa på karta"),
    ("Jaa linkki", "Dela länk"),
]
CUT = "truncated-translation"


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("Muutokset tallennettiin onnistuneesti.", "Ändringarna sparades"),
        ("Tyhjennä kaikki kentät ja lataa uudelleen", "Rensa alla fält och sök om"),
        ("Uusi kieli lisätty osaan %(component)s", "Nytt språk i %(component)s"),
        ("Siirry sivulle", "Gå till"),
    ],
)
def test_a_label_may_be_said_in_fewer_words(source: str, target: str) -> None:
    assert CUT not in rules((source, target), *LABELS)


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("Valitse tiedosto, jonka haluat lähettää palveluun.", "Välj den fil som du"),
        ("Poista valitut tiedostot pysyvästi tästä kansiosta", "Ta bort de valda filerna från"),
        ("Kirjautunut käyttäjä voi muokata tätä sivua.", "En inloggad"),
    ],
)
def test_a_label_that_breaks_off_is_told(source: str, target: str) -> None:
    assert CUT in rules((source, target), *LABELS)
