"""How a text falls into runs of letters."""

import re

import pytest

from kielipari.languages.text import runs_of_letters

LETTERS = re.compile(r"[^\W\d_]+")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "älä_tee 3:nnen kerran, vaan 4b",
        "kello 9–17: “så här”… • ja ‘näin’",
        "Džemal Šiškin ja 東京 – ½ m², 5 µg",
        "no\xa0break\x85line\x1cfile\u2028end",
        "??? vad? ja!",
    ],
)
def test_runs_of_letters_are_what_white_space_digits_and_signs_part(text: str) -> None:
    assert runs_of_letters(text) == LETTERS.findall(text)


def test_every_character_of_latin_1_is_a_letter_or_parts_letters() -> None:
    text = "".join(map(chr, range(256)))
    assert runs_of_letters(text) == LETTERS.findall(text)
    assert runs_of_letters(f"{text}–") == LETTERS.findall(text)
