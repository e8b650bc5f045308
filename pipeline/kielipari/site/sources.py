"""What is no file of one text: an address, a web archive, a sitemap → the pages that stand there."""

from collections.abc import Callable, Sequence
from itertools import chain
from pathlib import Path

from kielipari import ingest
from kielipari.errors import InputError
from kielipari.model import Document
from kielipari.site import sitemap, warc
from kielipari.site.addresses import is_web
from kielipari.site.crawl.options import CrawlOptions
from kielipari.site.crawl.run import crawl
from kielipari.site.fetched import Fetch, with_sitemap
from kielipari.site.said import Said, with_said
from kielipari.site.sitemap import Entry
from kielipari.site.survey import survey

_SITEMAP = (".xml", ".xml.gz")
_HEAD = 1 << 20
_TWO_PAGES = 2


def is_source(name: str) -> bool:
    """Whether a path of the command line names a site, an archive or a sitemap."""
    return is_web(name) or warc.is_archive(name) or is_sitemap_file(name)


def is_sitemap_file(name: str) -> bool:
    """Whether a file is a sitemap, by its name and how it begins."""
    if not name.lower().endswith(_SITEMAP):
        return False
    try:
        with Path(name).open("rb") as stream:
            return sitemap.is_sitemap(stream.read(_HEAD))
    except OSError:
        return False


def fetch(
    names: Sequence[str],
    options: CrawlOptions,
    languages: Sequence[str],
    progress: Callable[[str], None] = lambda _: None,
    *,
    follow: bool = True,
) -> Fetch:
    """Return the pages of all sources.

    One address is a site, which is crawled; two are two pages, and without ``follow`` each is a
    page; an address or file that is a sitemap stands for the pages it lists. Raises InputError and UsageError.
    """
    found = [warc.pages(Path(name), name) for name in names if warc.is_archive(name)]
    addresses = [name for name in names if is_web(name)]
    lists = [a for a in addresses if a.lower().partition("?")[0].endswith(_SITEMAP)]
    starts = [a for a in addresses if a not in lists]
    if starts or lists:
        found.append(
            crawl(
                starts,
                options,
                follow=follow and bool(starts) and len(addresses) != _TWO_PAGES,
                sitemaps=lists,
                languages=languages,
                progress=progress,
            )
        )
    found += [
        _listed(Path(name), options, languages, progress)
        for name in names
        if not is_web(name) and not warc.is_archive(name)
    ]
    return Fetch(
        tuple(chain.from_iterable(one.pages for one in found)),
        tuple(chain.from_iterable(one.problems for one in found)),
    )


def _listed(
    path: Path,
    options: CrawlOptions,
    languages: Sequence[str],
    progress: Callable[[str], None],
) -> Fetch:
    """Fetch the pages that a sitemap file lists."""
    listed = sitemap.read(ingest.load(path), str(path))
    starts = [entry.address for entry in listed.pages if is_web(entry.address)]
    starts += [
        alternate.href
        for entry in listed.pages
        for alternate in entry.said.alternates
        if is_web(alternate.href) and alternate.lang.partition("-")[0].lower() in languages
    ]
    if not starts and not listed.sitemaps:
        raise InputError("lists no web addresses", str(path))
    found = crawl(
        tuple(dict.fromkeys(starts)),
        options,
        follow=False,
        sitemaps=listed.sitemaps,
        languages=languages,
        progress=progress,
    )
    return Fetch(tuple(with_sitemap(found.pages, listed.pages)), found.problems)


def told_by_sitemaps(documents: Sequence[Document], entries: Sequence[Entry]) -> list[Document]:
    """Add to saved pages what the sitemap saved with them says of them."""
    listed = {e.address for e in entries} | {a.href for e in entries for a in e.said.alternates}
    facts = survey(documents, listed)
    said: dict[str, Said] = {}
    for entry in entries:
        addresses = (entry.address, *(a.href for a in entry.said.alternates))
        for number, address in enumerate(addresses):
            uri = facts.uri(address)
            told = entry.said if number == 0 else Said(alternates=entry.said.alternates)
            told += Said(aliases=(address,))
            said[uri] = said.get(uri, Said()) + told
    return [with_said(d, said[d.uri]) if d.uri in said else d for d in documents]
