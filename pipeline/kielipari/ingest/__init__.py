"""Bytes and an address → Document, or Bitext for a bilingual file; one reader per format.

:func:`read` is a pure function of its arguments. Every offset of a text leads back to line and
column of the file as it was given.
"""

from collections.abc import Callable
from importlib import import_module
from pathlib import PurePath

from kielipari.errors import InputError
from kielipari.ingest import detect as _detect
from kielipari.ingest.loader import MOST_BYTES, check_size, load
from kielipari.model import Bitext, Document

__all__ = ["MOST_BYTES", "formats", "is_readable", "load", "read"]

# Format → the module that reads it; a module is imported when its format is first met.
_READERS = {
    "html": "kielipari.ingest.html.reader",
    "markdown": "kielipari.ingest.markdown.reader",
    "text": "kielipari.ingest.plain",
    "docx": "kielipari.ingest.docx",
    "po": "kielipari.ingest.bilingual.po",
    "xliff": "kielipari.ingest.bilingual.xliff",
    "tmx": "kielipari.ingest.bilingual.tmx",
    "csv": "kielipari.ingest.bilingual.table",
    "json": "kielipari.ingest.catalogues.json_catalogue",
    "xcstrings": "kielipari.ingest.catalogues.xcstrings",
    "android": "kielipari.ingest.catalogues.android",
    "apple-strings": "kielipari.ingest.catalogues.apple_strings",
    "stringsdict": "kielipari.ingest.catalogues.stringsdict",
    "resx": "kielipari.ingest.catalogues.resx",
    "properties": "kielipari.ingest.catalogues.properties",
    "yaml": "kielipari.ingest.catalogues.yaml_catalogue",
    "ini": "kielipari.ingest.catalogues.ini",
}

_Reader = Callable[[bytes, str, str | None, str | None], Document | Bitext]


def formats() -> tuple[str, ...]:
    """Return the names of the formats that can be read."""
    return tuple(_READERS)


def is_readable(path_or_uri: PurePath | str) -> bool:
    """Whether a folder scan should read a file: known by its name, not hidden, no by-product.

    Give the path relative to the scanned folder: hidden folders and the ``…_files`` folders of
    saved pages hide what is in them.
    """
    return _detect.is_readable(str(path_or_uri))


def read(
    data: bytes,
    uri: str,
    *,
    lang: str | None = None,
    format: str | None = None,  # noqa: A002 (the public word for it, as in --format)
    encoding: str | None = None,
) -> Document | Bitext:
    """Return what stands in a file.

    ``lang`` is the language that the caller knows the document to be in (of a bilingual file:
    its target language); otherwise only what the file itself declares is taken, never a guess.
    ``encoding`` is what a transport says (an HTTP header); valid UTF-8 and a byte order mark
    weigh more.

    Raises:
        EmptyInputError: there is nothing to read in the file.
        InputError: the file cannot be read; the message says what to do.

    """
    check_size(data, uri)
    name = format or _detect.detect(data, uri)
    if name not in _READERS:
        known = ", ".join(_READERS)
        raise InputError(f"there is no reader for the format {name!r}; use one of {known}", uri)
    reader: _Reader = import_module(_READERS[name]).read
    return reader(data, uri, lang, encoding)
