"""What the tests of the readers share."""

import unicodedata
from collections.abc import Callable, Iterator

import pytest

from kielipari.model import Bitext, Block, Document

# How an entity, an escape or a tag begins that stands for a character.
_BEGINNINGS = "&\\<"


def blocks_of(read: Document | Bitext) -> Iterator[Block]:
    """Yield every block of a document, or of both sides of a bilingual file."""
    if isinstance(read, Document):
        yield from read.blocks
    else:
        for unit in read.units:
            for segment in (*unit.source, *unit.target):
                yield segment.block


def misplaced(text: str, read: Document | Bitext) -> list[str]:
    """Return the offsets whose place in the file shows something else than the block's text."""
    lines = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    wrong = []
    for block in blocks_of(read):
        for offset, char in enumerate(block.text):
            place = block.place(offset)
            line = lines[place.line - 1] + "\n"
            written = line[place.column - 1 : place.column] if place.column > 0 else ""
            composed = unicodedata.normalize("NFC", line[place.column - 1 : place.column + 2])
            if written == char or (composed and composed[0] == char):
                continue
            if written and written in _BEGINNINGS:
                continue
            if char.isspace() and (written.isspace() or written in "\u00ad\u200b"):
                continue
            wrong.append(f"{block.id} {offset} {char!r} at {place}: {written!r}")
    return wrong


@pytest.fixture
def assert_exact() -> Callable[[str, Document | Bitext], None]:
    """Assert that every character of every block stands where the block says."""

    def check(text: str, read: Document | Bitext) -> None:
        assert misplaced(text, read) == []

    return check
