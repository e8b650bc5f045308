"""The semi-Markov lattice over beads: the best path and the posterior of every bead.

A path leads from (0, 0) to (n, m) through beads that take ``a`` source and ``b`` target
segments. Scores are natural logarithms up to a constant, so that a path's probability is
proportional to the exponential of its sum. Rows are walked one at a time in numpy; target-only
beads, which stay in their row, are a running maximum or sum over it.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

__all__ = ["SHAPES", "Lattice", "Posterior"]

Floats = npt.NDArray[np.float64]
Shape = tuple[int, int]

#: Paired bead shapes, source by target. One-sided beads take one segment each.
SHAPES: tuple[Shape, ...] = ((1, 1), (2, 1), (1, 2), (2, 2), (3, 1), (1, 3))

_NONE = -1e30  # the logarithm of nothing, finite so that differences stay numbers


@dataclass(frozen=True, slots=True)
class Posterior:
    """Marginal probabilities.

    ``pairs[shape][i, j]`` is that of the bead which begins at i, j; ``source_alone`` (n,) and
    ``target_alone`` (m,) are those of having no counterpart.
    """

    pairs: Mapping[Shape, Floats]
    source_alone: Floats
    target_alone: Floats
    log_partition: float


@dataclass(frozen=True, slots=True)
class Lattice:
    """Scores of all beads of a pair of n and m segments.

    ``pairs[(a, b)]`` has shape (n - a + 1, m - b + 1): the score of the bead that takes source
    segments i to i + a and target segments j to j + b. ``source_alone`` (n,) and
    ``target_alone`` (m,) are the scores of one-sided beads.
    """

    pairs: Mapping[Shape, Floats]
    source_alone: Floats
    target_alone: Floats

    def best_path(self) -> list[tuple[int, int, int, int]]:
        """Return the beads (i, a, j, b) of the path with the highest sum (Viterbi)."""
        n, m = len(self.source_alone), len(self.target_alone)
        best = np.full((n + 1, m + 1), _NONE)
        drift = np.concatenate(([0.0], np.cumsum(self.target_alone)))
        for i in range(n + 1):
            row = best[i]
            if i == 0:
                row[0] = 0.0
            else:
                row[:] = best[i - 1] + self.source_alone[i - 1]
            for (a, b), score in self.pairs.items():
                if i >= a and m >= b:
                    np.maximum(row[b:], best[i - a, : m + 1 - b] + score[i - a], out=row[b:])
            row -= drift
            np.maximum.accumulate(row, out=row)
            row += drift
        return self._trace(best)

    def _trace(self, best: Floats) -> list[tuple[int, int, int, int]]:
        """Walk back from the end along the beads that explain the best sums."""
        i, j = len(self.source_alone), len(self.target_alone)
        path: list[tuple[int, int, int, int]] = []
        while i or j:
            options: list[tuple[float, int, int]] = []
            if i:
                options.append((best[i - 1, j] + self.source_alone[i - 1], 1, 0))
            if j:
                options.append((best[i, j - 1] + self.target_alone[j - 1], 0, 1))
            for (a, b), score in self.pairs.items():
                if i >= a and j >= b:
                    options.append((best[i - a, j - b] + score[i - a, j - b], a, b))
            _, a, b = max(options)
            i, j = i - a, j - b
            path.append((i, a, j, b))
        path.reverse()
        return path

    def posterior(self) -> Posterior:
        """Return every bead's marginal probability (forward–backward)."""
        n, m = len(self.source_alone), len(self.target_alone)
        forward = self._forward()
        mirrored = Lattice(
            {shape: score[::-1, ::-1] for shape, score in self.pairs.items()},
            self.source_alone[::-1],
            self.target_alone[::-1],
        )
        backward = mirrored._forward()[::-1, ::-1]
        total = float(forward[n, m])
        pairs = {
            (a, b): np.exp(forward[: n + 1 - a, : m + 1 - b] + score + backward[a:, b:] - total)
            for (a, b), score in self.pairs.items()
            if n >= a and m >= b
        }
        alone = forward[:-1] + backward[1:] + self.source_alone[:, None] - total
        source_alone = np.exp(alone).sum(axis=1)
        alone = forward[:, :-1] + backward[:, 1:] + self.target_alone[None, :] - total
        target_alone = np.exp(alone).sum(axis=0)
        return Posterior(pairs, source_alone, target_alone, total)

    def _forward(self) -> Floats:
        """Return the log of the summed weights of all paths from (0, 0) to each cell."""
        n, m = len(self.source_alone), len(self.target_alone)
        table = np.full((n + 1, m + 1), _NONE)
        drift = np.concatenate(([0.0], np.cumsum(self.target_alone)))
        table[0] = drift
        shapes = [shape for shape in self.pairs if shape[0] <= n and shape[1] <= m]
        terms = np.empty((len(shapes) + 1, m + 1))
        for i in range(1, n + 1):
            terms.fill(_NONE)
            terms[0] = table[i - 1] + self.source_alone[i - 1]
            for k, (a, b) in enumerate(shapes, 1):
                if i >= a:
                    np.add(table[i - a, : m + 1 - b], self.pairs[a, b][i - a], out=terms[k, b:])
            peak = terms.max(axis=0)
            row = np.log(np.exp(terms - peak).sum(axis=0)) + peak - drift
            np.logaddexp.accumulate(row, out=row)
            table[i] = row + drift
        return table
