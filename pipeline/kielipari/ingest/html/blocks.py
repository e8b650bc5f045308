"""The blocks of a page in the order of the file, each with an id of its own."""

from typing import NamedTuple

from kielipari.ingest.builder import TextBuilder
from kielipari.ingest.html.elements import LANGUAGE_NAMES
from kielipari.ingest.html.tokenizer import Attribute, pieces_of
from kielipari.ingest.source import Mapped, Source
from kielipari.model import Block, BlockKind, Inline, InlineKind, Region, SourceMap

_CHOICES = frozenset({BlockKind.LABEL, BlockKind.BUTTON})
_WITH_LEVEL = frozenset({BlockKind.HEADING, BlockKind.LIST_ITEM, BlockKind.TABLE_CELL})


_Fields = tuple[
    BlockKind, str, str | None, int, tuple[Inline, ...], SourceMap, Region, str | None
]  # of a block, in their order, behind its id


class Standing(NamedTuple):
    """How a text stands on its page: what it is, where, and the id of its element.

    ``is_repeat`` is said of a text that counts only where nothing else on the page says the same.
    """

    kind: BlockKind
    lang: str | None
    region: Region
    level: int = 0
    name: str | None = None
    is_repeat: bool = False


class BlockList:
    """Collects blocks as they are read; those of attributes come out of their order."""

    def __init__(self, source: Source) -> None:
        """Begin with none."""
        self._source = source
        self._found: list[tuple[int, str, bool, _Fields]] = []
        self._ids: set[str] = set()

    def add(self, built: Mapped, standing: Standing) -> None:
        """Keep a text unless it has neither letter nor digit in it.

        A paragraph that is nothing but links is taken apart: they stand alone, each by itself.
        """
        text = built.text
        if not any(map(str.isalnum, text)):
            return
        if text[0].isspace() or text[-1].isspace():
            built = built.cut(0, len(text))
        kind, lang = standing.kind, standing.lang
        if kind is BlockKind.PARAGRAPH:
            links = _one_after_another(built.inlines)
            if len(links) > 1 and _is_only_links(built.text, links):
                for part in built.cut_all((link.start, link.end) for link in links):
                    self.add(part, standing)
                    standing = standing._replace(name=None)
                return
        href = None
        inlines = _with_languages(built.inlines, built.text, kind)
        for inline in inlines:
            if inline.start > 0 or inline.end < len(built.text):
                continue
            lang = inline.lang or lang
            if inline.kind is InlineKind.LINK:
                href = inline.href
        if href is not None and kind is BlockKind.PARAGRAPH:
            kind = BlockKind.LINK
        name = standing.name if standing.name and standing.name not in self._ids else ""
        self._ids.add(name)
        fields = (
            kind,
            built.text,
            lang,
            standing.level if kind in _WITH_LEVEL else 0,
            inlines,
            built.source_map(self._source),
            standing.region,
            href,
        )
        self._found.append((built.at, name, standing.is_repeat, fields))

    def add_attribute(self, attribute: Attribute, standing: Standing) -> None:
        """Keep the text of an attribute."""
        builder = TextBuilder(self._source)
        builder.pieces(pieces_of(self._source.text, attribute.start, attribute.end, attribute=True))
        self.add(builder.build(), standing)

    def finish(self) -> tuple[Block, ...]:
        """Return the blocks in the order of the file, numbered where they have no id.

        A ``title`` attribute that says only what stands on the page anyway is left out, and so is
        what JSON-LD repeats.
        """
        shown = {fields[1] for _, _, is_repeat, fields in self._found if not is_repeat}
        kept = []
        for at, name, is_repeat, fields in sorted(self._found, key=lambda item: item[0]):
            if is_repeat:
                if fields[1] in shown:
                    continue
                shown.add(fields[1])
            kept.append((at, name, fields))
        return tuple(
            Block(name or self._free_id(str(number)), *fields)
            for number, (_, name, fields) in enumerate(kept, 1)
        )

    def _free_id(self, name: str) -> str:
        while name in self._ids:
            name += "-"
        return name


def _with_languages(inlines: tuple[Inline, ...], text: str, kind: BlockKind) -> tuple[Inline, ...]:
    """Mark a language's own name as being in that language, where a reader is to choose it."""
    if kind in _CHOICES and (named := LANGUAGE_NAMES.get(text.lower())) is not None:
        inlines = (*inlines, Inline(InlineKind.SPAN, 0, len(text), named))
    if not inlines:
        return inlines
    return tuple(_with_language(inline, text) for inline in inlines)


def _with_language(inline: Inline, text: str) -> Inline:
    """Return a link with the language that it names."""
    if inline.kind is not InlineKind.LINK or inline.lang is not None:
        return inline
    named = LANGUAGE_NAMES.get(text[inline.start : inline.end].strip().lower())
    return Inline(inline.kind, inline.start, inline.end, named, inline.href) if named else inline


def _one_after_another(inlines: tuple[Inline, ...]) -> list[Inline]:
    """Return the links, without those within another (which broken markup brings about)."""
    links: list[Inline] = []
    for inline in inlines:
        if inline.kind is InlineKind.LINK and (not links or inline.start >= links[-1].end):
            links.append(inline)
    return links


def _is_only_links(text: str, links: list[Inline]) -> bool:
    """Whether nothing that is read stands between the links."""
    position = 0
    for link in links:
        if any(map(str.isalnum, text[position : link.start])):
            return False
        position = max(position, link.end)
    return not any(map(str.isalnum, text[position:]))
