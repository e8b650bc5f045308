"""The lattice against every path there is, counted one by one."""

from collections.abc import Iterator

import numpy as np
import pytest

from kielipari.align.lattice import SHAPES, Lattice

Path = tuple[tuple[int, int, int, int], ...]


def every_path(
    lattice: Lattice, at: tuple[int, int] = (0, 0), last: str = "pair"
) -> Iterator[tuple[float, int, Path]]:
    """Yield score, facing places and beads of each path from a cell to the end."""
    n, m = len(lattice.source_alone), len(lattice.target_alone)
    i, j = at
    if at == (n, m):
        yield 0.0, 0, ()
    steps = [
        (score[i, j], 0, a, b, "pair")
        for (a, b), score in lattice.pairs.items()
        if i + a <= n and j + b <= m
    ]
    if i < n and last != "target":
        steps.append((lattice.source_alone[i], 0, 1, 0, "source"))
    if j < m:
        meets = last == "source"
        steps.append((lattice.target_alone[j] + meets * lattice.facing, meets, 0, 1, "target"))
    for score, meets, a, b, kind in steps:
        for rest, facing, path in every_path(lattice, (i + a, j + b), kind):
            yield score + rest, meets + facing, ((i, a, j, b), *path)


@pytest.mark.parametrize(("n", "m"), [(1, 1), (3, 2), (2, 4), (4, 4), (1, 3)])
def test_chances_and_chosen_path_agree_with_every_path(n: int, m: int) -> None:
    random = np.random.default_rng(n * 10 + m)
    lattice = Lattice(
        {
            (a, b): random.normal(0, 2, (n - a + 1, m - b + 1))
            for a, b in SHAPES
            if a <= n and b <= m
        },
        random.normal(size=n),
        random.normal(size=m),
        facing=-1.3,
    )
    paths = list(every_path(lattice))
    total = np.logaddexp.reduce([score for score, _, _ in paths])
    expected: dict[tuple[int, int, int, int], float] = {}
    facing = 0.0
    for score, meets, path in paths:
        facing += meets * np.exp(score - total)
        for bead in path:
            expected[bead] = expected.get(bead, 0.0) + np.exp(score - total)
    found = lattice.posterior()
    assert found.log_partition == pytest.approx(total)
    assert found.facing == pytest.approx(facing)
    for (a, b), chances in found.pairs.items():
        for (i, j), chance in np.ndenumerate(chances):
            assert chance == pytest.approx(expected.get((i, a, j, b), 0.0))
    for i in range(n):
        alone = sum(chance for (k, a, _, b), chance in expected.items() if (k, a, b) == (i, 1, 0))
        assert found.source_alone[i] == pytest.approx(alone)
    for j in range(m):
        alone = sum(chance for (_, a, k, b), chance in expected.items() if (k, a, b) == (j, 0, 1))
        assert found.target_alone[j] == pytest.approx(alone)
    for worth in (0.2, 0.7):
        rights = [sum(_right(expected, bead, worth) for bead in path) for _, _, path in paths]
        chosen = sum(_right(expected, bead, worth) for bead in found.most_right(worth))
        assert chosen == pytest.approx(max(rights))


def _right(
    chances: dict[tuple[int, int, int, int], float], bead: tuple[int, int, int, int], alone: float
) -> float:
    """Return what a bead is expected to count; the order of one-sided ones does not matter."""
    i, a, j, b = bead
    if a and b:
        return chances[bead] * (1 + 0.2 * (a + b - 2))
    return alone * sum(
        chance
        for (k, c, m, d), chance in chances.items()
        if (c, d) == (a, b) and (k == i if a else m == j)
    )
