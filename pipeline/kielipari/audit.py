"""``audit_pair``: one pair in, one result out; a pure function of the pair and the context."""

import gc
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace

from kielipari import align, segment
from kielipari.checks import silence
from kielipari.checks.base import Scope
from kielipari.checks.confirmed import PairConfirmed
from kielipari.checks.evidence import evidence_of
from kielipari.checks.intended import key_names
from kielipari.checks.mentions import Mentions
from kielipari.checks.observe import Observer
from kielipari.checks.runner import Tally, Where
from kielipari.checks.typical import Typical
from kielipari.checks.view import PairView, UnitView, Views, primary
from kielipari.context import Context
from kielipari.model import (
    BlockKind,
    Document,
    Origin,
    PackedUnits,
    Pair,
    PairResult,
    Relation,
    Segment,
    Suppression,
    Unit,
    texts_of,
)
from kielipari.site.multilingual import parted

_NAMED = ("fi", "sv", "en")  # languages that a key may name


def audit_pair(pair: Pair, context: Context) -> PairResult:
    """Align a pair where it needs aligning, run every check on it, and count what was seen.

    A pair with one document only is still read: its own language and terms are judged.
    """
    with _without_collector():
        return _audited(pair, context)


def _audited(pair: Pair, context: Context) -> PairResult:
    pair = _in_one_language(pair, context)
    source = _prepared(pair.source, pair.source_lang, pair.id, context)
    target = _prepared(pair.target, pair.target_lang, pair.id, context)
    units, relation = (pair.units, None) if pair.units else _units(source, target, context)
    silences = (
        *silence.read(pair.source, is_target=False),
        *silence.read(pair.target, is_target=True),
    )
    units = silence.silenced(units, silences)
    confirmed = context.confirmed.get((pair.source_uri, pair.target_uri), PairConfirmed())
    languages = (pair.source_lang, pair.target_lang)
    texts = _Texts(units)
    is_large = isinstance(units, PackedUnits)
    typical = Typical(texts if is_large else tuple(texts), context.analysers.translations)
    if is_large:
        for lang in languages:
            context.analysers.language(lang).rest()
    views: Sequence[UnitView] = Views(
        units,
        lambda unit, stale: UnitView(
            unit, *languages, context.analysers, is_stale=stale, typical=typical
        ),
        confirmed.stale(units),
    )
    if not pair.units:
        views = tuple(views)  # the rules on pairs of documents come back to them
    tally = Tally(context.active)
    where = Where(
        source_path=pair.source_uri or pair.target_uri or "",
        target_path=pair.target_uri or pair.source_uri or "",
        source_lang=pair.source_lang,
        target_lang=pair.target_lang,
        pair=pair.id,
    )
    observer, mentions = Observer(), Mentions()
    given: list[Suppression] = []
    is_apart = relation is Relation.COMPARABLE
    is_observed = bool(context.active.of(Scope.CORPUS))
    for number, view in enumerate(views):
        for compared in _apart(view) if is_apart else (view,):
            plan = context.of_units.given(_evidence(compared))
            tally.run_unit(plan, compared, compared.unit, where)
            if is_observed:
                observer.add(compared, number)
        mentions.add(view)
        given += view.unit.suppressions
        if not pair.units:
            view.forget()
    whole = PairView(
        units=views,
        relation=relation,
        parity=pair.parity,
        analysers=context.analysers,
        source=pair.source,
        target=pair.target,
        source_lang=pair.source_lang,
        target_lang=pair.target_lang,
        is_bitext=bool(pair.units),
        facts=context.facts,
    )
    for rule in context.active.of(Scope.PAIR):
        tally.run(rule, whole, where)
    tally.settle()
    here = {block.id for side in (source, target) if side for block in side.blocks}
    silence.report_unused(given, silences, here, tally, where)
    return PairResult(
        id=pair.id,
        source_uri=pair.source_uri,
        target_uri=pair.target_uri,
        relation=relation,
        coverage=_coverage(units) if pair.source and pair.target else None,
        units=units,
        terms=mentions.counts(),
        findings=tuple(tally.findings),
        outcomes=tally.outcomes(),
        observations=observer.observations(tally.findings),
        problems=tuple(tally.problems),
        suppressed=tuple(tally.suppressed),
        parity=pair.parity,
        source_lang=pair.source_lang,
        target_lang=pair.target_lang,
        source_blocks=source.blocks if source else (),
        target_blocks=target.blocks if target else (),
        hits=mentions.placed(),
        found_by=pair.found_by,
        confidence=pair.confidence,
        source_modified=pair.source.meta.modified if pair.source else None,
        target_modified=pair.target.meta.modified if pair.target else None,
    )


@dataclass(frozen=True, slots=True)
class _Texts:
    """The texts of the units that have both sides; those of a large file are walked, and not kept."""

    units: Sequence[Unit]

    def __iter__(self) -> Iterator[tuple[str, str]]:
        return (sides for sides in texts_of(self.units) if all(sides))


