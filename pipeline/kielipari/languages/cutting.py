"""spaCy's tokenizer rules of a language, applied without spaCy.

The import of spaCy takes longer than a whole run over one page. So its rules (exceptions, and
what is cut off at the beginning, at the end and inside) are asked for once per version and kept
beside the lexicons; what is done with them is the algorithm that spaCy documents
(https://spacy.io/usage/linguistic-features#how-tokenizer-works). A test compares the two on the
texts of the shared sets.
"""

import json
import re
from dataclasses import asdict, dataclass
from functools import cache
from importlib import metadata
from pathlib import Path
from typing import Any

from kielipari.languages import store

_FORMAT = 1


@dataclass(frozen=True, slots=True)
class Rules:
    """What spaCy knows of a language: regular expressions, and chunks that are cut as listed."""

    prefix: str
    suffix: str
    infix: str
    url: str
    url_flags: int
    exceptions: dict[str, list[str]]


class Rulebook:
    """Cuts chunks, which are what stands between white space."""

    def __init__(self, rules: Rules) -> None:
        """Compile the rules of a language."""
        self.exceptions = rules.exceptions
        self._prefix = re.compile(rules.prefix).search
        self._suffix = re.compile(rules.suffix).search
        self._infixes = re.compile(rules.infix).finditer
        self._is_url = re.compile(rules.url, rules.url_flags).match
        self._rejoined = {
            pieces: chunk
            for chunk in self.exceptions
            if len(pieces := tuple(self._cut(chunk, {}))) > 1
        }
        self._longest = max(map(len, self._rejoined), default=0)

    def cut(self, chunk: str) -> list[str]:
        """Return the pieces of a chunk; joined they are the chunk."""
        if chunk in self.exceptions:
            return self.exceptions[chunk]
        return self._rejoin(self._cut(chunk, self.exceptions))

    def _cut(self, chunk: str, exceptions: dict[str, list[str]]) -> list[str]:
        """Take off what stands at either end, as long as there is something, then look inside."""
        before: list[str] = []
        after: list[str] = []
        length = -1
        while chunk and len(chunk) != length and chunk not in exceptions:
            length = len(chunk)
            start = _size(self._prefix(chunk))
            if start and chunk[start:] in exceptions:
                before.append(chunk[:start])
                chunk = chunk[start:]
                break
            end = _size(self._suffix(chunk[start:]))
            if end and chunk[:-end] in exceptions:
                after.append(chunk[-end:])
                chunk = chunk[:-end]
                break
            if start:
                before.append(chunk[:start])
            if end and start + end <= length:
                after.append(chunk[length - end :])
                chunk = chunk[start : length - end]
            else:
                chunk = chunk[start:]
        if chunk:
            before += exceptions.get(chunk) or self._inside(chunk)
        return before + after[::-1]

    def _inside(self, chunk: str) -> list[str]:
        if self._is_url(chunk):
            return [chunk]
        found: list[str] = []
        start = 0
        for match in self._infixes(chunk):
            if match.start() == 0:
                continue
            found += (chunk[start : match.start()], match.group())
            start = match.end()
        found.append(chunk[start:])
        return [piece for piece in found if piece]

    def _rejoin(self, pieces: list[str]) -> list[str]:
        """Put together what was cut apart though it is an exception, as a smiley behind a word.

        The longest goes first, of those alike the first.
        """
        count = len(pieces)
        for size in range(min(self._longest, count), 1, -1):
            for at in range(count - size + 1):
                chunk = self._rejoined.get(tuple(pieces[at : at + size]))
                if chunk is not None:
                    before, after = pieces[:at], pieces[at + size :]
                    return [*self._rejoin(before), *self.exceptions[chunk], *self._rejoin(after)]
        return pieces


def _size(match: re.Match[str] | None) -> int:
    return match.end() - match.start() if match else 0


@cache
def rulebook(lang: str) -> Rulebook:
    """Return the rules of a language; spaCy is asked for them where none are kept."""
    path = store.cache_dir() / f"tokens-{lang}-{metadata.version('spacy')}-{_FORMAT}.json"
    rules = _kept(path)
    if rules is None:
        rules = of_spacy(lang)
        text = json.dumps(asdict(rules))
        store.write_atomically(path, lambda place: place.write_text(text, encoding="ascii"))
    return Rulebook(rules)


def of_spacy(lang: str) -> Rules:
    """Ask spaCy for the rules of a language."""
    from spacy.symbols import ORTH  # noqa: PLC0415 all imports of spaCy take a second together
    from spacy.util import (  # noqa: PLC0415
        compile_infix_regex,
        compile_prefix_regex,
        compile_suffix_regex,
        get_lang_class,
    )

    rules = get_lang_class(lang).Defaults
    matches: Any = rules.url_match
    url: re.Pattern[str] = matches.__self__  # it is given as the method of a pattern
    return Rules(
        prefix=compile_prefix_regex(rules.prefixes or ()).pattern,
        suffix=compile_suffix_regex(rules.suffixes or ()).pattern,
        infix=compile_infix_regex(rules.infixes or ()).pattern,
        url=url.pattern,
        url_flags=url.flags,
        exceptions={
            chunk: [piece[ORTH] for piece in pieces]
            for chunk, pieces in rules.tokenizer_exceptions.items()
        },
    )


def _kept(path: Path) -> Rules | None:
    """Read kept rules; None where they are missing or damaged."""
    try:
        return Rules(**json.loads(path.read_text(encoding="ascii")))
    except (OSError, ValueError, TypeError):
        return None
