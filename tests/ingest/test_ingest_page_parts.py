"""Every part of a page that somebody reads, hears or meets in a search result is read, in its place."""

import pytest

from kielipari import ingest
from kielipari.model import BlockKind, Document, Region

PAGE = """<!doctype html>
<html lang="fi">
<head><title>Kokeilut</title>
<meta name="description" content="Näin haet mukaan kaupungin kokeiluihin.">
<meta property="og:title" content="Hae mukaan">
<meta property="og:description" content="Kaupunki kokeilee yhdessä yritysten kanssa.">
<meta property="og:site_name" content="Innokaupungit">
<meta property="og:image:alt" content="Kaksi ihmistä testaa laitetta">
<meta name="twitter:title" content="Hae mukaan">
<meta name="twitter:description" content="Lue, miten pääset mukaan.">
<script type="application/ld+json">
{"@type": "WebPage", "name": "Kokeilut", "description": "Kaikki \\"kokeilut\\" yhdellä sivulla.",
 "publisher": {"@type": "Organization", "name": "Tampereen kaupunki"},
 "breadcrumb": {"itemListElement": [{"@type": "ListItem", "name": "Etusivulle"}]}}
</script></head>
<body>
<header><nav aria-label="Päävalikko"><a href="/fi/">Etusivu</a></nav></header>
<div class="cookie-banner"><p>Käytämme evästeitä.</p><button>Hyväksy</button></div>
<main>
<h1>Kaupunki kokeilee</h1>
<p lang="sv">Samma text på svenska.</p>
<ol><li>Lue ohjeet.</li></ol>
<table><caption>Hakuajat</caption><tr><th>Aika</th><td>Maaliskuu</td></tr></table>
<form><fieldset><legend>Yhteystietosi</legend><label>Nimi<input placeholder="Etunimi"></label>
<textarea aria-description="Enintään sata merkkiä"></textarea>
<input type="submit" value="Lähetä"><button>Tyhjennä</button></fieldset></form>
<img src="a.jpg" alt="Pysäkki, jossa on näyttö">
<p>Lataa <a href="ohje_fi.pdf">ohje</a> ja <a href="lomake.docx">lomake</a>.</p>
</main>
<aside><p>Ajankohtaista</p></aside>
<footer><p>Postikatu 1</p></footer>
</body></html>
"""

PLACES = [
    (3, BlockKind.TITLE, Region.HEAD, "Kokeilut"),
    (4, BlockKind.DESCRIPTION, Region.HEAD, "Näin haet mukaan kaupungin kokeiluihin."),
    (5, BlockKind.OPEN_GRAPH, Region.HEAD, "Hae mukaan"),
    (6, BlockKind.OPEN_GRAPH, Region.HEAD, "Kaupunki kokeilee yhdessä yritysten kanssa."),
    (7, BlockKind.OPEN_GRAPH, Region.HEAD, "Innokaupungit"),
    (8, BlockKind.ALT, Region.HEAD, "Kaksi ihmistä testaa laitetta"),
    (10, BlockKind.OPEN_GRAPH, Region.HEAD, "Lue, miten pääset mukaan."),
    (12, BlockKind.DESCRIPTION, Region.HEAD, 'Kaikki "kokeilut" yhdellä sivulla.'),
    (14, BlockKind.OPEN_GRAPH, Region.HEAD, "Etusivulle"),
    (17, BlockKind.ARIA_LABEL, Region.HEADER, "Päävalikko"),
    (17, BlockKind.LINK, Region.HEADER, "Etusivu"),
    (18, BlockKind.PARAGRAPH, Region.COOKIES, "Käytämme evästeitä."),
    (18, BlockKind.BUTTON, Region.COOKIES, "Hyväksy"),
    (20, BlockKind.HEADING, Region.MAIN, "Kaupunki kokeilee"),
    (21, BlockKind.PARAGRAPH, Region.MAIN, "Samma text på svenska."),
    (22, BlockKind.LIST_ITEM, Region.MAIN, "Lue ohjeet."),
    (23, BlockKind.CAPTION, Region.MAIN, "Hakuajat"),
    (23, BlockKind.TABLE_CELL, Region.MAIN, "Aika"),
    (23, BlockKind.TABLE_CELL, Region.MAIN, "Maaliskuu"),
    (24, BlockKind.LABEL, Region.MAIN, "Yhteystietosi"),
    (24, BlockKind.LABEL, Region.MAIN, "Nimi"),
    (24, BlockKind.PLACEHOLDER, Region.MAIN, "Etunimi"),
    (25, BlockKind.ARIA_LABEL, Region.MAIN, "Enintään sata merkkiä"),
    (26, BlockKind.BUTTON, Region.MAIN, "Lähetä"),
    (26, BlockKind.BUTTON, Region.MAIN, "Tyhjennä"),
    (27, BlockKind.ALT, Region.MAIN, "Pysäkki, jossa on näyttö"),
    (28, BlockKind.PARAGRAPH, Region.MAIN, "Lataa ohje ja lomake."),
    (30, BlockKind.PARAGRAPH, Region.ASIDE, "Ajankohtaista"),
    (31, BlockKind.PARAGRAPH, Region.FOOTER, "Postikatu 1"),
]


@pytest.fixture(scope="module")
def read() -> Document:
    document = ingest.read(PAGE.encode(), "sivu.html")
    assert isinstance(document, Document)
    return document


def test_every_part_is_read_in_its_place(read: Document) -> None:
    found = [(b.source_map.place(0).line, b.kind, b.region, b.text) for b in read.blocks]
    assert found == PLACES


def test_the_column_leads_to_the_text(read: Document) -> None:
    lines = PAGE.splitlines()
    for block in read.blocks:
        line, column = block.source_map.place(0)
        assert lines[line - 1][column - 1 :].startswith(block.text[:5]), block.text


def test_languages_of_page_parts_and_links(read: Document) -> None:
    assert {b.lang for b in read.blocks if b.text != "Samma text på svenska."} == {"fi"}
    assert next(b.lang for b in read.blocks if b.text == "Samma text på svenska.") == "sv"
    assert [link.href for link in read.meta.links] == ["/fi/", "ohje_fi.pdf", "lomake.docx"]


@pytest.mark.parametrize(
    "script",
    [
        '{"name": "Sivu", ',
        '{"@type": "Person", "name": "Aino Virtanen"}',
        '{"@type": "WebPage", "name": 5, "description": ["a"]}',
        "[" * 100_000,
        '{"@type": "WebPage", "name": "Otsikko"}',
    ],
)
def test_json_ld_adds_nothing_where_it_says_nothing_new(script: str) -> None:
    page = (
        f'<html lang="fi"><head><title>Otsikko</title><script type="application/ld+json">{script}'
        "</script></head><body><p>Teksti</p></body></html>"
    )
    document = ingest.read(page.encode(), "sivu.html")
    assert isinstance(document, Document)
    assert [block.text for block in document.blocks] == ["Otsikko", "Teksti"]
