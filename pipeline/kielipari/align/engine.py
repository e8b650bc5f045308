"""Alignment in order: prepared texts in, a monotone path of beads with posteriors out.

Long texts are cut at anchors (:mod:`kielipari.align.anchors`); what is still too large between
two anchors is walked with a sliding window. So time grows linearly with the number of segments
and memory stays bounded, whatever the texts are.
"""

from collections import defaultdict
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from kielipari.align.anchors import cut_points
from kielipari.align.evidence import Bag, Evidence, Links, bag
from kielipari.align.keys import Key, cognate_form
from kielipari.align.lattice import Lattice, Posterior
from kielipari.align.lexicon import Lexicon, LexiconSide
from kielipari.align.resources import Resources

__all__ = ["Prepared", "Step", "align_in_order", "make_evidence", "make_lattice", "prepare"]

_WINDOW = 160  # segments a side that are searched exactly, 25,600 cells
_MISMATCH = -6.0  # a heading against a list item: only if everything else speaks for it
_ACROSS_BLOCKS = -2.5  # sentences of two paragraphs in one bead
_COGNATE_PREFIX = 4


class Step(NamedTuple):
    """A bead: source i to i + a, target j to j + b, with its posterior probability."""

    i: int
    a: int
    j: int
    b: int
    score: float


@dataclass(frozen=True, slots=True)
class Prepared:
    """One side, ready to be compared: keys and length of every segment.

    ``kinds`` are labels that must agree for a pair to be likely; ``blocks`` tell which segments
    stand in one block.
    """

    keys: tuple[tuple[Key, ...], ...]
    lengths: npt.NDArray[np.float32]
    hashes: npt.NDArray[np.int64]
    kinds: npt.NDArray[np.int64]
    blocks: npt.NDArray[np.int64]

    def __len__(self) -> int:
        return len(self.keys)

    def cut(self, start: int, end: int) -> "Prepared":
        """Return a stretch of it."""
        return Prepared(
            self.keys[start:end],
            self.lengths[start:end],
            self.hashes[start:end],
            self.kinds[start:end],
            self.blocks[start:end],
        )

    def pick(self, indices: Sequence[int]) -> "Prepared":
        """Return some of its segments, in the order given."""
        where = np.asarray(indices, np.int64)
        return Prepared(
            tuple(self.keys[k] for k in indices),
            self.lengths[where],
            self.hashes[where],
            self.kinds[where],
            self.blocks[where],
        )


def prepare(
    texts: Sequence[str],
    side: LexiconSide,
    kinds: Sequence[int] | None = None,
    blocks: Sequence[int] | None = None,
) -> Prepared:
    """Prepare one side's segments; every segment is a block of its own unless ``blocks`` tells."""
    stripped = [text.strip() for text in texts]
    count = len(stripped)
    weightless = side.weights
    keys = tuple(
        tuple(
            key
            for key in side.table.of_text(text)
            if not isinstance(key, int) or weightless[key] > 0
        )
        for text in stripped
    )
    return Prepared(
        keys,
        np.array([len(text) for text in stripped], np.float32),
        np.array([hash(text.lower()) for text in stripped], np.int64),
        np.asarray(kinds if kinds is not None else [0] * count, np.int64),
        np.asarray(blocks if blocks is not None else range(count), np.int64),
    )


def make_bag(prepared: Prepared, side: LexiconSide) -> Bag:
    """Gather the distinct keys of a stretch with their weights."""
    ids: dict[Key, int] = {}
    for keys in prepared.keys:
        for key in keys:
            ids.setdefault(key, len(ids))
    return bag(
        prepared.keys, [side.weight(key) for key in ids], ids, prepared.lengths, prepared.hashes
    )


def make_links(source: Bag, target: Bag, lexicon: Lexicon) -> Links:
    """Find which keys of one bag may translate which of the other."""
    strength: dict[tuple[int, int], tuple[float, float]] = {}
    _lexical_links(source, target, lexicon, strength)
    _cognate_links(source, target, lexicon, strength)
    count = len(strength)
    ends = np.array(list(strength), np.int64).reshape(count, 2)
    both = np.array(list(strength.values()), np.float32).reshape(count, 2)
    return Links(ends[:, 0], ends[:, 1], both[:, 0], both[:, 1])


_Strength = dict[tuple[int, int], tuple[float, float]]


def _lexical_links(source: Bag, target: Bag, lexicon: Lexicon, strength: _Strength) -> None:
    """Add the lexicon's links between keys that are present."""
    known = np.array([k if isinstance(k, int) else -1 for k in source.keys], np.int64)
    rows = np.flatnonzero(known >= 0)
    if not len(rows):
        return
    begin, end = lexicon.first[known[rows]], lexicon.first[known[rows] + 1]
    sizes = end - begin
    owners = np.repeat(rows, sizes)
    flat = np.repeat(end - np.cumsum(sizes), sizes) + np.arange(sizes.sum())
    there = np.full(len(lexicon.target.names), -1, np.int64)
    for place, key in enumerate(target.keys):
        if isinstance(key, int):
            there[key] = place
    others = there[lexicon.links[flat]]
    present = others >= 0
    flat = flat[present]
    strength.update(
        zip(
            zip(owners[present].tolist(), others[present].tolist(), strict=True),
            zip(lexicon.forward[flat].tolist(), lexicon.backward[flat].tolist(), strict=True),
            strict=True,
        )
    )


