"""Which language a text is written in, of the few in play; None where it cannot be told.

Lexicons come first: each word says whether Voikko, the Swedish and the English table know it, and
how likely that is for a text of each language. langdetect (n-grams of characters; Shuyo 2010)
joins in from three words on. One or two words, names and numbers alone are answered with None
unless a single lexicon knows them all.
"""

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache, partial
from typing import Any, NamedTuple

from kielipari.languages import get
from kielipari.languages.memory import ANSWERS_KEPT, Answers, Remembering
from kielipari.languages.text import LONGEST_WORD

_CANDIDATES = ("fi", "sv", "en")
_CERTAIN = 0.85
_CERTAIN_WITHOUT_WORDS = 0.999
_FEW = 3
_ACRONYM = 5
_SEED = 1
_CHUNK = re.compile(r"\S+")
_NOISE = re.compile(r"[@{}<>\d]|\w\+\w|://|^www\.|%[(\w]|\$\w|\w\w\.[a-z]{2,6}[^\w.]*$")
# What may stand in a noisy chunk, or behind one: a name of several words in Finnish (force push -asetus).
_ANY_NOISE = re.compile(r"[@{}<>\d%$+]|://|www\.|\w\w\.[a-z]{2}| -[^\W\d_]")
_ONE_LETTER_WORDS = frozenset("iåaIÅA")
_WORD = re.compile(r"[^\W\d_]+(?:[-'’:\u00ad][^\W\d_]+)*")
_SENTENCE_END = re.compile(r"[.!?:…\n“”\"»(–—/|•]\s*$")
# How likely a lexicon (first key) knows a running word of a text in a language (second key);
# measured on types of news text for Finnish and Swedish, English by its own word lists.
_KNOWN = {
    ("fi", "fi"): 0.95,
    ("fi", "sv"): 0.12,
    ("fi", "en"): 0.10,
    ("sv", "fi"): 0.08,
    ("sv", "sv"): 0.95,
    ("sv", "en"): 0.35,
    ("en", "fi"): 0.05,
    ("en", "sv"): 0.30,
    ("en", "en"): 0.96,
}


@dataclass(frozen=True, slots=True)
class Identified:
    """What a text is written in.

    ``confidence`` is the probability of the best candidate, 0 to 1, also where ``lang`` is None;
    ``evidence`` gives for each candidate the words that only its lexicon knows; ``words`` is how
    many words carried any evidence at all.
    """

    lang: str | None
    confidence: float
    evidence: tuple[tuple[str, tuple[str, ...]], ...] = ()
    words: int = 0


class LanguageWord(NamedTuple):
    """A word that exactly one lexicon knows: ``text[start:end]`` of the text it was found in."""

    text: str
    start: int
    end: int
    lang: str


class _Seen(NamedTuple):
    text: str
    start: int
    end: int
    known: frozenset[str]


def identify(text: str, candidates: Sequence[str] = _CANDIDATES) -> Identified:
    """Tell which of the candidate languages a text is written in, or that it cannot be told."""
    langs = tuple(candidates)
    seen = tuple(_seen(text, langs))
    if not seen or not langs:
        return Identified(None, 0.0)
    scores = {lang: _log_likelihood(seen, langs, lang) for lang in langs}
    evidence = tuple(
        (lang, tuple(word.text for word in seen if word.known == {lang})) for lang in langs
    )
    if len(seen) < _FEW:
        return _few(seen, langs, scores, evidence)
    best, confidence = _best(scores)
    if confidence < _CERTAIN or not any(word.known for word in seen) or len(seen) <= _FEW:
        for lang, share in _by_letters(_CHUNK.sub(_without_noise, text), langs).items():
            scores[lang] += math.log(max(share, 1e-4))
        best, confidence = _best(scores)
    if any(word.known for word in seen):
        told = confidence >= _CERTAIN and any(best in word.known for word in seen)
    else:
        told = confidence > _CERTAIN_WITHOUT_WORDS
    return Identified(best if told else None, confidence, evidence, len(seen))


def _few(
    seen: Sequence[_Seen],
    langs: Sequence[str],
    scores: dict[str, float],
    evidence: tuple[tuple[str, tuple[str, ...]], ...],
) -> Identified:
    """Answer for one or two words: the language whose lexicon alone knows them all."""
    best, confidence = _best(scores)
    knowing = [lang for lang in langs if all(lang in word.known for word in seen)]
    only = len(knowing) == 1 and any(word.known == set(knowing) for word in seen)
    lang = best if only and knowing[0] == best else None
    return Identified(lang, confidence, evidence, len(seen))


def language_words(text: str, candidates: Sequence[str] = _CANDIDATES) -> tuple[LanguageWord, ...]:
    """Return the words that exactly one candidate's lexicon knows, names left out.

    An abbreviation that only one language sets before numbers ("klo 18") counts as its word.
    """
    langs = tuple(candidates)
    return tuple(
        LanguageWord(word.text, word.start, word.end, next(iter(word.known)))
        for word in _seen(text, langs)
        if len(word.known) == 1
    )


def _without_noise(match: re.Match[str]) -> str:
    """Blank out addresses, placeholders, tags and whatever holds a digit; lengths stay.

    And what stands before " -" in Finnish, the last word of a name: "Open Source -ohjelma".
    """
    chunk, text, end = match.group(), match.string, match.end()
    is_name = text.startswith(" -", end) and text[end + 2 : end + 3].isalpha()
    return " " * len(chunk) if is_name or _NOISE.search(chunk) else chunk


