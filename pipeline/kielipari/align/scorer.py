"""From features to scores: a small trained network whose output is a bead's log weight."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from kielipari.align.evidence import ALONE_FEATURES, PAIR_FEATURES
from kielipari.errors import StateError

__all__ = ["Scorer", "load_scorer", "mean", "save_scorer", "untrained"]

Floats = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Scorer:
    """A linear part and one hidden layer for paired beads; a linear part for one-sided ones.

    ``linear`` (F,), ``hidden`` (F, H), ``shift`` (H,), ``out`` (H,); ``alone`` (A,); ``facing`` is
    what a place adds where one-sided beads of both sides meet.
    """

    linear: Floats
    hidden: Floats
    shift: Floats
    out: Floats
    alone: Floats
    facing: float = 0.0

    def pairs(self, features: Floats) -> Floats:
        """Return (n, m), the scores of an array of features (n, m, F)."""
        # Row by row, each product is small enough for the library not to wake further threads,
        # which cost more than they bring.
        by_row = features.transpose(0, 2, 1)
        score: Floats = self.linear @ by_row
        if len(self.out):
            layer = self.hidden.T @ by_row
            layer += self.shift[:, None]
            score += self.out @ np.tanh(layer, out=layer)
        return score

    def one_sided(self, features: Floats) -> Floats:
        """Return the scores of one-sided beads (…, A)."""
        # Some BLAS kernels look at what lies beside the array, and raise a flag over it.
        with np.errstate(invalid="ignore"):
            return features @ self.alone


def mean(scorers: Sequence[Scorer]) -> Scorer:
    """Return a scorer whose scores are the mean of others'; it has all their hidden units."""
    linear, alone = (
        np.mean([getattr(scorer, name) for scorer in scorers], axis=0)
        for name in ("linear", "alone")
    )
    return Scorer(
        linear,
        np.concatenate([scorer.hidden for scorer in scorers], axis=1),
        np.concatenate([scorer.shift for scorer in scorers]),
        np.concatenate([scorer.out for scorer in scorers]) * np.float32(1 / len(scorers)),
        alone,
        float(np.mean([scorer.facing for scorer in scorers])),
    )


def untrained() -> Scorer:
    """Return weights set by hand, the starting point of training."""
    pair = {
        "bias-1-1": -1.5,
        "bias-2-1": -4.5,
        "bias-2-2": -7.5,
        "bias-3-1": -7.5,
        "covered-source": 3.0,
        "covered-target": 3.0,
        "covered-smaller": 3.0,
        "covered": 0.5,
        "length-ratio": -1.0,
        "length-surprise": -0.7,
        "numbers-shared": 1.0,
        "numbers-unshared": -0.7,
        "marks-unshared": -0.5,
        "same-end": 0.5,
        "same-text": 2.0,
        "margin-source": 1.0,
        "margin-target": 1.0,
    }
    return Scorer(
        np.array([pair.get(name, 0.0) for name in PAIR_FEATURES], np.float32),
        np.zeros((len(PAIR_FEATURES), 0), np.float32),
        np.zeros(0, np.float32),
        np.zeros(0, np.float32),
        np.array([-1.3 if name == "bias" else 0.0 for name in ALONE_FEATURES], np.float32),
    )


def save_scorer(path: Path, scorer: Scorer, about: str) -> None:
    """Write weights as JSON, with the names of the features they belong to."""
    document = {
        "about": about,
        "pair_features": PAIR_FEATURES,
        "alone_features": ALONE_FEATURES,
        **{
            name: np.asarray(getattr(scorer, name), np.float64).round(5).tolist()
            for name in ("linear", "hidden", "shift", "out", "alone")
        },
        "facing": round(scorer.facing, 5),
    }
    path.write_text(json.dumps(document, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def load_scorer(path: Path) -> Scorer:
    """Read weights; :class:`StateError` where they belong to other features."""
    document = json.loads(path.read_text(encoding="utf-8"))
    if (
        tuple(document["pair_features"]) != PAIR_FEATURES
        or tuple(document["alone_features"]) != ALONE_FEATURES
    ):
        raise StateError("These weights belong to another version; train them again.", str(path))
    linear, hidden, shift, out, alone = (
        np.asarray(document[name], np.float32)
        for name in ("linear", "hidden", "shift", "out", "alone")
    )
    return Scorer(linear, hidden, shift, out, alone, float(document["facing"]))
