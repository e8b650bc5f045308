"""Every format from the command line: a wrong number and an empty text, found in their right place."""

import io
import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple

import docx
import pytest

Run = Callable[..., tuple[int, str, str]]
FI, SV, EMPTY = "Hakutuloksia on 16", "Det finns 19 träffar", "Tallenna muutokset"


class Case(NamedTuple):
    """Files by name; the file and the text before which the wrong number stands; what is empty.

    ``empty`` is where the missing translation is told, None for formats that cannot be empty.
    """

    files: Mapping[str, str]
    wrong: tuple[str, str]
    empty: tuple[str, str] | None


def place(text: str, needle: str) -> tuple[int, int]:
    """Line and column, from 1, of the first time a needle stands in a text."""
    before = text[: text.index(needle)]
    return before.count("\n") + 1, len(before) - before.rfind("\n")


def po(lang: str, hits: str, save: str, *, source: str = "") -> str:
    header = f'msgid ""\nmsgstr ""\n"Language: {lang}\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n'
    return (
        f'{header}\n#: list.html:3\nmsgid "{source or FI}"\nmsgstr ""\n"{hits}"\n\n'
        f'msgid "{"Save changes" if source else EMPTY}"\nmsgstr "{save}"\n'
    )


def xliff_1(unit: str, save: str) -> str:
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">\n'
        ' <file original="a" source-language="fi-FI" target-language="sv-FI" datatype="x">\n'
        f"  <body>\n{unit}\n{save}\n  </body>\n </file>\n</xliff>\n"
    )


SEGMENTED = f"""<trans-unit id="u1">
  <source>Tervetuloa. {FI}</source>
  <seg-source><mrk mtype="seg" mid="1">Tervetuloa.</mrk> <mrk mtype="seg" mid="2">{FI}</mrk></seg-source>
  <target><mrk mtype="seg" mid="1">Välkommen.</mrk>
  <mrk mtype="seg" mid="2">{SV}</mrk></target>
</trans-unit>"""
NOTHING = f'<trans-unit id="u2">\n<source>{EMPTY}</source>\n<target/></trans-unit>'


def json_of(hits: str, save: str) -> str:
    return f'{{\n  "list": {{"hits": "{hits}",\n    "save": "{save}"}}\n}}\n'


def android(hits: str, save: str) -> str:
    return (
        f'<resources>\n  <string name="hits">{hits}</string>\n'
        f'  <string name="save">{save}</string>\n</resources>\n'
    )


def strings(hits: str, save: str) -> str:
    return f'/* List */\n"hits" = "{hits}";\n"save" = "{save}";\n'


def stringsdict(hits: str) -> str:
    return (
        '<plist version="1.0"><dict><key>hits</key><dict><key>n</key><dict>\n'
        f"<key>NSStringFormatSpecTypeKey</key><string>NSStringPluralRuleType</string>\n"
        f"<key>other</key>\n<string>{hits}</string></dict></dict></dict></plist>\n"
    )


def properties(hits: str, save: str) -> str:
    return f"# List\nhits = {hits}\nsave = {save}\n"


def resx(hits: str, save: str) -> str:
    return (
        f'<root>\n<data name="hits"><value>{hits}</value></data>\n'
        f'<data name="save">\n<value>{save}</value></data>\n</root>\n'
    )


def rails(lang: str, hits: str, save: str) -> str:
    return f'{lang}:\n  list:\n    hits: "{hits}"\n    save: "{save}"\n'


def ini(hits: str, save: str) -> str:
    return f"[list]\nhits = {hits}\nsave = {save}\n"


