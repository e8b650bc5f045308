"""Which format a file is in: by its extension, else by how it begins."""

import re
from pathlib import PurePosixPath
from urllib.parse import urlsplit

_EXTENSIONS = {
    ".htm": "html",
    ".html": "html",
    ".xht": "html",
    ".xhtml": "html",
    ".md": "markdown",
    ".markdown": "markdown",
    ".mdown": "markdown",
    ".txt": "text",
    ".text": "text",
    ".po": "po",
    ".pot": "po",
}
FORMATS: tuple[str, ...] = tuple(dict.fromkeys(_EXTENSIONS.values()))

_HEAD = 4096
_HTML = re.compile(rb"<!doctype\s+html|<html[\s>]|<body[\s>]|<head[\s>]", re.IGNORECASE)
_MARKUP = re.compile(rb"<(?:p|div|h[1-6]|ul|ol|table|main|article|section)[\s>]", re.IGNORECASE)
_PO = re.compile(rb'^(?:#[^\n]*\n|\s*\n)*+(?:msgctxt|msgid)\s+"', re.MULTILINE)
_MARKDOWN = re.compile(
    rb"\A---[ \t]*\r?\n.{0,4000}?\n---|^#{1,6} \S|^(?:\*|-|\d+\.) .*\]\(|\]\((?:https?:|/|#)",
    re.MULTILINE | re.DOTALL,
)
# Browsers save what belongs to a page in a folder beside it, named in their own language.
_SAVED_WITH_PAGE = re.compile(r"(?:[_-](?:files|tiedostot|filer)|\.files)$", re.IGNORECASE)
_TOOLING = frozenset(
    {
        "composer.json",
        "license.txt",
        "manifest.json",
        "package-lock.json",
        "package.json",
        "requirements.txt",
        "robots.txt",
        "tsconfig.json",
    }
)


def by_name(uri: str) -> str | None:
    """Return the format that a file's extension names, or None."""
    return _EXTENSIONS.get(PurePosixPath(_path(uri)).suffix.lower())


def detect(data: bytes, uri: str) -> str:
    """Return the format of a file: by name, else by content; plain text if nothing tells more."""
    named = by_name(uri)
    if named is not None:
        return named
    head = data[:_HEAD]
    if head[:2] in (b"\xff\xfe", b"\xfe\xff"):
        head = head.decode("utf-16", errors="replace").encode()
    head = head.removeprefix(b"\xef\xbb\xbf")
    if _HTML.search(head):
        return "html"
    if _PO.match(head):
        return "po"
    if head.lstrip().startswith(b"<") and _MARKUP.search(head):
        return "html"
    if _MARKDOWN.search(head):
        return "markdown"
    return "text"


def is_readable(uri: str) -> bool:
    """Whether a folder scan takes a file: a known format, not hidden, not saved beside a page.

    In a relative path a hidden folder hides what is in it; of an absolute one, which may lead
    through hidden folders anyway, only the name and the folder it stands in are looked at.
    """
    path = PurePosixPath(_path(uri).replace("\\", "/"))
    parts = path.parts[-2:] if path.is_absolute() else path.parts
    hiding = parts[-1:] if path.is_absolute() else parts
    if any(part.startswith(".") and part not in (".", "..") for part in hiding):
        return False
    if any(_SAVED_WITH_PAGE.search(part) for part in parts[:-1]):
        return False
    if path.name.lower() in _TOOLING or path.name.startswith("~$"):
        return False
    return by_name(uri) is not None


def _path(uri: str) -> str:
    """Return the path of an address without query and fragment; of a file, its name as it is."""
    if uri.startswith(("http://", "https://", "file://")):
        try:
            return urlsplit(uri).path
        except ValueError:
            return ""
    return uri
