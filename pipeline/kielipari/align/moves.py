"""Content that stands in another place: a second look at what alignment in order left over.

What was moved has its counterpart among what is left over on the other side. With everything
else gone, a moved block stands in order again, so the same alignment finds it. A pair counts
when it is far likelier than chance, a single one more so than one beside others.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kielipari.align.engine import Step, align_in_order
from kielipari.align.placed import Placed
from kielipari.align.prepare import Prepared
from kielipari.align.regain import give_back
from kielipari.align.resources import Resources

__all__ = ["Placed", "find_moved"]

_ROUNDS = 3
_SURE_ALONE = 7.0  # log odds that a single pair must reach …
_SURE_IN_RUN = 2.0  # … one that stands next to another …
_BESIDE_SURE = -1.0  # … and one that stands next to a sure one
_SURE_SCORE = 0.6  # posterior within what was left over
_NEAR = 2  # segments within which two pairs stand side by side


@dataclass(frozen=True, slots=True)
class _Taken:
    """The segments of both sides that beads hold."""

    source: frozenset[int]
    target: frozenset[int]

    @classmethod
    def of(cls, beads: Iterable[Placed]) -> "_Taken":
        """Gather them."""
        found = list(beads)
        return cls(
            frozenset(i for bead in found for i in bead.source),
            frozenset(j for bead in found for j in bead.target),
        )


def find_moved(
    source: Prepared, target: Prepared, steps: Sequence[Step], resources: Resources
) -> list[Placed]:
    """Return the beads of ``steps``, with those of moved content in place of one-sided ones."""
    kept = [_placed(step) for step in steps if step.a and step.b]
    for _ in range(_ROUNDS):
        taken = _Taken.of(kept)
        rows = [i for i in range(len(source)) if i not in taken.source and source.lengths[i]]
        columns = [j for j in range(len(target)) if j not in taken.target and target.lengths[j]]
        if not rows or not columns:
            break
        again = align_in_order(source.pick(rows), target.pick(columns), resources)
        new = [bead for bead in _in_place(again, rows, columns) if _is_whole(bead)]
        found = _credible(new, [bead for bead in kept if bead.moved])
        if not found:
            break
        kept.extend(found)
    kept = give_back(source, target, kept, resources)
    return kept + _left_over(steps, _Taken.of(kept))


def _placed(step: Step) -> Placed:
    """Turn a step into a bead with explicit indices."""
    source, target = range(step.i, step.i + step.a), range(step.j, step.j + step.b)
    return Placed(tuple(source), tuple(target), step.score, step.net)


def _in_place(steps: Sequence[Step], rows: Sequence[int], columns: Sequence[int]) -> list[Placed]:
    """Return the paired steps among picked segments with the segments' own indices."""
    return [
        Placed(
            tuple(rows[step.i : step.i + step.a]),
            tuple(columns[step.j : step.j + step.b]),
            step.score,
            step.net,
            moved=True,
        )
        for step in steps
        if step.a and step.b
    ]


def _left_over(steps: Sequence[Step], taken: _Taken) -> list[Placed]:
    """Return one-sided beads for what no bead holds, as sure as the first alignment was."""
    return [
        _placed(step)
        for step in steps
        if not (step.a and step.b)
        and (step.i not in taken.source if step.a else step.j not in taken.target)
    ]


def _is_whole(bead: Placed) -> bool:
    """Say whether the segments of each side are neighbours in their text."""
    return (
        bead.source[-1] - bead.source[0] == len(bead.source) - 1
        and bead.target[-1] - bead.target[0] == len(bead.target) - 1
    )


def _credible(new: Sequence[Placed], known: Sequence[Placed]) -> list[Placed]:
    """Return the new beads that are sure enough, alone or beside others, new or known."""
    found = []
    beads = sorted([*new, *known])
    looked_at = set(new)
    for place, bead in enumerate(beads):
        if bead not in looked_at:
            continue
        near = [
            beads[k].net
            for k in (place - 1, place + 1)
            if 0 <= k < len(beads) and _are_neighbours(bead, beads[k])
        ]
        best = max(near, default=None)
        if best is None:
            least = _SURE_ALONE
        else:
            least = _BESIDE_SURE if best >= _SURE_ALONE else _SURE_IN_RUN
        certain = bead.score >= _SURE_SCORE or (best is not None and best >= _SURE_ALONE)
        if bead.net >= least and certain:
            found.append(bead)
    return found


def _are_neighbours(one: Placed, other: Placed) -> bool:
    """Say whether two beads stand side by side, or nearly, in both texts."""
    first, second = sorted((one, other))
    return (
        0 < second.source[0] - first.source[-1] <= _NEAR
        and 0 < second.target[0] - first.target[-1] <= _NEAR
    )
