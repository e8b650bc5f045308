"""gettext PO → Bitext: polib tells the entries, a scanner beside it where their texts stand."""

import re
from collections.abc import Iterator

import polib

from kielipari.errors import EmptyInputError, InputError
from kielipari.ingest.decode import decode
from kielipari.ingest.languages import primary
from kielipari.ingest.po_scan import ScannedEntry, scan
from kielipari.ingest.source import Mapped, Source
from kielipari.ingest.suppress import suppressions
from kielipari.ingest.units import UniqueNames, segment_of
from kielipari.model import Bitext, Meta, Origin, Place, Segment, Unit, UnitState

_ERROR = re.compile(r"\(line (\d+)\)(?:: (.*))?")
# polib cuts lines where str.splitlines does; in a PO file these characters are text.
_NOT_A_LINE_END = str.maketrans(dict.fromkeys("\v\f\x1c\x1d\x1e\x85\u2028\u2029", "\ufffd"))


def read(data: bytes, uri: str, lang: str | None = None, encoding: str | None = None) -> Bitext:
    """Return the entries of a PO file as units, one for each plural form.

    ``msgstr[0]`` is paired with ``msgid``, the further forms with ``msgid_plural``. Obsolete
    entries are left out.

    Raises:
        EmptyInputError: there is no entry but the header.
        InputError: the syntax is wrong; the error has the line.

    """
    decoded = decode(data, uri, encoding=encoding)
    source = Source(decoded.text)
    scanned = list(scan(source, uri))
    entries = _parse(decoded.text, uri)
    header = dict(entries.metadata)
    bodies = [entry for entry in entries if not entry.obsolete]
    entries.clear()
    if len(bodies) < len(scanned):
        _drop_header(scanned)
    if len(bodies) != len(scanned):
        raise InputError("an entry has no msgid or no msgstr; check the file with msgfmt", uri)
    bodies.reverse()
    scanned.reverse()
    names = UniqueNames()
    seen: set[tuple[str | None, str]] = set()
    units: list[Unit] = []
    extra: list[tuple[str, str]] = []
    while bodies:  # each entry is let go as soon as it is read: a file can have 200,000
        entry, where = bodies.pop(), scanned.pop()
        msgid = where.msgid.build()
        identity = (entry.msgctxt, msgid.text)
        if identity in seen:
            extra.append(("duplicate-entry", f"{source.place(msgid.at).line}:{msgid.text}"))
        seen.add(identity)
        units.extend(_units(entry, where, msgid, source, names))
    if not units:
        raise EmptyInputError("there is no entry in the file; extract the messages first", uri)
    declared = header.get("Language") or None
    place = source.place(max(source.text.find('"Language:'), 0))
    return Bitext(
        uri,
        primary(header.get("X-Source-Language")),
        lang or primary(declared),
        tuple(units),
        Meta(
            format="po",
            encoding=decoded.encoding,
            declared_lang=declared,
            declared_at=place,
            title=header.get("Project-Id-Version") or None,
            modified=header.get("PO-Revision-Date") or None,
            extra=tuple(extra),
        ),
    )


def _parse(text: str, uri: str) -> polib.POFile:
    # The line end keeps polib from taking a text for the name of a file.
    content = text.translate(_NOT_A_LINE_END) + "\n"
    try:
        return polib.pofile(content)
    except OSError as error:
        found = _ERROR.search(str(error))
        line = int(found.group(1)) if found else None
        reason = (found.group(2) if found else None) or "this is not what PO has here"
        raise InputError(
            f"the syntax of the PO file is wrong ({reason}); mend the line, msgfmt shows how",
            uri,
            line,
        ) from None


def _drop_header(scanned: list[ScannedEntry]) -> None:
    """Leave out the entry with the empty msgid, as polib does: it is the header."""
    for number, entry in enumerate(scanned):
        if not entry.msgid.length:
            del scanned[number]
            return


def _units(
    entry: polib.POEntry,
    where: ScannedEntry,
    msgid: Mapped,
    source: Source,
    names: UniqueNames,
) -> Iterator[Unit]:
    key = entry.msgctxt or msgid.text
    comments = "\n".join(filter(None, (entry.tcomment, entry.comment)))
    place = Place(max(entry.linenum or 1, 1), 1)
    silenced = suppressions(comments, place)
    notes = tuple(note for note in (entry.tcomment, entry.comment) if note)
    flags = tuple(flag for flag in entry.flags if flag != "fuzzy")
    singular = segment_of(msgid, source, key)
    plural = None
    if where.msgid_plural is not None:
        plural = segment_of(where.msgid_plural.build(), source, key)
    for index, text in sorted(where.msgstr.items()):
        target = segment_of(text.build(), source, key)
        is_further = plural is not None and index > 0
        yield Unit(
            id=names.take(key),
            source=_side(plural if is_further else singular),
            target=_side(target),
            origin=Origin.ENTRY,
            key=key,
            context=entry.msgctxt,
            state=_state(entry, target),
            notes=notes,
            previous_source=(entry.previous_msgid_plural if is_further else entry.previous_msgid)
            or None,
            plural=index if plural is not None else None,
            suppressions=silenced,
            flags=flags,
        )


def _side(segment: Segment | None) -> tuple[Segment, ...]:
    return () if segment is None else (segment,)


def _state(entry: polib.POEntry, target: Segment | None) -> UnitState:
    if target is None or target.text.isspace():
        return UnitState.UNTRANSLATED
    return UnitState.NEEDS_REVIEW if entry.fuzzy else UnitState.TRANSLATED
