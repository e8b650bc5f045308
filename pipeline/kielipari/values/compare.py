"""Compares the values of two texts that ought to say the same thing.

Values are compared as sets with their surplus: a value may be repeated on one side, but none may
stand on one side only. What is written in another way (a unit converted and rounded, a list of
references in another order, a number in words, "decade" for 10) explains a value, and what is
explained is no discrepancy.
"""

import os.path
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kielipari.values.digits import marker
from kielipari.values.lexicon import lexicon
from kielipari.values.model import Value, ValueKind
from kielipari.values.units import UNITS, close

_PLAIN = frozenset({ValueKind.NUMBER, ValueKind.ORDINAL, ValueKind.YEAR})
_MEASURED = frozenset({ValueKind.PERCENT, ValueKind.MONEY, ValueKind.QUANTITY})
_COMPOSITE = frozenset({ValueKind.REFERENCE, ValueKind.DATE, ValueKind.TIME, ValueKind.NAME})
_PIECES = re.compile(r"\d+")
_LETTERS = re.compile(r"[a-zåäö]+$")
_WORDS = re.compile(r"[^\W\d_]+")
_ROMAN = {
    numeral: str(value)
    for value, numeral in enumerate(
        "I II III IV V VI VII VIII IX X XI XII XIII XIV XV XVI XVII XVIII XIX XX".split(), start=1
    )
}
_ROMAN_NUMERAL = re.compile(rf"\b(?:{'|'.join(sorted(_ROMAN, key=len, reverse=True))})\b")
_SHORTEST_PART, _LONGEST_PART = 3, 12  # of the beginnings of words that speak of a number
_ROUNDED = "0.03"  # a converted amount is rounded: 38 m/s for 135 km/h


@dataclass(frozen=True, slots=True)
class Discrepancy:
    """A value that the other side does not have, with the one that stands in its place if any.

    ``same_number`` says that only the unit or currency differs.
    """

    source: Value | None
    target: Value | None
    same_number: bool = False

    @property
    def values(self) -> tuple[Value, ...]:
        """The values there are."""
        return tuple(value for value in (self.source, self.target) if value is not None)

    @property
    def kinds(self) -> frozenset[ValueKind]:
        """Their kinds."""
        return frozenset(value.kind for value in self.values)


@dataclass(frozen=True, slots=True)
class Comparison:
    """What comparing two sides found: discrepancies, and the kinds that were in order or open."""

    discrepancies: tuple[Discrepancy, ...] = ()
    satisfied: frozenset[ValueKind] = frozenset()
    open: frozenset[ValueKind] = frozenset()


@dataclass(frozen=True, slots=True)
class SideText:
    """One side: its text, its language and its values."""

    text: str
    lang: str
    values: tuple[Value, ...]


def compare(source: SideText, target: SideText) -> Comparison:
    """Compare two sides; linear but for what does not match, which is matched pair by pair."""
    found = _markers(source.text, target.text)
    kinds = frozenset(v.kind for v in source.values) | frozenset(v.kind for v in target.values)
    if not kinds:
        return Comparison(tuple(found))
    left, right = _unmatched(source.values, target.values)
    if not left and not right:
        return Comparison(tuple(found), satisfied=kinds)
    open_kinds: set[ValueKind] = set()
    _match_loosely(left, right, found, words=False)
    found += _replaced(left, right)
    _match_loosely(left, right, found, words=True)
    here, there = _Evidence(source), _Evidence(target)
    left_alone = [v for v in left if not there.explains(v)]
    right_alone = [v for v in right if not here.explains(v)]
    found += _pair(left_alone, right_alone, left, right, (here, there), open_kinds)
    violated = {kind for discrepancy in found for kind in discrepancy.kinds}
    return Comparison(
        tuple(found), kinds - violated - open_kinds, frozenset(open_kinds - violated)
    )


def _markers(source: str, target: str) -> list[Discrepancy]:
    """Compare the list markers, which are no values, where both sides number in the same way."""
    if not (source[:1] in _MARKING and target[:1] in _MARKING):
        return []
    marks = [_NUMBERED.match(marker(text)) for text in (source, target)]
    first, second = marks
    if first is None or second is None or first[2] != second[2] or first[1] == second[1]:
        return []
    return [
        Discrepancy(
            *(Value(ValueKind.ORDINAL, 0, len(m[1]), (m[1],), m[1], m[1]) for m in (first, second))
        )
    ]


