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

    def __init__(self, guard: Guard, headers: tuple[tuple[str, str], ...]) -> None:
        """Use a guard and headers for every request."""
        self._guard = guard
        self._headers = headers

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> "GuardMiddleware":
        """Take both from the crawler's settings."""
        job = crawler.settings["KIELIPARI_JOB"]
        return cls(Guard(job.hosts, job.options.allow_private), job.options.headers)

    def process_request(self, request: Request) -> None:
        """Refuse, or add the headers; raises IgnoreRequest."""
        refused = self._guard.refusal(request.url)
        if refused is not None:
            raise IgnoreRequest(refused)
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
