"""What was found of words, kept for the next run: most words of a project come again and again.

To look a word up costs as much as all else that is done with it in a text. What is kept hangs on
no text and on no rule: it is the word's place in the lexicons and in the glossary, and is thrown
away where one of these changes, or the program.
"""

import marshal
import zlib
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from kielipari.languages import store
from kielipari.languages.memory import Found, Memories
from kielipari.state.keys import words_key

if TYPE_CHECKING:
    from kielipari.context import Settings

_PREFIX = "words-"
_WORTHWHILE = 500  # new words; fewer are looked up again in a few hundredths of a second …
_SHARE = 0.1  # … as is such a share of what is kept


class KnownWords:
    """The words that earlier runs met, and where those of this one are kept."""

    def __init__(self, settings: "Settings") -> None:
        """Read what is kept for such settings; nothing where they forbid it, or where it is damaged."""
        self._path = _path(settings) if settings.use_cache else None
        self.memories = Memories(_read(self._path) if self._path is not None else None)
        self._size = len(self.memories)

    def keep(self) -> None:
        """Write down what is known now, if it is worth it."""
        size = len(self.memories)
        if self._path is None or size - self._size < max(_WORTHWHILE, _SHARE * self._size):
            return
        self._size = size
        data = marshal.dumps(self.memories.found())
        mark = zlib.crc32(data).to_bytes(4, "little")
        store.write_atomically(self._path, lambda place: place.write_bytes(mark + data))


def _path(settings: "Settings") -> Path:
    languages = (settings.source_lang, settings.target_lang)
    name = "-".join((*languages, words_key(settings.concepts, settings.lexicons).hex()[:32]))
    return store.cache_dir() / f"{_PREFIX}{name}"


def _read(path: Path) -> Mapping[str, Found] | None:
    try:
        data = path.read_bytes()
    except OSError:
        return None
    if zlib.crc32(data[4:]).to_bytes(4, "little") != data[:4]:
        return None
    found: Mapping[str, Found] = marshal.loads(data[4:])  # noqa: S302  our own file
    return found
