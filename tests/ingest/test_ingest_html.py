"""What a reader sees of a page, and where it stands in the file."""

from collections.abc import Callable

import pytest

from kielipari import ingest
from kielipari.errors import EmptyInputError
from kielipari.model import Bitext, BlockKind, Document, InlineKind, Place, Region

Exact = Callable[[str, Document | Bitext], None]

PAGE = """<!DOCTYPE html>
<html lang="sv-FI">
<head>
  <meta charset="utf-8">
  <title>Stadens bibliotek &ndash; öppettider</title>
  <meta name="description" content="När biblioteket är öppet &amp; hur du hittar hit">
  <meta property="og:title" content="Biblioteket">
  <meta property="article:modified_time" content="2026-03-01T10:00:00+02:00">
  <link rel="canonical" href="https://exempel.fi/sv/bibliotek">
  <link rel="alternate" hreflang="fi" href="https://exempel.fi/fi/kirjasto">
  <link rel="alternate" hreflang="sv" href="https://exempel.fi/sv/bibliotek">
  <style>p { color: red }</style>
</head>
<body>
  <a href="#innehall">Hoppa till innehållet</a>
  <header><p>Exempelstad</p>
    <ul class="lang-menu"><li><a href="/fi/kirjasto" lang="fi" hreflang="fi">Suomeksi</a></li>
    <li><a href="/sv/bibliotek">Svenska</a></li></ul>
  </header>
  <nav aria-label="Huvudmeny"><ul><li><a href="/sv/">Framsida</a><ul>
     <li><a href="/sv/bibliotek">Bibliotek</a></ul></ul></nav>
  <main id="innehall">
    <h1 id="oppet">Öppet i&nbsp;dag</h1>
    <p>Biblioteket är   öppet
       klockan 10&ndash;18 och har <em>fri entré</em>.
       Tidningen <cite lang="fi">Kirjastolehti</cite> finns i hallen.</p>
    <p translate="no">BIBLIOTEKET-2026</p>
    <blockquote><p>Här läser man i lugn och ro.</p></blockquote>
    <table><caption>Avgifter</caption><tr><th>Kort<td>Gratis
      <tr><th>Försening<td>0,20 €</table>
    <figure><img src="a.jpg" alt="Läsesal med fönster mot parken"><figcaption>Läsesalen</figcaption></figure>
    <form><label>Namn <input placeholder="Förnamn och efternamn"></label>
      <select><option>Hämtning<option>Hemsändning</select>
      <input type="submit" value="Skicka"><button aria-label="Stäng rutan">&times;</button></form>
    <p hidden>Dold text</p><script>var text = "<p>kod</p>";</script>
    <!-- kielipari-ignore: V101 priset är avrundat -->
  </main>
  <div id="cookie-banner"><p>Vi använder kakor.</p><button>Godkänn</button></div>
  <footer><p>Kontakta oss</p></footer>
</body>
</html>
"""


def page(html: str, uri: str = "sida.html") -> Document:
    read = ingest.read(html.encode(), uri)
    assert isinstance(read, Document)
    return read


def texts(html: str) -> list[str]:
    return [block.text for block in page(html).blocks]


def kinds(html: str) -> list[tuple[str, str]]:
    return [(block.kind.value, block.text) for block in page(html).blocks]


