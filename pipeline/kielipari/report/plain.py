"""Text from documents made fit to print: nothing in it may steer a terminal or break a file."""

import re
from typing import Final

_STEERING: Final = re.compile(
    "[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ufffe\uffff\ud800-\udfff]"
)
_SURROGATES: Final = re.compile("[\ud800-\udfff]")
_SPACES: Final = frozenset("\t\n\r\u2028\u2029")
_ELLIPSIS: Final = "…"


def plain(text: str) -> str:
    """Replace control characters, bidirectional overrides and lone surrogates, one for one.

    The length stays, so that offsets into the text stay right.
    """
    return _STEERING.sub(lambda found: " " if found[0] in _SPACES else "\ufffd", text)


def encodable(text: str) -> str:
    """Replace lone surrogates, which UTF-8 cannot hold, and leave the rest as it is."""
    return _SURROGATES.sub("\ufffd", text)


def shorten(text: str, limit: int) -> str:
    """Cut a text to at most ``limit`` characters, between words where that is possible."""
    if len(text) <= limit:
        return text
    cut = text[: limit - 1]
    space = cut.rfind(" ")
    if space > limit // 2:
        cut = cut[:space]
    return cut.rstrip(" ,;:–-") + _ELLIPSIS


def window(text: str, start: int, end: int, width: int) -> tuple[str, int, int]:
    """Cut a text to about ``width`` characters around ``text[start:end]``.

    Return the cut text and where the span now stands in it. A span that is longer than the
    width is cut too.
    """
    start, end = max(0, min(start, len(text))), max(0, min(end, len(text)))
    if len(text) <= width:
        return text, start, end
    end = min(end, start + max(width - 2, 1))
    spare = max(width - (end - start), 0)
    first = max(0, min(start - spare // 2, len(text) - width))
    last = min(len(text), max(first + width, end))
    if first > 0 and (space := text.find(" ", first, start)) >= 0:
        first = space + 1
    if last < len(text) and (space := text.rfind(" ", end, last)) >= 0:
        last = space
    before = _ELLIPSIS if first > 0 else ""
    after = _ELLIPSIS if last < len(text) else ""
    shift = len(before) - first
    return before + text[first:last] + after, start + shift, end + shift
