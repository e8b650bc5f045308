"""What a side says that may stand for a value of the other side."""

import re
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from kielipari.languages.text import runs_of_letters
from kielipari.values.agree import (
    COMPOSITE,
    LETTERS,
    MEASURED,
    PIECES,
    agree,
    identity,
    lacks_day,
)
from kielipari.values.digits import marker
from kielipari.values.lexicon import Sort, lexicon
from kielipari.values.model import Value, ValueKind
from kielipari.values.units import UNITS

_NUMERALS = "I II III IV V VI VII VIII IX X XI XII XIII XIV XV XVI XVII XVIII XIX XX"
_ROMAN = {numeral: str(value) for value, numeral in enumerate(_NUMERALS.split(), start=1)}
_ROMAN_NUMERAL = re.compile(rf"\b(?:{'|'.join(sorted(_ROMAN, key=len, reverse=True))})\b")
_SUPERSCRIPT = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_RAISED = re.compile(r"[⁰¹²³⁴⁵⁶⁷⁸⁹]+")
_GLUED = re.compile(
    r"\d(?<=[a-zåäö]{4}\d)\d*(?:[.,]\d+)?"
)  # a space was forgotten: vähintään135 °C
_SHORTEST_PART, _LONGEST_PART = 3, 24  # of the beginnings of words that speak of a number
_HALF_A_DAY = 12  # hours
_HALF_AN_HOUR = "30"
_LONGEST_UNIT = 30  # letters that a compound ends in
_NEAR = 12  # characters before a month
_EDGES = frozenset({"1", "28", "29", "30", "31"})  # of a month: 1.5.–30.9. are May to September
_LONGEST_SEARCHED = 20_000  # characters of a text that is searched for each date of the other


class SideText(NamedTuple):
    """One side: its text, its language and its values."""

    text: str
    lang: str
    values: tuple[Value, ...]

    def has(self, kind: ValueKind) -> bool:
        """Whether the side has any value of a kind."""
        return any(v.kind is kind for v in self.values)

    def shows(self, text: str) -> bool:
        """Whether the very digits stand here, read as something else: "kohta 2.5." and "2.5"."""
        bare = text.rstrip(".")
        if len(self.text) > _LONGEST_SEARCHED or bare not in self.text:
            return False
        return re.search(rf"(?<![\d.]){re.escape(bare)}(?!\d)", self.text) is not None

    def refers_back(self) -> bool:
        """Whether a word of the side may stand for a reference: "the said section"."""
        return _refers_back(self.text, self.lang)

    def measures(self, dimension: str, *, alone: bool = False) -> bool:
        """Whether a word of the side measures in the dimension: "two-metre", or "a" before "metre".

        With ``alone`` the unit by itself does.
        """
        known = lexicon(self.lang)
        words = runs_of_letters(self.text.lower())
        return any(
            word[i:] in known.units and UNITS[known.units[word[i:]]][0] == dimension
            for before, word in pairwise(("", *words))
            for i in (
                *range(max(_SHORTEST_PART, len(word) - _LONGEST_UNIT), len(word) - 2),
                *((0,) if alone or before in known.vague else ()),
            )
        )


@lru_cache(maxsize=2)
def _refers_back(text: str, lang: str) -> bool:
    known = lexicon(lang).referring
    return any(word.startswith(known) for word in runs_of_letters(text.lower()))


