"""Reports built by hand: a site with defects, a clean pair, and one with many findings."""

from collections.abc import Callable
from types import SimpleNamespace

import pytest
from report_builder import Page, Site
from report_site import PAGES

from kielipari.model import BlockKind, Problem, Report, Severity
from kielipari.report import view

K = BlockKind

CODES = {
    "term-not-used": "T101",
    "copied-source": "U102",
    "wrong-language": "U103",
    "missing-page": "D101",
    "missing-section": "D102",
    "missing-sentence": "D103",
    "extra-content": "D104",
    "number-mismatch": "V101",
    "hreflang": "W104",
}
"""The rules as these reports know them; ``untranslated-metadata`` is left out on purpose."""


@pytest.fixture(autouse=True)
def rules(monkeypatch: pytest.MonkeyPatch) -> None:
    """Stand in for the registry of checks, so that reports are tested without the analysers."""
    known = {
        slug: SimpleNamespace(
            slug=slug,
            code=code,
            severity=Severity.ERROR,
            what=f"What {slug} finds.",
            why=f"Why {slug} matters.",
            how=f"How {slug} is mended.",
        )
        for slug, code in CODES.items()
    }
    monkeypatch.setattr(view, "rules", lambda: known)


@pytest.fixture
def report() -> Report:
    """Six pairs, thirteen findings of many kinds, one unreadable file."""
    site = Site()
    for add in PAGES:
        add(site)
    return site.report(
        (Problem("site/fi/vanha.html", "The file is empty; take it away or fill it."),),
        {0: "known"},
    )


@pytest.fixture
def clean_report() -> Report:
    """One pair in order."""
    site = Site()
    fi = Page("fi.txt", "fi").add("p", K.PARAGRAPH, "Museo on auki.")
    sv = Page("sv.txt", "sv").add("p", K.PARAGRAPH, "Museet är öppet.")
    site.pair(fi, sv, "p.0-p.0", coverage=1.0)
    return site.report()


@pytest.fixture
def many_findings() -> Callable[[int, int], Report]:
    """Make a report of a number of page pairs with a number of findings each."""

    def make(pairs: int, findings: int) -> Report:
        site = Site()
        for number in range(pairs):
            fi = Page(f"site/fi/{number:03}.html", "fi").add(
                "h", K.HEADING, f"Sivu {number}", level=1
            )
            sv = Page(f"site/sv/{number:03}.html", "sv").add(
                "h", K.HEADING, f"Sida {number}", level=1
            )
            beads = ["h.0-h.0"]
            for line in range(max(findings, 40)):
                text = f"Kaupunki maksoi {line + 7} euroa jokaisesta kokeilusta, johon asukkaat osallistuivat."
                fi.add(f"b{line}", K.PARAGRAPH, *[text] * 3)
                sv.add(
                    f"b{line}",
                    K.PARAGRAPH,
                    *[f"Staden betalade {line + 8} euro för varje försök som invånarna deltog i."]
                    * 3,
                )
                beads += [f"b{line}.{n}-b{line}.{n}" for n in range(3)]
            pair = site.pair(fi, sv, " ".join(beads), coverage=0.98)
            for line in range(findings):
                site.find(
                    pair,
                    "number-mismatch",
                    Severity.ERROR if line % 3 else Severity.WARNING,
                    fi.side(f"b{line}.0", str(line + 7)),
                    sv.side(f"b{line}.0", str(line + 8)),
                    source_value=str(line + 7),
                    target_value=str(line + 8),
                )
        return site.report()

    return make
