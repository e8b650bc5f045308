"""Parts of speech in the glossary tell homographs apart."""

import pytest

from kielipari.model import Concept, Term
from kielipari.terms.match import compile_matcher


def _found(text: str, lang: str, *terms: tuple[str, str]) -> list[tuple[str, str, bool]]:
    concepts = [Concept(f"{term}-{pos}", (Term(term, lang, pos=pos),)) for term, pos in terms]
    hits = compile_matcher(concepts, lang, cache=False).find(text)
    return [(hit.form, hit.concept.id, hit.certain) for hit in hits]


def test_forms_of_a_number_are_no_tree() -> None:
    tree = ("kuusi", "noun")
    assert _found("Hankkeeseen osallistuu kuuden kaupungin väkeä.", "fi", tree) == []
    assert _found("Kuusen alla on penkki.", "fi", tree) == [("Kuusen", "kuusi-noun", True)]
    assert _found("Pihassa on kuusi.", "fi", tree) == [("kuusi", "kuusi-noun", False)]
    assert _found("Kuuden alla on penkki.", "fi", ("kuusi", "")), "no part of speech, no evidence"


def test_each_of_two_homonyms_gets_its_own_forms() -> None:
    both = ("resa", "noun"), ("resa", "verb")
    assert _found("Hon reser i dag.", "sv", *both) != []
    assert {concept for _, concept, _ in _found("Hon reser i dag.", "sv", *both)} == {"resa-verb"}
    assert _found("Hon reser i dag.", "sv", ("resa", "noun")) == []
    assert _found("Resorna ersätts.", "sv", ("resa", "noun")) == [("Resorna", "resa-noun", True)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Laiva tuli lahteen.", [("lahteen", False)]),
        ("Laiva tuli Lahteen.", [("Lahteen", True)]),
        ("Nyt innokaupunkien", [("innokaupunkien", True)]),
    ],
)
def test_a_town_in_small_letters_may_be_a_bay(text: str, found: list[tuple[str, bool]]) -> None:
    names = ("Lahti", "properNoun"), ("Innokaupungit", "properNoun")
    assert [(form, certain) for form, _, certain in _found(text, "fi", *names)] == found
