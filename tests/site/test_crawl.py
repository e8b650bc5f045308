"""A site is crawled for real, over the loopback."""

import gzip
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Protocol

import pytest

from kielipari.config import Config
from kielipari.errors import InputError, UsageError
from kielipari.gather import load
from kielipari.site import warc
from kielipari.site.addresses import normal
from kielipari.site.crawl import run
from kielipari.site.crawl.guard import Guard, is_private
from kielipari.site.crawl.options import CrawlOptions, header
from kielipari.site.fetched import Fetch

pytest.importorskip("scrapy", reason="the crawl extra is not installed")


class Served(Protocol):
    """The site of the tests."""

    base: str
    asked: list[tuple[str, dict[str, str]]]

    @property
    def paths(self) -> list[str]: ...


Crawled = tuple[Served, Fetch, Path, list[tuple[str, dict[str, str]]]]
QUICK = CrawlOptions(delay=0, timeout=1, allow_private=True, page_bytes=2_000_000)
SECRETS = (("X-Avain", "salasana-42"), ("Cookie", "sessio=piilossa-77"))


@pytest.fixture(scope="module")
def crawled(site: Served, tmp_path_factory: pytest.TempPathFactory) -> Crawled:
    """Crawl the whole site once, as a member."""
    archive = tmp_path_factory.mktemp("crawl") / "site.warc.gz"
    options = CrawlOptions(
        delay=0, timeout=1, allow_private=True, page_bytes=2_000_000, headers=SECRETS,
        archive=archive, depth=100, pages=200,
    )  # fmt: skip
    fetched = run.crawl([f"{site.base}/"], options)
    return site, fetched, archive, list(site.asked)


def test_every_page_that_is_linked_or_listed_is_fetched_once(crawled: Crawled) -> None:
    site, fetched, _, asked = crawled
    paths = [page.uri.removeprefix(site.base) for page in fetched.pages]
    assert len(paths) == len(set(paths))
    assert sum(path.startswith(("/fi/", "/sv/")) for path in paths) >= 60
    assert {"/fi/rahoitus.html", "/sv/endast-pa-kartan.html", "/sv/nyheter/1023.html"} <= set(paths)
    counted = [path for path, _ in asked if path.endswith(".html")]
    again = {path for path in counted if counted.count(path) > 1}
    assert again <= {"/katkeaa.html", "/hidas.html", "/suuri.html"}  # what failed is tried twice


def test_robots_txt_is_honoured_and_other_hosts_and_languages_are_left_alone(
    crawled: Crawled,
) -> None:
    _, fetched, _, asked = crawled
    paths = [path for path, _ in asked]
    assert paths.count("/robots.txt") >= 1
    assert "/salaista/sivu.html" not in paths
    assert "/en/index.html" not in paths
    assert "/esite.pdf" not in paths
    assert not any("127.0.0.2" in page.uri for page in fetched.pages)


def test_the_user_agent_says_who_asks(crawled: Crawled) -> None:
    *_, asked = crawled
    agents = {headers.get("User-Agent", "") for _, headers in asked}
    assert len(agents) == 1
    assert agents.pop().startswith("Kielipari/")


def test_what_could_not_be_fetched_is_told_with_its_reason(crawled: Crawled) -> None:
    _, fetched, _, _ = crawled
    told = {p.path.rpartition("/")[2]: p.message for p in fetched.problems}
    assert "404" in told["puuttuu.html"]
    assert "1 second" in told["hidas.html"]
    assert "broke off" in told["katkeaa.html"]
    assert "larger" in told["suuri.html"]
    assert "loop" in (told.get("a", "") + told.get("b", ""))
    assert not any("salaista" in p.path or "127.0.0.2" in p.path for p in fetched.problems)


def test_a_calendar_without_end_comes_to_one(crawled: Crawled) -> None:
    _, fetched, _, asked = crawled
    months = [path for path, _ in asked if path.startswith("/kalenteri")]
    assert len(months) == 40  # a fifth of the pages allowed
    told = [p.message for p in fetched.problems if "kalenteri" in p.path]
    assert any("without end" in message for message in told)


def test_headers_and_cookies_reach_the_site_and_nothing_else(crawled: Crawled) -> None:
    _, fetched, archive, asked = crawled
    assert all(headers.get("X-Avain") == "salasana-42" for _, headers in asked)
    assert any("Vain meille" in page.data.decode() for page in fetched.pages)
    unpacked = gzip.decompress(archive.read_bytes())
    for secret in (b"salasana-42", b"piilossa-77", b"palvelimen-salaisuus"):
        assert secret not in unpacked
    assert "salasana-42" not in repr(CrawlOptions(headers=SECRETS))
    assert "salasana-42" not in repr(fetched)


def test_a_wrong_charset_header_and_gzip_do_not_spoil_the_text(crawled: Crawled) -> None:
    site, fetched, _, _ = crawled
    pages = {page.uri.removeprefix(site.base): page for page in fetched.pages}
    assert "för" in pages["/sv/teman.html"].data.decode()
    assert pages["/sv/kontakt.html"].said.encoding == "iso-8859-1"


def test_redirects_sitemap_and_link_header_are_known_of_the_pages(crawled: Crawled) -> None:
    site, fetched, _, _ = crawled
    pages = {page.uri.removeprefix(site.base): page.said for page in fetched.pages}
    old = normal(f"{site.base}/vanha")
    assert old in {normal(alias) for alias in pages["/fi/rahoitus.html"].aliases}
    assert [a.lang for a in pages["/fi/vain-otsake.html"].alternates] == ["sv"]
    assert pages["/fi/vain-kartassa.html"].modified == "2026-05-03"
    assert pages["/sv/endast-pa-kartan.html"].alternates


