"""Pages as they were fetched, with what is said of them; and what could not be fetched."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from kielipari.model import Problem
from kielipari.site.addresses import normal
from kielipari.site.said import Said
from kielipari.site.sitemap import Entry

HTML = ("text/html", "application/xhtml+xml")
XML = ("application/xml", "text/xml", "application/x-gzip", "application/gzip")


@dataclass(frozen=True, slots=True)
class Fetched:
    """A page's bytes and address."""

    uri: str
    data: bytes
    said: Said = field(default_factory=Said)


@dataclass(frozen=True, slots=True)
class Fetch:
    """All that came of one source."""

    pages: tuple[Fetched, ...] = ()
    problems: tuple[Problem, ...] = ()


def with_sitemap(pages: Iterable[Fetched], entries: Iterable[Entry]) -> Iterator[Fetched]:
    """Add to each page what a sitemap says of it.

    A sitemap may name the versions at the entry of one language only, so every page that an entry
    names as a version learns of the others. A sitemap's date counts before the server's, which
    often is that of the response.
    """
    known: dict[str, Said] = {}
    for entry in entries:
        key = normal(entry.address)
        known[key] = known.get(key, Said()) + entry.said
        for alternate in entry.said.alternates:
            other = normal(alternate.href)
            if other != key:
                known[other] = known.get(other, Said()) + Said(alternates=entry.said.alternates)
    for page in pages:
        keys = (normal(address) for address in (page.uri, *page.said.aliases))
        said = next((known[key] for key in keys if key in known), None)
        if said is None:
            yield page
        else:
            modified = said.modified or page.said.modified
            yield replace(page, said=replace(page.said + said, modified=modified))
