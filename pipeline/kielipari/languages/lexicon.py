"""simplemma's table of word forms, both ways: from a form to its base form, and back.

simplemma (https://pypi.org/project/simplemma/) ships a compressed table of inflected forms with
one base form each. Unpacking it takes a second and much memory, so it is turned once into two
memory-mapped tries (see :mod:`kielipari.languages.store`).
"""

import gc
from collections.abc import Iterable, Iterator
from functools import cache
from importlib import metadata
from typing import Any

from kielipari.languages import store

_FORMAT = 1


def _packed(key: str, value: str) -> bytes:
    """Write ``value`` as what to cut off ``key`` and what to put there instead."""
    shared = min(len(key), len(value))
    while not key.startswith(value[:shared]):  # from the end: most pairs differ there only
        shared -= 1
    return bytes((len(key) - shared,)) + value[shared:].encode()


def _unpacked(key: str, packed: bytes) -> str:
    return key[: len(key) - packed[0]] + packed[1:].decode()


class Lexicon:
    """The table of one language."""

    def __init__(self, lang: str) -> None:
        """Open the tries, or build them: a few seconds, once per version of simplemma."""
        import marisa_trie  # noqa: PLC0415  only where a lexicon is used

        version = metadata.version("simplemma")
        name = f"lexicon-{lang}-{version}-{_FORMAT}"
        entries: list[tuple[str, str]] = []  # filled where a trie is built

        def table() -> list[tuple[str, str]]:
            if not entries:
                entries.extend(_entries(lang))
            return entries

        self._bases: Any = store.open_trie(
            f"{name}.bases",
            marisa_trie.BytesTrie,
            lambda: marisa_trie.BytesTrie(
                ((form, _packed(form, base)) for form, base in table()), num_tries=1
            ),
        )
        self._forms: Any = store.open_trie(
            f"{name}.forms",
            marisa_trie.BytesTrie,
            lambda: marisa_trie.BytesTrie(
                ((base, _packed(base, form)) for form, base in table()), num_tries=1
            ),
        )

        # Kept from building, since gathering them from the trie takes a second.
        self._fresh: frozenset[str] | None = frozenset(b for _, b in entries) if entries else None
        entries.clear()

    def bases(self, form: str) -> tuple[str, ...]:
        """Return the base forms of a form as written."""
        found: Iterable[bytes] = self._bases.get(form, ())
        return tuple(_unpacked(form, packed) for packed in found)

    def forms(self, base: str) -> tuple[str, ...]:
        """Return the forms of a base form as written."""
        found: Iterable[bytes] = self._forms.get(base, ())
        return tuple(_unpacked(base, packed) for packed in found)

    def all_bases(self) -> tuple[str, ...]:
        """Return every base form."""
        if self._fresh is not None:
            return tuple(sorted(self._fresh))
        return tuple(dict.fromkeys(self._forms.iterkeys()))

    def __contains__(self, form: object) -> bool:
        return form in self._bases


def _entries(lang: str) -> Iterator[tuple[str, str]]:
    # A million pairs are made here and none is garbage.
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield from _pairs(lang)
    finally:
        if collecting:
            gc.enable()


def _pairs(lang: str) -> Iterator[tuple[str, str]]:
    from simplemma.strategies.dictionaries import (  # noqa: PLC0415  loads lzma and the table
        DefaultDictionaryFactory,
    )

    for form, base in DefaultDictionaryFactory().get_dictionary(lang).items():
        if len(form) < 100 and len(base) < 100:  # noqa: PLR2004  one byte holds what is cut off
            yield form, base


@cache
def lexicon(lang: str) -> Lexicon:
    """Return the table of a language, opened once."""
    return Lexicon(lang)
