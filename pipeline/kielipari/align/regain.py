"""What a merged bead took of a moved block goes back to its counterpart beside the block.

Alignment in order cannot see a moved block, so its first or last segment may have been taken for
a part of the neighbour's counterpart. Once the block is found, the segment beside it on the other
side is without counterpart, and both readings can be weighed against each other.
"""

from collections.abc import Iterator, Sequence

from kielipari.align.engine import make_lattice
from kielipari.align.placed import Placed
from kielipari.align.prepare import Prepared
from kielipari.align.resources import Resources

__all__ = ["give_back"]


def give_back(
    source: Prepared, target: Prepared, beads: Sequence[Placed], resources: Resources
) -> list[Placed]:
    """Return the beads with what belongs to a moved block taken out of others."""
    kept = dict.fromkeys(beads)
    owners = _owners(beads)
    todo = [bead for bead in beads if bead.moved]
    while todo:
        bead = todo.pop()
        for i, j in _beside(bead, len(source), len(target)):
            taken = owners[0].get(i), owners[1].get(j)
            holder = taken[0] or taken[1]
            if holder is None or all(taken) or holder.moved or holder not in kept:
                continue
            less = _without(holder, i if taken[0] else None, j if taken[1] else None)
            pair = Placed((i,), (j,), bead.score, 0.0, moved=True)
            gain, pair = _gain(source, target, (holder, less, pair), resources)
            if gain > 0:
                del kept[holder]
                kept |= dict.fromkeys((pair, *less))
                for one in (pair, *less):
                    owners[0].update(dict.fromkeys(one.source, one))
                    owners[1].update(dict.fromkeys(one.target, one))
                todo.append(pair)
    return list(kept)


def _owners(beads: Sequence[Placed]) -> tuple[dict[int, Placed], dict[int, Placed]]:
    """Return which bead holds each segment of both sides."""
    return (
        {i: bead for bead in beads for i in bead.source},
        {j: bead for bead in beads for j in bead.target},
    )


def _beside(bead: Placed, rows: int, columns: int) -> Iterator[tuple[int, int]]:
    """Yield the pairs of segments that stand right before and after a bead in both texts."""
    if bead.source[0] and bead.target[0]:
        yield bead.source[0] - 1, bead.target[0] - 1
    if bead.source[-1] + 1 < rows and bead.target[-1] + 1 < columns:
        yield bead.source[-1] + 1, bead.target[-1] + 1


def _without(bead: Placed, i: int | None, j: int | None) -> tuple[Placed, ...]:
    """Return what is left of a bead without one segment of either side."""
    source = tuple(k for k in bead.source if k != i)
    target = tuple(k for k in bead.target if k != j)
    whole = all(side[-1] - side[0] == len(side) - 1 for side in (source, target) if side)
    if source and target and whole:
        return (bead._replace(source=source, target=target),)
    alone = [((k,), ()) for k in source] + [((), (k,)) for k in target]
    return tuple(Placed(left, right, 0.5, 0.0) for left, right in alone)


def _gain(
    source: Prepared,
    target: Prepared,
    beads: tuple[Placed, tuple[Placed, ...], Placed],
    resources: Resources,
) -> tuple[float, Placed]:
    """Return by how much a smaller bead and a pair are likelier than the bead, and the pair."""
    holder, less, pair = beads
    rows = sorted({*holder.source, *pair.source})
    columns = sorted({*holder.target, *pair.target})
    lattice = make_lattice(source.pick(rows), target.pick(columns), resources)

    def net(bead: Placed) -> float:
        """Return the log odds of a bead against having no counterpart."""
        if not (bead.source and bead.target):
            return 0.0
        i, j = rows.index(bead.source[0]), columns.index(bead.target[0])
        a, b = len(bead.source), len(bead.target)
        alone = lattice.source_alone[i : i + a].sum() + lattice.target_alone[j : j + b].sum()
        return float(lattice.pairs[a, b][i, j] - alone)

    found = pair._replace(net=net(pair))
    return sum(map(net, less)) + found.net - net(holder), found