def test_page_is_read_as_a_reader_meets_it() -> None:
    document = page(PAGE)
    assert [(b.kind.value, b.level, b.text) for b in document.blocks] == [
        ("title", 0, "Stadens bibliotek – öppettider"),
        ("description", 0, "När biblioteket är öppet & hur du hittar hit"),
        ("open-graph", 0, "Biblioteket"),
        ("link", 0, "Hoppa till innehållet"),
        ("paragraph", 0, "Exempelstad"),
        ("list-item", 1, "Suomeksi"),
        ("list-item", 1, "Svenska"),
        ("aria-label", 0, "Huvudmeny"),
        ("list-item", 1, "Framsida"),
        ("list-item", 2, "Bibliotek"),
        ("heading", 1, "Öppet i\xa0dag"),
        (
            "paragraph",
            0,
            (
                "Biblioteket är öppet klockan 10–18 och har fri entré. "
                "Tidningen Kirjastolehti finns i hallen."
            ),
        ),
        ("paragraph", 0, "BIBLIOTEKET-2026"),
        ("quote", 0, "Här läser man i lugn och ro."),
        ("caption", 0, "Avgifter"),
        ("table-cell", 1, "Kort"),
        ("table-cell", 2, "Gratis"),
        ("table-cell", 1, "Försening"),
        ("table-cell", 2, "0,20 €"),
        ("alt", 0, "Läsesal med fönster mot parken"),
        ("caption", 0, "Läsesalen"),
        ("label", 0, "Namn"),
        ("placeholder", 0, "Förnamn och efternamn"),
        ("label", 0, "Hämtning"),
        ("label", 0, "Hemsändning"),
        ("button", 0, "Skicka"),
        ("aria-label", 0, "Stäng rutan"),
        ("paragraph", 0, "Vi använder kakor."),
        ("button", 0, "Godkänn"),
        ("paragraph", 0, "Kontakta oss"),
    ]


def test_every_character_stands_where_the_block_says(assert_exact: Exact) -> None:
    assert_exact(PAGE, page(PAGE))
    assert_exact(PAGE.replace("\n", "\r\n"), page(PAGE.replace("\n", "\r\n")))


def test_places_lead_through_entities_and_folded_lines() -> None:
    paragraph = next(b for b in page(PAGE).blocks if b.text.startswith("Biblioteket är"))
    for word, place in (
        ("öppet", Place(24, 25)),
        ("klockan", Place(25, 8)),
        ("–18", Place(25, 18)),
        ("18", Place(25, 25)),
        ("Kirjastolehti", Place(26, 34)),
    ):
        assert paragraph.place(paragraph.text.index(word)) == place


def test_page_says_what_it_is() -> None:
    meta = page(PAGE).meta
    assert page(PAGE).lang == "sv"
    assert (meta.declared_lang, meta.declared_at) == ("sv-FI", Place(2, 13))
    assert meta.title == "Stadens bibliotek – öppettider"
    assert meta.canonical == "https://exempel.fi/sv/bibliotek"
    assert [(a.lang, a.href, a.place.line) for a in meta.alternates] == [
        ("fi", "https://exempel.fi/fi/kirjasto", 10),
        ("sv", "https://exempel.fi/sv/bibliotek", 11),
    ]
    assert meta.modified == "2026-03-01T10:00:00+02:00"
    assert ("suppress", "36:V101:priset är avrundat") in meta.extra


def test_json_ld_names_the_date_of_change() -> None:
    html = (
        '<script type="application/ld+json">{"@graph": [{"@type": "WebPage", '
        '"dateModified": "2026-05-02"}]}</script><p>Text</p>'
    )
    assert page(html).meta.modified == "2026-05-02"


def test_language_switcher_is_the_link_to_the_other_version() -> None:
    links = page(PAGE).meta.links
    switchers = [(link.text, link.lang, link.region) for link in links if link.switcher]
    assert switchers == [("Suomeksi", "fi", Region.HEADER)]


@pytest.mark.parametrize("label", ["Suomeksi", "FI", "Suomi", "På finska", "In English"])
def test_switcher_is_known_by_its_label(label: str) -> None:
    html = f'<html lang="sv"><p>Text</p><a href="/x">{label}</a><a href="/y">Läs mer</a>'
    assert [link.switcher for link in page(html).meta.links] == [True, False]


