"""How long CI waits: cold, warm, one changed file, --help, and one job against two.

Wall times are printed; what is asserted is processor time, which other people's work on the same
machine does not change, and the ratio of two runs one after the other.
"""

import json
import lzma
import os
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import NamedTuple

import pytest

pytestmark = pytest.mark.bench

FINLEX = Path(__file__).parents[3] / "shared" / "data" / "finlex" / "train.jsonl.xz"
DOCUMENTS = int(os.environ.get("KIELIPARI_BENCH_DOCUMENTS", "5000"))


class Took(NamedTuple):
    """Seconds of a command: on the clock, and of the processors."""

    wall: float
    processor: float

    def __str__(self) -> str:
        return f"{self.wall:.2f} s ({self.processor:.2f} s of processor time)"


def timed(folder: Path, *words: str, **environment: str) -> Took:
    """Time a command that is expected to end with 0 or 1."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    started = time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-m", "kielipari", *words],
        cwd=folder,
        env={**os.environ, **environment},
        capture_output=True,
        check=False,
    )
    wall = time.perf_counter() - started
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    assert done.returncode in {0, 1}, (done.stdout + done.stderr).decode()
    assert b"Traceback" not in done.stderr, done.stderr.decode()
    spent = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Took(wall, spent)


def test_help_answers_at_once(tmp_path: Path) -> None:
    took = min(timed(tmp_path, "--help") for _ in range(5))
    print(f"\n--help: {took}")
    assert took.processor <= 0.2


def test_a_warm_run_is_quick(
    build_municipality: Callable[[Path], None],
    commit: Callable[[Path, str], None],
    tmp_path: Path,
) -> None:
    root = tmp_path / "kunta"
    build_municipality(root)
    cache = {"KIELIPARI_CACHE_DIR": str(tmp_path / "cache")}
    timed(root, "init")
    commit(root, "kielipari")
    first = timed(root, "check", "--fail-on", "never", **cache)
    cold = timed(root, "check", "--fail-on", "never", **cache, KIELIPARI_TEST="cold")
    warm = min(
        timed(root, "check", "--fail-on", "never", **cache, KIELIPARI_TEST="cold") for _ in range(5)
    )
    page = root / "sivut" / "sv" / "museo-hinnat.html"
    page.write_text(page.read_text(encoding="utf-8").replace("inom 4", "inom 40"))
    hook = timed(root, "check", "--since", "HEAD", "--quiet", **cache, KIELIPARI_TEST="cold")
    print(f"\nfirst run ever: {first}\ncold: {cold}\nwarm: {warm}\none changed file: {hook}")
    print(f"warm / first: {warm.processor / first.processor:.3f} of the processor time")
    assert warm.processor <= 1.0
    assert warm.processor <= first.processor / 10
    assert hook.processor <= 2.0


@pytest.fixture(scope="module")
def statutes(tmp_path_factory: pytest.TempPathFactory) -> Path:
    if not FINLEX.is_file():
        pytest.skip("the shared data are not beside the repository")
    root = tmp_path_factory.mktemp("statutes")
    texts: dict[str, tuple[list[str], list[str]]] = {}
    with lzma.open(FINLEX, "rt", encoding="utf-8") as lines:
        for line in lines:
            name, *sides = json.loads(line)
            if name not in texts and len(texts) == DOCUMENTS:
                break
            for pieces, text in zip(texts.setdefault(name, ([], [])), sides, strict=True):
                pieces.append(" ".join(text.split()))
    names = list(texts)
    folders = {"all": names, "few": names[:4], "half-0": names[::2], "half-1": names[1::2]}
    for folder, names in folders.items():
        for name in names:
            for lang, pieces in zip(("fi", "sv"), texts[name], strict=True):
                path = root / folder / lang / f"{name}.txt"
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text("\n\n".join(pieces) + "\n", encoding="utf-8")
    return root


def test_two_jobs_against_one(statutes: Path) -> None:
    took = {}
    for jobs in ("1", "2"):
        for folder in ("few", "all"):
            words = ("check", folder, "--fail-on", "never", "--jobs", jobs)
            output = ("--format", "json", "-o", f"{folder}-{jobs}.json")
            # The compiled names come from the cache, results do not: the key has the variable.
            took[jobs, folder] = timed(
                statutes, *words, *output, KIELIPARI_TEST=f"{statutes} {jobs} {folder}"
            )
    for (jobs, folder), spent in took.items():
        print(
            f"\n--jobs {jobs}, {'start-up (4 documents)' if folder == 'few' else 'all'}: {spent}",
            end="",
        )
    one, two = (took[jobs, "all"].wall - took[jobs, "few"].wall for jobs in ("1", "2"))
    with ThreadPoolExecutor(2) as pool:  # each starts a process and waits for it
        halves = list(pool.map(lambda half: half_alone(statutes, half), ("half-0", "half-1")))
    apart = one / (max(halves) - took["1", "few"].wall)
    print(
        f"\n{DOCUMENTS} documents: ratio {one / two:.2f} without the start-up; two processes that"
        f" share nothing, half of the documents each: {apart:.2f}"
    )
    assert (statutes / "all-1.json").read_bytes() == (statutes / "all-2.json").read_bytes()
    # The aim is 1.7, where the machine gives that: a processor is up to a seventh slower while the
    # other one works, and then two processes that have nothing to do with each other gain no more.
    assert one / two >= min(1.7, 0.93 * apart)


def half_alone(statutes: Path, half: str) -> float:
    """Return the wall time of one process over half of the documents."""
    words = ("check", half, "--fail-on", "never", "--format", "json", "-o", f"{half}.json")
    return timed(statutes, *words, KIELIPARI_TEST=f"{statutes} {half}").wall
