"""What speaks for and against a bead: shared content, numbers, marks and length, as arrays.

What is not covered counts against a bead, more so for a key whose translations the lexicon knows
than for a key it knows nothing about.
"""

import numpy as np
import numpy.typing as npt

from kielipari.align.coverage import Bag, Floats, Ints, Links, sums, weigh
from kielipari.align.lattice import SHAPES, Shape
from kielipari.align.rivals import next_best

__all__ = ["ALONE_FEATURES", "PAIR_FEATURES", "Cells", "Evidence"]

Cells = tuple[Ints, Ints]  # i and j where beads begin, arrays that broadcast against each other

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
    "replaced",
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
    "both-plural",
    "other-number",
    "same-text",
    "margin-source",
    "margin-target",
    "gain",
    "denials-unshared",
    "words-ratio",
    "repeats-unlike",
)
ALONE_FEATURES = ("bias", "covered-nowhere", "mass", "length", "empty")

# By what is told, whether it holds for two classes of form: none, base, another, plural.
_FORMS = np.array(
    [
        [[0, 0, 0, 0], [0, 1, 0, 0], [0, 0, 1, 0], [0, 0, 0, 0]],  # the same, but for plurals
        [[0, 0, 0, 0], [0, 0, 1, 0], [0, 1, 0, 0], [0, 0, 0, 0]],  # base beside another form
        [[0, 0, 0, 0], [0, 0, 0, 0], [0, 0, 0, 0], [0, 0, 0, 1]],  # two plurals
        [[0, 0, 0, 0], [0, 0, 0, 1], [0, 0, 0, 0], [0, 1, 0, 0]],  # base beside a plural
    ],
    np.float32,
)
_EPS = 1e-6
_ROW = 128  # beads that are looked at in one row
_VARIANCE = 7.0  # of the length per code point, from Gale and Church 1993 (6.8)


