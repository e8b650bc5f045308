"""A full disk is one sentence that names the file, and what stood there before stands there still.

A limit on the size of files stands for the disk: a write that goes beyond it ends in the middle.
"""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from kielipari.languages.store import cache_dir

resource = pytest.importorskip("resource", reason="this system limits no file sizes")
FULL = 4096  # bytes
MANY = 60
Run = Callable[..., tuple[int, str, str]]


def entries(shift: int) -> str:
    return "\n\n".join(
        f'msgid "Ryhmään {n} mahtuu {n + 20} osallistujaa."\n'
        f'msgstr "Grupp {n} har plats för {n + shift} deltagare."'
        for n in range(MANY)
    )


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    Path("kielipari.toml").write_text('[[content]]\npath = "{lang}.po"\n', encoding="utf-8")
    Path("sv.po").write_text(entries(21) + "\n", encoding="utf-8")
    return tmp_path


@contextmanager
def full_disk() -> Iterator[None]:
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (FULL, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


@pytest.mark.parametrize(
    ("make", "change", "file"),
    [
        ("baseline create", "baseline create --force", ".kielipari-baseline.json"),
        ("baseline create", "baseline update --allow-growth", ".kielipari-baseline.json"),
        ("confirm sv.po", "confirm sv.po", ".kielipari-confirmed.json"),
        (
            "check --quiet --format sarif=out.sarif",
            "check --quiet --format sarif=out.sarif",
            "out.sarif",
        ),
        ("audit sv.po --quiet --history h", "audit sv.po --quiet --history h", "h"),
        ("rules", "check --quiet --annotate", "sv.po"),
    ],
)
def test_the_old_file_stays_whole(run: Run, here: Path, make: str, change: str, file: str) -> None:
    run(*make.split())
    if not change.endswith("--annotate"):
        (here / "sv.po").write_text(entries(22) + "\n", encoding="utf-8")
    before = (here / file).read_bytes()
    with full_disk():
        status, out, err = run(*change.split(), "--no-cache")
    assert status == 2
    (line,) = [line for line in (out + err).splitlines() if "cannot be written" in line]
    assert file in line
    assert (here / file).read_bytes() == before
    assert not [path for path in here.iterdir() if path.name.startswith(f".{file}")]


def test_a_new_file_is_not_left_cut(run: Run, here: Path) -> None:
    with full_disk():
        status, _, err = run(
            "check", "--no-cache", "--quiet", "--format", "sarif=a", "--format", "junit=b"
        )
    assert status == 2
    said = [line.partition("cannot")[0] for line in err.splitlines()]
    assert said == ["kielipari: a: ", "kielipari: b: "], "each file is told"
    assert not (here / "a").exists()
    assert not (here / "b").exists()


def piped(*words: str, **environment: str) -> "subprocess.CompletedProcess[str]":
    """Run a command on a full disk; what it prints goes into a pipe, which has room."""
    command = f"ulimit -f {FULL // 1024}; exec {sys.executable} -m kielipari {' '.join(words)}"
    return subprocess.run(
        ["bash", "-c", command],
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )


def test_the_report_is_made_though_the_history_is_not() -> None:
    done = piped("audit sv.po --no-cache --history h --format json")
    assert done.returncode == 2
    assert len(json.loads(done.stdout)["findings"]) >= MANY
    assert "h: cannot be written" in done.stderr


def test_the_cache_does_not_fail_the_run(run: Run, here: Path) -> None:
    status, out, _ = run("check", "--no-cache", "--format", "json")
    full = here / "cache"
    shutil.copytree(cache_dir(), full, ignore=shutil.ignore_patterns("*.sqlite*"))
    done = piped("check --format json", KIELIPARI_CACHE_DIR=str(full))
    assert (done.returncode, done.stdout) == (status, out)
    assert "going on without it" in done.stderr


def test_a_cut_output_is_told(here: Path) -> None:
    for unbuffered in ("", "1"):
        done = piped("check --no-cache --format json > out.json", PYTHONUNBUFFERED=unbuffered)
        assert done.returncode == 2
        assert "standard output: cannot be written: File too large" in done.stderr
        assert (here / "out.json").stat().st_size <= FULL


def test_what_links_lead_to_is_written_and_links_stay(run: Run, here: Path) -> None:
    (here / "kept").mkdir()
    (here / "kept" / "known.json").write_text("{}")
    (here / ".kielipari-baseline.json").symlink_to("kept/known.json")
    assert run("baseline", "create", "--force")[0] == 0
    assert (here / ".kielipari-baseline.json").is_symlink()
    assert len(json.loads((here / "kept" / "known.json").read_text())["findings"]) >= MANY
