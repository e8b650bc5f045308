""".NET's resource files .resx → Document."""

from kielipari.errors import InputError
from kielipari.ingest import xml_tree as xml
from kielipari.ingest.builder import Fold, TextBuilder
from kielipari.ingest.catalogues.entries import Entries
from kielipari.ingest.decode import decode
from kielipari.ingest.source import Source
from kielipari.model import Document

_OF_THE_DESIGNER = ">>"  # how names begin that only the form designer reads


def read(data: bytes, uri: str, lang: str | None = None, encoding: str | None = None) -> Document:
    """Return the texts of a resource file by their names; images, files and sizes are left out.

    Raises:
        EmptyInputError: there is no text.
        InputError: the XML is broken or no resource file.

    """
    decoded = decode(data, uri, encoding=encoding)
    source = Source(decoded.text)
    root = xml.parse(source, uri)
    if root.name != "root":
        raise InputError(f"the root is <{root.tag}>, not <root>; give a .resx file", uri)
    entries = Entries(source)
    for node in root.elements("data"):
        name, value = node.get("name"), node.first("value")
        is_text = node.get("type") is None and node.get("mimetype") is None
        if name and value is not None and is_text and not name.startswith(_OF_THE_DESIGNER):
            builder = TextBuilder(source, Fold.NONE)
            builder.pieces(child for child in value.children if isinstance(child, tuple))
            entries.add(name, builder.built_or_empty(value.at))
    return entries.document(uri, "resx", decoded, lang)
