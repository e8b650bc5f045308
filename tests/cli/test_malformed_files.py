"""A malformed file of every format is told in one sentence with its line, and the rest is checked."""

import io
import json
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., tuple[int, str, str]]
GOOD = 'msgid ""\nmsgstr "Language: sv\\n"\n\nmsgid "Hakutuloksia on 16"\nmsgstr "Det finns 19 träffar"\n'
LAUGHS = (
    '<?xml version="1.0"?>\n<!DOCTYPE x [<!ENTITY a "ha">\n<!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>\n'
    '<xliff version="1.2"><file><body><trans-unit id="1"><source>&b;</source></trans-unit></body></file></xliff>'
)


def bomb() -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        with archive.open("word/document.xml", "w") as part:
            for _ in range(400):
                part.write(b" " * 1_000_000)
    return packed.getvalue()


MALFORMED = {
    "a.po": ('msgid "Hae\nmsgstr "Sök"\n', "Line 1: "),
    "b.po": ('msgid "Hae"\n', "no msgstr"),
    "c.po": (GOOD.encode() + 'msgid "Näin"\nmsgstr "Så"\n'.encode("latin-1"), "save the"),
    "a.xlf": (LAUGHS, "declares entities"),
    "b.xlf": ("<xliff version='1.2'>\n<file>", "Line 2: "),
    "a.sdlxliff": ("plain", "XML is broken"),
    "a.tmx": ("<tmx><body>", "XML is broken"),
    "sv/a.csv": ('fi,sv\n"auki,öppen\n', "Line 2: "),
    "sv/a.json": ('{"a":\n ', "Line 2: "),
    "sv/b.json": ("[" * 100_000, "nested"),
    "sv/a.yml": ("a: [1,\n", "no valid YAML"),
    "values-sv/strings.xml": ("<resources>\n<string name='a'>x</resources>", "Line 2: "),
    "a.strings": ('"a" = "b"\n"c" "d";', "Line "),
    "a.stringsdict": ("<plist><dict>", "XML is broken"),
    "a.properties": ("a = hei\nb = \\uZZZZ\n", "Line 2: "),
    "sv/a.ini": ("[x\na = 1\n", "Line 1: "),
    "a.resx": ("<root>\n<data name='x'>", "Line 2: "),
    "a.xcstrings": ('{"strings": {}}', "sourceLanguage"),
    "a.docx": (b"PK\x03\x04 not really", "no DOCX"),
    "b.docx": (bomb(), "MB"),
    "a.txt": (b"\x00\x01\x02" * 100, "binary"),
}


@pytest.fixture(autouse=True)
def here(tmp_path: Path, cache_home: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("KIELIPARI_CACHE_DIR", str(cache_home))
    return tmp_path


def test_each_is_told_and_the_rest_is_checked(here: Path, run: Run) -> None:
    folder = here / "kaikki"
    for name, (content, _) in {**MALFORMED, "good.po": (GOOD, "")}.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content if isinstance(content, bytes) else content.encode())
    code, out, _ = run("check", "kaikki", "--format", "json")
    report = json.loads(out)
    assert code == 2
    assert [f["rule"] for f in report["findings"]] == ["number-mismatch"]
    told = {e["path"].removeprefix("kaikki/"): e for e in report["errors"]}
    assert set(told) == set(MALFORMED)
    for name, (_, part) in MALFORMED.items():
        error = told[name]
        assert part in error["message"], name
        assert "\n" not in error["message"]


def test_keys_that_stand_twice_are_told_and_the_last_counts(here: Path, run: Run) -> None:
    (here / "fi.json").write_text('{"a": "Sulje",\n "a": "Kpl 16"}', encoding="utf-8")
    (here / "sv.json").write_text('{"a": "Antal 19"}', encoding="utf-8")
    (here / "sv.po").write_text(GOOD + "\n" + GOOD[GOOD.index("msgid", 5) :], encoding="utf-8")
    code, out, _ = run("check", "fi.json", "sv.json", "sv.po", "--select", "V", "--format", "json")
    report = json.loads(out)
    assert code == 2
    assert len(report["findings"]) == 3
    assert [(e["path"], e["message"]) for e in report["errors"]] == [
        ("fi.json", "Line 2: “a” stands twice in the file; keep one of each"),
        ("sv.po", "Line 7: “Hakutuloksia on 16” stands twice in the file; keep one of each"),
    ]


def test_units_of_a_megabyte_and_ten_thousand_placeholders(here: Path, run: Run) -> None:
    text = [
        "Kaupunki myönsi hakijalle 16 euron tuen. ",
        "Staden beviljade sökanden ett stöd på 16 euro. ",
    ]
    units = [
        (text[0] * 25_000, text[1] * 22_000),
        ("a" * 1_000_000, "a" * 999_999 + "b"),
        ("%s {a} " * 10_000, "%s {a} " * 9_999 + "%d {b}"),
    ]
    entries = (f'msgid "{source}"\nmsgstr "{target}"\n' for source, target in units)
    (here / "sv.po").write_text(GOOD + "\n" + "\n".join(entries), encoding="utf-8")
    before = time.process_time()
    code, out, _ = run("check", "sv.po", "--no-cache", "--format", "json")
    assert time.process_time() - before < 60
    report = json.loads(out)
    assert code == 1, report["errors"]
    assert {"number-mismatch", "placeholder-mismatch"} <= {f["rule"] for f in report["findings"]}