_MARKING = frozenset("123456789")
_NUMBERED = re.compile(r"(\d{1,3})([.)])$")


def _identity(value: Value) -> tuple[str, ...]:
    return ("number", *value.key) if value.kind in _PLAIN else (value.kind.value, *value.key)


def _unmatched(
    source: Sequence[Value], target: Sequence[Value]
) -> tuple[list[Value], list[Value]]:
    """Return what is left of both sides when equal values have been paired off."""
    keys = [_identity(v) for v in source], [_identity(v) for v in target]
    if keys[0] == keys[1]:
        return [], []
    counts = Counter(keys[0]), Counter(keys[1])
    common = counts[0] & counts[1]

    def rest(values: Sequence[Value], identities: list[tuple[str, ...]]) -> list[Value]:
        quota = Counter(common)
        kept = []
        for value, identity in zip(values, identities, strict=True):
            if quota[identity]:
                quota[identity] -= 1
            else:
                kept.append(value)
        return kept

    return rest(source, keys[0]), rest(target, keys[1])


def _match_loosely(
    left: list[Value], right: list[Value], found: list[Discrepancy], *, words: bool
) -> None:
    """Pair off what means the same in another form; the same number with another unit is a find.

    Numbers in words may be matched only when what is in digits has been (``words``).
    """
    for same_unit in (True, False):
        for value in tuple(left):
            if not (words or value.certain):
                continue
            for other in right:
                if not (words or other.certain):
                    continue
                verdict = _agree(value, other)
                if verdict is None or verdict is not same_unit:
                    continue
                left.remove(value)
                right.remove(other)
                if not same_unit:
                    found.append(Discrepancy(value, other, same_number=True))
                break


_MOST_REPLACED = 2


def _replaced(left: list[Value], right: list[Value]) -> list[Discrepancy]:
    """Pair off, and return, what stands in the place of each other.

    Where one side has one subsection too many and the other another one, the one was put for
    the other, even if both numbers occur elsewhere in the text.
    """
    found = []
    places: dict[tuple[str, ...], tuple[list[Value], list[Value]]] = {}
    for side, values in enumerate((left, right)):
        for value in values:
            if value.certain and value.kind in _SWAPPED:
                places.setdefault(_place(value), ([], []))[side].append(value)
    for ours, theirs in places.values():
        if len(ours) == len(theirs) <= _MOST_REPLACED:
            for one, other in zip(ours, theirs, strict=True):
                if one.number.split(".")[0] == other.number.split(".")[0] and one.kind not in _MEASURED:
                    continue  # 355.1 is article 355 too
                left.remove(one)
                right.remove(other)
                found.append(Discrepancy(one, other))
    rest = [[v for v in side if v.certain and v.kind in _SWAPPED] for side in (left, right)]
    if [len(side) for side in rest] == [1, 1] and "." not in rest[0][0].number + rest[1][0].number:
        (one,), (other,) = rest
        left.remove(one)
        right.remove(other)
        found.append(Discrepancy(one, other))
    return found


_SWAPPED = frozenset({*_PLAIN, *_MEASURED, ValueKind.REFERENCE})


def _place(value: Value) -> tuple[str, ...]:
    """Return what a value must share with another to stand in its place: kind and unit or level."""
    if value.kind is ValueKind.REFERENCE:
        return (value.kind.value, value.key[0])
    return ("number",) if value.kind in _PLAIN else (value.kind.value, *value.key[1:])


def _agree(one: Value, other: Value) -> bool | None:
    """Whether two values mean the same; False if only the unit differs, None if more does."""
    if one.kind is ValueKind.DATE and other.kind is ValueKind.DATE:
        pairs = [(a, b) for a, b in zip(one.key, other.key, strict=True) if a and b]
        return True if pairs and all(a == b for a, b in pairs) else None
    if not one.number or not other.number:
        return None
    if one.kind is ValueKind.QUANTITY and other.kind is ValueKind.QUANTITY:
        if one.key[1] == other.key[1] and one.number != other.number:
            return True if close(one.key[0], other.key[0], _ROUNDED) else None
        return False if one.number == other.number else None
    if one.key[0] == "act" == other.key[0]:
        return True if one.number == other.number or _is_short_act(one, other) else None
    if one.number != other.number:
        bare = _LETTERS.sub("", one.number), _LETTERS.sub("", other.number)
        lettered = [b != v.number for b, v in zip(bare, (one, other), strict=True)]
        if bare[0] != bare[1] or all(lettered):
            return True if _is_short_year(one, other) or _is_short_year(other, one) else None
    return not (one.kind in _MEASURED and other.kind in _MEASURED and one.key[1:] != other.key[1:])


