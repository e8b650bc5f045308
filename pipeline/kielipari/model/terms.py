"""The glossary: concepts with their terms, and the mentions of them in a text."""

from dataclasses import dataclass, field
from enum import StrEnum


class TermStatus(StrEnum):
    """TBX's administrative status, ISO 30042:2019."""

    PREFERRED = "preferred"
    ADMITTED = "admitted"
    DEPRECATED = "deprecated"
    SUPERSEDED = "superseded"

    @property
    def is_allowed(self) -> bool:
        """Whether a text may use the term."""
        return self in _ALLOWED


_ALLOWED = frozenset({TermStatus.PREFERRED, TermStatus.ADMITTED})


@dataclass(frozen=True, slots=True)
class Term:
    """One designation of a concept in one language; ``line`` is its row in the file, 0 if none.

    ``locale`` is the language code as the file has it where that says more than ``lang``
    (``sv-FI``); ``path`` is the file, and two equal terms of two files are the same value.
    ``match`` says what else a phrase may look like in a text: ``any-order`` of its words,
    ``one-between`` two of them, both with a space between, or nothing.
    """

    text: str
    lang: str
    status: TermStatus = TermStatus.PREFERRED
    pos: str = ""
    definition: str = ""
    note: str = ""
    source: str = ""
    line: int = 0
    locale: str = ""
    path: str = field(default="", compare=False)
    match: str = ""


@dataclass(frozen=True, slots=True)
class Concept:
    """A concept with all its terms, in the order of the glossary."""

    id: str
    terms: tuple[Term, ...]
    definition: str = ""
    domain: str = ""
    note: str = ""
    source: str = ""
    uri: str = ""

    def in_language(self, lang: str) -> tuple[Term, ...]:
        """Return the concept's terms in one language."""
        return tuple(term for term in self.terms if term.lang == lang)


class MatchKind(StrEnum):
    """How a stretch of text shows a term."""

    EXACT = "exact"
    INFLECTED = "inflected"
    COMPOUND_HEAD = "compound-head"
    COMPOUND_MODIFIER = "compound-modifier"

    @property
    def is_compound(self) -> bool:
        """Whether the term is a part of a longer word."""
        return self in _COMPOUND


_COMPOUND = frozenset({MatchKind.COMPOUND_HEAD, MatchKind.COMPOUND_MODIFIER})


@dataclass(frozen=True, slots=True)
class TermHit:
    """A mention of a term; ``certain`` is False where the form has another reading as well."""

    concept: Concept
    term: Term
    start: int
    end: int
    form: str
    how: MatchKind
    certain: bool = True
