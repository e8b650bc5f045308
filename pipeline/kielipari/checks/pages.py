"""D101, W101: whole pages that are missing or declare another language than they are in."""

from collections.abc import Iterator

from kielipari.checks.base import (
    CANNOT_TELL,
    SATISFIED,
    Example,
    Rule,
    Scope,
    Span,
    Verdict,
    Violation,
)
from kielipari.checks.view import PairView, primary
from kielipari.model import (
    Block,
    BlockKind,
    Document,
    Message,
    Parity,
    Region,
    Relation,
    Segment,
    Severity,
    SourceMap,
)
from kielipari.site.text import running_text

_MIN_CONFIDENCE = 0.9
_MARKUP = "html"


def missing_page(view: PairView) -> Iterator[Verdict]:
    """D101: a page has no counterpart at all."""
    if view.is_bitext:
        return
    if view.source is not None and view.target is not None:
        yield from _judge_relation(view)
        return
    there = view.source or view.target
    if there is None or view.parity is Parity.POINTER:
        return
    segment = _headline(there)
    span = Span(segment, 0, len(segment.text))
    is_source = view.source is not None
    yield Violation(
        Message.of("missing-page", language=view.target_lang if is_source else view.source_lang),
        source=span if is_source else None,
        target=None if is_source else span,
        evidence=there.uri,
    )


def _judge_relation(view: PairView) -> Iterator[Verdict]:
    """Judge two pages that were paired: texts on different subjects are no counterparts."""
    if view.relation is not Relation.UNRELATED or view.source is None or view.target is None:
        yield SATISFIED
        return
    here, there = _headline(view.source), _headline(view.target)
    yield Violation(
        Message.of("unrelated-page", language=view.target_lang),
        source=Span(here, 0, len(here.text)),
        target=Span(there, 0, len(there.text)),
        evidence=f"{view.source.uri}\x1e{view.target.uri}",
    )


def wrong_page_language(view: PairView) -> Iterator[Verdict]:
    """W101: ``<html lang>`` is missing or names another language than the text is in."""
    sides = ((view.source, view.source_lang, True), (view.target, view.target_lang, False))
    for document, due, is_source in sides:
        if document is None or document.meta.format != _MARKUP:
            continue
        declared = document.meta.declared_lang
        # The language asked for at a glance must be one of the two that the run knows.
        named = primary(declared) if declared else due
        lang = named if named in {view.source_lang, view.target_lang} else due
        found = view.analysers.identified(running_text(document), lang)
        if found.lang is None or found.confidence < _MIN_CONFIDENCE:
            yield CANNOT_TELL
            continue
        if declared and primary(declared) == found.lang:
            yield SATISFIED
            continue
        place = document.meta.declared_at
        text = f'lang="{declared}"' if declared else "<html>"
        block = Block("lang", BlockKind.CODE, text, source_map=SourceMap.at(place))
        span = Span(Segment(block, 0, len(text)), 0, len(text))
        slug = "wrong-page-language" if declared else "missing-page-language"
        yield Violation(
            Message.of(slug, declared=declared or "", found=found.lang),
            source=span if is_source else None,
            target=None if is_source else span,
            evidence=f"{declared}\x1e{found.lang}",
            suggestion=Message.of("set-lang", lang=found.lang),
        )


def _headline(document: Document) -> Segment:
    """Return what a reader would call the page by: its first heading, else its first text."""
    blocks = sorted(
        document.blocks,
        key=lambda b: (b.region is not Region.MAIN, b.kind is not BlockKind.HEADING),
    )
    block = blocks[0] if blocks else Block("empty", BlockKind.TITLE, "")
    return Segment(block, 0, len(block.text))


RULES = (
    Rule(
        code="D101",
        slug="missing-page",
        severity=Severity.ERROR,
        scope=Scope.PAIR,
        what="A page exists in one language only.",
        why="Half of the readers do not get to know of it.",
        how="Write the other language version, or declare the pair with parity pointer if a "
        "short notice is enough.",
        bad=(Example("<h1>Museo</h1><p>Museo on avoinna joka päivä kello 10–18.</p>", ""),),
        good=(
            Example(
                "<h1>Museo</h1><p>Museo on avoinna joka päivä kello 10–18.</p>",
                "<h1>Museet</h1><p>Museet är öppet varje dag kl. 10–18.</p>",
            ),
        ),
        check=missing_page,
    ),
    Rule(
        code="W101",
        slug="wrong-page-language",
        severity=Severity.ERROR,
        scope=Scope.PAIR,
        what="The lang attribute of a page is missing or names another language than its text is in.",
        why="Screen readers, browsers' translation and search engines believe it (WCAG 3.1.1).",
        how='Write the language of the text, as in <html lang="sv">.',
        bad=(
            Example(
                '<html lang="fi"><p>Kirjasto on avoinna joka päivä kello 9–18.</p>',
                '<html lang="fi"><p>Biblioteket är öppet varje dag kl. 9–18.</p>',
            ),
        ),
        good=(
            Example(
                '<html lang="fi"><p>Kirjasto on avoinna joka päivä kello 9–18.</p>',
                '<html lang="sv"><p>Biblioteket är öppet varje dag kl. 9–18.</p>',
            ),
        ),
        check=wrong_page_language,
    ),
)
