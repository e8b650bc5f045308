"""Tables that are costly to build, kept in the user's cache directory and memory-mapped.

A file is written beside its place and moved there in one step, so that concurrent runs and
interrupted ones never leave a torn file. Where the directory cannot be written to, the table is
built in memory and the run goes on.
"""

import contextlib
import hashlib
import os
import tempfile
import zlib
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Protocol, TypeVar

ENVIRONMENT_VARIABLE = "KIELIPARI_CACHE_DIR"
_CODE = frozenset({".py", ".csv", ".tsv"})


class _Mappable(Protocol):
    def mmap(self, path: str, /) -> object: ...

    def save(self, path: str, /) -> object: ...


_Trie = TypeVar("_Trie", bound=_Mappable)


def cache_dir() -> Path:
    """Return the directory for what can be built again: the variable's, else the user's own."""
    chosen = os.environ.get(ENVIRONMENT_VARIABLE, "")
    if chosen:
        return Path(chosen)
    import platformdirs  # noqa: PLC0415  only where something is cached

    return Path(platformdirs.user_cache_dir("kielipari", appauthor=False))


def is_writable() -> bool:
    """Whether something can be kept in the cache directory, which is made where it is missing."""
    try:
        cache_dir().mkdir(parents=True, exist_ok=True)
    except OSError:
        return False
    return os.access(cache_dir(), os.W_OK)


def write_atomically(path: Path, write: Callable[[Path], object]) -> bool:
    """Let ``write`` fill a file and move it to ``path``; False where the disk does not allow it."""
    temporary = None
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
        os.close(handle)
        temporary = Path(name)
        write(temporary)
        temporary.replace(path)
    except OSError:
        if temporary is not None:
            with contextlib.suppress(OSError):
                temporary.unlink()
        return False
    return True


def open_trie(name: str, make: Callable[[], _Trie], build: Callable[[], _Trie]) -> _Trie:
    """Return the marisa trie kept under ``name``, memory-mapped, or build and keep it.

    ``make`` gives an empty trie of the right kind. A damaged file is built anew: its checksum is
    kept beside it, since the trie carries none.
    """
    path = cache_dir() / name
    found = mapped(path, make)
    if found is None:
        found = build()
        keep(path, found)
    return found


def keep(path: Path, trie: _Mappable) -> bool:
    """Write a trie and its checksum; False where the disk does not allow it."""

    def save(place: Path) -> None:
        try:
            trie.save(str(place))
        except RuntimeError as error:  # a full disk, in the trie's own words
            raise OSError(str(error)) from error

    if not write_atomically(path, save):
        return False
    try:
        mark = checksum(path)
    except OSError:
        return False
    return write_atomically(_mark_file(path), lambda place: place.write_bytes(mark))


def mapped(path: Path, make: Callable[[], _Trie]) -> _Trie | None:
    """Map a kept trie into memory; None where it is missing or damaged."""
    try:
        if _mark_file(path).read_bytes() != checksum(path):
            return None
        trie = make()
        trie.mmap(str(path))
    except (OSError, ValueError, RuntimeError):
        return None
    return trie


@cache
def code_digest(folder: Path) -> bytes:
    """Hash the code and data files below a folder: what they make is anew when they change."""
    hashed = hashlib.sha256()
    for path in sorted(folder.rglob("*")):
        if path.suffix in _CODE and path.is_file():
            hashed.update(f"{path.relative_to(folder).as_posix()}\0".encode())
            hashed.update(path.read_bytes())
    return hashed.digest()


def checksum(path: Path) -> bytes:
    """Return length and CRC-32 of a file as a line of text (2 GB a second, so always affordable)."""
    with path.open("rb") as file:
        length = crc = 0
        while piece := file.read(1 << 20):
            crc = zlib.crc32(piece, crc)
            length += len(piece)
    return b"%d %d\n" % (length, crc)


def _mark_file(path: Path) -> Path:
    return path.with_name(path.name + ".crc")
