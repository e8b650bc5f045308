"""A bilingual site of more than sixty pages on the loopback, with everything that goes wrong."""

import gzip
import re
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest

from kielipari.ingest import read
from kielipari.model import Document

CORPUS = Path(__file__).parent.parent.parent / "corpus" / "site"
SLOW = 5.0  # seconds; the tests wait for one
NEWS = 24  # pairs of news pages beside the corpus
ROBOTS = "User-agent: *\nDisallow: /salaista/\nSitemap: {base}/sivukartta.xml\n"
_LANGS = {"fi": ("Uutiset", "uutiset", "Kaupungit"), "sv": ("Nyheter", "nyheter", "Städerna")}


def news(lang: str, number: int) -> str:
    """Return a news page; its address differs between the languages, its number does not."""
    other = "sv" if lang == "fi" else "fi"
    title, *_ = _LANGS[lang]
    there = _LANGS[other][1]
    texts = {
        "fi": f"<p>Kokeiluun {number} haettiin kumppaneita {number + 3} kaupungista. "
        f"Hakemuksia tuli {number * 7 + 2}.</p><p>Tulokset julkaistaan keväällä.</p>",
        "sv": f"<p>Till försök {number} söktes partner i {number + 3} städer. "
        f"Det kom in {number * 7 + 2} ansökningar.</p><p>Resultaten publiceras i vår.</p>",
    }
    return (
        f'<!doctype html><html lang="{lang}"><head><title>{title} {number}</title></head><body>'
        f'<nav><a href="/{lang}/index.html">{title}</a></nav><main><h1>{title} {number}</h1>'
        f"{texts[lang]}</main>"
        f'<ul class="kielivalinta"><li><a href="/{other}/{there}/{1000 + number}.html" '
        f'hreflang="{other}">{"Svenska" if other == "sv" else "Suomi"}</a></li></ul></body></html>'
    )


@dataclass
class Site:
    """A running server; ``asked`` holds path and headers of every request."""

    base: str
    asked: list[tuple[str, dict[str, str]]] = field(default_factory=list)

    @property
    def paths(self) -> list[str]:
        """The paths that were asked for, in order."""
        return [path for path, _ in self.asked]


