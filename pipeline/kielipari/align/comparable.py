"""Texts that are about the same but are no translations: what of them corresponds all the same.

No order is assumed. A pair counts only where both segments are each other's best by a margin and
the pair is far likelier than no counterpart; everything else stays alone.
"""

import numpy as np

from kielipari.align.engine import make_evidence, make_lattice
from kielipari.align.placed import Placed
from kielipari.align.prepare import Prepared
from kielipari.align.resources import Resources
from kielipari.align.rivals import next_best

__all__ = ["find_certain"]

_CERTAIN = 3.5  # log odds against having no counterpart
_MARGIN = 1.0  # … and more than the next best pair of either segment
_LEAST_SHARED = 0.7  # of 2: the shares of both segments that the other covers, added
_LARGEST = 400  # segments a side that are compared each with each
_LEAST_LENGTH = 8.0  # code points; shorter pieces agree by chance


def find_certain(
    source: Prepared, target: Prepared, found: list[Placed], resources: Resources
) -> list[Placed]:
    """Return near-certain pairs, marked as moved where they leave the order of the source.

    Texts too long to compare each segment with each keep the certain ones among ``found``.
    """
    n, m = len(source), len(target)
    if not n or not m:
        return found
    if max(n, m) > _LARGEST:
        pairs = {
            bead.source[0]: (bead.target[0], bead.net)
            for bead in found
            if len(bead.source) == len(bead.target) == 1 and bead.net >= _CERTAIN + _MARGIN
        }
    else:
        pairs = _mutual(source, target, resources)
    beads: list[Placed] = []
    furthest = -1
    for i in sorted(pairs):
        j, net = pairs[i]
        beads.append(Placed((i,), (j,), _probability(net), net, moved=j < furthest))
        furthest = max(furthest, j)
    taken = {j for j, _ in pairs.values()}
    beads += [Placed((i,), (), 1.0, 0.0) for i in range(n) if i not in pairs]
    beads += [Placed((), (j,), 1.0, 0.0) for j in range(m) if j not in taken]
    return beads


def _mutual(
    source: Prepared, target: Prepared, resources: Resources
) -> dict[int, tuple[int, float]]:
    """Return pairs of single segments that are each other's best, by the margin."""
    lattice = make_lattice(source, target, resources)
    net = lattice.pairs[1, 1] - lattice.source_alone[:, None] - lattice.target_alone[None, :]
    net[source.lengths < _LEAST_LENGTH] = -np.inf
    net[:, target.lengths < _LEAST_LENGTH] = -np.inf
    shared = make_evidence(source, target, resources).strength() >= _LEAST_SHARED
    good = shared & (net >= _CERTAIN) & (net >= next_best(net, 1, -np.inf) + _MARGIN)
    good &= net >= next_best(net, 0, -np.inf) + _MARGIN
    return {int(i): (int(j), float(net[i, j])) for i, j in zip(*np.nonzero(good), strict=True)}


def _probability(net: float) -> float:
    """Return the odds as a probability."""
    return float(1.0 / (1.0 + np.exp(-net)))
