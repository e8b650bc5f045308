"""From a glossary's term to the words that its mentions are made of.

A term's text may hold more than the term: a qualifier in brackets ("mutualismi (talousteoriat)")
and alternatives between slashes ("kaupunki / kunta").
"""

import re
from collections.abc import Iterator
from itertools import pairwise, permutations
from typing import NamedTuple

from kielipari.languages.base import Language
from kielipari.languages.text import fold
from kielipari.terms import codes

LONGEST_TERM = 40
"""Words; a longer "term" is a sentence that got into the wrong column, and matches as it stands."""

EXACT, AGREE, ANY = 0, 1, 2
"""What a word of a term may look like: only itself, agreeing with the head or itself, anything."""

GAP = ""
"""Stands in a pattern where any one word may stand."""

_SPACES = re.compile(r"\s+")
_SHORTEST_ALTERNATIVE = 3
_SHORTEST_HALF = 4
_MOST_REORDERED = 4
"""Words; of longer phrases there would be more than 24 orders, and hardly any is one."""


class Pattern(NamedTuple):
    """A term as words with roles; ``head`` is the index of the word that others agree with."""

    words: tuple[str, ...]
    roles: tuple[int, ...]
    head: int


def key(word: str) -> str:
    """Return what two spellings of a word share: no case, no hyphens inside, plain apostrophes."""
    folded = fold(word)
    if "-" not in folded:
        return folded
    inner = folded.strip("-")
    start = folded.index(inner) if inner else 0
    end = start + len(inner)
    return folded[:start] + inner.replace("-", "") + folded[end:]


def keys(word: str) -> Iterator[str]:
    """Yield the key of a word, and of what stands after each hyphen inside it.

    Whatever stands in a compound begins at its beginning, at a seam or after a hyphen.
    """
    yield key(word)
    for hyphen in range(1, len(word) - 1) if "-" in word else ():
        if word[hyphen] == "-":
            yield key(word[hyphen + 1 :])


def spellings(text: str) -> Iterator[str]:
    """Yield the texts that a term stands for: without qualifier, each alternative by itself."""
    text = _SPACES.sub(" ", text).strip()
    bare = without_qualifier(text)
    pieces = [piece.strip() for piece in bare.split("/")]
    if len(pieces) > 1 and all(
        len(piece) >= _SHORTEST_ALTERNATIVE and not any(c.isdigit() for c in piece)
        for piece in pieces
    ):
        yield from pieces
    else:
        yield bare


def without_qualifier(text: str) -> str:
    """Return a term without a qualifier in brackets at its end; itself if nothing else is left."""
    if not text.endswith(")"):
        return text
    return text[: text.rfind("(")].strip() or text if "(" in text else text


def patterns(text: str, language: Language, match: str = "") -> Iterator[Pattern]:
    """Yield the patterns of a term: its words, the same written as one word, and what it allows.

    ``match`` is :attr:`kielipari.model.Term.match`.
    """
    allowed = match.split()
    for pattern in _patterns(text, language):
        orders = _orders(pattern) if codes.ANY_ORDER in allowed else (pattern,)
        for order in orders:
            yield order
            if codes.ONE_BETWEEN in allowed:
                yield from _with_gap(order)


def _orders(pattern: Pattern) -> Iterator[Pattern]:
    """Yield a pattern with its words in every order, its own first."""
    places = range(len(pattern.words))
    if len(places) > _MOST_REORDERED:
        yield pattern
        return
    for order in permutations(places):
        words = tuple(pattern.words[place] for place in order)
        roles = tuple(pattern.roles[place] for place in order)
        yield Pattern(words, roles, order.index(pattern.head))


def _with_gap(pattern: Pattern) -> Iterator[Pattern]:
    """Yield a pattern with a gap before each word but the first."""
    for place in range(1, len(pattern.words)):
        words = (*pattern.words[:place], GAP, *pattern.words[place:])
        roles = (*pattern.roles[:place], EXACT, *pattern.roles[place:])
        yield Pattern(words, roles, pattern.head + (place <= pattern.head))


def _patterns(text: str, language: Language) -> Iterator[Pattern]:
    for spelling in spellings(text):
        words = tuple(token.text for token in language.tokenize(fold(spelling)))
        if not any(c.isalnum() for word in words for c in word):
            continue
        if len(words) == 1:
            yield Pattern(words, (ANY,), 0)
            yield from _apart(words[0], language)
            continue
        if len(words) > LONGEST_TERM:
            yield Pattern(words, (EXACT,) * len(words), len(words) - 1)
            continue
        phrase = _phrase(words, language)
        yield phrase
        yield from _of_many(phrase, language)
        if phrase.head == len(words) - 1:
            for apart in _apart(words[-1], language):
                roles = phrase.roles[:-1] + apart.roles
                yield Pattern(words[:-1] + apart.words, roles, len(roles) - 1)
        if all(word.isalpha() for word in words):
            yield Pattern(("".join(words),), (ANY,), 0)


def _of_many(phrase: Pattern, language: Language) -> Iterator[Pattern]:
    """Yield a phrase with its genitive in the plural: maakunnan liitto, maakuntien liitot."""
    for place, word in enumerate(phrase.words[: phrase.head]):
        if phrase.roles[place] != EXACT:
            continue
        plurals = {
            form.text
            for reading in language.readings(word)
            if reading.pos == "noun" and (reading.case, reading.number) == ("gen", "sing")
            for form in language.paradigm(reading.base)
            if form.tag == "gen.plur"
        }
        for plural in sorted(plurals):
            words = (*phrase.words[:place], plural, *phrase.words[place + 1 :])
            yield phrase._replace(words=words)


def _apart(word: str, language: Language) -> Iterator[Pattern]:
    """Yield a compound written as two words: "ekosysteemi sopimus"."""
    if not word.isalpha():
        return
    for parts in language.parts(word)[:1]:
        for before, part in pairwise(parts):
            front, tail = word[: part.start], word[part.start :]
            # "vuoden aika" is a phrase of its own, not vuodenaika written apart.
            plain = before.base == fold(word[before.start : before.end])
            if plain and min(len(front), len(tail)) >= _SHORTEST_HALF:
                yield Pattern((front, tail), (EXACT, ANY), 1)


def _phrase(words: tuple[str, ...], language: Language) -> Pattern:
    inflecting = [i for i, word in enumerate(words) if len(language.paradigm(word)) > 1]
    head = inflecting[-1] if inflecting else len(words) - 1
    roles = [EXACT] * len(words)
    for i in inflecting:
        roles[i] = AGREE
    roles[head] = ANY
    return Pattern(words, tuple(roles), head)
