"""Android's strings.xml → Document: strings, plurals and arrays."""

import re
from collections.abc import Iterator

from kielipari.errors import InputError
from kielipari.ingest import xml_tree as xml
from kielipari.ingest.builder import TextBuilder
from kielipari.ingest.catalogues.entries import Entries
from kielipari.ingest.decode import decode
from kielipari.ingest.escapes import utf16
from kielipari.ingest.source import Mapped, Source
from kielipari.model import Document, InlineKind

_ESCAPE = re.compile(
    r"\\(?:u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|.)|\"",
    re.DOTALL,
)
_ESCAPED = {"n": "\n", "t": "\t"}


def read(data: bytes, uri: str, lang: str | None = None, encoding: str | None = None) -> Document:
    """Return the strings of a resource file: ``name``, ``name.one`` of plurals, ``name[0]`` of arrays.

    What is marked as not translatable is left out. Markup within a string stands in its text as
    a tag without attributes.

    Raises:
        EmptyInputError: there is no string.
        InputError: the XML is broken or no resource file.

    """
    decoded = decode(data, uri, encoding=encoding)
    source = Source(decoded.text)
    root = xml.parse(source, uri)
    if root.name != "resources":
        raise InputError(
            f"XML with the root <{root.tag}> is not read; give strings.xml, XLIFF or TMX", uri
        )
    entries = Entries(source)
    for key, node in _strings(root):
        entries.add(key, _text(source, node))
    return entries.document(uri, "android", decoded, lang, root.get("tools:locale"))


def _strings(root: xml.Node) -> Iterator[tuple[str, xml.Node]]:
    for node in root.elements("string", "plurals", "string-array"):
        name = node.get("name")
        if name is None or node.get("translatable") == "false":
            continue
        if node.name == "string":
            yield name, node
        elif node.name == "plurals":
            for item in node.elements("item"):
                yield f"{name}.{item.get('quantity') or 'other'}", item
        else:
            for index, item in enumerate(node.elements("item")):
                yield f"{name}[{index}]", item


def _text(source: Source, node: xml.Node) -> Mapped:
    builder = TextBuilder(source)
    _append(builder, source, node)
    return builder.built_or_empty(node.at)


def _append(builder: TextBuilder, source: Source, node: xml.Node) -> None:
    for child in node.children:
        if not isinstance(child, xml.Node):
            _append_text(builder, source, child)
        elif child.tag.startswith("xliff:"):
            mark = builder.open(InlineKind.PLACEHOLDER)
            _append(builder, source, child)
            builder.close(mark)
        else:
            builder.replace(f"<{child.tag}>", child.at)
            _append(builder, source, child)
            builder.replace(f"</{child.tag}>", child.at)


def _append_text(builder: TextBuilder, source: Source, piece: xml.Piece) -> None:
    at, end, read = piece
    if read:
        builder.replace(read, at)
        return
    for escape in _ESCAPE.finditer(source.text, at, end):
        builder.literal(at, escape.start())
        written = escape.group()
        if written != '"':  # marks white space that is to be kept; nobody sees it
            builder.replace(_unescaped(written), escape.start(), keep=True)
        at = escape.end()
    builder.literal(at, end)


def _unescaped(escape: str) -> str:
    if escape[1] == "u" and len(escape) > 2:  # noqa: PLR2004 (a code follows the letter)
        return utf16(escape.replace("\\u", ""))
    return _ESCAPED.get(escape[1], escape[1])
