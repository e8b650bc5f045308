"""A repository that has Kielipari already, the command line as its users meet it, and an action."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
import srsly

from kielipari.cli import main

ROOT = Path(__file__).parent.parent.parent
Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(capfd: pytest.CaptureFixture[str]) -> Run:
    def command(*words: object) -> tuple[int, str, str]:
        capfd.readouterr()
        with pytest.raises(SystemExit) as left:
            main([str(word) for word in words])
        said = capfd.readouterr()
        assert "Traceback" not in said.err
        assert isinstance(left.value.code, int)
        return left.value.code, said.out, said.err

    return command


@pytest.fixture(scope="session")
def first_town(
    build_municipality: Callable[[Path], None],
    commit: Callable[[Path, str], None],
    cache_home: Path,
    tmp_path_factory: pytest.TempPathFactory,
) -> Path:
    root = tmp_path_factory.mktemp("towns") / "kunta"
    build_municipality(root)
    # Two findings from before: a text left in Finnish, and a wrong number.
    for name, old, new in (
        ("locale/sv.po", "Kopiera filen", "Kopioi tiedosto"),
        ("sivut/sv/teatteri-varaukset.html", "vardagar kl. ", "vardagar kl. 1"),
    ):
        text = (root / name).read_text(encoding="utf-8")
        (root / name).write_text(text.replace(old, new, 1), encoding="utf-8")
    for words in (("init",), ("baseline", "create")):
        subprocess.run(
            [sys.executable, "-m", "kielipari", *words],
            cwd=root,
            env={**os.environ, "KIELIPARI_CACHE_DIR": str(cache_home)},
            check=True,
            capture_output=True,
        )
    commit(root, "kielipari")
    return root


@pytest.fixture
def town(
    first_town: Path, cache_home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Path:
    """Return a repository with a configuration and a baseline, everything committed."""
    monkeypatch.setenv("KIELIPARI_CACHE_DIR", str(cache_home))
    shutil.copytree(first_town, tmp_path / "kunta")
    monkeypatch.chdir(tmp_path / "kunta")
    return tmp_path / "kunta"


@dataclass
class Ran:
    """What is left of a run of the action: what it said, and the other actions it would use."""

    status: int = 0
    said: str = ""
    summary: str = ""
    outputs: dict[str, str] = field(default_factory=dict)
    used: dict[str, dict[str, str]] = field(default_factory=dict)


class Runner:
    """Runs action.yml as GitHub does, as far as it goes here: only the actions it uses are not."""

    def __init__(self, folder: Path, python: Path, *, installs: bool) -> None:
        self.folder, self.python, self.installs = folder, python, installs
        self.fork = ""  # "true" for a pull request from one
        self.temporary = folder.parent / "runner"
        self.temporary.mkdir(exist_ok=True)
        # As actions/cache brings it back from an earlier run.
        (self.temporary / "kielipari-cache").symlink_to(os.environ["KIELIPARI_CACHE_DIR"])

    def __call__(self, repository: Path, **given: str) -> Ran:
        action = srsly.read_yaml(ROOT / "action.yml")
        inputs = {k: str(v.get("default", "")) for k, v in action["inputs"].items()} | given
        known = {f"inputs.{name}": value for name, value in inputs.items()}
        known |= {"runner.temp": str(self.temporary), "runner.os": "Linux", "github.sha": "0" * 40}
        known["github.event.pull_request.head.repo.fork"] = self.fork
        ran = Ran()
        for step in action["runs"]["steps"]:
            outputs = {f"steps.run.outputs.{k}": v for k, v in ran.outputs.items()}
            values = {"steps.run.outputs.sarif": "", **known, **outputs}
            if not holds(step.get("if", "" if ran.status == 0 else "false"), values):
                continue
            if "uses" in step:
                ran.used[step["uses"]] = {k: filled(v, values) for k, v in step["with"].items()}
            elif self.installs or step["name"] != "Install":
                self.step(step, values, repository, ran)
        return ran

    def step(self, step: Any, values: Mapping[str, str], repository: Path, ran: Ran) -> None:  # noqa: ANN401 YAML
        files = {name: self.temporary / name for name in ("GITHUB_OUTPUT", "GITHUB_STEP_SUMMARY")}
        for file in files.values():
            file.write_text("")
        done = subprocess.run(
            ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]],
            cwd=repository,
            env={
                **os.environ,
                "PATH": os.pathsep.join([str(self.python), os.environ["PATH"]]),
                "RUNNER_TEMP": str(self.temporary),
                "GITHUB_ACTION_PATH": str(ROOT),
                **{name: str(file) for name, file in files.items()},
                **{name: filled(text, values) for name, text in step.get("env", {}).items()},
            },
            capture_output=True,
            text=True,
            check=False,
            timeout=600,
        )
        ran.status = ran.status or done.returncode
        ran.said += done.stdout + done.stderr
        ran.summary += files["GITHUB_STEP_SUMMARY"].read_text()
        lines = files["GITHUB_OUTPUT"].read_text().splitlines()
        ran.outputs |= dict(line.split("=", 1) for line in lines)


def filled(text: str, values: Mapping[str, str]) -> str:
    """Put in what stands in ``${{ … }}``; a name that is not known is an error."""
    return re.sub(r"\$\{\{ *(\S+) *\}\}", lambda found: values[found[1]], text)


def holds(condition: str, values: Mapping[str, str]) -> bool:
    """Judge a condition of names compared with texts, joined by &&."""
    for part in filter(None, condition.split(" && ")):
        name, _, wanted = part.replace("!=", "==").partition(" == ")
        if part == "false" or (wanted and (values[name] == wanted.strip("'")) == ("!=" in part)):
            return False
    return True


@pytest.fixture
def runner(tmp_path: Path) -> Callable[..., Runner]:
    """Return what makes a runner of the action, by default with the Kielipari that is here."""

    def make(python: Path = Path(sys.executable).parent, *, installs: bool = False) -> Runner:
        return Runner(tmp_path / "work", python, installs=installs)

    return make
