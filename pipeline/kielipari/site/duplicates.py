"""Pages that are there twice: under several addresses, for print, with parameters."""

from collections.abc import Sequence

from kielipari.model import Document
from kielipari.site.addresses import is_web
from kielipari.site.survey import SiteFacts


def without_duplicates(documents: Sequence[Document], facts: SiteFacts) -> list[Document]:
    """Leave out web pages that name another page as their canonical one, or equal one in all.

    A canonical address in another language is a mistake of the page, which is then kept; so is
    one that its target does not give as its own.
    """
    known = {document.uri: document for document in documents}
    kept: dict[str, None] = {}
    texts: dict[tuple[str | None, tuple[str, ...]], str] = {}
    for document in documents:
        if not is_web(document.uri):
            kept[document.uri] = None
            continue
        canonical = document.meta.canonical
        target = known.get(facts.find(document, canonical) or "") if canonical else None
        if (
            target is not None
            and target.uri != document.uri
            and target.lang == document.lang
            and facts.find(target, target.meta.canonical or target.uri) == target.uri
        ):
            continue
        text = (document.lang, tuple(block.text for block in document.blocks))
        if texts.setdefault(text, document.uri) == document.uri:
            kept[document.uri] = None
    return [document for document in documents if document.uri in kept]
