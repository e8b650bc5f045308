"""XLIFF of every kind, TMX and tables with two languages."""

from collections.abc import Callable
from pathlib import Path

import pytest

from kielipari import ingest
from kielipari.errors import EmptyInputError, InputError
from kielipari.model import Bitext, Document, InlineKind, Place, Unit, UnitState

Exact = Callable[[str, Document | Bitext], None]
SHARED = Path(__file__).parent.parent.parent.parent / "shared" / "data" / "locales"

XLIFF_1 = """<?xml version="1.0" encoding="UTF-8"?>
<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">
 <file source-language="fi" target-language="sv-FI" original="sivu.html" datatype="html">
  <header><note>ei tämä</note></header>
  <body>
   <trans-unit id="a">
    <source>
      Kirjasto on <g id="1">auki</g>
      klo <x id="AIKA"/> &amp; aina.
    </source>
    <target state="needs-review-translation">Biblioteket är <g id="1">öppet</g> kl. <x id="AIKA" equiv-text="t"/> &amp; alltid.</target>
    <note>kielipari-ignore: V104 kello on muuttuja</note>
    <alt-trans alttranstype="previous-version"><source>Kirjasto on kiinni.</source></alt-trans>
   </trans-unit>
   <group id="g"><trans-unit id="b" approved="yes"><source>Hei, <ph id="0">{nimi}</ph>!</source>
     <target>Hej, <ph id="0">{nimi}</ph>!</target></trans-unit>
   <trans-unit id="c"><source>Uutiset</source><target/></trans-unit></group>
   <trans-unit id="d" translate="no"><source>x</source></trans-unit>
   <trans-unit id="e" xml:space="preserve"><source>kaksi  väliä</source><target>två  blank</target></trans-unit>
  </body>
 </file>
</xliff>
"""

XLIFF_2 = """<xliff version="2.0" xmlns="urn:oasis:names:tc:xliff:document:2.0" srcLang="fi" trgLang="sv">
 <file id="f">
  <unit id="u1" name="tervehdys">
   <notes><note>Näkyy etusivulla</note></notes>
   <originalData><data id="d1">{nimi}</data></originalData>
   <segment id="s1" state="translated"><source>Hei <ph id="1" dataRef="d1"/>.</source>
    <target>Hej <ph id="1" dataRef="d1"/>.</target></segment>
   <ignorable><source> </source></ignorable>
   <segment id="s2" state="final"><source>Lue <pc id="2">lisää</pc>.</source>
    <target>Läs <pc id="2">mer</pc>.</target></segment>
  </unit>
  <unit id="u2"><segment state="initial"><source>Sulje</source></segment></unit>
 </file>
</xliff>
"""

SDLXLIFF = """<?xml version="1.0" encoding="utf-8"?>
<xliff xmlns:sdl="http://sdl.com/FileTypes/SdlXliff/1.0" xmlns="urn:oasis:names:tc:xliff:document:1.2" version="1.2" sdl:version="1.0">
<file original="a.docx" source-language="fi-FI" target-language="sv-SE"><header><reference><internal-file form="base64">UEsDBA==</internal-file></reference></header><body>
<trans-unit id="t0" translate="no"><source><x id="0"/></source></trans-unit>
<trans-unit id="t1"><source><g id="1">Museo on suljettu. Kahvila on auki.</g></source><seg-source><g id="1"><mrk mtype="seg" mid="1">Museo on suljettu.</mrk> <mrk mtype="seg" mid="2">Kahvila on auki.</mrk></g></seg-source><target><g id="1"><mrk mtype="seg" mid="1">Museet är stängt.</mrk> <mrk mtype="seg" mid="2"/></g></target>
<sdl:seg-defs><sdl:seg id="1" conf="ApprovedTranslation"/><sdl:seg id="2" conf="Draft"/></sdl:seg-defs></trans-unit>
</body></file></xliff>
"""

MQXLIFF = """<xliff version="1.2" xmlns:mq="MQXliff" xmlns="urn:oasis:names:tc:xliff:document:1.2">
<file original="a.docx" source-language="fi" target-language="sv"><body>
<trans-unit id="1" mq:status="ManuallyConfirmed"><source xml:space="preserve">Ota yhteyttä <bpt id="1" ctype="bold">{}</bpt>nyt<ept id="1">{}</ept></source><target xml:space="preserve">Ta kontakt <bpt id="1" ctype="bold">{}</bpt>nu<ept id="1">{}</ept></target></trans-unit>
<trans-unit id="2" mq:status="PartiallyEdited"><source>Soita</source><target>Ring</target></trans-unit>
</body></file></xliff>
"""

