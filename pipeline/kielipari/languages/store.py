"""Tables that are costly to build, kept in the user's cache directory and memory-mapped.

A file is written beside its place and moved there in one step, so that concurrent runs and
interrupted ones never leave a torn file. Where the directory cannot be written to, the table is
built in memory and the run goes on.
"""

import contextlib
import os
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Protocol, TypeVar

ENVIRONMENT_VARIABLE = "KIELIPARI_CACHE_DIR"


class _Mappable(Protocol):
    def mmap(self, path: str, /) -> object: ...

    def save(self, path: str, /) -> object: ...


_Trie = TypeVar("_Trie", bound=_Mappable)
_MARK = b"kielipari\x001\n"


def cache_dir() -> Path:
    """Return the directory for what can be built again: the variable's, else the user's own."""
    chosen = os.environ.get(ENVIRONMENT_VARIABLE, "")
    if chosen:
        return Path(chosen)
    import platformdirs  # noqa: PLC0415  only where something is cached

    return Path(platformdirs.user_cache_dir("kielipari", appauthor=False))


def write_atomically(path: Path, write: Callable[[Path], None]) -> bool:
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

    ``make`` gives an empty trie of the right kind. A file that is damaged is built anew: its
    length is kept in a second file, since the trie itself carries no checksum.
    """
    path = cache_dir() / name
    found = _mapped(path, make)
    if found is not None:
        return found
    trie = build()
    if write_atomically(path, lambda place: trie.save(str(place))):
        _write_length(path)
        return _mapped(path, make) or trie
    return trie


def _length_file(path: Path) -> Path:
    return path.with_name(path.name + ".length")


def _write_length(path: Path) -> None:
    with contextlib.suppress(OSError):
        mark = _MARK + b"%d" % path.stat().st_size

        def write(place: Path) -> None:
            place.write_bytes(mark)

        write_atomically(_length_file(path), write)


def _mapped(path: Path, make: Callable[[], _Trie]) -> _Trie | None:
    try:
        if _length_file(path).read_bytes() != _MARK + b"%d" % path.stat().st_size:
            return None
        trie = make()
        trie.mmap(str(path))
    except (OSError, ValueError, RuntimeError):
        return None
    return trie
