"""The spider: fetches pages politely, follows their links on their hosts, keeps what it gets."""

import re
from collections.abc import AsyncIterator, Iterable, Iterator
from http import HTTPStatus
from typing import Any
from urllib.parse import urldefrag

import scrapy
from scrapy.exceptions import CloseSpider
from scrapy.http import Response as Answer
from scrapy.http import TextResponse
from scrapy.linkextractors import LinkExtractor
from twisted.python.failure import Failure

from kielipari.errors import InputError
from kielipari.ingest.languages import primary
from kielipari.site import sitemap
from kielipari.site.addresses import join
from kielipari.site.crawl.archive import Archive
from kielipari.site.crawl.frontier import Frontier
from kielipari.site.crawl.guard import Guard
from kielipari.site.crawl.job import Job, tell
from kielipari.site.crawl.problems import Problems
from kielipari.site.fetched import HTML
from kielipari.site.plain_language import is_plain_tag
from kielipari.site.said import of_headers
from kielipari.site.warc import Response

_REFRESH = re.compile(r"\s*+\d+\s*+[;,]\s*+url\s*+=\s*+[\"']?([^\"'\s]++)", re.IGNORECASE)
_SITEMAP = re.compile(r"^[ \t]*+sitemap[ \t]*+:[ \t]*+(\S++)", re.IGNORECASE | re.MULTILINE)
_MOST_HOPS = 10
_LEAST_ALIKE = 20
_SHARE_ALIKE = 5  # at most a fifth of the pages may differ in their numbers alone
_VERSION_FIRST = 1000  # a page's other version comes before other pages, so that pairs are whole


