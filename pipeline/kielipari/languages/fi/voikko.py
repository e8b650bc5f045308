"""Voikko's analyses of Finnish words, in one form whatever transducer gave them.

The raw output's tags: ``[Bc]`` ends a part of a compound, ``[Bm]`` a part that the dictionary keeps
together, ``[L…]`` is the word class, ``[S…]`` the case, ``[N…]`` the number, ``[O…]`` the
possessive suffix, ``[F…]`` a clitic, ``[C…]`` the degree, ``[R…]`` a participle, ``[T…]`` the mood,
``[P…]`` the person; ``[Xp]…[X]`` holds the base form, ``[Xj]…[X]`` that of a derivational suffix.
"""

import re
from collections.abc import Iterable
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from kielipari.languages.base import Part, Reading
from kielipari.languages.fi.backends import backend
from kielipari.languages.memory import ANSWERS_KEPT
from kielipari.languages.text import LONGEST_WORD

_CLASSES = {
    "n": "noun",
    "l": "adjective",
    "nl": "adjective",
    "ee": "proper",
    "es": "proper",
    "ep": "proper",
    "em": "proper",
    "t": "verb",
    "a": "abbreviation",
    "s": "adverb",
    "u": "numeral",
    "ur": "numeral",
    "r": "pronoun",
    "c": "conjunction",
    "d": "adposition",
    "k": "verb",
    "h": "other",
    "p": "other",
}
_CASES = {
    "n": "nom",
    "g": "gen",
    "p": "par",
    "es": "ess",
    "tr": "tra",
    "ine": "ine",
    "ela": "ela",
    "ill": "ill",
    "ade": "ade",
    "abl": "abl",
    "all": "all",
    "ab": "abe",
    "ko": "com",
    "in": "ins",
    "sti": "sti",
    "ak": "acc",
}
_NUMBERS = {"y": "sing", "m": "plur"}
_MOODS = {
    "n1": "a-infinitive",
    "n2": "infinitive",
    "n3": "infinitive",
    "n4": "infinitive",
    "n5": "infinitive",
    "t": "finite",
    "e": "finite",
    "k": "imperative",
    "m": "finite",
}
_VOWELS = "aeiouyåäö"
_PIECES = re.compile(r"\[[^\[\]]*\]|[^\[\]]+")
_SEAM = "[Bc]"
_TELLING = frozenset("LSNOFCRTPEA")
"""What tags begin with that say something of the form."""
_BRACKETS = {"[Xp]": "base", "[Xj]": "base", "[Xr]": "other", "[Xs]": "other", "[X]": ""}
"""What the letters after such a tag are; after the last they are the word's own."""


class _Kind(NamedTuple):
    """What the tags of a piece say of it."""

    pos: str
    case: str
    number: str
    features: frozenset[str]
    is_adjective: bool


class _Piece(NamedTuple):
    """What the output says of a part of a compound, or of parts that the dictionary keeps together.

    ``bases`` are pairs of a surface and a base form, ``base`` is that of the whole.
    """

    surface: str
    bases: tuple[tuple[str, str], ...]
    base: str
    kind: _Kind


def analyse(word: str) -> tuple[Reading, ...]:
    """Return every reading of one word as it stands, without looking behind hyphens or colons."""
    return _analyse(word.lower()) if 0 < len(word) <= LONGEST_WORD else ()


@lru_cache(maxsize=ANSWERS_KEPT)
def _analyse(lowered: str) -> tuple[Reading, ...]:
    return read(backend().raw(lowered), lowered)


def read(raw: Iterable[str], word: str) -> tuple[Reading, ...]:
    """Read the transducer's outputs for a word in lower case."""
    outputs = {output for output in raw if output}
    if len(outputs) == 1:
        reading = _parse(outputs.pop(), word)
        return () if reading is None else (reading,)
    fewest = min((output.count(_SEAM) for output in outputs), default=0)
    # A compound of short words beside a simple word is nearly always a chance one:
    # "kuuluvat" is not kuu + lupa, nor "maanantai" maa + nantai.
    found = (_parse(output, word) for output in sorted(outputs) if output.count(_SEAM) == fewest)
    return tuple(dict.fromkeys(reading for reading in found if reading is not None))


