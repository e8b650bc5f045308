"""TMX 1.4 (LISA) → Bitext."""

from kielipari.errors import EmptyInputError, InputError
from kielipari.ingest import xml_tree as xml
from kielipari.ingest.bilingual.build import Facts, UnitList
from kielipari.ingest.bilingual.inline import content
from kielipari.ingest.builder import Fold
from kielipari.ingest.decode import decode
from kielipari.ingest.languages import primary
from kielipari.ingest.source import Source
from kielipari.model import Bitext, Meta


def read(data: bytes, uri: str, lang: str | None = None, encoding: str | None = None) -> Bitext:
    """Return the translation units of a memory.

    The source is the header's ``srclang``; the target is ``lang``, else the first other language
    that stands in the file.

    Raises:
        EmptyInputError: no unit has these two languages.
        InputError: the XML is broken, declares entities or is no TMX.

    """
    decoded = decode(data, uri, encoding=encoding)
    source = Source(decoded.text)
    root = xml.parse(source, uri)
    if root.name != "tmx":
        raise InputError(f"the root is <{root.tag}>, not <tmx>; give a TMX file", uri)
    versions = [(unit, _versions(unit)) for unit in root.find_all("tu")]
    languages = list(dict.fromkeys(name for _, found in versions for name in found))
    header = root.first("header")
    source_lang = primary(header.get("srclang") if header is not None else None)
    if source_lang not in languages:
        source_lang = next((name for name in languages if name != lang), None)
    target_lang = lang or next((name for name in languages if name != source_lang), None)
    units = UnitList(source)
    for unit, found in versions:
        first, second = found.get(source_lang or ""), found.get(target_lang or "")
        if first is None:
            continue
        units.add(
            content(first, source, Fold.LINES),
            content(second, source, Fold.LINES) if second is not None else None,
            Facts(key=unit.get("tuid"), notes=tuple(unit.elements("note"))),
        )
    if not units.found:
        raise EmptyInputError("there is no translation unit in the file; export it again", uri)
    return Bitext(
        uri,
        source_lang,
        target_lang,
        tuple(units.found),
        Meta(format="tmx", encoding=decoded.encoding, declared_lang=target_lang),
    )


def _versions(unit: xml.Node) -> dict[str, xml.Node]:
    """Return the segments of a unit by language."""
    found: dict[str, xml.Node] = {}
    for version in unit.elements("tuv"):
        name = primary(version.get("xml:lang") or version.get("lang"))
        segment = version.first("seg")
        if name is not None and segment is not None:
            found.setdefault(name, segment)
    return found
