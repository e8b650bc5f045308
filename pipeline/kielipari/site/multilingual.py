"""Pages that hold several languages one after the other, as error pages and notices do."""

from collections import Counter
from collections.abc import Callable
from dataclasses import replace

from kielipari.model import Document

_SAME = 0.7  # share of characters that stand on both pages, from which they are one page
_SUBSTANTIAL = 0.2  # share of a language from which a page is in it too


def parted(
    source: Document, target: Document, tell: Callable[[str], str | None]
) -> tuple[Document, Document]:
    """Return both documents, each with what is in its language where one text stands on both.

    ``tell`` names the language of a text, None where that cannot be told. A page in the wrong
    language is no such page: both languages must be there in substance.
    """
    if source.lang is None or target.lang is None or not _are_one(source, target):
        return source, target
    texts = {block.text for document in (source, target) for block in document.blocks}
    told = {text: tell(text) for text in texts}
    sizes: Counter[str | None] = Counter()
    for text in sorted(texts):
        sizes[told[text]] += len(text)
    whole = sum(sizes.values())
    if min(sizes[source.lang], sizes[target.lang]) < _SUBSTANTIAL * whole:
        return source, target
    return _own(source, told), _own(target, told)


def _are_one(source: Document, target: Document) -> bool:
    there = {block.text for block in target.blocks}
    size = sum(len(block.text) for block in source.blocks)
    other = sum(len(block.text) for block in target.blocks)
    same = sum(len(block.text) for block in source.blocks if block.text in there)
    return same >= _SAME * max(size, other, 1)


def _own(document: Document, told: dict[str, str | None]) -> Document:
    """Leave out what is in another language; what is in none (a name, a number) stays."""
    kept = tuple(b for b in document.blocks if told.get(b.text) in {None, document.lang})
    return replace(document, blocks=kept)
