"""U103, W102, W105: text in another language than its side of the pair.

The three differ in where the text stands: in the open (U103), in a quotation without ``lang``
(W102), or beside the text, as title, description or alt text (W105).
"""

from collections.abc import Iterator

from kielipari.checks.base import (
    CANNOT_TELL,
    SATISFIED,
    Evidence,
    Example,
    Rule,
    Scope,
    Span,
    Verdict,
    Violation,
)
from kielipari.checks.intended import is_name_like, is_on_purpose, is_term
from kielipari.checks.likeness import has_words_of_its_own
from kielipari.checks.passages import strange_sentences
from kielipari.checks.view import SideView, UnitView, primary
from kielipari.languages.identify import Identified
from kielipari.model import BlockKind, Inline, InlineKind, Message, Segment, Severity

_MIN_CONFIDENCE = 0.8
_MIN_QUOTED_WORDS = 3
_TITLES = frozenset({BlockKind.TITLE, BlockKind.OPEN_GRAPH})
_BEFORE_SITE = (" – ", " — ", " | ", " - ", " · ", " :: ")


def wrong_language(view: UnitView) -> Iterator[Verdict]:
    """U103: a segment in the open is in another language."""
    for side, is_source in _sides(view):
        if _is_copy(view):
            continue
        for segment in side.segments:
            if segment.block.kind.is_metadata:
                continue
            told = list(_judge(segment, side, view, "wrong-language", is_source=is_source))
            yield from told
            if not any(isinstance(each, Violation) for each in told):
                yield from _in_passages(segment, side, view, is_source=is_source)


def _in_passages(
    segment: Segment, side: SideView, view: UnitView, *, is_source: bool
) -> Iterator[Verdict]:
    """Tell of single sentences of a text that is in its language otherwise."""
    for start, end, lang in strange_sentences(side, segment):
        part = (start, end)
        for told in _judge(segment, side, view, "wrong-language", part, is_source=is_source):
            if isinstance(told, Violation) and told.message.mapping()["found"] == lang:
                yield told


def untranslated_metadata(view: UnitView) -> Iterator[Verdict]:
    """W105: a title, description, alt or aria text is in another language."""
    for side, is_source in _sides(view):
        for segment in side.segments:
            if not segment.block.kind.is_metadata:
                continue
            told = list(_judge(segment, side, view, "untranslated-metadata", is_source=is_source))
            if told == [CANNOT_TELL] and (name := _before_site(segment)):
                part = (0, len(name))
                told = list(
                    _judge(segment, side, view, "untranslated-metadata", part, is_source=is_source)
                )
            yield from told


def unmarked_language_change(view: UnitView) -> Iterator[Verdict]:
    """W102: a quotation in another language does not say so."""
    for side, is_source in _sides(view):
        for segment in side.segments:
            for inline in segment.block.inlines:
                if inline.kind is InlineKind.QUOTATION and _within(inline, segment):
                    yield from _judge_quotation(inline, segment, side, view, is_source=is_source)


def _sides(view: UnitView) -> tuple[tuple[SideView, bool], ...]:
    return tuple(
        (side, is_source) for side, is_source in ((view.source, True), (view.target, False)) if side
    )


def _is_copy(view: UnitView) -> bool:
    """Whether the target repeats the source, which is U102's to judge."""
    return view.is_paired and view.source.normal == view.target.normal


def _before_site(segment: Segment) -> str:
    """Return what stands before the site's name in a page's title: “Kokeilut – Innokaupungit”."""
    if segment.block.kind not in _TITLES:
        return ""
    ends = [segment.text.rfind(mark) for mark in _BEFORE_SITE]
    return segment.text[: max(ends)] if max(ends) > 0 else ""


