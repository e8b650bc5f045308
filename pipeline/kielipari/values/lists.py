"""Lists and ranges of numbers that share a unit: "5–10 km", "12, 13 ja 14 §", "artiklarna 69 och 90"."""

from itertools import pairwise

from kielipari.values.measures import key_of
from kielipari.values.model import ValueKind
from kielipari.values.scan import START, Draft, Scan

_BARE = frozenset({ValueKind.NUMBER, ValueKind.YEAR, ValueKind.ORDINAL})
_SHARED = frozenset({ValueKind.REFERENCE, ValueKind.PERCENT, ValueKind.MONEY, ValueKind.QUANTITY})
_DASHES = frozenset("–—-")


def share_units(scan: Scan) -> None:
    """Give the numbers of a list or range the unit of its last, the level of its first."""
    drafts = scan.drafts
    if _BARE.isdisjoint([draft.kind for draft in drafts]):
        return
    drafts.sort(key=START)
    for left, right in zip(drafts[-2::-1], drafts[:0:-1], strict=False):
        if left.kind in _BARE and right.unit and not right.led and _joined(scan, left, right):
            _lend(left, right, dash=scan.text[left.end : right.start].strip() in _DASHES)
    for left, right in pairwise(drafts):
        if right.kind in _BARE and left.led and _joined(scan, left, right):
            _lend(right, left, dash=False)
            right.led = True


def _joined(scan: Scan, left: Draft, right: Draft) -> bool:
    between = scan.text[left.end : right.start]
    if left.unit and left.kind in _BARE:  # a letter that belongs to it: 20 a ja 20 b §
        between = between.strip().removeprefix(left.unit)
    return between.strip() in scan.lexicon.connectives


def _lend(to: Draft, lender: Draft, *, dash: bool) -> None:
    if lender.kind not in _SHARED or lender.unit == "act" or not to.certain:
        return
    if lender.kind is ValueKind.REFERENCE:
        to.number += to.unit
    elif to.kind is ValueKind.YEAR and not dash:
        return
    to.kind, to.unit = lender.kind, lender.unit
    to.key = key_of(to.kind, to.number, to.unit)
