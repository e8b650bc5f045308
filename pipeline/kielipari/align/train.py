"""Training the weights of the aligner: a semi-Markov conditional random field over beads.

The likelihood of the gold beads of noisy pairs is maximised; its gradient with respect to a
bead's score is the bead's gold indicator less its posterior (Sarawagi and Cohen 2004,
"Semi-Markov Conditional Random Fields for Information Extraction"). Some of the lexicon's links
are hidden in some pairs, so that text of fields which the lexicon hardly knows is met as well.
"""

import argparse
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from random import Random

import numpy as np
import numpy.typing as npt

from kielipari.align.aligned import AlignedPiece, read_aligned
from kielipari.align.engine import make_bag
from kielipari.align.evidence import PAIR_FEATURES, Evidence, Links
from kielipari.align.join import merge
from kielipari.align.lattice import Lattice, Shape
from kielipari.align.learn import learn_lexicon
from kielipari.align.lexicon import Lexicon
from kielipari.align.lexicon_file import load
from kielipari.align.linking import make_links
from kielipari.align.noise import Noise, NoisyPair, make_noisy
from kielipari.align.prepare import prepare
from kielipari.align.scorer import Scorer, mean, save_scorer, untrained
from kielipari.errors import KielipariError

__all__ = ["main", "train_scorer"]

Floats = npt.NDArray[np.float32]
Documents = list[list[tuple[str, str]]]

_LONGEST = 32  # segments of a training pair; longer documents are cut
_HIDDEN_UNITS = 8
_MOST_OFTEN = 3
_FOLDS = 2
_NOISE = tuple(
    Noise(delete=d, delete_source=s, insert=i, merge=m, smooth=0.5)
    for d, s, i, m in (
        (0.15, 0.01, 0.03, 0.04),
        (0.05, 0.01, 0.03, 0.04),
        (0.3, 0.01, 0.03, 0.04),
        (0.05, 0.05, 0.03, 0.08),
        (0.05, 0.0, 0.0, 0.03),
    )
)
_HIDE = (0.0, 0.0, 0.2, 0.5)  # shares of the links hidden, by turns


@dataclass(frozen=True, slots=True)
class Example:
    """One training pair: features of all beads, and where the gold beads are."""

    pairs: Mapping[Shape, Floats]
    alone: tuple[Floats, Floats]
    gold: Mapping[Shape, tuple[list[int], list[int]]]
    gold_alone: tuple[list[int], list[int]]
    gold_facing: int


def make_example(pair: NoisyPair, lexicon: Lexicon, hide: float, random: Random) -> Example | None:
    """Compute the features of a noisy pair; None where a gold bead has no shape of ours."""
    left, right = prepare(pair.source, lexicon.source), prepare(pair.target, lexicon.target)
    bag_s, keys_s = make_bag(left, lexicon.source)
    bag_t, keys_t = make_bag(right, lexicon.target)
    links = make_links(keys_s, keys_t, lexicon)
    if hide:
        keep = (
            np.array([random.random() >= hide for _ in links.source], bool)
            | (bag_s.numeric[links.source])
        )
        links = Links(
            *(getattr(links, n)[keep] for n in ("source", "target", "forward", "backward"))
        )
        bag_s = replace(bag_s, known=bag_s.known * (1 - hide))
        bag_t = replace(bag_t, known=bag_t.known * (1 - hide))
    evidence = Evidence(bag_s, bag_t, links)
    shapes = evidence.shapes()
    gold: dict[Shape, tuple[list[int], list[int]]] = {shape: ([], []) for shape in shapes}
    alone: tuple[list[int], list[int]] = ([], [])
    for source, target in pair.beads:
        if source and target:
            shape = len(source), len(target)
            if shape not in gold:
                return None
            gold[shape][0].append(source[0])
            gold[shape][1].append(target[0])
        else:
            alone[0].extend(source)
            alone[1].extend(target)
    return Example(
        {shape: evidence.pair_features(shape) for shape in shapes},
        evidence.alone_features(),
        gold,
        alone,
        _facing(pair.beads),
    )


def _facing(beads: Sequence[tuple[Sequence[int], Sequence[int]]]) -> int:
    """Count the places between two paired beads where both sides leave something alone."""
    count = 0
    source = target = False
    for bead in [*beads, ((0,), (0,))]:
        if bead[0] and bead[1]:
            count += source and target
            source = target = False
        else:
            source, target = source or bool(bead[0]), target or bool(bead[1])
    return count


