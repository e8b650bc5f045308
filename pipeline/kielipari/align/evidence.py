"""What speaks for and against a bead: shared content, numbers, names and length, as arrays.

Each side is a bag of weighted keys a segment. A key is *covered* by the other side to the degree
that the best of its translations there is likely. From the covered and uncovered mass of both
sides come the features of a bead.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from kielipari.align.keys import Key
from kielipari.align.lattice import SHAPES, Shape

__all__ = ["ALONE_FEATURES", "PAIR_FEATURES", "Bag", "Evidence", "Links"]

Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int64]

PAIR_FEATURES = (
    "bias-1-1", "bias-2-1", "bias-2-2", "bias-3-1",
    "covered-source", "covered-target", "covered-smaller", "covered-larger",
    "mass-covered", "mass-uncovered-source", "mass-uncovered-target",
    "length-ratio", "length-surprise", "length-short",
    "numbers-shared", "numbers-unshared", "same-text",
    "margin-source", "margin-target",
)  # fmt: skip
ALONE_FEATURES = ("bias", "mass", "length", "empty")

_WIDEST = 3
_EPS = 1e-6


@dataclass(frozen=True, slots=True)
class Bag:
    """One side: dense (segments, keys) counts, the weight of each key, and segment lengths.

    ``keys`` are the distinct keys in the order of first sight; ``numeric`` marks numbers;
    ``lengths`` are in code points without white space at the ends.
    """

    counts: Floats
    keys: tuple[Key, ...]
    weights: Floats
    numeric: npt.NDArray[np.bool_]
    lengths: Floats
    texts: npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Links:
    """Which key may translate which: parallel arrays, probabilities 0 to 1 in both directions."""

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


def _sums(array: Floats, width: int, axis: int = 0) -> Floats:
    """Return sums over ``width`` neighbours along an axis."""
    size = array.shape[axis] - width + 1
    pick = [slice(None)] * array.ndim
    total: Floats | None = None
    for shift in range(width):
        pick[axis] = slice(shift, shift + size)
        piece = array[tuple(pick)]
        total = piece if total is None else total + piece
    assert total is not None  # noqa: S101 -- width is at least 1
    return total


class Evidence:
    """The features of every bead of two sides (or of a block cut from them)."""

    def __init__(self, source: Bag, target: Bag, links: Links) -> None:
        """Compute the mass that each run of segments covers of each segment."""
        self.source, self.target = source, target
        self._covered_source = self._mass(source, target, links.source, links.target, links.forward)
        self._covered_target = self._mass(
            target, source, links.target, links.source, links.backward
        )
        self._numbers = self._number_mass(links)
        self.source_mass = source.counts @ source.weights
        self.target_mass = target.counts @ target.weights

    @staticmethod
    def _mass(bag: Bag, other: Bag, own: Ints, across: Ints, strength: Floats) -> list[Floats]:
        """Return per width w the mass of each own segment covered by w segments of the other."""
        present = np.minimum(other.counts, 1.0).T
        covered = _coverage(len(bag.keys), own, across, strength, present)
        used = np.flatnonzero(covered.any(axis=1))
        covered = covered[used]
        weighted = bag.counts[:, used] * bag.weights[used]
        widths = range(1, min(_WIDEST, present.shape[1]) + 1)
        return [weighted @ _unions(covered, width) for width in widths]

    def _number_mass(self, links: Links) -> tuple[Floats, Floats, Floats]:
        """Return shared numbers (n, m), and how many each side has."""
        source, target = self.source, self.target
        pick = source.numeric[links.source]
        s, t = links.source[pick], links.target[pick]
        left, right = source.counts[:, s], target.counts[:, t]
        shared = left @ right.T if len(s) else np.zeros((len(left), len(right)), np.float32)
        return (
            shared.astype(np.float32),
            source.counts[:, source.numeric].sum(axis=1),
            target.counts[:, target.numeric].sum(axis=1),
        )

    def pair_features(self, shape: Shape) -> Floats:
        """Return (n - a + 1, m - b + 1, features) for beads of a source and b target segments."""
        a, b = shape
        covered_s = _sums(self._covered_source[b - 1], a, axis=0)
        covered_t = _sums(self._covered_target[a - 1], b, axis=0).T
        total_s = _sums(self.source_mass, a)[:, None]
        total_t = _sums(self.target_mass, b)[None, :]
        length_s = _sums(self.source.lengths, a)[:, None]
        length_t = _sums(self.target.lengths, b)[None, :]
        part_s, part_t = covered_s / (total_s + _EPS), covered_t / (total_t + _EPS)
        ratio = np.log((length_t + 3) / (length_s + 3))
        surprise = (length_t - length_s) ** 2 / (7.0 * (length_s + length_t) / 2 + 20)
        shared, numbers_s, numbers_t = self._numbers
        agree = np.minimum(
            _sums(_sums(shared, a, 0), b, 1),
            np.minimum(_sums(numbers_s, a)[:, None], _sums(numbers_t, b)[None, :]),
        )
        disagree = _sums(numbers_s, a)[:, None] + _sums(numbers_t, b)[None, :] - 2 * agree
        grid = np.zeros((*covered_s.shape, len(PAIR_FEATURES)), dtype=np.float32)
        size = a + b
        columns: list[Floats | float] = [
            float(size == 2), float(size == 3), float(size == 4 and a == b), float(size == 4 and a != b),
            part_s, part_t, np.minimum(part_s, part_t), np.maximum(part_s, part_t),
            np.log1p(covered_s + covered_t), np.log1p(total_s - covered_s), np.log1p(total_t - covered_t),
            np.abs(ratio), np.sqrt(np.minimum(surprise, 16.0)),
            1.0 / (1.0 + 0.1 * (length_s + length_t)),
            np.log1p(agree), np.log1p(disagree),
        ]  # fmt: skip
        for k, column in enumerate(columns):
            grid[..., k] = column
        if size == 2:
            grid[..., 16] = self.source.texts[:, None] == self.target.texts[None, :]
            strength = part_s + part_t
            grid[..., 17] = strength - _rivals(strength, axis=1)
            grid[..., 18] = strength - _rivals(strength, axis=0)
        return grid

    def alone_features(self) -> tuple[Floats, Floats]:
        """Return (n, features) and (m, features) for one-sided beads."""
        return (
            _alone(self.source_mass, self.source.lengths),
            _alone(self.target_mass, self.target.lengths),
        )

    def shapes(self) -> list[Shape]:
        """Return the bead shapes that fit."""
        n, m = len(self.source_mass), len(self.target_mass)
        return [(a, b) for a, b in SHAPES if a <= n and b <= m]


def _alone(mass: Floats, lengths: Floats) -> Floats:
    """Return the features of one-sided beads of one side."""
    return np.stack(
        [
            np.ones_like(mass),
            np.log1p(mass),
            np.log1p(lengths) / 4,
            (lengths == 0).astype(np.float32),
        ],
        axis=1,
    )


def _rivals(strength: Floats, axis: int) -> Floats:
    """Return, for each cell, the strongest other cell along an axis."""
    size = strength.shape[axis]
    if size == 1:
        return np.zeros_like(strength)
    top = np.partition(strength, size - 2, axis=axis).take([size - 2, size - 1], axis=axis)
    second, first = np.split(top, 2, axis=axis)
    return np.where(strength >= first, second, first)


def bag(
    keyed: Sequence[Sequence[Key]], weights: Sequence[float], ids: dict[Key, int], lengths: Floats,
    texts: Ints,
) -> Bag:  # fmt: skip
    """Build the bag of one side from the keys of its segments."""
    rows = np.repeat(np.arange(len(keyed)), [len(keys) for keys in keyed])
    columns = np.fromiter((ids[k] for keys in keyed for k in keys), np.int64, len(rows))
    counts = np.bincount(rows * len(ids) + columns, minlength=len(keyed) * len(ids))
    return Bag(
        counts.reshape(len(keyed), len(ids)).astype(np.float32),
        tuple(ids),
        np.asarray(weights, dtype=np.float32),
        np.array([isinstance(k, str) and k.startswith("#") for k in ids], dtype=bool),
        lengths,
        texts,
    )
