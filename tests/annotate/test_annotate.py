"""``--annotate``: findings as comments in the file, and nothing else of it changed."""

from collections.abc import Callable
from pathlib import Path

import polib
import pytest

from kielipari.cli import main

PO = """# Käännös kesken, kysy Liisalta.
msgid ""
msgstr ""
"Language: sv\\n"
"Content-Type: text/plain; charset=UTF-8\\n"

# Rubriken på startsidan.
#. Shown on top of the page
#: index.html:12
#, python-format
msgid "Ohjelmassa on 16 kaupunkia"
msgstr ""
"I programmet "
"finns 19 städer"

msgid "Tallenna muutokset"
msgstr ""

#: list.html:3
msgid "Sulje ikkuna"
msgstr "Stäng fönstret"

#~ msgid "Vanha teksti"
#~ msgstr "En gammal text"
"""

XLIFF_1 = """<?xml version="1.0" encoding="UTF-8"?>
<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">
  <file original="sivu.html" source-language="fi" target-language="sv" datatype="html">
    <body>
      <trans-unit id="n1">
        <source>Avoinna 16 kunnassa &amp; verkossa</source>
        <target>Öppet i 19 kommuner &amp; på nätet</target>
        <note from="Liisa">Etusivulla</note>
      </trans-unit>
      <trans-unit id="n2"><source>Tallenna muutokset</source><target></target></trans-unit>
      <trans-unit id="n3">
        <source>Sulje ikkuna</source>
        <target>Stäng fönstret</target>
      </trans-unit>
    </body>
  </file>
</xliff>
"""

XLIFF_2 = """<?xml version="1.0" encoding="UTF-8"?>
<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0" srcLang="fi" trgLang="sv">
  <file id="f1">
    <unit id="1">
      <segment>
        <source>Ohjelmassa on 16 kaupunkia.</source>
        <target>I programmet finns 19 städer.</target>
      </segment>
    </unit>
    <unit id="2">
      <notes>
        <note id="a">Painikkeessa</note>
      </notes>
      <segment><source>Tallenna muutokset</source></segment>
    </unit>
    <unit id="3"><segment><source>Sulje 3 ovea.</source><target>Stäng 5 dörrar.</target></segment></unit>
  </file>
</xliff>
"""

Check = Callable[..., tuple[int, str, str]]


@pytest.fixture
def check(
    tmp_path: Path,
    cache_home: Path,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
) -> Check:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("KIELIPARI_CACHE_DIR", str(cache_home))

    def run(*words: str) -> tuple[int, str, str]:
        with pytest.raises(SystemExit) as left:
            main(["check", *words])
        said = capfd.readouterr()
        assert "Traceback" not in said.err
        assert isinstance(left.value.code, int)
        return left.value.code, said.out, said.err

    return run


def test_po_is_the_same_but_for_the_comment_lines(tmp_path: Path, check: Check) -> None:
    file = tmp_path / "sv.po"
    file.write_text(PO, encoding="utf-8")
    code, _, err = check("sv.po", "--annotate")
    assert code == 1
    assert "sv.po: 2 comments written" in err
    lines = file.read_text(encoding="utf-8").splitlines(keepends=True)
    ours = [line for line in lines if line.startswith("# kielipari: ")]
    assert "".join(line for line in lines if line not in ours) == PO
    first, second = ours
    assert first.startswith("# kielipari: error V101 number-mismatch: 16 in the source, 19 here")
    assert "U101" in second
    at = lines.index(first)
    assert lines[at - 1] == "# Rubriken på startsidan.\n"  # behind the translator's own comments
    assert lines[at + 1] == "#. Shown on top of the page\n"
    entry = polib.pofile(str(file)).find("Ohjelmassa on 16 kaupunkia")
    assert entry is not None
    assert entry.tcomment.splitlines()[0] == "Rubriken på startsidan."
    assert "16 in the source" in entry.tcomment


@pytest.mark.parametrize(("name", "text"), [("sv.po", PO), ("a.xlf", XLIFF_1), ("b.xlf", XLIFF_2)])
def test_a_second_run_changes_nothing_and_a_mended_text_has_no_comment(
    tmp_path: Path, check: Check, name: str, text: str
) -> None:
    file = tmp_path / name
    file.write_text(text, encoding="utf-8")
    check(name, "--annotate")
    annotated = file.read_bytes()
    assert annotated != text.encode()
    _, _, err = check(name, "--annotate")
    assert "as before" in err
    assert file.read_bytes() == annotated
    _, _, err = check(name, "--annotate", "--ignore", "V,U,D")
    assert "0 comments written in place of" in err
    assert file.read_bytes() == text.encode()


