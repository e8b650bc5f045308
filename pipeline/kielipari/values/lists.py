"""Lists and ranges of numbers that share a unit: "5–10 km", "12, 13 ja 14 §", "artiklarna 69 och 90"."""

from kielipari.values.model import Value, ValueKind
from kielipari.values.scan import START, Scan
from kielipari.values.units import key_of

_BARE = frozenset({ValueKind.NUMBER, ValueKind.YEAR, ValueKind.ORDINAL})
_SHARED = frozenset({ValueKind.REFERENCE, ValueKind.PERCENT, ValueKind.MONEY, ValueKind.QUANTITY})
_DASHES = frozenset("–—-")


def share_units(scan: Scan) -> None:
    """Give the numbers of a list or range the unit of its last, the level of its first."""
    found = scan.found
    if _BARE.isdisjoint([value.kind for value in found]):
        return
    found.sort(key=START)
    for place in range(len(found) - 2, -1, -1):
        left, right = found[place : place + 2]
        if (
            left.kind in _BARE
            and right.kind in _SHARED
            and right.start not in scan.led
            and _joined(scan, left, right)
        ):
            dash = scan.text[left.end : right.start].strip() in _DASHES
            found[place] = _lent(scan, left, right, dash=dash)
    for place in range(1, len(found)):
        left, right = found[place - 1 : place + 1]
        if right.kind in _BARE and left.start in scan.led and _joined(scan, left, right):
            found[place] = _lent(scan, right, left, dash=False)
            scan.led.add(right.start)


def _joined(scan: Scan, left: Value, right: Value) -> bool:
    between = scan.text[left.end : right.start].strip()
    if left.kind in _BARE:  # a letter that belongs to it: 20 a ja 20 b §
        between = between.removeprefix(scan.units.get(left.start, "")).strip()
    return between in scan.lexicon.connectives


def _lent(scan: Scan, to: Value, lender: Value, *, dash: bool) -> Value:
    """Return a number with the unit or level of its neighbour, if that has any to lend."""
    kind, number, unit = lender.kind, to.number, scan.units.get(lender.start, "")
    if kind not in _SHARED or unit == "act":
        return to
    if kind is ValueKind.REFERENCE:
        number += scan.units.get(to.start, "")
    elif to.kind is ValueKind.YEAR and not dash:
        return to
    scan.units[to.start] = unit
    return Value(kind, to.start, to.end, key_of(kind, number, unit), to.text, number)
