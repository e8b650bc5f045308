"""Planted defects are found in interface strings too, and sound ones stay silent.

Each localisation file is a file of its own here, since what is usual in it is its yardstick. The
everyday lexicon has met these strings.
"""

import pytest
from align_sets import interface
from test_defects import DATA, KINDS, Row, Score, findings, planted

FITTING = {kind: plant for kind, plant in KINDS.items() if kind not in {"wrong term", "month"}}
"""Interfaces name no agreed terms of law, and hardly a month."""


@pytest.mark.parametrize(
    ("langs", "least", "alarms"), [(("fi", "sv"), 0.94, 6.5), (("sv", "fi"), 0.94, 10.5)]
)
def test_planted_defects_are_found(langs: tuple[str, str], least: float, alarms: float) -> None:
    if not (DATA / "locales").is_dir():
        pytest.skip("the shared development data is not here")
    score = Score()
    for _, pairs in interface():
        texts = [pair if langs[0] == "fi" else pair[::-1] for pair in pairs]
        rows = list(planted([Row(*sides) for sides in texts], FITTING))
        score.add(rows, findings(rows, langs, has_terms=False))
    print(langs, score)
    assert score.whole >= least
    assert score.alarms <= alarms