def _apart(view: UnitView) -> Iterator[UnitView]:
    """Part the two sides of a unit.

    Texts on the same subject that were written independently do not owe each other a term or a
    number, sentence by sentence; each side is judged by itself.
    """
    unit, languages = view.unit, (view.source.lang, view.target.lang)
    if not view.is_paired:
        yield view
        return
    for half in (replace(unit, target=()), replace(unit, source=())):
        yield UnitView(half, *languages, view.analysers)


def pair_units(pair: Pair, context: Context) -> tuple[Sequence[Unit], Relation | None]:
    """Return what of a pair belongs together, and how the two documents stand to each other.

    The relation is None for a bilingual file, and where one of the documents is missing.
    """
    if pair.units:
        return pair.units, None
    source = _prepared(pair.source, pair.source_lang, pair.id, context)
    target = _prepared(pair.target, pair.target_lang, pair.id, context)
    return _units(source, target, context)


@contextmanager
def _without_collector() -> Iterator[None]:
    """Keep the cyclic collector from walking what a pair makes: hardly any of it is garbage."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()


def _evidence(view: UnitView) -> int | None:
    """Return what a unit has to look at; None where an analysis fails, which the checks report."""
    try:
        return evidence_of(view)
    except Exception:  # noqa: BLE001 whatever fails here fails again in the check that needs it
        return None


def _units(
    source: Document | None, target: Document | None, context: Context
) -> tuple[Sequence[Unit], Relation | None]:
    sources = segment.segment(source) if source else ()
    targets = segment.segment(target) if target else ()
    if source is None or target is None:
        return tuple(_one_sided(sources, targets)), None
    if _is_keyed(source) and _is_keyed(target):
        return tuple(_by_key(source, target)), Relation.TRANSLATION
    alignment = align.align_documents(sources, targets, context.resources())
    units = tuple(
        Unit(
            id=str(index),
            source=tuple(sources[i] for i in bead.source),
            target=tuple(targets[j] for j in bead.target),
            score=bead.score,
        )
        for index, bead in enumerate(alignment.beads)
    )
    return units, alignment.relation


def _one_sided(sources: Sequence[Segment], targets: Sequence[Segment]) -> Iterable[Unit]:
    for index, piece in enumerate(sources):
        yield Unit(id=str(index), source=(piece,), target=())
    for index, piece in enumerate(targets, len(sources)):
        yield Unit(id=str(index), source=(), target=(piece,))


def _is_keyed(document: Document) -> bool:
    return bool(document.blocks) and all(b.kind is BlockKind.ENTRY for b in document.blocks)


def _by_key(source: Document, target: Document) -> Iterable[Unit]:
    there = {block.id: block for block in target.blocks}
    for block in source.blocks:
        other = there.pop(block.id, None)
        yield Unit(
            id=block.id,
            key=block.id,
            context=_key_as_context(block.id, source),
            source=(Segment(block, 0, len(block.text)),),
            target=(Segment(other, 0, len(other.text)),) if other else (),
            origin=Origin.KEY,
            missing_key=other is None,
        )
    for block in there.values():
        yield Unit(
            id=block.id,
            key=block.id,
            source=(),
            target=(Segment(block, 0, len(block.text)),),
            origin=Origin.KEY,
            missing_key=True,
        )


def _key_as_context(key: str, source: Document) -> str | None:
    """Return a key that says what is meant: an English msgid, or one that names a language."""
    named = any(key_names(key, lang) for lang in _NAMED)
    return key if named or source.meta.format == "po" else None


def _in_one_language(pair: Pair, context: Context) -> Pair:
    """Of a page that holds both languages and stands at both addresses, take each side's own."""
    if pair.source is None or pair.target is None:
        return pair
    source, target = parted(
        pair.source, pair.target, lambda text: context.analysers.identify(text).lang
    )
    return replace(pair, source=source, target=target)


def _prepared(document: Document | None, lang: str, pair: str, context: Context) -> Document | None:
    """Leave out what is checked with another pair, and a page-wide lang that is known wrong."""
    if document is None:
        return None
    declared = document.meta.declared_lang
    wrong = declared if declared and primary(declared) != lang else None
    blocks = tuple(
        replace(block, lang=None) if wrong and block.lang == wrong else block
        for block in document.blocks
        if not context.facts.is_elsewhere(block, lang, pair)
    )
    return replace(document, blocks=blocks)


def _coverage(units: Sequence[Unit]) -> float:
    """Share of source characters that have a counterpart; 0 where the source has none."""
    lengths = [(sum(len(s.text) for s in unit.source), bool(unit.target)) for unit in units]
    whole = sum(length for length, _ in lengths)
    return sum(length for length, paired in lengths if paired) / whole if whole else 0.0
