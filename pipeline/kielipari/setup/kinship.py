"""Texts in two languages that seem to be each other's versions, by what needs no translation.

Numbers, addresses and words with a capital inside a sentence (names) are the same in every
language, or nearly so. Two texts belong together if they share much of that, more than either
shares with any other; where it is little, nothing is claimed.
"""

import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kielipari.model import Document

_LEAST = 0.35  # cosine similarity
_LEAD = 1.25  # … and so much more than the next best
_ENOUGH = 3  # pieces in common
_NUMBER = re.compile(r"\d+")
_NAME = re.compile(r"(?<=[\w,] )[A-ZÅÄÖ][\wåäö]{3,40}")
_STEM = 5  # letters of a name: Kuopiossa and Kuopio, Kuopios


@dataclass(frozen=True, slots=True)
class Kin:
    """Two documents that seem to belong together; ``score`` is a cosine, 0 to 1."""

    source: Document
    target: Document
    score: float


def kin(sources: Sequence[Document], targets: Sequence[Document]) -> tuple[Kin, ...]:
    """Return the pairs that choose each other, in the order of the sources."""
    bags = {id(document): _bag(document) for document in (*sources, *targets)}
    spread = Counter(piece for bag in bags.values() for piece in bag)
    weighed = {
        name: {piece: n / (1 + math.log(spread[piece])) for piece, n in bag.items()}
        for name, bag in bags.items()
    }
    found = []
    for source in sources:
        best = _best(source, targets, weighed)
        if best is not None and _best(best.target, sources, weighed, back=True) is not None:
            chosen = _best(best.target, sources, weighed, back=True)
            if chosen is not None and chosen.source is source:
                found.append(best)
    return tuple(found)


def _best(
    document: Document,
    others: Sequence[Document],
    bags: Mapping[int, Mapping[str, float]],
    *,
    back: bool = False,
) -> Kin | None:
    mine = bags[id(document)]
    scores = sorted(
        ((_cosine(mine, bags[id(other)]), -index) for index, other in enumerate(others)),
        reverse=True,
    )
    if not scores or scores[0][0] < _LEAST:
        return None
    score, index = scores[0]
    other = others[-index]
    if len(mine.keys() & bags[id(other)].keys()) < _ENOUGH:
        return None
    if len(scores) > 1 and score < _LEAD * scores[1][0]:
        return None
    return Kin(other, document, score) if back else Kin(document, other, score)


def _bag(document: Document) -> Counter[str]:
    pieces: Counter[str] = Counter()
    for block in document.blocks:
        pieces.update(_NUMBER.findall(block.text))
        pieces.update(name[:_STEM].casefold() for name in _NAME.findall(block.text))
    pieces.update(link.href for link in document.meta.links if "://" in link.href)
    return pieces


def _cosine(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    product = sum(weight * other[piece] for piece, weight in one.items() if piece in other)
    lengths = math.sqrt(sum(w * w for w in one.values()) * sum(w * w for w in other.values()))
    return product / lengths if lengths else 0.0
