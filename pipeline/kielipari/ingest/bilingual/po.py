"""gettext PO → Bitext."""

import re
from collections.abc import Iterable, Iterator
from email.parser import HeaderParser

from kielipari.errors import EmptyInputError
from kielipari.ingest.bilingual.po_scan import Entry, scan, text_of
from kielipari.ingest.decode import decode, is_plain_utf8
from kielipari.ingest.languages import primary
from kielipari.ingest.source import Mapped, Source
from kielipari.ingest.suppress import suppressions
from kielipari.ingest.units import UniqueNames, segment_of
from kielipari.languages.plurals import plural_forms
from kielipari.model import (
    Bitext,
    Meta,
    Origin,
    Place,
    Segment,
    Suppression,
    Unit,
    UnitState,
    held,
)

_PART = 1_000_000  # bytes
_FORMS = re.compile(r"nplurals\s{0,5}=\s{0,5}([1-9])(?!\d)")
# An entry ends, an empty line follows, and the next entry or its comments begin.
_BETWEEN = re.compile(rb'"[ \t]*+\r?\n(?:[ \t]*+\r?\n)++(?=#|msgctxt|msgid)')


def read(data: bytes, uri: str, lang: str | None = None, encoding: str | None = None) -> Bitext:
    """Return the entries of a PO file as units, one for each plural form.

    ``msgstr[0]`` is paired with ``msgid``, the further forms with ``msgid_plural``. A form that
    the header promises, or else the language has, and an entry lacks is a unit with a missing
    key. Obsolete entries are left out.

    Raises:
        EmptyInputError: there is no entry but the header.
        InputError: the syntax is wrong; the error has the line.

    """
    name, parts = _sources(data, uri, encoding)
    facts = _FileFacts()
    units = held(_read(parts, uri, lang, facts))
    if not units:
        raise EmptyInputError("there is no entry in the file; extract the messages first", uri)
    header = facts.header
    declared = header.get("language") or None
    return Bitext(
        uri,
        primary(header.get("x-source-language")),
        lang or primary(declared),
        units,
        Meta(
            format="po",
            encoding=name,
            declared_lang=declared,
            declared_at=facts.declared_at,
            title=header.get("project-id-version") or None,
            modified=header.get("po-revision-date") or None,
            extra=tuple(facts.duplicates),
        ),
    )


def _read(
    parts: Iterable[Source], uri: str, lang: str | None, facts: "_FileFacts"
) -> Iterator[Unit]:
    """Yield the units of a file part by part, and note what concerns it as a whole."""
    names = UniqueNames()
    for source in parts:
        for entry in scan(source, uri):
            msgid = text_of(source, entry.msgid or [])
            context = text_of(source, entry.msgctxt).text if entry.msgctxt else ""
            if msgid.text or context:
                facts.note(context, msgid, source)
                forms = facts.forms_of(entry, lang)
                yield from _units(entry, msgid, context, source, names, forms)
            elif not facts.header:
                facts.take_header(text_of(source, entry.msgstr.get(0, [])).text, source)


def _sources(data: bytes, uri: str, encoding: str | None) -> tuple[str, Iterable[Source]]:
    """Return the encoding of a file and its text, that of a large file part by part."""
    if len(data) > _PART and is_plain_utf8(data):
        return "utf-8", _parts(data)
    decoded = decode(data, uri, encoding=encoding)
    return decoded.encoding, [Source(decoded.text)]


def _parts(data: bytes) -> Iterator[Source]:
    """Yield a file of many entries piece by piece, cut before the comments of an entry."""
    start, line = 0, 1
    while start < len(data):
        cut = _BETWEEN.search(data, start + _PART)
        end = cut.end() if cut else len(data)
        source = Source(data[start:end].decode(), line)
        yield source
        start, line = end, line + source.line_count - 1


class _FileFacts:
    """What is noted of the file as a whole while its entries are being read."""

    def __init__(self) -> None:
        self.header: dict[str, str] = {}
        self.promised = 0  # plural forms
        self.declared_at = Place(1, 1)
        self.duplicates: list[tuple[str, str]] = []
        self._seen: set[int] = set()

    def note(self, context: str, msgid: Mapped, source: Source) -> None:
        """Note an entry; two with the same context and msgid are one too many."""
        identity = hash((context, msgid.text))
        if identity in self._seen:
            line = source.place(msgid.at).line
            self.duplicates.append(("duplicate-entry", f"{line}:{msgid.text}"))
        self._seen.add(identity)

    def take_header(self, text: str, source: Source) -> None:
        """Keep the fields of the header."""
        self.header = _header(text)
        promised = _FORMS.search(self.header.get("plural-forms", ""))
        self.promised = int(promised[1]) if promised else 0
        self.declared_at = source.place(max(source.text.find('"Language:'), 0))

    def forms_of(self, entry: Entry, lang: str | None) -> int:
        """Return how many plural forms an entry ought to have; 0 where it has none to have."""
        lang = lang or primary(self.header.get("language"))
        if entry.msgid_plural is None or self.promised or lang is None:
            return self.promised
        return plural_forms(lang)


def _header(text: str) -> dict[str, str]:
    """Return the fields of the header, their names in lower case; it is written as in a mail."""
    fields = HeaderParser().parsestr(text)
    return {name.lower(): str(value).strip() for name, value in fields.items()}


def _units(  # noqa: PLR0913, PLR0917 an entry, where it stands, and what its file promises
    entry: Entry, msgid: Mapped, context: str, source: Source, names: UniqueNames, forms: int
) -> Iterator[Unit]:
    key = context or msgid.text
    notes = tuple("\n".join(lines) for lines in (entry.comments, entry.extracted) if lines)
    silenced: tuple[Suppression, ...] = ()
    if entry.silenced_at >= 0:
        silenced = suppressions("\n".join(notes), source.place(entry.silenced_at))
    is_fuzzy = "fuzzy" in entry.flags
    flags = tuple(flag for flag in entry.flags if flag != "fuzzy")
    singular = segment_of(msgid, source, key)
    plural = None
    if entry.msgid_plural is not None:
        plural = segment_of(text_of(source, entry.msgid_plural), source, key)
    indices = set(entry.msgstr)
    for index in sorted(indices if plural is None else indices.union(range(forms))):
        is_there = index in indices
        target = segment_of(text_of(source, entry.msgstr[index]), source, key) if is_there else None
        is_further = plural is not None and index > 0
        yield Unit(
            id=names.take(key),
            source=_side(plural if is_further else singular),
            target=_side(target),
            origin=Origin.ENTRY,
            key=key,
            context=context or None,
            state=_state(target, is_fuzzy=is_fuzzy),
            notes=notes,
            previous_source=_previous(entry, source, is_further=is_further),
            plural=index if plural is not None else None,
            suppressions=silenced,
            flags=flags,
            missing_key=not is_there,
        )


def _side(segment: Segment | None) -> tuple[Segment, ...]:
    return () if segment is None else (segment,)


def _previous(entry: Entry, source: Source, *, is_further: bool) -> str | None:
    spans = entry.previous.get("msgid_plural" if is_further else "msgid")
    return text_of(source, spans).text or None if spans else None


def _state(target: Segment | None, *, is_fuzzy: bool) -> UnitState:
    if target is None or target.text.isspace():
        return UnitState.UNTRANSLATED
    return UnitState.NEEDS_REVIEW if is_fuzzy else UnitState.TRANSLATED
