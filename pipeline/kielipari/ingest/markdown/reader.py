"""Markdown → Document."""

import re
from dataclasses import replace
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.footnote import footnote_plugin

from kielipari.errors import EmptyInputError
from kielipari.ingest.builder import TextBuilder
from kielipari.ingest.decode import decode
from kielipari.ingest.html.reader import read_fragment
from kielipari.ingest.languages import primary
from kielipari.ingest.markdown.frontmatter import front_matter
from kielipari.ingest.markdown.inline import InlineWalk
from kielipari.ingest.markdown.located import locate_cell, locate_lines
from kielipari.ingest.source import Mapped, Source
from kielipari.ingest.suppress import extra_entries
from kielipari.model import Block, BlockKind, Document, InlineKind, Link, Meta

_HEADING_ID = re.compile(r"(?<![ \t])[ \t]*+\{[ \t]*+#([\w.:-]++)[^}]{0,200}\}[ \t]*+$")


@cache
def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"maxNesting": 100}).enable(["table", "strikethrough"])
    parser.use(footnote_plugin, inline=False, move_to_end=False, always_match_refs=True)
    # Joined tokens would lose how an escape or an entity was written.
    return parser.disable("text_join")


def read(data: bytes, uri: str, lang: str | None = None, encoding: str | None = None) -> Document:
    """Return the headings, paragraphs, list items and cells of a Markdown file.

    Raises:
        EmptyInputError: there is no text in the file.
        InputError: the file is no text.

    """
    decoded = decode(data, uri, encoding=encoding)
    source = Source(decoded.text)
    head = front_matter(source)
    # The front matter becomes blanks, so that the numbers of the lines stay what they are.
    kept = re.sub(r"[^\r\n]", " ", source.text[: head.end]) + source.text[head.end :]
    walk = _Walk(source)
    walk.run(_parser().parse(kept))
    if not walk.blocks:
        raise EmptyInputError("there is no text in the file; give a file with text in it", uri)
    blocks = _numbered([*head.blocks, *walk.blocks])
    first = next((b.text for b in blocks if b.kind is BlockKind.HEADING), None)
    return Document(
        uri,
        lang or primary(head.lang),
        blocks,
        Meta(
            format="markdown",
            encoding=decoded.encoding,
            declared_lang=head.lang,
            declared_at=head.lang_at,
            title=head.title or first,
            links=tuple(walk.links),
            modified=head.modified,
            extra=tuple(extra_entries(source, 0, len(source.text))),
        ),
    )


class _Walk:
    """Walks the block tokens and keeps the containers that are open."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self._lists = 0
        self._quotes = 0
        self._items: list[bool] = []  # open list items: whether their first text is read
        self._heading = 0
        self._in_cell = False
        self._row = 0
        self._column = 0
        self._cell = 0
        self.blocks: list[Block] = []
        self.links: list[Link] = []

    def run(self, tokens: list[Token]) -> None:
        """Take the tokens in their order."""
        for token in tokens:
            self._track(token)
            if token.type == "inline":
                self._inline(token)
            elif token.type in ("fence", "code_block"):
                self._code(token)
            elif token.type == "html_block":
                self._html(token)

    def _track(self, token: Token) -> None:
        name, opens = token.type, token.nesting > 0
        if name in ("bullet_list_open", "ordered_list_open"):
            self._lists += 1
        elif name in ("bullet_list_close", "ordered_list_close"):
            self._lists -= 1
        elif name == "list_item_open":
            self._items.append(False)
        elif name == "list_item_close":
            self._items.pop()
        elif name.startswith("blockquote_"):
            self._quotes += token.nesting
        elif name.startswith("heading_"):
            self._heading = int(token.tag[1]) if opens else 0
        elif name in ("th_open", "td_open", "th_close", "td_close"):
            self._in_cell = opens
            self._cell += opens
        elif name == "tr_open" and token.map:
            self._row, self._column, self._cell = token.map[0] + 1, 0, 0

    def _inline(self, token: Token) -> None:
        if not token.content:
            return
        if self._in_cell:
            line = self._row
            located, self._column = locate_cell(self._source, token.content, line, self._column)
        elif token.map is None:
            return
        else:
            located = locate_lines(self._source, token.content, token.map[0] + 1)
        walk = InlineWalk(self._source, located)
        walk.run(token.children or [])
        for href, at, text in walk.links:
            self.links.append(Link(href, text, self._source.place(at)))
        found = [(built, self._kind()) for built in walk.finished]
        for built, (kind, level) in found:
            self._add(built, kind, level)
        for image in walk.images:
            self._add(image, BlockKind.ALT, 0)

    def _kind(self) -> tuple[BlockKind, int]:
        if self._heading:
            return BlockKind.HEADING, self._heading
        if self._in_cell:
            return BlockKind.TABLE_CELL, self._cell
        if self._items and not self._items[-1]:
            self._items[-1] = True
            return BlockKind.LIST_ITEM, self._lists
        if self._quotes:
            return BlockKind.QUOTE, 0
        return BlockKind.PARAGRAPH, 0

    def _add(self, built: Mapped, kind: BlockKind, level: int) -> None:
        name = ""
        if kind is BlockKind.HEADING:
            marked = _HEADING_ID.search(built.text)
            if marked is not None:
                name = marked.group(1)
                built = built.cut(0, marked.start())
        if not any(map(str.isalnum, built.text)):
            return
        href = None
        for inline in built.inlines:
            whole = inline.start == 0 and inline.end == len(built.text)
            if whole and inline.kind is InlineKind.LINK:
                href = inline.href
        if href is not None and kind is BlockKind.PARAGRAPH:
            kind = BlockKind.LINK
        self.blocks.append(
            Block(
                name,
                kind,
                built.text,
                level=level,
                inlines=built.inlines,
                source_map=built.source_map(self._source),
                href=href,
            )
        )

    def _code(self, token: Token) -> None:
        if token.map is None or not token.content.strip():
            return
        first = token.map[0] + (2 if token.type == "fence" else 1)
        content = token.content.rstrip("\n")
        builder = TextBuilder(self._source)
        located = locate_lines(self._source, content, first)
        offset = 0
        for line in content.split("\n"):
            for start, end in located.cut(offset, offset + len(line.rstrip())):
                builder.literal(start, end)
                builder.space(end)
            offset += len(line) + 1
        self._add(builder.build(), BlockKind.CODE, 0)

    def _html(self, token: Token) -> None:
        if token.map is None:
            return
        start = self._source.start_of(token.map[0] + 1)
        end = len(self._source.text)
        if token.map[1] + 1 <= self._source.line_count:
            end = self._source.start_of(token.map[1] + 1)
        fragment = read_fragment(self._source, start, end)
        self.blocks.extend(replace(block, id="") for block in fragment.blocks)
        self.links.extend(fragment.links)


def _numbered(blocks: list[Block]) -> tuple[Block, ...]:
    """Give every block an id of its own: its heading's, else its number."""
    taken: set[str] = set()
    named = []
    for number, block in enumerate(blocks, 1):
        name = block.id if block.id and block.id not in taken else str(number)
        while name in taken:
            name += "-"
        taken.add(name)
        named.append(replace(block, id=name))
    return tuple(named)