BOTH_JSON = f'{{"fi": {json_of(FI, EMPTY)}, "sv": {json_of(SV, "")}}}'
LEAVES = f'{{"hits": {{"fi": "{FI}", "sv": "{SV}"}},\n "save": {{"fi": "{EMPTY}", "sv": ""}}}}'
XCSTRINGS = f"""{{
  "sourceLanguage" : "fi",
  "strings" : {{
    "{FI}" : {{
      "comment" : "Over the list",
      "localizations" : {{
        "sv" : {{ "stringUnit" : {{ "state" : "translated", "value" : "{SV}" }} }}
      }}
    }},
    "save" : {{ "localizations" : {{
      "fi" : {{ "stringUnit" : {{ "state" : "translated", "value" : "{EMPTY}" }} }},
      "sv" : {{ "stringUnit" : {{ "state" : "new", "value" : "" }} }}
    }} }},
    "OK" : {{ "shouldTranslate" : false }}
  }},
  "version" : "1.0"
}}
"""
XLIFF_2 = (
    '<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0" srcLang="fi" trgLang="sv">\n'
    f'<file id="f"><unit id="1"><segment>\n<source>{FI}</source>\n<target>{SV}</target>\n'
    f'</segment></unit>\n<unit id="2"><segment><source>{EMPTY}</source>\n<target/></segment>'
    "</unit></file></xliff>\n"
)
TMX = (
    '<tmx version="1.4"><header srclang="fi"/>\n<body><tu>\n'
    f'<tuv xml:lang="fi"><seg>{FI}</seg></tuv>\n<tuv xml:lang="sv"><seg>{SV}</seg></tuv></tu>\n'
    f'<tu><tuv xml:lang="fi"><seg>{EMPTY}</seg></tuv><tuv xml:lang="sv"><seg/></tuv></tu>\n'
    "</body></tmx>\n"
)
CSV = f'key,fi,sv\nhits,{FI},{SV}\nsave,"{EMPTY}",\n'
PAGE = (
    '<html lang="{lang}"><head><title>{title}</title></head><body>\n<h1>{title}</h1>\n'
    "<p>{first}</p>\n<p>{second}</p>\n</body></html>\n"
)
TEXTS = {
    "fi": (
        "Kirjasto",
        "Kirjasto on auki joka arkipäivä.",
        "Kirjastossa on 16 lukusalia ja kahvila.",
    ),
    "sv": (
        "Biblioteket",
        "Biblioteket är öppet varje vardag.",
        "Biblioteket har 19 läsesalar och ett kafé.",
    ),
}


def page(lang: str) -> str:
    title, first, second = TEXTS[lang]
    return PAGE.format(lang=lang, title=title, first=first, second=second)


def text(lang: str, mark: str = "") -> str:
    title, first, second = TEXTS[lang]
    return f"{mark}{title}\n\n{first}\n\n{second}\n"


