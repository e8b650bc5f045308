"""Tab in a real shell: commands, options, rules, formats and files."""

import os
import pty
import select
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

BIN = str(Path(sys.executable).parent)
PATIENCE = 60.0  # seconds until a shell has answered; machines are busy at times


class Terminal:
    """A shell in which somebody types."""

    def __init__(self, folder: Path, *command: str) -> None:
        self.seen = ""
        pid, self._screen = pty.fork()
        if pid == 0:
            os.chdir(folder)
            path = os.pathsep.join((BIN, os.environ["PATH"]))
            os.execvpe(  # noqa: S606 the program is a shell itself
                command[0], command, {**os.environ, "PATH": path, "TERM": "dumb"}
            )

    def type(self, keys: str, until: str) -> None:
        """Press keys and wait for what is expected to appear."""
        before = len(self.seen)
        os.write(self._screen, keys.encode())
        deadline = time.monotonic() + PATIENCE
        while until not in self.seen[before:]:
            assert time.monotonic() < deadline, f"no {until!r} after {keys!r}:\n{self.seen}"
            if select.select([self._screen], [], [], 0.2)[0]:
                self.seen += os.read(self._screen, 65536).decode(errors="replace")

    def close(self) -> None:
        os.close(self._screen)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "sivut").mkdir()
    (tmp_path / "sivut" / "museo.txt").write_text("Museo on auki.\n", encoding="utf-8")
    return tmp_path


@pytest.fixture
def bash(folder: Path) -> Iterator[Terminal]:
    shell = shutil.which("bash")
    if shell is None:
        pytest.skip("there is no bash here")
    terminal = Terminal(folder, shell, "--norc", "--noprofile", "-i")
    terminal.type('eval "$(kielipari completion bash)"; echo rea""dy\n', "ready")
    yield terminal
    terminal.close()


CLEAR = "\x15"  # Ctrl-U: what was typed goes away


def test_bash_completes_what_can_be_named(bash: Terminal) -> None:
    for typed, completed in (
        ("kielipari basel", "kielipari baseline "),
        ("kielipari glossary li", "kielipari glossary lint "),
        ("kielipari check --max-u", "kielipari check --max-untranslated "),
        ("kielipari check --select V101,number-mis", "V101,number-mismatch "),
        ("kielipari check --fail-on warn", "--fail-on warning "),
        ("kielipari check --format sar", "--format sarif "),
        ("kielipari explain stale-t", "explain stale-translation "),
        ("kielipari explain addi", "explain adding "),
        ("kielipari check -g siv", "check -g sivut/"),
        ("kielipari check sivut/mu", "check sivut/museo.txt "),
    ):
        bash.type(f"{CLEAR}{typed}\t", completed)


def test_bash_lists_what_is_possible(bash: Terminal) -> None:
    bash.type("kielipari explain V10\t\t", "V105")
    bash.type(f"{CLEAR}kielipari \t\t", "glossary")


@pytest.mark.parametrize(
    ("shell", "script"),
    [
        ("zsh", 'autoload -Uz compinit && compinit -u; eval "$(kielipari completion zsh)"'),
        ("fish", "kielipari completion fish | source"),
    ],
)
def test_other_shells_take_the_script(folder: Path, shell: str, script: str) -> None:
    if shutil.which(shell) is None:
        pytest.skip(f"there is no {shell} here")
    ask = "complete -C 'kielipari basel'" if shell == "fish" else "echo $_comps[kielipari]"
    done = subprocess.run(
        [shell, "-c", f"{script}; {ask}"],
        cwd=folder,
        env={**os.environ, "PATH": os.pathsep.join((BIN, os.environ["PATH"]))},
        capture_output=True,
        text=True,
        check=False,
        timeout=PATIENCE,
    )
    assert "baseline" in done.stdout or "_kielipari_completion" in done.stdout, done.stderr