@dataclass(slots=True)
class _Adam:
    """Adam (Kingma and Ba 2015) over a list of arrays."""

    rate: float
    first: list[npt.NDArray[np.float64]]
    second: list[npt.NDArray[np.float64]]
    steps: int = 0

    def step(
        self, parameters: list[npt.NDArray[np.float64]], gradients: list[npt.NDArray[np.float64]]
    ) -> None:
        """Go one step up the gradient."""
        self.steps += 1
        scale = self.rate * np.sqrt(1 - 0.999**self.steps) / (1 - 0.9**self.steps)
        for place, gradient in enumerate(gradients):
            self.first[place] += 0.1 * (gradient - self.first[place])
            self.second[place] += 0.001 * (gradient**2 - self.second[place])
            parameters[place] += scale * self.first[place] / (np.sqrt(self.second[place]) + 1e-8)


def _gradient(
    example: Example, parameters: Sequence[npt.NDArray[np.float64]]
) -> tuple[float, list[npt.NDArray[np.float64]]]:
    """Return the log-likelihood of the gold path and its gradient."""
    linear, hidden, shift, out, alone, facing = parameters
    gradients = [np.zeros_like(p) for p in parameters]
    scores, units = {}, {}
    for shape, features in example.pairs.items():
        flat = features.reshape(-1, features.shape[-1]).astype(np.float64)
        units[shape] = np.tanh(flat @ hidden + shift)
        scores[shape] = (flat @ linear + units[shape] @ out).reshape(features.shape[:-1])
    lattice = Lattice(scores, example.alone[0] @ alone, example.alone[1] @ alone, float(facing[0]))
    posterior = lattice.posterior()
    likelihood = float(facing[0]) * example.gold_facing - posterior.log_partition
    gradients[5][0] = example.gold_facing - posterior.facing
    for shape, features in example.pairs.items():
        error = np.negative(posterior.pairs[shape]).astype(np.float64)
        where = example.gold[shape]
        error[where] += 1.0
        likelihood += float(scores[shape][where].sum())
        table = features.reshape(-1, features.shape[-1])
        flow = error.ravel()
        gradients[0] += flow @ table
        gradients[3] += flow @ units[shape]
        back = flow[:, None] * out * (1 - units[shape] ** 2)
        gradients[1] += table.T @ back
        gradients[2] += back.sum(axis=0)
    both = (posterior.source_alone, posterior.target_alone)
    for side in (0, 1):
        left_over = np.negative(both[side])
        places = example.gold_alone[side]
        left_over[places] += 1.0
        likelihood += float((example.alone[side] @ alone)[places].sum())
        gradients[4] += left_over @ example.alone[side]
    return likelihood, gradients


@dataclass(frozen=True, slots=True)
class Plan:
    """How to train; the same plan gives the same weights.

    As many ``members`` are trained from different seeds and averaged: one alone swings by a
    percentage point of recall with its seed.
    """

    members: int = 3
    epochs: int = 12
    rate: float = 0.02
    decay: float = 1e-4
    batch: int = 16
    seed: int = 1


def train_scorer(
    examples: Sequence[Example], plan: Plan, report: Callable[[str], None] = lambda _: None
) -> Scorer:
    """Fit the weights to examples."""
    members = range(plan.seed, plan.seed + plan.members)
    return mean([_train_member(examples, replace(plan, seed=seed), report) for seed in members])


def _train_member(examples: Sequence[Example], plan: Plan, report: Callable[[str], None]) -> Scorer:
    """Fit one set of weights."""
    start = untrained()
    random = np.random.default_rng(plan.seed)
    parameters: list[npt.NDArray[np.float64]] = [
        start.linear.astype(np.float64),
        random.normal(0, 0.3, (len(PAIR_FEATURES), _HIDDEN_UNITS)),
        np.zeros(_HIDDEN_UNITS),
        random.normal(0, 0.1, _HIDDEN_UNITS),
        start.alone.astype(np.float64),
        np.zeros(1),
    ]
    adam = _Adam(
        plan.rate, [np.zeros_like(p) for p in parameters], [np.zeros_like(p) for p in parameters]
    )
    for epoch in range(plan.epochs):
        adam.rate = plan.rate * (1 - epoch / plan.epochs)
        order = random.permutation(len(examples))
        total = 0.0
        for begin in range(0, len(order), plan.batch):
            chosen = order[begin : begin + plan.batch]
            gradients = [-plan.decay * len(chosen) * p for p in parameters]
            for place in chosen:
                likelihood, more = _gradient(examples[place], parameters)
                total += likelihood
                for k, one in enumerate(more):
                    gradients[k] += one / 10
            adam.step(parameters, gradients)
        report(f"epoch {epoch + 1}: log-likelihood a pair {total / len(examples):.3f}")
    linear, hidden, shift, out, alone, facing = (p.astype(np.float32) for p in parameters)
    return Scorer(linear, hidden, shift, out, alone, float(facing[0]))


