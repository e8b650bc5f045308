"""Planted defects are found in interface strings too, and sound ones stay silent.

Each localisation file is a file of its own here, since what is usual in it is its yardstick. The
everyday lexicon has met these strings, so other interfaces fare worse: of three that nobody had
looked at, .94 of the defects were found.
"""

from collections import Counter

import pytest
from align_sets import interface
from test_defects import DATA, KINDS, Row, findings, planted

FITTING = {kind: plant for kind, plant in KINDS.items() if kind not in {"wrong term", "month"}}
"""Interfaces name no agreed terms of law, and hardly a month."""


@pytest.mark.parametrize(
    ("langs", "least", "alarms"), [(("fi", "sv"), 0.93, 25.0), (("sv", "fi"), 0.9, 30.0)]
)
def test_planted_defects_are_found(langs: tuple[str, str], least: float, alarms: float) -> None:
    if not (DATA / "locales").is_dir():
        pytest.skip("the shared development data is not here")
    all_of, hit = Counter[str](), Counter[str]()
    for _, pairs in interface():
        texts = [pair if langs[0] == "fi" else pair[::-1] for pair in pairs]
        rows = list(planted([Row(*sides) for sides in texts], FITTING))
        found = findings(rows, langs, has_terms=False)
        for index, row in enumerate(rows):
            all_of[row.kind] += 1
            hit[row.kind] += index in found
    sound, false = all_of.pop(""), hit.pop("")
    shares = {kind: hit[kind] / count for kind, count in all_of.items()}
    print(langs, {kind: f"{share:.3f} of {all_of[kind]}" for kind, share in sorted(shares.items())})
    whole = hit.total() / all_of.total()
    print(langs, f"all {whole:.4f}, alarms {1000 * false / sound:.2f} of 1,000")
    assert whole >= least
    assert 1000 * false / sound <= alarms
