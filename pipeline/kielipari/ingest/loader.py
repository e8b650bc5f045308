"""Files and standard input → bytes, within limits."""

import os
import sys
from pathlib import Path

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
        return _within(sys.stdin.buffer.read(limit + 1), "standard input", limit)
    try:
        with Path(path).open("rb") as stream:
            size = os.fstat(stream.fileno()).st_size
            if size > limit:
                raise _too_large(name, limit)
            # As much room as is asked for is made at once, before anything is read.
            return _within(stream.read((size or limit) + 1), name, limit)
    except FileNotFoundError:
        raise InputError("there is no such file; check the path", name) from None
    except (IsADirectoryError, PermissionError):
        if Path(path).is_dir() and os.access(path, os.R_OK):
            raise InputError(
                "this is a folder; name a file in it, or audit the folder", name
            ) from None
        raise InputError("this may not be read; ask its owner for the permission", name) from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise InputError(f"the file cannot be read ({reason}); check the path", name) from None


def _within(data: bytes, name: str, limit: int) -> bytes:
    check_size(data, name, limit=limit)
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
