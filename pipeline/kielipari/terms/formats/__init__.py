"""Termbase files: bytes and an address to a :class:`Termbase`, and back.

====== ============================================== ===== =====
name   what                                           read  write
====== ============================================== ===== =====
csv    comma, semicolon or tab; one term a row        yes   yes
xlsx   a workbook with the same columns               yes   yes
tbx    ISO 30042:2019 (DCA, DCT); TBX v2 is read      yes   yes
skos   Turtle, RDF/XML                                yes   no
====== ============================================== ===== =====
"""

from importlib import import_module
from pathlib import PurePath
from typing import Protocol, cast

from kielipari.errors import GlossaryError, UsageError
from kielipari.terms.termbase import Termbase


class _Format(Protocol):
    def read(self, data: bytes, uri: str) -> Termbase: ...

    def write(self, termbase: Termbase) -> bytes: ...


_READERS = {
    ".csv": "delimited",
    ".tsv": "delimited",
    ".xlsx": "workbook",
    ".xlsm": "workbook",
    ".tbx": "tbx",
    ".ttl": "skos",
    ".rdf": "skos",
}
_WRITERS = {"csv": "delimited", "xlsx": "workbook", "tbx": "tbx"}

WRITABLE = tuple(_WRITERS)
"""The names that :func:`write` takes."""


def read(data: bytes, uri: str) -> Termbase:
    """Read one termbase file; the ending of ``uri`` says which format it is.

    An ``.xml`` file is TBX or RDF, by its root element.

    Raises:
        GlossaryError: the ending is not known, or the file cannot be read.

    """
    suffix = PurePath(uri).suffix.lower()
    if suffix == ".xml":
        suffix = ".rdf" if b"RDF" in data[:4096] else ".tbx"
    if suffix not in _READERS:
        known = ", ".join(_READERS)
        raise GlossaryError(f"no glossary format has the ending {suffix!r}; use {known}", uri)
    return _module(_READERS[suffix]).read(data, uri)


def write(termbase: Termbase, format: str) -> bytes:  # noqa: A002 - what the argument is
    """Write a termbase as ``csv``, ``xlsx`` or ``tbx`` (a leading dot is taken too).

    Raises:
        UsageError: there is no such format, or it is only read.

    """
    name = format.lower().removeprefix(".")
    if name not in _WRITERS:
        raise UsageError(f"glossaries are not written as {format!r}; use {', '.join(_WRITERS)}")
    return _module(_WRITERS[name]).write(termbase)


def _module(name: str) -> _Format:
    return cast("_Format", import_module(f"kielipari.terms.formats.{name}"))
