"""What a person should mend in a termbase: functions from a :class:`Termbase` to defects.

Each function is one rule of the catalogue (:mod:`kielipari.checks.glossary`); they know nothing
of reports. A glossary that a terminologist would sign gives no defect.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise

from kielipari import languages
from kielipari.errors import KielipariError
from kielipari.languages.base import Language
from kielipari.model import Concept, Term, TermStatus
from kielipari.terms.termbase import Issue, Termbase
from kielipari.terms.tidiness import (
    LONGEST,
    problem_of,
    strip_qualifier,
    tidied,
    usual_apostrophe,
)

LANGUAGES = ("fi", "sv")
"""The languages in which every concept ought to have a term."""


@dataclass(frozen=True, slots=True)
class Defect:
    """A defect, at a term or (text only) at another place of a file.

    ``problem`` names it within its rule; ``others`` are the terms, concepts or values that it
    clashes with; ``instead`` is what to write, where that is plain.
    """

    problem: str
    text: str
    path: str
    line: int
    lang: str = ""
    concept: str = ""
    others: tuple[str, ...] = ()
    instead: str = ""


def duplicate_concepts(termbase: Termbase) -> Iterator[Defect]:
    """Yield concepts that are there twice.

    Two concepts are one if an allowed term of theirs is spelt the same in one domain, or if
    they share terms in two languages. Homonyms are told apart by domain or a qualifier.
    """
    seen: dict[tuple[str, str, str], Concept] = {}
    reported: set[tuple[str, str]] = set()
    for concept in termbase.concepts:
        for term in concept.terms:
            if not term.status.is_allowed:
                continue
            other = seen.setdefault((term.lang, term.text, concept.domain), concept)
            if other is not concept and (other.id, concept.id) not in reported:
                reported.add((other.id, concept.id))
                yield _at(term, concept, "same-term", others=(other.id, concept.id))
    for first, second, term in _sharing_two_languages(termbase):
        if (first.id, second.id) not in reported:
            reported.add((first.id, second.id))
            yield _at(term, second, "same-term", others=(first.id, second.id))
    kinds = {"duplicate-row", "id-collision", "several-domains"}
    yield from _of_issues(termbase.issues, kinds)


def _sharing_two_languages(termbase: Termbase) -> Iterator[tuple[Concept, Concept, Term]]:
    by_word: dict[tuple[str, str], list[tuple[Concept, Term]]] = defaultdict(list)
    for concept in termbase.concepts:
        for term in concept.terms:
            if term.status.is_allowed:
                by_word[term.lang, term.text.casefold()].append((concept, term))
    shared: dict[tuple[str, str], set[str]] = defaultdict(set)
    for (lang, _), entries in by_word.items():
        for (first, _), (second, term) in pairwise(entries):
            if first is second:
                continue
            known = shared[first.id, second.id]
            if known and lang not in known:
                yield first, second, term
            known.add(lang)


def unanalysable_terms(termbase: Termbase) -> Iterator[Defect]:
    """Yield terms with a word that no analyser knows and nothing speaks for.

    A word is taken for right if it is in the dictionary, is built of words that are, occurs in
    several concepts, or is an international word: like a word of the concept's other languages
    (``serigrafia``, ``serigrafi``). Names and acronyms are in no dictionary. What remains is
    misspelt, stands under the wrong language, or is recognised by guesswork only.
    """
    unknown: dict[tuple[str, str], list[tuple[Concept, Term]]] = defaultdict(list)
    for concept, term in _terms(termbase):
        language = _language(term.lang)
        if language is None or term.pos == "properNoun":
            continue
        for token in language.tokenize(strip_qualifier(term.text)):
            word = token.text.rpartition("-")[2]  # nothing, for the first half of "maa- ja vesi…"
            if not _is_analysable(word, language):
                unknown[term.lang, token.text].append((concept, term))
    for (_, word), entries in unknown.items():
        (concept, term), *others = entries
        if any(other is not concept for other, _ in others):
            continue
        if not _has_cognate(word, term, concept):
            yield _at(term, concept, "unknown-word", others=(word,))


def _is_analysable(word: str, language: Language) -> bool:
    if len(word) < _SHORTEST or not (word.isalpha() and word.islower()):
        return True
    if language.knows(word) or language.readings(word):
        return True
    tails = (word[start:] for start in range(2, len(word) - _SURE + 1))
    return any(language.knows(tail) for tail in tails) or _is_built(word, language)


def _is_built(word: str, language: Language) -> bool:
    """Whether a word is a row of known words, with the s that Swedish puts between them."""
    ends = {0}
    for end in range(_SHORTEST, min(len(word), LONGEST) + 1):
        starts = (start for start in ends if end - start >= _SHORTEST)
        if any(language.knows(word[start:end]) for start in starts):
            ends |= {end, end + 1} if word[end : end + 1] == "s" else {end}
    return len(word) in ends


_SHORTEST = 3
"""Letters of the shortest compound part, and of the shortest word that is worth a look."""
_SURE = 5
"""Letters of a last part that speaks for the compound, whatever stands before it."""
_COGNATE = 0.6
"""Ratio of difflib: serigrafia/serigrafi .95, sytokiinit/cytokiner .63, hanke/projekt .17."""


def _has_cognate(word: str, term: Term, concept: Concept) -> bool:
    """Whether another language has a word like it; its very own word is no cognate but a copy."""
    for other in concept.terms:
        language = _language(other.lang)
        if other.lang == term.lang or language is None:
            continue
        for theirs in other.text.casefold().split():
            is_copy = theirs == word and _is_analysable(theirs, language)
            if not is_copy and SequenceMatcher(None, word, theirs).ratio() >= _COGNATE:
                return True
    return False


def conflicting_statuses(termbase: Termbase) -> Iterator[Defect]:
    """Yield terms that are both to be used and not, and concepts with rival preferred terms.

    SKOS allows one preferred label a language (condition S14); an acronym beside its full form,
    the two numbers of a name and the variants of two countries are no rivals.
    """
    for concept in termbase.concepts:
        yield from _within(concept)
    preferred: dict[tuple[str, str, str], Concept] = {}
    for concept, term in _terms(termbase):
        if term.status is TermStatus.PREFERRED:
            preferred.setdefault((term.lang, term.text, concept.domain), concept)
    for concept, term in _terms(termbase):
        other = preferred.get((term.lang, term.text, concept.domain))
        if not term.status.is_allowed and other is not None and other is not concept:
            statuses = (TermStatus.PREFERRED.value, term.status.value)
            yield _at(term, concept, "two-statuses", others=statuses)
    yield from _of_issues(termbase.issues, {"id-conflict", "unknown-status"})


def _within(concept: Concept) -> Iterator[Defect]:
    statuses: dict[tuple[str, str], list[TermStatus]] = defaultdict(list)
    preferred: dict[str, list[Term]] = defaultdict(list)
    for term in concept.terms:
        known = statuses[term.lang, term.text]
        if known and term.status not in known:
            both = (known[0].value, term.status.value)
            yield _at(term, concept, "two-statuses", others=both)
        known.append(term.status)
        if term.status is TermStatus.PREFERRED and not known[1:]:
            preferred[term.locale or term.lang].append(term)
    for terms in preferred.values():
        first, *others = terms
        rivals = [term for term in others if not _is_variant(first, term)]
        if rivals:
            yield _at(rivals[0], concept, "two-preferred", others=(first.text, rivals[0].text))


def _is_variant(first: Term, second: Term) -> bool:
    """Whether two terms are one name: an acronym and its full form, or singular and plural."""
    if any(_is_acronym(term.text) for term in (first, second)):
        return True
    if first.text.casefold() == second.text.casefold():
        return True
    language = _language(first.lang)
    if language is None:
        return False
    words = [[t.text.lower() for t in language.tokenize(term.text)] for term in (first, second)]
    return len(words[0]) == len(words[1]) and all(
        a == b or b in language.forms(a) or a in language.forms(b)
        for a, b in zip(*words, strict=True)
    )


def _is_acronym(text: str) -> bool:
    return " " not in text and sum(letter.isupper() for letter in text) > 1


def missing_equivalents(termbase: Termbase, wanted: Sequence[str] = LANGUAGES) -> Iterator[Defect]:
    """Yield concepts with a usable term in one of the languages and none in another.

    A language in which the termbase has no term at all is not expected of it.
    """
    expected = [lang for lang in wanted if lang in termbase.languages]
    for concept in termbase.concepts:
        allowed = {term.lang: term for term in reversed(concept.terms) if term.status.is_allowed}
        there = [lang for lang in expected if lang in allowed]
        for lang in expected:
            if there and lang not in allowed:
                yield _at(allowed[there[0]], concept, "no-equivalent", others=(lang,))


def untidy_terms(termbase: Termbase) -> Iterator[Defect]:
    """Yield terms that are written so that they are hard to find in a text."""
    usual = usual_apostrophe(term for _, term in _terms(termbase))
    for concept, term in _terms(termbase):
        tidy = tidied(term.text, usual)
        problem = problem_of(term, tidy, _language(term.lang))
        if problem:
            instead = tidy if tidy != term.text else ""
            yield _at(term, concept, problem, instead=instead)
    kinds = {
        "outer-space",
        "ignored-column",
        "ignored-sheet",
        "wrong-level",
        "empty-term",
        "no-term",
        "no-language",
    }
    yield from _of_issues(termbase.issues, kinds)


def _terms(termbase: Termbase) -> Iterator[tuple[Concept, Term]]:
    for concept in termbase.concepts:
        for term in concept.terms:
            yield concept, term


def _language(lang: str) -> Language | None:
    """Return what is known of a language, or None for one that the project does not know."""
    try:
        return languages.get(lang)
    except KielipariError:
        return None


def _at(
    term: Term, concept: Concept, problem: str, others: tuple[str, ...] = (), instead: str = ""
) -> Defect:
    place = (term.path, term.line, term.lang)
    return Defect(problem, term.text, *place, concept.id, others, instead)


def _of_issues(issues: Iterable[Issue], kinds: set[str]) -> Iterator[Defect]:
    for issue in issues:
        if issue.kind in kinds:
            text = issue.text or issue.detail or issue.concept
            others = (issue.detail,) if issue.detail else ()
            yield Defect(
                issue.kind, text, issue.path, issue.line, issue.lang, issue.concept, others
            )
