"""An alignment as a file: TSV, JSON, TMX 1.4, XLIFF 2.0 or PO.

TMX and PO hold pairs (PO also what is untranslated); TSV, JSON and XLIFF hold every bead. What
only the target has stands in XLIFF as a note of the file, since a unit needs a source.
"""

import json
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kielipari import __version__
from kielipari.align.beads import Alignment, Bead
from kielipari.errors import UsageError

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = ["FORMATS", "AlignedTexts", "format_of", "line_beads", "render", "write"]

_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_XLIFF = "urn:oasis:names:tc:xliff:document:2.0"
_UNPRINTABLE = {
    **{code: None for code in range(32) if chr(code) not in "\t\n\r"},
    **dict.fromkeys((*range(0xD800, 0xE000), 0xFFFE, 0xFFFF)),
}


@dataclass(frozen=True, slots=True)
class AlignedTexts:
    """An alignment with the texts that its indices mean, and what to call them."""

    alignment: Alignment
    source: Sequence[str]
    target: Sequence[str]
    source_lang: str
    target_lang: str
    source_name: str = ""
    target_name: str = ""

    def sides(self, bead: Bead) -> tuple[str, str]:
        """Return the bead's text on both sides, its segments joined by a space."""
        return (
            " ".join(self.source[i] for i in bead.source),
            " ".join(self.target[j] for j in bead.target),
        )


def render(name: str, texts: AlignedTexts) -> str:
    """Return the alignment in a format of :data:`FORMATS`; :class:`UsageError` for another."""
    try:
        return FORMATS[name](texts)
    except KeyError:
        raise UsageError(
            f"There is no alignment format “{name}”; choose one of {', '.join(FORMATS)}."
        ) from None


def write(name: str, texts: AlignedTexts, path: Path) -> None:
    """Write the alignment to a file in UTF-8."""
    try:
        path.write_text(render(name, texts), encoding="utf-8", newline="\n")
    except OSError as error:
        raise UsageError(
            f"The alignment cannot be written: {error.strerror}.", str(path)
        ) from error


def format_of(path: Path) -> str:
    """Return the format that a file's suffix means, TSV where it means none."""
    suffix = path.suffix.lower().lstrip(".")
    return {"xlf": "xliff", "pot": "po"}.get(suffix, suffix if suffix in FORMATS else "tsv")


def _tsv(texts: AlignedTexts) -> str:
    """Source indices, target indices (from 0, comma between), score, “moved”, both texts."""
    rows = []
    for bead in texts.alignment.beads:
        cells = (
            ",".join(map(str, bead.source)),
            ",".join(map(str, bead.target)),
            f"{bead.score:.4f}",
            "moved" if bead.moved else "",
            *(" ".join(text.split()) for text in texts.sides(bead)),
        )
        rows.append("\t".join(cells) + "\n")
    return "".join(rows)


def line_beads(alignment: Alignment) -> str:
    """Return the beads of two lists of lines: line numbers, line numbers, score; nothing else."""
    return "".join(
        f"{','.join(map(str, bead.source))}\t{','.join(map(str, bead.target))}\t{bead.score:.4f}\n"
        for bead in alignment.beads
    )


def _json(texts: AlignedTexts) -> str:
    """One object with the relation of the texts and all beads."""
    alignment = texts.alignment
    document = {
        "schema": "kielipari.alignment/1",
        "source": {"lang": texts.source_lang, "name": texts.source_name},
        "target": {"lang": texts.target_lang, "name": texts.target_name},
        "relation": str(alignment.relation),
        "evidence": round(alignment.evidence, 4),
        "beads": [
            {
                "source": list(bead.source),
                "target": list(bead.target),
                "score": round(bead.score, 4),
                "moved": bead.moved,
                "source_text": [texts.source[i] for i in bead.source],
                "target_text": [texts.target[j] for j in bead.target],
            }
            for bead in alignment.beads
        ],
    }
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def _tmx(texts: AlignedTexts) -> str:
    """TMX 1.4b with a translation unit for every pair."""
    from lxml import etree  # noqa: PLC0415 -- only where XML is asked for

    root = etree.Element("tmx", version="1.4")
    etree.SubElement(
        root,
        "header",
        {
            "creationtool": "Kielipari",
            "creationtoolversion": __version__,
            "segtype": "sentence",
            "o-tmf": "Kielipari",
            "adminlang": "en",
            "srclang": texts.source_lang,
            "datatype": "plaintext",
        },
    )
    body = etree.SubElement(root, "body")
    for _, left, right in _pairs(texts):
        unit = etree.SubElement(body, "tu")
        for lang, text in ((texts.source_lang, left), (texts.target_lang, right)):
            variant = etree.SubElement(unit, "tuv", {_XML_LANG: lang})
            etree.SubElement(variant, "seg").text = _clean(text)
    return _xml(root, '<!DOCTYPE tmx SYSTEM "tmx14.dtd">')


