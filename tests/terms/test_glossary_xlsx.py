"""Workbooks: the same columns, whatever Excel makes of the cells; and no bombs."""

import io
import zipfile
from pathlib import Path

import openpyxl
import pytest

from kielipari.errors import GlossaryError
from kielipari.terms import formats

GLOSSARY = Path(__file__).parents[2] / "glossary" / "innokaupungit.csv"


def workbook(*sheets: list[list[object]]) -> bytes:
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for number, rows in enumerate(sheets):
        sheet = book.create_sheet(f"sheet {number}")
        for row in rows:
            sheet.append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def refusal(data: bytes) -> str:
    with pytest.raises(GlossaryError) as raised:
        formats.read(data, "g.xlsx")
    return raised.value.message


def test_csv_to_xlsx_and_back_is_lossless() -> None:
    data = GLOSSARY.read_bytes()
    written = formats.write(formats.read(data, "g.csv"), "xlsx")
    assert formats.write(formats.read(written, "g.xlsx"), "csv") == data


def test_numbers_and_formulas_are_text() -> None:
    csv = b"concept,lang,term\n2021,fi,=SUMMA\n2021,sv,2021\n"
    data = formats.write(formats.read(csv, "g.csv"), "xlsx")
    assert formats.read(data, "g.xlsx").concepts[0].terms[0].text == "=SUMMA"
    typed = workbook([["concept", "lang", "term"], [2021, "fi", 112.0]])
    (concept,) = formats.read(typed, "g.xlsx").concepts
    assert (concept.id, concept.terms[0].text, concept.terms[0].line) == ("2021", "112", 2)


def test_every_sheet_with_the_columns_is_read() -> None:
    header: list[object] = ["concept", "lang", "term"]
    data = workbook([["Read me first"]], [header, ["a", "fi", "tie"]], [header, ["a", "sv", "väg"]])
    found = formats.read(data, "g.xlsx")
    assert [term.text for term in found.concepts[0].terms] == ["tie", "väg"]
    assert [(i.kind, i.detail) for i in found.issues] == [("ignored-sheet", "sheet 0")]


def test_a_workbook_without_the_columns_says_which() -> None:
    assert "concept, lang, term" in refusal(workbook([["suomi", "ruotsi"]]))
    assert "empty" in refusal(workbook([]))


def test_an_old_or_damaged_workbook_is_refused() -> None:
    assert "save it as XLSX" in refusal(b"\xd0\xcf\x11\xe0 an old XLS")
    good = workbook([["concept", "lang", "term"]])
    assert "XLSX" in refusal(good[: len(good) // 2])


def test_a_zip_bomb_is_refused_unopened() -> None:
    out = io.BytesIO()
    with (
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive,
        archive.open("xl/worksheets/sheet1.xml", "w") as part,
    ):
        for _ in range(350):
            part.write(b" " * 1_000_000)
    assert "MB" in refusal(out.getvalue())


def test_entities_in_a_workbook_are_refused() -> None:
    good, out = workbook([["concept", "lang", "term"]]), io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(good)) as source, zipfile.ZipFile(out, "w") as target:
        for item in source.infolist():
            data = source.read(item)
            if item.filename.endswith("workbook.xml"):
                data = b'<!DOCTYPE x [<!ENTITY a "b">]>' + data
            target.writestr(item, data)
    assert "entities" in refusal(out.getvalue())
