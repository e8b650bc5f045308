"""Fits the weights of U107 to law and news with and without cuts; prints them and what they find.

``python tests/eval/fit_truncation.py`` reads the shared development texts. Each text is cut once, after
a third to three quarters of its words, every third time within a word, or after a sentence. What is printed of recall and
false alarms is of each half of the documents with the weights of the other half.
"""

import random
import sys
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np
from test_defects import Row, texts, units

from kielipari import context
from kielipari.checks import truncation
from kielipari.checks.likeness import is_untranslated, lexicon_of
from kielipari.checks.typical import Typical
from kielipari.checks.view import UnitView
from kielipari.segment import sentences

SEED = 11
RIDGE = 3.0
SELDOM = 20.0  # what a whole text weighs beside a cut one: whole ones are the rule
LEAST, MOST = 0.33, 0.75
CUTS = (-0.5, 0.0, 0.25, 0.5, 1.0)


class Sample(NamedTuple):
    """A unit's signs; ``place`` is where in its texts it stands, 0 to 1; ``told`` what U107 says."""

    signs: tuple[float, ...]
    is_cut: bool
    place: float
    genre: str


def cut(text: str, lang: str, rng: random.Random) -> str:
    spans = sentences(text, lang)
    if len(spans) > 1 and rng.random() < 1 / 3:
        return text[: spans[rng.randrange(len(spans) - 1)][1]]
    words = text.split()
    kept = words[: max(2, round(len(words) * rng.uniform(LEAST, MOST)))]
    if rng.random() < 1 / 3 and len(kept[-1]) > 3:
        kept[-1] = kept[-1][: len(kept[-1]) // 2]
    return " ".join(kept)


def signs_of(view: UnitView) -> tuple[float, ...] | None:
    """Return what U107 weighs of a unit; None where it never comes to that."""
    source, target = view.source.prose.strip(), view.target.prose.strip()
    translations = lexicon_of(view)
    if not source or not target or translations is None or is_untranslated(view):
        return None
    if not truncation.breaks_off(view) and len(source.split()) < truncation.SHORTEST:
        return None
    shape = truncation.shape_of(view, source, target)
    if shape.size > truncation.NEARLY_ALL and not shape.open:
        return None
    return (*shape, *truncation.words_of(view, translations, source, target))


def samples(name: str, source_lang: str, target_lang: str) -> Iterator[Sample]:
    rng = random.Random(SEED)  # noqa: S311 nothing secret
    rows = texts(name)
    if source_lang == "sv":
        rows = [Row(row.target, row.source) for row in rows]
    judge = context.build(context.Settings(source_lang, target_lang)).analysers
    typical = Typical([(row.source, row.target) for row in rows], judge.translations)
    for place, row in enumerate(rows):
        short = cut(row.target, target_lang, rng)
        for is_cut, target in ((False, row.target), (True, short)):
            if is_cut and len(row.target.split()) < 4:
                continue
            (unit,) = units([Row(row.source, target)])
            view = UnitView(unit, source_lang, target_lang, judge, typical=typical)
            signs = signs_of(view)
            if signs is not None:
                yield Sample(
                    signs, is_cut, place / len(rows), f"{name} {source_lang}-{target_lang}"
                )


def fitted(found: Sequence[Sample]) -> np.ndarray:
    """Return the bias and the weights of a ridge logistic regression."""
    signs = np.array([sample.signs for sample in found], float)
    cuts = np.array([sample.is_cut for sample in found], float)
    mean, spread = signs.mean(0), signs.std(0) + 1e-9
    rows = np.c_[np.ones(len(signs)), (signs - mean) / spread]
    ridge = RIDGE * np.diag([0.0] + [1.0] * signs.shape[1])
    share = np.where(cuts, 1.0, SELDOM)
    weights = np.zeros(rows.shape[1])
    for _ in range(60):
        chance = 1 / (1 + np.exp(-rows @ weights))
        slope = rows.T @ (share * (chance - cuts)) + ridge @ weights
        curve = (rows * (share * chance * (1 - chance))[:, None]).T @ rows + ridge
        weights -= np.linalg.solve(curve + 1e-9 * np.eye(len(weights)), slope)
    plain = weights[1:] / spread
    return np.r_[weights[0] - plain @ mean, plain]


def main() -> None:
    """Fit and print."""
    found = [
        sample
        for name in ("law", "news")
        for pair in (("fi", "sv"), ("sv", "fi"))
        for sample in samples(name, *pair)
    ]
    halves = [[s for s in found if (s.place < 0.5) == first] for first in (True, False)]
    scores: dict[str, list[tuple[float, bool]]] = {}
    for train, test in (halves, halves[::-1]):
        weights = fitted(train)
        for sample in test:
            score = float(weights[0] + weights[1:] @ np.array(sample.signs, float))
            scores.setdefault(sample.genre, []).append((score, sample.is_cut))
    for genre, told in scores.items():
        for least in CUTS:
            hits = sum(score > least and is_cut for score, is_cut in told)
            false = sum(score > least and not is_cut for score, is_cut in told)
            count = sum(is_cut for _, is_cut in told)
            print(
                f"{genre} over {least}: found {hits / count:.3f}, false {false} of {len(told) - count}"
            )
    bias, *weights = fitted(found).round(2).tolist()
    size = len(truncation.Shape._fields)
    print(truncation.Shape(*weights[:size]), truncation.Words(*weights[size:]), bias)


if __name__ == "__main__":
    sys.exit(main())
