"""Learning from the translated interfaces of installed packages."""

import json
from collections.abc import Sequence
from pathlib import Path

import polib
import pytest

from kielipari.align import catalogues

ORIGINALS = ("Save", "Cancel", "%(count)s file", "Open", "PDF", "Draft")
TEXTS = {
    "fi": ("Tallenna", "Peruuta", "", "Avaa", "PDF", "Luonnos"),
    "sv_SE": ("Spara", "", "", "Öppna", "PDF", "Utkast"),
}


def catalogue(lang: str) -> polib.POFile:
    po = polib.POFile()
    po.metadata = {"Content-Type": "text/plain; charset=utf-8"}
    for original, text in zip(ORIGINALS, TEXTS[lang], strict=True):
        po.append(polib.POEntry(msgid=original, msgstr=text))
    po.append(polib.POEntry(msgid="Open", msgstr=f"({lang})", msgctxt="a door"))
    plural = {"fi": ("%d sivu", "%d sivua"), "sv_SE": ("%d sida", "%d sidor")}[lang]
    po.append(
        polib.POEntry(
            msgid="%d page", msgid_plural="%d pages", msgstr_plural=dict(enumerate(plural))
        )
    )
    for entry in po:
        if entry.msgid == "Draft" and lang == "fi":
            entry.flags.append("fuzzy")
    return po


@pytest.fixture
def packages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Three packages: with gettext's catalogues, with JSON, and with none."""
    for lang in TEXTS:
        folder = tmp_path / "lomake" / "locale" / lang / "LC_MESSAGES"
        folder.mkdir(parents=True)
        catalogue(lang).save(str(folder / "django.po"))
        catalogue(lang).save_as_mofile(str(folder / "django.mo"))
    static = tmp_path / "talo" / "translations"
    static.mkdir(parents=True)
    for lang, texts in {
        "fi-0a1b.json": {"light.on": "Valo palaa", "fan": "Tuuletin  käy", "name": "Wi-Fi"},
        "sv-77ff.json": {"fan": "Fläkten går", "light.on": "Lampan lyser", "name": "Wi-Fi"},
        "fi-core.json": {"x": "ei mitään"},
    }.items():
        (static / lang).write_text(json.dumps(texts), encoding="utf-8")
    (tmp_path / "tyhja").mkdir()
    for name in ("lomake", "talo", "tyhja"):
        info = tmp_path / f"{name}-1.0.dist-info"
        info.mkdir()
        (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n")
        files = [path for path in (tmp_path / name).rglob("*") if path.is_file()]
        rows = [f"{path.relative_to(tmp_path).as_posix()},," for path in files]
        (info / "RECORD").write_text("\n".join([*rows, f"{info.name}/RECORD,,"]) + "\n")
    monkeypatch.syspath_prepend(str(tmp_path))
    return tmp_path


def run(arguments: Sequence[str], output: Path) -> list[list[str]]:
    assert catalogues.main([*arguments, "-o", str(output)]) == 0
    return [json.loads(line) for line in output.read_text(encoding="utf-8").splitlines()]


def test_entries_translated_in_both_languages_are_aligned_in_their_order(packages: Path) -> None:
    rows = run(["lomake"], packages / "out" / "aligned.jsonl")
    assert [row[1:] for row in rows] == [
        ["Tallenna", "Spara"],
        ["Avaa", "Öppna"],
        ["(fi)", "(sv_SE)"],
        ["%d sivua", "%d sidor"],
    ]
    assert len({row[0] for row in rows}) == 1
    assert rows[0][0].startswith("lomake/")


def test_json_catalogues_are_aligned_by_key(packages: Path) -> None:
    rows = run(["talo"], packages / "aligned.jsonl")
    assert [row[1:] for row in rows] == [
        ["Valo palaa", "Lampan lyser"],
        ["Tuuletin käy", "Fläkten går"],
    ]


@pytest.mark.parametrize(
    ("name", "what"), [("tyhja", "no catalogue in both"), ("puuttuva", "is not installed")]
)
def test_a_package_without_catalogues_is_told(
    packages: Path, capsys: pytest.CaptureFixture[str], name: str, what: str
) -> None:
    assert catalogues.main([name, "-o", str(packages / "aligned.jsonl")]) == 2
    error = capsys.readouterr().err
    assert error.startswith(f"{name}: ")
    assert what in error
