"""What git says has changed since a revision, for ``--since``.

The working tree, staged or not, is compared with the point where the current branch left the
revision, so that what others did there meanwhile does not count; new files count though git does
not know them yet.
"""

import os
import subprocess
from dataclasses import dataclass
from pathlib import Path

from kielipari.errors import UsageError

_NOTHING = "4b825dc642cb6eb9a060e54bf8d69288fbee4904"  # git's empty tree
_DEEPEN = "fetch more of the history (git fetch --unshallow, or fetch-depth: 0 in the checkout)"


@dataclass(frozen=True, slots=True)
class Changes:
    """The files that differ from ``base``, as absolute paths with symbolic links resolved."""

    root: Path
    base: str
    files: frozenset[Path]
    deleted: frozenset[Path]

    def has(self, path: Path) -> bool:
        """Whether a file is changed, new or deleted."""
        resolved = path.resolve()
        return resolved in self.files or resolved in self.deleted

    def before(self, path: Path) -> bytes | None:
        """Return what a file held at the base, None where it was not there."""
        try:
            name = path.resolve().relative_to(self.root).as_posix()
        except ValueError:
            return None
        done = _run(self.root, "show", f"{self.base}:{name}")
        return done.stdout if done.returncode == 0 else None


def since(revision: str, folder: Path) -> Changes:
    """Ask git what changed; raises UsageError where it cannot say."""
    if not revision or revision.startswith("-"):
        raise UsageError(f"--since needs a revision that git knows, not “{revision}”")
    top = _run(folder, "rev-parse", "--show-toplevel")
    if top.returncode != 0:
        said = _said(top)
        if "not a git repository" in said:
            raise UsageError("--since needs a git repository, and this folder is in none")
        raise UsageError(f"--since cannot ask git: {said}")
    root = Path(top.stdout.decode().rstrip("\n")).resolve()
    base = _base(revision, root)
    # Both sides of a renaming are listed: the old name is gone, the new one is there.
    diff = _names(root, "diff", "--name-status", "--no-renames", "-z", base, "--")
    untracked = _names(root, "ls-files", "--others", "--exclude-standard", "-z")
    changed = set(untracked)
    deleted: set[str] = set()
    for status, name in zip(diff[::2], diff[1::2], strict=True):
        (deleted if status == "D" else changed).add(name)
    return Changes(
        root=root,
        base=base,
        files=frozenset(root / name for name in changed),
        deleted=frozenset(root / name for name in deleted),
    )


def _base(revision: str, root: Path) -> str:
    shallow = _run(root, "rev-parse", "--is-shallow-repository").stdout.strip() == b"true"
    found = _run(root, "rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}")
    if found.returncode != 0:
        if revision == "HEAD" and not shallow:
            return _NOTHING  # before the first commit everything is new
        raise UsageError(
            f"git does not know the revision “{revision}” in this shallow clone; {_DEEPEN}"
            if shallow
            else f"git does not know the revision “{revision}”; fetch it, or mend its name"
        )
    commit = found.stdout.decode().strip()
    fork = _run(root, "merge-base", commit, "HEAD")
    if fork.returncode == 0:
        return fork.stdout.decode().split()[0]
    if shallow:
        raise UsageError(
            f"this shallow clone does not reach the point where it left “{revision}”; {_DEEPEN}"
        )
    return commit


def _names(root: Path, *command: str) -> list[str]:
    done = _run(root, *command)
    if done.returncode != 0:
        raise UsageError(f"--since cannot ask git: {_said(done)}")
    return done.stdout.decode("utf-8", "surrogateescape").split("\0")[:-1]


def _said(done: "subprocess.CompletedProcess[bytes]") -> str:
    lines = done.stderr.decode("utf-8", "replace").strip().splitlines()
    return lines[0].removeprefix("fatal: ") if lines else f"it ended with {done.returncode}"


def _run(folder: Path, *command: str) -> "subprocess.CompletedProcess[bytes]":
    try:
        return subprocess.run(  # noqa: S603 a fixed command; the revision was looked at
            ["git", *command],  # noqa: S607 git is found on the path, as everywhere
            cwd=folder,
            env={**os.environ, "LC_ALL": "C"},  # its sentences are read, in English
            capture_output=True,
            check=False,
        )
    except FileNotFoundError as error:
        raise UsageError("--since needs git, and it is not installed here") from error
