"""CSV as people and spreadsheets write it: comma, semicolon or tab; UTF-8, UTF-16 or cp1252."""

import csv
import io
from collections.abc import Iterator

from kielipari.errors import GlossaryError
from kielipari.terms.formats.rows import COLUMNS, Row, concepts_of, rows_of
from kielipari.terms.termbase import Termbase

_DELIMITERS = (",", ";", "\t", "|")
_LONGEST_CELL = 1_000_000


def read(data: bytes, uri: str) -> Termbase:
    """Read a CSV file.

    Raises:
        GlossaryError: the bytes are no text, the quotation marks do not pair up, or a row makes
            no sense.

    """
    text = _decode(data, uri)
    return concepts_of(_rows(text, uri), uri)


def write(termbase: Termbase) -> bytes:
    """Write CSV with commas, in UTF-8 without a byte order mark."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerows(rows_of(termbase))
    return out.getvalue().encode()


def _decode(data: bytes, uri: str) -> str:
    for mark, encoding in ((b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")):
        if data.startswith(mark):
            return _strictly(data, encoding, uri)
    if b"\0" in data:
        even, odd = data[0:2000:2].count(0), data[1:2000:2].count(0)
        if max(even, odd) < len(data[:2000]) // 8 or min(even, odd) * 4 >= max(even, odd):
            raise GlossaryError("the file holds zero bytes; save it as CSV UTF-8", uri)
        return _strictly(data, "utf-16-le" if odd > even else "utf-16-be", uri)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return _single_byte(data, error, uri)


def _strictly(data: bytes, encoding: str, uri: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise GlossaryError("the file is damaged UTF-16; save it as CSV UTF-8", uri) from error


def _single_byte(data: bytes, error: UnicodeDecodeError, uri: str) -> str:
    """Decode what is not UTF-8 as Windows-1252, unless that would garble it."""
    line = data.count(b"\n", 0, error.start) + 1
    if any(ord(c) > 127 for c in data[: error.start].decode()):  # noqa: PLR2004 - beyond ASCII
        raise GlossaryError("the file is UTF-8 until here; save it as CSV UTF-8", uri, line)
    try:
        return data.decode("cp1252")
    except UnicodeDecodeError:
        raise GlossaryError(
            "the characters are neither UTF-8, UTF-16 nor Windows-1252; save it as CSV UTF-8",
            uri,
            line,
        ) from None


def _rows(text: str, uri: str) -> Iterator[Row]:
    text, skipped = _without_separator_line(text)
    csv.field_size_limit(_LONGEST_CELL)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text), strict=True)
    start = 1
    try:
        for cells in reader:
            yield Row(start + skipped, cells)
            start = reader.line_num + 1
    except csv.Error as error:
        raise GlossaryError(_explain(str(error)), uri, start + skipped) from None


def _explain(error: str) -> str:
    if "larger than field limit" in error or "unexpected end of data" in error:
        return "a quotation mark opens here and is never closed"
    if "expected after" in error:
        return "a quotation mark stands inside a quoted cell; write it twice"
    return f"the row is not CSV: {error}"


def _without_separator_line(text: str) -> tuple[str, int]:
    """Drop the line ``sep=;`` that Excel reads and writes."""
    first, _, rest = text.partition("\n")
    return (rest, 1) if first.strip().lower().startswith("sep=") else (text, 0)


def _delimiter(text: str) -> str:
    """Return the separator under which the header names most of our columns."""
    header = next((line for line in text.splitlines() if line.strip(" ,;\t\"'")), "")

    def known(delimiter: str) -> int:
        cells = (cell.strip().strip('"').casefold() for cell in header.split(delimiter))
        return sum(cell in COLUMNS for cell in cells)

    return max(_DELIMITERS, key=known)
