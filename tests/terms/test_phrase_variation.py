"""What a term of several words may look like in a text, where the glossary allows it."""

from pathlib import Path

import pytest

from kielipari.errors import GlossaryError
from kielipari.model import Concept, Term
from kielipari.terms import formats
from kielipari.terms.match import compile_matcher
from kielipari.terms.termbase import load

GREEN = "kestävä siirtymä"
SENTENCES = [
    ("Kestävän siirtymän tuki", ["Kestävän siirtymän"] * 4),
    ("Kestävän vihreän siirtymän tuki", [None, None, "Kestävän vihreän siirtymän", "="]),
    ("Siirtymä kestävä on", [None, "Siirtymä kestävä", None, "="]),
    ("Siirtymä nopea ja kestävä", [None] * 4),
    ("Kestävä ja siirtymä", [None] * 4),
    ("Kestävän, siirtymän", [None] * 4),
    ("Se on kestävä. Siirtymä alkaa.", [None] * 4),
    ("Kestävästä nopean siirtymän", [None] * 4),
]
ALLOWED = ["", "any-order", "one-between", "any-order one-between"]


@pytest.mark.parametrize("column", range(4))
@pytest.mark.parametrize(("text", "found"), SENTENCES)
def test_a_phrase_varies_as_far_as_it_is_allowed_to(
    text: str, found: list[str | None], column: int
) -> None:
    matcher = compile_matcher(
        [Concept("c", (Term(GREEN, "fi", match=ALLOWED[column]),))], "fi", cache=False
    )
    wanted = found[column]
    if wanted == "=":  # as one of the two alone
        wanted = found[1] or found[2]
    assert [hit.form for hit in matcher.find(text)] == ([wanted] if wanted else [])


def test_swedish_phrases_vary_too() -> None:
    concept = Concept("c", (Term("hållbar utveckling", "sv", match="one-between"),))
    matcher = compile_matcher([concept], "sv", cache=False)
    text = "Den hållbara regionala utvecklingen är hållbar, utveckling behövs."
    assert [hit.form for hit in matcher.find(text)] == ["hållbara regionala utvecklingen"]


GLOSSARY = """concept,lang,term,status,pos,domain,definition,note,source,match
c1,fi,kestävä siirtymä,preferred,noun,,,ei nopea,,any-order one-between
c1,fi,vihreä siirtymä,admitted,noun,,,,,one-between
c1,sv,hållbar omställning,preferred,,,,matching: a matter of taste,,
"""


def test_what_is_allowed_survives_the_way_through_tbx(tmp_path: Path) -> None:
    first = formats.read(GLOSSARY.encode(), "a.csv")
    again = formats.read(formats.write(first, "tbx"), "a.tbx")
    assert formats.write(again, "csv").decode() == GLOSSARY
    book = formats.read(formats.write(first, "xlsx"), "a.xlsx")
    assert formats.write(book, "csv").decode() == GLOSSARY
    path = tmp_path / "a.csv"
    path.write_text(GLOSSARY, encoding="utf-8")
    assert load([path, path]).concepts[0].terms[0].match == "any-order one-between"


def test_a_glossary_that_allows_nothing_has_no_such_column() -> None:
    plain = formats.read(b"concept,lang,term\nc1,fi,hanke\n", "a.csv")
    assert b"match" not in formats.write(plain, "csv")


def test_an_unknown_way_to_match_is_refused_with_the_known_ones() -> None:
    with pytest.raises(GlossaryError, match="any-order, one-between or both"):
        formats.read(
            b"concept,lang,term,match\nc1,fi,kest\xc3\xa4v\xc3\xa4 siirtym\xc3\xa4,loose\n", "a.csv"
        )
