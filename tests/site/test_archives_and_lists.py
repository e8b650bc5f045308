"""Web archives, sitemaps, saved folders and lists of pairs."""

import gzip
import io
from pathlib import Path

import pytest
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from kielipari.config import Config
from kielipari.errors import EmptyInputError, InputError
from kielipari.gather import gather
from kielipari.model import Parity
from kielipari.site import pairs_file, sitemap, warc

# warcio leaves the temporary files of the records it writes to the garbage collector.
pytestmark = [
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),
    pytest.mark.filterwarnings("ignore::ResourceWarning"),
]
BASE = "https://kunta.example"
TEXTS = {
    "fi": "Kirjasto on auki arkisin. Kortti on maksuton kaikille asukkaille.",
    "sv": "Biblioteket är öppet på vardagar. Kortet är avgiftsfritt för alla invånare.",
}


def html(lang: str, head: str = "") -> bytes:
    return (
        f'<html lang="{lang}"><head>{head}</head><body><p>{TEXTS[lang]}</p></body></html>'.encode()
    )


def archive(
    path: Path, *records: tuple[str, str, dict[str, str], bytes], packed: bool = True
) -> None:
    with path.open("wb") as stream:
        writer = WARCWriter(stream, gzip=packed)
        writer.write_record(writer.create_warcinfo_record("a.warc", {"software": "test"}))
        for address, status, headers, body in records:
            http = StatusAndHeaders(status, list(headers.items()), protocol="HTTP/1.1")
            writer.write_record(
                writer.create_warc_record(
                    address, "response", payload=io.BytesIO(body), http_headers=http
                )
            )


HTML = {"Content-Type": "text/html; charset=utf-8"}


@pytest.mark.parametrize("packed", [True, False])
def test_a_web_archive_is_audited_like_a_site(tmp_path: Path, *, packed: bool) -> None:
    path = tmp_path / ("a.warc.gz" if packed else "a.warc")
    link = {"Link": f'<{BASE}/sv/gammal>; rel="alternate"; hreflang="sv"'}
    archive(
        path,
        (f"{BASE}/fi/kirjasto", "200 OK", HTML | link, html("fi")),
        (f"{BASE}/sv/gammal", "301 Moved", {"Location": "/sv/bibliotek"}, b""),
        (f"{BASE}/sv/bibliotek", "200 OK", HTML | {"Content-Encoding": "gzip"}, gzip.compress(html("sv"))),
        (f"{BASE}/kuva.png", "200 OK", {"Content-Type": "image/png"}, b"\x89PNG"),
        (f"{BASE}/fi/puuttuu", "404 Not Found", HTML, b"<p>Ei ole.</p>"),
        packed=packed,
    )  # fmt: skip
    gathered = gather([str(path)], Config(root=tmp_path), source_lang="fi", target_lang="sv")
    (pair,) = gathered.pairs
    assert (pair.source_uri, pair.target_uri) == (f"{BASE}/fi/kirjasto", f"{BASE}/sv/bibliotek")
    assert pair.found_by == "hreflang"
    assert gathered.problems == ()


def test_an_archive_that_is_cut_off_gives_what_it_has(tmp_path: Path) -> None:
    path = tmp_path / "a.warc.gz"
    archive(
        path,
        (f"{BASE}/fi/a", "200 OK", HTML, html("fi")),
        (f"{BASE}/sv/a", "200 OK", HTML, html("sv") * 200),
    )
    path.write_bytes(path.read_bytes()[:-60])
    found = warc.pages(path, "a.warc.gz")
    assert f"{BASE}/fi/a" in {page.uri for page in found.pages}
    assert found.problems