def test_the_report_gives_the_lines_of_the_annotated_file(tmp_path: Path, check: Check) -> None:
    for name, text in (("sv.po", PO), ("a.xlf", XLIFF_1), ("b.xlf", XLIFF_2)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    _, first, _ = check("sv.po", "a.xlf", "b.xlf", "--annotate")
    _, second, _ = check("sv.po", "a.xlf", "b.xlf")
    assert first == second


def test_what_a_tool_folded_is_replaced_as_a_whole(tmp_path: Path, check: Check) -> None:
    file = tmp_path / "sv.po"
    file.write_text(PO, encoding="utf-8")
    check("sv.po", "--annotate")
    polib.pofile(str(file), wrapwidth=50).save()
    assert sum(line.startswith("# ") for line in file.read_text().splitlines()) > 6
    check("sv.po", "--annotate")
    text = file.read_text(encoding="utf-8")
    assert text.count("# kielipari: ") == 2
    assert sum(line.startswith("# ") for line in text.splitlines()) == 4


@pytest.mark.parametrize(
    ("encoding", "end"),
    [("utf-8-sig", "\r\n"), ("latin-1", "\n"), ("utf-16", "\n"), ("utf-8", "\r")],
)
def test_encoding_and_line_ends_stay(tmp_path: Path, check: Check, encoding: str, end: str) -> None:
    file = tmp_path / "sv.po"
    text = PO.replace("UTF-8", "ISO-8859-1" if encoding == "latin-1" else "UTF-8")
    file.write_bytes(text.replace("\n", end).encode(encoding))
    _, _, err = check("sv.po", "--annotate")
    assert "2 comments written" in err
    written = file.read_bytes()
    lines = written.decode(encoding).split(end)
    assert (
        "".join(line + "\n" for line in lines if not line.startswith("# kielipari: "))[:-1] == text
    )
    assert not {"\r", "\n"} - set(end) & set(written.decode(encoding))


def test_an_excerpt_silences_nothing(tmp_path: Path, check: Check) -> None:
    file = tmp_path / "sv.po"
    file.write_text(
        PO.replace("Sulje ikkuna", "kielipari-ignore: V101 kielipari-ignore: U102").replace(
            "Stäng fönstret", "kielipari-ignore: V101 kielipari-ignore: U102"
        ),
        encoding="utf-8",
    )
    first = check("sv.po", "--annotate")[1]
    assert check("sv.po")[1] == first


def test_two_catalogues_are_annotated_where_they_are_mended(tmp_path: Path, check: Check) -> None:
    for lang, text in (("fi", "Avoinna 16 kunnassa"), ("sv", "Öppet i 19 kommuner")):
        (tmp_path / f"{lang}.po").write_text(
            f'msgid ""\nmsgstr "Language: {lang}\\nX-Source-Language: en\\n"\n\n'
            f'msgid "Open in 16 municipalities"\nmsgstr "{text}"\n',
            encoding="utf-8",
        )
    check("fi.po", "sv.po", "--annotate")
    assert "# kielipari" not in (tmp_path / "fi.po").read_text(encoding="utf-8")
    assert "# kielipari: error V101" in (tmp_path / "sv.po").read_text(encoding="utf-8")


def test_files_that_hold_no_comments_stay_as_they_are(tmp_path: Path, check: Check) -> None:
    (tmp_path / "fi.json").write_text('{"a": "Avoinna 16 kunnassa"}', encoding="utf-8")
    (tmp_path / "sv.json").write_text('{"a": "Öppet i 19 kommuner"}', encoding="utf-8")
    code, _, err = check("fi.json", "sv.json", "--annotate")
    assert code == 2
    assert "PO and XLIFF" in err
    (tmp_path / "sv.po").write_text(PO, encoding="utf-8")
    code, _, err = check("fi.json", "sv.json", "sv.po", "--annotate")
    assert code == 1
    assert "fi.json" in err


def test_since_would_take_comments_away_that_still_hold(tmp_path: Path, check: Check) -> None:
    (tmp_path / "sv.po").write_text(PO, encoding="utf-8")
    code, _, err = check("sv.po", "--annotate", "--since", "HEAD")
    assert code == 2
    assert "--since" in err


@pytest.mark.parametrize(
    ("text", "schema"),
    [(XLIFF_1, "xliff-core-1.2-strict.xsd"), (XLIFF_2, "xliff_core_2.0.xsd")],
)
def test_annotated_xliff_is_valid(tmp_path: Path, check: Check, text: str, schema: str) -> None:
    schemas = Path(__file__).parents[3] / "shared" / "schemas" / "xliff"
    if not schemas.is_dir():
        pytest.skip("the schemas of XLIFF are not beside the repository")
    from lxml import etree  # noqa: PLC0415 only where there is a schema

    file = tmp_path / "a.xlf"
    file.write_text(text, encoding="utf-8")
    check("a.xlf", "--annotate")
    assert b"kielipari" in file.read_bytes()
    etree.XMLSchema(etree.parse(schemas / schema)).assertValid(etree.parse(file))
