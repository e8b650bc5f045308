"""TBX: both styles of ISO 30042:2019, the v2 of the tools, and what we write against the schemas."""

from pathlib import Path

import pytest
from lxml import etree

from kielipari.errors import GlossaryError, UsageError
from kielipari.terms import formats
from kielipari.terms.formats.tbx_write import decode_id, encode_id

ROOT = Path(__file__).parents[2]
GLOSSARY = ROOT / "glossary" / "innokaupungit.csv"
SCHEMAS = ROOT.parent / "shared" / "schemas" / "tbx"
CORE = "{urn:iso:std:iso:30042:ed-2}"
BASIC = "{http://www.tbxinfo.net/ns/basic}"

needs_schemas = pytest.mark.skipif(not SCHEMAS.is_dir(), reason="no ../shared/schemas/tbx")

# every cell filled, several definitions in a language, ids and values that XML has no room for
AWKWARD = """concept,lang,term,status,pos,domain,definition,note,source,match
c 1/ä,fi,hakemus,preferred,noun,hallinto,"kirjallinen ""pyyntö""; <laki>","rivi
toinen rivi",HE 1/2020,any-order one-between
c 1/ä,fi,anomus,deprecated,,hallinto,vanhentunut sana,,
c 1/ä,sv-FI,ansökan,preferred,noun,hallinto,,,
c 1/ä,sv-FI,anhållan,superseded,interjection,hallinto,åldrigt ord,  ,&,one-between
9,fi,Espoo,admitted,properNoun,,,,
9,sv,Esbo,,properNoun,,,,
_x0031_,fi,silta,preferred,,,,,
_x0031_,en,bridge,preferred,,,,,
"""


def refusal(data: bytes) -> GlossaryError:
    with pytest.raises(GlossaryError) as raised:
        formats.read(data, "g.tbx")
    assert raised.value.path == "g.tbx"
    return raised.value


@pytest.mark.parametrize("data", [GLOSSARY.read_bytes(), AWKWARD.encode()], ids=["own", "awkward"])
def test_csv_to_tbx_and_back_is_lossless(data: bytes) -> None:
    first = formats.read(data, "g.csv")
    second = formats.read(formats.write(first, "tbx"), "g.tbx")
    assert formats.write(second, "csv") == formats.write(first, "csv")
    assert not second.issues


@needs_schemas
@pytest.mark.parametrize("data", [GLOSSARY.read_bytes(), AWKWARD.encode()], ids=["own", "awkward"])
def test_what_we_write_is_valid_tbx_basic(data: bytes) -> None:
    root = etree.fromstring(formats.write(formats.read(data, "g.csv"), "tbx"))
    core = etree.RelaxNG(etree.parse(SCHEMAS / "TBXcoreStructV03.rng"))
    core.assertValid(root)
    module = etree.RelaxNG(etree.parse(SCHEMAS / "Basic.rng"))
    elements = list(root.iter(f"{BASIC}*"))
    assert elements
    for element in elements:
        module.assertValid(etree.fromstring(etree.tostring(element, with_tail=False)))
    assert (root.get("type"), root.get("style")) == ("TBX-Basic", "dct")


def test_what_we_write_keeps_the_rules_of_the_schematron() -> None:
    """Basic.sch and TBX-Basic_DCT.sch, which libxml2 cannot run, in Python."""
    root = etree.fromstring(formats.write(formats.read(AWKWARD.encode(), "g.csv"), "tbx"))

    def levels(name: str) -> set[str]:
        parents = (e.getparent() for e in root.iter(name))
        above = (p.getparent() if p.tag == f"{CORE}descripGrp" else p for p in parents)
        return {etree.QName(p).localname for p in above}

    assert levels(f"{BASIC}definition") <= {"conceptEntry", "langSec"}
    assert levels(f"{BASIC}source") <= {"conceptEntry", "langSec", "termSec"}
    assert levels("{http://www.tbxinfo.net/ns/min}subjectField") == {"conceptEntry"}
    body = root.find(f".//{CORE}body")
    assert body is not None
    assert not [e for e in body.iter() if e.get("type")]
    ids = [e.get("id") for e in root.iter() if e.get("id")]
    assert len(ids) == len(set(ids))


@needs_schemas
def test_what_we_write_passes_the_schematron_itself() -> None:
    saxonche = pytest.importorskip("saxonche", reason="saxonche runs the Schematron's XPath 2")
    data = formats.write(formats.read(AWKWARD.encode(), "g.csv"), "tbx").decode()
    sch = "{http://purl.oclc.org/dsdl/schematron}"
    with saxonche.PySaxonProcessor(license=False) as processor:
        document = processor.parse_xml(xml_text=data)
        for name in ("Basic.sch", "TBX-Basic_DCT.sch"):
            schema = etree.parse(SCHEMAS / name)
            xpath = processor.new_xpath_processor()
            for ns in schema.iter(f"{sch}ns"):
                xpath.declare_namespace(ns.get("prefix"), ns.get("uri"))
            xpath.set_context(xdm_item=document)
            for rule in schema.iter(f"{sch}rule"):
                for check in rule.iter(f"{sch}assert"):
                    test = f"count((//({rule.get('context')}))[not({check.get('test')})])"
                    failed = xpath.evaluate_single(test)
                    assert str(failed) == "0", (check.get("test"), check.text)


