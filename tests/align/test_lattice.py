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
def test_best_path_and_posterior_agree_with_every_path(n: int, m: int) -> None:
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
    assert lattice.best_path() == list(max(paths)[2])
