"""Facts about all documents of a run, gathered before any pair is looked at."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from kielipari.model import Block, Document, Pair

BlockKey = tuple[str, str, str]
_REPEATED = 3  # a text on this many pages of one language belongs to the site, not to the page


@dataclass(frozen=True, slots=True)
class SiteFacts:
    """What is known of the site as a whole.

    ``addresses`` leads from an address that a page gives as its own to the document's uri;
    ``repeated`` counts the documents that a text stands on; ``owner`` names, for a text that
    stands on many pages, the one pair in which it is checked.
    """

    addresses: Mapping[str, str] = field(default_factory=dict)
    repeated: Mapping[BlockKey, int] = field(default_factory=dict)
    owner: Mapping[BlockKey, str] = field(default_factory=dict)

    def is_elsewhere(self, block: Block, lang: str, pair: str) -> bool:
        """Whether a block repeats on many pages and is checked with another pair."""
        return self.owner.get(_key(block, lang), pair) != pair


def survey(documents: Iterable[Document]) -> SiteFacts:
    """Gather the addresses of documents and the texts that repeat from one to the other."""
    addresses: dict[str, str] = {}
    counts: Counter[BlockKey] = Counter()
    for document in documents:
        addresses[document.uri] = document.uri
        for address in own_addresses(document):
            addresses.setdefault(address, document.uri)
        if document.lang:
            counts.update({_key(block, document.lang) for block in document.blocks})
    repeated = {key: n for key, n in counts.items() if n >= _REPEATED}
    return SiteFacts(addresses=addresses, repeated=repeated)


def with_owners(facts: SiteFacts, pairs: Iterable[Pair]) -> SiteFacts:
    """Say for every repeated text which pair it is checked with: the first that has it."""
    owner: dict[BlockKey, str] = {}
    for pair in pairs:
        if pair.source is None or pair.target is None:
            continue
        for document, lang in ((pair.source, pair.source_lang), (pair.target, pair.target_lang)):
            for block in document.blocks:
                key = _key(block, lang)
                if key in facts.repeated:
                    owner.setdefault(key, pair.id)
    return SiteFacts(addresses=facts.addresses, repeated=facts.repeated, owner=owner)


def own_addresses(document: Document) -> tuple[str, ...]:
    """Return the addresses a page gives as its own: canonical, and hreflang of its language."""
    own = [document.meta.canonical] if document.meta.canonical else []
    own += [a.href for a in document.meta.alternates if a.lang.split("-")[0] == document.lang]
    return tuple(dict.fromkeys(own))


def _key(block: Block, lang: str) -> BlockKey:
    return (lang, block.kind.value, block.text)
