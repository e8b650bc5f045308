"""What U107, U106 and S101 read off words and their places, counted in law of many years."""

import json
import lzma
import random
import re
from pathlib import Path

import pytest

from kielipari.checks.adequacy import differs_in_marker
from kielipari.languages import get
from kielipari.languages.denial import denials, left_bare
from kielipari.languages.text import runs_of_letters
from kielipari.languages.unfinished import breaks_in_word, ends_in_half, is_unfinished

TRAIN = Path(__file__).parents[3] / "shared" / "data" / "finlex" / "train.jsonl.xz"
EVERY = 3

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def pairs() -> list[tuple[str, str]]:
    if not TRAIN.exists():
        pytest.skip("the shared development data is not here")
    with lzma.open(TRAIN, "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for number, line in enumerate(lines) if number % EVERY == 0]
    return [(finnish.strip(), swedish.strip()) for _, finnish, swedish in rows]


def test_whole_texts_hardly_ever_end_in_a_word_that_leads_on(pairs: list[tuple[str, str]]) -> None:
    small = get("fi").facts.function_words
    rng = random.Random(1)  # noqa: S311 nothing secret
    count = whole = cut = 0
    for finnish, swedish in pairs:
        words = runs_of_letters(finnish.lower())
        if not words or finnish[-1:] == ":" or words[-1] in small:
            continue
        is_item = not finnish[-1:].isalpha()
        short = swedish.split()
        short = short[: max(2, int(len(short) * rng.uniform(0.33, 0.67)))]
        count += 1
        whole += is_unfinished(swedish, "sv", is_item=is_item)
        cut += is_unfinished(" ".join(short), "sv", is_item=is_item)
    print(f"of {count} texts whole {whole / count:.2%}, cut {cut / count:.1%}")
    assert whole / count < 0.0005
    assert cut / count > 0.2


@pytest.mark.parametrize(("lang", "found"), [("fi", 0.55), ("sv", 0.35)])
def test_texts_cut_within_a_word_often_end_in_none(
    lang: str, found: float, pairs: list[tuple[str, str]]
) -> None:
    rng = random.Random(3)  # noqa: S311 nothing secret
    count = whole = cuts = cut = 0
    for pair in pairs[::4]:
        source, target = pair if lang == "sv" else pair[::-1]
        known = runs_of_letters(source.lower())
        count += 1
        whole += _breaks(target, known, lang) and len(target) < 0.85 * len(source)
        end = int(len(target) * rng.uniform(0.4, 0.75))
        if target[max(0, end - 1) : end + 1].isalpha() and len(target) > 40:
            cuts += 1
            cut += _breaks(target[:end], known, lang)
    print(f"{lang}: {whole} of {count} texts, of {cuts} cut within a word {cut / cuts:.1%}")
    assert whole / count < 0.001
    assert cut / cuts > found


def _breaks(text: str, known: list[str], lang: str) -> bool:
    return breaks_in_word(text, lang) and runs_of_letters(text.lower())[-1] not in known


def test_whole_texts_hardly_ever_end_in_half_a_compound(pairs: list[tuple[str, str]]) -> None:
    halves = sum(ends_in_half(swedish) and not ends_in_half(finnish) for finnish, swedish in pairs)
    print(f"of {len(pairs)} texts {halves} end in half a compound")
    assert halves / len(pairs) < 0.0001


def test_list_markers_tell_items_apart(pairs: list[tuple[str, str]]) -> None:
    rng = random.Random(2)  # noqa: S311 nothing secret
    own = sum(differs_in_marker(*pair) for pair in pairs)
    others = sum(differs_in_marker(finnish, rng.choice(pairs)[1]) for finnish, _ in pairs)
    print(f"of {len(pairs)} pairs {own} differ, put together at random {others / len(pairs):.1%}")
    assert own / len(pairs) < 0.001
    assert others / len(pairs) > 0.6


def test_verbs_are_hardly_ever_left_bare(pairs: list[tuple[str, str]]) -> None:
    denied = re.compile(r"\b(?:ei|eivät) (?=[a-zäö]+)")
    bare = planted = found = 0
    for finnish, swedish in pairs:
        here, there = len(denials(finnish, "fi").strong), len(denials(swedish, "sv").strong)
        if not there:
            continue
        bare += here < there and _is_left_bare(finnish)
        if denied.search(finnish):
            planted += 1
            found += _is_left_bare(denied.sub("", finnish, count=1))
    print(f"of {len(pairs)} texts {bare}, of {planted} that lost an “ei” {found / planted:.1%}")
    assert bare / len(pairs) < 0.0002
    assert found / planted > 0.35


def _is_left_bare(text: str) -> bool:
    found = left_bare(text, "fi")
    return found is not None and not found.is_led