def _is_short_year(short: Value, year: Value) -> bool:
    """Whether 27 may stand for 2027 (2021–27), or 30 for 1930 (the thirties)."""
    return (
        year.kind is ValueKind.YEAR
        and len(short.number) == 2  # noqa: PLR2004 - the last two digits of a year
        and year.number.endswith(short.number)
    )


def _is_short_act(one: Value, other: Value) -> bool:
    """Whether 211/92 and 211/1992 are meant."""
    (head, _, year), (other_head, _, other_year) = (
        v.number.partition("/") for v in sorted((one, other), key=lambda v: len(v.number))
    )
    return head == other_head and len(year) == 2 and other_year.endswith(year)  # noqa: PLR2004 - see above


class _Evidence:
    """What a side says that may stand for a value of the other side."""

    def __init__(self, side: SideText) -> None:
        self._side = side
        self._identities = {_identity(v) for v in side.values}
        self._numbers = {v.number for v in side.values if v.number}
        self._pieces: set[str] = set()
        for value in side.values:
            if value.kind in _COMPOSITE or "." in value.text or value.certain is False:
                self._pieces |= _pieces(value)
        self._pieces |= {p.lstrip("0") or "0" for p in _PIECES.findall(marker(side.text))}
        self._all_pieces = self._pieces | {n for n in self._numbers if n.isdigit()}
        self._vague: set[str] | None = None

    def explains(self, value: Value) -> bool:
        """Whether the side has the value after all: repeated, split up, in words."""
        if _identity(value) in self._identities:
            return True
        if value.kind in _MEASURED:
            return value.number in self._in_words() or any(
                _agree(value, other) for other in self._side.values
            )
        if value.kind is ValueKind.DATE:
            if any(_agree(value, v) and all(b or not a for a, b in zip(value.key, v.key, strict=True)) for v in self._side.values):
                return True
            if self.has(ValueKind.DATE):
                return False
        elif value.number and value.number in self._numbers:
            return True
        pieces = _pieces(value)
        if self._has_other_letter(value.number):
            return False
        if pieces and pieces <= (self._all_pieces if value.kind in _COMPOSITE else self._pieces):
            return True
        if value.number:
            return value.number in self._in_words()
        if value.kind is ValueKind.TIME:
            hour = int(value.key[0].partition(":")[0])
            words = self._in_words() | {v.number for v in self._side.values if not v.certain}
            return bool({str(hour), str(hour % 12 or 12)} & (words | self._numbers))
        return False

    def _has_other_letter(self, number: str) -> bool:
        """Whether the side has section 12 b for the other side's 12 a."""
        bare = _LETTERS.sub("", number)
        return bare != number and any(
            n not in {bare, number} and _LETTERS.sub("", n) == bare for n in self._numbers
        )

    def has(self, kind: ValueKind) -> bool:
        """Whether the side has any value of a kind."""
        return any(v.kind is kind for v in self._side.values)

    def measures(self, dimension: str) -> bool:
        """Whether a word of the side names a unit of the dimension, as in "two-metre"."""
        units = lexicon(self._side.lang).units
        return any(
            UNITS[units[word[i:]]][0] == dimension
            for word in _WORDS.findall(self._side.text.lower())
            for i in range(max(1, len(word) - 2))
            if word[i:] in units
        )

    def _in_words(self) -> set[str]:
        """Return the numbers that vague words of the text may stand for."""
        if self._vague is None:
            known = lexicon(self._side.lang)
            self._vague = set()
            for word in _WORDS.findall(self._side.text.lower()):
                if word in known.vague:
                    self._vague.update(known.vague[word].split())
                if word[:_SHORTEST_PART] in known.vague_heads:
                    for length in range(_SHORTEST_PART, min(len(word), _LONGEST_PART) + 1):
                        self._vague.update(known.vague_parts.get(word[:length], "").split())
            self._vague.update(_ROMAN[n] for n in _ROMAN_NUMERAL.findall(self._side.text))
        return self._vague


def _pieces(value: Value) -> set[str]:
    if not value.certain:
        return {value.number}
    if value.kind is ValueKind.DATE:
        return {part for part in value.key if part}
    return {piece.lstrip("0") or "0" for piece in _PIECES.findall(value.text)}


