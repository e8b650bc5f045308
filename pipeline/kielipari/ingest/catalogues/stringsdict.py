"""Apple's .stringsdict (plurals, as an XML property list) → Document."""

from collections.abc import Iterator

from kielipari.errors import InputError
from kielipari.ingest import xml_tree as xml
from kielipari.ingest.builder import Fold, TextBuilder
from kielipari.ingest.catalogues.entries import Entries
from kielipari.ingest.decode import decode
from kielipari.ingest.source import Source
from kielipari.model import Document

_TECHNICAL = frozenset({"NSStringFormatSpecTypeKey", "NSStringFormatValueTypeKey"})


def read(data: bytes, uri: str, lang: str | None = None, encoding: str | None = None) -> Document:
    """Return the texts of a .stringsdict file, named by their path: ``%d books.count.one``.

    Raises:
        EmptyInputError: there is no text.
        InputError: the XML is broken or no property list.

    """
    decoded = decode(data, uri, encoding=encoding)
    source = Source(decoded.text)
    root = xml.parse(source, uri)
    if root.name != "plist":
        raise InputError("the file is no property list; give a .stringsdict file", uri)
    entries = Entries(source)
    for top in root.elements("dict"):
        for path, node in _strings(top, ""):
            builder = TextBuilder(source, Fold.NONE)
            builder.pieces(child for child in node.children if isinstance(child, tuple))
            entries.add(path, builder.built_or_empty(node.at))
    return entries.document(uri, "stringsdict", decoded, lang)


def _strings(node: xml.Node, prefix: str) -> Iterator[tuple[str, xml.Node]]:
    """Yield path and element of every string of a dictionary."""
    key = ""
    for child in node.elements():
        path = f"{prefix}.{key}" if prefix else key
        if child.name == "key":
            key = child.text
        elif child.name == "dict":
            yield from _strings(child, path)
        elif child.name == "string" and key not in _TECHNICAL:
            yield path, child