@pytest.mark.parametrize(
    ("html", "region"),
    [
        ("<header><p>Teksti</p></header>", Region.HEADER),
        ("<main><article><header><p>Teksti</p></header></article></main>", Region.MAIN),
        ('<div role="navigation"><p>Teksti</p></div>', Region.NAVIGATION),
        ('<ul class="main-menu"><li>Teksti</ul>', Region.NAVIGATION),
        ('<div class="site-footer"><p>Teksti</p></div>', Region.FOOTER),
        ('<div class="cookie-consent"><p>Teksti</p></div>', Region.COOKIES),
        ('<div id="evasteilmoitus"><p>Teksti</p></div>', Region.COOKIES),
        ("<aside><p>Teksti</p></aside>", Region.ASIDE),
        ('<main><div class="sidebar-text"><p>Teksti</p></div></main>', Region.MAIN),
        ('<body class="has-cookie-banner menu"><p>Teksti</p>', Region.MAIN),
        ("<footer><nav><p>Teksti</p></nav></footer>", Region.FOOTER),
    ],
)
def test_region_is_told_by_element_role_or_name(html: str, region: Region) -> None:
    assert [block.region for block in page(html).blocks] == [region]


def test_language_of_parts() -> None:
    html = (
        '<html lang="fi"><p>Suomea</p><div lang="sv"><p>Svenska <i lang="en">word</i></p></div>'
        '<p><span lang="sv">Allt på svenska</span></p>'
    )
    blocks = page(html).blocks
    assert [block.lang for block in blocks] == ["fi", "sv", "sv"]
    span = blocks[1].inlines[0]
    assert (span.kind, span.lang, blocks[1].text[span.start : span.end]) == (
        InlineKind.EMPHASIS,
        "en",
        "word",
    )


def test_markup_within_a_text_is_kept_as_spans() -> None:
    html = '<p>Katso <a href="/opas"><strong>opas</strong></a> ja <code>kirjasto --auki</code>.'
    block = page(html).blocks[0]
    assert [
        (i.kind.value, block.text[i.start : i.end], i.href) for i in block.inlines
    ] == [
        ("link", "opas", "/opas"),
        ("emphasis", "opas", None),
        ("code", "kirjasto --auki", None),
    ]  # fmt: skip


def test_links_that_stand_alone() -> None:
    html = (
        '<div><a href="/a">Etusivu</a> | <a href="/b">Palvelut</a></div><p><a href="/c">Lue</a></p>'
    )
    blocks = page(html).blocks
    assert [(b.kind, b.text, b.href) for b in blocks] == [
        (BlockKind.LINK, "Etusivu", "/a"),
        (BlockKind.LINK, "Palvelut", "/b"),
        (BlockKind.LINK, "Lue", "/c"),
    ]


def test_line_breaks_end_a_text_where_they_end_what_is_said() -> None:
    address = "<p>Kirjasto<br>Koulukatu 3<br>00100 Helsinki</p>"
    assert texts(address) == ["Kirjasto", "Koulukatu 3", "00100 Helsinki"]
    assert texts("<h1>Innovoivat kaupungit<br>Ja yhteisöt</h1>") == [
        "Innovoivat kaupungit Ja yhteisöt"
    ]
    assert texts("<p>Tule mukaan<br>heti huomenna.</p>") == ["Tule mukaan heti huomenna."]
    assert texts("<p>yksi<br><br>kaksi</p>") == ["yksi", "kaksi"]


def test_text_without_paragraphs_is_read() -> None:
    assert kinds("<div>Suoraan<div>Sisällä</div>Jälkeen</div>") == [
        ("paragraph", "Suoraan"),
        ("paragraph", "Sisällä"),
        ("paragraph", "Jälkeen"),
    ]


def test_a_list_item_is_one_item_whatever_stands_in_it() -> None:
    html = "<ul><li><p>Ensimmäinen</p><p>Lisää siitä</p><li>Toinen</ul>"
    assert kinds(html) == [
        ("list-item", "Ensimmäinen"),
        ("paragraph", "Lisää siitä"),
        ("list-item", "Toinen"),
    ]


