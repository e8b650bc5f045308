"""Which format a file is in: by its extension, else by how it begins."""

import re
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
    ".docx": "docx",
    ".xlf": "xliff",
    ".xliff": "xliff",
    ".sdlxliff": "xliff",
    ".mqxliff": "xliff",
    ".tmx": "tmx",
    ".csv": "csv",
    ".tsv": "csv",
    ".json": "json",
    ".arb": "json",
    ".xml": "android",
    ".xcstrings": "xcstrings",
    ".resx": "resx",
    ".strings": "apple-strings",
    ".stringsdict": "stringsdict",
    ".properties": "properties",
    ".yml": "yaml",
    ".yaml": "yaml",
    ".ini": "ini",
}

_HEAD = 4096
_HTML = re.compile(rb"<!doctype\s+html|<html[\s>]|<body[\s>]|<head[\s>]", re.IGNORECASE)
_ROOT = re.compile(rb"<(?:[\w-]+:)?(xliff|tmx|resources|plist)[\s>]")
_ROOTS = {b"xliff": "xliff", b"tmx": "tmx", b"resources": "android", b"plist": "stringsdict"}
_MARKUP = re.compile(rb"<(?:p|div|h[1-6]|ul|ol|table|main|article|section)[\s>]", re.IGNORECASE)
_PO = re.compile(rb'^(?:#[^\n]*+\n|[ \t\r]*+\n)*+(?:msgctxt|msgid)\s+"')
_JSON = re.compile(rb'\s*+[{\[]\s*+(?:"|[{\[]|\}|\])')
_ZIP = re.compile(rb"PK\x03\x04")
_MARKDOWN = re.compile(
    rb"\A---[ \t]*+\r?\n|^#{1,6} \S|^\[[^\]\n]{1,80}\]: |\]\((?:https?:|/|#)", re.MULTILINE
)
# Browsers save what belongs to a page in a folder beside it, named in their own language.
_SAVED_WITH_PAGE = re.compile(r"(?:[_-](?:files|tiedostot|filer)|\.files)$", re.IGNORECASE)
# Formats that also hold what is no text for readers; a folder scan takes such a file only where
# its name, or a folder it stands in, says that it is in a language.
_AMBIGUOUS = frozenset({"android", "csv", "ini", "json", "yaml"})
_LOCALE = re.compile(
    r"(?:^|[._/-])(?:fi|sv|se|en|fi[-_]fi|sv[-_](?:fi|se)|en[-_](?:gb|us)|values(?:-[a-z]{2})?|"
    r"i18n|l10n|lang|langs|locales?|translations?|localization)(?=[._/-]|$)",
    re.IGNORECASE,
)
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
    stem, dot, extension = _path(uri).rstrip("/").rpartition("/")[2].rpartition(".")
    return _EXTENSIONS.get(f"{dot}{extension.lower()}") if stem else None


def detect(data: bytes, uri: str) -> str:
    """Return the format of a file: by name, else by content; plain text if nothing tells more."""
    named = by_name(uri)
    head = data[:_HEAD]
    if named == "android" and (root := _ROOT.search(head)) is not None:
        return _ROOTS[root.group(1)]
    return named or _by_content(head)


def _by_content(head: bytes) -> str:
    if head[:2] in (b"\xff\xfe", b"\xfe\xff"):
        head = head.decode("utf-16", errors="replace").encode()
    head = head.removeprefix(b"\xef\xbb\xbf")
    if head.lstrip().startswith(b"<"):
        return _markup(head)
    signs = (
        (_ZIP.match, "docx"),
        (_PO.match, "po"),
        (_JSON.match, "json"),
        (_HTML.search, "html"),
        (_MARKDOWN.search, "markdown"),
    )
    return next((name for shows, name in signs if shows(head)), "text")


def _markup(head: bytes) -> str:
    """Return the format of what begins with a tag, a declaration or a comment."""
    root = _ROOT.search(head)
    if root is not None:
        return _ROOTS[root.group(1)]
    return "html" if _HTML.search(head) or _MARKUP.search(head) else "text"


def is_readable(uri: str) -> bool:
    """Whether a folder scan takes a file: a known format, not hidden, not saved beside a page.

    In a relative path a hidden folder hides what is in it; of an absolute one, which may lead
    through hidden folders anyway, only the name and the folder it stands in are looked at.
    """
    path = _path(uri).replace("\\", "/")
    is_absolute = path.startswith("/")
    parts = path.split("/")[-2:] if is_absolute else path.split("/")
    hiding = parts[-1:] if is_absolute else parts
    if any(part.startswith(".") and part not in (".", "..") for part in hiding):
        return False
    if any(_SAVED_WITH_PAGE.search(part) for part in parts[:-1]):
        return False
    if parts[-1].lower() in _TOOLING or parts[-1].startswith("~$"):
        return False
    name = by_name(uri)
    if name in _AMBIGUOUS:
        return _LOCALE.search("/".join(path.split("/")[-3:])) is not None
    return name is not None


def _path(uri: str) -> str:
    """Return the path of an address without query and fragment; of a file, its name as it is."""
    if uri.startswith(("http://", "https://", "file://")):
        try:
            return urlsplit(uri).path
        except ValueError:
            return ""
    return uri
