"""Files and standard input → bytes, within limits."""

import sys
from pathlib import Path
from typing import BinaryIO

from kielipari.errors import EmptyInputError, InputError

MOST_BYTES = 100 * 1024 * 1024
"""Larger files are refused: no document that people read is that long."""


def load(path: Path | str, *, limit: int = MOST_BYTES) -> bytes:
    """Return the bytes of a file, or of standard input for ``-``.

    Raises:
        EmptyInputError: there is nothing in it.
        InputError: it does not exist, is a folder, may not be read or is larger than ``limit``.

    """
    name = str(path)
    if name == "-":
        return _read(sys.stdin.buffer, "standard input", limit)
    file = Path(path)
    try:
        if file.is_dir():
            raise InputError("this is a folder; name a file in it, or audit the folder", name)
        if file.stat().st_size > limit:
            raise _too_large(name, limit)
        with file.open("rb") as stream:
            return _read(stream, name, limit)
    except FileNotFoundError:
        raise InputError("there is no such file; check the path", name) from None
    except PermissionError:
        raise InputError(
            "the file may not be read; ask its owner for the permission", name
        ) from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise InputError(f"the file cannot be read ({reason}); check the path", name) from None


def _read(stream: BinaryIO, name: str, limit: int) -> bytes:
    data = stream.read(limit + 1)
    if len(data) > limit:
        raise _too_large(name, limit)
    if not data:
        raise EmptyInputError("there is nothing in it; give a file with text in it", name)
    return data


def check_size(data: bytes, uri: str, *, limit: int = MOST_BYTES) -> None:
    """Raise InputError for data beyond the limit, wherever it came from."""
    if len(data) > limit:
        raise _too_large(uri, limit)


def _too_large(name: str, limit: int) -> InputError:
    return InputError(
        f"the file is larger than {limit // (1024 * 1024)} MB; split it into documents", name
    )
