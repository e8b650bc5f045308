"""The recipes of the page on adding Kielipari, the action and the hooks, run as far as they run here."""

import json
import os
import re
import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
import srsly

from kielipari import docs

ROOT = Path(__file__).parent.parent.parent
PAGE = Path("sivut/sv/museo-hinnat.html")
HOME = str(Path(sys.executable).parent)


def recipe(mark: str):  # noqa: ANN201 whatever YAML holds
    """Return the YAML block of the page that holds a mark."""
    page = docs.page("adding")
    assert page is not None
    (block,) = [b for b in re.findall(r"```yaml\n(.*?)```", page, re.DOTALL) if mark in b]
    return srsly.yaml_loads(block)


def bash(script: str, folder: Path, **environment: str) -> "subprocess.CompletedProcess[str]":
    path = os.pathsep.join([HOME, os.environ["PATH"]])
    return subprocess.run(
        ["bash", "-e", "-c", script],
        cwd=folder,
        env={**os.environ, "PATH": path, **environment},
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )


def spoil(folder: Path) -> None:
    page = folder / PAGE
    text = page.read_text(encoding="utf-8")
    page.write_text(text.replace("inom 4 veckor", "inom 40 veckor"), encoding="utf-8")


def test_the_action_annotates_summarises_and_fails(town: Path, tmp_path: Path) -> None:
    action = srsly.read_yaml(ROOT / "action.yml")
    steps = {step.get("name"): step for step in action["runs"]["steps"]}
    assert set(steps["Run"]["env"]) == {
        *("KIELIPARI_CACHE_DIR", "COMMAND", "ARGS", "BASELINE", "FAIL_ON", "SINCE")
    }
    runner = tmp_path / "runner"
    runner.mkdir()
    environment = {
        "RUNNER_TEMP": str(runner),
        "GITHUB_OUTPUT": str(runner / "output"),
        "GITHUB_STEP_SUMMARY": str(runner / "summary"),
        "COMMAND": action["inputs"]["command"]["default"],
        "ARGS": "--jobs 1 --max-untranslated 500",
        "BASELINE": ".kielipari-baseline.json",
        "FAIL_ON": "error,V",
        "SINCE": "",
    }
    done = bash(steps["Run"]["run"], town, **environment)
    assert done.returncode == 0, done.stderr
    spoil(town)
    done = bash(steps["Run"]["run"], town, **environment)
    assert done.returncode == 1, done.stderr
    assert f"::error file={PAGE.as_posix()},line=" in done.stdout
    assert "number" in (runner / "summary").read_text().lower()
    sarif = Path((runner / "output").read_text().splitlines()[0].removeprefix("sarif="))
    assert json.loads(sarif.read_text())["version"] == "2.1.0"


def test_the_github_recipe_uses_what_the_action_has() -> None:
    action = srsly.read_yaml(ROOT / "action.yml")
    (step,) = [s for s in recipe("jobs:")["jobs"]["texts"]["steps"] if "OWNER" in s["uses"]]
    assert set(step["with"]) <= set(action["inputs"])
    page = docs.page("adding") or ""
    named = re.search(r"Inputs: (.*?)\n\n", page, re.DOTALL)
    assert named is not None
    assert set(re.findall(r"`([a-z-]+)`", named[1])) >= set(action["inputs"])


def test_the_plain_steps(town: Path) -> None:
    steps = recipe("kielipari-summary.md")
    spoil(town)
    done = bash(steps[1]["run"], town)
    assert done.returncode == 1, done.stderr
    assert "::error " in done.stdout
    assert bash(steps[2]["run"], town, GITHUB_STEP_SUMMARY=str(town / "s")).returncode == 0
    assert (town / "s").read_text()


def test_the_gitlab_recipe(town: Path) -> None:
    job = recipe(".gitlab-ci.yml")["kielipari"]
    spoil(town)
    done = bash("\n".join(job["script"]), town)
    assert done.returncode == 1, done.stderr
    reports = job["artifacts"]["reports"]
    quality = json.loads((town / reports["codequality"]).read_text())
    assert PAGE.as_posix() in {entry["location"]["path"] for entry in quality}
    assert ET.parse(town / reports["junit"]).getroot().get("failures") == "1"  # noqa: S314 our own


@pytest.mark.parametrize("arguments", [[], ["--baseline", ".kielipari-baseline.json"]])
def test_the_hook_tells_what_is_about_to_be_committed(town: Path, arguments: list[str]) -> None:
    hooks = {hook["id"]: hook for hook in srsly.read_yaml(ROOT / ".pre-commit-hooks.yaml")}
    wanted = [hook["id"] for repo in recipe("repos:")["repos"] for hook in repo["hooks"]]
    assert wanted == list(hooks)
    assert re.search(hooks["kielipari"]["files"], PAGE.as_posix())
    entry = " ".join([hooks["kielipari"]["entry"], *arguments])
    assert bash(entry, town).returncode == 0
    spoil(town)
    done = bash(entry, town)
    assert done.returncode == 1
    assert f"{PAGE.as_posix()}" in done.stdout
    assert "locale/sv.po" not in done.stdout, "what did not change is not told"
    assert bash(hooks["kielipari-glossary"]["entry"], town).returncode in {0, 1}


def test_every_command_of_the_pages_is_understood(town: Path) -> None:
    commands = []
    for name in ("adding", "baseline"):
        page = docs.page(name) or ""
        for block in re.findall(r"```console\n(.*?)```", page, re.DOTALL):
            commands += [c.split("  #")[0].split(" # ")[0] for c in block.splitlines()]
    ours = [c for c in commands if c.startswith("kielipari ")]
    assert len(ours) > 7
    for command in ours:
        words = command.split()
        known = words[: 3 if words[1] == "baseline" else 2]
        options = " ".join(w for w in words if w.startswith("--"))
        shown = bash(" ".join([*known, "--help"]), town)
        assert shown.returncode == 0, command
        assert all(option in shown.stdout for option in options.split()), command


def test_the_pages_are_shown(town: Path) -> None:
    assert set(docs.names()) >= {"adding", "baseline", "weblate"}
    assert bash("kielipari explain adding", town).stdout == docs.page("adding")
    assert "number-mismatch" in bash("kielipari explain V101", town).stdout
    assert bash("kielipari explain addign", town).returncode == 2


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_shell_completion(town: Path, shell: str) -> None:
    script = bash(f"kielipari completion {shell}", town)
    assert script.returncode == 0
    assert f"_KIELIPARI_COMPLETE={shell}_complete" in script.stdout
    words = {"COMP_WORDS": "kielipari base", "COMP_CWORD": "1"}
    done = bash("kielipari", town, _KIELIPARI_COMPLETE="bash_complete", **words)
    assert "baseline" in done.stdout
