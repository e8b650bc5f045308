"""TBX, the termbase exchange format.

Read are ISO 30042:2019 in both styles (data categories as attributes, DCA, and as elements,
DCT), the TBX v2 that most tools still write (``martif``), and TBX-Min. Written is TBX-Basic in
DCT style: :mod:`kielipari.terms.formats.tbx_write`.
"""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from kielipari.errors import GlossaryError
from kielipari.model import Concept, Term, TermStatus
from kielipari.terms import codes
from kielipari.terms.formats.tbx_write import (
    DEFINITION,
    MATCHING,
    PART_OF_SPEECH,
    decode_id,
    write,
)
from kielipari.terms.termbase import Issue, Termbase, unite

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = ["read", "write"]

_ROOTS = frozenset({"tbx", "martif", "TBX"})
_ENTRIES = frozenset({"conceptEntry", "termEntry", "entry"})
_LANGUAGES = frozenset({"langSec", "langSet", "langGroup"})
_TERMS = frozenset({"termSec", "tig", "ntig", "termGroup"})
_GROUPS = frozenset({"descripGrp", "adminGrp", "termNoteGrp", "termGrp", "noteGrp"})
_BY_TYPE = frozenset({"admin", "descrip", "termNote", "xref", "ref"})
_STATUS = frozenset({"administrativestatus", "normativeauthorization", "termstatus", "usagestatus"})
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_ID = "{http://www.w3.org/XML/1998/namespace}id"
_INDENT = re.compile(r"\n[ \t]+")


def read(data: bytes, uri: str) -> Termbase:
    """Read a TBX file.

    A definition below ``langSec`` belongs to the language's first term, as the CSV form has it.
    Histories, references and figures are not part of a :class:`Concept` and are left out.

    Raises:
        GlossaryError: it is not well formed, not TBX, declares entities, or names a language
            that does not exist.

    """
    root = _parse(data, uri)
    if _name(root) not in _ROOTS:
        raise GlossaryError(
            f"the root element is <{_name(root)}>; a TBX file has <tbx> or <martif>", uri
        )
    reader = _Reader(uri, is_basic="Basic" in root.get("type", root.get("dialect", "")))
    entries = [
        reader.concept(element, number) for number, element in enumerate(_entries(root), start=1)
    ]
    if not entries:
        raise GlossaryError("the file has no concept entry (<conceptEntry> or <termEntry>)", uri)
    concepts, issues = unite(entry for entry in entries if entry is not None)
    return Termbase(concepts, (uri,), (*reader.issues, *issues))


def _parse(data: bytes, uri: str) -> "_Element":
    """Parse without entities, network or external files."""
    from lxml import etree  # noqa: PLC0415 - heavy, for this format only

    if any("<!ENTITY".encode(encoding) in data for encoding in ("ascii", "utf-16-le", "utf-16-be")):
        raise GlossaryError("the file declares XML entities, which a glossary does not need", uri)
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        return etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        reason = error.msg.split(", line")[0] if error.msg else "it is empty"
        raise GlossaryError(
            f"the file is not well-formed XML: {reason}", uri, error.lineno or None
        ) from None
    except ValueError as error:
        raise GlossaryError(f"the file is not XML: {error}", uri) from None


def _name(element: "_Element") -> str:
    return str(element.tag).rpartition("}")[2]


def _entries(root: "_Element") -> Iterator["_Element"]:
    for element in root.iter():
        if _name(element) in _ENTRIES:
            yield element


def _text(element: "_Element") -> str:
    """Return the text of an element and what it holds; indentation is no part of it."""
    return _INDENT.sub(" ", "".join(str(part) for part in element.itertext()).strip())


def _categories(element: "_Element") -> Iterator[tuple[str, "_Element"]]:
    """Yield the data categories right below an element, groups opened, names in lower case."""
    for child in element:
        name = _name(child)
        if name in _GROUPS:
            inside = list(_categories(child))
            # the source and the note of an example sentence are not those of the term
            yield from inside[:1] if inside and inside[0][0] == "context" else inside
        elif name in _BY_TYPE:
            category = child.get("type", "").casefold().removeprefix("x-")
            yield re.sub("[ _-]", "", category), child
        else:
            yield name.casefold(), child


@dataclass
class _Fields:
    """What an element says by the data categories that we know; several values are kept."""

    definition: list[str] = field(default_factory=list)
    note: list[str] = field(default_factory=list)
    source: list[str] = field(default_factory=list)
    subjectfield: list[str] = field(default_factory=list)
    externalcrossreference: list[str] = field(default_factory=list)

    def add(self, category: str, element: "_Element") -> None:
        """Keep the element's text if its category is one of ours."""
        values: list[str] | None = getattr(self, category, None)
        text = _text(element)
        if values is not None and text and text not in values:
            values.append(text)


