"""DOCX → Document: places are numbers of paragraphs, since nobody sees the lines of its XML.

The line of a place is the paragraph's number, counted from 1 through the body with its tables,
then headers and footers; the column counts characters within the paragraph.
"""

import re
import zipfile
from collections.abc import Iterator
from io import BytesIO
from typing import Any, NamedTuple

import docx
from docx.exceptions import PythonDocxError
from docx.opc.exceptions import OpcError
from lxml import etree

from kielipari.errors import EmptyInputError, InputError
from kielipari.ingest.builder import TextBuilder
from kielipari.ingest.languages import primary
from kielipari.ingest.source import Source
from kielipari.model import Anchor, Block, BlockKind, Document, InlineKind, Meta, Region, SourceMap

MOST_UNPACKED = 200 * 1024 * 1024
_MOST_PARTS = 10_000
_BODY = "word/document.xml"
_OTHER_OFFICE = {
    "xl/workbook.xml": "an Excel workbook",
    "ppt/presentation.xml": "a presentation",
    "mimetype": "an OpenDocument file",
}
_ADVICE = "save it as DOCX"
_DECLARATION = re.compile(rb"<!(?:DOCTYPE|ENTITY)")

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
_LEFT_OUT = frozenset({f"{_W}del", f"{_W}moveFrom", f"{_W}pPr", f"{_W}rPr", _FALLBACK, f"{_W}p"})
_HEADING = re.compile(r"heading\s*+([1-9])", re.IGNORECASE)
_MOST_LEVELS = 6
_LONGEST_INHERITANCE = 10


class _Style(NamedTuple):
    """What a paragraph style says: 0 where it is neither heading nor list."""

    heading: int = 0
    list_depth: int = 0


def read(data: bytes, uri: str, lang: str | None = None, _encoding: str | None = None) -> Document:
    """Return the paragraphs of a Word file: headings, list items, cells, links, alt texts.

    Deleted text of tracked changes is left out, inserted text read.

    Raises:
        EmptyInputError: there is no text.
        InputError: it is no DOCX, is damaged, or unpacks to more than 200 MB.

    """
    _check_package(data, uri)
    try:
        document = docx.Document(BytesIO(data))
        walk = _Walk(document)
        walk.run()
        core = document.core_properties
        title, declared = core.title or None, core.language or None
        modified = core.modified.isoformat() if core.modified else None
    except (
        PythonDocxError, OpcError, etree.LxmlError, zipfile.BadZipFile, KeyError, ValueError,
        OSError, AttributeError, NotImplementedError, RuntimeError,
    ) as error:  # fmt: skip
        reason = " ".join(str(error).split())[:120] or type(error).__name__
        raise InputError(f"the Word file is damaged ({reason}); save it again", uri) from None
    if not walk.blocks:
        raise EmptyInputError("there is no text in the file; give a file with text in it", uri)
    return Document(
        uri,
        lang or primary(declared),
        tuple(walk.blocks),
        Meta(
            format="docx",
            declared_lang=declared,
            title=title or next((b.text for b in walk.blocks if b.kind == "heading"), None),
            modified=modified,
        ),
    )