_PAIRED_FIRST = (
    lambda a, b: _place(a) == _place(b),
    lambda a, b: a.kind is b.kind,
    lambda a, b: bool(a.number) and bool(b.number),
    lambda a, b: bool(a.key) and bool(b.key) and a.kind not in _ALONE and b.kind not in _ALONE,
)
_ALONE = frozenset(
    {ValueKind.EMAIL, ValueKind.URL, ValueKind.IBAN, ValueKind.BUSINESS_ID, ValueKind.WEEKDAY}
)


def _pair(
    left_alone: list[Value],
    right_alone: list[Value],
    left: Iterable[Value],
    right: Iterable[Value],
    sides: tuple[_Evidence, _Evidence],
    open_kinds: set[ValueKind],
) -> list[Discrepancy]:
    """Pair what stands in the place of what; judge what stands alone."""
    found: list[Discrepancy] = []
    for fits in _PAIRED_FIRST:
        for value in tuple(left_alone):
            other = next((o for o in right_alone if fits(value, o)), None)
            if other is not None:
                left_alone.remove(value)
                right_alone.remove(other)
                found.append(Discrepancy(value, other))
    found += [Discrepancy(v, _surplus(v, right, found)) for v in left_alone]
    found += [Discrepancy(_surplus(v, left, found), v) for v in right_alone]
    kept = []
    for discrepancy in found:
        if all(v.certain or _is_telling(v) for v in discrepancy.values) and not _is_open(discrepancy, *sides):
            kept.append(discrepancy)
        else:
            open_kinds |= discrepancy.kinds
    return kept


def _is_telling(value: Value) -> bool:
    """Whether a number in words is exact enough to be rendered exactly: sixteen, three per cent."""
    return value.kind in _MEASURED or (
        value.kind is ValueKind.NUMBER
        and value.number.isdigit()
        and len(value.number) > 1
        and not value.number.endswith("0")
        and value.number != "12"
    )


def _surplus(value: Value, others: Iterable[Value], found: list[Discrepancy]) -> Value | None:
    """Return what the other side repeats once more than it should, the place of a wrong value."""
    used = {id(v) for discrepancy in found for v in discrepancy.values}
    return next((o for o in others if o.kind is value.kind and id(o) not in used), None)


def _is_open(discrepancy: Discrepancy, source: _Evidence, target: _Evidence) -> bool:
    """Whether a value that stands alone proves nothing: it is often left out or said otherwise."""
    if discrepancy.source is not None and discrepancy.target is not None:
        return _may_differ(discrepancy.source, discrepancy.target)
    value, other = (
        (discrepancy.source, target)
        if discrepancy.source is not None
        else (discrepancy.target, source)
    )
    if value is None or value.kind in _OFTEN_LEFT_OUT:
        return True
    if value.kind in {ValueKind.DATE, ValueKind.TIME}:
        return not value.key[-1] or not other.has(value.kind)
    if value.kind is ValueKind.QUANTITY:
        return other.measures(value.key[1])
    if value.kind is ValueKind.REFERENCE:
        return value.key[0] != "act"  # "the said section" stands for its number
    return False


_OFTEN_LEFT_OUT = frozenset({ValueKind.WEEKDAY, ValueKind.NAME, ValueKind.URL, ValueKind.EMAIL})


def _may_differ(source: Value, target: Value) -> bool:
    """Whether two that differ may be meant to: addresses of two pages, names of two things."""
    kinds = {source.kind, target.kind}
    if ValueKind.URL in kinds:
        return len(kinds) > 1 or not _is_slip(source.key[0], target.key[0])
    if ValueKind.NAME in kinds:
        return len(kinds) > 1 or _PIECES.sub("0", source.key[0]) != _PIECES.sub("0", target.key[0])
    return False


def _is_slip(one: str, other: str) -> bool:
    """Whether two web addresses differ by a slip of the pen: one letter of one part of them."""
    parts = [re.split(r"[/?.=&#_-]", address) for address in (one, other)]
    if len(parts[0]) != len(parts[1]):
        return False
    different = [(a, b) for a, b in zip(*parts, strict=True) if a != b]
    if len(different) != 1:
        return False
    a, b = different[0]
    same = len(os.path.commonprefix([a, b])) + len(os.path.commonprefix([a[::-1], b[::-1]]))
    return min(len(a), len(b)) > 2 and same >= max(len(a), len(b)) - 1  # noqa: PLR2004 - fi, sv, en
