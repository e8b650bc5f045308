"""When two values mean the same, and when two that differ may be meant to."""

import re

from kielipari.languages.text import common_beginning
from kielipari.values.model import Value, ValueKind
from kielipari.values.units import close

PLAIN = frozenset({ValueKind.NUMBER, ValueKind.ORDINAL, ValueKind.YEAR})
MEASURED = frozenset({ValueKind.PERCENT, ValueKind.MONEY, ValueKind.QUANTITY})
COMPOSITE = frozenset({ValueKind.REFERENCE, ValueKind.DATE, ValueKind.TIME, ValueKind.NAME})
_SORT = {kind: "number" if kind in PLAIN else kind.value for kind in ValueKind}
LETTERS = re.compile(r"(?<![a-zåäö])[a-zåäö]+$")
_ENGLISH = re.compile(r"[^\w\s.,-]\s?(\d{1,3}(?:,\d{3}){1,5})")
PIECES = re.compile(r"\d+")
_ROUNDED = "0.03"  # a converted amount is rounded: 38 m/s for 135 km/h
_SHORT_YEAR, _YEAR = 2, 4  # digits
_ADDRESS_PARTS = re.compile(r"[/?.=&#_-]")


def identity(value: Value) -> tuple[str, ...]:
    """Return what equal values share; numbers, ordinals and years are one kind."""
    return (_SORT[value.kind], *value.key)


def place(value: Value) -> tuple[str, ...]:
    """Return what a value must share with another to stand in its place: kind and unit or level."""
    if value.kind is ValueKind.REFERENCE:
        return (value.kind.value, value.key[0])
    return ("number",) if value.kind in PLAIN else (value.kind.value, *value.key[1:])


def agree(one: Value, other: Value) -> bool | None:
    """Whether two values mean the same; False if only the unit differs, None if more does."""
    if one.kind is ValueKind.DATE and other.kind is ValueKind.DATE:
        return _same_date(one, other) or None
    if not one.number or not other.number:
        return None
    if one.key[0] == "act" == other.key[0]:
        return one.number == other.number or _is_short_act(one, other) or None
    if one.kind is ValueKind.QUANTITY and other.kind is ValueKind.QUANTITY:
        return _same_quantity(one, other)
    if one.number != other.number and not _same_but_for_form(one, other):
        return None
    return not (one.kind in MEASURED and other.kind in MEASURED and one.key[1:] != other.key[1:])


def _same_date(one: Value, other: Value) -> bool:
    """Whether the parts that both dates name are the same, and there is one."""
    pairs = [(a, b) for a, b in zip(one.key, other.key, strict=True) if a and b]
    return bool(pairs) and all(a == b for a, b in pairs)


def lacks_day(one: Value, other: Value) -> bool:
    """Whether both are dates of a month, and only one of them tells the day."""
    return (
        one.kind is ValueKind.DATE is other.kind
        and one.key[1] == other.key[1]
        and bool(one.key[-1]) is not bool(other.key[-1])
    )


def _same_quantity(one: Value, other: Value) -> bool | None:
    if one.number == other.number:
        return False
    same = one.key[1] == other.key[1] and close(one.key[0], other.key[0], _ROUNDED)
    return same or None


def _same_but_for_form(one: Value, other: Value) -> bool:
    """Whether 12 stands for 12 a, 27 for 2027, or $30,000 for 30 000."""
    if _in_english(one) == other.number or _in_english(other) == one.number:
        return True
    bare = [LETTERS.sub("", value.number) for value in (one, other)]
    lettered = [short != value.number for short, value in zip(bare, (one, other), strict=True)]
    if bare[0] == bare[1] and not all(lettered):
        return True
    return _is_short_year(one, other) or _is_short_year(other, one)


def _in_english(value: Value) -> str:
    """Return the number of an amount whose currency stands before it, and which has commas between thousands."""
    found = _ENGLISH.fullmatch(value.text) if value.kind is ValueKind.MONEY else None
    return found[1].replace(",", "") if found is not None else ""


def _is_short_year(short: Value, year: Value) -> bool:
    """Whether 27 may stand for 2027 (2021–27), or 30 for 1930 (the thirties)."""
    return (
        year.kind is ValueKind.YEAR
        and len(short.number) == _SHORT_YEAR
        and year.number.endswith(short.number)
    )


def _is_short_act(one: Value, other: Value) -> bool:
    """Whether 211/92 and 211/1992 are meant, or 96/77/EY and 1996/77/EY."""
    short, long = (v.number.split("/") for v in sorted((one, other), key=lambda v: len(v.number)))
    pairs = list(zip(short, long, strict=True))
    return any(
        (len(year), len(whole)) == (_SHORT_YEAR, _YEAR)
        and whole.endswith(year)
        and number == other_number
        for (year, whole), (number, other_number) in (pairs, pairs[::-1])
    )


def may_differ(source: Value, target: Value) -> bool:
    """Whether two that differ may be meant to: addresses of two pages, names of two things."""
    kinds = {source.kind, target.kind}
    if _is_point(source, target) or _is_point(target, source):
        return True
    if ValueKind.URL in kinds:
        return len(kinds) > 1 or not _is_slip(source.key[0], target.key[0])
    if ValueKind.NAME in kinds:
        return len(kinds) > 1 or PIECES.sub("0", source.key[0]) != PIECES.sub("0", target.key[0])
    return False


def _is_point(long: Value, short: Value) -> bool:
    """Whether one names the same point with all that is above it: "alakohta 3", "punkt 1.1.3"."""
    dots = long.number.count(".")
    if "," in long.text or not dots or "." in short.number or short.kind in MEASURED:
        return False
    if dots > 1:
        return True  # no amount, and so no rival of one
    ours = long.kind is ValueKind.REFERENCE is short.kind
    return ours and long.number.rpartition(".")[2] == short.number


def _is_slip(one: str, other: str) -> bool:
    """Whether two web addresses differ by a slip of the pen: one letter of one part of them."""
    parts = [_ADDRESS_PARTS.split(address) for address in (one, other)]
    if len(parts[0]) != len(parts[1]):
        return False
    different = [(a, b) for a, b in zip(*parts, strict=True) if a != b]
    if len(different) != 1:
        return False
    a, b = different[0]
    same = common_beginning(a, b) + common_beginning(a[::-1], b[::-1])
    return min(len(a), len(b)) > _LANGUAGE_CODE and same >= max(len(a), len(b)) - 1


_LANGUAGE_CODE = 2  # letters: /fi/ and /sv/ are no slip
