"""What one word form of a text can be, as far as terms are concerned."""

from typing import Any, NamedTuple

from kielipari.model import MatchKind
from kielipari.terms.letters import Opens


class Single(NamedTuple):
    """A term of one word that a token is; ``term`` is its number in the index.

    ``doubt`` says that the form can be another word as well, so that the context must tell;
    ``certain`` is False where the form belongs to several concepts, ``fits`` where it can be of
    another part of speech than the glossary gives the term.
    """

    term: int
    how: MatchKind
    base: str
    doubt: bool
    certain: bool
    fits: bool


class Inside(NamedTuple):
    """A term that is a part of a token: ``token[start:end]``; ``term`` is its number in the index."""

    term: int
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


def packed(seen: Seen | None) -> tuple[Any, ...]:
    """Return what a word form can be as marshal takes it."""
    if seen is None:
        return ()
    single, inside, opens, elliptic = seen
    return (
        () if single is None else (single.term, single.how.value, *single[2:]),
        tuple((part.term, part.how.value, *part[2:]) for part in inside),
        () if opens is None else tuple(opens),
        elliptic,
    )


def unpacked(plain: tuple[Any, ...]) -> Seen | None:
    """Return what :func:`packed` was given."""
    if not plain:
        return None
    single, inside, opens, elliptic = plain
    return Seen(
        Single(single[0], MatchKind(single[1]), *single[2:]) if single else None,
        tuple(Inside(part[0], MatchKind(part[1]), *part[2:]) for part in inside),
        Opens(*opens) if opens else None,
        elliptic,
    )
