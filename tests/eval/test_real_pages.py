"""Real pages in both languages: what is found on them was read and judged, one by one.

Creative Commons' legal code (declared sections), avoindata.fi's static pages, Helsinki's Markdown.
"""

import re
from collections import Counter
from pathlib import Path

import pytest

from kielipari.config import Config
from kielipari.model import PairResult, Report, Severity
from kielipari.run import Request, run

PAGES = Path(__file__).parents[3] / "shared" / "data" / "pages"
pytestmark = pytest.mark.skipif(not PAGES.is_dir(), reason="the shared pages are not here")

# Judged by reading both versions.
TRUE = Counter(
    {
        ("wrong-page-language", "404.fi.html"): 1,
        ("wrong-page-language", "404.sv.html"): 1,
        ("wrong-page-language", "500.fi.html"): 1,
        ("wrong-page-language", "500.sv.html"): 1,
        ("wrong-page-language", "maintenance.fi.html"): 1,
        ("wrong-page-language", "maintenance.sv.html"): 1,
        ("wrong-page-language", "by_4.0_fi.html"): 1,
        ("wrong-page-language", "by_4.0_sv.html"): 1,
        ("copied-source", "by_4.0_sv.html"): 2,  # "Menu", twice
        ("missing-sentence", "404.fi.html"): 1,  # the main heading is in Finnish only, on both
        ("missing-sentence", "by_4.0_fi.html"): 1,  # the licence's own text under CC0
        ("missing-sentence", "accessibility.fi.md"): 1,  # who watches over accessibility
        ("number-mismatch", "accessibility.fi.md"): 1,  # two weeks to answer in
    }
)


@pytest.fixture(scope="module")
def report(cache_home: Path, tmp_path_factory: pytest.TempPathFactory) -> Report:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("KIELIPARI_CACHE_DIR", str(cache_home))
        return run(Request(Config(root=tmp_path_factory.mktemp("pages")), (str(PAGES),)))


def test_every_page_finds_its_counterpart(report: Report) -> None:
    assert report.problems == ()
    assert len(report.pairs) == 6
    assert all(pair.source_uri and pair.target_uri for pair in report.pairs)


def test_nine_of_ten_errors_are_right(report: Report) -> None:
    found = Counter(
        (f.rule, Path(side.path).name)
        for f in report.findings
        if f.severity is Severity.ERROR and (side := f.target or f.source) is not None
    )
    right = sum((found & TRUE).values())
    assert found - TRUE == Counter(), "judge what is new, and note it here"
    assert right / sum(found.values()) >= 0.9
    assert right >= 11


def test_every_section_of_the_legal_code_meets_its_counterpart(report: Report) -> None:
    (pair,) = (p for p in report.pairs if "by_4.0" in (p.source_uri or ""))
    texts = [
        (PAGES / "creativecommons" / f"by_4.0_{lang}.html").read_text() for lang in ("fi", "sv")
    ]
    gold = set.intersection(*(set(re.findall(r'id="(s\d\w*)"', text)) for text in texts))
    assert len(gold) == 65
    assert gold <= met(pair)
    assert pair.coverage is not None
    assert pair.coverage >= 0.98


def met(pair: PairResult) -> set[str]:
    """Return the ids of source blocks that stand in a unit with the target block of that id."""
    return {
        s.block.id
        for unit in pair.units
        for s in unit.source
        if s.block.id in {t.block.id for t in unit.target}
    }
