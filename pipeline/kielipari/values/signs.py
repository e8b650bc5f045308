"""A minus before an amount: five degrees below zero are no five degrees."""

import re
from collections.abc import Iterator

from kielipari.values.agree import MEASURED, identity
from kielipari.values.evidence import SideText
from kielipari.values.lexicon import lexicon
from kielipari.values.model import Value

_SIGNS = "-\N{MINUS SIGN}\N{EN DASH}"
_BEFORE = frozenset(" (\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}")
_DIGIT_BEFORE = re.compile(r"\d[^\w(]*$")  # a range: 10 –15 °C
_NEAR = 12  # characters before a sign in which a range would have begun


def lost_signs(source: SideText, target: SideText) -> Iterator[tuple[Value, Value]]:
    """Yield the amounts that one side alone says to be below zero, as they stand on both sides.

    A side that has a word for that ("pakkasta", "underskott") may do without the sign.
    """
    ours, theirs = dict(_signed(source)), dict(_signed(target))
    if ours.keys() == theirs.keys():
        return
    for signed, other in ((ours, target), (theirs, source)):
        if not signed or lexicon(other.lang).below_zero.search(other.text):
            continue
        across = theirs if signed is ours else ours
        for key, value in signed.items():
            bare = next((v for v in other.values if identity(v) == key), None)
            if bare is not None and key not in across:
                yield (value, bare) if signed is ours else (bare, value)


def _signed(side: SideText) -> Iterator[tuple[tuple[str, ...], Value]]:
    """Yield the amounts of a side that have a minus, by what they are; it is a part of them."""
    for value in side.values:
        place = value.start - 1
        if value.kind not in MEASURED or place < 0 or side.text[place] not in _SIGNS:
            continue
        before = side.text[max(0, place - _NEAR) : place]
        if before and (before[-1] not in _BEFORE or _DIGIT_BEFORE.search(before)):
            continue
        if not before and side.text[place] != "\N{MINUS SIGN}":
            continue  # a text begins with a dash where it is an item of a list
        yield identity(value), value._replace(start=place, text=side.text[place : value.end])
