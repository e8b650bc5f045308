"""Catalogues by key: what is read, where it stands, what is refused."""

import contextlib
from collections.abc import Callable
from pathlib import Path

import pytest

from kielipari import ingest
from kielipari.errors import EmptyInputError, InputError
from kielipari.model import Bitext, BlockKind, Document, InlineKind, Place

Exact = Callable[[str, Document | Bitext], None]
SHARED = Path(__file__).parent.parent.parent.parent / "shared" / "data" / "locales"

JSON = r"""{
  "valikko": {"etusivu": "Etusivu", "tyhja": "", "montako": 3, "ei": null},
  "luettelo": ["yksi", {"nimi": "kaksi \"kolme\"\n\u00e4\ud83d\ude00"}],
  "a.b": "\/polku"
}
"""

PROPERTIES = r"""# kielipari-ignore: V101 hinta on pyöristetty
otsikko = Kirjaston s\u00E4\u00E4nn\u00f6t
! kommentti
avain\ jossa\:väli:Arvo \
   jatkuu t\u00e4\u00e4ll\u00e4\n\
   ja viel\u00e4
tyhja=
pelkka
otsikko = Uusi = otsikko
"""

STRINGS = r"""/* kielipari-ignore: U102 nimi */
"tervetuloa" = "Tervetuloa \"%@\"\n\U00e4itienpäivään";
// yksirivinen
avain = "arvo";
"sama";
"monta
riviä" = "yksi
kaksi";
"""

ANDROID = r"""<?xml version="1.0" encoding="utf-8"?>
<resources xmlns:xliff="urn:oasis:names:tc:xliff:document:1.2">
    <!-- kielipari-ignore: T101 vanha nimi -->
    <string name="otsikko">Kirjaston
        säännöt &amp; ohjeet</string>
    <string name="nimi" translatable="false">Kirjasto</string>
    <string name="lainaus">\'Tule\n sisään\' <b>heti</b>  "väli  tallella" \u00e4</string>
    <string name="paikka">Hei <xliff:g id="nimi">%1$s</xliff:g>!</string>
    <string name="koodi"><![CDATA[<i>Lue</i> lisää]]></string>
    <string name="tyhja"/>
    <plurals name="kirjat"><item quantity="one">%d kirja</item>
        <item quantity="other">%d kirjaa</item></plurals>
    <string-array name="paivat"><item>ma</item><item>ti</item></string-array>
</resources>
"""

STRINGSDICT = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
<plist version="1.0"><dict>
  <key>%d books</key>
  <dict>
    <key>NSStringLocalizedFormatKey</key><string>%#@kirjat@</string>
    <key>kirjat</key>
    <dict>
      <key>NSStringFormatSpecTypeKey</key><string>NSStringPluralRuleType</string>
      <key>one</key><string>%d kirja</string>
      <key>other</key><string>%d kirjaa</string>
    </dict>
  </dict>
</dict></plist>
"""

YAML = """# kielipari-ignore: V101 hinta
fi:
  valikko:
    etusivu: Etusivu
    lainaus: "Kirjasto \\u00e4\\n: auki"
    yksinkertainen: 'Se on ''auki'''
    pitka: >
      Kirjasto on auki
      joka päivä.
    rivit: |
      yksi
      kaksi
  luettelo:
    - ensimmäinen
    - true
    - 12
"""

INI = """; kommentti
[etusivu]
otsikko = Kirjaston säännöt
kuvaus: "Mitä kirjastossa
 saa tehdä"

