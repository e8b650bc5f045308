"""How a term is written: what makes it hard to find in a text, and how to write it instead."""

import re
from collections.abc import Iterable

from kielipari.languages.base import Language
from kielipari.model import Term
from kielipari.terms import codes

LONGEST = 100
"""Code points of a term beyond which nobody will find it word for word in a text."""

_SPACES = re.compile(r"\s{2,}|[^\S ]")
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
_APOSTROPHES = "'’ʼ`´‘"
_QUALIFIER = re.compile(r"(?<!\s)\s+\([^()]*\)$")
_ALTERNATIVES = re.compile(r"\s/|/\s|;|[^\W\d]{4}/[^\W\d]{4}")
_PAIRS = (("(", ")"), ("[", "]"), ("{", "}"))


def strip_qualifier(text: str) -> str:
    """Return a term without the bracketed qualifier behind it: ``mutualismi (biologia)``."""
    return _QUALIFIER.sub("", text)


def problem_of(term: Term, tidy: str, language: Language | None) -> str:
    """Return what is wrong with the writing of a term, or an empty string."""
    text = term.text
    found = (
        (_SPACES.search(text), "spaces"),
        (_INVISIBLE.search(text), "invisible-character"),
        (_QUALIFIER.search(text), "qualifier"),
        (_ALTERNATIVES.search(text), "alternatives"),
        (len(text) > LONGEST, "long"),
        (any(text.count(a) != text.count(b) for a, b in _PAIRS), "unpaired-bracket"),
        (_ends_in_punctuation(term.text, language), "punctuation"),
        (tidy != text, "apostrophe"),
        (term.pos and term.pos not in codes.PARTS_OF_SPEECH, "part-of-speech"),
    )
    return next((name for is_so, name in found if is_so), "")


def tidied(text: str, apostrophe: str) -> str:
    """Return the term as it should be written, as far as no judgement is needed."""
    text = _INVISIBLE.sub("", _SPACES.sub(" ", text))
    text = strip_qualifier(text)
    text = re.sub(rf"(?<=\w)[{_APOSTROPHES}](?=\w)", apostrophe, text)
    return text.rstrip(",;: ")


def _ends_in_punctuation(text: str, language: Language | None) -> bool:
    """Whether the term ends in a mark that is no part of it; abbreviations keep their full stop."""
    if text[-1] in ",;:!?":
        return True
    if not text.endswith(".") or "." in text[:-1]:
        return False
    word = text[:-1].rpartition(" ")[2]
    return language is not None and len(word) > 1 and language.knows(word)


def usual_apostrophe(terms: Iterable[Term]) -> str:
    """Return the apostrophe that most terms use; the typographic one where none does."""
    text = "\n".join(term.text for term in terms)
    typographic, straight = (len(re.findall(rf"(?<=\w){mark}(?=\w)", text)) for mark in ("’", "'"))
    return "'" if straight > typographic else "’"
