"""Certain points in long texts: pairs of segments that are each other's best by far.

Cheap evidence from rare keys finds them; a longest chain in both orders keeps the trustworthy
ones (the idea of patience diff). Repeated boilerplate shares no rare keys and gives no anchors.
"""

from bisect import bisect_left
from collections import defaultdict
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

if TYPE_CHECKING:
    from kielipari.align.keys import Key
    from kielipari.align.lexicon import Lexicon
    from kielipari.align.prepare import Prepared
    from kielipari.align.resources import Resources

__all__ = ["cut_points"]

_SHORT_ENOUGH = 160  # sides up to this need no cutting
_BLOCK = 60  # segments between two cuts, about
_RARE = 5  # a key that more segments hold says little about where it stands
_MARGIN = 1.5  # the best must be so many times better than the next best
_SUPPORT = 3  # neighbours in the chain that must lie on about the same diagonal
_SLANT = 4  # … within so many segments


def cut_points(
    source: "Prepared", target: "Prepared", resources: "Resources"
) -> list[tuple[int, int]]:
    """Return points (i, j), in order, through which the alignment can be trusted to go."""
    if len(source) <= _SHORT_ENOUGH and len(target) <= _SHORT_ENOUGH:
        return []
    chain = _chain(_mutual_best(source, target, resources.lexicon))
    cuts: list[tuple[int, int]] = []
    last = (0, 0)
    for place in range(_SUPPORT, len(chain) - _SUPPORT):
        i, j = chain[place]
        if max(i - last[0], j - last[1]) < _BLOCK:
            continue
        near = chain[place - _SUPPORT : place + _SUPPORT + 1]
        if all(abs((x - i) - (y - j)) <= _SLANT for x, y in near):
            cuts.append((i, j))
            last = (i, j)
    return cuts


def _postings(side: "Prepared") -> dict["Key", list[int]]:
    """Return in which segments each rare key stands."""
    found: dict[Key, list[int]] = defaultdict(list)
    for index, keys in enumerate(side.keys):
        for key in set(keys):
            found[key].append(index)
    return {key: where for key, where in found.items() if len(where) <= _RARE}


def _mutual_best(
    source: "Prepared", target: "Prepared", lexicon: "Lexicon"
) -> list[tuple[int, int]]:
    """Return the pairs that are each other's best, by a margin, in the source's order."""
    here, there = _postings(source), _postings(target)
    rows: list[int] = []
    columns: list[int] = []
    weights: list[float] = []
    for key, places in here.items():
        options: list[tuple[Key, float]] = [(key, 1.0)] if isinstance(key, str) else []
        if isinstance(key, int):
            span = slice(lexicon.first[key], lexicon.first[key + 1])
            options = list(
                zip(lexicon.links[span].tolist(), lexicon.forward[span].tolist(), strict=True)
            )
        for other, likely in options:
            others = there.get(other)
            if others is None:
                continue
            weight = likely / (len(places) * len(others))
            for i in places:
                for j in others:
                    rows.append(i)
                    columns.append(j)
                    weights.append(weight)
    if not rows:
        return []
    code = np.array(rows, np.int64) * len(target) + np.array(columns, np.int64)
    unique, place = np.unique(code, return_inverse=True)
    strength = np.bincount(place, weights=np.array(weights)).astype(np.float64)
    left, right = unique // len(target), unique % len(target)
    good = _leads(left, strength, len(source)) & _leads(right, strength, len(target))
    return list(zip(left[good].tolist(), right[good].tolist(), strict=True))


def _leads(
    owner: npt.NDArray[np.int64], strength: npt.NDArray[np.float64], size: int
) -> npt.NDArray[np.bool_]:
    """Say of each cell whether it is its owner's best by the margin."""
    best = np.zeros(size, np.float64)
    np.maximum.at(best, owner, strength)
    leading = strength >= best[owner]
    second = np.zeros(size)
    np.maximum.at(second, owner[~leading], strength[~leading])
    twice = np.bincount(owner[leading], minlength=size) > 1
    good: npt.NDArray[np.bool_] = leading & ~twice[owner] & (strength >= _MARGIN * second[owner])
    return good


def _chain(pairs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the longest chain that rises on both sides (patience sorting)."""
    tails: list[int] = []
    tail_pairs: list[int] = []
    before: list[int] = []
    for index, (_, j) in enumerate(pairs):
        place = bisect_left(tails, j)
        before.append(tail_pairs[place - 1] if place else -1)
        if place == len(tails):
            tails.append(j)
            tail_pairs.append(index)
        else:
            tails[place] = j
            tail_pairs[place] = index
    chain: list[tuple[int, int]] = []
    index = tail_pairs[-1] if tail_pairs else -1
    while index >= 0:
        chain.append(pairs[index])
        index = before[index]
    chain.reverse()
    return chain
