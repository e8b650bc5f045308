"""Voikko's analyses of Finnish words, from libvoikko or from pyvoikko, in one form.

Both carry the same transducer (the Malaga-free "VFST" dictionary, https://voikko.puimula.org), so
its raw output is read here once, and the two answer alike. Tags: ``[Bc]`` ends a part of a
compound, ``[Bm]`` a part that the dictionary keeps together, ``[L…]`` is the word class, ``[S…]``
the case, ``[N…]`` the number, ``[O…]`` the possessive suffix, ``[F…]`` a clitic, ``[C…]`` the
degree, ``[R…]`` a participle, ``[T…]`` the mood, ``[P…]`` the person; ``[Xp]…[X]`` holds the base
form, ``[Xj]…[X]`` that of a derivational suffix.
"""

import os
import re
from collections.abc import Iterable
from functools import cache, lru_cache
from itertools import pairwise
from typing import Protocol

from kielipari.errors import UsageError
from kielipari.languages.base import Part, Reading
from kielipari.languages.text import LONGEST_WORD

ENVIRONMENT_VARIABLE = "KIELIPARI_VOIKKO"
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


class Backend(Protocol):
    """What gives the transducer's raw output."""

    name: str

    def raw(self, word: str) -> list[str]:
        """Return the transducer's outputs for a word in lower case, in any order."""

    def accepts(self, word: str) -> bool:
        """Whether a word in lower case is in the dictionary as it is written, names left out."""


class Libvoikko:
    """The shared library through its own Python wrapper."""

    name = "libvoikko"

    def __init__(self) -> None:
        import libvoikko  # noqa: PLC0415  loads a shared library; only where Finnish is read

        self._voikko = libvoikko.Voikko("fi")

    def raw(self, word: str) -> list[str]:
        """See :class:`Backend`."""
        return [analysis.get("FSTOUTPUT", "") for analysis in self._voikko.analyze(word)]

    def accepts(self, word: str) -> bool:
        """See :class:`Backend`; half the time of an analysis."""
        return bool(self._voikko.spell(word))


class Pyvoikko:
    """The same dictionary in a transducer that pip installs, run by kfst-rs."""

    name = "pyvoikko"

    def __init__(self) -> None:
        import pyvoikko  # noqa: PLC0415  takes a second; only where Finnish is read
        from kfst import TokenizationException  # noqa: PLC0415  comes with pyvoikko

        self._transducer = pyvoikko.VOIKKO_FST
        self._refused: type[Exception] = TokenizationException

    def raw(self, word: str) -> list[str]:
        """See :class:`Backend`."""
        try:
            return [output for output, _weight in self._transducer.lookup(word)]
        except self._refused:
            return []

    def accepts(self, word: str) -> bool:
        """See :class:`Backend`."""
        return any(not _NAME.search(output) or "[D" in output for output in self.raw(word))


# Classes of names (first, other, family, place) and of acronyms, which have capitals; what is
# derived from a name ([D…], "turkulainen") has none.
_NAME = re.compile(r"\[L(?:ee|em|es|ep|a)\]")


@cache
def backend() -> Backend:
    """Return the backend: what the environment variable forces, else libvoikko, else pyvoikko.

    Raises UsageError where the variable names neither, or names libvoikko and the shared library
    or its Finnish dictionary is not there.
    """
    wish = os.environ.get(ENVIRONMENT_VARIABLE, "").strip().lower()
    if wish not in {"", "libvoikko", "pyvoikko"}:
        raise UsageError(f"{ENVIRONMENT_VARIABLE} is “{wish}”; set it to libvoikko or pyvoikko")
    if wish != "pyvoikko":
        try:
            return Libvoikko()
        except Exception as error:
            # The wrapper raises OSError without the library, VoikkoException without a
            # dictionary, and AttributeError with a library older than itself.
            if wish == "libvoikko":
                raise UsageError(
                    f"libvoikko or its Finnish dictionary is not installed ({error}); "
                    f"install both, or unset {ENVIRONMENT_VARIABLE} to use pyvoikko"
                ) from error
    return Pyvoikko()


def analyse(word: str) -> tuple[Reading, ...]:
    """Return every reading of one word as it stands, without looking behind hyphens or colons."""
    return _analyse(word.lower()) if 0 < len(word) <= LONGEST_WORD else ()


@lru_cache(maxsize=200_000)
def _analyse(lowered: str) -> tuple[Reading, ...]:
    return read(backend().raw(lowered), lowered)


