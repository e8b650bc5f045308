"""What the README says can be run is run; what it says is generated is compared."""

import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from kielipari.checks import RULES
from kielipari.checks.page import catalogue

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```console\n(.*?)^```", README, re.MULTILINE | re.DOTALL)
LINES = [line.partition("  #")[0].strip() for block in BLOCKS for line in block.splitlines()]
COMMANDS = [line for line in LINES if line.startswith("kielipari ")]
TARGETS = [line.split()[1] for line in LINES if line.startswith("make ")]


@pytest.mark.parametrize("command", COMMANDS)
def test_command_runs_as_written(command: str, tmp_path: Path) -> None:
    words = [
        word.replace("=", f"={tmp_path}/", 1) if re.match(r"\w+=\w+\.\w+$", word) else word
        for word in shlex.split(command)[1:]
    ]
    done = subprocess.run(
        [sys.executable, "-m", "kielipari", *words],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode in {0, 1}, done.stderr
    assert "Traceback" not in done.stderr


def test_the_shown_report_is_what_the_tool_says() -> None:
    (command,) = re.findall(r"^`(kielipari audit .*)` says", README, re.MULTILINE)
    (shown,) = re.findall(r"^```text\n(.*?)^```", README, re.MULTILINE | re.DOTALL)
    done = subprocess.run(
        [sys.executable, "-m", *shlex.split(command)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout == shown


@pytest.mark.parametrize("target", TARGETS)
def test_target_stands_in_the_makefile(target: str) -> None:
    assert re.search(rf"^{target}:", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)


def test_it_is_read_in_one_sitting() -> None:
    assert len(README.splitlines()) < 150


def test_the_catalogue_is_up_to_date() -> None:
    written = ROOT / "pipeline" / "kielipari" / "docs" / "rules.md"
    assert written.read_text(encoding="utf-8") == catalogue(RULES), "run: make docs"
