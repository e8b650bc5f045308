"""SKOS in Turtle and RDF/XML, as Finto publishes it."""

from pathlib import Path

import pytest
from rdflib import Graph

from kielipari.errors import GlossaryError
from kielipari.terms import formats

FINTO = Path(__file__).parents[3] / "shared" / "data" / "skos" / "skosmos-test-yso.ttl"

TURTLE = """@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix x: <http://example.org/onto/> .
x: a skos:ConceptScheme ; skos:prefLabel "sanasto"@fi .
x:p2 a skos:Concept ; skos:prefLabel "sillat"@fi, "broar"@sv ; skos:altLabel "bryggor"@sv-FI ;
  skos:hiddenLabel "sildat"@fi ; skos:definition "kulkureitti veden yli"@fi ;
  skos:scopeNote "not a pier" ; skos:altLabel "no language" .
x:p1 a skos:Concept ; skos:prefLabel "tiet"@fi .
x:p3 a skos:Concept ; skos:prefLabel "polut"@fi ; owl:deprecated true .
"""


def test_labels_become_terms() -> None:
    found = formats.read(TURTLE.encode(), "o.ttl")
    assert [concept.id for concept in found.concepts] == ["p1", "p2"]
    bridge = found.concepts[1]
    assert [(t.lang, t.text, t.status) for t in bridge.terms] == [
        ("fi", "sillat", "preferred"),
        ("sv", "broar", "preferred"),
        ("sv", "bryggor", "admitted"),
    ]
    assert bridge.terms[0].definition == "kulkureitti veden yli"
    assert bridge.note == "not a pier"
    assert bridge.uri == "http://example.org/onto/p2"
    assert [(i.kind, i.text) for i in found.issues] == [("no-language", "no language")]


def test_rdf_xml_says_the_same() -> None:
    xml = Graph().parse(data=TURTLE, format="turtle").serialize(format="xml").encode()
    turtle = formats.read(TURTLE.encode(), "o.ttl")
    assert formats.read(xml, "o.rdf").concepts == turtle.concepts
    assert formats.read(xml, "o.xml").concepts == turtle.concepts


def test_the_address_survives_tbx() -> None:
    found = formats.read(TURTLE.encode(), "o.ttl")
    again = formats.read(formats.write(found, "tbx"), "o.tbx")
    assert [c.uri for c in again.concepts] == [c.uri for c in found.concepts]


@pytest.mark.skipif(not FINTO.is_file(), reason="no ../shared/data/skos")
def test_a_vocabulary_of_finto() -> None:
    found = formats.read(FINTO.read_bytes(), "yso.ttl")
    assert len(found) > 250
    acids = found.concept("p10072")
    assert acids is not None
    assert {(t.lang, t.text) for t in acids.terms} >= {
        ("fi", "nukleiinihapot"),
        ("sv", "nukleinsyror"),
    }


@pytest.mark.parametrize(
    ("data", "name", "words"),
    [
        (b"@prefix a: <x> .\nfoo bar", "o.ttl", "not Turtle"),
        (b"\xff\xfe", "o.ttl", "UTF-8"),
        (b"", "o.ttl", "no SKOS concept"),
        (b"<a>", "o.rdf", "not RDF/XML"),
        (b'<!DOCTYPE r [<!ENTITY a "b">]><r/>', "o.rdf", "entities"),
        (TURTLE.replace("@fi", "@swe").encode(), "o.ttl", '"sv"'),
    ],
)
def test_what_is_no_skos_is_refused(data: bytes, name: str, words: str) -> None:
    with pytest.raises(GlossaryError) as raised:
        formats.read(data, name)
    assert words in raised.value.message
