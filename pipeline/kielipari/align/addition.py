"""Learning on top of a lexicon: where to start from, and what was added."""

from dataclasses import replace

import numpy as np
import numpy.typing as npt

from kielipari.align.lexicon import Lexicon, LexiconSide

__all__ = ["beyond", "start_chances"]

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]

_OPEN = 0.2  # the share of a key's chances that is left to translations not known


def start_chances(pairs: Ints, known: Lexicon) -> tuple[Floats, Floats]:
    """Return p(target | source) and p(source | target) to start from, for pairs (P, 2) of keys.

    What the known lexicon says of a key is mixed with an even share for each key met with it.
    """
    width = max(len(known.target.names), 1)
    codes = known.owners() * width + known.links
    wanted = pairs[:, 0] * width + pairs[:, 1]
    place = np.minimum(np.searchsorted(codes, wanted), max(len(codes) - 1, 0))
    inside = (pairs[:, 0] < len(known.source.names)) & (pairs[:, 1] < width)
    hit = inside & (codes[place] == wanted) if len(codes) else np.zeros(len(pairs), bool)
    chances = []
    for given, likely in ((0, known.forward), (1, known.backward)):
        even = 1.0 / np.bincount(pairs[:, given])[pairs[:, given]]
        chances.append(_OPEN * even + (1 - _OPEN) * np.where(hit, likely[place], 0.0))
    return chances[0], chances[1]


def beyond(lexicon: Lexicon, known: Lexicon) -> Lexicon:
    """Return what a lexicon built on a known one adds to it: its links, and its own stems."""
    source, rows = _own(lexicon.source, known.source, lexicon.owners())
    target, columns = _own(lexicon.target, known.target, lexicon.links)
    return Lexicon.of_links(
        (source, target),
        (rows[lexicon.owners()], columns[lexicon.links]),
        (lexicon.forward, lexicon.backward),
        lexicon.about,
    )


def _own(side: LexiconSide, known: LexiconSide, linked: Ints) -> tuple[LexiconSide, Ints]:
    """Return a side without what is only the known one's, and where its keys have gone."""
    table = side.table
    stems = {k: v for k, v in table.stems.items() if known.table.stems.get(k) != v}
    silent = {k: v for k, v in table.silent.items() if known.table.silent.get(k) != v}
    used = {key for keys, _ in stems.values() for key in keys}
    used.update(key for keys in silent.values() for key in keys)
    used.update(linked.tolist())
    order = sorted(used)
    place = np.full(len(side.names), -1, np.int64)
    place[order] = np.arange(len(order))
    own = replace(
        table,
        stems={k: (tuple(int(place[x]) for x in v), cost) for k, (v, cost) in stems.items()},
        silent={k: tuple(int(place[x]) for x in v) for k, v in silent.items()},
        first_parts=frozenset(int(place[k]) for k in table.first_parts & used),
        last_parts=frozenset(int(place[k]) for k in table.last_parts & used),
    )
    names = tuple(side.names[k] for k in order)
    return LexiconSide(side.lang, names, side.weights[order], own), place
