"""Translation, comparable or unrelated: on the shared data, with the weights that ship."""

import sys
from functools import cache
from pathlib import Path
from random import Random

import pytest

from kielipari import align, segment
from kielipari.model import Relation

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE))  # the sets are shared with the benchmark

import align_sets  # noqa: E402 -- after the path

pytestmark = pytest.mark.skipif(
    not align_sets.DATA.exists(), reason="../shared/data is not there: relations are not measured"
)


@cache
def resources() -> align.Resources:
    return align.load_resources("fi", "sv")


def documents(name: str) -> align_sets.Documents:
    """Return a set's documents; interface files are cut into pieces of a page's size."""
    found = align_sets.SETS[name]()
    if name != "interface":
        return found
    return [
        (f"{document} {start}", pieces[start : start + 40])
        for document, pieces in found
        for start in range(0, len(pieces), 40)
    ]


def sentences(path: Path, lang: str) -> list[str]:
    text = path.read_text(encoding="utf-8")
    return [text[start:end] for start, end in segment.sentences(text, lang)]


@pytest.mark.parametrize("name", ["news", "law", "interface"])
def test_texts_of_one_genre_are_unrelated(name: str) -> None:
    random = Random(5)  # noqa: S311 -- a sample, no secret
    pool = documents(name)
    lines = aligned = wrong = 0
    for number, (_, pieces) in enumerate(pool):
        other = random.choice([k for k in range(len(pool)) if k != number])
        source, _ = align_sets.lines(pieces)
        _, target = align_sets.lines(pool[other][1])
        found = align.align_lines(source, target, resources())
        wrong += found.relation is not Relation.UNRELATED
        lines += len(source)
        aligned += sum(len(bead.source) for bead in found.beads if bead.is_paired)
    assert aligned <= 0.01 * lines
    assert wrong <= 0.02 * len(pool)


@pytest.mark.parametrize("name", ["news", "law", "interface"])
def test_with_a_third_missing_a_translation_is_still_one(name: str) -> None:
    pool = documents(name)
    relations = [
        align.align_lines(pair.source, pair.target, resources()).relation
        for _, pair in align_sets.noisy(pool, "d30")
    ]
    assert relations.count(Relation.TRANSLATION) >= 0.97 * len(relations)


def test_two_texts_on_the_same_programme_are_comparable() -> None:
    finnish, swedish = sorted(align_sets.SEEDS.glob("*.txt"))
    found = align.align_lines(sentences(finnish, "fi"), sentences(swedish, "sv"), resources())
    assert found.relation is Relation.COMPARABLE
    for name in ("news", "law"):
        for _, pieces in documents(name)[:20]:
            _, target = align_sets.lines(pieces)
            other = align.align_lines(sentences(finnish, "fi"), target, resources())
            assert other.relation is Relation.UNRELATED
