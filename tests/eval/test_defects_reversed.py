"""Planted defects are found from Swedish to Finnish too, and clean texts stay as silent.

The texts of ``test_defects.py`` with their sides exchanged; defects that are made of words are
planted in Finnish here.
"""

import random
import re

import pytest
from test_defects import KINDS, Plant, Row, Score, findings, planted, texts

pytestmark = pytest.mark.slow

# What the wrong rendering of an agreed term is planted for, by the beginnings of its forms.
WRONG = (
    ("ministeri[öo]", "ministeri", "departementti"),
    ("lautakun", "nämnd", "komitea"),
    ("asetu", "förordning", "dekreetti"),
    ("hakemu", "ansök", "anomus"),
    ("valtioneuvosto", "statsråd", "hallitus"),
)
MONTHS = ("tammi", "helmi", "maalis", "huhti", "touko", "kesä")
MONTHS += ("heinä", "elo", "syys", "loka", "marras", "joulu")
DENIED = re.compile(r"\b(?:ei|eivät) (?=[a-zäö]+)")


def lost_negation(row: Row, _: list[Row], __: random.Random) -> tuple[str, str] | None:
    if not re.search(r"\binte\b", row.source) or not DENIED.search(row.target):
        return None
    return row.source, DENIED.sub("", row.target, count=1)


def month(row: Row, _: list[Row], rng: random.Random) -> tuple[str, str] | None:
    match = re.search(rf"\b({'|'.join(MONTHS)})(?=kuu)", row.target)
    if match is None or not re.search(r"\d (?:[a-z]{3,9}) \d{4}", row.source):
        return None
    other = rng.choice([m for m in MONTHS if m != match.group()])
    return row.source, row.target[: match.start()] + other + row.target[match.end() :]


def wrong_term(row: Row, _: list[Row], __: random.Random) -> tuple[str, str] | None:
    for finnish, swedish, wrong in WRONG:
        if re.search(swedish, row.source, re.IGNORECASE):
            changed = re.sub(rf"\w*{finnish}\w*", wrong, row.target, flags=re.IGNORECASE)
            if changed != row.target:
                return row.source, changed
    return None


SAME = ("empty", "copied", "another Finnish", "English", "number", "dropped sentence")
SAME += ("cut short", "swapped", "placeholder", "tag", "phone")
REVERSED: dict[str, Plant] = {
    **{kind: KINDS[kind] for kind in SAME},
    "lost negation": lost_negation,
    "month": month,
    "word left": KINDS["word left"],
    "wrong term": wrong_term,
}


# Of all, of each kind but lost negations (a free translation drops sentences itself), and alarms on
# 1,000 sound units, of which most are real.
@pytest.mark.parametrize(
    ("name", "least", "of_a_kind", "alarms"),
    [("law", 0.97, 0.92, 11.0), ("news", 0.94, 0.75, 31.0)],
)
def test_planted_defects_are_found(
    name: str, least: float, of_a_kind: float, alarms: float
) -> None:
    rows = list(planted([Row(row.target, row.source) for row in texts(name)], REVERSED))
    score = Score()
    score.add(rows, findings(rows, ("sv", "fi")))
    print(name, score)
    assert score.whole >= least
    assert score.alarms <= alarms
    for kind, share in score.shares.items():
        assert share >= (0.85 if kind == "lost negation" else of_a_kind), kind
