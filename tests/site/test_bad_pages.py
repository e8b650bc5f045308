"""Pages as they should not be: the audit goes on and says what it could not read."""

import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from kielipari.config import Config
from kielipari.gather import gather
from kielipari.report import render
from kielipari.run import Request, run
from kielipari.site.said import answered, is_gone

if TYPE_CHECKING:
    from kielipari.model import Report

GOOD = {
    "fi": "<h1>Kirjasto</h1><p>Kirjasto on auki arkisin kello 9–19, ja kortti on maksuton.</p>",
    "sv": "<h1>Biblioteket</h1><p>Biblioteket är öppet vardagar kl. 9–19 och kortet är gratis.</p>",
}
EVIL = "\"><script>alert('x')</script>"
BAD = {
    "skripti.html": (
        b"<html><body><div id=app></div><script>start()</script></body></html>",
        "script",
    ),
    "kehykset.html": (b"<html><frameset><frame src=a.html></frameset></html>", "frames"),
    "tyhja.html": (b"", "nothing"),
    "kuva.html": (b"\x89PNG\r\n\x1a\n" + bytes(500), "PNG"),
    "roska.html": (bytes(range(256)) * 40, "binary"),
    "kirja.html": (b"<p>" + b"Sana ja toinen sana. " * 120_000, "million characters"),
}
ODD = {
    "syva.html": "<div>" * 10_000 + "<p>Syvällä on tekstiä, jota ihminen voi lukea.</p>",
    "merkisto.html": '<meta charset="iso-8859-1"><meta charset="utf-8"><p>Hyvää päivää, kaupunki.</p>',
    "otsikko.html": f"<title>{EVIL}</title><h1>{EVIL}</h1><p title='{EVIL[1:]}'>Tekstiä on tässä.</p>",
    "rikki.html": "<p>Alkaa <b>mutta <table><tr><td>ei lopu<p>koskaan</td <!-- ja jää kesken",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for lang, body in GOOD.items():
        (tmp_path / lang).mkdir()
        (tmp_path / lang / "kirjasto.html").write_text(f'<html lang="{lang}"><body>{body}', "utf-8")
    for name, (data, _) in BAD.items():
        (tmp_path / "fi" / name).write_bytes(data)
    for name, text in ODD.items():
        (tmp_path / "fi" / name).write_text(f'<html lang="fi"><body>{text}', "utf-8")
    return tmp_path


def test_what_can_be_read_is_audited_and_the_rest_is_named(folder: Path) -> None:
    gathered = gather([str(folder)], Config(root=folder), source_lang="fi", target_lang="sv")
    told = {Path(problem.path).name: problem.message for problem in gathered.problems}
    assert set(told) == set(BAD)
    for name, (_, word) in BAD.items():
        assert word in told[name], told[name]
        assert "\n" not in told[name]
    names = {Path(pair.source_uri or "").name for pair in gathered.pairs}
    assert names == {"kirjasto.html", *ODD}
    (pair,) = (p for p in gathered.pairs if p.target_uri)
    assert Path(pair.source_uri or "").name == "kirjasto.html"


def test_markup_in_titles_and_file_names_stays_text(
    tmp_path: Path, cache_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KIELIPARI_CACHE_DIR", str(cache_home))
    name = "<script>alert(1)<script>.html"
    for lang, body in GOOD.items():
        (tmp_path / lang).mkdir()
        page = (
            f'<html lang="{lang}"><head><title>{EVIL}</title></head><body>{body}<p>{lang}&lt;b&gt;'
        )
        (tmp_path / lang / name).write_text(page, "utf-8")
    report: Report = run(Request(Config(root=tmp_path), (str(tmp_path),)))
    html = render("html", report).decode()
    assert "<script>alert" not in html
    assert "&lt;script&gt;alert" in html


def test_thirty_megabytes_of_markup_are_read_in_seconds(tmp_path: Path) -> None:
    image = "data:image/png;base64," + "QUJD" * 7_500_000
    for lang, body in GOOD.items():
        (tmp_path / lang).mkdir()
        (tmp_path / lang / "a.html").write_text(
            f'<html lang="{lang}"><body>{body}<img alt="" src="{image}">', "utf-8"
        )
    start = time.process_time()
    gathered = gather([str(tmp_path)], Config(root=tmp_path), source_lang="fi", target_lang="sv")
    assert time.process_time() - start < 10
    assert len(gathered.pairs) == 1
    assert gathered.problems == ()


def test_a_page_whose_counterpart_cannot_be_read_is_not_called_alone(folder: Path) -> None:
    (folder / "sv" / "roska.html").write_text(f'<html lang="sv"><body>{GOOD["sv"]}', "utf-8")
    (folder / "sv" / "ensam.html").write_text(
        '<html lang="sv"><body><h1>Simhallen</h1><p>Simhallen är stängd i juli.</p>', "utf-8"
    )
    report = run(Request(Config(root=folder), (str(folder),), use_cache=False))
    alone = {
        Path(f.target.path).name for f in report.findings if f.rule == "missing-page" and f.target
    }
    assert alone == {"ensam.html"}
    assert "1 page has no Finnish version" in render("text", report).decode()
    assert "other version not read" in render("html", report).decode()


def test_what_the_server_does_not_have_is_missing_and_what_fails_is_not() -> None:
    assert is_gone(answered(404, "Not Found"))
    assert is_gone(answered(410, "Gone"))
    assert not is_gone(answered(503, "Service Unavailable"))
    assert not is_gone("the server did not answer within 2 seconds")
