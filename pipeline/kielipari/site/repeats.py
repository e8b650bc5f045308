"""Texts that stand on many pages: each is checked once, together with its counterpart.

A menu or a footer is the site's, not the page's. Which pair it is checked with is settled for both
languages at once: a text and its companion (the repeated text of the other language that stands
in most nearly the same pairs) go together, and where a page has the one without the other, the
text stays with that page, since that is where something is wrong.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from kielipari.model import Block, Pair

BlockKey = tuple[str, str, str]
"""Language, kind and text of a block."""

_ALIKE = 0.5  # of the pairs that have either text, the share that has both (Jaccard)


@dataclass(frozen=True, slots=True)
class Owners:
    """``owner`` is the pair that a repeated text is checked with; ``kept`` stay in theirs too."""

    owner: Mapping[BlockKey, str] = field(default_factory=dict)
    kept: frozenset[tuple[BlockKey, str]] = frozenset()


def key(block: Block, lang: str) -> BlockKey:
    """Return what makes two blocks of two pages the same text."""
    return (lang, block.kind, block.text)


def owners(pairs: Iterable[Pair], repeated: Mapping[BlockKey, int]) -> Owners:
    """Say for every repeated text which pair it is checked with, and where else it stays."""
    where: dict[BlockKey, dict[str, None]] = defaultdict(dict)
    beside: dict[str, tuple[Sequence[BlockKey], Sequence[BlockKey]]] = {}
    for pair in pairs:
        if pair.source is None or pair.target is None:
            continue
        first, second = (
            tuple(dict.fromkeys(key(block, lang) for block in document.blocks))
            for document, lang in (
                (pair.source, pair.source_lang),
                (pair.target, pair.target_lang),
            )
        )
        beside[pair.id] = (first, second)
        for name in (*first, *second):
            where[name][pair.id] = None
    owner: dict[BlockKey, str] = {}
    kept: set[tuple[BlockKey, str]] = set()
    for name in repeated:
        if name not in where:
            continue
        own = where[name]
        companion = _companion(name, where, beside)
        if companion is None:
            owner[name] = next(iter(own))
        elif companion not in repeated:
            kept |= {(name, pair) for pair in own}
        else:
            both = [pair for pair in own if pair in where[companion]]
            owner[name] = both[0]
            kept |= {(name, pair) for pair in own if pair not in where[companion]}
    return Owners(owner, frozenset(kept))


def _companion(
    name: BlockKey,
    where: Mapping[BlockKey, Mapping[str, None]],
    beside: Mapping[str, tuple[Sequence[BlockKey], Sequence[BlockKey]]],
) -> BlockKey | None:
    own = where[name].keys()
    pairs = list(own)
    best: BlockKey | None = None
    most = 0.0
    for pair in dict.fromkeys((pairs[0], pairs[-1])):
        first, second = beside[pair]
        for other in second if name in first else first:
            there = where[other].keys()
            both = len(own & there)
            alike = both / (len(own) + len(there) - both)
            if alike >= _ALIKE and alike > most:
                best, most = other, alike
    return best