def _xliff(texts: AlignedTexts) -> str:
    """XLIFF 2.0 with a unit for every bead that has a source."""
    from lxml import etree  # noqa: PLC0415 -- as above

    root = etree.Element(
        f"{{{_XLIFF}}}xliff",
        {"version": "2.0", "srcLang": texts.source_lang, "trgLang": texts.target_lang},
        nsmap={None: _XLIFF},  # type: ignore[dict-item]  # the stubs forget the default namespace
    )
    name = {"original": texts.source_name} if texts.source_name else {}
    file = etree.SubElement(root, f"{{{_XLIFF}}}file", {"id": "f1", **name})
    alone = [bead for bead in texts.alignment.beads if not bead.source]
    if alone:
        notes = etree.SubElement(file, f"{{{_XLIFF}}}notes")
        for bead in alone:
            note = etree.SubElement(notes, f"{{{_XLIFF}}}note", {"category": "target-only"})
            note.text = _clean(texts.sides(bead)[1])
    for number, bead in enumerate(texts.alignment.beads, 1):
        if bead.source:
            unit = etree.SubElement(file, f"{{{_XLIFF}}}unit", {"id": f"u{number}"})
            state = {"state": "translated" if bead.target else "initial"}
            segment = etree.SubElement(unit, f"{{{_XLIFF}}}segment", state)
            left, right = texts.sides(bead)
            for tag, text in (("source", left), ("target", right)):
                if tag == "source" or bead.target:
                    element = etree.SubElement(segment, f"{{{_XLIFF}}}{tag}")
                    element.set(_XML_SPACE, "preserve")
                    element.text = _clean(text)
    if len(file) == (1 if alone else 0):  # a file needs a unit, also where there is no source
        unit = etree.SubElement(file, f"{{{_XLIFF}}}unit", {"id": "u0"})
        segment = etree.SubElement(unit, f"{{{_XLIFF}}}segment")
        etree.SubElement(segment, f"{{{_XLIFF}}}source")
    return _xml(root, "")


def _po(texts: AlignedTexts) -> str:
    """Gettext PO: the source as msgid, what is missing with an empty msgstr."""
    import polib  # noqa: PLC0415 -- only where PO is asked for

    catalogue = polib.POFile(wrapwidth=0)
    catalogue.metadata = {
        "Language": texts.target_lang,
        "X-Source-Language": texts.source_lang,
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        "X-Generator": f"Kielipari {__version__}",
    }
    seen: Counter[str] = Counter()
    for bead in texts.alignment.beads:
        left, right = (_clean(text) for text in texts.sides(bead))
        if not left.strip():
            continue
        seen[left] += 1
        again = {"msgctxt": str(seen[left])} if seen[left] > 1 else {}
        catalogue.append(polib.POEntry(msgid=left, msgstr=right, **again))
    return f"{catalogue}\n"


def _pairs(texts: AlignedTexts) -> Iterator[tuple[Bead, str, str]]:
    """Yield the beads that have text on both sides."""
    for bead in texts.alignment.beads:
        left, right = texts.sides(bead)
        if left.strip() and right.strip():
            yield bead, left, right


def _clean(text: str) -> str:
    """Leave out what XML and PO cannot hold: control characters and lone surrogates."""
    return text.translate(_UNPRINTABLE)


def _xml(root: "_Element", doctype: str) -> str:
    """Write a tree with its declaration."""
    from lxml import etree  # noqa: PLC0415 -- as above

    head = '<?xml version="1.0" encoding="UTF-8"?>\n' + (f"{doctype}\n" if doctype else "")
    body: Any = etree.tostring(root, pretty_print=True, encoding="unicode")
    return head + str(body)


#: How to write each format, by its name on the command line.
FORMATS: Mapping[str, Callable[[AlignedTexts], str]] = {
    "tsv": _tsv,
    "json": _json,
    "tmx": _tmx,
    "xliff": _xliff,
    "po": _po,
}
