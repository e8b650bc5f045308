"""Looking a word up, in any form and either language: what ``kielipari term`` shows."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from heapq import nlargest

from kielipari import languages
from kielipari.errors import KielipariError
from kielipari.model import Concept, MatchKind, Term, TermHit, TermStatus
from kielipari.terms.match import Matcher, compile_matcher
from kielipari.terms.termbase import Termbase
from kielipari.terms.tidiness import strip_qualifier

EXAMPLES = 5
NEAREST = 5
_SIMILAR = 0.72
"""Ratio of difflib at which a misspelt word is still taken for a term."""
_SENTENCE_END = frozenset(".!?…")
_SHORTEST_SENTENCE = 4
"""Words."""
_STATUS_ORDER = tuple(TermStatus)
_WHOLE = frozenset({MatchKind.EXACT, MatchKind.INFLECTED})

Aligned = tuple[str, str, str]
"""A source text, the target text beside it, and where they stand."""


@dataclass(frozen=True, slots=True)
class Example:
    """A mention in the corpus, both languages; spans are half-open code-point offsets."""

    source: str
    target: str
    place: str
    source_span: tuple[int, int] | None
    target_span: tuple[int, int] | None


@dataclass(frozen=True, slots=True)
class Entry:
    """A concept that the word is a form of.

    ``term`` is the term met and ``lang`` its language; ``how`` says whether the word is the term
    or holds it as a part. ``equivalents`` are the concept's terms in the other languages and its
    other terms in the same one, by language, preferred ones first.
    """

    concept: Concept
    term: Term
    how: MatchKind
    equivalents: tuple[tuple[str, tuple[Term, ...]], ...]
    definitions: tuple[tuple[str, str], ...]
    notes: tuple[str, ...]
    examples: tuple[Example, ...] = ()


@dataclass(frozen=True, slots=True)
class LookUp:
    """The answer: entries, or for an unknown word the nearest terms, best first."""

    word: str
    entries: tuple[Entry, ...]
    nearest: tuple[Term, ...] = ()


def look_up(
    termbase: Termbase,
    word: str,
    aligned: Iterable[Aligned] = (),
    pair: tuple[str, str] = ("fi", "sv"),
) -> LookUp:
    """Find the concepts of which ``word`` is a form of a term, in any language of the termbase.

    ``aligned`` is the corpus in the two languages of ``pair``; each entry gets up to five
    examples from it, mentions on both sides first. It is read once, and only if the word is
    known.
    """
    word = " ".join(word.split())
    hits = _hits(termbase, word)
    if not hits:
        return LookUp(word, (), nearest(termbase, word))
    concepts = tuple(hit.concept for hit in hits)
    examples = find_examples(concepts, aligned, pair)
    return LookUp(word, tuple(_entry(hit, examples[hit.concept.id]) for hit in hits))


def _hits(termbase: Termbase, word: str) -> list[TermHit]:
    """Return one hit for each concept; those of the whole word leave no room for its parts."""
    found: list[TermHit] = []
    for lang in termbase.languages:
        found += _written(termbase, word, lang)
        matcher = _matcher(termbase.concepts, lang)
        if matcher is not None:
            spellings = dict.fromkeys(
                (word, word.lower(), word[:1].upper() + word[1:], word.upper())
            )
            found += [hit for spelling in spellings for hit in matcher.find(spelling)]
    whole = [h for h in found if h.how in _WHOLE and (h.start, h.end) == (0, len(word))]
    chosen: dict[str, TermHit] = {}
    for hit in whole or found:
        chosen.setdefault(hit.concept.id, hit)
    return list(chosen.values())


def _written(termbase: Termbase, word: str, lang: str) -> Iterator[TermHit]:
    """Yield terms that are written like the word: homonyms, and languages without inflection."""
    wanted = word.casefold()
    for concept in termbase.concepts:
        for term in concept.terms:
            if term.lang == lang and strip_qualifier(term.text).casefold() == wanted:
                yield TermHit(concept, term, 0, len(word), word, MatchKind.EXACT)


def _matcher(concepts: tuple[Concept, ...], lang: str, *, cache: bool = True) -> Matcher | None:
    try:
        return compile_matcher(concepts, lang, cache=cache)
    except KielipariError:
        return None


def _entry(hit: TermHit, examples: tuple[Example, ...]) -> Entry:
    concept = hit.concept
    by_language: dict[str, list[Term]] = {}
    for term in concept.terms:
        if term is not hit.term:
            by_language.setdefault(term.lang, []).append(term)
    equivalents = tuple(
        (lang, tuple(sorted(terms, key=lambda t: _STATUS_ORDER.index(t.status))))
        for lang, terms in by_language.items()
    )
    definitions = {("", concept.definition): None} | {
        (term.lang, term.definition): None for term in concept.terms
    }
    notes = dict.fromkeys((concept.note, *(term.note for term in concept.terms)))
    return Entry(
        concept,
        hit.term,
        hit.how,
        equivalents,
        tuple(pair for pair in definitions if pair[1]),
        tuple(note for note in notes if note),
        examples,
    )


def find_examples(
    concepts: Sequence[Concept],
    aligned: Iterable[Aligned],
    pair: tuple[str, str],
    limit: int = EXAMPLES,
) -> Mapping[str, tuple[Example, ...]]:
    """Return examples by concept id: both sides' mentions first, and sentences before headings."""
    wanted = tuple(concepts)
    found: dict[str, dict[tuple[str, str], Example]] = {concept.id: {} for concept in wanted}
    matchers = tuple(_matcher(wanted, lang, cache=False) for lang in pair)
    for source, target, place in aligned:
        here, there = (
            _spans(matcher, text) for matcher, text in zip(matchers, (source, target), strict=True)
        )
        for key in here.keys() | there.keys():
            example = Example(source, target, place, here.get(key), there.get(key))
            found[key].setdefault((source, target), example)
    return {
        key: tuple(sorted(examples.values(), key=_merit)[:limit]) for key, examples in found.items()
    }


