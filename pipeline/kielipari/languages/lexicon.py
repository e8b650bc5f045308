"""simplemma's table of word forms, both ways: from a form to its base form, and back.

simplemma (https://pypi.org/project/simplemma/) ships a compressed table of inflected forms with
one base form each. Unpacking it takes a second and much memory, so it is turned once into two
memory-mapped tries (see :mod:`kielipari.languages.store`).
"""

import gc
from collections import deque
from collections.abc import Iterator
from functools import cache
from importlib import metadata
from typing import Any

from kielipari.languages import store

_FORMAT = 1
_LONGEST = 100  # characters: one byte says how much of a word is cut off
_CUT = tuple(bytes((length,)) for length in range(_LONGEST))


def _pack(form: str, base: str) -> tuple[bytes, bytes]:
    """Write each of the two as what to cut off the other and what to put there instead."""
    shared = min(len(form), len(base))
    while not form.startswith(base[:shared]):  # from the end: most pairs differ there only
        shared -= 1
    return (
        _CUT[len(form) - shared] + base[shared:].encode(),
        _CUT[len(base) - shared] + form[shared:].encode(),
    )


def _unpacked(key: str, packed: bytes) -> str:
    return key[: len(key) - packed[0]] + packed[1:].decode()


class Lexicon:
    """The table of one language."""

    def __init__(self, lang: str) -> None:
        """Open the tries, or build them: a few seconds, once per version of simplemma."""
        import marisa_trie  # noqa: PLC0415  only where a lexicon is used

        name = f"lexicon-{lang}-{metadata.version('simplemma')}-{_FORMAT}"
        # Filled while the first trie is built: a million entries are not to be there twice.
        to_forms: list[tuple[str, bytes]] = []

        def to_bases() -> Iterator[tuple[str, bytes]]:
            for form, to_base, base, to_form in _entries(lang):
                to_forms.append((base, to_form))
                yield form, to_base

        def to_forms_too() -> list[tuple[str, bytes]]:
            if not to_forms:
                deque(to_bases(), maxlen=0)
            return to_forms

        self._bases: Any = store.open_trie(
            f"{name}.bases",
            marisa_trie.BytesTrie,
            lambda: marisa_trie.BytesTrie(to_bases(), num_tries=1),
        )
        self._forms: Any = store.open_trie(
            f"{name}.forms",
            marisa_trie.BytesTrie,
            lambda: marisa_trie.BytesTrie(to_forms_too(), num_tries=1),
        )
        # Kept from building, since gathering them from the trie takes a second.
        self._fresh: frozenset[str] | None = frozenset(b for b, _ in to_forms) or None
        to_forms.clear()

    def bases(self, form: str) -> tuple[str, ...]:
        """Return the base forms of a form as written."""
        found = self._bases.get(form, ())
        return tuple(_unpacked(form, packed) for packed in found)

    def forms(self, base: str) -> tuple[str, ...]:
        """Return the forms of a base form as written."""
        found = self._forms.get(base, ())
        return tuple(_unpacked(base, packed) for packed in found)

    def longer(self, beginning: str) -> Iterator[str]:
        """Yield the forms that begin so and go on."""
        return (form for form in self._bases.iterkeys(beginning) if form != beginning)

    def is_base(self, word: str) -> bool:
        """Whether a word as written is a base form: cheaper than its forms."""
        return word in self._forms

    def all_bases(self) -> tuple[str, ...]:
        """Return every base form."""
        if self._fresh is not None:
            return tuple(sorted(self._fresh))
        return tuple(dict.fromkeys(self._forms.iterkeys()))

    def __contains__(self, form: object) -> bool:
        return form in self._bases


def _entries(lang: str) -> Iterator[tuple[str, bytes, str, bytes]]:
    """Yield forms with the way to the base form, and base forms with the way back."""
    from simplemma.strategies.dictionaries import (  # noqa: PLC0415  loads lzma and the table
        DefaultDictionaryFactory,
    )

    # A million entries are made here and none is garbage.
    collecting = gc.isenabled()
    gc.disable()
    try:
        for form, base in DefaultDictionaryFactory().get_dictionary(lang).items():
            if len(form) < _LONGEST and len(base) < _LONGEST:
                to_base, to_form = _pack(form, base)
                yield form, to_base, base, to_form
    finally:
        if collecting:
            gc.enable()


@cache
def lexicon(lang: str) -> Lexicon:
    """Return the table of a language, opened once."""
    return Lexicon(lang)
