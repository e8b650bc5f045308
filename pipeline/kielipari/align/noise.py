"""Noisy pairs with known beads, made from human translations: for training and for measuring.

Whole pieces are deleted, inserted from elsewhere, merged two into one, and a block is moved.
Everything is drawn from the generator that is passed in, so that a seed gives the same pairs.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random
from typing import NamedTuple

__all__ = ["Noise", "NoisyPair", "make_noisy"]

Indices = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Noise:
    """How much of each disturbance, as probabilities a piece.

    ``delete`` drops the target of a piece, ``delete_source`` its source; ``insert`` puts a
    strange piece into the target; ``merge`` makes two pieces one on one of the sides. ``move``
    moves one block of 3–5 pieces on the target side (in documents of twelve or more). ``smooth``
    is the share of merged sentences that lose the full stop and the capital between them.
    """

    delete: float = 0.0
    delete_source: float = 0.0
    insert: float = 0.0
    merge: float = 0.0
    move: bool = False
    smooth: float = 0.0


class NoisyPair(NamedTuple):
    """Lines of both sides and the gold beads, one-sided ones a line each."""

    source: tuple[str, ...]
    target: tuple[str, ...]
    beads: tuple[tuple[Indices, Indices], ...]


_Item = tuple[list[str], list[str]]
_SHORTEST_TO_MOVE = 12
_LEAST_DISTANCE = 3


def make_noisy(
    pieces: Sequence[tuple[str, str]], noise: Noise, random: Random, strangers: Sequence[str] = ()
) -> NoisyPair:
    """Disturb aligned pieces; ``strangers`` are target pieces of other documents to insert."""
    order: list[tuple[Indices, list[str]]] = []
    source: list[str] = []
    for left, right in _merged(pieces, noise, random):
        here = [] if random.random() < noise.delete_source else left
        there = [] if here and random.random() < noise.delete else right
        order.append((tuple(range(len(source), len(source) + len(here))), there))
        source.extend(here)
        if strangers and random.random() < noise.insert:
            order.append(((), [random.choice(strangers)]))
    if noise.move and len(order) >= _SHORTEST_TO_MOVE:
        order = _moved(order, random)
    target: list[str] = []
    beads: list[tuple[Indices, Indices]] = []
    for indices, texts in order:
        places = tuple(range(len(target), len(target) + len(texts)))
        target.extend(texts)
        if indices and places:
            beads.append((indices, places))
        else:
            beads.extend(((i,), ()) for i in indices)
            beads.extend(((), (j,)) for j in places)
    return NoisyPair(tuple(source), tuple(target), tuple(beads))


def _merged(pieces: Sequence[tuple[str, str]], noise: Noise, random: Random) -> list[_Item]:
    """Join some neighbours on one side."""
    items: list[_Item] = []
    place = 0
    while place < len(pieces):
        left, right = pieces[place]
        if place + 1 < len(pieces) and random.random() < noise.merge:
            more_left, more_right = pieces[place + 1]
            if random.random() < 0.5:  # noqa: PLR2004 -- either side
                items.append(([_joined(left, more_left, noise, random)], [right, more_right]))
            else:
                items.append(([left, more_left], [_joined(right, more_right, noise, random)]))
            place += 2
        else:
            items.append(([left], [right]))
            place += 1
    return items


def _joined(one: str, other: str, noise: Noise, random: Random) -> str:
    """Make two pieces one, side by side or as a single sentence."""
    if noise.smooth and one.endswith(".") and random.random() < noise.smooth:
        return f"{one[:-1]}, {other[:1].lower()}{other[1:]}"
    return f"{one} {other}"


def _moved(
    order: Sequence[tuple[Indices, list[str]]], random: Random
) -> list[tuple[Indices, list[str]]]:
    """Move one block at least three places away."""
    size = random.randint(3, 5)
    start = random.randrange(len(order) - size)
    block = order[start : start + size]
    rest = [*order[:start], *order[start + size :]]
    places = [p for p in range(len(rest) + 1) if abs(p - start) >= _LEAST_DISTANCE]
    place = random.choice(places)
    return [*rest[:place], *block, *rest[place:]]
