"""What was read: a document, its blocks, and where in the file their text stands."""

from dataclasses import dataclass, field
from enum import StrEnum
from itertools import starmap
from struct import Struct
from typing import NamedTuple


class Place(NamedTuple):
    """A position in a file; both numbers count from 1, columns in code points."""

    line: int
    column: int


START = Place(1, 1)
"""Where every file begins; also the place of what has none of its own."""


class Anchor(NamedTuple):
    """From ``offset`` on, a block's text stands at this place, ``step`` columns a code point.

    ``step`` is 0 where the text is not written as such in the file (an entity, an escape, a
    folded white space): the whole piece then leads to where its source begins.
    """

    offset: int
    line: int
    column: int
    step: int = 1


_PACKED = Struct("<IIIb")  # offset, line, column, step: an eighth of what objects would take


@dataclass(frozen=True, slots=True)
class SourceMap:
    """Leads from any offset of a block's text to its place in the file."""

    packed: bytes = _PACKED.pack(0, 1, 1, 1)

    @classmethod
    def of(cls, *anchors: Anchor) -> "SourceMap":
        """Return a map of the pieces that a text is made of, in their order; none begins the file."""
        return cls(b"".join(starmap(_PACKED.pack, anchors))) if anchors else cls()

    @classmethod
    def at(cls, place: Place) -> "SourceMap":
        """Return a map for a text that stands as it is from one place on."""
        return cls(_PACKED.pack(0, place.line, place.column, 1))

    @property
    def anchors(self) -> tuple[Anchor, ...]:
        """The pieces that the text is made of."""
        return tuple(starmap(Anchor, _PACKED.iter_unpack(self.packed)))

    def place(self, offset: int) -> Place:
        """Return the line and column where the text at ``offset`` stands."""
        first, after = 0, len(self.packed) // _PACKED.size
        while after - first > 1:  # the last piece that does not begin behind the offset
            middle = (first + after) // 2
            if _PACKED.unpack_from(self.packed, middle * _PACKED.size)[0] <= offset:
                first = middle
            else:
                after = middle
        begin, line, column, step = _PACKED.unpack_from(self.packed, first * _PACKED.size)
        return Place(line, column + step * max(offset - begin, 0))


class BlockKind(StrEnum):
    """What a block is on its page or in its file."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list-item"
    TABLE_CELL = "table-cell"
    QUOTE = "quote"
    CODE = "code"
    LINK = "link"
    BUTTON = "button"
    LABEL = "label"
    CAPTION = "caption"
    ALT = "alt"
    ARIA_LABEL = "aria-label"
    PLACEHOLDER = "placeholder"
    TITLE = "title"
    DESCRIPTION = "description"
    OPEN_GRAPH = "open-graph"
    ENTRY = "entry"

    @property
    def is_metadata(self) -> bool:
        """Whether the reader meets it beside the text: in a tab, a search result, a screen reader."""
        return self in _METADATA


_METADATA = frozenset(
    {
        BlockKind.ALT,
        BlockKind.ARIA_LABEL,
        BlockKind.PLACEHOLDER,
        BlockKind.TITLE,
        BlockKind.DESCRIPTION,
        BlockKind.OPEN_GRAPH,
    }
)


class Region(StrEnum):
    """Which part of a page a block stands in."""

    HEAD = "head"
    MAIN = "main"
    HEADER = "header"
    NAVIGATION = "navigation"
    ASIDE = "aside"
    FOOTER = "footer"
    COOKIES = "cookies"


class InlineKind(StrEnum):
    """What a span within a block is."""

    EMPHASIS = "emphasis"
    LINK = "link"
    QUOTATION = "quotation"
    CODE = "code"
    PLACEHOLDER = "placeholder"
    SPAN = "span"


@dataclass(frozen=True, slots=True)
class Inline:
    """A marked-up span of a block's text; ``lang`` only where the markup declares one."""

    kind: InlineKind
    start: int
    end: int
    lang: str | None = None
    href: str | None = None


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of text that a reader sees as one: a heading, a paragraph, a cell, an alt text.

    ``text`` has its white space folded. ``level`` is 1–6 for headings, the depth of list
    items and the number of a table cell in its row from 1, else 0. ``lang`` is what the markup declares for it (its own or inherited), or None.
    ``id`` is unique within the document: the element's id if it has one, else its number.
    """

    id: str
    kind: BlockKind
    text: str
    lang: str | None = None
    level: int = 0
    inlines: tuple[Inline, ...] = ()
    source_map: SourceMap = field(default_factory=SourceMap)
    region: Region = Region.MAIN
    href: str | None = None

    def place(self, offset: int = 0) -> Place:
        """Return the place in the file of an offset in ``text``."""
        return self.source_map.place(offset)


@dataclass(frozen=True, slots=True)
class Alternate:
    """Another language version that a page declares (``rel=alternate hreflang``)."""

    lang: str
    href: str
    place: Place = START


@dataclass(frozen=True, slots=True)
class Link:
    """A link or attachment on a page; ``switcher`` marks a link that names another language."""

    href: str
    text: str
    place: Place
    lang: str | None = None
    region: Region = Region.MAIN
    switcher: bool = False


@dataclass(frozen=True, slots=True)
class Meta:
    """What a file says of itself. Addresses are as written, not resolved."""

    format: str = ""
    encoding: str = "utf-8"
    declared_lang: str | None = None
    declared_at: Place = START
    title: str | None = None
    canonical: str | None = None
    alternates: tuple[Alternate, ...] = ()
    links: tuple[Link, ...] = ()
    modified: str | None = None
    extra: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """One language version as it was read; ``lang`` is None until it is known.

    ``lang`` says what the document ought to be (declared, configured or found out), not what
    each sentence turns out to be in.
    """

    uri: str
    lang: str | None
    blocks: tuple[Block, ...]
    meta: Meta = field(default_factory=Meta)


@dataclass(frozen=True, slots=True)
class Segment:
    """A sentence, or another piece that is translated as one: ``block.text[start:end]``."""

    block: Block
    start: int
    end: int

    @property
    def text(self) -> str:
        """The segment's own text."""
        return self.block.text[self.start : self.end]

    def place(self, offset: int = 0) -> Place:
        """Return the place in the file of an offset in the segment's text."""
        return self.block.place(self.start + offset)