class Evidence:
    """What a side says that may stand for a value of the other side."""

    def __init__(self, side: SideText) -> None:
        self._side = side
        self._identities = {identity(v) for v in side.values}
        self._numbers = {v.number for v in side.values if v.number}
        self._pieces: set[str] = set()
        for value in side.values:
            if value.kind in COMPOSITE or "." in value.text or value.certain is False:
                self._pieces |= _pieces(value)
        self._pieces |= {p.lstrip("0") or "0" for p in PIECES.findall(marker(side.text))}
        self._all_pieces = self._pieces | {n for n in self._numbers if n.isdigit()}
        self._vague: set[str] | None = None

    def explains(self, value: Value) -> bool:
        """Whether the side has the value after all: repeated, split up, in words."""
        if identity(value) in self._identities:
            return True
        if value.kind in MEASURED:
            return self._has_amount(value)
        if value.kind is ValueKind.DATE and (self._covers(value) or self._side.has(ValueKind.DATE)):
            return self._covers(value) or self._has_day(value)
        if value.number and value.number in self._numbers:
            return True
        return not self._has_other_letter(value.number) and (
            self._has_pieces(value)
            or (value.kind is ValueKind.TIME and self._has_hour(value))
            or (bool(value.number) and value.number in self._in_words())
        )

    def _has_pieces(self, value: Value) -> bool:
        """Whether 40.2 is 40 and 2 here, or 40 a part of 40.2; but 2.0.1 is no 2.1.0."""
        dots = value.number.count(".")
        if dots > 1 and any(number.count(".") == dots for number in self._numbers):
            return False
        pieces = _pieces(value)
        return bool(pieces) and pieces <= (
            self._all_pieces if value.kind in COMPOSITE else self._pieces
        )

    def _has_amount(self, value: Value) -> bool:
        """Whether the amount is said in words, in another unit, or as the 25th day is, by a date."""
        return value.number in self._in_words() or any(
            agree(value, other) or (other.kind is ValueKind.DATE and other.key[-1] == value.number)
            for other in self._side.values
        )

    def _covers(self, date: Value) -> bool:
        """Whether a date of the side says at least as much, and the same."""
        return any(
            agree(date, v) and all(b or not a for a, b in zip(date.key, v.key, strict=True))
            for v in self._side.values
            if v.kind is ValueKind.DATE
        )

    def _has_day(self, date: Value) -> bool:
        """Whether the side names the month, and the day apart from it or as one needs no saying.

        After "den" or "päivänä" a day has been left out.
        """
        months = [v for v in self._side.values if lacks_day(date, v)]
        lost = lexicon(self._side.lang).lost_day
        if any(lost.search(self._side.text, max(0, v.start - _NEAR), v.start) for v in months):
            return False
        return bool(months) and (date.key[-1] in _EDGES or self._side.shows(date.key[-1]))

    def _has_hour(self, time: Value) -> bool:
        """Whether "kahdelta iltapäivällä" may say 14.00, or "halv tre" 14.30."""
        clock, _, minutes = time.key[0].partition(":")
        hour = int(clock)
        words = self._in_words() | {v.number for v in self._side.values if not v.certain}
        hours = {hour, hour + 1} if minutes == _HALF_AN_HOUR and "0.5" in words else {hour}
        said = {n for h in hours for n in (str(h), str(h % _HALF_A_DAY or _HALF_A_DAY))}
        return not said.isdisjoint(words | self._numbers)

    def _has_other_letter(self, number: str) -> bool:
        """Whether the side has section 12 b for the other side's 12 a."""
        bare = LETTERS.sub("", number)
        return bare != number and any(
            n not in {bare, number} and LETTERS.sub("", n) == bare for n in self._numbers
        )

    def _in_words(self) -> set[str]:
        """Return the numbers that vague words of the text may stand for, and what is hard to read."""
        if self._vague is None:
            text, lang = self._side.text, self._side.lang
            self._vague = set()
            for word in runs_of_letters(text.lower()):
                self._vague |= _vague_numbers(word, lang)
            if "I" in text or "V" in text or "X" in text:
                self._vague.update(_ROMAN[n] for n in _ROMAN_NUMERAL.findall(text))
            self._vague.update(n.translate(_SUPERSCRIPT) for n in _RAISED.findall(text))
            self._vague.update(n.replace(",", ".") for n in _GLUED.findall(text))
        return self._vague


@lru_cache(maxsize=1 << 14)
def _vague_numbers(word: str, lang: str) -> frozenset[str]:
    """Return the numbers that a word may stand for without being one, by itself or its beginning."""
    known = lexicon(lang)
    found = set(known.vague.get(word, "").split())
    if word[:_SHORTEST_PART] in known.vague_heads:
        for length in range(_SHORTEST_PART, min(len(word), _LONGEST_PART) + 1):
            part = word[:length]
            found.update(known.vague_parts.get(part, "").split())
            if part in known.words and known.words[part].sort is Sort.CARDINAL:
                found.add(known.words[part].value)
    return frozenset(found)


def _pieces(value: Value) -> set[str]:
    if not value.certain:
        return {value.number}
    if value.kind is ValueKind.DATE:
        return {part for part in value.key if part}
    return {piece.lstrip("0") or "0" for piece in PIECES.findall(value.text)}
