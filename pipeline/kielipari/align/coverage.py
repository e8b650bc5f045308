"""What runs of one side's segments cover of each segment of the other.

Each side is a bag of weighted keys a segment. A key is *covered* by the other side to the degree
that the best of its translations there is likely.
"""

from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import numpy.typing as npt

__all__ = ["WIDEST", "Bag", "Floats", "Ints", "Links", "Mass", "sums", "weigh"]

Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int64]

#: Segments of one side that a bead may take.
WIDEST = 3


@dataclass(frozen=True, slots=True)
class Bag:
    """One side as arrays.

    ``counts`` (n, k) how often each of k distinct keys stands in each segment; ``weights`` (k,)
    how much a key tells, ``known`` (k,) how likely the lexicon knows its translation, ``numeric``
    (k,) which are numbers. A segment has a length in code points, a hash of its text, counts of
    marks (n, c) and of capitals and sentences (n, 2), a class for its last mark, one for the case of
    its first letter and one for the form of its last word. ``sizes`` (n,) are how many words of
    content it has, compound parts each for itself, ``denials`` (n,) how many words that deny.
    """

    counts: Floats
    weights: Floats
    known: Floats
    numeric: npt.NDArray[np.bool_]
    lengths: Floats
    hashes: Ints
    marks: Floats
    starts: Floats
    ends: Ints
    cases: Ints
    forms: Ints
    sizes: Floats
    denials: Floats


@dataclass(frozen=True, slots=True)
class Links:
    """Which key may translate which: parallel arrays, how surely, 0 to 1, in both directions."""

    source: Ints
    target: Ints
    forward: Floats
    backward: Floats


def _coverage(keys: int, own: Ints, other: Ints, strength: Floats, present: Floats) -> Floats:
    """Return (keys, segments of the other side): how well each key is covered by each segment."""
    covered = np.zeros((keys, present.shape[1]), dtype=np.float32)
    if len(own) == 0:
        return covered
    order = np.argsort(own, kind="stable")
    own = own[order]
    rows = present[other[order]] * strength[order, None]
    starts = np.flatnonzero(np.concatenate(([True], own[1:] != own[:-1])))
    # Floats that are not negative are in the order of their bits, and whole numbers compare faster.
    best = np.maximum.reduceat(rows.view(np.int32), starts, axis=0)
    covered[own[starts]] = best.view(np.float32)
    return covered


def _unions(covered: Floats) -> list[Floats]:
    """Return coverage by each of 1 to :data:`WIDEST` neighbouring segments together."""
    unions = [covered]
    for width in range(2, min(WIDEST, covered.shape[1]) + 1):
        unions.append(np.maximum(unions[-1][:, :-1], covered[:, width - 1 :]))
    return unions


def sums(array: Floats, width: int) -> Floats:
    """Return sums over ``width`` neighbours along the first axis."""
    size = array.shape[0] - width + 1
    total = array[:size]
    for shift in range(1, width):
        total = total + array[shift : shift + size]
    return total


@dataclass(frozen=True, slots=True)
class Mass:
    """Of one side: per width of the other, covered mass and known mass missed (n, m - w + 1)."""

    total: Floats
    known: Floats
    covered: list[Floats]
    missed: list[Floats]


def weigh(bag: Bag, other: Bag, own: Ints, across: Ints, strength: Floats) -> Mass:
    """Weigh what runs of the other side's segments cover of each segment."""
    n, keys = bag.counts.shape
    present = np.ascontiguousarray(np.minimum(other.counts, 1.0).T)
    unions = _unions(_coverage(keys, own, across, strength, present))
    ends = np.cumsum([union.shape[1] for union in unions])
    reached = np.concatenate(unions, axis=1)
    weighted = bag.counts * bag.weights
    both = np.stack([weighted, weighted * bag.known])
    # Few keys stand in a segment: products of those are cheaper than one of all.
    there = np.flatnonzero((bag.counts > 0) & reached.any(axis=1))
    rows, columns = np.divmod(there, keys)
    weights, cells = both[:, rows, columns], reached[columns]
    mass = np.zeros((2, n, ends[-1]), np.float32)
    for row, (begin, end) in enumerate(pairwise(np.searchsorted(rows, range(n + 1)).tolist())):
        mass[:, row] = weights[:, begin:end] @ cells[begin:end]
    total, known = both.sum(axis=2)
    covered, missed = mass[0], np.maximum(known[:, None] - mass[1], 0.0)
    return Mass(total, known, *(np.split(array, ends[:-1], axis=1) for array in (covered, missed)))
