"""Judges one string and its translation by a glossary, for tools that have their own files.

A translation platform gives the entries of its glossary and two strings; the answer is what the
rules on terms say, the same as ``kielipari check`` would.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from kielipari import context, languages
from kielipari.checks.base import Scope
from kielipari.checks.runner import Tally, Where
from kielipari.checks.view import UnitView
from kielipari.config import Checks
from kielipari.model import (
    Block,
    BlockKind,
    Concept,
    Finding,
    Origin,
    Segment,
    Term,
    TermStatus,
    Unit,
)

RULES = ("T101", "T102", "T103", "T106")
_KEPT = 16  # glossaries that stay compiled in a process


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a glossary: a term and its translation, which may be one that is forbidden."""

    source: str
    target: str
    forbidden: bool = False


def is_supported(source_lang: str, target_lang: str) -> bool:
    """Whether anything is known of both languages, and they differ."""
    pair = [code.replace("_", "-").partition("-")[0].lower() for code in (source_lang, target_lang)]
    return pair[0] != pair[1] and all(code in languages.SUPPORTED for code in pair)


def judge(
    source: str, target: str, entries: tuple[Entry, ...], source_lang: str, target_lang: str
) -> tuple[Finding, ...]:
    """Return what is wrong with the terms of a translation; nothing where either side is empty.

    Raises UsageError for a language that is not supported. The first call for a glossary
    compiles it; later calls in the same process find it compiled.
    """
    if not source.strip() or not target.strip() or not entries:
        return ()
    built, ids = _compiled(entries, source_lang, target_lang)
    unit = Unit("1", _segments("s", source), _segments("t", target), origin=Origin.ENTRY)
    view = UnitView(unit, source_lang, target_lang, built.analysers)
    tally = Tally(built.active)
    where = Where("", "", source_lang, target_lang)
    for rule in built.active.of(Scope.UNIT):
        tally.run(rule, view, where)
    return tuple(finding for finding in tally.findings if finding.concept in ids)


@lru_cache(_KEPT)
def _compiled(
    entries: tuple[Entry, ...], source_lang: str, target_lang: str
) -> tuple[context.Context, frozenset[str]]:
    concepts = _concepts(entries, source_lang, target_lang)
    built = context.build(
        context.Settings(source_lang, target_lang, concepts, checks=Checks(select=RULES))
    )
    return built, frozenset(concept.id for concept in concepts)


def _concepts(entries: Iterable[Entry], source_lang: str, target_lang: str) -> tuple[Concept, ...]:
    """Make one concept of all entries with the same source; each target that is allowed will do."""
    rows: dict[str, list[Entry]] = {}
    for entry in entries:
        if entry.source.strip() and entry.target.strip():
            rows.setdefault(entry.source.strip(), []).append(entry)
    found = []
    for number, (source, same) in enumerate(rows.items(), 1):
        terms = [Term(source, source_lang)]
        statuses = (TermStatus.PREFERRED, TermStatus.ADMITTED)
        allowed = [entry for entry in same if not entry.forbidden]
        for index, entry in enumerate(allowed):
            terms.append(Term(entry.target.strip(), target_lang, statuses[min(index, 1)]))
        terms += [
            Term(entry.target.strip(), target_lang, TermStatus.DEPRECATED)
            for entry in same
            if entry.forbidden
        ]
        found.append(Concept(f"g{number}", tuple(terms)))
    return tuple(found)


def _segments(name: str, text: str) -> tuple[Segment, ...]:
    return (Segment(Block(name, BlockKind.ENTRY, text), 0, len(text)),)