TMX = """<?xml version="1.0" encoding="UTF-8"?>
<tmx version="1.4"><header srclang="fi-FI" datatype="plaintext"/><body>
 <tu tuid="k1"><note>lakikieltä</note>
  <tuv xml:lang="fi-FI"><seg>Kirjasto on <bpt i="1">&lt;b&gt;</bpt>auki<ept i="1">&lt;/b&gt;</ept>.</seg></tuv>
  <tuv xml:lang="EN"><seg>The library is open.</seg></tuv>
  <tuv xml:lang="sv-FI"><seg>Biblioteket är <bpt i="1">&lt;b&gt;</bpt>öppet<ept i="1">&lt;/b&gt;</ept>.</seg></tuv>
 </tu>
 <tu><tuv xml:lang="fi"><seg>Hei</seg></tuv></tu>
</body></tmx>
"""

CSV = """avain;fi;sv;note
otsikko;Kirjasto;Bibliotek;
lainaus;"Hän sanoi ""hei"";
ja lähti";"Hon sa ""hej"";
och gick";ei kiirettä
tyhja;Uutiset;;
"""


def bitext(content: str, uri: str, lang: str | None = None) -> Bitext:
    read = ingest.read(content.encode(), uri, lang=lang)
    assert isinstance(read, Bitext)
    return read


def sides(unit: Unit) -> tuple[str, str]:
    return "".join(s.text for s in unit.source), "".join(s.text for s in unit.target)


def test_xliff_1() -> None:
    read = bitext(XLIFF_1, "a.xlf")
    assert (read.source_lang, read.target_lang, read.meta.declared_lang) == ("fi", "sv", "sv-FI")
    assert [(unit.id, unit.state, *sides(unit)) for unit in read.units] == [
        (
            "a",
            UnitState.NEEDS_REVIEW,
            'Kirjasto on <g id="1">auki</g> klo <x id="AIKA"/> & aina.',
            'Biblioteket är <g id="1">öppet</g> kl. <x id="AIKA"/> & alltid.',
        ),
        ("b", UnitState.FINAL, "Hei, {nimi}!", "Hej, {nimi}!"),
        ("c", UnitState.UNTRANSLATED, "Uutiset", ""),
        ("e", UnitState.TRANSLATED, "kaksi  väliä", "två  blank"),
    ]
    first, second, *_ = read.units
    assert [(s.rule, s.reason, s.place.line) for s in first.suppressions] == [
        ("V104", "kello on muuttuja", 12)
    ]
    assert first.previous_source == "Kirjasto on kiinni."
    block = second.target[0].block
    assert [(i.kind, block.text[i.start : i.end]) for i in block.inlines] == [
        (InlineKind.PLACEHOLDER, "{nimi}")
    ]


def test_places_in_xliff() -> None:
    source = bitext(XLIFF_1, "a.xlf").units[0].source[0]
    for word, place in (
        ("Kirjasto", Place(8, 7)),
        ("auki", Place(8, 29)),
        ("klo", Place(9, 7)),
        ("&", Place(9, 26)),
        ("aina", Place(9, 32)),
    ):
        assert source.place(source.text.index(word)) == place


def test_xliff_2() -> None:
    read = bitext(XLIFF_2, "a.xliff")
    assert (read.source_lang, read.target_lang) == ("fi", "sv")
    assert [(unit.id, unit.key, unit.state, *sides(unit)) for unit in read.units] == [
        ("u1:s1", "u1", UnitState.TRANSLATED, "Hei {nimi}.", "Hej {nimi}."),
        (
            "u1:s2",
            "u1",
            UnitState.FINAL,
            'Lue <pc id="2">lisää</pc>.',
            'Läs <pc id="2">mer</pc>.',
        ),
        ("u2", "u2", UnitState.UNTRANSLATED, "Sulje", ""),
    ]
    assert (read.units[0].notes, read.units[0].context) == (("Näkyy etusivulla",), "tervehdys")


def test_segments_of_trados() -> None:
    read = bitext(SDLXLIFF, "a.docx.sdlxliff")
    assert [(unit.id, unit.key, unit.state, *sides(unit)) for unit in read.units] == [
        ("t1:1", "t1", UnitState.FINAL, "Museo on suljettu.", "Museet är stängt."),
        ("t1:2", "t1", UnitState.UNTRANSLATED, "Kahvila on auki.", ""),
    ]


def test_states_of_memoq() -> None:
    read = bitext(MQXLIFF, "a.mqxliff")
    assert [(unit.state, *sides(unit)) for unit in read.units] == [
        (UnitState.TRANSLATED, "Ota yhteyttä {}nyt{}", "Ta kontakt {}nu{}"),
        (UnitState.NEEDS_REVIEW, "Soita", "Ring"),
    ]


