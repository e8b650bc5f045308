"""Facts about all documents of a run, gathered before any pair is looked at."""

import posixpath
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from kielipari.model import Block, Document, Pair
from kielipari.site import addresses as spelled
from kielipari.site.repeats import BlockKey, Owners, key, owners
from kielipari.site.said import ADDRESS

_REPEATED = 3  # a text on this many pages of one language belongs to the site, not to the page
_DEEPEST = 12  # folders that a link from the root of a saved site is looked for in


@dataclass(frozen=True, slots=True)
class SiteFacts:
    """What is known of the site as a whole.

    ``addresses`` leads from an address to the uri of the document that stands there: as a page
    gives it, and in the spelling of :func:`kielipari.site.addresses.normal`; ``repeated`` counts
    the documents that a text stands on; ``owners`` names, for a text that stands on many pages,
    the one pair in which it is checked. ``partners`` leads from a document's uri to its
    counterpart's, ``languages`` to its language, and ``alternates`` to the uris of the language
    versions it declares; ``folders`` counts the documents by the folders of their addresses.
    """

    addresses: Mapping[str, str] = field(default_factory=dict)
    repeated: Mapping[BlockKey, int] = field(default_factory=dict)
    owners: Owners = field(default_factory=Owners)
    partners: Mapping[str, str] = field(default_factory=dict)
    languages: Mapping[str, str] = field(default_factory=dict)
    alternates: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    folders: Mapping[str, int] = field(default_factory=dict)

    def is_elsewhere(self, block: Block, lang: str, pair: str) -> bool:
        """Whether a block repeats on many pages and is checked with another pair."""
        name = key(block, lang)
        owners = self.owners
        return owners.owner.get(name, pair) != pair and (name, pair) not in owners.kept

    def find(self, document: Document, href: str) -> str | None:
        """Return the uri of the document that a link on a page leads to, None if it is not here."""
        for candidate in _candidates(document, href):
            uri = self.addresses.get(candidate) or self.addresses.get(spelled.normal(candidate))
            if uri is not None:
                return uri
        return None

    def uri(self, address: str) -> str:
        """Return the uri of the document at an address as a person gives it, else the address."""
        return self.addresses.get(address) or self.addresses.get(spelled.normal(address), address)


def survey(documents: Iterable[Document], listed: Iterable[str] = ()) -> SiteFacts:
    """Gather the addresses of documents and the texts that repeat from one to the other.

    ``listed`` are web addresses that saved pages may have come from, as a sitemap gives them.
    """
    documents = tuple(documents)
    counts: Counter[BlockKey] = Counter()
    for document in documents:
        if document.lang:
            counts.update({key(block, document.lang) for block in document.blocks})
    repeated = {name: n for name, n in counts.items() if n >= _REPEATED}
    facts = SiteFacts(
        addresses=_addresses(documents, frozenset(listed)),
        repeated=repeated,
        languages={d.uri: d.lang for d in documents if d.lang},
        folders=Counter(folder for d in documents for folder in _folders(d)),
    )
    return replace(facts, alternates={d.uri: _declared(d, facts) for d in documents})


def _declared(document: Document, facts: SiteFacts) -> tuple[str, ...]:
    """Return the uris of the language versions that a page declares."""
    found = (facts.find(document, alternate.href) for alternate in document.meta.alternates)
    return tuple(dict.fromkeys(uri for uri in found if uri is not None))


def _folders(document: Document) -> set[str]:
    """Return the folders that a page stands in, by its uri and by its own addresses."""
    return {posixpath.dirname(address) for address in (document.uri, *own_addresses(document))}


def with_owners(facts: SiteFacts, pairs: Iterable[Pair]) -> SiteFacts:
    """Say who is whose counterpart, and for every repeated text which pair it is checked with."""
    pairs = tuple(pairs)
    partners: dict[str, str] = {}
    for pair in pairs:
        if pair.source is None or pair.target is None:
            continue
        partners[pair.source.uri] = pair.target.uri
        partners[pair.target.uri] = pair.source.uri
    return replace(facts, owners=owners(pairs, facts.repeated), partners=partners)


def own_addresses(document: Document) -> tuple[str, ...]:
    """Return the addresses of a page: canonical, hreflang of its language, where it was saved from."""
    meta = document.meta
    own = [meta.canonical] if meta.canonical else []
    own += [a.href for a in meta.alternates if a.lang.split("-")[0].lower() == document.lang]
    own += [value for name, value in meta.extra if name in {ADDRESS, "og:url"}]
    return tuple(dict.fromkeys(own))


# ---------------------------------------------------------------- addresses


def _addresses(documents: tuple[Document, ...], listed: frozenset[str]) -> dict[str, str]:
    """Return where each document stands; the surer an address, the earlier it is taken."""
    found: dict[str, str] = {}
    for document in documents:
        found[document.uri] = document.uri
    for document in documents:
        found.setdefault(spelled.normal(document.uri), document.uri)
    claimed: defaultdict[str, list[str]] = defaultdict(list)
    for document in documents:
        for address in own_addresses(document):
            claimed[address].append(document.uri)
            for candidate in _candidates(document, address):
                claimed[spelled.normal(candidate)].append(document.uri)
    for address, uris in claimed.items():
        if len(set(uris)) == 1:  # a canonical address that many pages give is a mistake of theirs
            found.setdefault(address, uris[0])
    found |= {a: uri for a, uri in _mirrored(documents, listed).items() if a not in found}
    return found


def _mirrored(documents: tuple[Document, ...], listed: frozenset[str]) -> dict[str, str]:
    """Return web addresses of pages in a folder, told by where the folder's path ends like them."""
    named = listed | {
        href
        for document in documents
        for href in (
            *(a.href for a in document.meta.alternates),
            *(link.href for link in document.meta.links if link.switcher),
        )
        if spelled.is_web(href)
    }
    if not named:
        return {}
    places: dict[str, list[str]] = defaultdict(list)
    for document in documents:
        if not spelled.is_web(document.uri):
            pieces = spelled.normal(document.uri).split("/")
            for start in range(max(0, len(pieces) - _DEEPEST), len(pieces)):
                places["/".join(pieces[start:])].append(document.uri)
    found = {}
    for href in named:
        address = spelled.normal(href)
        host, _, path = address.removeprefix("//").partition("/")
        for ending in (f"{host}/{path}", path):
            uris = places.get(ending, ()) if ending else ()
            if len(uris) == 1:
                found[address] = uris[0]
                break
    return found


def _candidates(document: Document, href: str) -> Iterator[str]:
    """Yield the addresses that a link may mean, the likeliest first."""
    href = href.strip()
    if spelled.is_web(href):
        yield href
        return
    extra = document.meta.extra
    bases = [value for name, value in extra if name == "base"]
    bases += [document.uri]
    bases += [value for name, value in extra if name == ADDRESS]
    bases += [document.meta.canonical] if document.meta.canonical else []
    for base in bases:
        if base == document.uri or spelled.is_web(base):
            yield spelled.join(base, href)
    yield href
    if href.startswith("/") and not spelled.is_web(document.uri):
        folder = posixpath.dirname(document.uri)
        for _ in range(_DEEPEST):
            yield posixpath.join(folder, href.lstrip("/"))
            if not folder or folder == "/":
                break
            folder = posixpath.dirname(folder)
