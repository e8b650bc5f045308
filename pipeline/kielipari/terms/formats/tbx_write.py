"""Writing TBX-Basic (ISO 30042:2019) in DCT style.

What the CSV form has and TBX-Basic has no place for is written so that the standard's readers
understand the rest and ours reads it back:

* a definition of a term that is not its language's first stands in a ``descripGrp`` of the
  language section whose id is the term's id with :data:`DEFINITION` after it;
* a part of speech beyond the picklist is ``noun`` or ``other`` with a note that begins with
  :data:`PART_OF_SPEECH`;
* what a phrase allows (:attr:`kielipari.model.Term.match`) is a note that begins with
  :data:`MATCHING`;
* an id that is no XML name is escaped as in SQL/XML (ISO 9075-14): ``c 1`` is ``c_x0020_1``.
"""

import re
from itertools import count
from typing import TYPE_CHECKING

from kielipari.errors import UsageError
from kielipari.model import Concept, Term
from kielipari.terms.termbase import Termbase

if TYPE_CHECKING:
    from lxml.etree import _Element

CORE = "urn:iso:std:iso:30042:ed-2"
MIN = "http://www.tbxinfo.net/ns/min"
BASIC = "http://www.tbxinfo.net/ns/basic"
DEFINITION = ".definition"
PART_OF_SPEECH = "part of speech: "
MATCHING = "matching: "

_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_PICKLIST = frozenset({"adjective", "noun", "other", "verb", "adverb"})
_ESCAPE = re.compile(r"_x([0-9A-F]{4,6})_")
_UNFIT = re.compile(r"[^\w.-]|_(?=x[0-9A-F]{4,6}_)")
_UNFIT_FIRST = re.compile(r"^[^\W\d]")


def write(termbase: Termbase) -> bytes:
    """Return the termbase as TBX-Basic, UTF-8.

    Raises:
        UsageError: it is empty (TBX has no empty body), or a text cannot stand in XML.

    """
    from lxml import etree  # noqa: PLC0415 - heavy, for this format only

    if not termbase.concepts:
        raise UsageError("the glossary has no concept to write")
    names: dict[str | None, str] = {None: CORE, "min": MIN, "basic": BASIC}
    root = etree.Element(f"{{{CORE}}}tbx", nsmap=names)  # type: ignore[arg-type] # None: the default
    root.set("type", "TBX-Basic")
    root.set("style", "dct")
    root.set(_XML_LANG, _locale(termbase.concepts[0].terms[0]))
    header = _add(root, "tbxHeader")
    _add(_add(_add(header, "fileDesc"), "sourceDesc"), "p", "Written by Kielipari")
    body = _add(_add(root, "text"), "body")
    writer = _Writer({encode_id(concept.id) for concept in termbase.concepts})
    try:
        for concept in termbase.concepts:
            writer.concept(body, concept)
    except ValueError as error:  # a control character, which lxml refuses
        raise UsageError(f"a text of the glossary cannot be written as XML: {error}") from error
    etree.indent(root)
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True) + b"\n"


def encode_id(key: str) -> str:
    """Return an XML name (NCName) for any id."""
    name = _UNFIT.sub(lambda match: f"_x{ord(match[0]):04X}_", key)
    if not _UNFIT_FIRST.match(name):
        name = f"_x{ord(name[0]):04X}_{name[1:]}"
    return name


def decode_id(name: str) -> str:
    """Return the id that :func:`encode_id` made a name of; other names are themselves."""

    def character(match: re.Match[str]) -> str:
        code = int(match[1], 16)
        return chr(code) if 0 < code < 0x110000 else match[0]  # noqa: PLR2004 - end of Unicode

    return _ESCAPE.sub(character, name)


class _Writer:
    def __init__(self, used: set[str]) -> None:
        self.used = used

    def concept(self, body: "_Element", concept: Concept) -> None:
        entry = _add(body, "conceptEntry", id=encode_id(concept.id))
        if concept.domain:
            _add(entry, "subjectField", concept.domain, ns=MIN)
        if concept.uri.startswith("http"):
            _add(entry, "externalCrossReference", concept.uri, ns=MIN, target=concept.uri)
        if concept.definition:
            _add(entry, "definition", concept.definition, ns=BASIC)
        self._common(entry, concept)
        sections: dict[str, list[Term]] = {}
        for term in concept.terms:
            sections.setdefault(_locale(term), []).append(term)
        for lang, terms in sections.items():
            self._section(entry, lang, terms)

    def _section(self, entry: "_Element", lang: str, terms: list[Term]) -> None:
        section = _add(entry, "langSec")
        section.set(_XML_LANG, lang)
        ids: dict[int, str] = {}
        for index, term in enumerate(terms):
            if not term.definition:
                continue
            parent = section
            if index:
                ids[index] = self._free(f"{entry.get('id')}.{lang}.{index + 1}")
                parent = _add(section, "descripGrp", id=ids[index] + DEFINITION)
            _add(parent, "definition", term.definition, ns=BASIC)
        for index, term in enumerate(terms):
            element = _add(section, "termSec")
            if index in ids:
                element.set("id", ids[index])
            self._term(element, term)

    def _term(self, element: "_Element", term: Term) -> None:
        _add(element, "term", term.text)
        if term.pos in _PICKLIST:
            _add(element, "partOfSpeech", term.pos, ns=MIN)
        elif term.pos:
            group = _add(element, "termNoteGrp")
            near = "noun" if term.pos == "properNoun" else "other"
            _add(group, "partOfSpeech", near, ns=MIN)
            _add(group, "note", PART_OF_SPEECH + term.pos)
        _add(element, "administrativeStatus", f"{term.status}Term-admn-sts", ns=MIN)
        self._common(element, term)
        if term.match:
            _add(element, "note", MATCHING + term.match)

    def _common(self, element: "_Element", of: Concept | Term) -> None:
        if of.source:
            _add(element, "source", of.source, ns=BASIC)
        if of.note:
            _add(element, "note", of.note)

    def _free(self, name: str) -> str:
        """Return an id for a term that no concept and no other term has."""
        names = (name if n == 1 else f"{name}.{n}" for n in count(1))
        free = next(n for n in names if not {n, n + DEFINITION} & self.used)
        self.used |= {free, free + DEFINITION}
        return free


def _locale(term: Term) -> str:
    return (term.locale or term.lang).replace("_", "-")


def _add(
    parent: "_Element", name: str, text: str | None = None, ns: str = CORE, **attributes: str
) -> "_Element":
    from lxml import etree  # noqa: PLC0415 - heavy, for this format only

    element = etree.SubElement(parent, f"{{{ns}}}{name}", attributes)
    element.text = text
    return element
