"""Writes the files that are committed with the content."""

import os
import tempfile
from pathlib import Path

from kielipari.errors import StateError

_MODE = 0o644
_CONFLICT = ("<<<<<<<", "=======", ">>>>>>>", "|||||||")


def write(text: str, path: Path) -> None:
    """Write a text file in UTF-8 as :func:`write_bytes` does."""
    write_bytes(text.encode(), path)


def write_bytes(data: bytes, path: Path) -> None:
    """Write a file in one step: a run that is killed meanwhile leaves the old one whole.

    Raises StateError where it cannot be written.
    """
    temporary = None
    try:
        handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
        temporary = Path(name)
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        temporary.chmod(path.stat().st_mode if path.exists() else _MODE)
        temporary.replace(path)
    except OSError as error:
        if temporary is not None:
            temporary.unlink(missing_ok=True)
        raise StateError(f"cannot be written: {error.strerror}", str(path)) from error


def conflict(text: str) -> int | None:
    """Return the line of the first marker that git left in a file it could not merge, else None."""
    return next((n for n, row in enumerate(text.split("\n"), 1) if row.startswith(_CONFLICT)), None)
