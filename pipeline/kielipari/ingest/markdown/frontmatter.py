"""The head of a Markdown file, in YAML between ``---`` or TOML between ``+++``."""

import re
from typing import NamedTuple

from kielipari.ingest.builder import TextBuilder
from kielipari.ingest.source import Source
from kielipari.model import Block, BlockKind, Place, Region

_MATTER = re.compile(r"(---|\+\+\+)[ \t]*+(?:\r\n?|\n)")
_ENTRY = re.compile(r"([A-Za-z_][\w-]*+)[ \t]*+[:=][ \t]*+(\S[^\r\n]*+)")
_QUOTES = ('"', "'")
_BLOCKS = {"title": BlockKind.TITLE, "description": BlockKind.DESCRIPTION}
_BLOCKS |= {"summary": BlockKind.DESCRIPTION, "excerpt": BlockKind.DESCRIPTION}
_LANGS = ("lang", "language", "locale")
_DATES = ("lastmod", "last_modified_at", "modified", "updated", "date")


class FrontMatter(NamedTuple):
    """What a file says of itself; ``end`` is the offset at which its text begins."""

    end: int = 0
    blocks: tuple[Block, ...] = ()
    title: str | None = None
    lang: str | None = None
    lang_at: Place = Place(1, 1)
    modified: str | None = None


def front_matter(source: Source) -> FrontMatter:
    """Return the front matter of a file; only values that stand on the line of their key."""
    opened = _MATTER.match(source.text)
    if opened is None:
        return FrontMatter()
    values: dict[str, tuple[str, int]] = {}
    for number in range(2, source.line_count + 1):
        line = source.line(number)
        if line.rstrip() == opened.group(1):
            end = source.start_of(number) + len(line)
            return _facts(source, values, end)
        entry = _ENTRY.match(line)
        if entry is not None:
            value, shift = _unquoted(entry.group(2).strip())
            at = source.start_of(number) + entry.start(2) + shift
            values.setdefault(entry.group(1).lower(), (value, at))
    return FrontMatter()


def _unquoted(value: str) -> tuple[str, int]:
    if len(value) > 1 and value[0] in _QUOTES and value[-1] == value[0]:
        return value[1:-1], 1
    return value, 0


def _facts(source: Source, values: dict[str, tuple[str, int]], end: int) -> FrontMatter:
    blocks = []
    for key, kind in _BLOCKS.items():
        value, at = values.get(key, ("", 0))
        if value and value not in ("|", ">", "|-", ">-"):
            blocks.append((at, kind, value))
    lang, lang_at = next((values[key] for key in _LANGS if key in values), (None, 0))
    return FrontMatter(
        end,
        tuple(_block(source, at, kind, value) for at, kind, value in sorted(blocks)),
        values.get("title", (None, 0))[0],
        lang,
        source.place(lang_at),
        next((values[key][0] for key in _DATES if key in values), None),
    )


def _block(source: Source, at: int, kind: BlockKind, value: str) -> Block:
    builder = TextBuilder(source)
    builder.literal(at, at + len(value))
    built = builder.build()
    return Block(
        kind.value, kind, built.text, source_map=built.source_map(source), region=Region.HEAD
    )