def _spans(matcher: Matcher | None, text: str) -> dict[str, tuple[int, int]]:
    spans: dict[str, tuple[int, int]] = {}
    for hit in matcher.find(text) if matcher is not None and text else ():
        spans.setdefault(hit.concept.id, (hit.start, hit.end))
    return spans


def _merit(example: Example) -> tuple[bool, bool, bool, int, str]:
    """Order examples: a sentence on both sides shows how a term is used, a heading does not."""
    sides = example.source, example.target
    one_sided = example.source_span is None or example.target_span is None
    is_sentence = all(_is_sentence(side) for side in sides)
    return one_sided, not all(sides), not is_sentence, len(example.source), example.place


def _is_sentence(text: str) -> bool:
    return text.rstrip('”"»)')[-1:] in _SENTENCE_END and len(text.split()) >= _SHORTEST_SENTENCE


def nearest(termbase: Termbase, word: str, limit: int = NEAREST) -> tuple[Term, ...]:
    """Return the terms most like a word: those that hold it or its base form, then the similar."""
    wanted = {word.casefold()}
    for lang in termbase.languages:
        try:
            wanted |= languages.get(lang).bases(word)
        except KielipariError:
            continue
    terms: dict[str, Term] = {}
    for concept in termbase.concepts:
        for term in concept.terms:
            if term.status.is_allowed:
                terms.setdefault(term.text.casefold(), term)
    scored = ((_likeness(text, wanted), text) for text in terms)
    best = nlargest(limit, (pair for pair in scored if pair[0] >= _SIMILAR))
    return tuple(terms[text] for _, text in best)


def _likeness(text: str, wanted: Iterable[str]) -> float:
    return max(_ratio(text, word) for word in wanted)


def _ratio(text: str, word: str) -> float:
    """Return difflib's ratio; at least the threshold where one word holds the other."""
    if len(word) > 3 and word in text:  # noqa: PLR2004 - a shorter word is in many by chance
        return _SIMILAR + (1 - _SIMILAR) * len(word) / len(text)
    matcher = SequenceMatcher(None, text, word)
    if min(matcher.real_quick_ratio(), matcher.quick_ratio()) < _SIMILAR:
        return 0.0
    return matcher.ratio()
