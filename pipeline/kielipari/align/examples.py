"""Examples to train the weights of the aligner on: noisy pairs of documents, as features.

Some of the lexicon's links are hidden in some pairs, so that text of fields which the lexicon
hardly knows is met as well; and no document meets words that it taught itself.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from random import Random

import numpy as np

from kielipari.align.aligned import AlignedPiece
from kielipari.align.coverage import Floats, Links
from kielipari.align.engine import make_bag
from kielipari.align.evidence import Evidence
from kielipari.align.join import merge
from kielipari.align.lattice import Shape
from kielipari.align.learn import learn_lexicon
from kielipari.align.lexicon import Lexicon
from kielipari.align.linking import make_links
from kielipari.align.noise import Noise, NoisyPair, make_noisy
from kielipari.align.prepare import prepare

__all__ = ["Example", "Texts", "folded", "make_example", "make_examples"]

Document = tuple[str, list[tuple[str, str]]]  # its name, and its pieces

_LONGEST = 32  # segments of a training pair; longer documents are cut
_FOLDS = 5
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
_HIDE = (0.0, 0.0, 0.0, 0.3)  # shares of the links hidden, by turns


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
        {shape: evidence.pair_features(shape, evidence.cells(shape)) for shape in shapes},
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


@dataclass(frozen=True, slots=True)
class Texts:
    """Documents to make noisy pairs of, so many copies of each.

    Everyday words are learned from them where they teach ``words``. ``strangers`` are what noise
    puts between their target's pieces.
    """

    documents: Sequence[Document]
    copies: int
    words: bool
    strangers: Sequence[str]

    def fold(self, number: int) -> "Texts":
        """Return the documents of one fold; those of one work are all in the same."""
        works = dict.fromkeys(_work(name) for name, _ in self.documents)
        chosen = set(list(works)[number::_FOLDS])
        return replace(self, documents=[d for d in self.documents if _work(d[0]) in chosen])


def _work(name: str) -> str:
    """Return what a document is a part of: ``django`` of ``django/contrib/admin``."""
    return name.partition("/")[0]


def make_examples(texts: Texts, lexicon: Lexicon, seed: int) -> list[Example]:
    """Make noisy training pairs of documents, several of each."""
    random = Random(seed)  # noqa: S311 -- noise, no secret
    examples = []
    for _, document in texts.documents:
        for _ in range(texts.copies):
            for start in range(0, len(document), _LONGEST):
                noise, hide = random.choice(_NOISE), random.choice(_HIDE)
                pieces = document[start : start + _LONGEST]
                pair = make_noisy(pieces, noise, random, texts.strangers)
                if pair.source and pair.target:
                    example = make_example(pair, lexicon, hide, random)
                    if example is not None:
                        examples.append(example)
    return examples


def folded(texts: Sequence[Texts], lexicon: Lexicon) -> Iterator[tuple[Lexicon, list[Texts]]]:
    """Yield the texts in folds, each with a lexicon that none of them taught.

    Everyday words are learned from the other folds. Weights that had seen words learned from
    their own examples would trust the lexicon too much.
    """
    langs = lexicon.source.lang, lexicon.target.lang
    for number in range(_FOLDS):
        folds = [one.fold(number) for one in texts]
        pieces = [
            AlignedPiece("", *piece)
            for one, here in zip(texts, folds, strict=True)
            if one.words
            for document in one.documents
            if document not in here.documents
            for piece in document[1]
        ]
        own = [learn_lexicon(pieces, *langs, known=lexicon)] if pieces else []
        yield merge([lexicon, *own], *langs), folds
