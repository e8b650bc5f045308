"""Which keys of two stretches of text may translate each other: by lexicon, likeness, number."""

from collections import defaultdict
from collections.abc import Sequence

import numpy as np

from kielipari.align.evidence import Links
from kielipari.align.keys import Key
from kielipari.align.lexicon import COGNATE_PREFIX, Lexicon

__all__ = ["make_links"]

_SURE_PREFIX = 6  # letters in common from which on a likeness counts in full

_Keys = Sequence[Key]
_Strength = dict[tuple[int, int], tuple[float, float]]


def make_links(source: _Keys, target: _Keys, lexicon: Lexicon) -> Links:
    """Find which keys of one bag may translate which of the other."""
    strength: dict[tuple[int, int], tuple[float, float]] = {}
    _lexical_links(source, target, lexicon, strength)
    _cognate_links(source, target, lexicon, strength)
    count = len(strength)
    ends = np.array(list(strength), np.int64).reshape(count, 2)
    both = np.array(list(strength.values()), np.float32).reshape(count, 2)
    return Links(ends[:, 0], ends[:, 1], both[:, 0], both[:, 1])


def _lexical_links(source: _Keys, target: _Keys, lexicon: Lexicon, strength: _Strength) -> None:
    """Add the lexicon's links between keys that are present."""
    known = np.array([k if isinstance(k, int) else -1 for k in source], np.int64)
    rows = np.flatnonzero(known >= 0)
    if not len(rows):
        return
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
    strength.update(
        zip(
            zip(owners[present].tolist(), others[present].tolist(), strict=True),
            zip(lexicon.surely[flat].tolist(), lexicon.surely_back[flat].tolist(), strict=True),
            strict=True,
        )
    )


def _cognate_links(source: _Keys, target: _Keys, lexicon: Lexicon, strength: _Strength) -> None:
    """Add links between names, loans and equal numbers."""
    by_head: dict[str, list[tuple[int, str]]] = defaultdict(list)
    facts_s, facts_t = lexicon.source.facts, lexicon.target.facts
    for place, key in enumerate(target):
        found = facts_t[key]
        by_head[found.head].append((place, found.form))
    for place, key in enumerate(source):
        found = facts_s[key]
        for other, there in by_head.get(found.head, ()):
            likeness = 1.0 if found.form == there else _likeness(found.form, there)
            ahead, back = strength.get((place, other), (0.0, 0.0))
            strength[place, other] = max(ahead, likeness), max(back, likeness)


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
