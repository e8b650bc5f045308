"""XLSX with the columns of the CSV form; every sheet that has them is read."""

import io
import zipfile
from collections.abc import Iterator
from datetime import date, datetime
from typing import TYPE_CHECKING

from kielipari.errors import GlossaryError
from kielipari.terms.formats.rows import REQUIRED, Row, concepts_of, rows_of
from kielipari.terms.termbase import Issue, Termbase, join

if TYPE_CHECKING:
    from openpyxl.worksheet._read_only import ReadOnlyWorksheet

_LARGEST = 300_000_000
"""Bytes of a workbook unpacked: some millions of rows; what is above is a zip bomb."""
_MOST_FILES = 2_000


def read(data: bytes, uri: str) -> Termbase:
    """Read a workbook. A sheet without the glossary's columns is left out and told of.

    Raises:
        GlossaryError: it is no XLSX, it unpacks to more than 300 MB, it holds a DTD, or no
            sheet has the columns.

    """
    _refuse_bombs(data, uri)
    from openpyxl import load_workbook  # noqa: PLC0415 - heavy, for this format only

    try:
        book = load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
        sheets = [(sheet.title, list(_rows(sheet))) for sheet in book.worksheets]
    except GlossaryError:
        raise
    except Exception as error:
        raise GlossaryError("the workbook is damaged; save it again as XLSX", uri) from error
    sheets = [(title, rows) for title, rows in sheets if rows]
    glossaries = [(title, rows) for title, rows in sheets if _is_glossary(rows[0])]
    if not glossaries:  # the reading of the first sheet says what is wrong with it
        return concepts_of(sheets[0][1] if sheets else [], uri)
    left_out = Termbase(
        (),
        (uri,),
        tuple(
            Issue("ignored-sheet", uri, rows[0].line, detail=title)
            for title, rows in sheets
            if not _is_glossary(rows[0])
        ),
    )
    return join([*(concepts_of(rows, uri) for _, rows in glossaries), left_out])


def write(termbase: Termbase) -> bytes:
    """Write a workbook with one sheet; every cell is text, so that no term becomes a formula."""
    from openpyxl import Workbook  # noqa: PLC0415 - heavy, for this format only
    from openpyxl.cell import WriteOnlyCell  # noqa: PLC0415 - as above

    book = Workbook(write_only=True)
    sheet = book.create_sheet("glossary")
    sheet.freeze_panes = "A2"
    for values in rows_of(termbase):
        cells = []
        for value in values:
            cell = WriteOnlyCell(sheet, value=value)
            cell.data_type = "s"
            cells.append(cell)
        sheet.append(cells)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _refuse_bombs(data: bytes, uri: str) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            members = archive.infolist()
            size = sum(member.file_size for member in members)
            if size > _LARGEST or len(members) > _MOST_FILES:
                raise GlossaryError(
                    f"the workbook unpacks to {size // 1_000_000} MB in {len(members)} parts, "
                    f"more than a glossary holds ({_LARGEST // 1_000_000} MB); split it",
                    uri,
                )
            for member in members:
                if member.filename.lower().endswith((".xml", ".rels")):
                    with archive.open(member) as part:
                        if b"<!DOCTYPE" in part.read(4096):
                            raise GlossaryError("the workbook declares XML entities", uri)
    except (zipfile.BadZipFile, OSError, RuntimeError, NotImplementedError, ValueError) as error:
        raise GlossaryError(
            "the file is no XLSX workbook (an old XLS, one with a password, or damaged); "
            "save it as XLSX",
            uri,
        ) from error


def _rows(sheet: "ReadOnlyWorksheet") -> Iterator[Row]:
    sheet.reset_dimensions()  # some tools write a wrong extent, and rows would be lost
    for line, values in enumerate(sheet.values, start=1):
        cells = [_text(value) for value in values]
        if any(cells):
            yield Row(line, cells)


def _text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime):
        return (
            value.date().isoformat() if value == datetime.combine(value, _MIDNIGHT) else str(value)
        )
    return value.isoformat() if isinstance(value, date) else str(value)


_MIDNIGHT = datetime.min.time()


def _is_glossary(row: Row) -> bool:
    return set(REQUIRED) <= {cell.strip().casefold() for cell in row.cells}
