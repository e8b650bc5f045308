"""How a site is to be crawled: limits, manners, and what must be kept secret."""

import re
from dataclasses import dataclass, field
from pathlib import Path

from kielipari.errors import UsageError

_HEADER = re.compile(r"([!#$%&'*+.^_`|~0-9A-Za-z-]{1,100}):[ \t]*([\x20-\x7e\t]{0,8000})")
_OURS = frozenset({"host", "content-length", "connection", "transfer-encoding", "accept-encoding"})


@dataclass(frozen=True, slots=True)
class CrawlOptions:
    """Limits in pages, links from the start, bytes and seconds; ``delay`` in seconds.

    ``headers`` go to the crawled hosts with every request; they may hold a password or a cookie
    and are shown nowhere, not in a ``repr`` either. ``archive`` keeps what was fetched, and a
    crawl that was broken off goes on from there.
    """

    pages: int = 1000
    depth: int = 15
    page_bytes: int = 10 * 1024 * 1024
    all_bytes: int = 1024 * 1024 * 1024
    seconds: float = 3600
    delay: float = 0.5
    timeout: float = 30
    headers: tuple[tuple[str, str], ...] = field(default=(), repr=False)
    allow_private: bool = False
    archive: Path | None = None


def header(text: str) -> tuple[str, str]:
    """Read ``Name: value``; raises UsageError, which does not repeat the value."""
    found = _HEADER.fullmatch(text.strip())
    if found is None:
        raise UsageError("--header is written as “Name: value”, in ASCII and on one line")
    name = found.group(1)
    if name.lower() in _OURS:
        raise UsageError(f"--header cannot set {name}; the connection decides that itself")
    return name, found.group(2)
