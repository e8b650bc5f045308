"""Pairs as a CSV of addresses: a column for each language, as in ``fi;sv`` or ``fi,sv,parity``."""

import csv
import io
from pathlib import Path
from typing import Any

from kielipari.config import DeclaredPair
from kielipari.errors import InputError
from kielipari.ingest import load
from kielipari.model import Parity
from kielipari.site.addresses import is_web

_PARITY = "parity"
_CODE = 3  # letters of a language code at most


def read(path: Path) -> tuple[DeclaredPair, ...]:
    """Read the file; paths in it are relative to it. Raises InputError with the line."""
    name = str(path)
    try:
        text = load(path).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputError("is not in UTF-8; save it as UTF-8", name) from error
    head = text.partition("\n")[0]
    delimiter = max(";\t,", key=head.count)
    rows = csv.reader(io.StringIO(text), delimiter=delimiter)
    try:
        columns = [cell.strip().lower() for cell in next(rows, [])]
        return tuple(_pairs(rows, columns, path))
    except csv.Error as error:
        raise InputError(f"is no CSV that can be read: {error}", name, rows.line_num) from error


def _pairs(rows: Any, columns: list[str], path: Path) -> list[DeclaredPair]:  # noqa: ANN401 csv does not name its reader's type
    languages = [c for c in columns if c.isalpha() and len(c) <= _CODE]
    if len(languages) != 2 or set(columns) - {*languages, _PARITY}:  # noqa: PLR2004 a pair is two
        raise InputError(
            "needs a first line that names two languages, as in “fi;sv” or “fi;sv;parity”",
            str(path),
            1,
        )
    pairs = []
    for row in rows:
        cells = dict(zip(columns, (cell.strip() for cell in row), strict=False))
        if not any(cells.values()):
            continue
        if not all(cells.get(lang) for lang in languages):
            raise InputError(
                "names one page only; give an address in both columns", str(path), rows.line_num
            )
        try:
            parity = Parity(cells.get(_PARITY) or "full")
        except ValueError:
            choices = ", ".join(Parity)
            raise InputError(
                f"parity must be one of {choices}, not “{cells[_PARITY]}”", str(path), rows.line_num
            ) from None
        named = tuple((lang, _place(cells[lang], path)) for lang in languages)
        pairs.append(DeclaredPair(paths=named, parity=parity))
    if not pairs:
        raise InputError("names no pairs; write one a line", str(path))
    return pairs


def _place(name: str, path: Path) -> str:
    return name if is_web(name) else str((path.parent / name).resolve())
