"""One English word in a label is a loan where the file's own sentences have it, else left over."""

from file_of_units import rules

LABEL = ("Laiteohjelmisto", "Firmware")
SENTENCE = (
    "Laiteohjelmiston päivitys on valmis.",
    "Firmwareuppdateringen är klar och kan startas.",
)
OTHER = ("Laite on valmis.", "Enheten är klar.")


def test_a_loan_of_the_file_is_no_other_language() -> None:
    assert "wrong-language" not in rules(LABEL, SENTENCE, OTHER)


def test_an_english_word_that_no_sentence_has_is_told() -> None:
    assert "wrong-language" in rules(LABEL, OTHER)


def test_an_english_sentence_makes_no_loan_of_its_words() -> None:
    english = ("Päivitä laiteohjelmisto nyt.", "Update the firmware of your device now.")
    assert rules(LABEL, english, OTHER).count("wrong-language") == 2


def test_a_word_beside_words_that_render_the_source_is_none_either() -> None:
    assert "wrong-language" not in rules(("Poista piirustus", "Ta bort blueprint"), OTHER)
