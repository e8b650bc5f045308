"""Several processes give the same report as one, and one that dies takes nothing along."""

import json
import os
import signal
import subprocess
import sys
import textwrap
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

SAME = 6  # pairs; enough for two processes to share


def kielipari(folder: Path, *words: str, code: str | None = None) -> list[str]:
    """Return a command line; ``code`` runs in every process before the package does."""
    if code is not None:
        (folder / "crash").mkdir(exist_ok=True)
        (folder / "crash" / "sitecustomize.py").write_text(textwrap.dedent(code), encoding="utf-8")
    return [sys.executable, "-m", "kielipari", *words]


def environment(folder: Path, cache: Path) -> dict[str, str]:
    return {
        **os.environ,
        "KIELIPARI_CACHE_DIR": str(cache),
        "PYTHONPATH": os.pathsep.join([str(folder / "crash"), os.environ.get("PYTHONPATH", "")]),
    }


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    for number in range(SAME):
        for lang, text in (
            (
                "fi",
                f"Kurssi numero {number} alkaa syyskuussa.\n\nRyhmään mahtuu {number + 20} osallistujaa.\n",
            ),
            (
                "sv",
                f"Kurs nummer {number} börjar i september.\n\nGruppen har plats för {number + 21} deltagare.\n",
            ),
        ):
            (tmp_path / "t" / lang).mkdir(parents=True, exist_ok=True)
            (tmp_path / "t" / lang / f"{number}.txt").write_text(text, encoding="utf-8")
    return tmp_path


def check(
    folder: Path, cache: Path, *words: str, code: str | None = None
) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        kielipari(folder, "check", "t", "--no-cache", "--format", "json", *words, code=code),
        cwd=folder,
        env=environment(folder, cache),
        capture_output=True,
        text=True,
        check=False,
        timeout=180,
    )


def test_the_same_report_byte_for_byte(pages: Path) -> None:
    # Compiled glossaries come from the cache, results do not: the key holds these variables.
    reports = []
    for jobs in ("1", "2"):
        done = subprocess.run(
            kielipari(pages, "check", "t", "--format", "json", "--jobs", jobs),
            cwd=pages,
            env={**os.environ, "KIELIPARI_TEST": f"{pages} {jobs}"},
            capture_output=True,
            text=True,
            check=False,
            timeout=300,
        )
        assert done.returncode == 1
        reports.append(done.stdout)
    assert reports[0] == reports[1]
    assert len(json.loads(reports[0])["findings"]) == SAME


# What is tested here is the processes, so what they do is quickly done.
LIGHT = """
    import multiprocessing, os, signal, sys, time
    import kielipari.audit as audit, kielipari.context as context
    from kielipari.model import PairResult, Unit
    context.build = lambda settings, memories: None
    def audit_pair(pair, context):
        before(pair)
        return PairResult(
            pair.id, pair.source_uri, pair.target_uri, None, None, (Unit("1", (), ()),)
        )
    audit.audit_pair = audit_pair
"""

# A worker that meets page 3 is killed as the system kills one for its memory; ``once`` leaves a
# mark, so that the second try lives.
KILL = (
    LIGHT
    + """
    def before(pair):
        if pair.source_uri.endswith("3.txt") and not os.path.exists("lived"):
            if {once}:
                open("lived", "w").close()
            os.kill(os.getpid(), signal.SIGKILL)
"""
)


def test_a_worker_that_dies_once_is_not_noticed(pages: Path, cache_home: Path) -> None:
    done = check(pages, cache_home, "--jobs", "2", code=KILL.format(once=True))
    assert (pages / "lived").exists()
    assert done.returncode == 0
    assert len(json.loads(done.stdout)["pairs"]) == SAME


def test_a_worker_that_dies_twice_is_told_and_the_rest_is_complete(
    pages: Path, cache_home: Path
) -> None:
    done = check(pages, cache_home, "--jobs", "2", code=KILL.format(once=False))
    report = json.loads(done.stdout)
    assert done.returncode == 2
    (problem,) = report["errors"]
    assert problem["path"] == "t/sv/3.txt"
    assert "died twice (SIGKILL)" in problem["message"]
    assert [p["source"] for p in report["pairs"]] == [f"t/fi/{n}.txt" for n in (0, 1, 2, 4, 5)]


# A process that is started for work dies before it can do any; ``once`` as above.
STILLBORN = """
    import os, sys
    if any("spawn_main" in word for word in sys.orig_argv) and not os.path.exists("lived"):
        if {once}:
            open("lived", "w").close()
        os._exit(7)
"""


@pytest.mark.parametrize("once", [True, False])
def test_workers_that_die_before_they_can_work(
    pages: Path, cache_home: Path, *, once: bool
) -> None:
    code = LIGHT + "    def before(pair):\n        pass\n" + STILLBORN.format(once=once)
    done = check(pages, cache_home, "--jobs", "2", code=code)
    report = json.loads(done.stdout)
    assert (done.returncode, len(report["pairs"]), report["errors"]) == (0, SAME, [])
    assert "Traceback" not in done.stderr


# A process that is started for work notes if it could be interrupted on its own.
HEARS = """
    if any("spawn_main" in word for word in sys.orig_argv):
        if signal.SIGINT not in signal.pthread_sigmask(signal.SIG_BLOCK, ()):
            open("hears", "w").close()
"""


def test_no_worker_hears_ctrl_c_by_itself(pages: Path, cache_home: Path) -> None:
    code = LIGHT + "    def before(pair):\n        pass\n" + HEARS
    done = check(pages, cache_home, "--jobs", "2", code=code)
    assert done.returncode == 0
    assert not (pages / "hears").exists()


SLOW = (
    LIGHT
    + """
    def before(pair):
        if not pair.source_uri.endswith("0.txt"):
            open("begun", "w").close()
            time.sleep(60)
"""
)


@pytest.fixture
def hears_ctrl_c() -> Iterator[None]:
    """Let processes hear Ctrl-C, which one that was started in the background ignores."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.usefixtures("hears_ctrl_c")
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_ctrl_c_ends_at_once_with_what_is_finished(
    pages: Path, cache_home: Path, jobs: str
) -> None:
    words = ("check", "t", "--no-cache", "--format", "json", "--jobs", jobs)
    with subprocess.Popen(
        kielipari(pages, *words, code=SLOW),
        cwd=pages,
        env=environment(pages, cache_home),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    ) as run:
        deadline = time.monotonic() + 120
        while not (pages / "begun").exists():
            assert time.monotonic() < deadline
            time.sleep(0.05)
        time.sleep(0.5)
        pressed = time.monotonic()
        os.killpg(run.pid, signal.SIGINT)  # as a terminal does, to every process of the group
        out, err = run.communicate(timeout=60)
    assert run.returncode == 130
    assert time.monotonic() - pressed < 10
    assert "Traceback" not in err
    report = json.loads(out)
    assert [pair["source"] for pair in report["pairs"]] == ["t/fi/0.txt"]
    assert [e["message"] for e in report["errors"]] == ["interrupted: 1 of 6 pairs were checked"]
    assert is_gone(run.pid), "nobody is left behind"


def is_gone(group: int) -> bool:
    deadline = time.monotonic() + 10
    while time.monotonic() < deadline:
        try:
            os.killpg(group, 0)
        except ProcessLookupError:
            return True
        time.sleep(0.1)
    return False
