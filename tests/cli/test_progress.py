"""The line that says how far a run is."""

import pytest

from kielipari.cli.progress import counted


@pytest.mark.parametrize(
    ("done", "total", "left", "said"),
    [
        (0, None, None, ""),
        (35, None, None, "35"),
        (7, 100, None, "  7/100"),
        (42, 100, 66.4, " 42/100  1:06"),
        (100, 100, 0, "100/100"),
    ],
)
def test_says_how_many_and_how_long_as_far_as_it_is_known(
    done: int, total: int | None, left: float | None, said: str
) -> None:
    assert counted(done, total, left) == said
