"""Where the texts of a PO file stand: every msgid and msgstr through wrapping and escapes."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from kielipari.errors import InputError
from kielipari.ingest.source import Fold, Source, TextBuilder

_KEYWORD = re.compile(r"[ \t]*+(msgctxt|msgid_plural|msgid|msgstr)(?:\[(\d{1,3})\])?[ \t]*+(?=\")")
_STRING = re.compile(r"[ \t]*+\"(.*)\"[ \t]*+$", re.DOTALL)
_ESCAPE = re.compile(r"\\(?:[abfnrtv\"\\]|x[0-9a-fA-F]{2}|[0-7]{1,3})")
_ESCAPED = {
    "a": "\a", "b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t", "v": "\v", '"': '"',
    "\\": "\\",
}  # fmt: skip


@dataclass(slots=True)
class ScannedEntry:
    """The texts of an entry as they are being read."""

    msgid: TextBuilder
    msgid_plural: TextBuilder | None = None
    msgstr: dict[int, TextBuilder] = field(default_factory=dict)

    def take(self, keyword: str, index: int, text: TextBuilder) -> None:
        """Keep the text that begins at a keyword; msgctxt is no text of the entry."""
        if keyword == "msgid_plural":
            self.msgid_plural = text
        elif keyword == "msgstr":
            self.msgstr[index] = text


def scan(source: Source, uri: str) -> Iterator[ScannedEntry]:
    """Yield the entries in the order of the file, the header too, obsolete ones left out.

    Raises:
        InputError: a string is not closed.

    """
    entry: ScannedEntry | None = None
    current: TextBuilder | None = None
    for number in range(1, source.line_count + 1):
        line = source.line(number)
        keyword = _KEYWORD.match(line)
        if keyword is None and not line.lstrip().startswith('"'):
            continue
        string = _STRING.match(line, keyword.end() if keyword else 0)
        if string is None:
            raise InputError("a quotation mark is missing on the line; add it", uri, number)
        if keyword is not None:
            current = TextBuilder(source, Fold.NONE)
            if keyword.group(1) == "msgid":
                if entry is not None:
                    yield entry
                entry = ScannedEntry(current)
            elif entry is not None:
                entry.take(keyword.group(1), int(keyword.group(2) or 0), current)
        if current is not None:
            at = source.start_of(number)
            _add(source, current, at + string.start(1), at + string.end(1))
    if entry is not None:
        yield entry


def _add(source: Source, builder: TextBuilder, start: int, end: int) -> None:
    """Append the inside of a quoted string."""
    if source.text.find("\\", start, end) < 0:
        builder.literal(start, end)
        return
    for escape in _ESCAPE.finditer(source.text, start, end):
        builder.literal(start, escape.start())
        builder.replace(_unescaped(escape.group()[1:]), escape.start())
        start = escape.end()
    builder.literal(start, end)


def _unescaped(code: str) -> str:
    if code in _ESCAPED:
        return _ESCAPED[code]
    return chr(int(code[1:], 16) if code[0] == "x" else int(code, 8))
