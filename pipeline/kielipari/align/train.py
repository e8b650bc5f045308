"""Training the weights of the aligner: a semi-Markov conditional random field over beads.

The likelihood of the gold beads of noisy pairs is maximised; its gradient with respect to a
bead's score is the bead's gold indicator less its posterior (Sarawagi and Cohen 2004,
"Semi-Markov Conditional Random Fields for Information Extraction").
"""

import argparse
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import numpy.typing as npt

from kielipari.align.aligned import read_aligned
from kielipari.align.evidence import PAIR_FEATURES
from kielipari.align.examples import Example, Texts, folded, make_examples
from kielipari.align.join import merge
from kielipari.align.lattice import Lattice
from kielipari.align.lexicon import Lexicon
from kielipari.align.lexicon_file import load
from kielipari.align.scorer import Scorer, mean, save_scorer, untrained
from kielipari.errors import KielipariError

__all__ = ["main", "train_scorer"]

_HIDDEN_UNITS = 12
_LEAST_ERROR = 1e-5  # of a bead's posterior


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
    linear, hidden, shift, out = (p.astype(np.float32) for p in parameters[:4])
    alone, facing = parameters[4:]
    gradients = [np.zeros_like(p) for p in parameters]
    scores, units = {}, {}
    for shape, features in example.pairs.items():
        flat = features.reshape(-1, features.shape[-1])
        units[shape] = np.tanh(flat @ hidden + shift)
        found = (flat @ linear + units[shape] @ out).astype(np.float64)
        scores[shape] = found.reshape(features.shape[:-1])
    lattice = Lattice(scores, example.alone[0] @ alone, example.alone[1] @ alone, float(facing[0]))
    posterior = lattice.posterior()
    likelihood = float(facing[0]) * example.gold_facing - posterior.log_partition
    gradients[5][0] = example.gold_facing - posterior.facing
    for shape, features in example.pairs.items():
        error = np.negative(posterior.pairs[shape]).astype(np.float64)
        where = example.gold[shape]
        error[where] += 1.0
        likelihood += float(scores[shape][where].sum())
        # Hardly a bead is likely at all: the others change nothing.
        matter = np.flatnonzero(np.abs(error) > _LEAST_ERROR)
        flow = error.ravel()[matter].astype(np.float32)
        table, layer = features.reshape(-1, features.shape[-1])[matter], units[shape][matter]
        gradients[0] += flow @ table
        gradients[3] += flow @ layer
        back = flow[:, None] * out * (1 - layer**2)
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
    epochs: int = 6
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


def _texts(path: Path, lexicon: Lexicon, copies: int, *, words: bool) -> Texts:
    """Read the documents of a file."""
    found: dict[str, list[tuple[str, str]]] = {}
    for piece in read_aligned([path], lexicon.source.lang, lexicon.target.lang):
        found.setdefault(piece.document, []).append((piece.source, piece.target))
    strangers = [target for pieces in found.values() for _, target in pieces]
    return Texts(list(found.items()), copies, words, strangers)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run from the command line; return the exit code."""
    parser = argparse.ArgumentParser(prog="python -m kielipari.align.train", description=__doc__)
    parser.add_argument(
        "--aligned",
        nargs=2,
        action="append",
        default=[],
        metavar=("FILE", "COPIES"),
        help="JSON lines or TSV with documents, and how many noisy pairs to make of each",
    )
    parser.add_argument(
        "--everyday",
        nargs=2,
        action="append",
        default=[],
        metavar=("FILE", "COPIES"),
        help="the same, whose words are learned too (from other documents than the weights)",
    )
    parser.add_argument(
        "--catalogues",
        nargs=2,
        action="append",
        default=[],
        metavar=("FILE", "COPIES"),
        help="the same as --everyday, of which --part leaves nothing out",
    )
    parser.add_argument("-l", "--lexicon", nargs="+", type=Path, required=True)
    parser.add_argument("-o", "--output", type=Path, required=True)
    parser.add_argument("--epochs", type=int, default=Plan().epochs)
    parser.add_argument(
        "--part", default="0/1", help="K/N: of each file only every Nth document, from the Kth"
    )
    parser.add_argument("--about", default="", help="provenance, kept in the file")
    options = parser.parse_args(arguments)
    first, step = map(int, options.part.split("/"))
    try:
        found = [load(path) for path in options.lexicon]
        lexicon = merge(found, found[0].source.lang, found[0].target.lang)
        texts = []
        for kind in ("aligned", "everyday", "catalogues"):
            for path, copies in getattr(options, kind):
                one = _texts(Path(path), lexicon, int(copies), words=kind != "aligned")
                if kind != "catalogues":
                    one = replace(one, documents=one.documents[first::step])
                texts.append(one)
        examples = [
            example
            for number, (joined, folds) in enumerate(folded(texts, lexicon))
            for fold in folds
            for example in make_examples(fold, joined, seed=number)
        ]
    except KielipariError as error:
        print(f"{error.path or 'train'}: {error}", file=sys.stderr)  # noqa: T201 -- a command
        return 2
    save_scorer(
        options.output, train_scorer(examples, Plan(epochs=options.epochs), print), options.about
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
