"""U106's second look: sound texts and texts put together at random, which it has to tell apart.

A target is exchanged for that of another unit of nearly the same length, so that length tells
nothing. The everyday lexicon has met the interface strings.
"""

import random
from collections.abc import Iterator

import pytest
from align_sets import interface
from test_defects import DATA, Row, findings, texts

APART = (-9, -7, -5, -3, 3, 5, 7, 9)  # places of the other unit, in the order of lengths
SHARE = 0.1
RULE = "unrelated-translation"


def files(name: str) -> Iterator[list[tuple[str, str]]]:
    if name != "interface":
        yield [(row.source, row.target) for row in texts(name)]
    elif not (DATA / "locales").is_dir():
        pytest.skip("the shared development data is not here")
    else:
        yield from (pairs for _, pairs in interface())


def exchanged(pairs: list[tuple[str, str]]) -> list[Row]:
    """Exchange one target in ten, of units with two words or more on both sides."""
    chance = random.Random(3)  # noqa: S311 nothing secret
    order = sorted(range(len(pairs)), key=lambda number: len(pairs[number][1]))
    rows = [Row(*pair) for pair in pairs]
    for place, number in enumerate(order):
        other = pairs[order[max(0, min(len(order) - 1, place + chance.choice(APART)))]]
        source, target = pairs[number]
        is_long_enough = min(len(source.split()), len(other[1].split())) > 1
        is_other = other[0] != source and other[1] != target
        if chance.random() < SHARE and is_long_enough and is_other:
            rows[number] = Row(source, other[1], "exchanged")
    return rows


@pytest.mark.parametrize("langs", [("fi", "sv"), ("sv", "fi")])
@pytest.mark.parametrize(
    ("name", "least", "errors", "alarms"),
    [("law", 0.9, 0.4, 0.4), ("news", 0.94, 0.0, 0.0), ("interface", 0.6, 0.6, 1.2)],
)
def test_exchanged_texts_are_told(
    name: str, least: float, errors: float, alarms: float, langs: tuple[str, str]
) -> None:
    planted = told = sound = false = wrong = 0
    for pairs in files(name):
        rows = exchanged([pair if langs[0] == "fi" else pair[::-1] for pair in pairs])
        found = findings(rows, langs, has_terms=False)
        for number, row in enumerate(rows):
            severities = [str(f.severity) for f in found.get(number, ()) if f.rule == RULE]
            planted += bool(row.kind)
            told += bool(row.kind and severities)
            sound += not row.kind
            false += not row.kind and bool(severities)
            wrong += not row.kind and "error" in severities
    shares = told / planted, 1000 * wrong / sound, 1000 * false / sound
    print(name, langs, "told {:.3f}, errors {:.2f} and all {:.2f} of 1,000 sound".format(*shares))
    assert shares[0] >= least
    assert shares[1] <= errors
    assert shares[2] <= alarms