def _judge(  # noqa: PLR0913 the text may be a part of its segment
    segment: Segment,
    side: SideView,
    view: UnitView,
    slug: str,
    part: tuple[int, int] | None = None,
    *,
    is_source: bool,
) -> Iterator[Verdict]:
    """Judge a segment, or a part of it by its offsets."""
    start, end = part or (0, len(segment.text))
    text = segment.text[start:end]
    if segment.block.kind is BlockKind.CODE or _declares_other(segment, side.lang):
        return
    found = (
        side.identified
        if len(side.segments) == 1 and part is None
        else view.analysers.identified(text, side.lang)
    )
    if found.lang is None:
        yield CANNOT_TELL
    elif found.lang == side.lang:
        yield SATISFIED
    elif (
        found.confidence < _MIN_CONFIDENCE
        or _is_mixed(found, side.lang)
        or _is_one_word(found)
        or not has_words_of_its_own(found, text)
        or is_name_like(text)
        or is_term(text, found.lang, view)
        or is_on_purpose(text, found, side, view)
    ):
        yield CANNOT_TELL
    else:
        span = Span(segment, start, end)
        yield Violation(
            Message.of(slug, found=found.lang, expected=side.lang, kind=segment.block.kind.value),
            source=span if is_source else None,
            target=None if is_source else span,
        )


def _judge_quotation(
    inline: Inline, segment: Segment, side: SideView, view: UnitView, *, is_source: bool
) -> Iterator[Verdict]:
    if inline.lang is not None:
        yield SATISFIED
        return
    text = segment.block.text[inline.start : inline.end]
    found = view.analysers.identify(text)
    if found.lang == side.lang:
        yield SATISFIED
    elif (
        found.lang is None
        or found.confidence < _MIN_CONFIDENCE
        or len(text.split()) < _MIN_QUOTED_WORDS
        or is_name_like(text)
    ):
        yield CANNOT_TELL
    else:
        span = Span(segment, inline.start - segment.start, inline.end - segment.start)
        yield Violation(
            Message.of("unmarked-language-change", found=found.lang, expected=side.lang),
            source=span if is_source else None,
            target=None if is_source else span,
        )


def _within(inline: Inline, segment: Segment) -> bool:
    return segment.start <= inline.start and inline.end <= segment.end


def _declares_other(segment: Segment, lang: str) -> bool:
    """Whether the markup says that the segment, or most of it, is in another language."""
    block = segment.block
    if block.lang is not None and primary(block.lang) != lang:
        return True
    marked = sum(
        min(inline.end, segment.end) - max(inline.start, segment.start)
        for inline in block.inlines
        if inline.start < segment.end
        and segment.start < inline.end
        and (
            inline.kind in {InlineKind.QUOTATION, InlineKind.CODE}
            or (inline.lang is not None and primary(inline.lang) != lang)
        )
    )
    return 2 * marked > segment.end - segment.start


def _is_mixed(found: Identified, lang: str) -> bool:
    """Whether as many words speak for the language that is due: the others are U104's to judge."""
    words = dict(found.evidence)
    own = len(words.get(lang, ()))
    return own > 0 and own >= len(words.get(found.lang or "", ()))


def _is_one_word(found: Identified) -> bool:
    """Whether one word, said again and again, is all that speaks for the language."""
    words = dict(found.evidence).get(found.lang or "", ())
    return len(words) > 1 and len({word.lower() for word in words}) == 1


