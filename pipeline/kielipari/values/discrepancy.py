"""A value that one side has and the other has not, and whether that is told or may be sound."""

from typing import NamedTuple

from kielipari.values.agree import MEASURED, may_differ
from kielipari.values.evidence import SideText
from kielipari.values.model import Value, ValueKind

_OFTEN_LEFT_OUT = frozenset({ValueKind.WEEKDAY, ValueKind.NAME, ValueKind.URL, ValueKind.EMAIL})
# Ordinals that do not tell of each other: "andra" and "toinen" are others, "a third" is an outsider.
_ALIKE = ({"1", "2"}, {"2", "3"})


class Discrepancy(NamedTuple):
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


def is_told(discrepancy: Discrepancy) -> bool:
    """Whether the values are sure: in digits, exact words, or any two numbers in each other's place.

    "Eight" may be left out or said otherwise; where "nine" stands for it, it has not been. "The
    third" may be anybody beside two, but does not stand for "the first".
    """
    unsure = [v for v in discrepancy.values if not v.certain and not _is_telling(v)]
    if not unsure or len(discrepancy.values) == 1:
        return not unsure
    if all(v.kind is ValueKind.ORDINAL for v in discrepancy.values):
        return not any({v.number for v in discrepancy.values} <= pair for pair in _ALIKE)
    return all(v.kind is ValueKind.NUMBER and v.number not in {"0", "1"} for v in unsure)


def _is_telling(value: Value) -> bool:
    """Whether a number in words is exact enough to be rendered exactly: sixteen, three per cent."""
    if value.kind is ValueKind.ORDINAL:
        return value.number.isdigit() and value.number not in {"1", "2", "3"}
    if value.kind in MEASURED:
        return value.number != "1"  # "a day"
    return (
        value.kind is ValueKind.NUMBER
        and value.number.isdigit()
        and len(value.number) > 1
        and not value.number.endswith("0")
        and value.number != "12"
    )


def proves_nothing(discrepancy: Discrepancy, source: SideText, target: SideText) -> bool:
    """Whether a discrepancy may be sound: a value often left out, or said otherwise.

    A translator may say more exactly what is meant. What he leaves out may have a stand-in.
    """
    if discrepancy.source is not None and discrepancy.target is not None:
        return may_differ(discrepancy.source, discrepancy.target)
    is_left_out = discrepancy.source is not None
    other = target if is_left_out else source
    (value,) = discrepancy.values
    match value.kind:
        case ValueKind.DATE if other.has(ValueKind.DATE):
            sound = not value.key[-1] or other.shows(value.text)
        case ValueKind.DATE:
            year = value.key[0] or value.text
            sound = (
                not (is_left_out and _is_full(value)) or other.shows(year) or other.refers_back()
            )
        case ValueKind.TIME:
            sound = not other.has(ValueKind.TIME) or other.shows(value.text)
        case ValueKind.QUANTITY:
            sound = other.measures(value.key[1], alone=value.number == "1")
        case ValueKind.REFERENCE if value.key[0] != "act":
            sound = not is_left_out or other.refers_back()
        case _:
            sound = value.kind in _OFTEN_LEFT_OUT
    return sound


def _is_full(date: Value) -> bool:
    """Whether a date tells the day in digits, and is nothing else: 1.5. is a point of a list too."""
    year, _, day = date.key
    named = any(map(str.isalpha, date.text)) and any(map(str.isdigit, date.text))
    return bool(day) and (bool(year) or named)
