"""The semi-Markov lattice over beads: the posterior of every bead, and the best path.

A path leads from (0, 0) to (n, m) through beads that take ``a`` source and ``b`` target
segments. Scores are natural logarithms up to a constant, so that a path's probability is
proportional to the exponential of its sum. Between two paired beads the source's one-sided beads
come first, so that every reading is one path; that both sides leave something alone in the same
place has a score of its own. Rows are walked one at a time in numpy; target-only beads, which
stay in their row, are a running sum over it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

__all__ = ["NEVER", "SHAPES", "Bead", "Lattice", "Posterior", "Shape"]

Floats = npt.NDArray[np.float64]
Shape = tuple[int, int]
Bead = tuple[int, int, int, int]  # i, a, j, b

#: Paired bead shapes, source by target. One-sided beads take one segment each.
SHAPES: tuple[Shape, ...] = ((1, 1), (2, 1), (1, 2), (2, 2), (3, 1), (1, 3))

#: The score of a bead that cannot be: of a blank line, or across a pair that is sure.
NEVER = -1e6

_FURTHER_SEGMENT = 0.2
_NONE = -1e30  # the logarithm of nothing, finite so that differences stay numbers


@dataclass(frozen=True, slots=True)
class Posterior:
    """Marginal probabilities.

    ``pairs[shape][i, j]`` is that of the bead which begins at i, j; ``source_alone`` (n,) and
    ``target_alone`` (m,) are those of having no counterpart. ``facing`` is the expected number of
    places where both sides leave something alone.
    """

    pairs: Mapping[Shape, Floats]
    source_alone: Floats
    target_alone: Floats
    facing: float
    log_partition: float

    def chance(self, bead: Bead) -> float:
        """Return the probability of a bead, paired or one-sided."""
        i, a, j, b = bead
        if not b:
            found = self.source_alone[i]
        else:
            found = self.pairs[a, b][i, j] if a else self.target_alone[j]
        return float(min(1.0, max(0.0, found)))

    def most_right(self, alone: float) -> list[Bead]:
        """Return the beads of the path on which most is expected to be right.

        A right pair of segments counts one, each further segment of its bead
        :data:`_FURTHER_SEGMENT` more, a segment rightly left alone ``alone``. (Maximum expected
        accuracy: Holmes and Durbin 1998, "Dynamic Programming Alignment Accuracy".)
        """
        n, m = len(self.source_alone), len(self.target_alone)
        ending = self._gains(alone)
        most = np.zeros((n + 1, m + 1))  # what beads gain up to a cell over leaving all alone
        for i in range(1, n + 1):
            row = most[i]
            row[:] = most[i - 1]
            for a, b, gain in ending[i]:
                np.maximum(row[b:], most[i - a, : m + 1 - b] + gain, out=row[b:])
            if ending[i]:
                np.maximum.accumulate(row, out=row)
        i, j = n, m
        path: list[Bead] = []
        while i or j:
            if j and most[i, j] == most[i, j - 1]:
                j -= 1
                path.append((i, 0, j, 1))
            elif i and most[i, j] == most[i - 1, j]:
                i -= 1
                path.append((i, 1, j, 0))
            else:
                _, a, b = max(
                    (most[i - a, j - b] + gain[j - b], a, b) for a, b, gain in ending[i] if j >= b
                )
                i, j = i - a, j - b
                path.append((i, a, j, b))
        path.reverse()
        return path

    def _gains(self, alone: float) -> list[list[tuple[int, int, Floats]]]:
        """Return by the end of their source the shapes of beads that gain somewhere (m - b + 1,).

        The gain is over leaving the segments of the bead alone.
        """
        n = len(self.source_alone)
        found: list[list[tuple[int, int, Floats]]] = [[] for _ in range(n + 1)]
        sums_s, sums_t = (
            np.concatenate(([0.0], np.cumsum(side * alone)))
            for side in (self.source_alone, self.target_alone)
        )
        for (a, b), chances in self.pairs.items():
            gains = chances * (1 + _FURTHER_SEGMENT * (a + b - 2))
            gains -= (sums_s[a:] - sums_s[:-a])[:, None]
            gains -= sums_t[b:] - sums_t[:-b]
            for i in np.flatnonzero(gains.max(axis=1) > 0).tolist():
                found[i + a].append((a, b, gains[i]))
        return found


class _Table(NamedTuple):
    """Sums over the paths that reach a cell (…, n + 1, m + 1), by the kind of their last bead."""

    paired: Floats
    source: Floats
    target: Floats
    every: Floats  # … by any of them


@dataclass(frozen=True, slots=True)
class Lattice:
    """Scores of all beads of a pair of n and m segments.

    ``pairs[(a, b)]`` has shape (n - a + 1, m - b + 1): the score of the bead that takes source
    segments i to i + a and target segments j to j + b. ``source_alone`` (n,) and
    ``target_alone`` (m,) are the scores of one-sided beads, ``facing`` what a place adds where
    one-sided beads of both sides meet. ``sure`` are the pairs that are past doubt, in order.
    """

    pairs: Mapping[Shape, Floats]
    source_alone: Floats
    target_alone: Floats
    facing: float = 0.0
    sure: Sequence[tuple[int, int]] = ()

    def cut(self, start: tuple[int, int], end: tuple[int, int]) -> "Lattice":
        """Return the lattice of the segments between two cells."""
        n, m = end[0] - start[0], end[1] - start[1]
        rows, columns = slice(start[0], end[0]), slice(start[1], end[1])
        return Lattice(
            {
                (a, b): score[rows, columns][: n - a + 1, : m - b + 1]
                for (a, b), score in self.pairs.items()
                if a <= n and b <= m
            },
            self.source_alone[rows],
            self.target_alone[columns],
            self.facing,
        )

    def posterior(self) -> Posterior:
        """Return every bead's marginal probability (forward–backward)."""
        n, m = len(self.source_alone), len(self.target_alone)
        sums = self._sums()
        ahead = _Table(*(table[0] for table in sums))
        back = _Table(*(table[1, ::-1, ::-1] for table in sums))
        before, after = ahead.every, back.every
        total = float(before[n, m])
        pairs = {
            (a, b): np.exp(before[: n + 1 - a, : m + 1 - b] + score + after[a:, b:] - total)
            for (a, b), score in self.pairs.items()
            if n >= a and m >= b
        }
        alone = (
            np.logaddexp(ahead.paired, ahead.source)[:-1]
            + _log_sum(back.paired, back.source, back.target + self.facing)[1:]
            + (self.source_alone[:, None] - total)
        )
        source_alone = np.exp(alone).sum(axis=1)
        rest = np.logaddexp(back.paired, back.target)[:, 1:] + (self.target_alone - total)
        meeting = ahead.source[:, :-1] + self.facing + rest
        others = np.logaddexp(ahead.paired, ahead.target)[:, :-1] + rest
        facing = np.exp(meeting)
        target_alone = (np.exp(others) + facing).sum(axis=0)
        return Posterior(pairs, source_alone, target_alone, float(facing.sum()), total)

    def _sums(self) -> _Table:
        """Return the log of the summed weights of all paths from (0, 0) to each cell.

        Of two lattices at once, (2, n + 1, m + 1): this one, and its mirror image, in which the
        target's one-sided beads come first between two paired ones.
        """
        n, m = len(self.source_alone), len(self.target_alone)
        shape = 2, n + 1, m + 1
        paired, source, target, every = (np.full(shape, _NONE) for _ in range(4))
        paired[:, 0, 0] = 0.0
        alone_s, alone_t = (
            np.stack([alone, alone[::-1]]) for alone in (self.source_alone, self.target_alone)
        )
        drift = np.concatenate((np.zeros((2, 1)), np.cumsum(alone_t, axis=1)), axis=1)
        ending = self._by_end()
        terms = np.empty((max(map(len, ending)), 2, m + 1))
        # Only in the mirror image the target's beads may stand before the source's, and only
        # here the source's before the target's.
        target_first = np.array([[_NONE], [self.facing]])
        source_first = np.array([[self.facing], [_NONE]])
        held = np.full((2, m + 1), _NONE)  # of a row: those whose last bead takes a source segment
        for i in range(n + 1):
            if i:
                for k, (a, b, score) in enumerate(ending[i]):
                    terms[k, :, :b] = _NONE
                    np.add(every[:, i - a, : m + 1 - b], score, out=terms[k, :, b:])
                if ending[i]:
                    np.logaddexp.reduce(terms[: len(ending[i])], out=paired[:, i])
                above = np.logaddexp(held, target[:, i - 1] + target_first)
                np.add(above, alone_s[:, i - 1, None], out=source[:, i])
            row = np.logaddexp(paired[:, i], source[:, i] + source_first)
            row -= drift
            target[:, i, 1:] = np.logaddexp.accumulate(row, axis=1)[:, :-1] + drift[:, 1:]
            np.logaddexp(paired[:, i], source[:, i], out=held)
            np.logaddexp(held, target[:, i], out=every[:, i])
        return _Table(paired, source, target, every)

    def _by_end(self) -> list[list[tuple[int, int, Floats]]]:
        """Return by the end of their source the shapes of beads that can be, and their scores.

        Of this lattice and of its mirror image, (2, m - b + 1).
        """
        n, m = len(self.source_alone), len(self.target_alone)
        found: list[list[tuple[int, int, Floats]]] = [[] for _ in range(n + 1)]
        for (a, b), score in self.pairs.items():
            if a <= n and b <= m:
                can_be = score.max(axis=1) > NEVER / 2
                both = np.stack([score, score[::-1, ::-1]], axis=1)
                for i in np.flatnonzero(can_be | can_be[::-1]).tolist():
                    found[i + a].append((a, b, both[i]))
        return found


def _log_sum(first: Floats, second: Floats, third: Floats) -> Floats:
    """Return the logarithm of three sums added."""
    result: Floats = np.logaddexp(np.logaddexp(first, second), third)
    return result