def make_examples(
    documents: Sequence[Sequence[tuple[str, str]]], lexicon: Lexicon, copies: int, seed: int
) -> list[Example]:
    """Make noisy training pairs of documents, several of each."""
    random = Random(seed)  # noqa: S311 -- noise, no secret
    pool = [target for document in documents for _, target in document]
    examples = []
    for copy in range(copies):
        for number, document in enumerate(documents):
            turn = copy + number
            for start in range(0, len(document), _LONGEST):
                pieces = document[start : start + _LONGEST]
                pair = make_noisy(pieces, _NOISE[turn % len(_NOISE)], random, pool)
                if pair.source and pair.target:
                    example = make_example(pair, lexicon, _HIDE[turn % len(_HIDE)], random)
                    if example is not None:
                        examples.append(example)
    return examples


def _documents(path: Path, lexicon: Lexicon) -> Documents:
    """Read the documents of a file."""
    found: dict[str, list[tuple[str, str]]] = {}
    for piece in read_aligned([path], lexicon.source.lang, lexicon.target.lang):
        found.setdefault(piece.document, []).append((piece.source, piece.target))
    return list(found.values())


def _folded(
    files: Sequence[Documents], everyday: Sequence[bool], lexicon: Lexicon
) -> list[tuple[Lexicon, list[Documents]]]:
    """Return the files' documents in folds, each with a lexicon that none of them taught.

    Everyday words are learned from the other folds' documents of the files marked so. Weights
    that had seen words learned from their own examples would trust the lexicon too much.
    """
    langs = lexicon.source.lang, lexicon.target.lang
    found = []
    for fold in range(_FOLDS):
        pieces = [
            AlignedPiece("", *piece)
            for documents, teaches in zip(files, everyday, strict=True)
            for place, document in enumerate(documents)
            if teaches and place % _FOLDS != fold
            for piece in document
        ]
        own = [learn_lexicon(pieces, *langs, known=lexicon)] if pieces else []
        chosen = [documents[fold::_FOLDS] for documents in files]
        found.append((merge([lexicon, *own], *langs), chosen))
    return found


def _balanced(files: Sequence[Documents]) -> Documents:
    """Join the files' documents, those of smaller files up to three times over."""
    sizes = [sum(map(len, documents)) for documents in files]
    largest = max(sizes, default=0)
    return [
        document
        for documents, size in zip(files, sizes, strict=True)
        for _ in range(min(_MOST_OFTEN, -(-largest // max(size, 1))))
        for document in documents
    ]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run from the command line; return the exit code."""
    parser = argparse.ArgumentParser(prog="python -m kielipari.align.train", description=__doc__)
    parser.add_argument("aligned", nargs="*", type=Path, help="JSON lines or TSV with documents")
    parser.add_argument(
        "--everyday",
        nargs="+",
        type=Path,
        default=[],
        help="the same, whose words are learned too (from other documents than the weights)",
    )
    parser.add_argument("-l", "--lexicon", nargs="+", type=Path, required=True)
    parser.add_argument("-o", "--output", type=Path, required=True)
    parser.add_argument("--copies", type=int, default=6, help="noisy pairs made of each document")
    parser.add_argument("--epochs", type=int, default=10)
    parser.add_argument(
        "--part", default="0/1", help="K/N: of each file only every Nth document, from the Kth"
    )
    parser.add_argument("--about", default="", help="provenance, kept in the file")
    options = parser.parse_args(arguments)
    paths = [*options.aligned, *options.everyday]
    everyday = [k >= len(options.aligned) for k in range(len(paths))]
    try:
        found = [load(path) for path in options.lexicon]
        lexicon = merge(found, found[0].source.lang, found[0].target.lang)
        first, step = map(int, options.part.split("/"))
        files = [_documents(path, lexicon)[first::step] for path in paths]
        folds = _folded(files, everyday, lexicon)
    except KielipariError as error:
        print(f"{error.path or 'train'}: {error}", file=sys.stderr)  # noqa: T201 -- a command
        return 2
    examples = [
        example
        for fold, (joined, chosen) in enumerate(folds)
        for example in make_examples(_balanced(chosen), joined, options.copies, seed=fold)
    ]
    scorer = train_scorer(examples, Plan(epochs=options.epochs), print)
    save_scorer(options.output, scorer, options.about)
    return 0


if __name__ == "__main__":
    sys.exit(main())