def test_tmx_pairs_the_language_asked_for() -> None:
    read = bitext(TMX, "muisti.tmx", lang="sv")
    assert (read.source_lang, read.target_lang) == ("fi", "sv")
    assert [(unit.id, unit.key, unit.state, *sides(unit)) for unit in read.units] == [
        (
            "k1",
            "k1",
            UnitState.TRANSLATED,
            "Kirjasto on <b>auki</b>.",
            "Biblioteket är <b>öppet</b>.",
        ),
        ("2", None, UnitState.UNTRANSLATED, "Hei", ""),
    ]
    assert bitext(TMX, "muisti.tmx").target_lang == "en"


def test_a_table_with_two_languages() -> None:
    read = bitext(CSV, "tekstit.csv")
    assert (read.source_lang, read.target_lang) == ("fi", "sv")
    assert [(unit.key, unit.state, unit.notes, *sides(unit)) for unit in read.units] == [
        ("otsikko", UnitState.TRANSLATED, (), "Kirjasto", "Bibliotek"),
        (
            "lainaus",
            UnitState.TRANSLATED,
            ("ei kiirettä",),
            'Hän sanoi "hei";\nja lähti',
            'Hon sa "hej";\noch gick',
        ),
        ("tyhja", UnitState.UNTRANSLATED, (), "Uutiset", ""),
    ]
    assert read.units[0].target[0].place() == Place(2, 18)
    assert read.units[1].target[0].place() == Place(4, 12)
    assert read.units[1].target[0].place(15).line == 5
    assert bitext("source,target\nHei,Hej\n", "a.csv", lang="sv").target_lang == "sv"


@pytest.mark.parametrize("ending", ["\n", "\r\n"])
@pytest.mark.parametrize(
    ("content", "uri"),
    [
        (XLIFF_1, "a.xlf"),
        (XLIFF_2, "a.xlf"),
        (CSV, "a.csv"),
        (SDLXLIFF, "a.sdlxliff"),
        (MQXLIFF, "a.mqxliff"),
        (TMX, "a.tmx"),
    ],
)
def test_characters_stand_where_the_block_says(
    content: str, uri: str, ending: str, assert_exact: Exact
) -> None:
    content = content.replace("\n", ending)
    assert_exact(content, bitext(content, uri))


LAUGHS = """<!DOCTYPE xliff [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]>
<xliff version="1.2"><file source-language="fi"><body>
<trans-unit id="1"><source>&b;</source></trans-unit></body></file></xliff>"""


@pytest.mark.parametrize(
    ("uri", "content", "advice", "line"),
    [
        ("a.xlf", XLIFF_1.replace("</body>", ""), "mismatched tag", 21),
        ("a.xlf", LAUGHS, "declares entities", 1),
        ("a.xlf", "<html/>", "not <xliff>", None),
        ("a.xlf", "<xliff>" + "<g>" * 100_000, "nested", 1),
        ("a.xlf", "", "empty", None),
        ("a.tmx", "<tmx><body>", "broken", 1),
        ("a.tmx", "<xliff/>", "not <tmx>", None),
        ("a.csv", "concept,lang,term\na,fi,kirja\n", "first row", 1),
        ("a.csv", 'fi,sv\nHei,"Hej\n', "mend the row", 2),
        ("a.csv", "fi,sv\nHei," + "x" * 200_000, "mend the row", 2),
    ],
)
def test_a_broken_file_is_refused_in_one_sentence(
    uri: str, content: str, advice: str, line: int | None
) -> None:
    with pytest.raises(InputError, match=advice) as caught:
        ingest.read(content.encode(), uri)
    assert (caught.value.path, caught.value.line) == (uri, line)
    assert "\n" not in caught.value.message


@pytest.mark.parametrize(
    ("uri", "content"),
    [
        ("a.xlf", '<xliff version="1.2"><file><body/></file></xliff>'),
        ("a.xlf", '<xliff version="2.0"/>'),
        ("a.tmx", "<tmx><body/></tmx>"),
        ("a.csv", "fi,sv\n"),
    ],
)
def test_a_file_without_units_is_refused(uri: str, content: str) -> None:
    with pytest.raises(EmptyInputError):
        ingest.read(content.encode(), uri)


def test_translate_toolkit_reads_the_same_of_real_files() -> None:
    if not SHARED.is_dir():
        pytest.skip("the shared data is not here: ../shared/data")
    xliff = pytest.importorskip("translate.storage.xliff")
    for file in sorted(SHARED.glob("**/*.xlf")):
        theirs = [
            (unit.getid().rpartition("\x04")[2], str(unit.target))
            for unit in xliff.xlifffile.parsestring(file.read_bytes()).units
        ]
        ours = [
            (unit.id, sides(unit)[1]) for unit in bitext(file.read_text("utf-8"), file.name).units
        ]
        assert [key for key, _ in ours] == [key for key, _ in theirs]
        for (_, target), (_, other) in zip(ours, theirs, strict=True):
            words = target.split()
            assert set(other.split()) <= set(words) or "<x" in target
