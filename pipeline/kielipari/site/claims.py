"""What pages say of their counterparts, from weak to strong, as claims of one page on another."""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

from kielipari.ingest.languages import primary
from kielipari.model import Document, Parity
from kielipari.site.paths import bare_path, neutral_path
from kielipari.site.plain_language import is_plain_tag
from kielipari.site.survey import SiteFacts

Claims = Mapping[str, str]  # a page's uri → the uri of what it gives as its counterpart
_NUMBER = re.compile(r"\d{3,}")


class Found(NamedTuple):
    """Two pages by uri, and how sure it is that they belong together, 0 to 1.

    ``parity`` only where a person has declared it.
    """

    source: str
    target: str
    confidence: float
    parity: Parity | None = None


def agreed(forward: Claims, backward: Claims, mutual: float, alone: float) -> Iterator[Found]:
    """Yield the pairs that claims make: mutual ones, then those that one side makes unopposed.

    What many pages claim (the front page, as a careless switcher has it) is nobody's
    counterpart by that; a claim that the other page answers with another page does not count.
    """
    for source, target in forward.items():
        if backward.get(target) == source:
            yield Found(source, target, mutual)
    claimed = Counter(forward.values())
    for source, target in forward.items():
        if claimed[target] == 1 and target not in backward:
            yield Found(source, target, alone)
    claimed = Counter(backward.values())
    for target, source in backward.items():
        if claimed[source] == 1 and source not in forward:
            yield Found(source, target, alone)


def among(claims: Claims, documents: Sequence[Document]) -> Claims:
    """Return the claims on pages that may be paired."""
    uris = {document.uri for document in documents}
    return {uri: other for uri, other in claims.items() if other in uris}


def by_hreflang(documents: Sequence[Document], lang: str, facts: SiteFacts) -> Claims:
    """Return what pages name as their version in a language (HTML, HTTP header, sitemap)."""

    def named(document: Document) -> Iterator[str]:
        for alternate in document.meta.alternates:
            if primary(alternate.lang) == lang and not is_plain_tag(alternate.lang):
                yield alternate.href

    return _single(documents, named, facts)


def by_switcher(documents: Sequence[Document], lang: str, facts: SiteFacts) -> Claims:
    """Return where the pages' own language switchers lead."""

    def named(document: Document) -> Iterator[str]:
        for link in document.meta.links:
            if link.switcher and primary(link.lang) == lang:
                yield link.href

    return _single(documents, named, facts)


def by_path(
    sources: Sequence[Document], targets: Sequence[Document], languages: tuple[str, str]
) -> Iterator[Found]:
    """Yield pages whose addresses differ in the language alone, or in naming it at all."""
    yield from _unique(sources, targets, lambda d: (neutral_path(d.uri, languages),), 0.95)
    yield from _unique(sources, targets, lambda d: (bare_path(d.uri, languages),), 0.9)


def by_number(
    sources: Sequence[Document], targets: Sequence[Document], languages: tuple[str, str]
) -> Iterator[Found]:
    """Yield pages whose translated addresses share a number that no other page has."""

    def numbers(document: Document) -> tuple[str, ...]:
        return tuple(_NUMBER.findall(neutral_path(document.uri, languages)))

    yield from _unique(sources, targets, numbers, 0.85)


def _single(
    documents: Sequence[Document],
    named: Callable[[Document], Iterator[str]],
    facts: SiteFacts,
) -> Claims:
    """Return the claims of pages that name exactly one other page that is here."""
    claims: dict[str, str] = {}
    for document in documents:
        found = {facts.find(document, href) for href in named(document)} - {None, document.uri}
        if len(found) == 1:
            claims[document.uri] = str(found.pop())
    return claims


def _unique(
    sources: Sequence[Document],
    targets: Sequence[Document],
    keys: Callable[[Document], tuple[str, ...]],
    confidence: float,
) -> Iterator[Found]:
    """Yield pairs that share a key which stands for one page on each side only."""
    places: tuple[dict[str, list[str]], ...] = (defaultdict(list), defaultdict(list))
    for side, documents in zip(places, (sources, targets), strict=True):
        for document in documents:
            for key in dict.fromkeys(keys(document)):
                side[key].append(document.uri)
    there = places[1]
    for key, uris in places[0].items():
        if len(uris) == 1 and len(there.get(key, ())) == 1:
            yield Found(uris[0], there[key][0], confidence)
