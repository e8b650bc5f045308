"""Reading aligned text, for learning: one pair of pieces a line, as JSON or tab-separated."""

import gzip
import json
import lzma
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import IO, NamedTuple

from kielipari.errors import InputError

__all__ = ["AlignedPiece", "read_aligned"]

_ARRAY_SIZE = 3


class AlignedPiece(NamedTuple):
    """A piece of text in both languages; ``document`` is empty where the file names none."""

    document: str
    source: str
    target: str


def read_aligned(
    paths: Sequence[Path], source_lang: str, target_lang: str
) -> Iterator[AlignedPiece]:
    """Yield the aligned pieces of files, plain or packed with xz or gzip.

    A line is a JSON object with the two languages' codes as keys (and perhaps ``doc``), a JSON
    array of document, source and target, or those three separated by tabs. Raises
    :class:`InputError` with the line for anything else.
    """
    for path in paths:
        try:
            with _open(path) as file:
                for number, line in enumerate(file, 1):
                    if line.strip():
                        yield _piece(line, source_lang, target_lang, path, number)
        except (OSError, UnicodeDecodeError, EOFError, lzma.LZMAError) as error:
            raise InputError(
                f"The aligned text cannot be read ({error}); it should be UTF-8, a piece a line.",
                str(path),
            ) from error


@contextmanager
def _open(path: Path) -> Iterator[IO[str]]:
    """Open a text file, unpacking what its name says is packed."""
    if path.suffix == ".xz":
        with lzma.open(path, "rt", encoding="utf-8") as file:
            yield file
    elif path.suffix == ".gz":
        with gzip.open(path, "rt", encoding="utf-8") as file:
            yield file
    else:
        with path.open(encoding="utf-8-sig") as file:
            yield file


def _piece(line: str, source: str, target: str, path: Path, number: int) -> AlignedPiece:
    """Read one line."""
    try:
        found = json.loads(line) if line.lstrip()[:1] in "{[" else line.rstrip("\r\n").split("\t")
    except json.JSONDecodeError:
        found = None
    if isinstance(found, dict) and source in found and target in found:
        return AlignedPiece(str(found.get("doc", "")), str(found[source]), str(found[target]))
    if isinstance(found, list) and len(found) == _ARRAY_SIZE:
        return AlignedPiece(*map(str, found))
    raise InputError(
        f"This line is no aligned piece; write {{“{source}”: …, “{target}”: …}} or document, "
        "source and target separated by tabs.",
        str(path),
        number,
    )