class _Reader:
    def __init__(self, uri: str, *, is_basic: bool) -> None:
        self.uri = uri
        self.is_basic = is_basic
        self.issues: list[Issue] = []

    def concept(self, element: "_Element", number: int) -> Concept | None:
        given = element.get("id") or element.get(_ID)
        key = decode_id(given) if given else f"entry-{number}"
        own = _Fields()
        for category, child in _categories(element):
            own.add(category, child)
            if category == "source" and child.getparent() is element:
                self._misplaced(child, key)
        sections = [child for child in element if _name(child) in _LANGUAGES]
        terms = tuple(term for section in sections for term in self._section(section, key))
        if not terms:
            self._issue("no-term", element, key)
            return None
        links = [link for link in own.externalcrossreference if link.startswith("http")]
        return Concept(
            key,
            terms,
            "\n".join(own.definition),
            "; ".join(own.subjectfield),
            "\n".join(own.note),
            "\n".join(own.source),
            links[0] if links else "",
        )

    def _section(self, section: "_Element", key: str) -> list[Term]:
        code = section.get(_LANG) or section.get("lang") or ""
        try:
            lang, locale = codes.language(code), codes.locale(code)
        except ValueError as error:
            raise GlossaryError(str(error), self.uri, _line(section)) from None
        shared, by_term = _Fields(), defaultdict[str, list[str]](list)
        for category, child in _categories(section):
            owner = _owner(child)
            if category == "definition" and owner:
                by_term[owner].append(_text(child))
            else:
                shared.add(category, child)
        terms: list[Term] = []
        for child in section:
            if _name(child) not in _TERMS:
                continue
            own = by_term.get(child.get("id", ""), [])
            term = self._term(child, key, replace(_NO_TERM, lang=lang, locale=locale))
            if term is not None:
                extra = shared if not terms else _Fields()
                terms.append(_joined(term, extra, own))
        return terms

    def _term(self, element: "_Element", key: str, empty: Term) -> Term | None:
        text, status, own = "", TermStatus.PREFERRED, _Fields()
        told: dict[str, str] = {}
        for category, child in _categories(element):
            if category == "term":
                text = text or _text(child)
            elif category == "partofspeech":
                told["pos"] = _text(child)
            elif category in _STATUS:
                status = self._status(child, key)
            elif category == "forbidden":
                if _text(child).casefold() in {"true", "yes", "1"}:
                    status = TermStatus.DEPRECATED
            elif category == "note" and (ours := _ours(child)):
                told |= ours
            else:
                own.add(category, child)
                if category == "definition":
                    self._misplaced(child, key)
        if not text:
            self._issue("empty-term", element, key, empty.lang)
            return None
        term = replace(
            empty,
            text=unicodedata.normalize("NFC", text),
            status=status,
            pos=codes.part_of_speech(told.get("pos", "")),
            line=_line(element),
            path=self.uri,
            match=told.get("match", ""),
        )
        return _joined(term, own, [])

    def _status(self, element: "_Element", key: str) -> TermStatus:
        """Return the status; one that no standard knows neither binds nor forbids."""
        try:
            return codes.status(_text(element))
        except ValueError:
            self._issue("unknown-status", element, key, detail=_text(element))
            return TermStatus.ADMITTED

    def _misplaced(self, element: "_Element", key: str) -> None:
        if self.is_basic:
            name = element.get("type") or _name(element)
            self._issue("wrong-level", element, key, detail=name)

    def _issue(
        self, kind: str, element: "_Element", key: str, lang: str = "", detail: str = ""
    ) -> None:
        self.issues.append(Issue(kind, self.uri, _line(element), key, lang, detail=detail))


_NO_TERM = Term("", "und")


def _joined(term: Term, fields: _Fields, definitions: list[str]) -> Term:
    """Add to a term what stands around it."""
    return replace(
        term,
        definition="\n".join([*filter(None, [term.definition]), *fields.definition, *definitions]),
        note="\n".join([*filter(None, [term.note]), *fields.note]),
        source="\n".join([*filter(None, [term.source]), *fields.source]),
    )


def _ours(note: "_Element") -> dict[str, str]:
    """Return what our own writer puts into a note, by the field; empty for any other note."""
    text = _text(note)
    if text.startswith(PART_OF_SPEECH):
        return {"pos": text.removeprefix(PART_OF_SPEECH)}
    if not text.startswith(MATCHING):
        return {}
    try:
        return {"match": codes.matching(text.removeprefix(MATCHING))}
    except ValueError:
        return {}


def _owner(element: "_Element") -> str:
    """Return the id of the term that a definition's group is written for, or ``""``."""
    parent = element.getparent()
    given = parent.get("id", "") if parent is not None else ""
    return given.removesuffix(DEFINITION) if given.endswith(DEFINITION) else ""


def _line(element: "_Element") -> int:
    line = element.sourceline
    return line if isinstance(line, int) else 0
