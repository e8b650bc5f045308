"""What one word form of a text can be, as far as terms are concerned."""

from typing import NamedTuple

from kielipari.model import Concept, MatchKind, Term
from kielipari.terms.letters import Opens


class Single(NamedTuple):
    """A term of one word that a token is.

    ``doubt`` says that the form can be another word as well, so that the context must tell;
    ``certain`` is False where the form belongs to several concepts, ``fits`` where it can be of
    another part of speech than the glossary gives the term.
    """

    concept: Concept
    term: Term
    how: MatchKind
    base: str
    doubt: bool
    certain: bool
    fits: bool


class Inside(NamedTuple):
    """A term that is a part of a token: ``token[start:end]``."""

    concept: Concept
    term: Term
    how: MatchKind
    start: int
    end: int


class Seen(NamedTuple):
    """What a word form can be: a term, a word that terms stand in, the first word of phrases.

    ``opens`` are what these phrases need.
    """

    single: Single | None
    inside: tuple[Inside, ...]
    opens: Opens | None
    elliptic: bool
