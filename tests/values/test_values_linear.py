"""No pattern runs away: a megabyte of anything is read in linear time."""

import time

import pytest

from kielipari.checks import markup, values
from kielipari.checks.analysers import Analysers
from kielipari.checks.view import UnitView
from kielipari.languages import get
from kielipari.languages.identify import identify
from kielipari.model import Block, BlockKind, Origin, Segment, Unit
from kielipari.values import extract

SMALL, LARGE = 1_000, 8_000  # characters
STRETCH = 8 * 4.0  # eight times the text may take this many times as long; quadratic takes 64

HOSTILE = [
    "1", "1 ", "1 111 ", "1.", "1.1.", "111.", "1,", "1-", "1–", "12/2003 ", "1:", "0", "09 ", "+1 ",
    "1 §, ", "1 a, ", "1 a §", "klo ", "klo 1–", "kl. 1", "a@", "@", "a@a.", "www.", "https://a",
    "FI21 ", "FI21 1234 ", "€1", "1 €", "1 M€", "yksi ", "viisi ja ", "tjugo ", "joulukuuta ", "6. joulukuuta ",
    "1–2 päivänä joulukuuta ", "maanantai ", "ma–", "puoli ", "halv ", "en och en ", "{", "}", "{a", "{a,plural,",
    "{{", "{{ ", "%", "%(", "%(a", "%1$", "<", "</", "<a ", "<a href='", "<b></b>", "&", "&#1", "?", "“",
    " ", "  ", "a  ", "och ", "aa ", "aaa", "ab" * 20 + " ", "'{", "$t(", "@a ", "!a ", "II ", "x1", "1x", "-1",
    "artikel 1.1 ", "2026-12-06", "1234567-1 ", "859-292-3680 ", "0,", "1\u00a0", "\n", "İ",
]  # fmt: skip


def check(text: str) -> None:
    """Run every pattern: on the text against itself, and against a text without it."""
    analysers = Analysers(get, lambda _text, _lang: (), extract, identify)
    for other in (text, "Kahvila on auki."):
        sides = [(Segment(Block("b", BlockKind.ENTRY, t), 0, len(t)),) for t in (text, other)]
        unit = Unit("1", sides[0], sides[1], origin=Origin.ENTRY)
        view = UnitView(unit, "fi", "sv", analysers)
        for rule in (*values.RULES, *markup.RULES):
            list(rule.check(view))
    extract(text, "en")


def seconds(text: str) -> float:
    start = time.process_time()
    check(text)
    return time.process_time() - start


@pytest.mark.parametrize("piece", HOSTILE)
def test_time_grows_with_the_text(piece: str) -> None:
    check(piece)
    small = seconds(piece * (SMALL // len(piece)))
    large = seconds(piece * (LARGE // len(piece)))
    assert large < max(small, 0.05) * STRETCH


@pytest.mark.slow
@pytest.mark.parametrize("piece", HOSTILE)
def test_a_megabyte_takes_seconds(piece: str) -> None:
    for lang in ("fi", "sv", "en"):
        start = time.process_time()
        extract(piece * (1_000_000 // len(piece)), lang)
        assert time.process_time() - start < 15
