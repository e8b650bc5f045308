"""The findings as an Excel workbook: a sheet of findings to work through, a sheet of pages.

Every text is stored as text, so that nothing in it is taken for a formula. The file holds no
clock: the same report gives the same bytes.
"""

import re
from datetime import datetime
from io import BytesIO
from typing import TYPE_CHECKING, Final
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter

from kielipari.model import Report
from kielipari.report.messages import Words, words
from kielipari.report.options import RenderOptions
from kielipari.report.plain import plain, shorten
from kielipari.report.table import COLUMNS, Cell, rows
from kielipari.report.view import by_severity, groups

if TYPE_CHECKING:
    from collections.abc import Iterable

    from openpyxl.worksheet.worksheet import Worksheet

_LONGEST: Final = 32_000
_LONG_AGO: Final = (1980, 1, 1, 0, 0, 0)
_WIDTHS: Final = {
    "title": 28,
    "message": 50,
    "action": 40,
    "path": 34,
    "source_form": 24,
    "source_text": 50,
    "target_form": 24,
    "target_text": 50,
    "source_path": 30,
    "target_path": 30,
    "rule": 24,
    "fingerprint": 20,
}
_PAGES: Final = ("id", "source", "target", "relation", "coverage", "errors", "warnings", "notes")


def render(report: Report, options: RenderOptions) -> bytes:
    """Write the workbook."""
    voice = words(options.locale)
    book = Workbook()
    sheet = book.active
    if sheet is None:  # a new workbook has a sheet; the type does not know
        sheet = book.create_sheet()
    _fill(sheet, voice.say("table.message"), COLUMNS, rows(report, voice))
    pages = book.create_sheet()
    _fill(pages, voice.say("table.pages"), _PAGES, _pages(report, voice))
    for cell in pages["E"][1:]:
        cell.number_format = "0 %"
    book.properties.created = datetime(*_LONG_AGO)  # noqa: DTZ001 - a fixed day, no clock
    written = BytesIO()
    book.save(written)
    return _without_clock(written.getvalue())


def _pages(report: Report, voice: Words) -> "Iterable[tuple[Cell | float | None, ...]]":
    for group in groups(report):
        if group.pair is None:
            continue
        counted = by_severity(item.finding for item in group.items)
        relation = group.pair.relation
        yield (
            group.id,
            plain(group.pair.source_uri or ""),
            plain(group.pair.target_uri or ""),
            voice.say(f"relation.{relation}") if relation else "",
            group.pair.coverage,
            *counted.values(),
        )


def _fill(
    sheet: "Worksheet",
    title: str,
    columns: tuple[str, ...],
    lines: "Iterable[tuple[Cell | float | None, ...]]",
) -> None:
    sheet.title = title
    for number, name in enumerate(columns, 1):
        sheet.cell(1, number, name).font = Font(bold=True)
        width = _WIDTHS.get(name, 34 if name in {"source", "target"} else 11)
        sheet.column_dimensions[get_column_letter(number)].width = width
    top = Alignment(vertical="top", wrap_text=True)
    for row, line in enumerate(lines, 2):
        for number, value in enumerate(line, 1):
            if value is None or value == "":
                continue
            cell = sheet.cell(row, number)
            if isinstance(value, str):
                cell.value = shorten(value, _LONGEST)
                cell.data_type = "s"
                cell.quotePrefix = value.startswith(("=", "+", "-", "@"))
            else:
                cell.value = value
            cell.alignment = top
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = sheet.dimensions


def _without_clock(data: bytes) -> bytes:
    """Pack the workbook again with fixed dates; openpyxl writes the time of saving."""
    written = BytesIO()
    with ZipFile(BytesIO(data)) as old, ZipFile(written, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            content = old.read(name)
            if name == "docProps/core.xml":
                content = re.sub(
                    rb"(<dcterms:modified[^>]*>)[^<]*", rb"\g<1>1980-01-01T00:00:00Z", content
                )
            entry = ZipInfo(name, _LONG_AGO)
            entry.compress_type = ZIP_DEFLATED
            new.writestr(entry, content)
    return written.getvalue()
