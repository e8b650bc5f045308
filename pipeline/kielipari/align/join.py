"""Several lexicons into one, and a glossary into a lexicon."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from kielipari.align.keys import KeyTable
from kielipari.align.lexicon import UNKNOWN_WEIGHT, Lexicon, LexiconSide
from kielipari.model import Concept

__all__ = ["join_sides", "merge", "with_concepts"]


def merge(lexicons: Sequence[Lexicon], source_lang: str, target_lang: str) -> Lexicon:
    """Join lexicons of the same direction; where two know a link, the likelier is kept.

    A later lexicon's stems win, so that a user's own words are read as the user's texts use them.
    """
    if not lexicons:
        return Lexicon.empty(source_lang, target_lang)
    joined = lexicons[-1]
    for other in reversed(lexicons[:-1]):  # the largest comes first, so that it is joined once
        joined = _joined(other, joined)
    return joined


def _joined(first: Lexicon, second: Lexicon) -> Lexicon:
    """Join two lexicons."""
    source, source_ids = join_sides(first.source, second.source)
    target, target_ids = join_sides(first.target, second.target)
    return Lexicon.of_links(
        (source, target),
        (
            np.concatenate((first.owners(), source_ids[second.owners()])),
            np.concatenate((first.links, target_ids[second.links])),
        ),
        (
            np.concatenate((first.forward, second.forward)),
            np.concatenate((first.backward, second.backward)),
        ),
        first.about,
    )


def join_sides(
    first: LexiconSide, second: LexiconSide
) -> tuple[LexiconSide, npt.NDArray[np.int64]]:
    """Join two sides; also return where the second's keys have gone."""
    known = {name: k for k, name in enumerate(first.names)}
    names = list(first.names)
    weights = first.weights.tolist()
    moved = []
    for name, weight in zip(second.names, second.weights.tolist(), strict=True):
        if name not in known:
            known[name] = len(names)
            names.append(name)
            weights.append(weight)
        moved.append(known[name])
    stems = dict(first.table.stems)
    for stem, (keys, cost) in second.table.stems.items():
        stems[stem] = (tuple(moved[k] for k in keys), cost)
    table = KeyTable(
        stems,
        {**second.table.endings, **first.table.endings},
        {**second.table.links, **first.table.links},
        {
            **{word: tuple(moved[k] for k in keys) for word, keys in second.table.silent.items()},
            **first.table.silent,
        },
        first.table.first_parts | {moved[k] for k in second.table.first_parts},
        first.table.last_parts | {moved[k] for k in second.table.last_parts},
    )
    side = LexiconSide(first.lang, tuple(names), np.array(weights, np.float32), table)
    return side, np.array(moved, np.int64)


def with_concepts(lexicon: Lexicon, concepts: Sequence[Concept]) -> Lexicon:
    """Join a glossary: the words of a concept's terms in one language translate the other's."""
    sides = (lexicon.source, lexicon.target)
    names = tuple(list(side.names) for side in sides)
    weights = tuple(side.weights.tolist() for side in sides)
    stems: tuple[dict[str, tuple[tuple[int, ...], float]], ...] = ({}, {})

    def of_term(place: int, text: str) -> list[int]:
        """Return the keys of a term, new ones for words that the lexicon does not know."""
        found = []
        for key in sides[place].table.of_text(text):
            known = stems[place].get(key) if isinstance(key, str) else None
            if isinstance(key, int):
                found.append(key)
            elif known is not None:
                found.extend(known[0])
            elif not key.startswith("#"):
                stems[place][key] = ((len(names[place]),), _GLOSSARY_COST)
                found.append(len(names[place]))
                names[place].append(key)
                weights[place].append(UNKNOWN_WEIGHT)
        return [key for key in found if weights[place][key] > 0]

    starts, ends, strength = [], [], []
    for concept in concepts:
        for here in concept.in_language(lexicon.source.lang):
            left = of_term(0, here.text)
            for there in concept.in_language(lexicon.target.lang):
                right = of_term(1, there.text)
                for s, t, p in _term_links(left, right):
                    starts.append(s)
                    ends.append(t)
                    strength.append(p)
    new = [
        LexiconSide(
            side.lang,
            tuple(names[k]),
            np.array(weights[k], np.float32),
            KeyTable(
                {**side.table.stems, **stems[k]},
                side.table.endings,
                side.table.links,
                side.table.silent,
                side.table.first_parts | set(range(len(side.names), len(names[k]))),
                side.table.last_parts | set(range(len(side.names), len(names[k]))),
            ),
        )
        for k, side in enumerate(sides)
    ]
    likely = np.array(strength, np.float32)
    return Lexicon.of_links(
        (new[0], new[1]),
        (
            np.concatenate((lexicon.owners(), np.array(starts, np.int64))),
            np.concatenate((lexicon.links, np.array(ends, np.int64))),
        ),
        (
            np.concatenate((lexicon.forward, likely)),
            np.concatenate((lexicon.backward, likely)),
        ),
        lexicon.about,
    )


_GLOSSARY_COST = 9.0  # as rare as a stem seen once in ten thousand words
_SURE = 0.9  # word by word where both terms have as many words


def _term_links(left: list[int], right: list[int]) -> list[tuple[int, int, float]]:
    """Return which keys of two terms translate each other."""
    if len(left) == len(right):
        return [(s, t, _SURE) for s, t in zip(left, right, strict=True)]
    share = _SURE / max(1, min(len(left), len(right)))
    return [(s, t, share) for s in left for t in right]
