"""What speaks for and against a bead: shared content, numbers, marks and length, as arrays.

Each side is a bag of weighted keys a segment. A key is *covered* by the other side to the degree
that the best of its translations there is likely. What is not covered counts against a bead,
more so for a key whose translations the lexicon knows than for a key it knows nothing about.
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from kielipari.align.lattice import SHAPES, Shape

__all__ = ["ALONE_FEATURES", "PAIR_FEATURES", "Bag", "Evidence", "Links"]

Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int64]

PAIR_FEATURES = (
    "bias-1-1",
    "bias-2-1",
    "bias-2-2",
    "bias-3-1",
    "covered-source",
    "covered-target",
    "covered-smaller",
    "covered-larger",
    "covered",
    "missed-source",
    "missed-target",
    "unknown-source",
    "unknown-target",
    "length-ratio",
    "length-surprise",
    "short",
    "numbers-shared",
    "numbers-unshared",
    "numbers-contradict",
    "marks-unshared",
    "capitals-unshared",
    "starts-unshared",
    "same-end",
    "same-case",
    "same-form",
    "other-form",
    "same-text",
    "margin-source",
    "margin-target",
    "gain",
)
ALONE_FEATURES = ("bias", "covered-nowhere", "mass", "length", "empty")

_WIDEST = 3
_KINDS_OF_FORM = np.array([[0, 0], [1, 0], [0, 1]], np.float32)  # by class: none, base, another
_EPS = 1e-6
_VARIANCE = 7.0  # of the length per code point, from Gale and Church 1993 (6.8)


@dataclass(frozen=True, slots=True)
class Bag:
    """One side as arrays.

    ``counts`` (n, k) how often each of k distinct keys stands in each segment; ``weights`` (k,)
    how much a key tells, ``known`` (k,) how likely the lexicon knows its translation, ``numeric``
    (k,) which are numbers. A segment has a length in code points, a hash of its text, counts of
    marks (n, c) and of capitals and sentences (n, 2), a class for its last mark, one for the case of
    its first letter and one for the form of its last word.
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


def _sums(array: Floats, width: int) -> Floats:
    """Return sums over ``width`` neighbours along the first axis."""
    size = array.shape[0] - width + 1
    total = array[:size]
    for shift in range(1, width):
        total = total + array[shift : shift + size]
    return total


@dataclass(frozen=True, slots=True)
class _Mass:
    """Of one side: per width of the other, covered mass and known mass missed (n, m - w + 1)."""

    total: Floats
    known: Floats
    covered: list[Floats]
    missed: list[Floats]


def _mass(bag: Bag, other: Bag, own: Ints, across: Ints, strength: Floats) -> _Mass:
    """Weigh what runs of the other side's segments cover of each segment."""
    present = np.minimum(other.counts, 1.0).T
    covered = _coverage(bag.counts.shape[1], own, across, strength, present)
    weighted = bag.counts * bag.weights
    known = weighted * bag.known
    totals = weighted.sum(axis=1), known.sum(axis=1)
    rows, columns = np.nonzero(bag.counts * covered.any(axis=1))
    first = np.flatnonzero(np.diff(rows, prepend=-1))
    masses, missed = [], []
    for width in range(1, min(_WIDEST, present.shape[1]) + 1):
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
    return _Mass(totals[0], totals[1], masses, missed)


