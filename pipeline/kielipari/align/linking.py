"""Which keys of two stretches of text may translate each other: by lexicon, likeness, number."""

from collections import defaultdict
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from kielipari.align.coverage import Links
from kielipari.align.keys import Key
from kielipari.align.lexicon import COGNATE_PREFIX, Lexicon

__all__ = ["make_links"]

_SURE_PREFIX = 6  # letters in common from which on a likeness counts in full

_Keys = Sequence[Key]
_Ints = npt.NDArray[np.int64]
_Floats = npt.NDArray[np.float32]


def make_links(source: _Keys, target: _Keys, lexicon: Lexicon) -> Links:
    """Find which keys of one bag may translate which of the other, each pair once, in order."""
    rows, columns, forward, backward = _lexical_links(source, target, lexicon)
    more = _cognate_links(source, target, lexicon)
    alike = np.array(list(more.values()), np.float32)
    ends = np.array(list(more), np.int64).reshape(len(more), 2)
    width = max(len(target), 1)
    both = np.concatenate((rows * width + columns, ends[:, 0] * width + ends[:, 1]))
    unique, place = np.unique(both, return_inverse=True)
    surely, back = np.zeros((2, len(unique)), np.float32)
    np.maximum.at(surely, place, np.concatenate((forward, alike)))
    np.maximum.at(back, place, np.concatenate((backward, alike)))
    return Links(*np.divmod(unique, width), surely, back)


def _lexical_links(
    source: _Keys, target: _Keys, lexicon: Lexicon
) -> tuple[_Ints, _Ints, _Floats, _Floats]:
    """Return the lexicon's links between keys that are present, as parallel arrays."""
    known = np.array([k if isinstance(k, int) else -1 for k in source], np.int64)
    rows = np.flatnonzero(known >= 0)
    begin, end = lexicon.first[known[rows]], lexicon.first[known[rows] + 1]
    sizes = end - begin
    owners = np.repeat(rows, sizes)
    flat = np.repeat(end - np.cumsum(sizes), sizes) + np.arange(sizes.sum())
    there = np.full(len(lexicon.target.names), -1, np.int64)
    for place, key in enumerate(target):
        if isinstance(key, int):
            there[key] = place
    others = there[lexicon.links[flat]]
    present = others >= 0
    flat = flat[present]
    return owners[present], others[present], lexicon.surely[flat], lexicon.surely_back[flat]


def _cognate_links(source: _Keys, target: _Keys, lexicon: Lexicon) -> dict[tuple[int, int], float]:
    """Return links between names, loans and equal numbers: by their places, how alike they are."""
    found = {}
    by_head: dict[str, list[tuple[int, str]]] = defaultdict(list)
    facts_s, facts_t = lexicon.source.facts, lexicon.target.facts
    for place, key in enumerate(target):
        facts = facts_t[key]
        by_head[facts.head].append((place, facts.form))
    for place, key in enumerate(source):
        facts = facts_s[key]
        for other, there in by_head.get(facts.head, ()):
            found[place, other] = 1.0 if facts.form == there else _likeness(facts.form, there)
    return found


def _likeness(one: str, other: str) -> float:
    """Return how much of the longer word the common beginning makes, short ones discounted."""
    longest = max(len(one), len(other))
    if longest < COGNATE_PREFIX:
        return 0.0
    same = 0
    for left, right in zip(one, other, strict=False):
        if left != right:
            break
        same += 1
    return max(0.0, same / longest * min(1.0, same / _SURE_PREFIX))