class Evidence:
    """The features of every bead of two sides (or of two stretches cut from them)."""

    def __init__(self, source: Bag, target: Bag, links: Links) -> None:
        """Compute the mass that each run of segments covers of each segment."""
        self.source, self.target = source, target
        self._source = weigh(source, target, links.source, links.target, links.forward)
        self._target = weigh(target, source, links.target, links.source, links.backward)
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

    def cells(self, shape: Shape, is_open: npt.NDArray[np.bool_] | None = None) -> Cells:
        """Return where beads of a shape begin whose segments are all open to each other (n, m)."""
        a, b = shape
        n, m = self._shared_numbers.shape
        if is_open is None:
            return np.arange(n - a + 1)[:, None], np.arange(m - b + 1)[None, :]
        rows, columns = np.nonzero(is_open[: n - a + 1, : m - b + 1] & is_open[a - 1 :, b - 1 :])
        size = -(-len(rows) // _ROW), _ROW  # np.resize begins anew to fill the last row
        return np.resize(rows, size), np.resize(columns, size)

    def pair_features(self, shape: Shape, at: Cells) -> Floats:
        """Return (rows, cells, features) for beads of a source and b target segments."""
        columns = (
            *self._bias(shape),
            *self._content(shape, at),
            *self._form(shape, at),
            *self._labels(shape, at),
        )
        grid = np.empty((len(PAIR_FEATURES), *np.broadcast(*at).shape), dtype=np.float32)
        for k, column in enumerate(columns):
            grid[k] = column
        return np.moveaxis(grid, 0, -1)  # in memory, each feature lies together

    @staticmethod
    def _bias(shape: Shape) -> list[Floats | float]:
        """Return one-hot columns of the shape."""
        classes = ({(1, 1)}, {(1, 2), (2, 1)}, {(2, 2)}, {(1, 3), (3, 1)})
        return [float(shape in members) for members in classes]

    def _content(self, shape: Shape, at: Cells) -> list[Floats | float]:
        """Return covered and missed mass."""
        a, b = shape
        rows, columns = at
        source, target = self._source, self._target
        covered_s = sums(source.covered[b - 1], a)[at]
        covered_t = sums(target.covered[a - 1], b).T[at]
        missed_s = sums(source.missed[b - 1], a)[at]
        missed_t = sums(target.missed[a - 1], b).T[at]
        total_s, total_t = sums(source.total, a)[rows], sums(target.total, b)[columns]
        part_s, part_t = covered_s / (total_s + _EPS), covered_t / (total_t + _EPS)
        return [
            part_s,
            part_t,
            np.minimum(part_s, part_t),
            np.maximum(part_s, part_t),
            np.log1p(covered_s + covered_t),
            np.log1p(missed_s),
            np.log1p(missed_t),
            # A known word without its translation on either side: rather another word than none.
            np.log1p(np.minimum(missed_s, missed_t)),
            np.log1p(np.maximum(total_s - covered_s - missed_s, 0.0)),
            np.log1p(np.maximum(total_t - covered_t - missed_t, 0.0)),
        ]

    def _form(self, shape: Shape, at: Cells) -> list[Floats | float]:
        """Return length, numbers, marks, and how the bead stands against its rivals."""
        a, b = shape
        rows, columns = at
        source, target = self.source, self.target
        length_s, length_t = sums(source.lengths, a)[rows], sums(target.lengths, b)[columns]
        surprise = (length_t - length_s) ** 2 / (_VARIANCE * (length_s + length_t) / 2 + 20)
        numbers_s, numbers_t = sums(self._numbers[0], a)[rows], sums(self._numbers[1], b)[columns]
        agree = np.minimum(
            sums(sums(self._shared_numbers, a).T, b).T[at], np.minimum(numbers_s, numbers_t)
        )
        capitals, starts = (
            _apart(sums(source.starts[:, k], a), sums(target.starts[:, k], b), at) for k in (0, 1)
        )
        last_s, last_t = rows + a - 1, columns + b - 1
        forms = source.forms[last_s], target.forms[last_t]
        single = shape == (1, 1)
        return [
            np.abs(np.log(length_t + 3) - np.log(length_s + 3)),
            np.sqrt(np.minimum(surprise, 16.0)),
            1.0 / (1.0 + 0.1 * (length_s + length_t)),
            np.log1p(agree),
            np.log1p(numbers_s + numbers_t - 2 * agree),
            (np.minimum(numbers_s, numbers_t) > agree).astype(np.float32),
            np.log1p(_unlike(sums(source.marks, a), sums(target.marks, b), at)),
            np.log1p(capitals),
            np.log1p(starts),
            source.ends[last_s] == target.ends[last_t],
            source.cases[rows] == target.cases[columns],
            *(table[forms] for table in _FORMS),
            source.hashes[rows] == target.hashes[columns] if single else 0.0,
            *([margin[at] for margin in self._margins()] if single else (0.0, 0.0)),
            0.0 if single else self._gain(shape)[at],
        ]

    def _labels(self, shape: Shape, at: Cells) -> list[Floats | float]:
        """Return what tells short texts apart whose neighbours are much alike."""
        a, b = shape
        source, target = self.source, self.target
        single = shape == (1, 1)
        return [
            np.minimum(_apart(sums(source.denials, a), sums(target.denials, b), at), 2.0),
            _apart(np.log1p(sums(source.sizes, a)), np.log1p(sums(target.sizes, b)), at),
            _apart(_repeats(source.hashes), _repeats(target.hashes), at) if single else 0.0,
        ]

    def _margins(self) -> tuple[Floats, Floats]:
        """Return how much stronger each pair is than the best other pair of its row and column."""
        strength = self.strength()
        return strength - next_best(strength, 1, 0.0), strength - next_best(strength, 0, 0.0)

    def _gain(self, shape: Shape) -> Floats:
        """Return how much more of the whole is covered together than by the best single piece."""
        a, b = shape
        source, target = self._source, self._target
        rows, cells = len(source.total) - a + 1, len(target.total) - b + 1
        gain = np.zeros((rows, cells), dtype=np.float32)
        if b > 1:
            total = sums(source.total, a)[:, None] + _EPS
            alone = sums(source.covered[0], a)
            best = np.max([alone[:, y : y + cells] for y in range(b)], axis=0)
            gain += (sums(source.covered[b - 1], a) - best) / total
        if a > 1:
            total = sums(target.total, b)[None, :] + _EPS
            alone = sums(target.covered[0], b).T
            best = np.max([alone[x : x + rows] for x in range(a)], axis=0)
            gain += (sums(target.covered[a - 1], b).T - best) / total
        return gain

    def alone_features(self) -> tuple[Floats, Floats]:
        """Return (n, features) and (m, features) for one-sided beads."""
        strength = self.strength()
        return (
            _alone(self._source.total, self.source.lengths, strength.max(axis=1)),
            _alone(self._target.total, self.target.lengths, strength.max(axis=0)),
        )


def _unlike(left: Floats, right: Floats, at: Cells) -> Floats:
    """Return by how much the counts of two sides, (n, c) and (m, c), differ in all."""
    total = np.zeros(np.broadcast(*at).shape, np.float32)
    # Most marks stand on neither side; column by column, the others take the fewest steps.
    for column in np.flatnonzero(left.any(axis=0) | right.any(axis=0)):
        total += _apart(left[:, column], right[:, column], at)
    return total


def _alone(mass: Floats, lengths: Floats, strongest: Floats) -> Floats:
    """Return the features of one-sided beads of one side."""
    empty = (lengths == 0).astype(np.float32)
    return np.stack(
        [np.ones_like(mass), 1 - strongest / 2, np.log1p(mass), np.log1p(lengths) / 4, empty],
        axis=1,
    )


def _apart(left: Floats, right: Floats, at: Cells) -> Floats:
    """Return how far numbers of one side (n,) are from those of the other (m,)."""
    distance: Floats = np.abs(left[at[0]] - right[at[1]])
    return distance


def _repeats(hashes: Ints) -> Floats:
    """Return the log of how often each text stands in its side."""
    _, inverse, counts = np.unique(hashes, return_inverse=True, return_counts=True)
    return np.log(counts[inverse]).astype(np.float32)
