"""Gale and Church 1993, "A Program for Aligning Sentences in Bilingual Corpora": the baseline."""

from collections.abc import Sequence
from math import erfc, log, sqrt

VARIANCE = 6.8
PRIORS = {(1, 1): 0.89, (1, 0): 0.0099, (0, 1): 0.0099, (2, 1): 0.089, (1, 2): 0.089, (2, 2): 0.011}

Bead = tuple[tuple[int, ...], tuple[int, ...]]


def align(source: Sequence[str], target: Sequence[str]) -> list[Bead]:
    """Return the beads of the cheapest path by length alone."""
    n, m = len(source), len(target)
    lengths = [len(text) for text in source], [len(text) for text in target]
    ratio = sum(lengths[1]) / max(1, sum(lengths[0]))
    cost = [[float("inf")] * (m + 1) for _ in range(n + 1)]
    back: list[list[tuple[int, int]]] = [[(0, 0)] * (m + 1) for _ in range(n + 1)]
    cost[0][0] = 0.0
    for i in range(n + 1):
        for j in range(m + 1):
            for (a, b), prior in PRIORS.items():
                if i >= a and j >= b and cost[i - a][j - b] < float("inf"):
                    left, right = sum(lengths[0][i - a : i]), sum(lengths[1][j - b : j])
                    total = cost[i - a][j - b] + _surprise(left, right, ratio) - log(prior)
                    if total < cost[i][j]:
                        cost[i][j], back[i][j] = total, (a, b)
    beads: list[Bead] = []
    i, j = n, m
    while i or j:
        a, b = back[i][j]
        beads.append((tuple(range(i - a, i)), tuple(range(j - b, j))))
        i, j = i - a, j - b
    return beads[::-1]


def _surprise(left: int, right: int, ratio: float) -> float:
    """Return minus the log of twice the tail of the normal distribution beyond the difference."""
    mean = (left + right / ratio) / 2 if ratio else left
    if not mean:
        return 0.0
    delta = (right - left * ratio) / sqrt(mean * VARIANCE)
    return -log(max(erfc(abs(delta) / sqrt(2)), 1e-30))
