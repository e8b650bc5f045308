"""Sitemaps (sitemaps.org 0.9) with language versions (``xhtml:link``) and dates of change."""

import zlib
from dataclasses import dataclass

from kielipari.errors import InputError
from kielipari.model import Alternate
from kielipari.site.said import Said

_MOST_BYTES = 100 * 1024 * 1024  # unpacked; sitemaps.org allows 50 MB
_MOST_ENTRIES = 200_000
_GZIP = b"\x1f\x8b"
_WINDOW = 16 + zlib.MAX_WBITS  # zlib's way to say: gzip
_HEAD = 2000


@dataclass(frozen=True, slots=True)
class Entry:
    """A page that a sitemap lists."""

    address: str
    said: Said


@dataclass(frozen=True, slots=True)
class Sitemap:
    """The pages of a sitemap, or the sitemaps of an index."""

    pages: tuple[Entry, ...]
    sitemaps: tuple[str, ...] = ()


def is_sitemap(data: bytes) -> bool:
    """Whether bytes look like a sitemap or an index of sitemaps."""
    head = data[:_HEAD]
    if head.startswith(_GZIP):
        try:
            head = zlib.decompressobj(_WINDOW).decompress(data, _HEAD)
        except zlib.error:
            return False
    return b"<urlset" in head or b"<sitemapindex" in head


def read(data: bytes, uri: str) -> Sitemap:
    """Read a sitemap, packed with gzip or not; raises InputError."""
    from lxml import etree  # noqa: PLC0415 only where there is a sitemap

    parser = etree.XMLParser(resolve_entities=False, no_network=True, recover=False)
    try:
        root = etree.fromstring(_unpacked(data, uri), parser)
    except etree.XMLSyntaxError as error:
        raise InputError(f"is no sitemap that can be read: {error.msg}", uri) from error
    pages: list[Entry] = []
    maps: list[str] = []
    for node in root.iterchildren("{*}url", "{*}sitemap"):
        address = (node.findtext("{*}loc") or "").strip()
        if not address:
            continue
        if len(pages) + len(maps) >= _MOST_ENTRIES:
            raise InputError(f"lists more than {_MOST_ENTRIES:,} addresses; split it", uri)
        if etree.QName(node).localname == "sitemap":
            maps.append(address)
            continue
        alternates = tuple(
            Alternate(link.get("hreflang", ""), link.get("href", "").strip())
            for link in node.iterchildren("{*}link")
            if link.get("rel") == "alternate" and link.get("hreflang") and link.get("href")
        )
        modified = (node.findtext("{*}lastmod") or "").strip() or None
        pages.append(Entry(address, Said(alternates=alternates, modified=modified)))
    if not pages and not maps:
        raise InputError("is a sitemap without addresses", uri)
    return Sitemap(tuple(pages), tuple(maps))


def _unpacked(data: bytes, uri: str) -> bytes:
    if not data.startswith(_GZIP):
        return data
    unpack = zlib.decompressobj(_WINDOW)
    try:
        text = unpack.decompress(data, _MOST_BYTES)
    except zlib.error as error:
        raise InputError("is a damaged gzip file; fetch it again", uri) from error
    if unpack.unconsumed_tail:
        raise InputError("unpacks to more than 100 MB, which no sitemap may have", uri)
    return text
