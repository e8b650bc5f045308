"""English, the third language of many texts: message ids, source texts, quotations."""

from collections.abc import Iterator

from kielipari.values.numerals import germanic, words

LOCALE = "en"

_ONES = dict(
    enumerate(
        words(
            "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
            "sixteen seventeen eighteen nineteen"
        ),
        start=1,
    )
)
_TENS = dict(
    zip(
        range(20, 100, 10),
        words("twenty thirty forty fifty sixty seventy eighty ninety"),
        strict=True,
    )
)
_ORDINALS = dict(
    enumerate(
        words(
            "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth "
            "thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth"
        ),
        start=1,
    )
)


def cardinals() -> Iterator[tuple[str, str]]:
    """Yield the cardinals with their values; "one" is as often a pronoun."""
    yield "zero", "0"
    for word, value in germanic(_ONES, _TENS, "hundred", "thousand", ("-", "")):
        if value != 1:
            yield word, str(value)


def compounds() -> Iterator[tuple[str, str]]:
    """Yield nothing: a hyphen parts the cardinal from what it counts, as in "three-year"."""
    yield from ()


def ordinals() -> Iterator[tuple[str, str]]:
    """Yield the ordinals with their values."""
    for value, word in _ORDINALS.items():
        yield word, str(value)
    for ten, head in _TENS.items():
        yield f"{head[:-1]}ieth", str(ten)
        yield from ((f"{head}-{_ORDINALS[n]}", str(ten + n)) for n in range(1, 10))


def month_forms(name: str) -> Iterator[str]:
    """Yield the month's name."""
    yield name


def weekday_forms(name: str) -> Iterator[str]:
    """Yield the forms of a weekday's name."""
    yield from (name, f"{name}s")


MONTH_ABBREVIATIONS = {
    name: month
    for month, name in enumerate(words("jan feb mar apr may jun jul aug sept oct nov dec"), start=1)
}
WEEKDAY_ABBREVIATIONS: dict[str, str] = {}
ENDINGS = ("s",)

MAGNITUDES = {
    "thousand": 1000,
    "million": 10**6,
    "mn": 10**6,
    "billion": 10**9,
    "bn": 10**9,
    "trillion": 10**12,
}
PERCENT = {"%": "%", "percent": "%", "per cent": "%", "‰": "‰", "per mille": "‰"}
CURRENCIES = {
    "€": "EUR",
    "euro": "EUR",
    "dollar": "USD",
    "pound": "GBP",
    "krona": "SEK",
    "kronor": "SEK",
    "sek": "SEK",
}
UNITS = {
    "m": "length-meter",
    "g": "mass-gram",
    "l": "volume-liter",
    "h": "duration-hour",
    "kilo": "mass-kilogram",
    "metre": "length-meter",
    "kilometre": "length-kilometer",
    "tonne": "mass-tonne",
    "litre": "volume-liter",
    "days": "duration-day",
    "year": "duration-year",
}
LEVELS = {"§": "section"}
LOST_DAY = r"(?!)"  # before a month without a day
REFERRING = (
    "said",
    "same",
    "above",
    "thereof",
    "aforesaid",
)  # words that stand for a reference begin so
COUNTED: frozenset[str] = frozenset()
LEVELS_BEFORE = {
    "article": "article",
    "section": "section",
    "chapter": "chapter",
    "paragraph": "paragraph",
    "annex": "annex",
    "point": "point",
    "table": "table",
}
VAGUE = {"a": "1", "an": "1", "one": "1", "both": "2", "half": "0.5 50", "dozen": "12"}
VAGUE_PARTS = {"decade": "10", "century": "100", "noon": "12", "midnight": "24 0"}
# what may stand between numbers that share the unit after the last
CONNECTIVES = frozenset(("–", "-", "—", ",", "and", "or", "to", ", and", ", or"))

NAMES_ARE_CAPITALISED = True  # of months and weekdays: "may" is a verb
PHRASE_SIGNS = ("alf", "illion")  # one of which a text must hold for one of the phrases
# words that say of an amount that it is below zero, or less than before
BELOW_ZERO = (
    r"minus|freez|frost|cold|loss|deficit|debt|fell|fall|decreas|declin|drop|reduc|down\b|below"
    r"|less|shrank|shrunk|discount|weak"
)
# a phrase that is a number, and its value
PHRASES = (
    (r"\bhalf\sa\smillion\b", "500000"),
    (r"\bone\sand\sa\shalf\b", "1.5"),
)
# a magnitude without another number: one of it
MAGNITUDES_ALONE = ((r"\ba\smillion\b", "1000000"), (r"\ba\sbillion\b", "1000000000"))
AND_A_HALF = r"\sand\sa\shalf\b"
LETTER_WORDS = frozenset("ai")  # one letter, and a word all the same
PER = {"per hour": "hour", "an hour": "hour", "per second": "second"}
CLOCK = r"at|o'clock"
CLOCK_ENDS = ("at", "lock")  # a quick look before the pattern above
CLOCK_WORD = "at"
TIME_SEPARATOR = ":"
DAY_BEFORE_MONTH = (
    r"(?:(?<![\d.,/])(?P<first>\d{1,2})\s?[–-]\s?)?"
    r"(?<![\d.,/])(?P<day>\d{1,2})(?:st|nd|rd|th)?\s(?:of\s)?$"
)
DAY_AFTER_MONTH = r"\s(?P<day>\d{1,2})(?:st|nd|rd|th)?(?=,|\s|$|\.)|(?P<day2>(?!))"
YEAR_AFTER_MONTH = r",?\s(?P<year>\d{4})(?!\d|[.,/]\d)"
