"""The commands as a user types them, in a folder with a glossary and two small pages."""

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from kielipari.cli import main

GLOSSARY = """concept,lang,term,status
ekosysteemisopimus,fi,ekosysteemisopimus,preferred
ekosysteemisopimus,sv,ekosystemavtal,preferred
ekosysteemisopimus,sv,ekosystemkontrakt,deprecated
innokaupunki,fi,Innokaupungit,preferred
innokaupunki,sv,Innostäder,preferred
"""
FI = """<!doctype html><html lang="fi"><head><title>Sopimukset</title></head><body><main>
<h1>Ekosysteemisopimukset</h1>
<p>Innokaupungit ovat tehneet ekosysteemisopimuksia valtion kanssa.
Sopimuksia on 16 kappaletta. Ne ovat voimassa vuoden 2027 loppuun.</p>
</main></body></html>"""
SV = """<!doctype html><html lang="sv"><head><title>Avtal</title></head><body><main>
<h1>Ekosystemavtal</h1>
<p>Innostäderna har ingått ekosystemavtal med staten.
Avtalen är 18 till antalet. De gäller till utgången av år 2027.</p>
</main></body></html>"""
CONFIG = """glossary = ["termit.csv"]
[[content]]
path = "{lang}.html"
"""


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name, text in (
        ("termit.csv", GLOSSARY),
        ("fi.html", FI),
        ("sv.html", SV),
        ("kielipari.toml", CONFIG),
    ):
        (tmp_path / name).write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(capsysbinary: pytest.CaptureFixture[bytes], *words: str) -> tuple[int, str]:
    with pytest.raises(SystemExit) as left:
        main(list(words))
    out, err = capsysbinary.readouterr()
    assert isinstance(left.value.code, int), err
    return left.value.code, out.decode()