@pytest.mark.parametrize(
    "soup",
    [
        "<p>Yksi<p>Kaksi<ul><li>Kolme<li>Neljä</ul>Viisi",
        "<p>Yksi</b></i></div></p><div>Kaksi<ul><li>Kolme</li><li>Neljä</div></ul>Viisi",
        "<table><tr><td>Yksi<td>Kaksi<tr><td>Kolme<td>Neljä</table><b><p>Viisi</b></p>",
        "<P>Yksi</P><P CLASS=a>Kaksi<BR><BR>Kolme</p><h2>Neljä</h3><p>Viisi",
        "<select><option>Yksi<option>Kaksi<optgroup label='Kolme'><option>Neljä</select>Viisi",
        "<dl><dt>Yksi<dd>Kaksi<dt>Kolme<dd>Neljä</dl>Viisi<a href='rikki",
        "<p>Yksi<p hidden>Piilo<p>Kaksi<svg><text>Piilo</text><path/></svg><p>Kolme<p>Neljä<p>Viisi",
        "<p>Yksi<!-- <p>Piilo --><p>Kaksi<script>if (a<b) '<p>Piilo'</script><p>Kolme<p>Neljä<p>Viisi",
    ],
)
def test_tag_soup(soup: str) -> None:
    assert texts(soup) == ["Yksi", "Kaksi", "Kolme", "Neljä", "Viisi"]


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("R&amp;D &euro; &#8364; &#x20AC;", "R&D € € €"),
        ("AT&T &copy 2026 &notareference; 5 < 7 & 8 > 3", "AT&T © 2026 ¬areference; 5 < 7 & 8 > 3"),
        ("innovaatio&shy;toiminta ja innovaatio\u00adtoiminta", "innovaatiotoiminta ja innovaatiotoiminta"),
        ("<b>puoli</b>lihava ja<b> väli </b>lyönti", "puolilihava ja väli lyönti"),
        ("a\u0308a\u0308nitys ja O\u0308verby", "äänitys ja Överby"),
        ("\U0001f600 hymy &amp; toinen", "\U0001f600 hymy & toinen"),
    ],
)  # fmt: skip
def test_characters_however_they_are_written(written: str, read: str, assert_exact: Exact) -> None:
    html = f"<p>\n  {written}\n</p>"
    document = page(html)
    assert [block.text for block in document.blocks] == [read]
    assert_exact(html, document)


def test_attributes_resolve_entities_but_addresses_keep_their_parameters() -> None:
    html = '<a href="?a=1&copy=2&amp;lang=sv" title="Lue &quot;Opas&quot;">Opas</a>'
    document = page(html)
    assert document.meta.links[0].href == "?a=1&copy=2&lang=sv"
    assert ("aria-label", 'Lue "Opas"') in kinds(html)


def test_title_attribute_that_repeats_the_text_is_left_out() -> None:
    assert kinds('<p><a href="/x" title="Lue lisää">Lue lisää</a></p>') == [("link", "Lue lisää")]


def test_elements_that_only_their_layout_keeps_apart() -> None:
    assert texts("<div><span>16</span><span>kaupunkia</span></div>") == ["16 kaupunkia"]
    assert texts("<p><b>Lue lisää</b><i>Teemat</i></p>") == ["Lue lisää Teemat"]
    assert texts("<p><span>I</span>nno<span>kaupungit</span></p>") == ["Innokaupungit"]
    assert texts("<p>CO<sub>2</sub>-päästöt</p>") == ["CO2-päästöt"]


def test_what_is_named_but_not_shown() -> None:
    html = '<p>Teksti</p><iframe title="Video kirjastosta" src="x"></iframe>'
    assert kinds(html)[1] == ("aria-label", "Video kirjastosta")
    assert texts('<p>Teksti</p><svg aria-label="Kartta"><title>x</title></svg>')[1] == "Kartta"


def test_the_title_of_a_drawing_and_the_name_of_subtitles_are_read() -> None:
    html = (
        '<p>Kävijöitä <svg role="img"><title>Kuvaaja k&auml;vijöistä</title><text>1</text></svg> '
        'on paljon.</p><svg aria-hidden="true"><title>koriste</title></svg>'
        '<video><track label="Tekstitys suomeksi"><p>Selain ei tue videota.</p></video>'
        '<video hidden><track label="piilossa"></video>'
    )
    assert kinds(html) == [
        ("paragraph", "Kävijöitä on paljon."),
        ("alt", "Kuvaaja kävijöistä"),
        ("label", "Tekstitys suomeksi"),
    ]