RULES = (
    Rule(
        code="U103",
        slug="wrong-language",
        severity=Severity.ERROR,
        scope=Scope.UNIT,
        what="A sentence, heading, link or button is in another language than its page or file.",
        why="Those who need this language version cannot read it; a screen reader reads it aloud "
        "with the wrong voice.",
        how="Translate it, or mark it up with lang if it is quoted on purpose.",
        bad=(
            Example("Ohjelma julkaistaan syyskuussa.", "Ohjelma julkaistaan syyskuun alussa."),
            Example("Siirry sisältöön.", "Skip to the main content."),
            Example(
                "Programmet publiceras i september.",
                "Programmet publiceras under hösten.",
                "sv",
                "fi",
            ),
            Example(
                "”Uusi kirjasto avattiin viime viikolla”, hän kertoo.",
                "”Me saimme viime viikolla vihdoin uuden kirjaston keskustaan.”",
                note="a quotation and nothing else",
            ),
            Example(
                "Hakemus jätetään syyskuussa. Päätös annetaan lokakuussa. Rahat maksetaan heti.",
                "Ansökan lämnas in i september. The decision will be made during the autumn. "
                "Pengarna betalas genast.",
                note="one sentence of several",
            ),
        ),
        good=(
            Example("Ohjelma julkaistaan syyskuussa.", "Programmet publiceras i september."),
            Example("Business Finland", "Business Finland"),
            Example("Mitä?", "Vad?"),
            Example("Poista lista", "Ta bort listan"),
            Example(
                "Enontekiö, Kittilä, Kolari, Pello, Rovaniemen mlk, Sodankylä",
                "Enontekis, Kittilä, Kolari, Pello, Rovaniemi lk, Sodankylä",
                note="names",
            ),
            Example("jun", "kes", "sv", "fi", note="a month, shortened"),
            Example("Esim. ohje.example.org", "T.ex. anvisning.example.org", note="an address"),
            Example("Git käyttäen force push -asetusta", "Git med force push", note="a name"),
            Example("2) somaani", "2) soman"),
            Example("endosulfaani", "endosulfan", note="a loan that no word list has"),
            Example("3) minoksidiili", "3) minoxidil", note="a loan that English has too"),
            Example("8) Haapaselkä–Katosselkä, liite 8;", "8) Haapaselkä–Katosselkä, bilaga 8,"),
            Example("Katso ”Hyvä ihminen” illalla.", "”Hyvä ihminen”", note="a title"),
        ),
        check=wrong_language,
        needs=Evidence.FOREIGN
        | Evidence.STRANGERS
        | Evidence.COPY
        | Evidence.METADATA
        | Evidence.INLINES,
        otherwise=((Evidence.SOURCE, SATISFIED), (Evidence.TARGET, SATISFIED)),
    ),
    Rule(
        code="W102",
        slug="unmarked-language-change",
        severity=Severity.WARNING,
        scope=Scope.UNIT,
        what="A quoted passage in another language has no lang attribute (WCAG 3.1.2).",
        why="A screen reader reads it with the wrong voice, and nobody understands it.",
        how='Give the quotation the lang of its text, as in <q lang="fi">.',
        bad=(
            Example(
                "<p>Kysy rohkeasti neuvoa.</p>",
                "<p>På väggen står <q>Kysy rohkeasti neuvoa meiltä</q> med stora bokstäver.</p>",
            ),
        ),
        good=(
            Example(
                "<p>Kysy rohkeasti neuvoa.</p>",
                '<p>På väggen står <q lang="fi">Kysy rohkeasti neuvoa meiltä</q> med stora bokstäver.</p>',
            ),
        ),
        check=unmarked_language_change,
        needs=Evidence.INLINES,
    ),
    Rule(
        code="W105",
        slug="untranslated-metadata",
        severity=Severity.WARNING,
        scope=Scope.UNIT,
        what="A title, description, alt text, aria-label or Open Graph text is in another language "
        "than its page.",
        why="It is what search results, shared links and screen readers show: readers meet it "
        "before the page.",
        how="Translate it.",
        bad=(
            Example(
                "<title>Kirjaston aukioloajat</title><p>Kirjasto on auki.</p>",
                "<title>Kirjaston aukioloajat kesällä</title><p>Biblioteket är öppet.</p>",
            ),
        ),
        good=(
            Example(
                "<title>Kirjaston aukioloajat</title><p>Kirjasto on auki.</p>",
                "<title>Bibliotekets öppettider</title><p>Biblioteket är öppet.</p>",
            ),
        ),
        check=untranslated_metadata,
        needs=Evidence.METADATA,
    ),
)
