"""What a unit shows at a glance: told once for all checks, in one pass over its two sides.

Nearly every unit of a good translation is in order, and nearly every check can see that from a
set of words or a comparison that another one needs as well. Only what is left is called (see
:class:`kielipari.checks.runner.Chosen`).
"""

import re
from collections.abc import Iterable
from functools import cache
from itertools import islice
from math import exp
from operator import attrgetter, eq

from kielipari.checks.base import Evidence
from kielipari.checks.strangers import SHORTEST as SHORTEST_STRANGER
from kielipari.checks.structure import LONG_ENOUGH, SUSPICIOUS
from kielipari.checks.terms import JUDGED_ELSEWHERE
from kielipari.checks.translation import MARKERS
from kielipari.checks.truncation import NEARLY_ALL, SHORTEST, has_leaders, leaves_open
from kielipari.checks.view import SideView, UnitView, primary
from kielipari.languages import get
from kielipari.languages.denial import denial
from kielipari.languages.modality import modality
from kielipari.languages.unfinished import ends_in_half
from kielipari.model import Block, BlockKind, Origin, TermHit, UnitState
from kielipari.values import ValueKind

_QUOTES = re.compile(r"[“”„‟«»‹›]")
_BRACKETS = re.compile(r"[“”„‟«»‹›(\[]")
_DIGITS = frozenset("0123456789")
_AMOUNT = attrgetter("number")
_NONE: frozenset[str] = frozenset()
_CLOSE = 1.02  # a length that nearly tells something is looked at
_SHORT, _TALL = _CLOSE * exp(-SUSPICIOUS), exp(SUSPICIOUS) / _CLOSE
_WHOLE = _CLOSE * exp(NEARLY_ALL)
_MEASURES = Evidence.NUMBERS | Evidence.MEASURES
_OF_KIND = {
    ValueKind.NUMBER: Evidence.NUMBERS,
    ValueKind.ORDINAL: Evidence.NUMBERS,
    ValueKind.YEAR: Evidence.NUMBERS,
    ValueKind.NAME: Evidence.NUMBERS,
    ValueKind.TIME: Evidence.NUMBERS | Evidence.CLOCK,
    ValueKind.PERCENT: _MEASURES,
    ValueKind.MONEY: _MEASURES,
    ValueKind.QUANTITY: _MEASURES,
    ValueKind.DATE: Evidence.DATES,
    ValueKind.WEEKDAY: Evidence.WEEKDAYS,
    ValueKind.REFERENCE: Evidence.REFERENCES,
    ValueKind.PHONE: Evidence.CONTACTS,
    ValueKind.EMAIL: Evidence.CONTACTS,
    ValueKind.URL: Evidence.CONTACTS,
    ValueKind.IBAN: Evidence.CONTACTS,
    ValueKind.BUSINESS_ID: Evidence.CONTACTS,
}


def evidence_of(view: UnitView) -> int:
    """Return what a unit shows; what no evidence is given for is surely not there."""
    source, target = view.source, view.target
    found = _of_unit(view) | _of_side(source) | _of_side(target) | _of_mentions(view)
    if view.is_paired:
        found |= Evidence.PAIRED | _of_lengths(view)
    elif source:
        found |= Evidence.SOURCE
        if found & Evidence.ENTRY:
            found |= Evidence.UNTRANSLATED
    elif target:
        found |= Evidence.TARGET
    return found | _of_words(view) | _of_marks(view) | _of_values(view)


def _of_words(view: UnitView) -> int:
    """Return what the words of both sides show, compared with each other and with lists."""
    source, target = view.source, view.target
    here, there = source.words, target.words
    found = 0
    if here or any(map(str.isalnum, source.prose)):
        found |= Evidence.WORDS
    if here == there:
        found |= Evidence.COPY
    if source.runs and source.runs[0] in there and len(source.runs[0]) >= SHORTEST_STRANGER:
        found |= Evidence.STRANGERS
    if not (_denying(source.lang).isdisjoint(here) and _denying(target.lang).isdisjoint(there)):
        found |= Evidence.DENIAL
    if not _obliging(target.lang).isdisjoint(there):
        found |= Evidence.MODALITY
    if not MARKERS.isdisjoint(there):
        found |= Evidence.DRAFT
    return found


def _of_unit(view: UnitView) -> int:
    """Return what the file says of the unit."""
    unit, found = view.unit, 0
    if unit.origin is not Origin.ALIGNED:
        found |= Evidence.ENTRY
        if unit.origin is Origin.KEY:
            found |= Evidence.KEY
    if unit.state is UnitState.NEEDS_REVIEW:
        found |= Evidence.DRAFT
    if unit.previous_source is not None or view.is_stale is not None:
        found |= Evidence.STALE
    if unit.plural is not None:
        found |= Evidence.PLURAL
    return found