def _check_package(data: bytes, uri: str) -> None:
    """Refuse what is no DOCX, or would fill the memory, before anything is unpacked."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as package:
            members = package.infolist()
            size = sum(member.file_size for member in members)
            names = {member.filename for member in members}
            if size > MOST_UNPACKED or len(members) > _MOST_PARTS:
                raise InputError(
                    f"the file unpacks to {size // 1_000_000} MB in {len(members)} parts; split it",
                    uri,
                )
            if _BODY not in names:
                kind = next((k for name, k in _OTHER_OFFICE.items() if name in names), None)
                what = kind or "a ZIP archive without a Word document in it"
                raise InputError(f"the file is {what}; {_ADVICE}", uri)
            for member in members:
                if member.filename.endswith((".xml", ".rels")):
                    part = package.read(member).replace(b"\0", b"")
                    if _DECLARATION.search(part):
                        raise InputError(f"the file declares XML entities; {_ADVICE} again", uri)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, OSError, EOFError) as error:
        if data.startswith(b"\xd0\xcf\x11\xe0"):
            what = "has a password or is of the old kind (.doc)"
            raise InputError(f"the file {what}; {_ADVICE} without one", uri) from None
        raise InputError(f"the file is no DOCX ({error}); {_ADVICE}", uri) from None


class _Walk:
    """Walks the paragraphs in the order of the document."""

    def __init__(self, document: Any) -> None:  # noqa: ANN401 (lxml and python-docx are untyped)
        self._document = document
        self._styles = {
            style.style_id: _style(style) for style in document.styles if style.type == 1
        }
        self._number = 0
        self.blocks: list[Block] = []

    def run(self) -> None:
        """Read the body, then headers and footers."""
        self._part(self._document.element.body, self._document.part, Region.MAIN)
        for section in self._document.sections:
            for holder, region in (
                (section.header, Region.HEADER),
                (section.footer, Region.FOOTER),
            ):
                if not holder.is_linked_to_previous:
                    self._part(holder._element, holder.part, region)  # noqa: SLF001 (no public way)

    def _part(self, root: Any, part: Any, region: Region) -> None:  # noqa: ANN401 (the same)
        for paragraph in root.iter(f"{_W}p"):
            if next(paragraph.iterancestors(_FALLBACK), None) is not None:
                continue
            self._number += 1
            self._paragraph(paragraph, part, region)

    def _paragraph(self, paragraph: Any, part: Any, region: Region) -> None:  # noqa: ANN401 (the same)
        raw = "".join(piece for piece, _ in _pieces(paragraph))
        source = Source(raw)
        builder = TextBuilder(source)
        at = 0
        link: Any = None
        mark = None
        for piece, holder in _pieces(paragraph):
            if holder is not link:
                if mark is not None:
                    builder.close(mark)
                link, mark = holder, None
                if holder is not None:
                    mark = builder.open(InlineKind.LINK, None, _address(holder, part))
            builder.literal(at, at + len(piece))
            at += len(piece)
        built = builder.build()
        kind, level = self._kind(paragraph)
        for drawing in paragraph.iter(_DRAWING):
            self._add(Source(drawing.get("descr") or ""), BlockKind.ALT, region)
        if not any(map(str.isalnum, built.text)):
            return
        anchors = tuple(Anchor(o, self._number, a + 1, step) for o, a, step in built.anchors)
        whole = [i for i in built.inlines if i.start == 0 and i.end == len(built.text)]
        href = whole[0].href if whole else None
        if href is not None and kind is BlockKind.PARAGRAPH:
            kind = BlockKind.LINK
        name = str(len(self.blocks) + 1)
        self.blocks.append(
            Block(
                name,
                kind,
                built.text,
                None,
                level,
                built.inlines,
                SourceMap.of(*anchors),
                region,
                href,
            )
        )

    def _add(self, source: Source, kind: BlockKind, region: Region) -> None:
        builder = TextBuilder(source)
        builder.literal(0, len(source.text))
        text = builder.build().text
        if any(map(str.isalnum, text)):
            place = SourceMap.of(Anchor(0, self._number, 1, 0))
            name = str(len(self.blocks) + 1)
            self.blocks.append(Block(name, kind, text, source_map=place, region=region))

    def _kind(self, paragraph: Any) -> tuple[BlockKind, int]:  # noqa: ANN401 (the same)
        properties = paragraph.find(f"{_W}pPr")
        style = _Style()
        numbering = None
        if properties is not None:
            named = properties.find(f"{_W}pStyle")
            if named is not None:
                style = self._styles.get(named.get(f"{_W}val"), style)
            numbering = properties.find(f"{_W}numPr")
        if style.heading:
            return BlockKind.HEADING, style.heading
        cell = next(paragraph.iterancestors(f"{_W}tc"), None)
        if cell is not None:
            before = cell.itersiblings(f"{_W}tc", preceding=True)
            return BlockKind.TABLE_CELL, 1 + sum(1 for _ in before)
        depth = _depth(numbering) or style.list_depth
        return (BlockKind.LIST_ITEM, depth) if depth else (BlockKind.PARAGRAPH, 0)


def _style(style: Any) -> _Style:  # noqa: ANN401 (python-docx is untyped)
    """Return what a style and those it is based on say."""
    for _ in range(_LONGEST_INHERITANCE):
        if style is None:
            break
        heading = _HEADING.match(style.name or "")
        if heading is not None:
            return _Style(heading=min(int(heading.group(1)), _MOST_LEVELS))
        if style.name == "Title":
            return _Style(heading=1)
        depth = _depth(style.element.find(f"{_W}pPr/{_W}numPr"))
        if depth:
            return _Style(list_depth=depth)
        style = style.base_style
    return _Style()


def _depth(numbering: Any) -> int:  # noqa: ANN401 (lxml is untyped)
    """Return the depth of a list item, 0 where there is no numbering."""
    if numbering is None:
        return 0
    level, number = numbering.find(f"{_W}ilvl"), numbering.find(f"{_W}numId")
    if number is not None and number.get(f"{_W}val") == "0":
        return 0  # numbering taken away again
    value = level.get(f"{_W}val") if level is not None else "0"
    return int(value) + 1 if str(value).isdigit() else 1


def _pieces(paragraph: Any) -> Iterator[tuple[str, Any]]:  # noqa: ANN401 (lxml is untyped)
    """Yield the texts of a paragraph, each with the hyperlink it stands in, or None."""
    waiting: list[tuple[Any, Any]] = [(child, None) for child in reversed(paragraph)]
    while waiting:
        node, link = waiting.pop()
        if node.tag in _LEFT_OUT or not isinstance(node.tag, str):
            continue
        if node.tag == f"{_W}t":
            yield (node.text or "").replace("\n", " ").replace("\r", " "), link
        elif node.tag in (f"{_W}tab", f"{_W}br", f"{_W}cr"):
            yield " ", link
        elif node.tag == f"{_W}noBreakHyphen":
            yield "-", link
        else:
            inner = node if node.tag == f"{_W}hyperlink" else link
            waiting.extend((child, inner) for child in reversed(node))


def _address(link: Any, part: Any) -> str | None:  # noqa: ANN401 (lxml and python-docx are untyped)
    relation = part.rels.get(link.get(f"{_R}id") or "")
    if relation is not None:
        return str(relation.target_ref)
    anchor = link.get(f"{_W}anchor")
    return f"#{anchor}" if anchor else None