def read(raw: Iterable[str], word: str) -> tuple[Reading, ...]:
    """Read the transducer's outputs for a word in lower case."""
    outputs = {output for output in raw if output}
    fewest = min((output.count("[Bc]") for output in outputs), default=0)
    readings: dict[Reading, None] = {}
    for output in sorted(outputs):
        # A compound of short words beside a simple word is nearly always a chance one:
        # "kuuluvat" is not kuu + lupa, nor "maanantai" maa + nantai.
        if output.count("[Bc]") > fewest:
            continue
        reading = _parse(output, word)
        if reading is not None:
            readings[reading] = None
    return tuple(readings)


def _parse(output: str, word: str) -> Reading | None:
    """Read one output of the transducer."""
    parts: list[Part] = []
    front = ""
    tags: dict[str, str] = {}
    agreeing: list[tuple[str, str, dict[str, str]]] = []
    offset = 0
    for pieces in _compound_parts(_PIECES.findall(output)):
        surface, bases, tags = _part(pieces)
        if not surface:
            continue
        if offset and word[offset - 1] == surface[0] and surface[0] in _VOWELS:
            return None  # the same vowel on both sides of a seam would be written with a hyphen
        agreeing.append((surface, "".join(base for _, base in bases), tags))
        for text, base in bases:
            parts.append(Part(offset, offset + len(text), base))
            offset += len(text)
    if not parts or offset != len(word):
        return None
    front = "".join(
        base if part.get("L") in {"l", "nl"} and part.get("S") == tags.get("S") else surface
        for surface, base, part in agreeing[:-1]
    )
    return _reading(front + agreeing[-1][1], tuple(parts), tags, output)


def _compound_parts(pieces: list[str]) -> list[list[str]]:
    parts: list[list[str]] = [[]]
    for piece in pieces:
        if piece == "[Bc]":
            parts.append([])
        else:
            parts[-1].append(piece)
    return [part for part in parts if part]


def _part(pieces: list[str]) -> tuple[str, list[tuple[str, str]], dict[str, str]]:
    """Return a part's surface, its sub-parts with base forms, and its last tags."""
    tags: dict[str, str] = {}
    surface = done = pending = base = ""
    skipping = naming = False
    seams: list[int] = []
    for piece in pieces:
        if piece in {"[Xp]", "[Xj]"}:
            done += pending
            pending = base = ""
            naming = True
        elif piece in {"[Xr]", "[Xs]"}:
            skipping = True
        elif piece == "[X]":
            naming = skipping = False
        elif piece == "[Bm]":
            seams.append(len(surface))
        elif piece.startswith("["):
            _note(tags, piece, done + pending)
        elif naming:
            base = piece
        elif not skipping:
            surface += piece
            pending += piece
    whole = (done + (base or pending)).strip("-") if not tags.get("minen") else tags["minen"]
    names = whole.replace("-", "").split("=") if seams else [whole.replace("=", "")]
    edges = [0, *seams, len(surface)]
    if len(names) != len(edges) - 1:
        return surface, [(surface, whole.replace("=", "").lower())], tags
    spans = [surface[a:b] for a, b in pairwise(edges)]
    return surface, list(zip(spans, (name.lower() for name in names), strict=True)), tags


def _note(tags: dict[str, str], piece: str, before: str) -> None:
    name, value = piece[1:2], piece[2:-1]
    if name == "T" and value == "n4":
        tags["minen"] = before + "minen"
    if name in "LSNOFCRTPEA":
        tags[name] = value
    if name == "L":
        for stale in "RTP":
            tags.pop(stale, None)


def _reading(
    base: str, parts: tuple[Part, ...], tags: dict[str, str], output: str
) -> Reading | None:
    pos = _CLASSES.get(tags.get("L", ""), "other")
    if pos == "verb" and "minen" in tags:
        pos = "noun"
    if "S" in tags and tags["S"] == "sti":
        pos = "adverb"
    if output.endswith(("-[Bh][Bc]", "-[Bc]")):
        pos = "other"
    features = [
        name
        for name, present in (
            ("participle", "R" in tags),
            ("comparative", tags.get("C") == "c"),
            ("superlative", tags.get("C") == "s"),
            ("possessive", "O" in tags),
            ("clitic", "F" in tags),
            ("verbal-noun", "minen" in tags),
            (f"person{tags.get('P')}", "P" in tags),
            (_MOODS.get(tags.get("T", ""), ""), "T" in tags and pos == "verb"),
            ("past", tags.get("A") == "i"),
            ("negative", tags.get("E") == "t"),
            ("derived", "[Xj]" in output),
        )
        if present and name
    ]
    return Reading(
        base=base,
        pos=pos,
        parts=parts,
        case=_CASES.get(tags.get("S", ""), ""),
        number=_NUMBERS.get(tags.get("N", ""), ""),
        features=frozenset(features),
    )
