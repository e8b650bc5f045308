"""The lexicon that reading values needs, compiled once per language from its data and CLDR."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache
from importlib import import_module
from types import ModuleType
from typing import NamedTuple, TypeVar

from kielipari import languages
from kielipari.values.model import ValueKind
from kielipari.values.units import SYMBOLS, UNITS

CODES = frozenset({"eur", "usd", "sek", "gbp"})  # of currencies, that may lead: EUR 20
_SHORT_MAGNITUDES = {"m": 10**6, "mn": 10**6, "k": 1000, "mrd": 10**9, "md": 10**9}
_MERIDIEM = ("am", "pm")
T = TypeVar("T")
Phrases = tuple[tuple[re.Pattern[str], str], ...]
_SHORTEST_INFLECTED = 3


class Sort(StrEnum):
    """What a word of the lexicon says; a compound is made of a cardinal, as "treårig"."""

    CARDINAL = "cardinal"
    ORDINAL = "ordinal"
    COMPOUND = "compound"
    MONTH = "month"
    WEEKDAY = "weekday"


class Word(NamedTuple):
    """A word's meaning; ``value`` is a normalised decimal, a month 1–12 or a weekday 1–7."""

    sort: Sort
    value: str


@dataclass(frozen=True, slots=True)
class Lexicon:
    """What one language contributes. All words are in lower case.

    ``words`` are read wherever they stand (``forms`` are the same for a quick
    look, ``halves`` those that another word completes);
    ``magnitudes``, ``currencies``, ``units`` and ``levels`` only beside a number. ``plain`` tells
    what a number is by the word after it (no kind where that is not enough), ``leaders`` are the
    words that tell it from before. ``vague`` words may stand for a number without being one
    (an article, "both", a decade): they explain a number that the other side lacks. So do
    ``vague_parts`` that words begin with, and the cardinals ("tjugoårig").
    """

    words: Mapping[str, Word]
    forms: frozenset[str]
    halves: frozenset[str]
    magnitudes: Mapping[str, int]
    percent: Mapping[str, str]
    currencies: Mapping[str, str]
    units: Mapping[str, str]
    levels: Mapping[str, str]
    levels_before: Mapping[str, str]
    plain: Mapping[str, tuple[ValueKind | None, str]]
    leaders: frozenset[str]
    vague: Mapping[str, str]
    weekday_abbreviations: Mapping[str, str]
    number: re.Pattern[str]
    decimal: str
    group: str
    clock: re.Pattern[str]
    day_before_month: re.Pattern[str]
    day_after_month: re.Pattern[str]
    year_after_month: re.Pattern[str]
    time_separator: str
    clock_word: str
    connectives: frozenset[str]
    per: Mapping[str, str]
    letter_words: frozenset[str]
    short_magnitudes: Mapping[str, int]
    names_are_capitalised: bool
    phrases: Phrases
    magnitudes_alone: Phrases
    phrase_signs: tuple[str, ...]
    below_zero: re.Pattern[str]
    and_a_half: re.Pattern[str]
    vague_parts: Mapping[str, str]
    vague_heads: frozenset[str]
    clock_ends: tuple[str, ...]
    referring: tuple[str, ...]
    lost_day: re.Pattern[str]


@lru_cache(maxsize=8)
def lexicon(lang: str) -> Lexicon:
    """Return the lexicon of a language; one that has no data of its own reads as English."""
    try:
        data = import_module(f"kielipari.values.data.{re.split('[-_]', lang, maxsplit=1)[0]}")
    except ModuleNotFoundError:
        data = import_module("kielipari.values.data.en")
    return _compile(data)


