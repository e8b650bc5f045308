"""XLIFF 1.2 and 2.x, SDLXLIFF and MQXLIFF → Bitext."""

from kielipari.errors import EmptyInputError, InputError
from kielipari.ingest import xml_tree as xml
from kielipari.ingest.bilingual import xliff1, xliff2
from kielipari.ingest.bilingual.build import UnitList
from kielipari.ingest.decode import decode
from kielipari.ingest.languages import primary
from kielipari.ingest.source import Source
from kielipari.model import Bitext, Meta


def read(data: bytes, uri: str, lang: str | None = None, encoding: str | None = None) -> Bitext:
    """Return the segments of an XLIFF file as units, in the order of the file.

    Raises:
        EmptyInputError: there is no unit in it.
        InputError: the XML is broken, declares entities or is no XLIFF.

    """
    decoded = decode(data, uri, encoding=encoding)
    source = Source(decoded.text)
    root = xml.parse(source, uri)
    if root.name != "xliff":
        raise InputError(f"the root is <{root.tag}>, not <xliff>; give an XLIFF file", uri)
    units = UnitList(source)
    version = (root.get("version") or "1.2").partition(".")[0]
    languages = (xliff2 if version == "2" else xliff1).read_into(units, root)
    if not units.found:
        raise EmptyInputError("there is no unit in the file; extract the texts first", uri)
    return Bitext(
        uri,
        primary(languages[0]),
        lang or primary(languages[1]),
        tuple(units.found),
        Meta(format="xliff", encoding=decoded.encoding, declared_lang=languages[1]),
    )
