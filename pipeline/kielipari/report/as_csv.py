"""The findings as CSV: UTF-8, commas, a header row; nothing in it is a formula."""

import csv
from io import StringIO

from kielipari.model import Report
from kielipari.report.messages import words
from kielipari.report.options import RenderOptions
from kielipari.report.plain import encodable
from kielipari.report.table import COLUMNS, guarded, rows


def render(report: Report, options: RenderOptions) -> bytes:
    """Write a row a finding."""
    written = StringIO(newline="")
    writer = csv.writer(written, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for row in rows(report, words(options.locale)):
        writer.writerow([guarded(cell) if isinstance(cell, str) else cell for cell in row])
    return encodable(written.getvalue()).encode()
