"""What can go wrong in CI is one sentence, and nothing is lost."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from kielipari.state.baseline import FILE_NAME

CONFIRMED = ".kielipari-confirmed.json"
ENTRIES = """msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\\n"
"Language: sv\\n"

msgid "Lähetä hakemus"
msgstr "Skicka ansökan"

msgid "Lue päätös"
msgstr ""
"""
Run = Callable[..., tuple[int, str, str]]


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    Path("sv.po").write_text(ENTRIES, encoding="utf-8")
    return tmp_path


def refused(run: Run, *words: str) -> str:
    """Return the one sentence that a command ends with."""
    status, _, err = run(*words)
    lines = err.strip().splitlines()
    assert status == 2
    assert len(lines) == 1, err
    assert lines[0].startswith("kielipari: ")
    return lines[0]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (None, "does not exist; make it with “kielipari baseline create”"),
        ("", "is damaged (line 1"),
        ('{"schema": "kielipari.baseline/1", "findings": [\n{"finger', "is damaged (line 2"),
        ("{\n<<<<<<< HEAD\n", ".json:2: has merge-conflict markers; take either side and run"),
        ('{"schema": "kielipari.baseline/9", "findings": []}', "of another version (kielipari.bas"),
        ('{"schema": "kielipari.baseline/1", "findings": [{"rule": "V101"}]}', "has a finding"),
        ('{"schema": "kielipari.baseline/1", "findings": 3}', "has a finding"),
        ("[]", "of another version (unnamed"),
    ],
)
def test_a_baseline_that_is_none(run: Run, text: str | None, said: str) -> None:
    if text is not None:
        Path(FILE_NAME).write_text(text)
    for command in (
        ("check", "--baseline", FILE_NAME),
        ("baseline", "update"),
        ("baseline", "show"),
    ):
        files = () if command[-1] == "show" else ("sv.po",)
        assert said in refused(run, *command, *files)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            '{\n<<<<<<< HEAD\n"schema": 1\n=======\n',
            ".json:2: has merge-conflict markers; keep both",
        ),
        ('{"schema": "kielipari.confirmed/1", "pairs": [', "is damaged"),
        ('{"schema": "kielipari.confirmed/2"}', "is of another version (kielipari.confirmed/2"),
        ('{"schema": "kielipari.confirmed/1"}', "has an entry that makes no sense"),
        ('{"schema": "kielipari.confirmed/1", "pairs": [{"source": 1}]}', "makes no sense"),
    ],
)
def test_a_state_file_that_is_none(run: Run, text: str, said: str) -> None:
    Path(CONFIRMED).write_text(text)
    assert said in refused(run, "check", "sv.po")
    assert said in refused(run, "confirm", "sv.po")
    assert Path(CONFIRMED).read_text() == text, "nothing is lost"


def test_since_outside_git_and_without_its_revision(run: Run, here: Path) -> None:
    assert "needs a git repository" in refused(run, "check", "sv.po", "--since", "main")
    subprocess.run(["git", "init", "-q"], cwd=here, check=True)
    assert "does not know the revision “main”" in refused(run, "check", "sv.po", "--since", "main")


def test_a_full_disk_below_the_output(here: Path) -> None:
    if not Path("/dev/full").exists():
        pytest.skip("this system has no device that is always full")
    for words in ("rules", "check sv.po --format json", "check sv.po --format sarif=/dev/full"):
        command = f"{sys.executable} -m kielipari {words} > /dev/full"
        done = subprocess.run(
            ["bash", "-c", command], cwd=here, capture_output=True, text=True, check=False
        )
        assert done.returncode == 2
        (line,) = done.stderr.strip().splitlines()
        assert line.endswith("cannot be written: No space left on device")


def test_a_cache_that_cannot_be_used(run: Run, here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    usual = run("check", "sv.po", "--format", "json", "--no-cache")
    (here / "file").write_text("in the way")
    monkeypatch.setenv("KIELIPARI_CACHE_DIR", str(here / "file"))
    status, out, err = run("check", "sv.po", "--format", "json")
    assert (status, out) == usual[:2]
    (line,) = err.strip().splitlines()
    assert "cannot be used" in line
    assert "--no-cache" in line


def test_an_output_that_cannot_be_written_takes_nothing_along(run: Run, here: Path) -> None:
    words = ("check", "sv.po", "--format", "json", "--format")
    status, out, err = run(*words, "junit=missing/out.xml", "--format", "csv=out.csv")
    assert status == 2
    assert "missing/out.xml: cannot be written: No such file or directory" in err
    assert json.loads(out)["findings"], "standard output is complete"
    assert (here / "out.csv").is_file()


def test_a_closed_pipe_is_no_error_and_files_are_written_first(here: Path) -> None:
    words = "check sv.po --format text --format json=out.json"
    command = f"{sys.executable} -m kielipari {words} 2>said | true; echo ${{PIPESTATUS[0]}}"
    done = subprocess.run(
        ["bash", "-c", command], cwd=here, capture_output=True, text=True, check=True, timeout=120
    )
    assert done.stdout.strip() == "1", "the verdict stands"
    assert json.loads((here / "out.json").read_text())["findings"]
    assert "Traceback" not in (here / "said").read_text()


def test_confirm_and_ignore_say_what_they_need(run: Run, here: Path) -> None:
    assert "no configuration" in refused(run, "ignore", "0123456789abcdef", "--reason", "why")
    (here / "kielipari.toml").write_text('fail-on = "error"\n')
    assert "is no fingerprint" in refused(run, "ignore", "V101", "--reason", "why")
    assert "--reason is empty" in refused(run, "ignore", "0123456789abcdef", "--reason", " ")
    (here / "kielipari.toml").write_text("fail-on = \n")
    assert "is not valid TOML" in refused(run, "ignore", "0123456789abcdef", "--reason", "why")
    (here / "kielipari.toml").unlink()
    Path("vain.fi.txt").write_text("Ohjelma julkaistaan syyskuussa.\n", encoding="utf-8")
    assert "belong to no pair" in refused(run, "confirm", "vain.fi.txt")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_read_only_folder(run: Run, here: Path) -> None:
    here.chmod(0o500)
    try:
        assert "cannot be written" in refused(run, "baseline", "create", "sv.po")
        assert "cannot be written" in refused(run, "confirm", "sv.po")
    finally:
        here.chmod(0o700)