def _of_side(side: SideView) -> int:
    """Return what a side's language, terms and signs show."""
    found = 0 if len(side.segments) == 1 else Evidence.FOREIGN
    for segment in side.segments:
        found |= _of_block(segment.block, side.lang)
    seen = side.glance
    if seen is None or not seen.is_plain:
        found |= Evidence.FOREIGN
    if seen is not None and seen.strange:
        found |= Evidence.STRANGERS
    if side.has_signs:
        found |= Evidence.SIGNS
    return found


def _of_block(block: Block, lang: str) -> int:
    """Return what the markup shows."""
    found = Evidence.INLINES if block.inlines else 0
    if block.lang is not None and primary(block.lang) != lang:
        found |= Evidence.FOREIGN
    if block.kind is not BlockKind.ENTRY:
        if block.kind.is_metadata:
            found |= Evidence.METADATA
        elif block.kind is BlockKind.CODE:
            found |= Evidence.FOREIGN
    return found


def _of_mentions(view: UnitView) -> int:
    """Return what mentions of terms and names there are."""
    found = _of_hits(view.source.hits)
    there = _of_hits(view.target.hits)
    if there:
        found |= there & Evidence.BARRED
        if found & there & Evidence.NAMES:
            found |= Evidence.COUNTERPARTS
    if view.target.hits_of(view.source.lang):
        found |= Evidence.STRAY_TERMS
    return found


def _of_hits(hits: Iterable[TermHit]) -> int:
    """Return what terms a side has."""
    found = 0
    for hit in hits:
        is_name = hit.concept.domain in JUDGED_ELSEWHERE
        found |= Evidence.NAMES if is_name else Evidence.TERMS
        if not hit.term.status.is_allowed:
            found |= Evidence.BARRED
    return found


def _of_lengths(view: UnitView) -> int:
    """Return what the lengths of both sides tell, and how the target ends."""
    source, target = view.source, view.target
    here, there = source.text.strip(), target.text.strip()
    share = len(there) / len(here)
    is_sentence = len(here.split(maxsplit=SHORTEST)) >= SHORTEST
    found = Evidence.SENTENCE if is_sentence else 0
    if max(len(here), len(there)) >= LONG_ENOUGH:
        found |= Evidence.LONG
    if (
        not _SHORT < share < _TALL
        or source.has_signs
        or target.has_signs
        or (is_sentence and share < _WHOLE * view.typical.ratio)
        or ends_in_half(there)
        or (_leads_on(target) and not _leads_on(source))
    ):
        found |= Evidence.LENGTH
    return found


def _of_marks(view: UnitView) -> int:
    """Return what white space, punctuation and repeated words show."""
    source, target = view.source.text, view.target.text
    found = Evidence.MARKS if "?" in source else 0
    if "  " in target or source.strip() != source or target.strip() != target:
        found |= Evidence.SPACES
    if _BRACKETS.search(target):
        if _QUOTES.search(target):
            found |= Evidence.MARKS
        if leaves_open(source, target):
            found |= Evidence.LENGTH
    if has_leaders(source) or has_leaders(target):
        found |= Evidence.LENGTH
    runs = view.target.runs
    if len(runs) != len(view.target.words) and any(map(eq, runs, islice(runs, 1, None))):
        found |= Evidence.DOUBLED
    return found


def _of_values(view: UnitView) -> int:
    """Return what kinds of values there are, and whether any of them tells something."""
    source, target = view.source, view.target
    if not (
        source.values
        or target.values
        or (source.text[:1] in _DIGITS and target.text[:1] in _DIGITS)
    ):
        return 0
    if not view.is_paired:
        return Evidence.VALUES
    compared = view.comparison
    found = Evidence.VALUES if compared.discrepancies or compared.open else 0
    for kind in compared.satisfied:
        found |= _OF_KIND[kind]
    if any(map(_AMOUNT, target.values)):
        found |= Evidence.AMOUNTS
    return found


@cache
def _denying(lang: str) -> frozenset[str]:
    """Return the words that a text without any of them denies nothing."""
    known = denial(lang)
    return known.signs if known is not None else _NONE


def _leads_on(side: SideView) -> bool:
    """Whether the last word is one that something has to follow."""
    return bool(side.runs) and side.runs[-1] in _leading_on(side.lang)


@cache
def _leading_on(lang: str) -> frozenset[str]:
    return get(lang).facts.function_words


@cache
def _obliging(lang: str) -> frozenset[str]:
    """Return the words that oblige or permit and nothing else."""
    known = modality(lang)
    return known.must | known.may if known is not None else _NONE
