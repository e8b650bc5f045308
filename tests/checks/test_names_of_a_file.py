"""U104: a brand that a file names again and again is no word left over."""

from file_of_units import findings

SWEDISH_TO_FINNISH = ("sv", "fi")
OTHERS = [
    ("Stripe svarade inte.", "Stripe ei vastannut."),
    ("Betala med Stripe", "Maksa Stripellä"),
    ("Koppla bort Stripe", "Poista Stripe käytöstä"),
]
MIXED = "mixed-language"


def told(*rows: tuple[str, str]) -> list[str]:
    found = findings(*rows, langs=SWEDISH_TO_FINNISH)
    return [f.target.text for f in found if f.rule == MIXED and f.target]


def test_a_name_on_both_sides_of_many_units_is_meant() -> None:
    row = ("Inställningar för Stripe", "Stripen asetukset")
    assert told(row) == ["Stripen asetukset"]
    assert told(row, *OTHERS) == []


def test_a_word_left_over_again_and_again_is_told_all_the_same() -> None:
    rows = [
        (f"Spara {place} när din ansökan är klar.", f"Tallenna {there}, kun ansökan on valmis.")
        for place, there in (("sidan", "sivu"), ("filen", "tiedosto"), ("bilden", "kuva"))
    ]
    assert len(told(*rows, *OTHERS)) == len(rows)