@pytest.mark.parametrize("data", [b"", b"not an archive", b"\x1f\x8b\x08garbage", b"\x00" * 5000])
def test_what_is_no_archive_is_one_sentence(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "a.warc.gz"
    path.write_bytes(data)
    with pytest.raises(InputError) as caught:
        warc.pages(path, "a.warc.gz")
    assert "\n" not in str(caught.value)


def test_an_archive_without_pages_says_so(tmp_path: Path) -> None:
    path = tmp_path / "a.warc"
    archive(path, (f"{BASE}/a.png", "200 OK", {"Content-Type": "image/png"}, b"x"), packed=False)
    with pytest.raises(EmptyInputError, match="no page"):
        warc.pages(path, "a.warc")


SITEMAP = f"""<?xml version="1.0"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">
<url><loc>{BASE}/fi/kirjasto</loc><lastmod>2026-05-03</lastmod>
<xhtml:link rel="alternate" hreflang="sv" href="{BASE}/sv/bibliotek"/></url></urlset>""".encode()


def test_a_folder_with_its_sitemap_is_paired_by_it(tmp_path: Path) -> None:
    for name, lang in (("fi/kirjasto.html", "fi"), ("sv/bibliotek.html", "sv")):
        (tmp_path / name).parent.mkdir()
        (tmp_path / name).write_bytes(html(lang))
    (tmp_path / "sitemap.xml").write_bytes(SITEMAP)
    (tmp_path / "fi" / "kirjasto_files").mkdir()
    (tmp_path / "fi" / "kirjasto_files" / "saved_resource.html").write_bytes(html("fi"))
    gathered = gather([str(tmp_path)], Config(root=tmp_path), source_lang="fi", target_lang="sv")
    (pair,) = gathered.pairs
    assert pair.found_by == "hreflang"
    assert pair.source is not None
    assert pair.source.meta.modified == "2026-05-03"


def test_sitemaps_are_read_packed_too() -> None:
    for data in (SITEMAP, gzip.compress(SITEMAP)):
        assert sitemap.is_sitemap(data)
        (entry,) = sitemap.read(data, "s").pages
        assert entry.address == f"{BASE}/fi/kirjasto"
        assert entry.said.alternates[0].lang == "sv"


@pytest.mark.parametrize(
    "data",
    [
        b"<urlset>",
        b"<urlset xmlns='x'/>",
        b'<!DOCTYPE a [<!ENTITY x SYSTEM "outside.txt">]><urlset><url><loc>&x;</loc></url></urlset>',
        gzip.compress(b"<urlset>")[:-9],
    ],
)
def test_bad_sitemaps_are_one_sentence(data: bytes) -> None:
    with pytest.raises(InputError):
        sitemap.read(data, "sitemap.xml")


def test_a_sitemap_that_unpacks_without_end_is_refused() -> None:
    bomb = gzip.compress(b"<urlset>" + b" " * 120_000_000)
    with pytest.raises(InputError, match="100 MB"):
        sitemap.read(bomb, "sitemap.xml.gz")


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_pairs_are_read_from_a_csv(tmp_path: Path, delimiter: str) -> None:
    rows = [
        ["fi", "sv", "parity"],
        [f"{BASE}/a", f"{BASE}/b", "abridged"],
        ["x.html", "y.html", ""],
    ]
    path = tmp_path / "parit.csv"
    path.write_text("\ufeff" + "\n".join(delimiter.join(row) for row in rows), encoding="utf-8")
    first, second = pairs_file.read(path)
    assert first.path("sv") == f"{BASE}/b"
    assert first.parity is Parity.ABRIDGED
    assert second.path("fi") == str((tmp_path / "x.html").resolve())


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "nothing"),
        ("fi;sv\n", "no pairs"),
        ("a;b;c\nx;y;z", "two languages"),
        ("fi;sv\nhttps://a.example/\n", "one page only"),
        ("fi;sv;parity\na;b;half", "parity"),
    ],
)
def test_a_bad_list_of_pairs_is_one_sentence(tmp_path: Path, text: str, said: str) -> None:
    path = tmp_path / "parit.csv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match=said):
        pairs_file.read(path)
