"""A repository that has Kielipari already, and the command line as its users meet it."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from kielipari.cli import main

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