def test_cells_of_a_table_are_numbered_in_their_rows() -> None:
    html = "<table><tr><th>Kaupunki<th>Asukkaita<tr><td>Oulu<td><p>215 000</p><p>noin</p></table>"
    cells = [(block.level, block.text) for block in page(html).blocks]
    assert cells == [
        (1, "Kaupunki"),
        (2, "Asukkaita"),
        (1, "Oulu"),
        (2, "215 000"),
        (2, "noin"),
    ]


def test_text_of_a_link_around_several_blocks() -> None:
    html = '<a href="/t"><h3>Teemat</h3><p>Kestävä siirtymä.</p><img alt="Puisto"></a>'
    assert page(html).meta.links[0].text == "Teemat Kestävä siirtymä."
    assert page("<p>x</p><a href=/y><img alt='Etusivu'></a>").meta.links[0].text == "Etusivu"


def test_ids_are_unique_and_kept() -> None:
    html = '<h2 id="a">Yksi</h2><p>Kaksi</p><p id="a">Kolme</p><li id="b"><p>Neljä</p></li>'
    assert [block.id for block in page(html).blocks] == ["a", "2", "3", "b"]


@pytest.mark.parametrize(
    ("html", "advice"),
    [
        ("<html><head><title>Sovellus</title></head><body><div id=root></div>", "script"),
        ("<frameset><frame src=a.html></frameset>", "frames"),
        ("<!-- vain huomautus -->", "script"),
    ],
)
def test_page_without_text_is_refused_with_advice(html: str, advice: str) -> None:
    with pytest.raises(EmptyInputError, match=advice):
        page(html)


def test_deep_nesting_and_unclosed_markup_take_linear_time() -> None:
    depth = 10_000
    assert texts("<div>" * depth + "syvällä" + "</div>" * depth) == ["syvällä"]
    assert texts("<b><i><ul><li>" * depth + "syvällä") == ["syvällä"]
    assert texts("alku<p>" + '<a b="' * 50_000) == ["alku"]
    assert texts("alku<p>" + "<!" * 50_000 + "<" * 50_000) == ["alku"]
    assert texts("alku<p>" + "&amp" * 50_000)[0] == "alku"
    assert len(texts("<td>a" * depth)) == depth


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        ("<p>Pääsykoe</p>".encode(), "utf-8"),
        (b"\xef\xbb\xbf" + "<p>Pääsykoe</p>".encode(), "utf-8"),
        ("<p>Pääsykoe</p>".encode("utf-16"), "utf-16"),
        ("<p>Pääsykoe</p>".encode("utf-16-be"), "utf-16-be"),
        ('<meta charset="iso-8859-1"><p>Pääsykoe</p>'.encode("latin-1"), "cp1252"),
        ('<meta charset="iso-8859-1"><p>Pääsykoe</p>'.encode(), "utf-8"),
        ('<meta charset="utf-8"><p>Pääsykoe</p>'.encode("latin-1"), "cp1252"),
        ('<?xml version="1.0" encoding="iso-8859-15"?><p>Pääsykoe</p>'.encode("latin-1"), "iso8859-15"),
        ("<p>Pääsykoe – ”ä”</p>".encode("cp1252"), "cp1252"),
    ],
)  # fmt: skip
def test_charset_is_found_whatever_the_page_declares(data: bytes, encoding: str) -> None:
    document = ingest.read(data, "a.html")
    assert isinstance(document, Document)
    assert document.blocks[-1].text.startswith("Pääsykoe")
    assert document.meta.encoding == encoding


def test_damaged_bytes_of_a_page_are_replaced_as_in_a_browser() -> None:
    data = "<p>Pääsykoe on maaliskuussa, ilmoittaudu </p>".encode() + b"<p>nyt \xe4</p>"
    document = ingest.read(data, "a.html")
    assert isinstance(document, Document)
    assert document.blocks[1].text == "nyt \ufffd"
    assert ("unreadable-bytes", "1") in document.meta.extra