class _Handler(BaseHTTPRequestHandler):
    server: "_Server"
    protocol_version = "HTTP/1.1"

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 its name there
        """Keep quiet."""

    def do_GET(self) -> None:
        """Answer as the path says."""
        self.server.site.asked.append((self.path, dict(self.headers)))
        split = urlsplit(self.path)
        special: dict[str, Callable[[], None]] = {
            "/robots.txt": lambda: self._send(ROBOTS.format(base=self._base), "text/plain"),
            "/": lambda: self._redirect("/fi/index.html"),
            "/vanha": lambda: self._redirect("/fi/rahoitus.html"),
            "/silmukka/a": lambda: self._redirect("/silmukka/b"),
            "/silmukka/b": lambda: self._redirect("/silmukka/a"),
            "/muualle": lambda: self._redirect("http://127.0.0.2:1/fi/"),
            "/hidas.html": self._slow,
            "/katkeaa.html": self._break,
            "/fi/tyhja.html": lambda: self._send("<html><body></body></html>"),
            "/suuri.html": lambda: self._send("<p>" + "x" * 3_000_000),
            "/sivukartta.xml": lambda: self._send(self.server.sitemap, "application/xml"),
            "/fi/kirjautuneille.html": self._members,
            "/kalenteri": self._calendar,
        }
        found = special.get(split.path)
        if found is not None:
            found()
        elif split.path in self.server.pages:
            self._page(split.path)
        else:
            self._send("<html><body><p>Sivua ei ole.</p></body></html>", status=404)

    @property
    def _base(self) -> str:
        return self.server.site.base

    def _page(self, path: str) -> None:
        text = self.server.pages[path].replace("https://innokaupungit.example", self._base)
        headers = {}
        if path == "/fi/vain-otsake.html":
            other = f"{self._base}/sv/bara-huvud.html"
            headers["Link"] = f'<{other}>; rel="alternate"; hreflang="sv"'
        if path == "/sv/kontakt.html":  # the header lies, the bytes are UTF-8
            self._send(text, "text/html; charset=iso-8859-1", headers)
        elif path == "/sv/teman.html":
            packed = gzip.compress(text.encode())
            self._bytes(packed, "text/html; charset=utf-8", {"Content-Encoding": "gzip"})
        else:
            self._send(text, headers=headers)

    def _slow(self) -> None:
        time.sleep(SLOW)
        self._send("<p>Viimein.</p>")

    def _break(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.send_header("Content-Length", "5000")
        self.end_headers()
        self.wfile.write(b"<html><body><p>Kesken")
        self.close_connection = True

    def _members(self) -> None:
        if self.headers.get("X-Avain") == "salasana-42" and self.headers.get("Cookie"):
            self._send('<html lang="fi"><body><h1>Jäsenille</h1><p>Vain meille.</p></body></html>')
        else:
            self._send("<p>Kirjaudu.</p>", status=401)

    def _calendar(self) -> None:
        month = int(parse_qs(urlsplit(self.path).query).get("kuukausi", ["1"])[0])
        self._send(
            f'<html lang="fi"><body><h1>Kalenteri</h1><p>Kuukausi {month}.</p>'
            f'<a href="/kalenteri?kuukausi={month + 1}">Seuraava kuukausi</a></body></html>'
        )

    def _redirect(self, where: str) -> None:
        self._bytes(b"", "text/html", {"Location": where}, 302)

    def _send(
        self,
        text: str,
        kind: str = "text/html; charset=utf-8",
        headers: dict[str, str] | None = None,
        status: int = 200,
    ) -> None:
        self._bytes(text.encode(), kind, headers, status)

    def _bytes(
        self, data: bytes, kind: str, headers: dict[str, str] | None = None, status: int = 200
    ) -> None:
        self.send_response(status)
        for name, value in {"Content-Type": kind, **(headers or {})}.items():
            self.send_header(name, value)
        self.send_header("Set-Cookie", "istunto=palvelimen-salaisuus")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.site = Site(f"http://127.0.0.1:{self.server_port}")
        self.pages = _pages()
        self.sitemap = _sitemap(self.site.base)

    def handle_error(self, request: object, client_address: object) -> None:
        """Clients go away when they have had enough."""


def _pages() -> dict[str, str]:
    pages = {
        f"/{path.relative_to(CORPUS).as_posix()}": path.read_text(encoding="utf-8")
        for path in sorted(CORPUS.glob("*/*.html"))
    }
    for lang, (_, folder, _) in _LANGS.items():
        for number in range(NEWS):
            pages[f"/{lang}/{folder}/{1000 + number}.html"] = news(lang, number)
    pages |= {
        "/fi/vain-otsake.html": '<html lang="fi"><body><h1>Vain otsake</h1>'
        "<p>Tämän sivun pari on kerrottu vain HTTP-otsakkeessa.</p></body></html>",
        "/sv/bara-huvud.html": '<html lang="sv"><body><h1>Bara ett huvud</h1>'
        "<p>Motsvarigheten till den här sidan anges bara i ett HTTP-huvud.</p></body></html>",
        "/fi/vain-kartassa.html": '<html lang="fi"><body><h1>Vain kartassa</h1>'
        "<p>Tämä sivu on mainittu vain sivukartassa.</p></body></html>",
        "/sv/endast-pa-kartan.html": '<html lang="sv"><body><h1>Endast på kartan</h1>'
        "<p>Den här sidan nämns bara på webbkartan.</p></body></html>",
        "/fi/selkosuomi/kaupungit.html": '<html lang="fi"><body><h1>Kaupungit selkosuomeksi</h1>'
        "<p>Mukana on monta kaupunkia. Ne tekevät työtä yhdessä.</p></body></html>",
    }
    wrong = (
        "/vanha /silmukka/a /muualle /hidas.html /katkeaa.html /fi/tyhja.html /suuri.html "
        "/puuttuu.html /salaista/sivu.html /fi/kirjautuneille.html /kalenteri?kuukausi=1 "
        "/en/index.html /esite.pdf mailto:info@innokaupungit.example javascript:alert(1) "
        "http://[ http://127.0.0.2:1/ /fi/vain-otsake.html /fi/selkosuomi/kaupungit.html"
    )
    links = "".join(f'<a href="{href}">linkki</a> ' for href in wrong.split())
    listed = "".join(f'<a href="/fi/uutiset/{1000 + n}.html">Uutinen {n}</a> ' for n in range(NEWS))
    pages["/fi/linkit.html"] = f'<html lang="fi"><body><h1>Linkit</h1>{links}{listed}</body></html>'
    front = pages["/fi/index.html"]
    pages["/fi/index.html"] = re.sub(
        "</body>", '<p><a href="/fi/linkit.html">Kaikki linkit</a></p></body>', front
    )
    return pages


def _sitemap(base: str) -> str:
    return (
        '<?xml version="1.0" encoding="UTF-8"?>'
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" '
        'xmlns:xhtml="http://www.w3.org/1999/xhtml">'
        f"<url><loc>{base}/fi/vain-kartassa.html</loc><lastmod>2026-05-03</lastmod>"
        f'<xhtml:link rel="alternate" hreflang="sv" href="{base}/sv/endast-pa-kartan.html"/></url>'
        f"<url><loc>{base}/sv/endast-pa-kartan.html</loc><lastmod>2024-01-02</lastmod></url>"
        "</urlset>"
    )


@pytest.fixture(scope="module")
def site() -> Iterator[Site]:
    """Serve the site."""
    server = _Server()
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield server.site
    server.shutdown()
    server.server_close()


@pytest.fixture
def page() -> Callable[..., Document]:
    """Return a function that reads a page of HTML with an address and a language."""

    def make(uri: str, lang: str, body: str = "", head: str = "") -> Document:
        html = f'<html lang="{lang}"><head>{head}</head><body>{body or "<p>Hei.</p>"}</body></html>'
        found = read(html.encode(), uri, lang=lang, format="html")
        assert isinstance(found, Document)
        return found

    return make
