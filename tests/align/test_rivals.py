"""Which pairs are past doubt, and what may still be weighed around them."""

import numpy as np
import pytest

from kielipari.align.rivals import between, next_best, sure_pairs

GOOD, BAD = 9.0, -3.0


def net(pairs: dict[tuple[int, int], float], size: int = 6) -> np.ndarray:
    found = np.full((size, size), BAD)
    for cell, value in pairs.items():
        found[cell] = value
    return found


def test_the_next_best_is_the_best_of_the_others() -> None:
    values = np.array([[1.0, 5.0, 3.0], [7.0, 7.0, 2.0]])
    assert next_best(values, 1, 0.0).tolist() == [[5.0, 3.0, 5.0], [7.0, 7.0, 7.0]]
    assert next_best(values[:1], 0, -1.0).tolist() == [[-1.0, -1.0, -1.0]]


def test_pairs_between_good_neighbours_are_sure() -> None:
    assert sure_pairs(net({(k, k): GOOD for k in range(6)})) == [(1, 1), (2, 2), (3, 3), (4, 4)]


@pytest.mark.parametrize(
    ("cell", "value"),
    [((3, 3), 1.0), ((3, 4), GOOD - 1)],
    ids=["a weak pair", "one with a rival"],
)
def test_no_pair_beside_a_doubtful_one_is_sure(cell: tuple[int, int], value: float) -> None:
    assert sure_pairs(net({(k, k): GOOD for k in range(6)} | {cell: value})) == [(1, 1)]


def test_pairs_that_cross_others_are_not_sure() -> None:
    moved = {(k, (k + 3) % 6): GOOD for k in range(6)}
    assert sure_pairs(net(moved)) == []
    assert sure_pairs(np.zeros((1, 1))) == []


def test_beads_stay_between_two_sure_pairs() -> None:
    found = between([(1, 2)], (4, 4))
    assert found.astype(int).tolist() == [
        [1, 1, 0, 0],
        [0, 0, 0, 0],
        [0, 0, 0, 1],
        [0, 0, 0, 1],
    ]