def _cognate_links(source: Bag, target: Bag, lexicon: Lexicon, strength: _Strength) -> None:
    """Add links between names, loans and equal numbers."""
    by_prefix: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for place, key in enumerate(target.keys):
        form = _form(lexicon.target, key)
        by_prefix[form if form[:1] == "#" else form[:_COGNATE_PREFIX]].append((place, form))
    for place, key in enumerate(source.keys):
        form = _form(lexicon.source, key)
        for other, there in by_prefix.get(form if form[:1] == "#" else form[:_COGNATE_PREFIX], ()):
            likeness = 1.0 if form == there else _likeness(form, there)
            ahead, back = strength.get((place, other), (0.0, 0.0))
            strength[place, other] = max(ahead, likeness), max(back, likeness)


def _form(side: LexiconSide, key: Key) -> str:
    """Return what a key is compared by, letter for letter."""
    name = side.name(key)
    return name if name[:1] == "#" else cognate_form(name)


def _likeness(one: str, other: str) -> float:
    """Return how much of the longer word the common beginning makes, short ones discounted."""
    longest = max(len(one), len(other))
    if longest < _COGNATE_PREFIX:
        return 0.0
    same = 0
    for left, right in zip(one, other, strict=False):
        if left != right:
            break
        same += 1
    return max(0.0, same / longest * min(1.0, same / 6))


def make_evidence(source: Prepared, target: Prepared, resources: Resources) -> Evidence:
    """Compute the features of all beads of two stretches."""
    lexicon = resources.lexicon
    left, right = make_bag(source, lexicon.source), make_bag(target, lexicon.target)
    return Evidence(left, right, make_links(left, right, lexicon))


def make_lattice(source: Prepared, target: Prepared, resources: Resources) -> Lattice:
    """Score all beads of two stretches; both must have segments."""
    evidence = make_evidence(source, target, resources)
    scorer = resources.scorer
    alone_s, alone_t = (scorer.one_sided(f) for f in evidence.alone_features())
    other_kind = source.kinds[:, None] != target.kinds[None, :]
    broken_s = source.blocks[1:] != source.blocks[:-1]
    broken_t = target.blocks[1:] != target.blocks[:-1]
    structured = bool(other_kind.any()) or len(set(source.blocks.tolist())) < len(source)
    empty_s, empty_t = source.lengths == 0, target.lengths == 0
    pairs = {}
    for a, b in evidence.shapes():
        score = scorer.pairs(evidence.pair_features((a, b))).astype(np.float64)
        for x in range(a):
            rows = slice(x, x + score.shape[0])
            score[empty_s[rows]] -= 1e6
            for y in range(b):
                if structured:
                    score += _MISMATCH * other_kind[rows, y : y + score.shape[1]]
        for y in range(b):
            score[:, empty_t[y : y + score.shape[1]]] -= 1e6
        if structured:
            for x in range(a - 1):
                score += _ACROSS_BLOCKS * broken_s[x : x + score.shape[0], None]
            for y in range(b - 1):
                score += _ACROSS_BLOCKS * broken_t[None, y : y + score.shape[1]]
        pairs[a, b] = score
    return Lattice(pairs, alone_s.astype(np.float64), alone_t.astype(np.float64))


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
    while i < end[0] or j < end[1]:
        upto = min(i + _WINDOW, end[0]), min(j + _WINDOW, end[1])
        steps = _exact(source.cut(i, upto[0]), target.cut(j, upto[1]), resources)
        here = i, j
        for step in steps:
            if upto != end and max(step.i, step.j) >= _WINDOW // 2 and (i, j) != here:
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
    return [
        Step(i, a, j, b, _probability(posterior, i, a, j, b)) for i, a, j, b in lattice.best_path()
    ]


def _probability(posterior: Posterior, i: int, a: int, j: int, b: int) -> float:
    """Return the posterior of one bead of the best path, within 0 and 1."""
    if not b:
        found = posterior.source_alone[i]
    elif not a:
        found = posterior.target_alone[j]
    else:
        found = posterior.pairs[a, b][i, j]
    return float(min(1.0, max(0.0, found)))


def groups(labels: Sequence[Hashable]) -> dict[Hashable, list[int]]:
    """Return the indices of each label, in order."""
    found: dict[Hashable, list[int]] = defaultdict(list)
    for index, label in enumerate(labels):
        found[label].append(index)
    return found