def _parse(output: str, word: str) -> Reading | None:
    """Read one output of the transducer."""
    pieces = [_piece(text) for text in output.split(_SEAM) if text]
    spoken = [piece for piece in pieces if piece.surface]
    parts: list[Part] = []
    offset = 0
    for piece in spoken:
        first = piece.surface[0]
        if offset and word[offset - 1] == first and first in _VOWELS:
            return None  # the same vowel on both sides of a seam would be written with a hyphen
        for text, base in piece.bases:
            parts.append(Part(offset, offset + len(text), base))
            offset += len(text)
    if not parts or offset != len(word):
        return None
    last = pieces[-1].kind
    *before, head = spoken
    agreeing = (piece.kind.is_adjective and piece.kind.case == last.case for piece in before)
    front = (p.base if agrees else p.surface for p, agrees in zip(before, agreeing, strict=True))
    return Reading(
        "".join((*front, head.base)),
        "other" if output.endswith(("-[Bh][Bc]", "-[Bc]")) else last.pos,
        tuple(parts),
        last.case,
        last.number,
        last.features | {"derived"} if "[Xj]" in output else last.features,
    )


@lru_cache(maxsize=ANSWERS_KEPT)
def _piece(output: str) -> _Piece:
    """Read what stands between two seams: the same pieces come again in many compounds."""
    tags: dict[str, str] = {}
    surface = done = pending = base = minen = what = ""
    seams: list[int] = []
    for piece in _PIECES.findall(output):
        if piece[0] != "[":
            if what == "base":
                base = piece
            elif not what:
                surface += piece
                pending += piece
        elif piece[1] in _TELLING:
            if piece == "[Tn4]":
                minen = done + pending + "minen"
            _note(tags, piece)
        elif piece in _BRACKETS:
            what = _BRACKETS[piece]
            if what == "base":
                done += pending
                pending = base = ""
        elif piece == "[Bm]":
            seams.append(len(surface))
    whole = minen or (done + (base or pending)).strip("-")
    bases = _bases(surface, whole, seams)
    return _Piece(
        surface,
        bases,
        "".join(base for _, base in bases) if seams else bases[0][1],
        _kind(tuple(tags.items()), is_infinitive=bool(minen)),
    )


def _note(tags: dict[str, str], piece: str) -> None:
    tags[piece[1]] = piece[2:-1]
    if piece[1] == "L":  # what it was derived from is left behind
        for stale in "RTP":
            tags.pop(stale, None)


def _bases(surface: str, whole: str, seams: list[int]) -> tuple[tuple[str, str], ...]:
    """Return the surface and the base form of each part that the dictionary keeps together."""
    if seams:
        edges = [0, *seams, len(surface)]
        names = whole.replace("-", "").lower().split("=")
        if len(names) == len(edges) - 1:
            spans = (surface[a:b] for a, b in pairwise(edges))
            return tuple(zip(spans, names, strict=True))
    return ((surface, whole.replace("=", "").lower()),)


@lru_cache(maxsize=10_000)
def _kind(tags: tuple[tuple[str, str], ...], *, is_infinitive: bool) -> _Kind:
    """Return what a piece's tags say; ``is_infinitive`` is of one in -minen, a noun."""
    told = dict(tags)
    word_class = told.get("L", "")
    pos = _CLASSES.get(word_class, "other")
    if pos == "verb" and is_infinitive:
        pos = "noun"
    if told.get("S") == "sti":
        pos = "adverb"
    features = {
        "participle": "R" in told,
        "comparative": told.get("C") == "c",
        "superlative": told.get("C") == "s",
        "possessive": "O" in told,
        "clitic": "F" in told,
        "verbal-noun": is_infinitive,
        f"person{told.get('P')}": "P" in told,
        _MOODS.get(told.get("T", ""), ""): pos == "verb",
        "past": told.get("A") == "i",
        "negative": told.get("E") == "t",
    }
    return _Kind(
        pos=pos,
        case=_CASES.get(told.get("S", ""), ""),
        number=_NUMBERS.get(told.get("N", ""), ""),
        features=frozenset(name for name, present in features.items() if present and name),
        is_adjective=word_class in {"l", "nl"},
    )
