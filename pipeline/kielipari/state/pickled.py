"""Values of the model as bytes, for the cache and for the way between processes.

Reading accepts the package's own plain classes and nothing else, so that a cache that somebody
tampered with is a miss and never runs code.
"""

import io
import pickle
import zlib
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from functools import cache
from importlib import import_module
from operator import attrgetter
from typing import Any

_LEVEL = 1  # zlib's quickest: our texts shrink to a tenth already
_ROOMS = (
    "kielipari.model",
    "kielipari.gather",
    "kielipari.site",
    "kielipari.state.later",
    "kielipari.state.results",
)
_PLAIN = frozenset({("builtins", "frozenset"), ("builtins", "set"), ("collections", "Counter")})


class UnreadableError(Exception):
    """Bytes that :func:`encode` of this version did not write."""


def encode(value: object) -> bytes:
    """Return a value of the model as compressed bytes, to be kept."""
    written = _Compressed()
    _write(value, written)
    return written.end()


def decode(data: bytes) -> Any:  # noqa: ANN401 whoever stored it knows what it is
    """Return the value again; raises :class:`UnreadableError` for damaged or foreign bytes."""
    try:
        return unpack(zlib.decompress(data))
    except Exception as error:  # damaged bytes fail in many ways
        raise UnreadableError(str(error)) from error


def pack(value: object) -> bytes:
    """Return a value of the model as bytes that are read at once."""
    written = io.BytesIO()
    _write(value, written)
    return written.getvalue()


class _Compressed:
    """A file of which only the compressed form is held."""

    def __init__(self) -> None:
        self._compress = zlib.compressobj(_LEVEL)
        self._parts: list[bytes] = []

    def write(self, data: bytes) -> None:
        self._parts.append(self._compress.compress(data))

    def end(self) -> bytes:
        return b"".join((*self._parts, self._compress.flush()))


def _write(value: object, file: "io.BytesIO | _Compressed") -> None:
    pickler = pickle.Pickler(file, protocol=pickle.HIGHEST_PROTOCOL)
    pickler.dispatch_table = _ways()
    pickler.dump(value)


def unpack(data: bytes) -> Any:  # noqa: ANN401 as above
    """Return the value of :func:`pack` again."""
    return _Reader(io.BytesIO(data)).load()


_Reduced = tuple[type, tuple[Any, ...]]


@cache
def _ways() -> dict[type, Callable[[Any], _Reduced]]:
    """Return how the model's classes are written: as calls with their fields.

    Python's own way for frozen classes with slots looks the fields up anew for every object.
    """
    from kielipari import model  # noqa: PLC0415 not before there is something to write

    found = (getattr(model, name) for name in model.__all__)
    return {cls: _way(cls) for cls in found if isinstance(cls, type) and is_dataclass(cls)}


def _way(cls: type) -> Callable[[Any], _Reduced]:
    names = [field.name for field in fields(cls)]
    values = attrgetter(*names)
    if len(names) == 1:
        return lambda one: (cls, (values(one),))
    return lambda one: (cls, values(one))


class _Reader(pickle.Unpickler):
    """Knows the model's classes only."""

    def find_class(self, module: str, name: str) -> Any:  # noqa: ANN401 a class
        return _class(module, name)


@cache
def _class(module: str, name: str) -> type:
    is_ours = any(module == room or module.startswith(f"{room}.") for room in _ROOMS)
    if (is_ours and "." not in name) or (module, name) in _PLAIN:
        found = getattr(import_module(module), name)
        if isinstance(found, type):
            return found
    raise pickle.UnpicklingError(f"{module}.{name} does not belong here")
