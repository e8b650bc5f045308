"""Addresses of pages, on the web and in a folder: resolved, and in one spelling for comparison."""

import posixpath
import re
from urllib.parse import parse_qsl, quote, unquote, urlencode, urljoin, urlsplit

_WEB = re.compile(r"https?://", re.IGNORECASE)
_INDEX = re.compile(r"(?:^|/)(?:index|default)\.(?:html?|php|aspx?|jsp)$", re.IGNORECASE)
_PAGE = re.compile(r"\.x?html?$", re.IGNORECASE)
_PORTS = {"http": 80, "https": 443}
# Parameters that campaigns, analytics and sessions add; the page is the same without them.
_NOISE = re.compile(r"utm_\w+|fbclid|gclid|msclkid|mc_cid|mc_eid|phpsessid|jsessionid|_ga")
_SAFE = "/~!$&'()*+,;=:@-._"


def is_web(address: str) -> bool:
    """Whether it is an address of http or https."""
    return _WEB.match(address) is not None


def host_of(address: str) -> str:
    """Return the host of a web address in lower case without ``www.``; empty for a path."""
    try:
        host = urlsplit(address).hostname or ""
    except ValueError:
        return ""
    return host.removeprefix("www.")


def join(base: str, href: str) -> str:
    """Resolve a link from a page at ``base``; an address that makes no sense is returned as is."""
    href = href.strip()
    try:
        if is_web(base) or is_web(href):
            return urljoin(base, href)
        split = urlsplit(href)
    except ValueError:
        return href
    if split.scheme or split.netloc or not split.path:
        return base if href.startswith("#") else href
    path = unquote(split.path)
    if path.startswith("/"):
        return path
    return posixpath.normpath(posixpath.join(posixpath.dirname(base), path))


def normal(address: str) -> str:
    """Return a spelling that is the same for all that lead to one page.

    Without scheme, ``www.``, fragment, default port, campaign parameters, ``index.html`` and the
    last slash; a path in a folder without ``.html``.
    """
    address = address.strip()
    if not is_web(address) and not address.startswith("//"):
        path = _INDEX.sub("", posixpath.normpath(address.partition("#")[0] or "."))
        return _PAGE.sub("", path).rstrip("/") or "."
    try:
        split = urlsplit(address)
        port = split.port
    except ValueError:
        return address
    host = host_of(address)
    if port is not None and port != _PORTS.get(split.scheme.lower()):
        host = f"{host}:{port}"
    path = quote(unquote(_INDEX.sub("", split.path)), safe=_SAFE).rstrip("/")
    query = sorted(
        (name, value)
        for name, value in parse_qsl(split.query, keep_blank_values=True)
        if not _NOISE.fullmatch(name.lower())
    )
    return f"//{host}{path}" + (f"?{urlencode(query)}" if query else "")


def path_of(address: str) -> str:
    """Return what says where on its site a page is: path and query of a web address, else all."""
    if not is_web(address):
        return address
    try:
        split = urlsplit(address)
    except ValueError:
        return address
    return unquote(split.path) + (f"?{split.query}" if split.query else "")
