"""Files, folders and standard input: what is read, what is passed over, what is refused."""

import io
import os
import subprocess
import sys
from pathlib import Path

import pytest

from kielipari import ingest
from kielipari.errors import EmptyInputError, InputError
from kielipari.model import Bitext, Document

ROOT = Path(__file__).parent.parent.parent
SHARED = ROOT.parent / "shared"


@pytest.mark.parametrize(
    ("uri", "data", "format_"),
    [
        ("a.html", b"hei", "html"),
        ("A.HTM", b"hei", "html"),
        ("https://example.fi/fi/sivu.aspx?id=1", b"<!doctype html><p>hei", "html"),
        ("https://example.fi/sivu.html?x=.po", b"hei", "html"),
        ("-", b"<p>hei</p><p>taas</p>", "html"),
        ("-", b'# x\nmsgid "a"\nmsgstr "b"\n', "po"),
        ("-", b"# Otsikko\n\nTeksti", "markdown"),
        ("-", "Tavallista tekstiä, 3 < 5.".encode(), "text"),
        ("README", "Tavallista tekstiä.".encode("utf-16"), "text"),
    ],
)
def test_format_by_name_else_by_content(uri: str, data: bytes, format_: str) -> None:
    assert ingest.read(data, uri).meta.format == format_


def test_the_caller_may_name_the_format() -> None:
    assert ingest.read(b"<p>hei</p>", "a.html", format="text").meta.format == "text"
    with pytest.raises(InputError, match="use one of html, markdown"):
        ingest.read(b"hei", "a.html", format="wordperfect")


@pytest.mark.parametrize(
    ("path", "readable"),
    [
        ("fi/sivu.html", True),
        ("sv.po", True),
        ("/home/.piilo/tyo/sivu.html", True),
        (".sivu.html", False),
        (".git/sivu.html", False),
        ("sivu_files/mainos.html", False),
        ("sivu_tiedostot/mainos.html", False),
        ("/tallennetut/sivu_filer/mainos.html", False),
        ("kuva.png", False),
        ("package.json", False),
        ("sivu", False),
    ],
)
def test_what_a_folder_scan_takes(path: str, readable: bool) -> None:  # noqa: FBT001 (a table)
    assert ingest.is_readable(path) is readable
    assert ingest.is_readable(Path(path)) is readable


def test_loading_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "a.txt"
    file.write_bytes(b"hei")
    assert ingest.load(file) == b"hei"
    assert ingest.load(str(file)) == b"hei"
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"moi")))
    assert ingest.load("-") == b"moi"


@pytest.mark.parametrize(
    ("name", "advice"),
    [
        ("puuttuu.txt", "no such file"),
        (".", "folder"),
        ("a\0b", "cannot be read"),
        ("x" * 999, "too long"),
    ],
)
def test_what_cannot_be_loaded(tmp_path: Path, name: str, advice: str) -> None:
    with pytest.raises(InputError, match=advice) as caught:
        ingest.load(tmp_path / name)
    assert caught.value.path == str(tmp_path / name)
    assert "\n" not in str(caught.value)


def test_empty_and_forbidden_files(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.touch()
    with pytest.raises(EmptyInputError):
        ingest.load(file)
    file.write_bytes(b"hei")
    file.chmod(0)
    if os.access(file, os.R_OK):
        pytest.skip("whoever runs this may read every file")
    with pytest.raises(InputError, match="permission"):
        ingest.load(file)


def test_a_huge_file_is_refused_without_reading_it(tmp_path: Path) -> None:
    file = tmp_path / "suuri.txt"
    with file.open("wb") as stream:
        stream.truncate(200_000_000)
    with pytest.raises(InputError, match="larger than 100 MB"):
        ingest.load(file)
    with pytest.raises(InputError, match="larger than 1 MB"):
        ingest.load(file, limit=1024 * 1024)


def test_importing_the_room_loads_no_reader() -> None:
    heavy = "{'markdown_it', 'polib', 'translate', 'lxml', 'docx', 'kielipari.ingest.html'}"
    code = f"import sys, kielipari.ingest; print(sorted({heavy} & set(sys.modules)))"
    done = subprocess.run(
        [sys.executable, "-c", code], check=True, capture_output=True, text=True, cwd=ROOT
    )
    assert done.stdout.strip() == "[]"


def _shared_files() -> list[Path]:
    folders = [SHARED / "seeds", SHARED / "data" / "pages", SHARED / "data" / "locales"]
    return sorted(p for folder in folders for p in folder.rglob("*") if p.is_file())


def test_real_files_are_read_and_placed_exactly(assert_exact) -> None:  # type: ignore[no-untyped-def] # noqa: ANN001
    files = _shared_files()
    if not files:
        pytest.skip("the shared data is not here: ../shared/data")
    for file in files:
        if not ingest.is_readable(file):
            continue
        read = ingest.read(ingest.load(file), file.name)
        count = len(read.blocks) if isinstance(read, Document) else len(read.units)
        assert count >= 3, file
        if isinstance(read, Document) or read.meta.format == "po":
            assert_exact(file.read_text(encoding="utf-8"), read)
        assert isinstance(read, Document | Bitext)
