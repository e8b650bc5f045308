"""The last look before a request goes out: where to, with which headers; and after its name is known."""

from typing import TYPE_CHECKING, Any

from scrapy.crawler import Crawler
from scrapy.exceptions import IgnoreRequest
from scrapy.http import Request
from scrapy.resolver import CachingThreadedResolver

from kielipari.site.crawl.guard import Guard, is_private

if TYPE_CHECKING:
    from twisted.internet.defer import Deferred

PERMITTED = "KIELIPARI_ALLOW_PRIVATE"
PROXIES = "KIELIPARI_PROXIES"


class PrivateNetworkError(OSError):
    """A public name leads to a private address."""


class GuardMiddleware:
    """Lets no request out that the guard refuses, and adds the headers that the user gave."""

    def __init__(self, crawler: Any) -> None:  # noqa: ANN401 its spider is ours, and has more
        """Take guard and headers from the crawler's settings."""
        job = crawler.settings["KIELIPARI_JOB"]
        self._crawler = crawler
        self._guard = Guard(job.hosts, job.options.allow_private)
        self._headers = job.options.headers

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> "GuardMiddleware":
        """Make one for a crawler."""
        return cls(crawler)

    def process_request(self, request: Request) -> None:
        """Refuse, or add the headers; raises IgnoreRequest."""
        refused = self._guard.refusal(request.url)
        if refused is not None:
            raise IgnoreRequest(refused)
        taken = request.meta.get("taken")  # as the frontier knows it, not escaped
        first = taken is not None and "retry_times" not in request.meta
        if first and not self._crawler.spider.frontier.sent(taken):
            raise IgnoreRequest("was asked for before")
        for name, value in self._headers:
            request.headers[name] = value


class GuardedResolver(CachingThreadedResolver):
    """Resolves names, and refuses those that lead into a private network.

    The connection is made to the address that was looked at, so a name server cannot tell one
    address here and another one later.
    """

    permitted = False
    proxies: frozenset[str] = frozenset()

    @classmethod
    def from_crawler(cls, crawler: Crawler, reactor: Any) -> "GuardedResolver":  # noqa: ANN401 Twisted's
        """Read from the settings whether private addresses are allowed."""
        made: GuardedResolver = super().from_crawler(crawler, reactor)
        made.permitted = crawler.settings.getbool(PERMITTED)
        made.proxies = frozenset(crawler.settings.getlist(PROXIES))
        return made

    def getHostByName(self, name: str, timeout: Any = ()) -> "Deferred[str]":  # noqa: ANN401, N802 Twisted's
        """Resolve; the result fails with PrivateNetworkError where it must not be used."""
        found = super().getHostByName(name, timeout)
        if not self.permitted and name not in self.proxies:
            found.addCallback(_public)
        return found


def _public(address: str) -> str:
    if is_private(address):
        raise PrivateNetworkError("PrivateNetwork")
    return address
