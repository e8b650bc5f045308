"""--since asks git, and says plainly where git cannot answer."""

import os
import subprocess
from pathlib import Path

import pytest

from kielipari.errors import UsageError
from kielipari.state.changes import since


def git(folder: Path, *command: str) -> None:
    identity = (
        "-c",
        "user.name=T",
        "-c",
        "user.email=t@example.org",
        "-c",
        "init.defaultBranch=main",
    )
    environment = {k: v for k, v in os.environ.items() if not k.startswith("GIT_")}
    subprocess.run(
        ["git", *identity, *command], cwd=folder, check=True, capture_output=True, env=environment
    )


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    root = tmp_path / "työ tila"
    root.mkdir()
    git(root, "init")
    for name in ("säilyy.txt", "muuttuu.txt", "poistuu.txt"):
        (root / name).write_text("ennen\n", encoding="utf-8")
    git(root, "add", ".")
    git(root, "commit", "-m", "first")
    return root


def test_changed_deleted_and_new_files_count(repository: Path) -> None:
    (repository / "muuttuu.txt").write_text("jälkeen\n", encoding="utf-8")
    (repository / "poistuu.txt").unlink()
    (repository / "uusi.txt").write_text("uusi\n", encoding="utf-8")
    found = since("HEAD", repository)
    assert found.files == {repository / "muuttuu.txt", repository / "uusi.txt"}
    assert found.deleted == {repository / "poistuu.txt"}
    assert found.has(repository / "poistuu.txt")
    assert not found.has(repository / "säilyy.txt")
    assert found.before(repository / "muuttuu.txt") == b"ennen\n"
    assert found.before(repository / "uusi.txt") is None


def test_it_is_found_from_a_folder_below(repository: Path) -> None:
    below = repository / "alla"
    below.mkdir()
    (below / "uusi.txt").write_text("uusi\n")
    assert since("HEAD", below).files == {below / "uusi.txt"}


def test_what_others_did_on_the_other_branch_does_not_count(repository: Path) -> None:
    git(repository, "checkout", "-b", "oma")
    (repository / "oma.txt").write_text("oma\n")
    git(repository, "add", ".")
    git(repository, "commit", "-m", "own")
    git(repository, "checkout", "main")
    (repository / "säilyy.txt").write_text("toisen muutos\n")
    git(repository, "commit", "-am", "others")
    git(repository, "checkout", "oma")
    assert since("main", repository).files == {repository / "oma.txt"}


def test_before_the_first_commit_everything_is_new(tmp_path: Path) -> None:
    git(tmp_path, "init")
    (tmp_path / "uusi.txt").write_text("uusi\n")
    git(tmp_path, "add", ".")
    (tmp_path / "uudempi.txt").write_text("uusi\n")
    found = since("HEAD", tmp_path)
    assert found.files == {tmp_path / "uusi.txt", tmp_path / "uudempi.txt"}


def test_no_repository(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="needs a git repository, and this folder is in none"):
        since("HEAD", tmp_path)


def test_an_unknown_revision(repository: Path) -> None:
    with pytest.raises(UsageError, match="does not know the revision “mian”"):
        since("mian", repository)


@pytest.mark.parametrize("revision", ["", "--output=x", "-p"])
def test_a_revision_is_never_an_option(repository: Path, revision: str) -> None:
    with pytest.raises(UsageError, match="needs a revision"):
        since(revision, repository)


def test_a_shallow_clone(repository: Path, tmp_path: Path) -> None:
    (repository / "muuttuu.txt").write_text("toinen\n")
    git(repository, "commit", "-am", "second")
    git(tmp_path, "clone", "--depth", "1", repository.as_uri(), "shallow")
    with pytest.raises(UsageError, match="shallow clone; fetch more of the history"):
        since("HEAD~1", tmp_path / "shallow")
    assert since("HEAD", tmp_path / "shallow").files == set()


def test_git_is_not_installed(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(repository))
    with pytest.raises(UsageError, match="needs git, and it is not installed"):
        since("HEAD", repository)
