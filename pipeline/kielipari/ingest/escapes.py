"""Escapes within strings, each leading back to where it is written."""

import re
from collections.abc import Callable

from kielipari.ingest.builder import TextBuilder
from kielipari.ingest.source import Source

_SURROGATES = re.compile("[\ud800-\udbff][\udc00-\udfff]")


def add_escaped(
    builder: TextBuilder,
    source: Source,
    span: tuple[int, int],
    pattern: re.Pattern[str],
    read: Callable[[str], str],
) -> None:
    """Append a stretch of the file; what ``pattern`` finds in it is appended as ``read`` says."""
    start, end = span
    for escape in pattern.finditer(source.text, start, end):
        builder.literal(start, escape.start())
        builder.replace(read(escape.group()), escape.start(), keep=True)
        start = escape.end()
    builder.literal(start, end)


def utf16(digits: str) -> str:
    """Return the characters of one or two UTF-16 code units, four hexadecimal digits each.

    Half a pair by itself is no character: U+FFFD stands for it.
    """
    units = [chr(int(digits[n : n + 4], 16)) for n in range(0, len(digits), 4)]
    text = "".join(units)
    joined = _SURROGATES.sub(
        lambda m: m.group().encode("utf-16", "surrogatepass").decode("utf-16"), text
    )
    return "".join("\ufffd" if "\ud800" <= char <= "\udfff" else char for char in joined)
