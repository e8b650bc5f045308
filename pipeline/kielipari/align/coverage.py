"""What runs of one side's segments cover of each segment of the other.

Each side is a bag of weighted keys a segment. A key is *covered* by the other side to the degree
that the best of its translations there is likely.
"""

from dataclasses import dataclass

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
    covered[own[starts]] = np.maximum.reduceat(rows, starts, axis=0)
    return covered


def _unions(covered: Floats, width: int) -> Floats:
    """Return coverage by ``width`` neighbouring segments together."""
    size = covered.shape[1] - width + 1
    result = covered[:, :size]
    for shift in range(1, width):
        result = np.maximum(result, covered[:, shift : shift + size])
    return result


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
    present = np.minimum(other.counts, 1.0).T
    covered = _coverage(bag.counts.shape[1], own, across, strength, present)
    weighted = bag.counts * bag.weights
    known = weighted * bag.known
    totals = weighted.sum(axis=1), known.sum(axis=1)
    rows, columns = np.nonzero(bag.counts * covered.any(axis=1))
    first = np.flatnonzero(np.diff(rows, prepend=-1))
    masses, missed = [], []
    for width in range(1, min(WIDEST, present.shape[1]) + 1):
        # Few keys stand in a segment: sums over those are cheaper than a product of matrices.
        cells = _unions(covered, width)[columns]
        mass, found = (np.zeros((len(weighted), cells.shape[1]), np.float32) for _ in range(2))
        if len(first):
            values = weighted[rows, columns][:, None] * cells
            mass[rows[first]] = np.add.reduceat(values, first, axis=0)
            values = known[rows, columns][:, None] * cells
            found[rows[first]] = np.add.reduceat(values, first, axis=0)
        masses.append(mass)
        missed.append(np.maximum(totals[1][:, None] - found, 0.0))
    return Mass(totals[0], totals[1], masses, missed)