def _compile(data: ModuleType) -> Lexicon:
    # Babel's locale data take 20 ms to load and are needed only when a text is read.
    from babel import Locale  # noqa: PLC0415

    locale = Locale.parse(data.LOCALE)
    symbols = locale.number_symbols["latn"]
    word = cache(Word)  # the forms of a numeral share what they say
    words = {form: word(Sort.CARDINAL, value) for form, value in data.cardinals()}
    words |= {form: word(Sort.ORDINAL, value) for form, value in data.ordinals()}
    words |= {form: word(Sort.COMPOUND, value) for form, value in data.compounds()}
    for style in ("format", "stand-alone"):
        for month, name in locale.months[style]["wide"].items():
            for form in data.month_forms(name.lower()):
                words[form] = Word(Sort.MONTH, str(month))
        for day, name in locale.days[style]["wide"].items():
            for form in data.weekday_forms(name.lower()):
                words[form] = Word(Sort.WEEKDAY, str(day + 1))
    for abbreviation, month in data.MONTH_ABBREVIATIONS.items():
        words.setdefault(abbreviation, Word(Sort.MONTH, str(month)))
    abbreviations = dict(data.WEEKDAY_ABBREVIATIONS)
    for day, name in locale.days["format"]["abbreviated"].items():
        abbreviations.setdefault(name.lower().rstrip("."), str(day + 1))
    magnitudes = _inflected(data.MAGNITUDES, data.ENDINGS)
    percent = _inflected(data.PERCENT, data.ENDINGS)
    others = languages.get(locale.language).facts.function_words
    currencies = _inflected(_currencies(data), data.ENDINGS, others)
    units = _inflected(_units(data), data.ENDINGS, others)
    levels = _inflected(data.LEVELS, data.ENDINGS)
    levels = {form: level for form, level in levels.items() if form not in data.COUNTED}
    levels_before = _inflected(data.LEVELS_BEFORE, data.ENDINGS)
    return Lexicon(
        words=words,
        forms=frozenset(words),
        halves=frozenset(form[:-1] for form in words if form.endswith("-")),
        magnitudes=magnitudes,
        percent=percent,
        currencies=currencies,
        units=units,
        levels=levels,
        levels_before=levels_before,
        plain=_meanings(ValueKind.QUANTITY, units)
        | _meanings(ValueKind.REFERENCE, levels)
        | _meanings(ValueKind.MONEY, currencies)
        | _meanings(ValueKind.PERCENT, percent)
        | dict.fromkeys((*magnitudes, *_SHORT_MAGNITUDES, *_MERIDIEM), (None, "")),
        leaders=CODES.union(levels_before),
        vague=data.VAGUE,
        weekday_abbreviations=abbreviations,
        number=number_pattern(symbols["decimal"], symbols["group"]),
        decimal=symbols["decimal"],
        group=symbols["group"],
        clock=re.compile(rf"\b(?:{data.CLOCK})\s{{0,2}}$", re.IGNORECASE),
        day_before_month=re.compile(data.DAY_BEFORE_MONTH, re.IGNORECASE),
        day_after_month=re.compile(data.DAY_AFTER_MONTH, re.IGNORECASE),
        year_after_month=re.compile(data.YEAR_AFTER_MONTH, re.IGNORECASE),
        time_separator=data.TIME_SEPARATOR,
        clock_word=data.CLOCK_WORD,
        connectives=data.CONNECTIVES,
        per=data.PER,
        letter_words=data.LETTER_WORDS,
        short_magnitudes=_SHORT_MAGNITUDES,
        names_are_capitalised=data.NAMES_ARE_CAPITALISED,
        phrases=_compiled(data.PHRASES),
        magnitudes_alone=_compiled(data.MAGNITUDES_ALONE),
        phrase_signs=data.PHRASE_SIGNS,
        below_zero=re.compile(rf"(?<!\w)(?:{data.BELOW_ZERO})", re.IGNORECASE),
        and_a_half=re.compile(data.AND_A_HALF, re.IGNORECASE),
        vague_parts=data.VAGUE_PARTS,
        vague_heads=frozenset(part[:3] for part in (*data.VAGUE_PARTS, *words)),
        clock_ends=data.CLOCK_ENDS,
        referring=data.REFERRING,
        lost_day=re.compile(data.LOST_DAY, re.IGNORECASE),
    )


def _meanings(kind: ValueKind, table: Mapping[str, str]) -> dict[str, tuple[ValueKind | None, str]]:
    meaning = cache(lambda unit: (kind, unit))
    return {word: meaning(unit) for word, unit in table.items()}


def _compiled(phrases: Iterable[tuple[str, str]]) -> Phrases:
    return tuple((re.compile(pattern, re.IGNORECASE), value) for pattern, value in phrases)


def _inflected(
    table: Mapping[str, T], endings: tuple[str, ...], others: frozenset[str] = frozenset()
) -> dict[str, T]:
    """Add every inflected form of the words that are long enough to take an ending safely.

    A form that is one of the ``others`` is left out: *sekä* is no form of *sek*.
    """
    forms = {
        word + ending: meaning
        for word, meaning in table.items()
        if len(word) >= _SHORTEST_INFLECTED and word.isalpha()
        for ending in endings
        if word + ending not in others
    }
    return forms | dict(table)


def _currencies(data: ModuleType) -> dict[str, str]:
    from babel.numbers import get_currency_name  # noqa: PLC0415 - see above

    found = {"€": "EUR", "$": "USD", "£": "GBP", "¥": "JPY"}
    for code in ("EUR", "USD", "GBP", "SEK", "JPY", "CHF", "RUB", "PLN", "FIM", "INR", "CNY"):
        found[code.lower()] = code
        for count in (1, 2):
            name = get_currency_name(code, count, locale=data.LOCALE).lower()
            found.setdefault(name.split()[-1], code)
    own: dict[str, str] = data.CURRENCIES
    return found | own


def _units(data: ModuleType) -> dict[str, str]:
    from babel.units import UnknownUnitError, format_unit, get_unit_name  # noqa: PLC0415 - see above

    found = dict(SYMBOLS)
    for unit in UNITS:
        try:
            get_unit_name(unit, locale=data.LOCALE)
        except UnknownUnitError:
            continue
        for length in ("long", "short"):
            for count in (1, 2):
                written = format_unit(count, unit, length, locale=data.LOCALE)
                word = written.replace(str(count), "").strip().lower()
                if len(word) > 1:
                    found.setdefault(word, unit)
    own: dict[str, str] = data.UNITS
    return found | own


def number_pattern(decimal: str, group: str) -> re.Pattern[str]:
    """Compile how a number is written in digits, by CLDR's symbols and the other common ways.

    Spaces of every width group in all our languages; the other locale's point or comma groups
    only where three digits follow each time.
    """
    mark = re.escape(decimal)
    other = re.escape("." if decimal == "," else ",")
    spaces = "[ \u00a0\u202f\u2009" + (re.escape(group) if group.isspace() else "") + "]"
    return re.compile(
        rf"\d{{1,3}}(?:{spaces}\d{{3}})+(?!\d)(?:{mark}\d+)?"
        rf"|[1-9]\d{{0,2}}(?:{other}\d{{3}})+(?!{other}?\d)(?:{mark}\d+)?"
        rf"|\d+(?:[.,]\d+)*"
    )
