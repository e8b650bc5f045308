"""Alignment in order: prepared texts in, a monotone path of beads with posteriors out.

Long texts are cut at anchors (:mod:`kielipari.align.anchors`); what is still too large between
two anchors is walked with a sliding window. So time grows linearly with the number of segments
and memory stays bounded, whatever the texts are.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from kielipari.align.anchors import cut_points
from kielipari.align.coverage import Bag, sums
from kielipari.align.evidence import Evidence
from kielipari.align.keys import Key
from kielipari.align.lattice import NEVER, Bead, Lattice, Shape
from kielipari.align.lexicon import LexiconSide
from kielipari.align.linking import make_links
from kielipari.align.prepare import Prepared
from kielipari.align.resources import Resources
from kielipari.align.rivals import between, sure_pairs

__all__ = ["Step", "align_in_order", "make_evidence", "make_lattice"]

_EXACT = 160  # segments a side that are searched exactly, 25,600 cells
_WINDOW = 100  # segments a side in a sliding window; half of it is kept at each step
_MISMATCH = -6.0  # a heading against a list item: only if everything else speaks for it
_ACROSS_BLOCKS = -2.5  # sentences of two paragraphs in one bead
_LEAST_RARITY = 0.2
_CONTENT = 2.0  # what weighs more is no function word
# What a segment rightly left alone counts beside a pair that is right, in plain text and where
# blocks tell that two items stand in the same place. Of 0.05 to 0.4 the first is the highest that
# keeps labels rightly called missing at .92, on either half of the documents, with words and
# weights that had learned from the other half; the second pairs two items that stand alone in one
# place from a chance of about one in six.
_ALONE = 0.07
_ALONE_IN_BLOCKS = 0.1


class Step(NamedTuple):
    """A bead: source i to i + a, target j to j + b.

    ``score`` is its posterior probability; ``net`` the log of how much likelier it is than that
    its segments have no counterpart (0 for a one-sided bead).
    """

    i: int
    a: int
    j: int
    b: int
    score: float
    net: float = 0.0


def make_bag(prepared: Prepared, side: LexiconSide) -> tuple[Bag, tuple[Key, ...]]:
    """Gather the distinct keys of a stretch with their weights."""
    ids: dict[Key, int] = {}
    flat = [ids.setdefault(key, len(ids)) for keys in prepared.keys for key in keys]
    rows = np.repeat(np.arange(len(prepared)), [len(keys) for keys in prepared.keys])
    shape = len(prepared), len(ids)
    counts = np.bincount(rows * len(ids) + np.array(flat, np.int64), minlength=shape[0] * shape[1])
    keys = tuple(ids)
    table = counts.reshape(shape).astype(np.float32)
    known = side.facts
    facts = [known[key] for key in keys]
    weights = np.array([fact.weight for fact in facts], np.float32)
    return Bag(
        table,
        weights * _rarity(table),
        np.array([fact.certainty for fact in facts], np.float32),
        np.array([fact.numeric for fact in facts], bool),
        prepared.lengths,
        prepared.hashes,
        prepared.marks,
        prepared.starts,
        prepared.ends,
        prepared.cases,
        prepared.forms,
        table @ (weights > _CONTENT).astype(np.float32),
        table @ np.array([fact.denies for fact in facts], np.float32),
    ), keys


def _rarity(counts: npt.NDArray[np.float32]) -> npt.NDArray[np.float32]:
    """Return how much a key tells within its own text: 1 for one segment's, less for many's."""
    size = len(counts) + 1
    share = np.log(size / np.maximum((counts > 0).sum(axis=0), 1)) / np.log(size)
    rarity: npt.NDArray[np.float32] = np.maximum(share, _LEAST_RARITY).astype(np.float32)
    return rarity


def make_evidence(source: Prepared, target: Prepared, resources: Resources) -> Evidence:
    """Compute the features of all beads of two stretches."""
    lexicon = resources.lexicon
    left, keys_s = make_bag(source, lexicon.source)
    right, keys_t = make_bag(target, lexicon.target)
    return Evidence(left, right, make_links(keys_s, keys_t, lexicon))


def make_lattice(source: Prepared, target: Prepared, resources: Resources) -> Lattice:
    """Score the beads of two stretches that may be right; both must have segments."""
    evidence, scorer = make_evidence(source, target, resources), resources.scorer
    alone_s, alone_t = (
        scorer.one_sided(features).astype(np.float64) for features in evidence.alone_features()
    )
    unfit = _MISMATCH * (source.kinds[:, None] != target.kinds)
    unfit += NEVER * ((source.lengths[:, None] == 0) | (target.lengths == 0))
    breaks = [np.cumsum(np.diff(side.blocks, prepend=0) != 0) for side in (source, target)]
    sure: list[tuple[int, int]] = []
    is_open: npt.NDArray[np.bool_] | None = None
    pairs: dict[Shape, npt.NDArray[np.float64]] = {}
    for shape in evidence.shapes():
        at = evidence.cells(shape, is_open)
        amiss = sums(sums(unfit, shape[0]).T, shape[1]).T
        found = scorer.pairs(evidence.pair_features(shape, at)) + amiss[at]
        for places, width, block in zip(at, shape, breaks, strict=True):
            found += _ACROSS_BLOCKS * (block[places + width - 1] - block[places])
        pairs[shape] = np.full(amiss.shape, NEVER)
        pairs[shape][at] = found
        if shape == (1, 1):
            sure = sure_pairs(pairs[shape] - alone_s[:, None] - alone_t)
            is_open = between(sure, amiss.shape) if sure else None
    return Lattice(pairs, alone_s, alone_t, scorer.facing, sure)


def align_in_order(source: Prepared, target: Prepared, resources: Resources) -> list[Step]:
    """Align two sides in order.

    Return steps that cover every segment of both sides exactly once.
    """
    steps: list[Step] = []
    start = (0, 0)
    for end in [*cut_points(source, target, resources), (len(source), len(target))]:
        steps.extend(_stretch(source, target, start, end, resources))
        start = end
    return steps


def _stretch(
    source: Prepared,
    target: Prepared,
    start: tuple[int, int],
    end: tuple[int, int],
    resources: Resources,
) -> Iterator[Step]:
    """Align what lies between two certain points, with a window if it is large."""
    i, j = start
    is_small = max(end[0] - i, end[1] - j) <= _EXACT
    size = _EXACT if is_small else _WINDOW
    steps: list[Step] = []
    looked_at: tuple[bytes, ...] = ()
    while i < end[0] or j < end[1]:
        upto = min(i + size, end[0]), min(j + size, end[1])
        left, right = source.cut(i, upto[0]), target.cut(j, upto[1])
        again = (*left.signature(), *right.signature())
        if again != looked_at:  # what repeats itself is aligned once
            steps, looked_at = _exact(left, right, resources), again
        here = i, j
        for step in steps:
            if upto != end and max(step.i, step.j) >= size // 2 and (i, j) != here:
                break
            yield step._replace(i=step.i + here[0], j=step.j + here[1])
            i, j = here[0] + step.i + step.a, here[1] + step.j + step.b


def _exact(source: Prepared, target: Prepared, resources: Resources) -> list[Step]:
    """Align two stretches by exhaustive search of what lies between the pairs past doubt."""
    end = len(source), len(target)
    if not all(end):
        return [Step(i, 1, 0, 0, 1.0) for i in range(end[0])] + [
            Step(0, 0, j, 1, 1.0) for j in range(end[1])
        ]
    lattice = make_lattice(source, target, resources)
    in_blocks = bool(np.any(source.blocks != source.blocks[0]))
    alone = _ALONE_IN_BLOCKS if in_blocks else _ALONE
    steps: list[Step] = []
    start = 0, 0
    for i, j in lattice.sure:
        steps += _search(lattice, start, (i, j), alone)
        steps.append(Step(i, 1, j, 1, 1.0, _net(lattice, (i, 1, j, 1))))
        start = i + 1, j + 1
    return steps + _search(lattice, start, end, alone)


def _search(
    lattice: Lattice, start: tuple[int, int], end: tuple[int, int], alone: float
) -> list[Step]:
    """Align the segments between two cells of a lattice."""
    if start == end:
        return []
    posterior = lattice.cut(start, end).posterior()
    steps = []
    for bead in posterior.most_right(alone):
        i, a, j, b = bead[0] + start[0], bead[1], bead[2] + start[1], bead[3]
        steps.append(Step(i, a, j, b, posterior.chance(bead), _net(lattice, (i, a, j, b))))
    return steps


def _net(lattice: Lattice, bead: Bead) -> float:
    """Return how much likelier a bead is than that its segments have no counterpart."""
    i, a, j, b = bead
    if not (a and b):
        return 0.0
    alone = sum(lattice.source_alone[i : i + a]) + sum(lattice.target_alone[j : j + b])
    return float(lattice.pairs[a, b][i, j] - alone)


def groups(labels: Sequence[str]) -> dict[str, list[int]]:
    """Return the indices of each label, in order."""
    found: dict[str, list[int]] = defaultdict(list)
    for index, label in enumerate(labels):
        found[label].append(index)
    return found
