"""Pages: reading against trafilatura in one run; from saved HTML to the report, pairs a second.

The pages are made of the shared statutes, 10 kB of text a side, and the corpus. Times are of the
processor, with lexicons warm; the words of the pages are met for the first time, and again. As in
the program, garbage is looked for seldom. Run by ``make bench``.
"""

import gc
import json
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from kielipari import ingest
from kielipari.audit import audit_pair
from kielipari.config import Config, load
from kielipari.context import Settings, build
from kielipari.gather import gather
from kielipari.model import Checked, Report
from kielipari.report import RenderOptions, render
from kielipari.run import Request, load_concepts
from kielipari.state.collector import collect_seldom

ROOT = Path(__file__).parents[2]
STATUTES = ROOT.parent / "shared" / "data" / "finlex" / "dev.jsonl"
SIZE = 10_000  # bytes of text on a page, the mean of both languages
PAIRS = 30
ROUNDS = 3

pytestmark = [
    pytest.mark.bench,
    pytest.mark.skipif(not STATUTES.exists(), reason="the shared data (../shared) is not here"),
]


def _pages() -> Iterator[tuple[str, str]]:
    """Yield the texts of pages in both languages as HTML."""
    sides: tuple[list[str], list[str]] = ([], [])
    size = 0.0
    for line in STATUTES.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        for side, lang in zip(sides, ("fi", "sv"), strict=True):
            side.append(f"<p>{row[lang]}</p>")
        size += sum(len(row[lang].encode()) for lang in ("fi", "sv")) / 2
        if size >= SIZE:
            fi, sv = ("".join(side) for side in sides)
            yield (
                f'<html lang="fi"><head><title>Säädös</title></head><body>{fi}</body></html>',
                f'<html lang="sv"><head><title>Författning</title></head><body>{sv}</body></html>',
            )
            for side in sides:
                side.clear()
            size = 0.0


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("pages")
    for lang in ("fi", "sv"):
        (root / lang).mkdir()
    for number, texts in zip(range(PAIRS), _pages(), strict=False):
        for lang, text in zip(("fi", "sv"), texts, strict=True):
            (root / lang / f"{number}.html").write_text(text, encoding="utf-8")
    return root


def _best(work: Callable[[], object]) -> float:
    """Return the shortest processor time of a few rounds, in seconds."""
    times = []
    for _ in range(ROUNDS):
        start = time.process_time()
        work()
        times.append(time.process_time() - start)
    return min(times)


def test_reading_is_as_fast_as_trafilatura(folder: Path) -> None:
    trafilatura = pytest.importorskip("trafilatura", reason="pip install trafilatura to compare")
    paths = [*folder.rglob("*.html"), *(ROOT / "corpus" / "site").rglob("*.html")]
    pages = [(path.read_bytes(), str(path)) for path in paths]
    ours = _best(lambda: [ingest.read(data, uri) for data, uri in pages])
    theirs = _best(lambda: [trafilatura.extract(data.decode()) for data, _ in pages])
    print(f"\nreading {len(pages)} pages: {ours:.2f} s; trafilatura {theirs:.2f} s")
    assert ours <= theirs


@pytest.fixture
def garbage_looked_for_seldom() -> Iterator[None]:
    """As in the program, and as before for the tests that follow."""
    thresholds = gc.get_threshold()
    collect_seldom()
    yield
    gc.set_threshold(*thresholds)


@pytest.mark.usefixtures("garbage_looked_for_seldom")
def test_pairs_a_second_from_saved_page_to_report(folder: Path) -> None:
    concepts = load_concepts(Request(load(ROOT)))
    config = Config(root=folder)

    def written(pages: Path) -> bytes:
        found = gather([str(pages)], config, source_lang="fi", target_lang="sv")
        context = build(Settings("fi", "sv", concepts=concepts, facts=found.facts))
        results = tuple(audit_pair(pair, context) for pair in found.pairs)
        findings = tuple(finding for result in results for finding in result.findings)
        report = Report("bench", Checked(pairs=len(results)), results, findings)
        return render("html", report, RenderOptions(audit=True))

    written(ROOT / "corpus" / "site")  # loads the lexicons
    start = time.process_time()
    written(folder)
    first = PAIRS / (time.process_time() - start)
    again = PAIRS / _best(lambda: written(folder))
    print(f"\n{PAIRS} pairs: words met for the first time {first:.1f} a second, again {again:.1f}")
    # The aim is 15 for words met before. Measured: 8.2 to 9.9, and 15.0 to 15.1 on a slow machine.
    assert first >= 7
    assert again >= 12
