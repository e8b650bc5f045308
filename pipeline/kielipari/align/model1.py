"""IBM Model 1 with arrays: which key of one language translates which, from aligned pieces.

Brown et al. 1993, "The Mathematics of Statistical Machine Translation".
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

__all__ = ["Cooccurrence", "cooccurrences", "train"]

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]

_CHUNK = 20_000  # aligned pieces whose cells are gathered at a time
_EMPTY_WORDS = 3.0


@dataclass(frozen=True, slots=True)
class Cooccurrence:
    """All cells of all aligned pieces: which pair of keys, and which occurrence it explains."""

    pairs: Ints  # (P, 2) distinct (source, target) keys
    cell_pair: npt.NDArray[np.int32]  # (C,) index into pairs
    cell_target: npt.NDArray[np.int32]  # (C,) occurrence of a target key, numbered
    cell_source: npt.NDArray[np.int32]  # (C,) occurrence of a source key, numbered


def cooccurrences(pieces: Sequence[tuple[Ints, Ints]], target_keys: int) -> Cooccurrence:
    """Gather which keys stand in the same piece. Each side's keys are distinct within a piece."""
    codes, targets, sources = [], [], []
    base_t = base_s = 0
    for s, t in pieces:
        codes.append((s[:, None] * target_keys + t[None, :]).ravel())
        sources.append(np.repeat(np.arange(base_s, base_s + len(s), dtype=np.int32), len(t)))
        targets.append(np.tile(np.arange(base_t, base_t + len(t), dtype=np.int32), len(s)))
        base_s += len(s)
        base_t += len(t)
    unique, place = np.unique(np.concatenate(codes), return_inverse=True)
    return Cooccurrence(
        np.stack(np.divmod(unique, target_keys), axis=1),
        place.astype(np.int32),
        np.concatenate(targets),
        np.concatenate(sources),
    )


def train(seen: Cooccurrence, given: int, start: Floats | None = None, rounds: int = 6) -> Floats:
    """Return p(other | given) for every pair; ``given`` is 0 for the source, 1 for the target.

    ``start`` (P,) is where to start from, instead of an even chance for all.
    A key may also come from nowhere, with the probability of its share of all occurrences, as if
    every piece held a few empty words (Moore 2004, "Improving IBM Word-Alignment Model 1").
    """
    owner, other = seen.pairs[:, given], seen.pairs[:, 1 - given]
    size = int(owner.max()) + 1
    place = seen.cell_target if given == 0 else seen.cell_source
    places = int(place.max()) + 1
    key_of_place = np.zeros(places, np.int64)
    key_of_place[place] = other[seen.cell_pair]
    nowhere = _EMPTY_WORDS * (np.bincount(key_of_place) / places)[key_of_place]
    chance = 1.0 / np.bincount(owner, minlength=size)[owner] if start is None else start
    for _ in range(rounds):
        cell = chance[seen.cell_pair]
        total = np.bincount(place, weights=cell, minlength=places) + nowhere
        count = np.bincount(seen.cell_pair, weights=cell / total[place], minlength=len(owner))
        chance = count / np.bincount(owner, weights=count, minlength=size)[owner]
    return chance
