"""HTML → Document."""

from collections.abc import Iterable
from typing import NamedTuple

from kielipari.errors import EmptyInputError, InputError
from kielipari.ingest.decode import decode
from kielipari.ingest.html import elements
from kielipari.ingest.html.page import PageHandler
from kielipari.ingest.html.stack import LinkText
from kielipari.ingest.html.tokenizer import tokenize
from kielipari.ingest.languages import primary
from kielipari.ingest.source import Source
from kielipari.model import Block, Document, Link, Meta, Region

_LONGEST_LABEL = 30
_LONGEST_PAGE = 2_000_000  # code points; a book of six hundred pages


def read(data: bytes, uri: str, lang: str | None = None, encoding: str | None = None) -> Document:
    """Return what a reader sees, hears or meets of a page.

    Raises:
        EmptyInputError: the body of the page holds no text.
        InputError: the encoding cannot be told, or the page is too long.

    """
    decoded = decode(data, uri, encoding=encoding, lenient=True)
    source = Source(decoded.text)
    page = PageHandler(source)
    tokenize(source.text, 0, len(source.text), page)
    page.finish()
    blocks = page.blocks.finish()
    if all(block.region is Region.HEAD for block in blocks):
        raise EmptyInputError(_why_empty(page), uri)
    length = sum(len(block.text) for block in blocks)
    if length > _LONGEST_PAGE:
        raise InputError(
            f"the page holds {length / 1e6:.1f} million characters of text, more than anybody "
            "reads as one page; split it",
            uri,
        )
    declared = page.declared_lang
    own = lang or primary(declared) or primary(page.facts.content_language)
    title = next((b.text for b in blocks if b.kind == "title"), None)
    extra = [*page.facts.extra, *page.extra]
    if decoded.damaged:
        extra.append(("unreadable-bytes", str(decoded.damaged)))
    return Document(
        uri,
        own,
        blocks,
        Meta(
            format="html",
            encoding=decoded.encoding,
            declared_lang=declared,
            declared_at=page.declared_at,
            title=title,
            canonical=page.facts.canonical,
            alternates=tuple(page.facts.alternates),
            links=tuple(_links(page.links, source, own)),
            modified=page.facts.modified,
            extra=tuple(extra),
        ),
    )


class Fragment(NamedTuple):
    """What stands in a piece of HTML within another format."""

    blocks: tuple[Block, ...]
    links: tuple[Link, ...]


def read_fragment(source: Source, start: int, end: int) -> Fragment:
    """Return what a reader sees of the HTML between two offsets of a file."""
    page = PageHandler(source)
    tokenize(source.text, start, end, page)
    page.finish()
    return Fragment(page.blocks.finish(), tuple(_links(page.links, source, None)))


def _why_empty(page: PageHandler) -> str:
    if page.has_frames:
        return "the page only holds frames; give the pages that stand in them"
    return (
        "the body of the page holds no text (a script may build it); save the page from a "
        "browser once it has loaded"
    )


def _links(found: Iterable[LinkText], source: Source, own: str | None) -> Iterable[Link]:
    for link in sorted(found, key=lambda item: item.at):
        text = " ".join("".join(link.parts).split()) or link.alt
        label = text.lower().strip("()[] ")
        named = elements.LANGUAGE_LABELS.get(label)
        other = primary(link.lang) or named
        listed = link.in_list and other is None and 0 < len(text) <= _LONGEST_LABEL
        leads_out = not link.href.startswith(("#", "mailto:", "tel:"))
        switcher = leads_out and (listed or (other is not None and other != own))
        yield Link(
            link.href,
            text,
            source.place(link.at),
            link.lang or named,
            link.region,
            switcher,
        )
