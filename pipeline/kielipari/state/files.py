"""Writes files that people keep."""

import errno
import os
from pathlib import Path

from kielipari.errors import StateError

_FIXED = frozenset({errno.EACCES, errno.EPERM, errno.EBUSY})
_CONFLICT = ("<<<<<<<", "=======", ">>>>>>>", "|||||||")


def write(text: str, path: Path) -> None:
    """Write a text file in UTF-8 as :func:`write_bytes` does."""
    write_bytes(text.encode(), path)


def write_bytes(data: bytes, path: Path) -> None:
    """Write a file as :func:`replace` does; raises StateError where it cannot be written."""
    try:
        replace(data, path)
    except OSError as error:
        raise StateError(f"cannot be written: {error.strerror}", str(path)) from error


def replace(data: bytes, path: Path) -> None:
    """Write a file in one step: a full disk, or a run that is killed, leaves the old one whole.

    A file that is there and cannot be taken away (its folder may not be written to, or it is
    mounted by itself) is written over, as is what is no file: a pipe, a terminal. Raises OSError.
    """
    if path.exists() and not path.is_file():
        path.write_bytes(data)
        return
    place = Path(os.path.realpath(path))  # a link stays one
    temporary = place.with_name(f".{place.name}.{os.urandom(4).hex()}")
    try:
        temporary.write_bytes(data)
        if place.exists():
            temporary.chmod(place.stat().st_mode)
        temporary.replace(place)
    except OSError as error:
        if error.errno not in _FIXED or not place.exists():
            raise
        place.write_bytes(data)
    finally:
        temporary.unlink(missing_ok=True)


def conflict(text: str) -> int | None:
    """Return the line of the first marker that git left in a file it could not merge, else None."""
    return next((n for n, row in enumerate(text.split("\n"), 1) if row.startswith(_CONFLICT)), None)