class PageSpider(scrapy.Spider):
    """Crawls what a job names."""

    name = "kielipari"

    def __init__(self, job: Job, **named: Any) -> None:  # noqa: ANN401 Scrapy's own
        """Prepare the archive; what it holds already is not asked for again."""
        super().__init__(**named)
        self.job = job
        self.guard = Guard(job.hosts, job.options.allow_private)
        self.archive = Archive(job.archive)
        alike = max(_LEAST_ALIKE, job.options.pages // _SHARE_ALIKE)
        self.frontier = Frontier(job.languages, alike)
        self.pages = 0
        self.size = 0
        self.problems = Problems(job.options.timeout)
        self.is_full = False
        self.extractor = LinkExtractor(canonicalize=False, deny_extensions=[], unique=True)

    # ------------------------------------------------------------ where to begin

    async def start(self) -> AsyncIterator[scrapy.Request]:
        """Ask for the addresses named, and for the site's own list of pages."""
        for response in self.archive.known:
            self.frontier.skip(response.address)
        for response in self.archive.known:
            for request in self._replayed(response):
                yield request
        for address in self.job.starts:
            refused = self.guard.refusal(address)
            if refused is not None:
                self.problems.add(address, refused)
                continue
            if (first := self._request(address, start=True)) is not None:
                yield first
        for address in self.job.sitemaps or self._usual_sitemaps():
            if self.guard.refusal(address) is None:
                yield scrapy.Request(
                    address, self.parse_list, errback=self.failed_list, priority=1, dont_filter=True
                )

    def _usual_sitemaps(self) -> Iterable[str]:
        if not self.job.follow:
            return
        for root in dict.fromkeys(join(start, "/") for start in self.job.starts):
            yield f"{root}robots.txt"
            yield f"{root}sitemap.xml"

    def _replayed(self, known: Response) -> Iterator[scrapy.Request]:
        """Go on from a page that an earlier crawl fetched."""
        if known.kind in HTML:
            self.pages += 1
            self.size += len(known.body)
            headers = {name: value for name, value in known.headers if value.isascii()}
            answer = scrapy.http.HtmlResponse(known.address, headers=headers, body=known.body)
            answer.request = scrapy.Request(known.address)
            yield from self._links(answer)
        elif location := known.header("location"):
            request = self._request(join(known.address, location))
            if request is not None:
                yield request

    def _request(
        self,
        address: str,
        *,
        depth: int = 0,
        start: bool = False,
        version: bool = False,
        hops: int = 0,
    ) -> scrapy.Request | None:
        if depth > self.job.options.depth or self.guard.refusal(address) is not None:
            return None
        taken = self.frontier.take(address)
        if taken is None and version and self.frontier.is_waiting(address):
            taken = urldefrag(address).url  # asked for already, but further behind
        if taken is None:
            return None
        return scrapy.Request(
            taken,
            self.parse,
            errback=self.failed,
            priority=(_VERSION_FIRST if version or hops else 0) - depth,
            dont_filter=True,
            meta={"hops": hops, "is_start": start, "links": depth, "taken": taken},
        )

    # ------------------------------------------------------------ answers

    def parse(self, response: Answer) -> Iterator[scrapy.Request]:
        """Keep a page and go where it leads."""
        if self.is_full:
            return
        if response.status in {301, 302, 303, 307, 308}:
            yield from self._redirected(response)
            return
        if response.status != HTTPStatus.OK:
            self.problems.add_refusal(response.url, response.status)
            return
        kept = _kept(response)
        if kept.kind not in HTML:
            if response.meta["is_start"]:
                self.problems.add(response.url, f"is {kept.kind or 'no page'}, not a page of HTML")
            return
        limit = self._limit()
        if limit is not None:
            self.is_full = True
            self.problems.add(response.url, limit)
            raise CloseSpider("limit")
        self.archive.write(kept)
        self.pages += 1
        self.size += len(kept.body)
        tell("page", response.url)
        if isinstance(response, TextResponse):
            yield from self._links(response)

    def _limit(self) -> str | None:
        options = self.job.options
        if self.pages >= options.pages:
            return (
                f"is the first page that was left out, after {self.pages} pages; the site has "
                "more (--max-pages)"
            )
        if self.size >= options.all_bytes:
            return f"is the first page that was left out, after {self.size // 1024**2} MB"
        return None

    def _redirected(self, response: Answer) -> Iterator[scrapy.Request]:
        location = (response.headers.get("Location") or b"").decode("latin-1")
        target = join(response.url, location)
        hops = response.meta["hops"] + 1
        if not location or target == response.url or hops > _MOST_HOPS:
            self.problems.add(response.url, "redirects in a loop")
            return
        refused = self.guard.refusal(target)
        if refused is not None:
            if response.meta["is_start"]:
                self.problems.add(response.url, f"redirects to an address that {refused}")
            return
        self.archive.write(_kept(response))
        chain = (*response.meta.get("chain", ()), response.url)
        if target in chain:
            self.problems.add(response.url, "redirects in a loop")
            return
        request = self._request(
            target, depth=response.meta["links"], start=response.meta["is_start"], hops=hops
        )
        if request is not None:
            request.meta["chain"] = chain
            yield request

    def _links(self, response: TextResponse) -> Iterator[scrapy.Request]:
        """Yield what a page leads to, its other language versions first."""
        depth = response.meta.get("links", 0) + 1
        try:
            versions = list(self._versions(response))
            refresh = _REFRESH.match(
                response.css("meta[http-equiv=refresh i]::attr(content)").get("")
            )
            links = [link.url for link in self.extractor.extract_links(response)]
        except ValueError:
            return  # what no parser reads holds no links; reading it will tell
        if refresh:
            versions.append(join(response.url, refresh.group(1)))
        if not self.job.follow:
            return
        for address in versions:
            if (request := self._request(address, depth=depth, version=True)) is not None:
                yield request
        for address in links:
            if (request := self._request(address, depth=depth)) is not None:
                yield request

    def _versions(self, response: TextResponse) -> Iterator[str]:
        """Yield a page's versions in the languages in play; never ask for those in others."""
        named = [
            (link.attrib.get("hreflang", ""), response.urljoin(link.attrib.get("href", "")))
            for link in response.css("link[rel~=alternate][hreflang]")
        ]
        headers = (
            (k.decode("latin-1"), v.decode("latin-1"))
            for k, vs in response.headers.items()
            for v in vs
        )
        named += [(a.lang, join(response.url, a.href)) for a in of_headers(headers).alternates]
        ours = {address for tag, address in named if self._is_ours(tag)}
        for tag, address in named:
            if address in ours:
                yield address
            elif tag.lower() != "x-default":
                self.frontier.skip(address)

    def _is_ours(self, tag: str) -> bool:
        return primary(tag) in self.job.languages or is_plain_tag(tag)

    def parse_list(self, response: Answer) -> Iterator[scrapy.Request]:
        """Read robots.txt for sitemaps, or a sitemap."""
        named = response.url in self.job.sitemaps
        if response.status != HTTPStatus.OK:
            if named:
                self.problems.add_refusal(response.url, response.status)
            return
        body = response.body
        if response.url.endswith("/robots.txt"):
            text = body.decode("utf-8", "replace")
            for address in _SITEMAP.findall(text):
                yield from self._more_lists((address,))
            return
        if not sitemap.is_sitemap(body):
            return
        try:
            found = sitemap.read(body, response.url)
        except InputError as error:
            self.problems.add(response.url, error.message)
            return
        self.archive.write(_kept(response, kind="application/xml"))
        yield from self._more_lists(found.sitemaps)
        for entry in found.pages:
            if (request := self._request(entry.address, depth=1)) is not None:
                yield request

    def _more_lists(self, addresses: Iterable[str]) -> Iterator[scrapy.Request]:
        for address in addresses:
            if self.guard.refusal(address) is None and address not in self.frontier.lists:
                self.frontier.lists.add(address)
                yield scrapy.Request(
                    address, self.parse_list, errback=self.failed_list, priority=1, dont_filter=True
                )

    # ------------------------------------------------------------ what goes wrong

    def failed(self, failure: Failure) -> None:
        """Say what could not be fetched, and why."""
        request = failure.request  # type: ignore[attr-defined]  # Scrapy puts it there
        self.problems.add_failure(request.url, failure)

    def failed_list(self, failure: Failure) -> None:
        """Say so only of a sitemap that was asked for by name."""
        if failure.request.url in self.job.sitemaps:  # type: ignore[attr-defined]  # the same
            self.failed(failure)

    def closed(self, reason: str) -> None:
        """Say what was left out on purpose, and finish the archive."""
        if reason == "closespider_timeout":
            self.problems.add(self.job.starts[0], "the crawl ended after its time (--max-seconds)")
        for pattern, number in self.frontier.endless.items():
            self.problems.add(
                pattern,
                f"goes on without end, like a calendar: {number} addresses of this kind were "
                "left out",
            )
        self.archive.close()


def _kept(response: Answer, kind: str = "") -> Response:
    headers = [
        (name.decode("latin-1"), value.decode("latin-1"))
        for name, values in response.headers.items()
        for value in values
    ]
    if kind:
        headers = [(n, v) for n, v in headers if n.lower() != "content-type"]
        headers.append(("Content-Type", kind))
    elif not any(name.lower() == "content-type" for name, _ in headers):
        is_page = isinstance(response, scrapy.http.HtmlResponse)
        headers.append(("Content-Type", "text/html" if is_page else ""))
    return Response(response.url, str(response.status), tuple(headers), response.body)
