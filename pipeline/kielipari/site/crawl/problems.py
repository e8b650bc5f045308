"""What a crawl could not fetch, and why, told as it happens."""

from http import HTTPStatus

from scrapy.exceptions import IgnoreRequest
from twisted.python.failure import Failure

from kielipari.site.crawl.job import tell
from kielipari.site.said import answered

_MOST = 200  # told; a broken server would fill the report
_LOGIN = frozenset({401, 403, 407})
_REASONS = (
    (("PrivateNetwork",), "is on a private or local network; --allow-private permits that"),
    (("Timeout", "TimedOut"), "the server did not answer within {seconds} seconds"),
    (("DNSLookup", "CannotResolveHost"), "there is no such host; check the address"),
    (("ConnectionRefused",), "the server refuses the connection"),
    (("DownloadCancelled", "exceeded"), "the page is larger than allowed"),
)


class Problems:
    """Tells what goes wrong, up to a number."""

    def __init__(self, timeout: float) -> None:
        """Begin without any; ``timeout`` is how many seconds a server has to answer."""
        self._timeout = timeout
        self._told = 0

    def add(self, address: str, message: str) -> None:
        """Tell a problem with an address."""
        self._told += 1
        if self._told <= _MOST:
            tell("problem", address, message)

    def add_refusal(self, address: str, status: int) -> None:
        """Tell that a server answered, but not with the page."""
        name = HTTPStatus(status).phrase if status in set(HTTPStatus) else "unknown"
        hint = "; give --header or --cookie if it needs a login" if status in _LOGIN else ""
        self.add(address, answered(status, name) + hint)

    def add_failure(self, address: str, failure: Failure) -> None:
        """Tell why no answer came, unless the page was left out on purpose."""
        reason = self._reason(failure.value)
        if reason is not None:
            self.add(address, reason)

    def _reason(self, error: BaseException | None) -> str | None:
        if isinstance(error, IgnoreRequest):
            said = str(error)
            return said if said.startswith("is ") else None  # robots.txt asks to leave it out
        name = f"{type(error).__name__} {error}"
        for signs, reason in _REASONS:
            if any(sign in name for sign in signs):
                return reason.format(seconds=f"{self._timeout:g}")
        return f"the connection broke off ({type(error).__name__})"
