"""How a pair of segments stands against its rivals, the other pairs of either segment.

A pair past doubt stays by itself, and no bead reaches across it: in two texts that say the same,
most of what could be weighed need not be.
"""

from collections.abc import Sequence
from typing import TypeVar

import numpy as np
import numpy.typing as npt

__all__ = ["between", "next_best", "sure_pairs"]

_Numbers = TypeVar("_Numbers", npt.NDArray[np.float32], npt.NDArray[np.float64])

# Log odds against having no counterpart, and above the next best pair of either segment: of 3, 4
# and 5 the least that leaves the beads of tests/eval/test_align_accuracy.py as all paths give them.
_SURE = 4.0


def next_best(values: _Numbers, axis: int, none: float) -> _Numbers:
    """Return for each cell the best other cell along an axis; ``none`` where there is no other."""
    size = values.shape[axis]
    if size == 1:
        return np.full_like(values, none)
    top = np.partition(values, size - 2, axis=axis).take([size - 2, size - 1], axis=axis)
    second, first = np.split(top, 2, axis=axis)
    return np.where(values >= first, second, first)


def sure_pairs(net: npt.NDArray[np.float64]) -> list[tuple[int, int]]:
    """Return the pairs of segments that are past doubt, in order.

    ``net`` (n, m) are the log odds of the pairs against having no counterpart. A pair is past doubt
    where others as good stand right before and after it in both texts and none crosses it.
    """
    good = net >= _SURE
    for axis in (0, 1):
        good &= net >= np.maximum(next_best(net, axis, 0.0), 0.0) + _SURE
    rows, columns = np.nonzero(good)
    ordered = columns == np.maximum.accumulate(columns)
    ordered &= columns == np.minimum.accumulate(columns[::-1])[::-1]
    rows, columns = rows[ordered], columns[ordered]
    beside = (np.diff(rows) == 1) & (np.diff(columns) == 1)
    held = np.flatnonzero(beside[:-1] & beside[1:]) + 1
    return list(zip(rows[held].tolist(), columns[held].tolist(), strict=True))


def between(sure: Sequence[tuple[int, int]], shape: tuple[int, ...]) -> npt.NDArray[np.bool_]:
    """Say of each pair of segments (n, m) whether both stand between the same two sure pairs."""
    gaps = []
    for side, size in enumerate(shape):
        places = np.array([pair[side] for pair in sure], np.int64)
        gaps.append(np.searchsorted(places, np.arange(size), side="right"))
        gaps[side][places] = -1 - side  # a sure one stands in no gap
    found: npt.NDArray[np.bool_] = gaps[0][:, None] == gaps[1]
    return found
