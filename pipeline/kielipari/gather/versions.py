"""Catalogues that hold both languages in one file, told apart by a part of their keys.

``{"fi": {"menu": …}, "sv": {"menu": …}}`` has the language first, as Vue I18n's and Rails' single
files; ``{"menu": {"fi": …, "sv": …}}`` has it last, as open data and string catalogues do.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from kielipari.ingest.languages import primary
from kielipari.model import Block, BlockKind, Document

_FIRST = re.compile(r"([A-Za-z]{2,3}(?:[-_][A-Za-z]{2,4})?)\.(.+)", re.DOTALL)
_LAST = re.compile(r"(.+)\.([A-Za-z]{2,3}(?:[-_][A-Za-z]{2,4})?)", re.DOTALL)
_BY_LAST = ("xcstrings",)
_SUPPRESS = "suppress"  # of Meta.extra: line:rule:reason

_Sides = tuple[tuple[Block, ...], tuple[Block, ...]]
"""The entries in either language."""


def versions(
    document: Document, languages: tuple[str, str]
) -> tuple[Document, Document] | tuple[Document]:
    """Return both language versions that a catalogue holds, else the one document it is.

    A single language at the top of all keys is no part of them: the files of two languages have
    the same keys then.
    """
    if any(block.kind is not BlockKind.ENTRY for block in document.blocks):
        return (document,)
    found: _Sides = ((), ())
    if document.meta.format not in _BY_LAST:
        found = _by_first(document, languages)
    if not any(found):
        found = _by_last(document, languages)
    sides = [
        replace(
            document,
            lang=lang,
            blocks=blocks,
            meta=replace(document.meta, extra=_extra(document, blocks)),
        )
        for lang, blocks in zip(languages, found, strict=True)
        if blocks
    ]
    if len(sides) == len(languages):
        return (sides[0], sides[1])
    return (sides[0] if sides else document,)


def _by_first(document: Document, languages: tuple[str, str]) -> _Sides:
    """Return the sides of a file in which every key begins with a language."""
    found = [(_FIRST.fullmatch(block.id), block) for block in document.blocks]
    if any(match is None for match, _ in found):
        return (), ()
    return _sides(((m[1], m[2], block) for m, block in found if m), languages)


def _by_last(document: Document, languages: tuple[str, str]) -> _Sides:
    """Return the sides of a file in which most keys, or by its format all, end with a language."""
    found = [(_LAST.fullmatch(block.id), block) for block in document.blocks]
    sides = _sides(((m[2], m[1], block) for m, block in found if m), languages)
    shared = {block.id for block in sides[0]} & {block.id for block in sides[1]}
    told = sum(match is not None and match[1] in shared for match, _ in found)
    is_clear = document.meta.format in _BY_LAST or (shared and told * 2 > len(found))
    return sides if is_clear else ((), ())


def _sides(named: Iterable[tuple[str, str, Block]], languages: tuple[str, str]) -> _Sides:
    """Part entries that are given with their language and the key without it."""
    sides: dict[str, list[Block]] = {lang: [] for lang in languages}
    for tag, key, block in named:
        lang = primary(tag)
        if lang in sides:
            sides[lang].append(replace(block, id=key, lang=lang))
    first, second = sides.values()
    return tuple(first), tuple(second)


def _extra(document: Document, blocks: Sequence[Block]) -> tuple[tuple[str, str], ...]:
    """Return what is noted of a file; a comment that silences belongs to the next entry's side."""
    lines = sorted({block.place().line for block in document.blocks})
    mine = {block.place().line for block in blocks}
    kept = []
    for name, value in document.meta.extra:
        at = value.partition(":")[0]
        if name == _SUPPRESS and at.isdigit():
            following = next((line for line in lines if line >= int(at)), None)
            if following not in mine:
                continue
        kept.append((name, value))
    return tuple(kept)
