"""A real report in a real browser: Chromium without a window, driven by selenium."""

import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from kielipari import run
from kielipari.config import load
from kielipari.model import PairResult, Report
from kielipari.report import RenderOptions, render
from kielipari.state import history

if TYPE_CHECKING:
    from selenium.webdriver import Chrome

ROOT = Path(__file__).parent.parent.parent
DESKTOP, PHONE = (1280, 1000), (390, 844)


def _program(*names: str) -> str | None:
    return next((found for name in names if (found := shutil.which(name))), None)


@pytest.fixture(scope="session")
def chrome() -> Iterator[Any]:
    """Start the browser once; skip where there is none."""
    selenium = pytest.importorskip("selenium.webdriver", reason="selenium is not installed")
    browser = _program("chromium", "chromium-browser", "google-chrome")
    driver = _program("chromedriver", "chromium.chromedriver")
    if browser is None or driver is None:
        pytest.skip("no browser: install chromium and chromium-driver to test the report in one")
    options = selenium.ChromeOptions()
    options.binary_location = browser
    for argument in ("--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu"):
        options.add_argument(argument)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    started = selenium.Chrome(
        options=options, service=selenium.ChromeService(executable_path=driver)
    )
    started.set_window_size(*DESKTOP)
    yield started
    started.quit()


@pytest.fixture(scope="session")
def corpus_report(cache_home: Path) -> Report:
    """Audit the project's own corpus."""
    before = os.environ.get("KIELIPARI_CACHE_DIR")
    os.environ["KIELIPARI_CACHE_DIR"] = str(cache_home)
    try:
        return run.run(run.Request(load(ROOT)))
    finally:
        if before is None:
            del os.environ["KIELIPARI_CACHE_DIR"]
        else:
            os.environ["KIELIPARI_CACHE_DIR"] = before


@pytest.fixture(scope="session")
def written(corpus_report: Report, tmp_path_factory: pytest.TempPathFactory) -> str:
    """Write the report with a history behind it; return its address."""
    folder = tmp_path_factory.mktemp("report")
    earlier = replace(corpus_report, findings=corpus_report.findings[3:])
    history.record(folder / "h.db", earlier, datetime(2026, 4, 1, tzinfo=UTC), 0.9)
    trend = history.record(folder / "h.db", corpus_report, datetime(2026, 5, 3, tzinfo=UTC), 0.93)
    options = RenderOptions(locale="en", audit=True, trend=trend)
    (folder / "report.html").write_bytes(render("html", corpus_report, options))
    return (folder / "report.html").as_uri()


@pytest.fixture(scope="session")
def many(corpus_report: Report) -> Callable[[int], Report]:
    """Return a function that makes a site of so many pairs out of the corpus."""

    def of(number: int) -> Report:
        pages = [p for p in corpus_report.pairs if (p.source_uri or "").endswith(".html")]
        pairs: list[PairResult] = []
        for n in range(number):
            pair = pages[n % len(pages)]
            found = tuple(replace(f, pair=f"q{n}") for f in pair.findings)
            pairs.append(replace(pair, id=f"q{n}", findings=found))
        return replace(
            corpus_report,
            pairs=tuple(pairs),
            findings=tuple(f for pair in pairs for f in pair.findings),
        )

    return of


@pytest.fixture
def opened(chrome: "Chrome", written: str) -> "Iterator[Chrome]":
    """Open the report afresh, at desktop width, in light colours, in English."""
    chrome.set_window_size(*DESKTOP)
    chrome.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "", "features": []})
    chrome.get("about:blank")
    chrome.get(written)
    chrome.execute_script("localStorage.clear()")
    chrome.get("about:blank")
    chrome.get(written)
    yield chrome
    chrome.execute_script("localStorage.clear()")
