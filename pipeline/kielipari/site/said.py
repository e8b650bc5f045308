"""What is said of a page outside of it: by the server's headers, a sitemap, a redirect."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from email.utils import parsedate_to_datetime

from kielipari.model import Alternate, Document

ADDRESS = "address"
"""The key of ``Meta.extra`` under which further addresses of a page stand."""

_ANSWER = "the server answers"
_GONE = ("404", "410")

_CHARSET = re.compile(r"charset\s*+=\s*+[\"']?([\w.:-]{2,40})", re.IGNORECASE)
_LINK = re.compile(r"<([^<>]{1,4000})>([^<]{0,2000})")
_PARAMETER = re.compile(r";\s*+([\w*-]{1,40})\s*+=\s*+(?:\"([^\"]{0,400})\"|([^\s;,\"]{1,400}))")


@dataclass(frozen=True, slots=True)
class Said:
    """What a transport tells of a page.

    ``aliases`` are addresses that lead to it; ``modified`` is a date as in ISO 8601.
    """

    encoding: str | None = None
    alternates: tuple[Alternate, ...] = ()
    canonical: str | None = None
    modified: str | None = None
    aliases: tuple[str, ...] = ()

    def __add__(self, other: "Said") -> "Said":
        """Join two sources; where both tell, the first counts."""
        return Said(
            self.encoding or other.encoding,
            tuple(dict.fromkeys((*self.alternates, *other.alternates))),
            self.canonical or other.canonical,
            self.modified or other.modified,
            tuple(dict.fromkeys((*self.aliases, *other.aliases))),
        )


_NOTHING = Said()


def of_headers(headers: Iterable[tuple[str, str]]) -> Said:
    """Read the headers of an HTTP response: charset, language versions, last change."""
    said = Said()
    for name, value in headers:
        match name.lower():
            case "content-type":
                found = _CHARSET.search(value)
                said += Said(encoding=found.group(1) if found else None)
            case "last-modified":
                said += Said(modified=_date(value))
            case "link":
                said += _links(value)
    return said


def with_said(document: Document, said: Said) -> Document:
    """Return the document with what was said of it; what the page says itself weighs more."""
    if said == _NOTHING:
        return document
    meta = document.meta
    known = {(a.lang.lower(), a.href) for a in meta.alternates}
    added = tuple(a for a in said.alternates if (a.lang.lower(), a.href) not in known)
    return replace(
        document,
        meta=replace(
            meta,
            alternates=(*meta.alternates, *added),
            canonical=meta.canonical or said.canonical,
            modified=meta.modified or said.modified,
            extra=(*meta.extra, *((ADDRESS, alias) for alias in said.aliases)),
        ),
    )


def _links(value: str) -> Said:
    """Read a Link header (RFC 8288)."""
    alternates: list[Alternate] = []
    canonical = None
    for href, tail in _LINK.findall(value):
        parameters = {m[0].lower(): m[1] or m[2] for m in _PARAMETER.findall(tail)}
        relations = parameters.get("rel", "").lower().split()
        if "alternate" in relations and "hreflang" in parameters:
            alternates.append(Alternate(parameters["hreflang"], href.strip()))
        elif "canonical" in relations:
            canonical = canonical or href.strip()
    return Said(alternates=tuple(alternates), canonical=canonical)


def _date(value: str) -> str | None:
    try:
        return parsedate_to_datetime(value).date().isoformat()
    except (ValueError, TypeError, OverflowError):
        return None


def answered(status: int, name: str) -> str:
    """Say that the server answers with something else than a page."""
    return f"{_ANSWER} {status} ({name})"


def is_gone(message: str) -> bool:
    """Whether a problem says that the page is not there, rather than that it cannot be read."""
    return message.startswith(tuple(f"{_ANSWER} {status} " for status in _GONE))
