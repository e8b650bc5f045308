"""The recipes of the page on adding Kielipari, the action and the hooks, run as far as they run here."""

import json
import os
import re
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ET
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import srsly

from kielipari import docs
from kielipari.ingest import detect
from kielipari.terms.termbase import SUFFIXES

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


def test_the_action_annotates_summarises_and_fails(
    town: Path, tmp_path: Path, runner: Callable[..., Any]
) -> None:
    action = runner()
    given = {
        "args": "--jobs 1 --max-untranslated 500",
        "baseline": ".kielipari-baseline.json",
        "fail-on": "error,V",
    }
    done = action(town, **given)
    assert done.status == 0, done.said
    spoil(town)
    done = action(town, **given)
    assert done.status == 1, done.said
    assert f"::error file={PAGE.as_posix()},line=" in done.said
    assert "Different number" in done.summary
    sarif = done.outputs["sarif"]
    assert json.loads(Path(sarif).read_text())["version"] == "2.1.0"
    (upload,) = [given for name, given in done.used.items() if "upload-sarif" in name]
    assert upload == {"sarif_file": sarif, "category": "kielipari"}, "though the run failed"
    assert str(tmp_path) in next(v for k, v in done.used.items() if "cache" in k)["path"]

    assert action(town, **given, since="HEAD").status == 1
    assert not [name for name in action(town, upload="false").used if "upload" in name]
    action.fork = "true"
    assert not [name for name in action(town).used if "upload" in name]


def test_the_action_uploads_nothing_where_nothing_could_be_checked(
    town: Path, runner: Callable[..., Any]
) -> None:
    done = runner()(town, baseline="missing.json")
    assert done.status == 2
    assert "missing.json: does not exist" in done.said
    assert done.outputs == {}
    assert not [name for name in done.used if "upload" in name]


@pytest.mark.slow
def test_the_action_installs_itself(town: Path, tmp_path: Path, runner: Callable[..., Any]) -> None:
    subprocess.run([sys.executable, "-m", "venv", tmp_path / "python"], check=True)
    spoil(town)
    action = runner(tmp_path / "python" / "bin", installs=True)
    done = action(town, baseline=".kielipari-baseline.json")
    if "No matching distribution" in done.said or "Could not find a version" in done.said:
        pytest.skip("the packages that Kielipari asks for cannot be had here")
    assert done.status == 1, done.said
    assert done.said.count("::error ") == 1


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


PRE_COMMIT = shutil.which("pre-commit")
HOOKS = """repos:
  - repo: {repository}
    rev: {commit}
    hooks:
      - id: kielipari
        args: [--baseline, .kielipari-baseline.json]
      - id: kielipari-all
        args: [--baseline, .kielipari-baseline.json]
        stages: [manual]
      - id: kielipari-glossary
"""


@pytest.mark.slow
@pytest.mark.skipif(PRE_COMMIT is None, reason="pre-commit is not installed here")
def test_pre_commit_itself_runs_the_hooks(
    town: Path, tmp_path: Path, commit: Callable[[Path, str], None]
) -> None:
    clone = tmp_path / "clone"
    subprocess.run(["git", "clone", "-q", ROOT, clone], check=True)
    head = subprocess.run(
        ["git", "rev-parse", "HEAD"], cwd=clone, capture_output=True, text=True, check=True
    ).stdout.strip()
    (town / ".pre-commit-config.yaml").write_text(HOOKS.format(repository=clone, commit=head))
    commit(town, "hooks")
    home = {"PRE_COMMIT_HOME": str(tmp_path / "home")}
    done = bash("pre-commit run --all-files --hook-stage manual", town, **home)
    assert done.returncode == 0, done.stdout + done.stderr
    spoil(town)
    done = bash("git add . && pre-commit run", town, **home)
    assert done.returncode == 1
    assert done.stdout.count("number-mismatch (new)") == 1
    commit(town, "past the hook")
    assert bash("pre-commit run --all-files", town, **home).returncode == 0, "all is committed"
    done = bash("pre-commit run --all-files --hook-stage manual", town, **home)
    assert done.stdout.count("number-mismatch (new)") == 1


def test_the_hooks_look_at_every_kind_of_file_that_is_read() -> None:
    read = {*detect._EXTENSIONS, *SUFFIXES, ".toml"}  # noqa: SLF001 - the hooks are to name them all
    for hook in srsly.read_yaml(ROOT / ".pre-commit-hooks.yaml"):
        kinds = SUFFIXES if hook["id"] == "kielipari-glossary" else read
        assert {kind for kind in read if re.search(hook["files"], f"a{kind}")} == set(kinds)


def test_the_workflow_runs_hooks_that_are_there() -> None:
    named = srsly.read_yaml(ROOT / ".github" / "pre-commit.yaml")["repos"][0]["hooks"]
    hooks = {hook["id"] for hook in srsly.read_yaml(ROOT / ".pre-commit-hooks.yaml")}
    assert {hook["id"] for hook in named} <= hooks
    workflow = (ROOT / ".github" / "workflows" / "texts.yml").read_text()
    assert "--config .github/pre-commit.yaml" in workflow


@pytest.mark.parametrize("arguments", [[], ["--baseline", ".kielipari-baseline.json"]])
def test_the_hook_tells_what_is_about_to_be_committed(town: Path, arguments: list[str]) -> None:
    hooks = {hook["id"]: hook for hook in srsly.read_yaml(ROOT / ".pre-commit-hooks.yaml")}
    wanted = [hook["id"] for repo in recipe("repos:")["repos"] for hook in repo["hooks"]]
    assert set(wanted) < set(hooks)
    assert all(f"`{name}`" in (docs.page("adding") or "") for name in set(hooks) - set(wanted))
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
