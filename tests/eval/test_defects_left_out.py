"""Finer defects in law and news than those of :mod:`test_defects`: what is left out, or a letter off.

A section, a number or a day left out, an ordinal changed, a name with a letter less, one sentence
of several in English or Finnish, a text cut within a word. A third of the units has one of them.
"""

import random
import re

import pytest
from test_defects import MONTHS, NAMES, Plant, Row, Score, findings, planted, texts

SENTENCE_END = re.compile(r"(?<=[a-zåäö]{3}[.!?]) (?=[A-ZÅÄÖ])")
ENGLISH = (
    "The committee met twice in the spring.",
    "Your session has expired, please log in again.",
    "Most of the funding came from the state.",
    "He said the talks would go on next week.",
    "The forms are available in the library from Monday.",
)
# Words for two and three say "another" and "an outsider" too.
ORDINALS = {"första": "femte", "fjärde": "femte", "femte": "sjunde", "sjätte": "åttonde"}
FINNISH_ORDINALS = {"första": "ensimm", "fjärde": "neljä", "femte": "viide", "sjätte": "kuude"}


def _without(row: Row, pattern: str, rng: random.Random, new: str = "") -> tuple[str, str] | None:
    """Take out one of the places that stand once in the target, and whose number the source has."""
    places = [
        match
        for match in re.finditer(pattern, row.target)
        if re.search(rf"(?<!\d){match[1]}(?!\d)", row.source)
        and len(re.findall(rf"(?<!\d){match[1]}(?!\d)", row.target)) == 1
    ]
    if not places:
        return None
    match = rng.choice(places)
    return row.source, row.target[: match.start()] + new + row.target[match.end() :]


def section(row: Row, _: list[Row], rng: random.Random) -> tuple[str, str] | None:
    return _without(row, r"(?:enligt |i )?\b(\d{1,3})(?: [a-z])? (?:§|mom\.)(?: i)? ?", rng)


def number(row: Row, _: list[Row], rng: random.Random) -> tuple[str, str] | None:
    return _without(row, r"(?<![\d/:.,–\-§(])(\d{1,6}) (?=[a-zåäö]{3})(?!mom|kap)", rng)


def day(row: Row, _: list[Row], rng: random.Random) -> tuple[str, str] | None:
    months = "|".join(MONTHS)
    return _without(row, rf"(?<=den )(\d|1\d|2[0-7]) (?=(?:{months})\b)", rng)


def year(row: Row, _: list[Row], rng: random.Random) -> tuple[str, str] | None:
    return _without(row, r"(?<![/\d])\b((?:19|20)\d\d)\b(?!/)", rng, str(rng.randint(1950, 2060)))


def ordinal(row: Row, _: list[Row], __: random.Random) -> tuple[str, str] | None:
    for swedish, other in ORDINALS.items():
        match = re.search(rf"\b{swedish}\b", row.target)
        if match and FINNISH_ORDINALS[swedish] in row.source.lower():
            return row.source, row.target[: match.start()] + other + row.target[match.end() :]
    return None


def name(row: Row, _: list[Row], rng: random.Random) -> tuple[str, str] | None:
    for names in NAMES:
        for swedish, finnish in names.items():
            if len(swedish) > 5 and finnish[:4] in row.source and swedish in row.target:
                at = rng.randrange(2, len(swedish) - 2)
                wrong = swedish[:at] + swedish[at + 1 :]
                return row.source, row.target.replace(swedish, wrong)
    return None


def english(row: Row, _: list[Row], rng: random.Random) -> tuple[str, str] | None:
    parts = SENTENCE_END.split(row.target)
    if len(parts) < 2:
        return None
    parts[rng.randrange(len(parts))] = rng.choice(ENGLISH)
    return row.source, " ".join(parts)


def finnish(row: Row, _: list[Row], rng: random.Random) -> tuple[str, str] | None:
    parts, whole = SENTENCE_END.split(row.target), SENTENCE_END.split(row.source)
    if len(parts) < 2 or len(parts) != len(whole):
        return None
    place = rng.randrange(len(parts))
    parts[place] = whole[place]
    return row.source, " ".join(parts)


def cut(row: Row, _: list[Row], rng: random.Random) -> tuple[str, str] | None:
    end = int(len(row.target) * rng.uniform(0.4, 0.67))
    if len(row.target) < 60 or not row.target[end - 1 : end + 1].isalpha():
        return None
    return row.source, row.target[:end]


KINDS: dict[str, Plant] = {
    "section left out": section,
    "number left out": number,
    "day left out": day,
    "year": year,
    "ordinal": ordinal,
    "name misspelt": name,
    "English sentence": english,
    "Finnish sentence": finnish,
    "cut within a word": cut,
}
LEAST = {
    "law": {"section left out": 0.83, "number left out": 0.7, "name misspelt": 0.8},
    "news": {},
}
USUAL = 0.85
FEW = 8  # of which a share tells little


@pytest.mark.parametrize(("genre", "whole"), [("law", 0.88), ("news", 0.87)])
def test_finer_defects_are_found(genre: str, whole: float) -> None:
    rows, score = list(planted(texts(genre), KINDS)), Score()
    score.add(rows, findings(rows))
    print(genre, score)
    assert score.whole >= whole
    assert score.alarms <= (3 if genre == "law" else 31)
    for kind, share in score.shares.items():
        if sum(row.kind == kind for row in rows) >= FEW:
            assert share >= LEAST[genre].get(kind, USUAL), kind
