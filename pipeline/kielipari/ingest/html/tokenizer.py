"""HTML → start tags, end tags, text and comments, each with its offset in the file.

The tokens are those of the HTML standard (WHATWG, 13.2.5 Tokenization) with the states that
matter to text; libraries with a full tree give lines at best, and this needs every column. Time
is linear in the length of the input: what a broken tag swallows is never read again.
"""

import re
from collections.abc import Iterator
from html import unescape
from html.entities import html5
from typing import NamedTuple, Protocol

_TAG = re.compile(
    r"""<(/?)([a-zA-Z][^\s/>]*+)((?:[^>=]++|=[ \t\n\r\f]*+(?:"[^"]*+"|'[^']*+')?+)*+)>"""
)
_ATTRIBUTE = re.compile(
    r"""([^\s/>=][^\s/>=]*+)(?:\s*+=\s*+(?:"([^"]*+)"|'([^']*+)'|([^\s>]++)))?+"""
)
_NO_TAG = re.compile(r"<(?![a-zA-Z!?/])")
_OPENING = re.compile(r"</?[a-zA-Z]")
_COMMENT_END = re.compile(r"--!?>")
_CHARACTER = re.compile(r"&(?:#[0-9]{1,10};?|#[xX][0-9a-fA-F]{1,10};?|[a-zA-Z][a-zA-Z0-9]{0,31};?)")
RAW_TEXT = frozenset({"script", "style", "xmp", "iframe", "noembed", "noframes"})
ESCAPABLE_RAW_TEXT = frozenset({"title", "textarea"})
_RAW_END = {
    name: re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE)
    for name in RAW_TEXT | ESCAPABLE_RAW_TEXT
}
# The attributes that anything here reads; most of the others serve scripts and styles.
_READ = frozenset(
    {
        "alt",
        "aria-description",
        "aria-hidden",
        "aria-label",
        "aria-level",
        "aria-placeholder",
        "aria-roledescription",
        "class",
        "content",
        "datetime",
        "hidden",
        "href",
        "hreflang",
        "http-equiv",
        "id",
        "itemprop",
        "label",
        "lang",
        "name",
        "placeholder",
        "property",
        "rel",
        "role",
        "style",
        "title",
        "translate",
        "type",
        "value",
        "xml:lang",
    }
)
_LONGEST_LEGACY = max(len(name) for name in html5 if not name.endswith(";"))


class Attribute(NamedTuple):
    """An attribute's value as written, entities and all, between two offsets of the file."""

    raw: str
    start: int
    end: int

    @property
    def value(self) -> str:
        """The value with its entities resolved and its ends stripped."""
        if "&" not in self.raw:
            return self.raw.strip()
        pieces = pieces_of(self.raw, 0, len(self.raw), attribute=True)
        return "".join(text or self.raw[start:end] for start, end, text in pieces).strip()


class Handler(Protocol):
    """Receives the tokens, in the order of the file."""

    def start(self, name: str, attributes: tuple[int, int], at: int) -> bool:
        """Take a start tag; False where it is not read as raw text though its name says so."""

    def end(self, name: str, at: int) -> None:
        """Take an end tag."""

    def text(self, start: int, end: int) -> None:
        """Take text between two offsets, with its entities."""

    def comment(self, start: int, end: int) -> None:
        """Take a comment between two offsets, without its marks."""


def tokenize(text: str, start: int, end: int, handler: Handler) -> None:
    """Hand the tokens of ``text[start:end]`` to the handler."""
    written = start  # text from here on is not handed over yet
    position = start
    while (less := text.find("<", position, end)) >= 0:
        tag = _TAG.match(text, less, end)
        if tag is None:
            if _NO_TAG.match(text, less, end):
                position = less + 1
                continue
            if written < less:
                handler.text(written, less)
            written = position = _declaration(text, less, end, handler)
            continue
        if written < less:
            handler.text(written, less)
        written = position = tag.end()
        name = tag.group(2).lower()
        if tag.group(1):
            handler.end(name, less)
        elif handler.start(name, tag.span(3), less) and name in _RAW_END:
            written = position = _raw(text, name, position, end, handler)
    if written < end:
        handler.text(written, end)


def _declaration(text: str, less: int, end: int, handler: Handler) -> int:
    """Pass over a comment, a doctype or a processing instruction; return where it ends."""
    if _OPENING.match(text, less, end):
        return end  # a tag that nothing ends swallows the rest, as in a browser
    if text.startswith("<!--", less):
        if text.startswith((">", "->"), less + 4):
            return text.index(">", less) + 1
        close = _COMMENT_END.search(text, less + 4, end)
        if close is None:
            handler.comment(less + 4, end)
            return end
        handler.comment(less + 4, close.start())
        return close.end()
    close_at = text.find(">", less, end)
    return end if close_at < 0 else close_at + 1


def _raw(text: str, name: str, start: int, end: int, handler: Handler) -> int:
    """Hand over the text of an element that holds no markup; return where its end tag begins."""
    close = _RAW_END[name].search(text, start, end)
    stop = close.start() if close else end
    if stop > start:
        handler.text(start, stop)
    return stop


def attributes(text: str, span: tuple[int, int]) -> dict[str, Attribute]:
    """Return the attributes of a start tag that say something of its text, by name in lower case.

    Of two with the same name the first counts.
    """
    found: dict[str, Attribute] = {}
    start, end = span
    for match in _ATTRIBUTE.finditer(text, start, end):
        name = match.group(1)
        if name not in _READ:
            name = name.lower()
            if name not in _READ:
                continue
        if name in found:
            continue
        index = match.lastindex or 1
        if index == 1:
            found[name] = Attribute("", match.end(), match.end())
        else:
            found[name] = Attribute(match.group(index), match.start(index), match.end(index))
    return found


def pieces_of(
    text: str, start: int, end: int, *, attribute: bool = False
) -> Iterator[tuple[int, int, str]]:
    """Cut text at its character references: (start, end, what it reads as, or empty if literal)."""
    for match in _CHARACTER.finditer(text, start, end):
        at, stop = match.span()
        written = match.group()
        if written[1] != "#" and (written[1:] not in html5 or not written.endswith(";")):
            name = next(
                (written[1:n] for n in range(_LONGEST_LEGACY + 1, 2, -1) if written[1:n] in html5),
                "",
            )
            followed = text[at + 1 + len(name) : at + 2 + len(name)]
            if not name or (attribute and (followed == "=" or followed.isalnum())):
                continue
            stop = at + 1 + len(name)
            written = text[at:stop]
        if at > start:
            yield start, at, ""
        yield at, stop, unescape(written)
        start = stop
    if start < end:
        yield start, end, ""
