"""The aligned texts of a run without its checks: for examples of a term, and for extraction."""

from collections.abc import Callable, Iterator
from pathlib import Path

from kielipari import context, segment
from kielipari.audit import pair_units
from kielipari.errors import InputError
from kielipari.gather import gather
from kielipari.model import Pair, Segment, Unit
from kielipari.run import Request, load_concepts

Aligned = tuple[str, str, str]
"""Source text, target text, and the place of the source as ``path:line``."""


def aligned_texts(
    request: Request, wanted: Callable[[Pair], bool] = lambda _: True
) -> Iterator[Aligned]:
    """Yield the two-sided units of every pair that ``wanted`` lets through, in order.

    A pair is aligned when its turn comes, so that whoever has seen enough can stop. Raises a
    :class:`kielipari.errors.KielipariError` where nothing can be read.
    """
    source_lang, target_lang = request.languages
    gathered = gather(
        request.paths, request.config, source_lang=source_lang, target_lang=target_lang
    )
    built = context.build(
        context.Settings(
            source_lang=source_lang,
            target_lang=target_lang,
            concepts=load_concepts(request),
            lexicons=request.config.lexicons,
            facts=gathered.facts,
            use_cache=request.use_cache,
        )
    )
    for pair in gathered.pairs:
        if (pair.source_lang, pair.target_lang) != (source_lang, target_lang) or not wanted(pair):
            continue
        units, _ = pair_units(pair, built)
        for unit in units:
            if unit.source and unit.target:
                yield _text(unit, pair)


def segments(
    first: Path, second: Path, request: Request
) -> tuple[Pair, tuple[Segment, ...], tuple[Segment, ...]]:
    """Read two documents and cut them into segments, the source language's first.

    Raises a :class:`kielipari.errors.KielipariError` where one cannot be read or both are in
    the same language.
    """
    source_lang, target_lang = request.languages
    gathered = gather(
        (str(first), str(second)),
        request.config,
        source_lang=source_lang,
        target_lang=target_lang,
    )
    for problem in gathered.problems:
        raise InputError(problem.message, problem.path, problem.line)
    (pair, *others) = gathered.pairs
    if others or pair.source is None or pair.target is None:
        raise InputError("is no document that can be aligned; give two texts", str(first))
    return pair, segment.segment(pair.source), segment.segment(pair.target)


def pair_text(pair: Pair) -> tuple[str, str]:
    """Return all text of both sides of a pair, unaligned."""
    if pair.units:
        return (
            "\n".join(s.text for unit in pair.units for s in unit.source),
            "\n".join(s.text for unit in pair.units for s in unit.target),
        )
    sides = (pair.source, pair.target)
    first, second = ("\n".join(b.text for b in d.blocks) if d else "" for d in sides)
    return first, second


def _text(unit: Unit, pair: Pair) -> Aligned:
    return (
        " ".join(s.text for s in unit.source),
        " ".join(s.text for s in unit.target),
        f"{pair.source_uri}:{unit.source[0].place().line}",
    )