def test_check_and_audit_find_the_same(capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    reports = [run(capsysbinary, name, "--format", "json") for name in ("check", "audit")]
    assert [code for code, _ in reports] == [1, 1]
    check, audit = (json.loads(out) for _, out in reports)
    assert check["findings"] == audit["findings"]
    (finding,) = audit["findings"]
    assert (finding["rule"], finding["code"]) == ("number-mismatch", "V101")
    assert finding["target"]["path"] == "sv.html"
    assert (finding["target"]["line"], finding["target"]["column"]) == (4, 12)
    target = finding["target"]
    assert target["text"][target["start"] : target["end"]] == "18"
    assert audit["pairs"][0]["relation"] == "translation"
    assert audit["pairs"][0]["coverage"] == 1.0
    assert {"concept": "innokaupunki", "source": 1, "target": 1} in audit["pairs"][0]["terms"]


def test_the_order_of_two_files_does_not_matter(
    capsysbinary: pytest.CaptureFixture[bytes],
) -> None:
    one = run(capsysbinary, "audit", "fi.html", "sv.html", "--format", "json")
    other = run(capsysbinary, "audit", "sv.html", "fi.html", "--format", "json")
    assert json.loads(one[1])["findings"] == json.loads(other[1])["findings"]


def test_several_formats_at_once(here: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    code, out = run(
        capsysbinary, "check", "--format", "text", "--format", "json=a.json", "--fail-on", "never"
    )
    assert code == 0
    assert "V101" in out
    assert json.loads((here / "a.json").read_text(encoding="utf-8"))["findings"]


def test_a_folder_for_the_html_report_is_made(
    here: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    with pytest.raises(SystemExit):
        main(["audit", "--format", "html=raportti/", "--fail-on", "never"])
    assert sorted(path.name for path in (here / "raportti").iterdir()) == ["index.html", "p1.html"]
    said = capsysbinary.readouterr().err.decode()
    assert "wrote raportti/index.html, and beside it what it links to" in said


def test_a_folder_within_a_folder_that_is_not_there_is_refused(
    capsysbinary: pytest.CaptureFixture[bytes],
) -> None:
    code, _ = run(capsysbinary, "audit", "--format", "html=ei/ole/", "--fail-on", "never")
    assert code == 2


def test_selected_and_ignored_rules(capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    assert run(capsysbinary, "check", "--select", "T")[0] == 0
    assert run(capsysbinary, "check", "--ignore", "V101")[0] == 0
    assert run(capsysbinary, "check", "--select", "number-mismatch")[0] == 1


def test_match_prints_a_hit_a_line(here: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    (here / "teksti.txt").write_text(
        "Mikä on sopimus?\nInnokaupunkien ekosysteemisopimuksissa sovitaan.\n", encoding="utf-8"
    )
    code, out = run(capsysbinary, "match", "teksti.txt", "--lang", "fi", "--format", "jsonl")
    assert code == 0
    assert [json.loads(line) for line in out.splitlines()] == [
        {
            "line": 2,
            "start": 0,
            "end": 14,
            "concept": "innokaupunki",
            "term": "Innokaupungit",
            "form": "Innokaupunkien",
            "how": "inflected",
        },
        {
            "line": 2,
            "start": 15,
            "end": 38,
            "concept": "ekosysteemisopimus",
            "term": "ekosysteemisopimus",
            "form": "ekosysteemisopimuksissa",
            "how": "inflected",
        },
    ]


@pytest.mark.parametrize("word", ["ekosysteemisopimuksissa", "Ekosystemavtalens"])
def test_term_shows_the_concept_for_any_form(
    capsysbinary: pytest.CaptureFixture[bytes], word: str
) -> None:
    code, out = run(capsysbinary, "term", word)
    assert code == 0
    assert "ekosystemkontrakt  deprecated, do not use" in out
    assert "Innostäderna har ingått ekosystemavtal med staten." in out


def test_an_unknown_term_gets_the_nearest(capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    code, out = run(capsysbinary, "term", "ekosysteemisopimis")
    assert code == 0
    assert "Nearest: ekosysteemisopimus" in out


def test_align_lines_puts_every_line_into_one_bead(
    here: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    fi = "Ekosysteemisopimus tehtiin vuonna 2021.\n\nKaupungit tekevät yhteistyötä.\n"
    sv = "Ekosystemavtalet ingicks år 2021.\nStäderna samarbetar.\n"
    (here / "a.txt").write_text(fi, encoding="utf-8")
    (here / "b.txt").write_text(sv, encoding="utf-8")
    code, out = run(capsysbinary, "align", "a.txt", "b.txt", "--lines", "--format", "tsv")
    beads = [line.split("\t") for line in out.splitlines()]
    assert code == 0
    assert [bead[:2] for bead in beads] == [["0", "0"], ["1", ""], ["2", "1"]]
    assert all(len(bead) == 3 and 0 <= float(bead[2]) <= 1 for bead in beads)


def test_align_lines_says_where_both_files_are_in_one_language(
    here: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    first = "Kunta järjestää päivähoidon lapsille.\nHakemus on jätettävä ajoissa.\n"
    (here / "a.txt").write_text(first, encoding="utf-8")
    (here / "b.txt").write_text("Kaupunki tarjoaa palveluja asukkaille.\n", encoding="utf-8")
    with pytest.raises(SystemExit) as left:
        main(["align", "a.txt", "b.txt", "--lines"])
    out, err = capsysbinary.readouterr()
    assert left.value.code == 0
    assert b"\t" in out
    assert err.decode().count("\n") == 1
    assert "a.txt and b.txt seem to be in the same language (fi)" in err.decode()


def test_align_many_pairs_into_a_folder(
    here: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    (here / "a.txt").write_text("Kaupunki kasvaa.\n", encoding="utf-8")
    (here / "b.txt").write_text("Staden växer.\n", encoding="utf-8")
    (here / "list").write_text(
        "a.txt\tb.txt\teka\na.txt\tei-ole.txt\ttoka\na.txt\tb.txt\tkolmas.json\n", encoding="utf-8"
    )
    code, _ = run(capsysbinary, "align", "--lines", "--pairs", "list", "-o", "ulos")
    assert code == 2
    assert (here / "ulos" / "eka.tsv").read_text(encoding="utf-8").startswith("0\t0\t")
    assert json.loads((here / "ulos" / "kolmas.json").read_text(encoding="utf-8"))["beads"]
    assert not (here / "ulos" / "toka.tsv").exists()


def test_glossary_lint_and_convert(here: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    code, out = run(capsysbinary, "glossary", "lint")
    assert code == 0
    assert re.search(r"Nothing to mend in the glossary’s \d+ terms", out)
    assert run(capsysbinary, "glossary", "convert", "termit.csv", "termit.tbx")[0] == 0
    assert run(capsysbinary, "glossary", "convert", "termit.tbx", "uusi.csv")[0] == 0
    rows = (here / "uusi.csv").read_text(encoding="utf-8")
    assert "ekosysteemisopimus,sv,ekosystemkontrakt,deprecated" in rows


def test_the_tool_explains_itself(capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    assert "T101  term-not-used" in run(capsysbinary, "rules")[1]
    page = run(capsysbinary, "explain", "V101")[1]
    assert "Why:" in page
    assert "What to do:" in page
    examples = run(capsysbinary, "explain", "D106")[1].partition("Reported:")[2]
    lines = examples.partition("To leave it out")[0].splitlines()
    assert '      msgid "Museo sulkeutuu tunnin aiemmin."' in lines, (
        "in line with what it goes on from"
    )
    assert "\n\n\n" not in examples
    assert json.loads(run(capsysbinary, "schema", "report")[1])["$schema"]


def test_help_fits_a_terminal_and_teaches_by_example(
    run: Callable[..., tuple[int, str, str]],
) -> None:
    overview = run("--help")[1].partition("Commands:")[2]
    assert "..." not in overview, "what a command is for is told in full"
    names = re.findall(r"^  (\w+)  ", overview, re.MULTILINE)
    assert len(names) > 12
    for name in names:
        said = run(name, "--help")[1]
        assert max(map(len, said.splitlines())) <= 100, name
        assert "Example" in said or name == "glossary", f"{name} shows no example"