class Evidence:
    """The features of every bead of two sides (or of two stretches cut from them)."""

    def __init__(self, source: Bag, target: Bag, links: Links) -> None:
        """Compute the mass that each run of segments covers of each segment."""
        self.source, self.target = source, target
        self._source = _mass(source, target, links.source, links.target, links.forward)
        self._target = _mass(target, source, links.target, links.source, links.backward)
        pick = np.flatnonzero(source.numeric[links.source])
        left = source.counts[:, links.source[pick]]
        right = target.counts[:, links.target[pick]]
        self._shared_numbers = np.einsum("ik,jk->ij", left, right)
        self._numbers = (
            source.counts[:, source.numeric].sum(axis=1),
            target.counts[:, target.numeric].sum(axis=1),
        )

    def strength(self) -> Floats:
        """Return (n, m), 0 to 2: how much of both segments the other covers."""
        source, target = self._source, self._target
        return source.covered[0] / (source.total[:, None] + _EPS) + target.covered[0].T / (
            target.total[None, :] + _EPS
        )

    def shapes(self) -> list[Shape]:
        """Return the bead shapes that fit."""
        n, m = self._shared_numbers.shape
        return [(a, b) for a, b in SHAPES if a <= n and b <= m]

    def pair_features(self, shape: Shape) -> Floats:
        """Return (n - a + 1, m - b + 1, features) for beads of a source and b target segments."""
        a, b = shape
        columns = self._bias(shape) + self._content(shape) + self._form(shape)
        rows, cells = len(self._source.total) - a + 1, len(self._target.total) - b + 1
        grid = np.empty((len(PAIR_FEATURES), rows, cells), dtype=np.float32)
        for k, column in enumerate(columns):
            grid[k] = column
        return grid.transpose(1, 2, 0)  # in memory, each feature lies together

    @staticmethod
    def _bias(shape: Shape) -> list[Floats | float]:
        """Return one-hot columns of the shape."""
        classes = ({(1, 1)}, {(1, 2), (2, 1)}, {(2, 2)}, {(1, 3), (3, 1)})
        return [float(shape in members) for members in classes]

    def _content(self, shape: Shape) -> list[Floats | float]:
        """Return covered and missed mass."""
        a, b = shape
        source, target = self._source, self._target
        covered_s = _sums(source.covered[b - 1], a)
        covered_t = _sums(target.covered[a - 1], b).T
        missed_s = _sums(source.missed[b - 1], a)
        missed_t = _sums(target.missed[a - 1], b).T
        total_s, total_t = _sums(source.total, a)[:, None], _sums(target.total, b)[None, :]
        part_s, part_t = covered_s / (total_s + _EPS), covered_t / (total_t + _EPS)
        return [
            part_s,
            part_t,
            np.minimum(part_s, part_t),
            np.maximum(part_s, part_t),
            np.log1p(covered_s + covered_t),
            np.log1p(missed_s),
            np.log1p(missed_t),
            np.log1p(np.maximum(total_s - covered_s - missed_s, 0.0)),
            np.log1p(np.maximum(total_t - covered_t - missed_t, 0.0)),
        ]

    def _form(self, shape: Shape) -> list[Floats | float]:
        """Return length, numbers, marks, and how the bead stands against its rivals."""
        a, b = shape
        source, target = self.source, self.target
        length_s, length_t = _sums(source.lengths, a)[:, None], _sums(target.lengths, b)[None, :]
        surprise = (length_t - length_s) ** 2 / (_VARIANCE * (length_s + length_t) / 2 + 20)
        numbers_s, numbers_t = (
            _sums(self._numbers[0], a)[:, None],
            _sums(self._numbers[1], b)[None, :],
        )
        agree = np.minimum(
            _sums(_sums(self._shared_numbers, a).T, b).T, np.minimum(numbers_s, numbers_t)
        )
        starts_s, starts_t = _sums(source.starts, a), _sums(target.starts, b)
        ends_s, ends_t = source.ends[a - 1 :], target.ends[b - 1 :]
        forms_s, forms_t = (
            _KINDS_OF_FORM[source.forms[a - 1 :]],
            _KINDS_OF_FORM[target.forms[b - 1 :]],
        )
        cases_s, cases_t = source.cases[: len(ends_s)], target.cases[: len(ends_t)]
        single = shape == (1, 1)
        return [
            np.abs(np.log(length_t + 3) - np.log(length_s + 3)),
            np.sqrt(np.minimum(surprise, 16.0)),
            1.0 / (1.0 + 0.1 * (length_s + length_t)),
            np.log1p(agree),
            np.log1p(numbers_s + numbers_t - 2 * agree),
            (np.minimum(numbers_s, numbers_t) > agree).astype(np.float32),
            np.log1p(_unlike(_sums(source.marks, a), _sums(target.marks, b))),
            *(np.log1p(_unlike(starts_s[:, k, None], starts_t[:, k, None])) for k in (0, 1)),
            (ends_s[:, None] == ends_t[None, :]).astype(np.float32),
            (cases_s[:, None] == cases_t[None, :]).astype(np.float32),
            forms_s @ forms_t.T,
            forms_s @ forms_t[:, ::-1].T,
            (source.hashes[:, None] == target.hashes[None, :]).astype(np.float32)
            if single
            else 0.0,
            *(self._margins() if single else (0.0, 0.0)),
            0.0 if single else self._gain(shape),
        ]

    def _margins(self) -> tuple[Floats, Floats]:
        """Return how much stronger each pair is than the best other pair of its row and column."""
        strength = self.strength()
        return strength - _rivals(strength, 1), strength - _rivals(strength, 0)

    def _gain(self, shape: Shape) -> Floats:
        """Return how much more of the whole is covered together than by the best single piece."""
        a, b = shape
        source, target = self._source, self._target
        rows, cells = len(source.total) - a + 1, len(target.total) - b + 1
        gain = np.zeros((rows, cells), dtype=np.float32)
        if b > 1:
            total = _sums(source.total, a)[:, None] + _EPS
            alone = _sums(source.covered[0], a)
            best = np.max([alone[:, y : y + cells] for y in range(b)], axis=0)
            gain += (_sums(source.covered[b - 1], a) - best) / total
        if a > 1:
            total = _sums(target.total, b)[None, :] + _EPS
            alone = _sums(target.covered[0], b).T
            best = np.max([alone[x : x + rows] for x in range(a)], axis=0)
            gain += (_sums(target.covered[a - 1], b).T - best) / total
        return gain

    def alone_features(self) -> tuple[Floats, Floats]:
        """Return (n, features) and (m, features) for one-sided beads."""
        strength = self.strength()
        return (
            _alone(self._source.total, self.source.lengths, strength.max(axis=1)),
            _alone(self._target.total, self.target.lengths, strength.max(axis=0)),
        )


def _unlike(left: Floats, right: Floats) -> Floats:
    """Return (n, m): by how much the counts of two sides, (n, c) and (m, c), differ in all."""
    total = np.zeros((len(left), len(right)), np.float32)
    # Most marks stand on neither side; column by column, the others take the fewest steps.
    for column in np.flatnonzero(left.any(axis=0) | right.any(axis=0)):
        total += np.abs(left[:, column, None] - right[None, :, column])
    return total


def _alone(mass: Floats, lengths: Floats, strongest: Floats) -> Floats:
    """Return the features of one-sided beads of one side."""
    empty = (lengths == 0).astype(np.float32)
    return np.stack(
        [np.ones_like(mass), 1 - strongest / 2, np.log1p(mass), np.log1p(lengths) / 4, empty],
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