def telling_words(text: str) -> Iterator[tuple[str, int, int, bool]]:
    """Yield the words that can carry evidence: the word, its span, and if a number follows it.

    Left out are addresses, placeholders, tags and whatever holds a digit, names within sentences,
    and acronyms.
    """
    clean = _CHUNK.sub(_without_noise, text) if _ANY_NOISE.search(text) else text
    shouted = clean.isupper()
    alone = len(clean.split(maxsplit=1)) == 1
    has_digits = clean is not text
    for match in _WORD.finditer(clean):
        word = match.group()
        size = len(word)
        if size > LONGEST_WORD or (size == 1 and word not in _ONE_LETTER_WORDS):
            continue
        if word[0].isupper():
            start = match.start()
            acronym = size <= _ACRONYM and word.isupper()
            if alone and acronym:
                continue
            if not shouted and (
                acronym or (start and not _SENTENCE_END.search(text[max(start - 3, 0) : start]))
            ):
                continue
        end = match.end()
        followed = has_digits and text[end : end + 3].lstrip(". \N{NO-BREAK SPACE}")[:1].isdigit()
        yield word, match.start(), end, followed


def _seen(text: str, langs: tuple[str, ...]) -> Iterator[_Seen]:
    """Yield the words that can carry evidence, with the lexicons that know them."""
    for word, start, end, followed in telling_words(text):
        known = _lexicons(word.lower(), langs)
        if followed:
            marking = marks_numbers(word.lower(), langs)
            known = frozenset(marking) if len(marking) == 1 else known
        if known is not None:
            yield _Seen(word, start, end, known)


def marks_numbers(word: str, langs: Sequence[str]) -> list[str]:
    """Return the languages that set the word, an abbreviation, before numbers."""
    return [lang for lang in langs if word in get(lang).facts.before_numbers]


@lru_cache(maxsize=ANSWERS_KEPT)
def has_word(word: str, lang: str) -> bool:
    """Whether a language's lexicon knows the word, be it as a name only."""
    language = get(lang)
    return (
        word in language.facts.function_words
        or f"{word}." in language.facts.abbreviations
        or language.knows(word)
    )


def knows(word: str, lang: str) -> bool | None:
    """Whether a language's lexicon knows the word; None for a name, which says nothing."""
    return _known(lang)[word]


def asked_words(lang: str) -> Remembering:
    """Return what remembers the words that a language's lexicon was asked for."""
    return _known(lang)


@cache
def _known(lang: str) -> Answers[str, bool | None]:
    return Answers(partial(_is_known, lang), ANSWERS_KEPT)


def _is_known(lang: str, word: str) -> bool | None:
    """See :func:`knows`."""
    if not has_word(word, lang):
        return False
    language = get(lang)
    if word in language.facts.function_words or f"{word}." in language.facts.abbreviations:
        return True
    if language.facts.tells_names:
        classes = {reading.pos for reading in language.readings(word)}
        if classes and classes <= {"proper", "abbreviation"}:
            return None
    return True


@lru_cache(maxsize=ANSWERS_KEPT)
def _lexicons(word: str, langs: tuple[str, ...]) -> frozenset[str] | None:
    """Return the languages whose lexicon knows the word; None for a name, which says nothing."""
    answers = {lang: knows(word, lang) for lang in langs}
    known = frozenset(lang for lang, answer in answers.items() if answer)
    return None if not known and None in answers.values() else known


def _log_likelihood(seen: Sequence[_Seen], langs: tuple[str, ...], lang: str) -> float:
    total = sum(_likelihood(word.known, langs, lang) for word in seen)
    # Words of one text are not independent: a quotation, a list of loan words.
    return total * min(1.0, 4 / math.sqrt(len(seen) + 12))


@cache
def _likelihood(known: frozenset[str], langs: tuple[str, ...], lang: str) -> float:
    """Return how likely these lexicons know a word, and no other, in a text of the language: its log."""
    total = 0.0
    for lexicon in langs:
        share = _KNOWN.get((lexicon, lang), 0.5)
        total += math.log(share if lexicon in known else 1 - share)
    return total


def _best(scores: dict[str, float]) -> tuple[str, float]:
    best = max(scores, key=lambda lang: scores[lang])
    total = sum(math.exp(max(score - scores[best], -50.0)) for score in scores.values())
    return best, 1 / total


@cache
def _factory(langs: tuple[str, ...]) -> Any:  # noqa: ANN401  langdetect has no types
    """Load langdetect's profiles of these languages only, seeded so that it repeats."""
    from importlib import resources  # noqa: PLC0415

    from langdetect.detector_factory import DetectorFactory  # noqa: PLC0415  heavy, seldom needed

    folder = resources.files("langdetect") / "profiles"
    factory = DetectorFactory()
    factory.load_json_profile([(folder / lang).read_text(encoding="utf-8") for lang in langs])
    factory.seed = _SEED
    return factory


def _by_letters(text: str, langs: tuple[str, ...]) -> dict[str, float]:
    """Return langdetect's probability for each language; equal shares where it finds nothing."""
    if len(langs) == 1:
        return {langs[0]: 1.0}
    from langdetect.lang_detect_exception import LangDetectException  # noqa: PLC0415

    detector = _factory(langs).create()
    detector.append(text.lower() if text.isupper() else text)
    try:
        found = {language.lang: language.prob for language in detector.get_probabilities()}
    except LangDetectException:
        return {lang: 1 / len(langs) for lang in langs}
    return {lang: found.get(lang, 0.0) for lang in langs}
