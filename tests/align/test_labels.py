"""Short labels whose neighbours are much alike: which of them has no counterpart."""

from functools import cache

import pytest

from kielipari import align

LABELS = (
    ("Ryhmän nimi", "Gruppens namn"),
    ("Ryhmän kuvaus", "Gruppens beskrivning"),
    ("Jäsen", "Medlem"),
    ("Jäsenet", "Medlemmar"),
    ("Lisää jäsen", "Lägg till medlem"),
    ("Poista jäsen", "Ta bort medlem"),
    ("Jäsen on jo ryhmässä.", "Medlemmen finns redan i gruppen."),
    ("Kurssi", "Kurs"),
    ("Kurssin alkamisaika", "Kursens starttid"),
    ("Kurssin päättymisaika", "Kursens sluttid"),
    ("Kurssi on peruttu", "Kursen är inställd"),
    ("Liitä 1 tiedosto", "Bifoga 1 fil"),
    ("Liitä 3 tiedostoa", "Bifoga 3 filer"),
    ("Tallenna ja sulje", "Spara och stäng"),
    ("Peruuta", "Avbryt"),
)


@cache
def resources() -> align.Resources:
    return align.load_resources("fi", "sv")


@pytest.mark.parametrize("missing", range(len(LABELS)), ids=[one for one, _ in LABELS])
def test_of_two_like_labels_the_one_that_is_missing_is_told(missing: int) -> None:
    source = [one for one, _ in LABELS]
    target = [other for place, (_, other) in enumerate(LABELS) if place != missing]
    found = align.align_lines(source, target, resources())
    assert [bead.source for bead in found.beads if not bead.target] == [(missing,)]
    assert all(len(bead.source) == 1 for bead in found.beads)
