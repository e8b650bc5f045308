"""Word files: paragraphs, their numbers, and packages that are to be refused."""

import io
import zipfile

import docx
import pytest
from docx.oxml import OxmlElement

from kielipari import ingest
from kielipari.errors import EmptyInputError, InputError
from kielipari.model import Document, InlineKind, Place, Region


def saved(document: object) -> bytes:
    stream = io.BytesIO()
    document.save(stream)  # type: ignore[attr-defined]
    return stream.getvalue()


def letter() -> bytes:
    document = docx.Document()
    document.core_properties.title = "Kirje"
    document.core_properties.language = "fi-FI"
    document.add_heading("Kirjaston säännöt", level=1)
    paragraph = document.add_paragraph("Kirjasto on ")
    paragraph.add_run("auki").bold = True
    paragraph.add_run("  joka\tpäivä.")
    document.add_paragraph("")
    document.add_paragraph("Etsi hylly", style="List Bullet")
    table = document.add_table(rows=1, cols=2)
    table.cell(0, 0).text = "Kortti"
    table.cell(0, 1).text = "2 €"
    linked = document.add_paragraph("Lue ")
    link = OxmlElement("w:hyperlink")
    link.set(
        "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id",
        document.part.relate_to("https://example.fi/opas", docx.opc.constants.RELATIONSHIP_TYPE.HYPERLINK, is_external=True),
    )  # fmt: skip
    link.append(linked.add_run("opas")._r)  # noqa: SLF001 (python-docx has no public way)
    linked._p.append(link)  # noqa: SLF001 (the same)
    deleted = OxmlElement("w:del")
    deleted.append(linked.add_run(" poistettu")._r)  # noqa: SLF001 (the same)
    linked._p.append(deleted)  # noqa: SLF001 (the same)
    document.sections[0].footer.paragraphs[0].text = "Kaupunginkirjasto"
    return saved(document)


def read(data: bytes) -> Document:
    document = ingest.read(data, "kirje.docx")
    assert isinstance(document, Document)
    return document


def test_paragraphs_and_their_numbers() -> None:
    document = read(letter())
    assert [(b.kind.value, b.level, b.text, b.place().line) for b in document.blocks] == [
        ("heading", 1, "Kirjaston säännöt", 1),
        ("paragraph", 0, "Kirjasto on auki joka päivä.", 2),
        ("list-item", 1, "Etsi hylly", 4),
        ("table-cell", 1, "Kortti", 5),
        ("table-cell", 2, "2 €", 6),
        ("paragraph", 0, "Lue opas", 7),
        ("paragraph", 0, "Kaupunginkirjasto", 8),
    ]
    assert document.blocks[1].place(document.blocks[1].text.index("päivä")) == Place(2, 24)
    assert document.blocks[-1].region is Region.FOOTER


def test_links_and_properties() -> None:
    document = read(letter())
    linked = document.blocks[5]
    assert [(i.kind, linked.text[i.start : i.end], i.href) for i in linked.inlines] == [
        (InlineKind.LINK, "opas", "https://example.fi/opas")
    ]
    assert (document.lang, document.meta.declared_lang) == ("fi", "fi-FI")
    assert (document.meta.title, document.meta.format) == ("Kirje", "docx")


def test_a_word_file_is_known_by_its_content() -> None:
    assert ingest.read(letter(), "-").meta.format == "docx"


def packed(parts: dict[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return stream.getvalue()


def repacked(name: str, content: bytes) -> bytes:
    with zipfile.ZipFile(io.BytesIO(letter())) as package:
        parts = {member: package.read(member) for member in package.namelist()}
    return packed({**parts, name: content})


LAUGHS = b'<!DOCTYPE w [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><w>&b;</w>'


@pytest.mark.parametrize(
    ("data", "advice"),
    [
        (b"PK\x03\x04 rikki", "no DOCX"),
        (b"tavallista", "no DOCX"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "password"),
        (packed({"xl/workbook.xml": b"<a/>"}), "Excel"),
        (packed({"mimetype": b"odt"}), "OpenDocument"),
        (packed({"a.txt": b"hei"}), "without a Word document"),
        (packed({"word/document.xml": b"\0" * 250_000_000}), "unpacks to 250 MB"),
        (repacked("word/document.xml", LAUGHS), "entities"),
        (repacked("word/document.xml", b"<w:document"), "damaged"),
        (repacked("word/document.xml", b"<a>" * 100_000), "damaged"),
        (packed({"word/document.xml": b"<a/>"}), "damaged"),
        (letter()[:2000], "no DOCX"),
    ],
)
def test_what_is_no_sound_word_file_is_refused(data: bytes, advice: str) -> None:
    with pytest.raises(InputError, match=advice) as caught:
        ingest.read(data, "kirje.docx")
    assert caught.value.path == "kirje.docx"
    assert "\n" not in caught.value.message


def test_an_empty_word_file_is_refused() -> None:
    with pytest.raises(EmptyInputError):
        read(saved(docx.Document()))
