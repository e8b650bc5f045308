"""Planted defects are found from Swedish to Finnish too, and clean texts stay as silent.

The texts of ``test_defects.py`` with their sides exchanged; defects that are made of words are
planted in Finnish here.
"""

import random
import re
from collections import Counter

import pytest
import test_defects as forward
from test_defects import KINDS, Plant, Row, planted, texts, units

from kielipari import context
from kielipari.audit import audit_pair
from kielipari.model import Concept, Finding, Pair, Severity, Term

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


def word_left(row: Row, _: list[Row], rng: random.Random) -> tuple[str, str] | None:
    swedish: list[str] = re.findall(r"(?<![^\s(])[a-zåäö]{5,}(?=[\s,.;:)])", row.source)
    words = row.target.split()
    places = [i for i, w in enumerate(words[1:], 1) if re.fullmatch(r"[a-zåäö]{4,}", w)]
    if not swedish or len(places) < 2:
        return None
    words[rng.choice(places)] = rng.choice(swedish)
    return row.source, " ".join(words)


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
    "word left": word_left,
    "wrong term": wrong_term,
}


def judged(rows: list[Row]) -> dict[int, list[Finding]]:
    concepts = tuple(
        Concept(finnish, (Term(finnish, "fi"), Term(swedish, "sv")))
        for finnish, swedish, _ in forward.TERMS
    )
    pair = Pair("p1", "texts.po", "texts.po", "sv", "fi", units=units(rows))
    result = audit_pair(pair, context.build(context.Settings("sv", "fi", concepts)))
    found: dict[int, list[Finding]] = {}
    for finding in result.findings:
        if finding.unit is not None and finding.severity != Severity.INFO:
            found.setdefault(int(finding.unit), []).append(finding)
    return found


# Of all, of each kind but lost negations (a free translation drops sentences itself), and alarms on
# 1,000 sound units, of which most are real.
@pytest.mark.parametrize(
    ("name", "least", "of_a_kind", "alarms"),
    [("law", 0.97, 0.92, 11.0), ("news", 0.94, 0.75, 31.0)],
)
def test_planted_defects_are_found(
    name: str, least: float, of_a_kind: float, alarms: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(forward, "KINDS", REVERSED)
    rows = list(planted([Row(row.target, row.source) for row in texts(name)]))
    found = judged(rows)
    all_of, hit = Counter(row.kind for row in rows), Counter[str]()
    for index, row in enumerate(rows):
        hit[row.kind] += bool(found.get(index))
    sound, false = all_of.pop(""), hit.pop("")
    shares = {kind: hit[kind] / count for kind, count in all_of.items()}
    print(name, {kind: f"{share:.3f} of {all_of[kind]}" for kind, share in sorted(shares.items())})
    whole = hit.total() / all_of.total()
    print(name, f"all {whole:.4f}, alarms {1000 * false / sound:.2f} of 1,000")
    assert whole >= least
    assert 1000 * false / sound <= alarms
    for kind, share in shares.items():
        assert share >= (0.85 if kind == "lost negation" else of_a_kind), kind