CASES = {
    "PO": Case({"sv.po": po("sv", SV, "")}, ("sv.po", SV), ("sv.po", EMPTY)),
    "two PO with English msgids": Case(
        {
            "fi.po": po("fi", FI, EMPTY, source="16 results"),
            "sv.po": po("sv", SV, "", source="16 results"),
        },
        ("sv.po", SV),
        ("sv.po", "Save changes"),
    ),
    "XLIFF 1.2": Case(
        {
            "a.xlf": xliff_1(
                f'<trans-unit id="u1"><source>{FI}</source>\n<target>{SV}</target></trans-unit>',
                NOTHING,
            )
        },
        ("a.xlf", SV),
        ("a.xlf", EMPTY),
    ),
    "XLIFF 2.0": Case({"a.xlf": XLIFF_2}, ("a.xlf", SV), ("a.xlf", EMPTY)),
    "SDLXLIFF": Case(
        {"a.sdlxliff": xliff_1(SEGMENTED, NOTHING)}, ("a.sdlxliff", SV), ("a.sdlxliff", EMPTY)
    ),
    "MQXLIFF": Case(
        {"a.mqxliff": xliff_1(SEGMENTED, NOTHING)}, ("a.mqxliff", SV), ("a.mqxliff", EMPTY)
    ),
    "TMX": Case({"a.tmx": TMX}, ("a.tmx", SV), ("a.tmx", EMPTY)),
    "CSV": Case({"a.csv": CSV}, ("a.csv", SV), ("a.csv", EMPTY)),
    "JSON": Case(
        {"fi.json": json_of(FI, EMPTY), "sv.json": json_of(SV, "")},
        ("sv.json", SV),
        ("sv.json", '"}\n}'),
    ),
    "JSON, both at the top": Case({"a.json": BOTH_JSON}, ("a.json", SV), ("a.json", '"}\n}\n}')),
    "JSON, both at each text": Case({"a.json": LEAVES}, ("a.json", SV), ("a.json", '"}}')),
    "string catalogue": Case(
        {"a.xcstrings": XCSTRINGS}, ("a.xcstrings", SV), ("a.xcstrings", '" } }\n    } }')
    ),
    "Android": Case(
        {
            "values-fi/strings.xml": android(FI, EMPTY),
            "values-sv/strings.xml": android(SV, ""),
        },
        ("values-sv/strings.xml", SV),
        ("values-sv/strings.xml", '<string name="save"'),
    ),
    "Android, the first language without a name": Case(
        {"values/strings.xml": android(FI, EMPTY), "values-sv/strings.xml": android(SV, "")},
        ("values-sv/strings.xml", SV),
        ("values-sv/strings.xml", '<string name="save"'),
    ),
    "Apple strings": Case(
        {"fi.lproj/A.strings": strings(FI, EMPTY), "sv.lproj/A.strings": strings(SV, "")},
        ("sv.lproj/A.strings", SV),
        ("sv.lproj/A.strings", '";\n\n'),
    ),
    "Apple plurals": Case(
        {"fi.lproj/A.stringsdict": stringsdict(FI), "sv.lproj/A.stringsdict": stringsdict(SV)},
        ("sv.lproj/A.stringsdict", SV),
        None,
    ),
    "properties": Case(
        {
            "messages.properties": properties(FI, EMPTY),
            "messages_sv.properties": properties(SV, ""),
        },
        ("messages_sv.properties", SV),
        ("messages_sv.properties", "\n\n"),
    ),
    "resx": Case(
        {"Res.resx": resx(FI, EMPTY), "Res.sv.resx": resx(SV, "")},
        ("Res.sv.resx", SV),
        ("Res.sv.resx", "<value></value>"),
    ),
    "Rails YAML": Case(
        {"fi.yml": rails("fi", FI, EMPTY), "sv.yml": rails("sv", SV, "")},
        ("sv.yml", SV),
        ("sv.yml", '"\n\n'),
    ),
    "YAML, both at the top": Case(
        {"a.yml": rails("fi", FI, EMPTY) + rails("sv", SV, "")}, ("a.yml", SV), ("a.yml", '"\n\n')
    ),
    "INI": Case(
        {"fi.ini": ini(FI, EMPTY), "sv.ini": ini(SV, "")}, ("sv.ini", SV), ("sv.ini", "\n\n")
    ),
    "HTML": Case({"fi.html": page("fi"), "sv.html": page("sv")}, ("sv.html", TEXTS["sv"][2]), None),
    "Markdown": Case(
        {"fi.md": text("fi", "# "), "sv.md": text("sv", "# ")}, ("sv.md", TEXTS["sv"][2]), None
    ),
    "text": Case({"fi.txt": text("fi"), "sv.txt": text("sv")}, ("sv.txt", TEXTS["sv"][2]), None),
}