def test_a_crawl_that_was_broken_off_goes_on(site: Served, tmp_path: Path) -> None:
    archive = tmp_path / "a.warc.gz"
    first = CrawlOptions(delay=0, timeout=1, allow_private=True, pages=10, archive=archive)
    begun = run.crawl([f"{site.base}/fi/index.html"], first)
    assert len(begun.pages) == 10
    assert any("--max-pages" in problem.message for problem in begun.problems)
    with archive.open("ab") as stream:
        stream.write(b"\x1f\x8b\x08cut off in the middle")
    site.asked.clear()
    then = CrawlOptions(delay=0, timeout=1, allow_private=True, pages=30, archive=archive)
    rest = run.crawl([f"{site.base}/fi/index.html"], then)
    had = {page.uri for page in begun.pages}
    assert len(rest.pages) == 30
    assert had <= {page.uri for page in rest.pages}
    assert not {f"{site.base}{path}" for path in site.paths} & had
    assert not any("cut off" in problem.message for problem in rest.problems)


def test_private_addresses_need_permission(site: Served) -> None:
    with pytest.raises(InputError, match="--allow-private"):
        run.crawl([f"{site.base}/"], CrawlOptions(delay=0, timeout=1))


def test_only_web_addresses_are_crawled(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="http"):
        load(["ftp://kunta.example/"], Config(root=tmp_path), source_lang="fi", target_lang="sv")


def test_a_server_that_is_not_there_is_one_sentence() -> None:
    with pytest.raises(InputError, match="refuses the connection"):
        run.crawl(["http://127.0.0.1:9/"], QUICK)


def test_without_scrapy_the_user_learns_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(run, "find_spec", lambda _: None)
    with pytest.raises(UsageError, match=r"kielipari\[crawl\]"):
        run.crawl(["https://www.example.org/"], QUICK)


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1", "10.1.2.3", "192.168.0.1", "172.16.0.1", "169.254.169.254",
        "::1", "fe80::1%eth0", "fc00::1", "::ffff:127.0.0.1", "64:ff9b::7f00:1", "224.0.0.1",
        "100.64.0.1",
    ],
)  # fmt: skip
def test_private_ip_addresses_are_known(address: str) -> None:
    assert is_private(address)


def test_public_ip_addresses_are_not_private() -> None:
    assert not is_private("193.166.3.2")
    assert not is_private("2001:708:10::1")


@pytest.mark.parametrize(
    ("address", "allowed"),
    [
        ("https://www.example.fi/sv/", True),
        ("https://example.fi:8443/", True),
        ("http://localhost/", False),
        ("http://intranet/", False),
        ("http://2130706433/", False),
        ("http://0x7f000001/", False),
        ("http://[::1]/", False),
        ("ftp://example.fi/", False),
        ("file:///om.html", False),
        ("https://user:word@example.fi/", False),
        ("https://example.se/", False),
        ("https://example.fi.evil.example/", False),
        ("http://[", False),
    ],
)
def test_the_guard_keeps_a_crawl_where_it_belongs(address: str, *, allowed: bool) -> None:
    guard = Guard(("example.fi", "localhost", "intranet", "2130706433", "0x7f000001", "::1"))
    assert (guard.refusal(address) is None) == allowed


@pytest.mark.parametrize("text", ["Cookie", "A: b\r\nX: y", "Host: x", ": x", "Ä: x"])
def test_a_header_that_makes_no_sense_is_refused_without_repeating_it(text: str) -> None:
    with pytest.raises(UsageError) as caught:
        header(text)
    assert text not in str(caught.value)


def test_the_command_line_audits_an_address(site: Served, tmp_path: Path, cache_home: Path) -> None:
    env = {**os.environ, "KIELIPARI_CACHE_DIR": str(cache_home)}
    out = tmp_path / "report.json"
    done = subprocess.run(
        [
            sys.executable, "-m", "kielipari", "audit", f"{site.base}/fi/index.html",
            "--allow-private", "--delay", "0", "--timeout", "1", "--max-pages", "90",
            "--header", "X-Avain: salasana-42", "--cookie", "sessio=piilossa-77",
            "--format", f"json={out}", "--format", f"html={tmp_path / 'report.html'}",
        ],
        capture_output=True, text=True, env=env, cwd=tmp_path, check=False,
    )  # fmt: skip
    assert done.returncode == 2, done.stderr  # some pages could not be read
    report = json.loads(out.read_text(encoding="utf-8"))
    pairs = {(p["source"] or "").removeprefix(site.base): p["target"] for p in report["pairs"]}
    assert pairs["/fi/kaupungit.html"] == f"{site.base}/sv/stader.html"
    assert pairs["/fi/hankintatuki.html"] is None
    assert pairs["/fi/selkosuomi/kaupungit.html"] is None
    missing = {
        f["source"]["path"] for f in report["findings"] if f["code"] == "D101" and f["source"]
    }
    assert f"{site.base}/fi/hankintatuki.html" in missing
    assert f"{site.base}/fi/selkosuomi/kaupungit.html" not in missing
    everything = out.read_text() + (tmp_path / "report.html").read_text() + done.stderr
    assert "salasana-42" not in everything
    assert "piilossa-77" not in everything
    assert "Traceback" not in done.stderr


def test_archives_of_a_crawl_are_read_like_any_other(crawled: Crawled) -> None:
    _, fetched, archive, _ = crawled
    again = warc.pages(archive, "site.warc.gz")
    assert {page.uri for page in again.pages} == {page.uri for page in fetched.pages}