@needs_schemas
def test_the_standards_own_files() -> None:
    good = formats.read((SCHEMAS / "basic_good.tbx").read_bytes(), "basic_good.tbx")
    assert len(good) == 45
    assert not good.issues
    first = good.concepts[0]
    assert (first.id, first.domain) == ("c1", "General")
    assert [(t.text, t.lang, t.status, t.pos) for t in first.terms] == [
        ("open cluster", "en", "preferred", "noun"),
        ("galactic cluster", "en", "deprecated", "noun"),
        ("cúmulo abierto", "es", "preferred", "noun"),
    ]
    assert first.terms[0].definition.startswith("A group of stars")
    bad = formats.read((SCHEMAS / "basic_bad.tbx").read_bytes(), "basic_bad.tbx")
    assert {(i.kind, i.detail) for i in bad.issues} == {
        ("wrong-level", "source"),
        ("wrong-level", "definition"),
    }
    error = refusal((SCHEMAS / "poorly_formed_xml.tbx").read_bytes())
    assert "not well-formed" in error.message
    assert error.line == 42


V2 = """<?xml version="1.0"?>
<!DOCTYPE martif SYSTEM "TBXcoreStructV02.dtd">
<martif type="TBX" xml:lang="en"><martifHeader/><text><body>
 <termEntry id="tid-7">
  <descripGrp><descrip type="subjectField">hallinto</descrip></descripGrp>
  <note>shared</note>
  <langSet xml:lang="FI"><ntig><termGrp><term>hakemus</term>
    <termNote type="partOfSpeech">Noun</termNote></termGrp>
    <descripGrp><descrip type="context">Hakemus jätettiin.</descrip>
      <admin type="source">somewhere</admin></descripGrp></ntig></langSet>
  <langSet xml:lang="sv-SE">
   <descripGrp><descrip type="definition">skriftlig
       begäran</descrip><admin type="source">lag</admin></descripGrp>
   <tig><term>ansökan</term><termNote type="normativeAuthorization">preferredTerm</termNote></tig>
   <tig><term>anhållan</term><termNote type="Usage status">Do not use</termNote></tig>
   <tig><term>petition</term><termNote type="forbidden">true</termNote></tig>
   <tig><term>ansökning</term><termNote type="administrativeStatus">legacy</termNote></tig>
   <tig><term/></tig>
  </langSet>
 </termEntry>
 <termEntry id="tid-8"/>
</body></text></martif>"""


def test_the_tbx_of_the_tools_is_read() -> None:
    found = formats.read(V2.encode(), "export.xml")
    (concept,) = found.concepts
    assert (concept.id, concept.domain, concept.note) == ("tid-7", "hallinto", "shared")
    assert [(t.lang, t.text, t.status, t.pos, t.source) for t in concept.terms] == [
        ("fi", "hakemus", "preferred", "noun", ""),
        ("sv", "ansökan", "preferred", "", "lag"),
        ("sv", "anhållan", "deprecated", "", ""),
        ("sv", "petition", "deprecated", "", ""),
        ("sv", "ansökning", "admitted", "", ""),
    ]
    assert concept.terms[1].definition == "skriftlig begäran"
    assert [i.kind for i in found.issues] == ["unknown-status", "empty-term", "no-term"]


LAUGHS = """<?xml version="1.0"?><!DOCTYPE tbx [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>
<tbx><text><body><conceptEntry id="c"><langSec xml:lang="fi"><termSec><term>&b;</term></termSec>
</langSec></conceptEntry></body></text></tbx>"""
OUTSIDE = LAUGHS.replace('"ha"', 'SYSTEM "outside.txt"').replace("&b;", "&a;")


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (LAUGHS.encode(), "entities"),
        (OUTSIDE.encode(), "entities"),
        (LAUGHS.replace("?>", ' encoding="utf-16"?>', 1).encode("utf-16"), "entities"),
        (b"", "not well-formed"),
        (b"<html/>", "<martif>"),
        (b"<tbx/>", "no concept entry"),
        (b"<a>" * 5000, "not well-formed"),
    ],
    ids=["laughs", "outside", "utf-16", "empty", "html", "bare", "deep"],
)
def test_what_is_no_tbx_is_refused(data: bytes, words: str) -> None:
    assert words in refusal(data).message


def test_a_wrong_language_names_the_line() -> None:
    error = refusal(V2.replace('"FI"', '"SWE"').encode())
    assert (error.line, '"sv"' in error.message) == (7, True)


def test_an_empty_glossary_cannot_be_tbx() -> None:
    empty = formats.read(b"concept,lang,term\n", "g.csv")
    with pytest.raises(UsageError, match="no concept"):
        formats.write(empty, "tbx")


@pytest.mark.parametrize(
    "key", ["c1", "1", "c 1", "å", "_x0031_", "a:b", "http://x.fi/a#b", "-", "😀"]
)
def test_any_id_becomes_a_name_and_comes_back(key: str) -> None:
    name = encode_id(key)
    etree.fromstring(f'<a xmlns:xml="http://www.w3.org/XML/1998/namespace" xml:id="{name}"/>')
    assert decode_id(name) == key
