"""Compares the values of two texts that ought to say the same thing.

Values are compared as sets with their surplus: a value may be repeated on one side, but none may
stand on one side only. What is written in another way (a unit converted and rounded, a list of
references in another order, a number in words, "decade" for 10) explains a value, and what is
explained is no discrepancy.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from operator import attrgetter
from typing import NamedTuple

from kielipari.values.agree import (
    MEASURED,
    PLAIN,
    agree,
    identity,
    lacks_day,
    may_differ,
    place,
)
from kielipari.values.digits import marker
from kielipari.values.discrepancy import Discrepancy, is_told, proves_nothing
from kielipari.values.evidence import Evidence, SideText
from kielipari.values.model import Value, ValueKind
from kielipari.values.signs import lost_signs


class Comparison(NamedTuple):
    """What comparing two sides found: discrepancies, and the kinds that were in order or open."""

    discrepancies: tuple[Discrepancy, ...] = ()
    satisfied: frozenset[ValueKind] = frozenset()
    open: frozenset[ValueKind] = frozenset()


_KIND = attrgetter("kind")
_MEANING = attrgetter("kind", "key")
_MOST_COMPARISONS = 40_000  # of what did not match; beyond that the sides have nothing in common


def compare(source: SideText, target: SideText) -> Comparison:
    """Compare two sides; linear but for what does not match, which is matched pair by pair."""
    found = _markers(source.text, target.text)
    if not source.values and not target.values:
        return Comparison(tuple(found))
    kinds = frozenset(map(_KIND, source.values + target.values))
    if not kinds.isdisjoint(MEASURED):
        found += [Discrepancy(*pair) for pair in lost_signs(source, target)]
    left, right = _unmatched(source.values, target.values)
    if not left and not right:
        return Comparison(tuple(found), kinds.difference(*(each.kinds for each in found)))
    if len(left) * len(target.values) + len(right) * len(source.values) > _MOST_COMPARISONS:
        return Comparison(tuple(found), open=kinds)
    _match_loosely(left, right, found, words=False)
    found += _replaced(left, right)
    _match_loosely(left, right, found, words=True)
    if not left and not right and not found:
        return Comparison(satisfied=kinds)
    alone = _unexplained(left, target), _unexplained(right, source)
    unsure: set[ValueKind] = set()
    for discrepancy in _pair(alone, (_in_place(left, target), _in_place(right, source))):
        if not is_told(discrepancy) or proves_nothing(discrepancy, source, target):
            unsure |= discrepancy.kinds
        else:
            found.append(discrepancy)
    violated = {kind for discrepancy in found for kind in discrepancy.kinds}
    return Comparison(tuple(found), kinds - violated - unsure, frozenset(unsure - violated))


def _markers(source: str, target: str) -> list[Discrepancy]:
    """Compare the list markers, which are no values, where both sides number in the same way."""
    if not (source[:1] in _MARKING and target[:1] in _MARKING):
        return []
    ours = marker(source)
    if target.startswith(ours):
        return []
    marks = _NUMBERED.match(ours), _NUMBERED.match(marker(target))
    first, second = marks
    if first is None or second is None or first[2] != second[2] or first[1] == second[1]:
        return []
    one, other = (
        Value(ValueKind.ORDINAL, 0, len(m[1]), (m[1],), m[1], m[1]) for m in (first, second)
    )
    return [Discrepancy(one, other)]


_MARKING = frozenset("123456789")
_NUMBERED = re.compile(r"(\d{1,3})([.)])$")


def _unmatched(source: Sequence[Value], target: Sequence[Value]) -> tuple[list[Value], list[Value]]:
    """Return what is left of both sides when equal values have been paired off."""
    if list(map(_MEANING, source)) == list(map(_MEANING, target)):
        return [], []
    ours, theirs = list(map(identity, source)), list(map(identity, target))
    return _surplus_of(source, ours, theirs), _surplus_of(target, theirs, ours)


def _surplus_of(
    values: Sequence[Value], ours: list[tuple[str, ...]], theirs: list[tuple[str, ...]]
) -> list[Value]:
    """Return the values that the other side does not have, or not as often."""
    left, kept = Counter(theirs), []
    for value, key in zip(values, ours, strict=True):
        if left[key]:
            left[key] -= 1
        else:
            kept.append(value)
    return kept


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
                verdict = agree(value, other)
                if verdict is None or verdict is not same_unit or lacks_day(value, other):
                    continue
                left.remove(value)
                right.remove(other)
                if not same_unit:
                    found.append(Discrepancy(value, other, same_number=True))
                break


def _unexplained(values: list[Value], other: SideText) -> list[Value]:
    """Return the values that nothing on the other side may stand for."""
    if not values:
        return []
    evidence = Evidence(other)
    return [v for v in values if not evidence.explains(v)]


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
                places.setdefault(place(value), ([], []))[side].append(value)
    for ours, theirs in places.values():
        if len(ours) == len(theirs) <= _MOST_REPLACED:
            for one, other in zip(ours, theirs, strict=True):
                if (
                    one.number.split(".")[0] == other.number.split(".")[0]
                    and one.kind not in MEASURED
                ):
                    continue  # 355.1 is article 355 too
                if may_differ(one, other):
                    continue
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


_SWAPPED = frozenset({*PLAIN, *MEASURED, ValueKind.REFERENCE})


_ALONE = frozenset(
    {ValueKind.EMAIL, ValueKind.URL, ValueKind.IBAN, ValueKind.BUSINESS_ID, ValueKind.WEEKDAY}
)
_PAIRED_FIRST: tuple[Callable[[Value, Value], bool], ...] = (
    lambda a, b: place(a) == place(b),
    lambda a, b: a.kind is b.kind,
    lambda a, b: bool(a.number) and bool(b.number),
    lambda a, b: not {a.kind, b.kind} & _ALONE,
)


def _pair(
    alone: tuple[list[Value], list[Value]], surplus: tuple[list[Value], list[Value]]
) -> list[Discrepancy]:
    """Pair what stands in the place of what: the values that only one side has.

    What finds no partner among them is shown with a value that its place may have been taken
    from: one that the other side has once too often.
    """
    left, right = alone
    found: list[Discrepancy] = []
    for fits in _PAIRED_FIRST:
        for value in tuple(left):
            other = next((o for o in right if fits(value, o)), None)
            if other is not None:
                left.remove(value)
                right.remove(other)
                found.append(Discrepancy(value, other))
    used = {id(v) for discrepancy in found for v in discrepancy.values}
    over = [[v for v in side if id(v) not in used] for side in surplus]
    found += [Discrepancy(v, _surplus(v, over[1])) for v in left]
    found += [Discrepancy(_surplus(v, over[0]), v) for v in right]
    return found


def _in_place(values: Iterable[Value], other: SideText) -> list[Value]:
    """Return what may stand in another one's place; a date that is only said more exactly does not."""
    known = set(map(identity, other.values))
    return [
        v for v in values if v.kind is not ValueKind.DATE or identity(v) in known or not v.key[-1]
    ]


def _surplus(value: Value, others: Iterable[Value]) -> Value | None:
    """Return what the other side repeats once more than it should, the place of a wrong value.

    A month without its day only stands in the place of one in that month.
    """
    return next(
        (
            o
            for o in others
            if o.kind is value.kind
            and (o.kind is not ValueKind.DATE or o.key[-1] or lacks_day(value, o))
        ),
        None,
    )