[muut]
tyhja =
"""


def read(content: str | bytes, uri: str) -> Document:
    data = content.encode() if isinstance(content, str) else content
    document = ingest.read(data, uri)
    assert isinstance(document, Document)
    return document


def entries(content: str | bytes, uri: str) -> dict[str, str]:
    document = read(content, uri)
    assert {block.kind for block in document.blocks} == {BlockKind.ENTRY}
    return {block.id: block.text for block in document.blocks}


def test_json() -> None:
    assert entries(JSON, "fi.json") == {
        "valikko.etusivu": "Etusivu",
        "valikko.tyhja": "",
        "luettelo[0]": "yksi",
        "luettelo[1].nimi": 'kaksi "kolme"\nä\U0001f600',
        "a.b": "/polku",
    }


def test_properties() -> None:
    assert entries(PROPERTIES, "fi.properties") == {
        "avain jossa:väli": "Arvo jatkuu täällä\nja vielä",
        "tyhja": "",
        "pelkka": "",
        "otsikko": "Uusi = otsikko",
    }
    assert read(PROPERTIES, "fi.properties").meta.extra == (
        ("duplicate-key", "9:otsikko"),
        ("suppress", "1:V101:hinta on pyöristetty"),
    )


def test_properties_in_latin_1() -> None:
    assert entries("nimi = Ääni ja väri".encode("latin-1"), "a.properties") == {
        "nimi": "Ääni ja väri"
    }


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_apple_strings(encoding: str) -> None:
    assert entries(STRINGS.encode(encoding), "Localizable.strings") == {
        "tervetuloa": 'Tervetuloa "%@"\näitienpäivään',
        "avain": "arvo",
        "sama": "sama",
        "monta\nriviä": "yksi\nkaksi",
    }


def test_android() -> None:
    document = read(ANDROID, "res/values-fi/strings.xml")
    assert {block.id: block.text for block in document.blocks} == {
        "otsikko": "Kirjaston säännöt & ohjeet",
        "lainaus": "'Tule\n sisään' <b>heti</b> väli tallella ä",
        "paikka": "Hei %1$s!",
        "koodi": "<i>Lue</i> lisää",
        "tyhja": "",
        "kirjat.one": "%d kirja",
        "kirjat.other": "%d kirjaa",
        "paivat[0]": "ma",
        "paivat[1]": "ti",
    }
    place = document.blocks[2]
    assert [(i.kind, place.text[i.start : i.end]) for i in place.inlines] == [
        (InlineKind.PLACEHOLDER, "%1$s")
    ]
    assert document.meta.extra == (("suppress", "3:T101:vanha nimi"),)


def test_stringsdict() -> None:
    assert entries(STRINGSDICT, "Localizable.stringsdict") == {
        "%d books.NSStringLocalizedFormatKey": "%#@kirjat@",
        "%d books.kirjat.one": "%d kirja",
        "%d books.kirjat.other": "%d kirjaa",
    }


def test_yaml_of_rails_names_its_language() -> None:
    document = read(YAML, "config/locales/fi.yml")
    assert (document.lang, document.meta.declared_lang) == ("fi", "fi")
    assert {block.id: block.text for block in document.blocks} == {
        "valikko.etusivu": "Etusivu",
        "valikko.lainaus": "Kirjasto ä\n: auki",
        "valikko.yksinkertainen": "Se on 'auki'",
        "valikko.pitka": "Kirjasto on auki joka päivä.\n",
        "valikko.rivit": "yksi\nkaksi\n",
        "luettelo[0]": "ensimmäinen",
    }


def test_ini() -> None:
    assert entries(INI, "fi.ini") == {
        "etusivu.otsikko": "Kirjaston säännöt",
        "etusivu.kuvaus": '"Mitä kirjastossa\nsaa tehdä"',
        "muut.tyhja": "",
    }


@pytest.mark.parametrize("ending", ["\n", "\r\n"])
@pytest.mark.parametrize(
    ("content", "uri"),
    [
        (JSON, "a.json"),
        (PROPERTIES, "a.properties"),
        (STRINGS, "a.strings"),
        (ANDROID, "strings.xml"),
        (STRINGSDICT, "a.stringsdict"),
        (INI, "a.ini"),
    ],
)
def test_every_character_stands_where_the_block_says(
    content: str, uri: str, ending: str, assert_exact: Exact
) -> None:
    content = content.replace("\n", ending)
    document = read(content, uri)
    assert_exact(content, document)


def test_places_in_json_and_properties() -> None:
    name = next(b for b in read(JSON, "a.json").blocks if b.id == "luettelo[1].nimi")
    assert [name.place(n) for n in (0, 6, 13, 14, 15)] == [
        Place(3, 34),
        Place(3, 40),
        Place(3, 49),
        Place(3, 51),
        Place(3, 57),
    ]
    value = read(PROPERTIES, "a.properties").blocks[0]
    assert value.place(value.text.index("jatkuu")) == Place(5, 4)
    assert value.place(value.text.index("vielä") + 4) == Place(6, 11)


def test_lines_in_yaml() -> None:
    blocks = {block.id: block for block in read(YAML, "fi.yml").blocks}
    assert blocks["valikko.etusivu"].place() == Place(4, 14)
    assert blocks["valikko.lainaus"].place(blocks["valikko.lainaus"].text.index("auki")).line == 5
    folded = blocks["valikko.pitka"]
    assert folded.place(folded.text.index("joka")) == Place(9, 7)
    assert blocks["valikko.rivit"].place(5) == Place(12, 7)


def test_arb_and_extension_files() -> None:
    arb = '{"@@locale": "sv", "titel": "Regler", "@titel": {"description": "Rubrik"}}'
    document = read(arb, "app_sv.arb")
    assert (document.lang, [block.id for block in document.blocks]) == ("sv", ["titel"])
    extension = '{"titel": {"message": "Regler", "description": "Rubrik"}}'
    assert entries(extension, "_locales/sv/messages.json") == {"titel.message": "Regler"}


def test_duplicate_keys_are_reported_and_the_last_counts() -> None:
    document = read('{"a": {"b": "yksi", "b": "kaksi"}}', "fi.json")
    assert [(block.id, block.text) for block in document.blocks] == [("a.b", "kaksi")]
    assert document.meta.extra == (("duplicate-key", "1:a.b"),)


@pytest.mark.parametrize(
    ("uri", "content", "advice", "line"),
    [
        ("a.json", '{"a": "b",\n"c" 1}', "JSON", 2),
        ("a.json", "[" * 100_000, "nested", None),
        ("a.json", '{"a": ' * 150 + '"b"' + "}" * 150, "nested", None),
        ("a.json", '{"a": 1' + "0" * 5000 + "}", "JSON", None),
        ("a.properties", "a = \\u00g1\n", "hexadecimal", 1),
        ("a.properties", "vain\ntekstiä\n", "key and a value", None),
        ("a.strings", '"a" = "b";\n"c" = ;\n', '"key" = "value"', 2),
        ("a.strings", '"a" = "b"\n"c" = "d";\n', '"key" = "value"', 1),
        ("strings.xml", "<resources>\n<string name='a'>b</resources>", "mismatched tag", 2),
        ("sitemap.xml", "<urlset><url/></urlset>", "<urlset>", None),
        ("a.stringsdict", "<dict/>", "property list", None),
        ("a.yml", "a: b\n  c: [\n", "YAML", 2),
        ("a.yml", "a: " + "[" * 100_000, "nested", None),
        ("a.yml", "- " * 100_000 + "a", "nested", None),
        ("a.yml", "a: \x07", "YAML", None),
        ("a.ini", "[a]\nb = c\nvain tekstiä\n", "key = value", 3),
    ],
)
def test_a_broken_file_is_refused_in_one_sentence(
    uri: str, content: str, advice: str, line: int | None
) -> None:
    with pytest.raises(InputError, match=advice) as caught:
        ingest.read(content.encode(), uri)
    assert (caught.value.path, caught.value.line) == (uri, line)
    assert "\n" not in caught.value.message
    assert len(caught.value.message) < 200


@pytest.mark.parametrize(
    ("uri", "content"),
    [
        ("a.json", "{}"),
        ("a.json", '{"a": 1}'),
        ("a.properties", "# vain huomautus\n"),
        ("a.strings", "/* vain huomautus */"),
        ("strings.xml", "<resources/>"),
        ("a.yml", "a: 1\n"),
        ("a.ini", "[a]\n"),
    ],
)
def test_a_file_without_texts_is_refused(uri: str, content: str) -> None:
    with pytest.raises(EmptyInputError):
        ingest.read(content.encode(), uri)


def test_entities_and_aliases_that_multiply_are_refused() -> None:
    laughs = '<!DOCTYPE r [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><resources>&b;</resources>'
    with pytest.raises(InputError, match="declares entities"):
        ingest.read(laughs.encode(), "strings.xml")
    outside = '<!DOCTYPE r [<!ENTITY a SYSTEM "outside.txt">]><resources>&a;</resources>'
    with pytest.raises(InputError, match="declares entities"):
        ingest.read(outside.encode(), "strings.xml")
    levels = "".join(f"l{n}: &l{n} [{', '.join([f'*l{n - 1}'] * 10)}]\n" for n in range(1, 9))
    with pytest.raises(InputError, match="aliases"):
        ingest.read(f"l0: &l0 [ha]\n{levels}".encode(), "a.yml")


@pytest.mark.parametrize("uri", ["a.json", "a.properties", "a.strings", "a.yml", "a.ini", "a.xml"])
def test_noise_is_refused_or_read_but_nothing_else(uri: str) -> None:
    for noise in ("\\" * 1000, '"' * 1001, "<" * 1000, "{[(" * 300, "=;:" * 300, "\ud7ff" * 100):
        with contextlib.suppress(InputError):
            assert ingest.read(noise.encode(), uri).uri == uri


@pytest.mark.parametrize(
    ("uri", "content"),
    [
        ("a.json", '{"a": "' + "\\\\" * 80_000 + '"}'),
        ("a.properties", "a = " + "\\\\" * 80_000 + "\n"),
        ("a.properties", "a" * 500_000 + " =b\n"),
        ("a.strings", '"a" = "' + "\\\\" * 80_000 + '";'),
        ("a.strings", "/*" + "*" * 500_000 + '*/ "a" = "b";'),
        ("a.ini", "a" * 500_000 + "=b"),
        ("strings.xml", "<resources><string name='a'>" + "&amp;\n" * 40_000 + "x</string></resources>"),
    ],
)  # fmt: skip
def test_very_long_texts_take_no_long_time(uri: str, content: str) -> None:
    assert len(read(content, uri).blocks) == 1


def test_translate_toolkit_reads_the_same_of_real_files() -> None:
    if not SHARED.is_dir():
        pytest.skip("the shared data is not here: ../shared/data")
    aresource = pytest.importorskip("translate.storage.aresource")
    jsonl10n = pytest.importorskip("translate.storage.jsonl10n")
    properties = pytest.importorskip("translate.storage.properties")
    for pattern, storage in (
        ("**/strings.xml", aresource.AndroidResourceFile),
        ("**/*.json", jsonl10n.JsonNestedFile),
        ("**/*.properties", properties.javautf8file),
    ):
        for file in sorted(SHARED.glob(pattern)):
            data = file.read_bytes()
            theirs = {
                unit.getid().removeprefix("."): str(unit.source).replace("\u00ad", "")
                for unit in storage.parsestring(data).units
                if unit.getid() and not unit.isheader()
            }
            ours = {b.id: b.text for b in read(data, file.name).blocks}
            keys = [key for key in theirs if key in ours]
            assert len(keys) >= 0.98 * len(theirs), file
            same = sum(" ".join(theirs[key].split()) == " ".join(ours[key].split()) for key in keys)
            assert same >= 0.98 * len(keys), file
