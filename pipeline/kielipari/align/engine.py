"""Alignment in order: prepared texts in, a monotone path of beads with posteriors out.

Long texts are cut at anchors (:mod:`kielipari.align.anchors`); what is still too large between
two anchors is walked with a sliding window. So time grows linearly with the number of segments
and memory stays bounded, whatever the texts are.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import product
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from kielipari.align.anchors import cut_points
from kielipari.align.coverage import Bag
from kielipari.align.evidence import Evidence
from kielipari.align.keys import Key
from kielipari.align.lattice import Lattice, Posterior
from kielipari.align.lexicon import LexiconSide
from kielipari.align.linking import make_links
from kielipari.align.prepare import Prepared
from kielipari.align.resources import Resources

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
_NOTHING = -1e6  # a blank line has no counterpart


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
    """Score all beads of two stretches; both must have segments."""
    evidence = make_evidence(source, target, resources)
    scorer = resources.scorer
    alone_s, alone_t = (scorer.one_sided(f) for f in evidence.alone_features())
    other_kind = source.kinds[:, None] != target.kinds[None, :]
    broken_s = source.blocks[1:] != source.blocks[:-1]
    broken_t = target.blocks[1:] != target.blocks[:-1]
    has_kinds, has_blocks = bool(other_kind.any()), bool(broken_s.any() or broken_t.any())
    empty_s, empty_t = np.flatnonzero(source.lengths == 0), np.flatnonzero(target.lengths == 0)
    pairs = {}
    for a, b in evidence.shapes():
        score = scorer.pairs(evidence.pair_features((a, b))).astype(np.float64)
        rows, columns = score.shape
        for i in empty_s:
            score[max(0, i - a + 1) : i + 1] += _NOTHING
        for j in empty_t:
            score[:, max(0, j - b + 1) : j + 1] += _NOTHING
        if has_kinds:
            for x, y in product(range(a), range(b)):
                score += _MISMATCH * other_kind[x : x + rows, y : y + columns]
        if has_blocks:
            for x in range(a - 1):
                score += _ACROSS_BLOCKS * broken_s[x : x + rows, None]
            for y in range(b - 1):
                score += _ACROSS_BLOCKS * broken_t[None, y : y + columns]
        pairs[a, b] = score
    return Lattice(pairs, alone_s.astype(np.float64), alone_t.astype(np.float64), scorer.facing)


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
    """Align two stretches by exhaustive search."""
    if not len(source) or not len(target):
        return [Step(i, 1, 0, 0, 1.0) for i in range(len(source))] + [
            Step(0, 0, j, 1, 1.0) for j in range(len(target))
        ]
    lattice = make_lattice(source, target, resources)
    posterior = lattice.posterior()
    in_blocks = bool(np.any(source.blocks != source.blocks[0]))
    path = posterior.most_right(_ALONE_IN_BLOCKS if in_blocks else _ALONE)
    return [_step(lattice, posterior, bead) for bead in path]


def _step(lattice: Lattice, posterior: Posterior, bead: tuple[int, int, int, int]) -> Step:
    """Weigh one bead of the best path."""
    i, a, j, b = bead
    net = 0.0
    if not b:
        found = posterior.source_alone[i]
    elif not a:
        found = posterior.target_alone[j]
    else:
        found = posterior.pairs[a, b][i, j]
        alone = sum(lattice.source_alone[i : i + a]) + sum(lattice.target_alone[j : j + b])
        net = float(lattice.pairs[a, b][i, j] - alone)
    return Step(i, a, j, b, float(min(1.0, max(0.0, found))), net)


def groups(labels: Sequence[str]) -> dict[str, list[int]]:
    """Return the indices of each label, in order."""
    found: dict[str, list[int]] = defaultdict(list)
    for index, label in enumerate(labels):
        found[label].append(index)
    return found
