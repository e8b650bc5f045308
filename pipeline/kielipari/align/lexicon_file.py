"""The lexicon as a file: a NumPy ``.npz`` without pickled objects.

Texts are UTF-8 with one item a line; weights, costs and probabilities are kept in a byte each.
"""

import zipfile
from collections.abc import Hashable, Iterable
from io import BytesIO
from pathlib import Path
from typing import Any, TypeVar

import numpy as np
import numpy.typing as npt

from kielipari.align.keys import KeyTable
from kielipari.align.lexicon import Lexicon, LexiconSide
from kielipari.errors import StateError

__all__ = ["dump", "load", "save"]

_Value = TypeVar("_Value", bound=Hashable)

FORMAT = "kielipari.lexicon/2"
_COST_STEP = 8.0
_CHANCE_STEP = 255.0
_WEIGHT_STEP = 16.0


def save(path: Path, lexicon: Lexicon) -> None:
    """Write a lexicon file."""
    path.write_bytes(dump(lexicon))


def dump(lexicon: Lexicon) -> bytes:
    """Return the bytes of a lexicon file."""
    arrays: dict[str, npt.NDArray[Any]] = {
        "format": _text(FORMAT, lexicon.source.lang, lexicon.target.lang),
        "about": _text(lexicon.about),
        "sizes": np.diff(lexicon.first).astype(np.uint16),
        "links": lexicon.links.astype(np.uint32),
        "forward": _as_byte(lexicon.forward, _CHANCE_STEP),
        "backward": _as_byte(lexicon.backward, _CHANCE_STEP),
    }
    for name, side in (("source", lexicon.source), ("target", lexicon.target)):
        table = side.table
        stems, silent = sorted(table.stems), sorted(table.silent)
        found = [table.stems[stem] for stem in stems]
        arrays |= {
            f"{name}_names": _text(*side.names),
            f"{name}_weights": _as_byte(side.weights, _WEIGHT_STEP),
            f"{name}_stems": _text(*stems),
            f"{name}_sizes": np.array([len(keys) for keys, _ in found], np.uint8),
            f"{name}_keys": np.array([k for keys, _ in found for k in keys], np.uint32),
            f"{name}_costs": _as_byte(np.array([cost for _, cost in found]), _COST_STEP),
            f"{name}_endings": _text(*table.endings),
            f"{name}_ending_costs": _as_byte(np.array(list(table.endings.values())), _COST_STEP),
            f"{name}_silent": _text(*silent),
            f"{name}_silent_sizes": np.array([len(table.silent[w]) for w in silent], np.uint8),
            f"{name}_silent_keys": np.array(
                [k for word in silent for k in table.silent[word]], np.uint32
            ),
            f"{name}_first_parts": np.array(sorted(table.first_parts), np.uint32),
            f"{name}_last_parts": np.array(sorted(table.last_parts), np.uint32),
            f"{name}_links": _text(*table.links),
            f"{name}_link_costs": _as_byte(np.array(list(table.links.values())), _COST_STEP),
        }
    written = BytesIO()
    np.savez_compressed(written, allow_pickle=False, **arrays)
    return written.getvalue()


def load(path: Path) -> Lexicon:
    """Read a lexicon file; :class:`StateError` if it is none of ours or of another version."""
    try:
        with np.load(path, allow_pickle=False) as file:
            head = _lines(file["format"])
            if len(head) != _HEAD_LINES or head[0] != FORMAT:
                raise StateError(
                    "This lexicon was written by another version; learn it again with "
                    "“kielipari learn”.",
                    str(path),
                )
            sizes = file["sizes"]
            return Lexicon.of_links(
                (_read_side(file, "source", head[1]), _read_side(file, "target", head[2])),
                (np.repeat(np.arange(len(sizes)), sizes), file["links"].astype(np.int64)),
                (_chances(file, "forward"), _chances(file, "backward")),
                "\n".join(_lines(file["about"])),
            )
    except OSError as error:
        raise StateError(f"The lexicon cannot be read: {error.strerror}.", str(path)) from error
    except (ValueError, KeyError, zipfile.BadZipFile, EOFError) as error:
        raise StateError(
            "This is not a lexicon file; “kielipari learn” writes one.", str(path)
        ) from error


_HEAD_LINES = 3


def _chances(file: Any, name: str) -> npt.NDArray[np.float32]:  # noqa: ANN401 -- as below
    """Read probabilities."""
    chances: npt.NDArray[np.float32] = file[name].astype(np.float32) / _CHANCE_STEP
    return chances


def _read_side(file: Any, name: str, lang: str) -> LexiconSide:  # noqa: ANN401 -- NumPy's archive
    """Read one language's keys and stems."""
    stems = _lines(file[f"{name}_stems"])
    silent = _lines(file[f"{name}_silent"])
    costs = _shared((file[f"{name}_costs"] / _COST_STEP).tolist())
    table = dict(zip(stems, zip(_split(file, name), costs, strict=True), strict=True))
    return LexiconSide(
        lang,
        tuple(_lines(file[f"{name}_names"])),
        file[f"{name}_weights"].astype(np.float32) / _WEIGHT_STEP,
        KeyTable(
            table,
            _costs(file, f"{name}_endings", f"{name}_ending_costs"),
            _costs(file, f"{name}_links", f"{name}_link_costs"),
            dict(zip(silent, _split(file, f"{name}_silent"), strict=True)),
            frozenset(file[f"{name}_first_parts"].tolist()),
            frozenset(file[f"{name}_last_parts"].tolist()),
        ),
    )


def _split(file: Any, name: str) -> list[tuple[int, ...]]:  # noqa: ANN401 -- as above
    """Read tuples of keys."""
    keys = file[f"{name}_keys"].tolist()
    ends = np.cumsum(file[f"{name}_sizes"], dtype=np.int64).tolist()
    spans = zip([0, *ends[:-1]], ends, strict=False)
    return _shared(tuple(keys[start:end]) for start, end in spans)


def _shared(values: Iterable[_Value]) -> list[_Value]:
    """Return values of which those that are equal are one object: most stems are of one key."""
    found: dict[_Value, _Value] = {}
    return [found.setdefault(value, value) for value in values]


def _costs(file: Any, texts: str, costs: str) -> dict[str, float]:  # noqa: ANN401 -- as above
    """Read texts with their costs."""
    return dict(zip(_lines(file[texts]), (file[costs] / _COST_STEP).tolist(), strict=True))


def _text(*lines: str) -> npt.NDArray[np.uint8]:
    """Pack lines of text; no line may hold a line break, an empty one stands for itself."""
    return np.frombuffer("\n".join(lines).encode() if lines else b"\0", np.uint8)


def _lines(array: npt.NDArray[np.uint8]) -> list[str]:
    """Unpack what :func:`_text` packed."""
    data = array.tobytes()
    return [] if data == b"\0" else data.decode().split("\n")


def _as_byte(values: npt.NDArray[Any], scale: float) -> npt.NDArray[np.uint8]:
    """Scale to the nearest byte."""
    return np.clip(np.rint(np.asarray(values, np.float64) * scale), 0, 255).astype(np.uint8)