@pytest.fixture
def here(tmp_path: Path, cache_home: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("KIELIPARI_CACHE_DIR", str(cache_home))
    return tmp_path


def findings(run: Run, *paths: str) -> dict[str, dict[str, dict[str, object]]]:
    """What the report says, by rule."""
    code, out, err = run("check", *paths, "--format", "json")
    report = json.loads(out)
    assert code == 1, err
    assert not report["errors"]
    assert len(report["pairs"]) == 1
    assert len({f["rule"] for f in report["findings"]}) == len(report["findings"])
    return {f["rule"]: f for f in report["findings"]}


@pytest.mark.parametrize("name", CASES)
def test_a_wrong_number_and_an_empty_text(name: str, here: Path, run: Run) -> None:
    case = CASES[name]
    for file, content in case.files.items():
        (here / file).parent.mkdir(exist_ok=True)
        (here / file).write_text(content, encoding="utf-8")
    found = findings(run, *case.files)
    expected = {"number-mismatch"} | ({"empty-translation"} if case.empty else set())
    assert set(found) == expected
    file, needle = case.wrong
    line, column = place(case.files[file], needle)
    side = found["number-mismatch"]["target"]
    assert (side["path"], side["line"], side["column"]) == (file, line, column + needle.index("19"))
    if case.empty:
        file, needle = case.empty
        side = found["empty-translation"]["target"] or found["empty-translation"]["source"]
        line, _ = place(case.files[file] + "\n", needle)
        assert (side["path"], side["line"]) == (file, line)


def test_docx_gives_the_paragraph(here: Path, run: Run) -> None:
    for lang, lines in TEXTS.items():
        document = docx.Document()
        for line in lines:
            document.add_paragraph(line)
        written = io.BytesIO()
        document.save(written)
        (here / f"{lang}.docx").write_bytes(written.getvalue())
    found = findings(run, "fi.docx", "sv.docx")
    assert set(found) == {"number-mismatch"}
    side = found["number-mismatch"]["target"]
    assert (side["path"], side["line"]) == ("sv.docx", 3)


def test_a_key_in_one_language_only(here: Path, run: Run) -> None:
    (here / "fi.json").write_text('{"a": "Sulje ikkuna",\n "b": "Avaa ikkuna"}', encoding="utf-8")
    (here / "sv.json").write_text('{"b": "Öppna fönstret",\n\n "c": "Byt namn"}', encoding="utf-8")
    code, out, _ = run("check", "fi.json", "sv.json", "--format", "json")
    told = json.loads(out)["findings"]
    assert code == 1
    assert [f["rule"] for f in told] == ["missing-key", "missing-key"]
    sides = [f["target"] or f["source"] for f in told]
    assert [(s["path"], s["line"]) for s in sides] == [("sv.json", 3), ("fi.json", 1)]


def test_a_plural_form_that_is_not_there(here: Path, run: Run) -> None:
    one = (
        'msgid ""\nmsgstr ""\n"Language: sv\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n'
        '"Plural-Forms: nplurals=2; plural=(n != 1);\\n"\n\n'
        'msgid "%d hakemus"\nmsgid_plural "%d hakemusta"\nmsgstr[0] "%d ansökan"\n'
    )
    (here / "one.po").write_text(one, encoding="utf-8")
    (here / "both.po").write_text(one + 'msgstr[1] "%d ansökningar"\n', encoding="utf-8")
    languages = ("--source-lang", "fi", "--target-lang", "sv")
    code, out, _ = run("check", "one.po", *languages, "--format", "json")
    assert code == 1
    assert [f["rule"] for f in json.loads(out)["findings"]] == ["invalid-plural"]
    code, out, err = run("check", "both.po", *languages, "--format", "json")
    assert (code, json.loads(out)["findings"]) == (0, []), err


@pytest.mark.parametrize("header", ["fi", "sv", ""])
def test_a_name_that_says_another_language_than_the_text(header: str, here: Path, run: Run) -> None:
    entries = [
        ("Ansökan ska lämnas in före utgången av mars.", "Hakemus on jätettävä ennen maaliskuun loppua."),
        ("Läs anvisningarna noga innan du börjar.", "Lue ohjeet huolellisesti, ennen kuin aloitat."),
    ]  # fmt: skip
    lines = [f'msgid "{source}"\nmsgstr "{target}"\n' for source, target in entries]
    top = f'msgid ""\nmsgstr ""\n"Language: {header}\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n'
    (here / "fi_sv.po").write_text("\n".join([top, *lines]), encoding="utf-8")
    code, out, err = run("check", "fi_sv.po", "--format", "json")
    report = json.loads(out)
    assert (code, report["findings"]) == (0, []), err
