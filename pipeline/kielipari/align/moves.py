"""Content that stands in another place: a second look at what alignment in order left over.

What was moved has its counterpart among what is left over on the other side. With everything
else gone, a moved block stands in order again, so the same alignment finds it; a pair counts
when it is far likelier than chance, a single one more so than one of a run.
"""

from collections.abc import Sequence
from typing import NamedTuple

from kielipari.align.engine import Step, align_in_order
from kielipari.align.prepare import Prepared
from kielipari.align.resources import Resources

__all__ = ["Placed", "find_moved"]

_ROUNDS = 3
_SURE_ALONE = 5.0  # log odds that a single pair must reach …
_SURE_IN_RUN = 1.0  # … and one that stands next to another
_SURE_SCORE = 0.6  # posterior within what was left over


class Placed(NamedTuple):
    """A bead with explicit indices."""

    source: tuple[int, ...]
    target: tuple[int, ...]
    score: float
    net: float
    moved: bool = False


def find_moved(
    source: Prepared, target: Prepared, steps: Sequence[Step], resources: Resources
) -> list[Placed]:
    """Return the beads of ``steps``, with those of moved content in place of one-sided ones."""
    paired = [_placed(step) for step in steps if step.a and step.b]
    left = {step.i: step for step in steps if not step.b}
    right = {step.j: step for step in steps if not step.a}
    for _ in range(_ROUNDS):
        rows = [i for i in sorted(left) if source.lengths[i]]
        columns = [j for j in sorted(right) if target.lengths[j]]
        if not rows or not columns:
            break
        again = align_in_order(source.pick(rows), target.pick(columns), resources)
        candidates = [
            Placed(
                tuple(rows[step.i : step.i + step.a]),
                tuple(columns[step.j : step.j + step.b]),
                step.score,
                step.net,
                moved=True,
            )
            for step in again
            if step.a and step.b
        ]
        found = _credible([bead for bead in candidates if _is_whole(bead)])
        if not found:
            break
        for bead in found:
            for i in bead.source:
                del left[i]
            for j in bead.target:
                del right[j]
        paired.extend(found)
    alone = [Placed((i,), (), step.score, 0.0) for i, step in left.items()]
    alone += [Placed((), (j,), step.score, 0.0) for j, step in right.items()]
    return paired + alone


def _placed(step: Step) -> Placed:
    """Turn a step into a bead with explicit indices."""
    source, target = range(step.i, step.i + step.a), range(step.j, step.j + step.b)
    return Placed(tuple(source), tuple(target), step.score, step.net)


def _is_whole(bead: Placed) -> bool:
    """Say whether the segments of each side are neighbours in their text."""
    return (
        bead.source[-1] - bead.source[0] == len(bead.source) - 1
        and bead.target[-1] - bead.target[0] == len(bead.target) - 1
    )


def _credible(beads: Sequence[Placed]) -> list[Placed]:
    """Return the beads that are sure enough, alone or beside their neighbours."""
    found = []
    for place, bead in enumerate(beads):
        near = [beads[k] for k in (place - 1, place + 1) if 0 <= k < len(beads)]
        in_run = any(_are_neighbours(bead, other) for other in near)
        least = _SURE_IN_RUN if in_run else _SURE_ALONE
        if bead.net >= least and bead.score >= _SURE_SCORE:
            found.append(bead)
    return found


def _are_neighbours(one: Placed, other: Placed) -> bool:
    """Say whether two beads stand side by side, or nearly, in both texts."""
    first, second = sorted((one, other))
    return (
        0 < second.source[0] - first.source[-1] <= _NEAR
        and 0 < second.target[0] - first.target[-1] <= _NEAR
    )


_NEAR = 2
