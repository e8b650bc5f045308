"""Bad input gets one clear sentence and exit code 2; a bad file among many does not stop the rest."""

from pathlib import Path

import pytest

from kielipari.cli import main

FI = "Ohjelma julkaistaan syyskuussa.\n\nKaupungit sopivat tavoitteista yhdessä.\n"
SV = "Programmet publiceras i september.\n\nStäderna kommer överens om målen tillsammans.\n"
GLOSSARY = "concept,lang,term\nhakemus,fi,hakemus\nhakemus,sv,ansökan\n"


def run(capsys: pytest.CaptureFixture[str], *words: object) -> tuple[int, str, str]:
    with pytest.raises(SystemExit) as left:
        main([str(word) for word in words])
    said = capsys.readouterr()
    assert "Traceback" not in said.err
    assert isinstance(left.value.code, int)
    return left.value.code, said.out, said.err


def write(path: Path, text: str, encoding: str = "utf-8") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode(encoding))
    return path


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def one_sentence(err: str, *parts: str) -> None:
    lines = [line for line in err.splitlines() if line.strip()]
    assert len(lines) == 1, err
    assert all(part in lines[0] for part in parts), err


def test_missing_file(capsys: pytest.CaptureFixture[str]) -> None:
    code, _, err = run(capsys, "check", "ei-ole.po")
    assert code == 2
    one_sentence(err, "ei-ole.po")


def test_empty_file(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(here / "tyhja.po", "")
    code, _, err = run(capsys, "check", "tyhja.po")
    assert code == 2
    one_sentence(err, "tyhja.po", "nothing in it")


def test_folder_with_nothing_to_read(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(here / "kuvat" / "a.png", "x")
    code, _, err = run(capsys, "audit", "kuvat")
    assert code == 2
    one_sentence(err, "kuvat", "nothing to read")


def test_nothing_named_and_nothing_configured(capsys: pytest.CaptureFixture[str]) -> None:
    code, _, err = run(capsys, "check")
    assert code == 2
    one_sentence(err, "nothing to check")


def test_two_files_in_one_language(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(here / "a.txt", FI)
    write(here / "b.txt", FI.replace("syyskuussa", "lokakuussa"))
    code, _, err = run(capsys, "audit", "a.txt", "b.txt")
    assert code == 2
    one_sentence(err, "a.txt", "b.txt", "same language")


def test_po_with_a_syntax_error(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(here / "rikki.po", 'msgid "Hae"\nmsgstr "Sök\n')
    code, _, err = run(capsys, "check", "rikki.po")
    assert code == 2
    one_sentence(err, "rikki.po")


@pytest.mark.parametrize("encoding", ["latin-1", "utf-16", "utf-8-sig"])
def test_other_encodings_are_read(
    here: Path, capsys: pytest.CaptureFixture[str], encoding: str
) -> None:
    write(here / "a.txt", FI, encoding)
    write(here / "b.txt", SV, encoding)
    code, out, err = run(capsys, "audit", "a.txt", "b.txt")
    assert (code, err) == (0, "")
    assert "translation" in out


def test_glossary_without_the_columns(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(here / "sanat.csv", "suomi,ruotsi\nhakemus,ansökan\n")
    write(here / "a.txt", FI)
    write(here / "b.txt", SV)
    code, _, err = run(capsys, "audit", "a.txt", "b.txt", "-g", "sanat.csv")
    assert code == 2
    one_sentence(err, "sanat.csv", "concept", "lang", "term")


def test_glossary_row_with_a_wrong_language(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(here / "sanat.csv", GLOSSARY + "päätös,fi,päätös\npäätös,se,beslut\n")
    write(here / "a.txt", FI)
    write(here / "b.txt", SV)
    code, _, err = run(capsys, "audit", "a.txt", "b.txt", "-g", "sanat.csv")
    assert code == 2
    one_sentence(err, "sanat.csv:5", "se", "sv")


def test_one_huge_line(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with (here / "a.txt").open("wb") as file:
        file.truncate(200 * 1024 * 1024)
    write(here / "b.txt", SV)
    code, _, err = run(capsys, "audit", "a.txt", "b.txt")
    assert code == 2
    assert "a.txt" in err
    assert "MB" in err


def test_a_bad_file_among_others_is_told_and_the_rest_goes_on(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(here / "sivut/fi/a.txt", FI)
    write(here / "sivut/sv/a.txt", SV)
    write(here / "sivut/sv/rikki.po", 'msgid "Hae"\nmsgstr "Sök\n')
    code, out, _ = run(capsys, "audit", "sivut")
    assert code == 2
    assert "rikki.po" in out
    assert "translation" in out


@pytest.mark.parametrize(
    ("words", "part"),
    [
        (["check", "--format", "pdf"], "pdf"),
        (["check", "--lang", "de"], "'de' is not one of 'en', 'fi', 'sv'"),
        (["check", "--select", "V999"], "V999"),
        (["explain", "term-not-usd"], "term-not-used"),
        (["check", "--format", "json", "--format", "text"], "standard output"),
    ],
)
def test_wrong_usage(
    here: Path, capsys: pytest.CaptureFixture[str], words: list[str], part: str
) -> None:
    write(here / "kielipari.toml", '[[content]]\npath = "{lang}.txt"\n')
    write(here / "fi.txt", FI)
    write(here / "sv.txt", SV)
    code, _, err = run(capsys, *words)
    assert code == 2
    one_sentence(err, part)
