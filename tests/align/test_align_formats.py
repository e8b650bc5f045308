"""Alignments as files: they validate, and what other tools read from them is what was aligned."""

import json
from pathlib import Path

import polib
import pytest
from lxml import etree

from kielipari.align import formats
from kielipari.align.beads import Alignment, Bead
from kielipari.align.formats import AlignedTexts
from kielipari.errors import UsageError
from kielipari.model import Relation

SCHEMAS = Path(__file__).parents[3] / "shared" / "schemas"
needs_schemas = pytest.mark.skipif(not SCHEMAS.exists(), reason="../shared/schemas is not there")

BEADS = (
    Bead((0,), (0,), 0.99),
    Bead((1, 2), (1,), 0.9),
    Bead((3,), (), 0.8),
    Bead((), (2,), 0.7),
    Bead((4,), (3,), 0.95, moved=True),
    Bead((5,), (4,), 0.95),
)
TEXTS = AlignedTexts(
    Alignment(BEADS, Relation.TRANSLATION, 8.0),
    ("Avaa", "Sarkain\tja & <b>", "\x0bohjausmerkki", "Puuttuu.", "Siirretty.", "Avaa"),
    ("Öppna", "Tabb och & <b>", "Bara här.", "Flyttad.", "Öppna"),
    "fi",
    "sv",
    "a.txt",
    "b.txt",
)
EMPTY = AlignedTexts(Alignment((), Relation.TRANSLATION, 0.0), (), (), "fi", "sv")


def test_tsv_gives_a_bead_a_line_with_indices_first() -> None:
    rows = [line.split("\t") for line in formats.render("tsv", TEXTS).splitlines()]
    assert [row[:2] for row in rows] == [
        ["0", "0"], ["1,2", "1"], ["3", ""], ["", "2"], ["4", "3"], ["5", "4"],
    ]  # fmt: skip
    assert {len(row) for row in rows} == {6}
    assert rows[4][3] == "moved"


def test_json_tells_the_relation_and_all_beads() -> None:
    document = json.loads(formats.render("json", TEXTS))
    assert document["relation"] == "translation"
    assert document["beads"][1]["source_text"] == ["Sarkain\tja & <b>", "\x0bohjausmerkki"]


@needs_schemas
@pytest.mark.parametrize("texts", [TEXTS, EMPTY])
def test_tmx_validates(texts: AlignedTexts) -> None:
    root = etree.fromstring(formats.render("tmx", texts).encode())
    dtd = etree.DTD(str(SCHEMAS / "tmx" / "tmx14.dtd"))
    assert dtd.validate(root), dtd.error_log
    segments = [seg.text for seg in root.iter("seg")]
    assert segments[:4] == (["Avaa", "Öppna", "Sarkain\tja & <b> ohjausmerkki", "Tabb och & <b>"]
                            if texts is TEXTS else [])  # fmt: skip


@needs_schemas
@pytest.mark.parametrize("texts", [TEXTS, EMPTY])
def test_xliff_validates(texts: AlignedTexts) -> None:
    root = etree.fromstring(formats.render("xliff", texts).encode())
    schema = etree.XMLSchema(etree.parse(str(SCHEMAS / "xliff" / "xliff_core_2.0.xsd")))
    assert schema.validate(root), schema.error_log
    if texts is TEXTS:
        space = {"x": "urn:oasis:names:tc:xliff:document:2.0"}
        assert [e.text for e in root.findall(".//x:note", space)] == ["Bara här."]
        assert [e.get("state") for e in root.findall(".//x:segment", space)].count("initial") == 1


def test_po_is_read_back(tmp_path: Path) -> None:
    path = tmp_path / "pair.po"
    formats.write("po", TEXTS, path)
    entries = list(polib.pofile(str(path)))
    assert [(e.msgid, e.msgstr) for e in entries][2:] == [
        ("Puuttuu.", ""), ("Siirretty.", "Flyttad."), ("Avaa", "Öppna"),
    ]  # fmt: skip
    assert entries[-1].msgctxt
    assert len({(e.msgctxt, e.msgid) for e in entries}) == len(entries)


def test_the_suffix_chooses_the_format(tmp_path: Path) -> None:
    names = ("a.tmx", "a.xlf", "a.xliff", "a.po", "a.json", "a.tsv", "a.txt")
    chosen = [formats.format_of(tmp_path / name) for name in names]
    assert chosen == ["tmx", "xliff", "xliff", "po", "json", "tsv", "tsv"]


def test_what_cannot_be_written_is_told_in_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="choose one of tsv, json"):
        formats.render("docx", TEXTS)
    with pytest.raises(UsageError, match="cannot be written"):
        formats.write("tsv", TEXTS, tmp_path / "nowhere" / "a.tsv")
