"""The text that is being read, from where a block begins to where it ends."""

from kielipari.ingest.builder import Mark, TextBuilder
from kielipari.ingest.html.blocks import BlockList, Standing
from kielipari.ingest.html.stack import Frame, LinkText
from kielipari.ingest.html.tokenizer import pieces_of
from kielipari.ingest.linebreaks import ends_line
from kielipari.ingest.source import Source
from kielipari.model import BlockKind, InlineKind

_JOINED_LINES = frozenset(
    {BlockKind.HEADING, BlockKind.LABEL, BlockKind.BUTTON, BlockKind.TITLE, BlockKind.CODE}
)
_SENTENCE_ENDS = frozenset(".!?:;")


class RunningText:
    """Builds the text of one block after the other; links are told what stands in them."""

    def __init__(self, source: Source, blocks: BlockList) -> None:
        """Begin with no text."""
        self._text = source.text
        self._blocks = blocks
        self._builder = TextBuilder(source)
        self._breaks = 0
        self._seam = -1  # the length of the text where an inline element has just ended
        self._at_seam = False  # another begins there
        self.link: LinkText | None = None
        self.anchor_id: str | None = None  # the last id met within the block, or just before it

    def add(self, start: int, end: int, owner: Frame) -> None:
        """Append text between two offsets; ``owner`` is the element that the block belongs to."""
        text = self._text[start:end]
        if text.isspace():
            self._builder.space(start)
        else:
            if self._breaks:
                self._settle_break(text.lstrip()[:1], owner)
            if self._at_seam and self._builder.length == self._seam:
                self._settle_seam(text[0], start)
            if "&" in text:
                pieces = list(pieces_of(self._text, start, end))
                self._builder.pieces(pieces)
                text = "".join(read or self._text[a:b] for a, b, read in pieces)
            else:
                self._builder.literal(start, end)
        self._at_seam = False
        if self.link is not None:
            self.link.parts.append(text)

    def line_break(self, at: int) -> None:
        """Note a ``br``: whether it ends the block shows when more text comes."""
        if self._builder.length:
            self._breaks += 1
            self._builder.space(at)
        if self.link is not None:
            self.link.parts.append(" ")

    def begin_inline(self) -> None:
        """Note that an inline element begins."""
        self._at_seam = self._builder.length == self._seam

    def end_inline(self) -> None:
        """Note that an inline element ends."""
        self._seam = self._builder.length

    def open(self, kind: InlineKind, lang: str | None, href: str | None) -> Mark:
        """Begin a marked-up span."""
        return self._builder.open(kind, lang, href)

    def close(self, mark: Mark) -> None:
        """End a marked-up span."""
        self._builder.close(mark)

    def flush(self, owner: Frame) -> None:
        """End the block, if any text stands in it."""
        self._breaks = 0
        self._seam = -1
        if self.link is not None:
            self.link.parts.append(" ")
        if not self._builder.length:
            return
        built = self._builder.build()
        kind, level = owner.kind, owner.level
        item = owner.item
        if kind is BlockKind.LIST_ITEM and item is not None:
            if item.used:
                kind, level = BlockKind.PARAGRAPH, 0
            item.used = True
        identifier = (owner.id if not owner.used else None) or self.anchor_id
        owner.used = True
        self.anchor_id = None
        self._blocks.add(built, Standing(kind, owner.lang, owner.region, level, identifier))

    def _settle_break(self, first: str, owner: Frame) -> None:
        """End the text at two line breaks, or at one that ends what is said.

        In headings and buttons a break only serves the layout.
        """
        breaks, self._breaks = self._breaks, 0
        if owner.kind in _JOINED_LINES:
            return
        if breaks > 1 or ends_line(self._builder.last, first):
            self.flush(owner)

    def _settle_seam(self, first: str, at: int) -> None:
        """Part two inline elements that only their layout keeps apart: a figure and its label."""
        last = self._builder.last
        is_figure = last.isalnum() and first.isalnum() and last.isdigit() != first.isdigit()
        is_capital = first.isupper() and not last.isupper() and last.isalnum()
        if is_figure or is_capital or (last in _SENTENCE_ENDS and first.isalnum()):
            self._builder.space(at)
