"""Swedish: numerals, and how dates, times and references are written in Finland and Sweden.

Sources: Svenska Akademiens grammatik, Räkneord; Svenska skrivregler (numbers, dates, times);
Svenskt lagspråk i Finland (references to statutes); CLDR through Babel for names.
"""

from collections.abc import Iterator

from kielipari.values.numerals import germanic, words

LOCALE = "sv"

_ONES = dict(
    enumerate(
        words(
            "ett två tre fyra fem sex sju åtta nio tio elva tolv tretton fjorton femton sexton sjutton "
            "arton nitton"
        ),
        start=1,
    )
)
_TENS = dict(
    zip(
        range(20, 100, 10),
        words("tjugo trettio fyrtio femtio sextio sjuttio åttio nittio"),
        strict=True,
    )
)
_ORDINALS = dict(
    enumerate(
        words(
            "första andra tredje fjärde femte sjätte sjunde åttonde nionde tionde elfte tolfte "
            "trettonde fjortonde femtonde sextonde sjuttonde artonde nittonde tjugonde"
        ),
        start=1,
    )
)
# What compounds measure or count: treårig, femdagars.
_COUNTED = words(
    "årig årigt åriga dagars veckors månaders språkig språkigt språkiga delad delat delade"
)


def cardinals() -> Iterator[tuple[str, str]]:
    """Yield the cardinals with their values; the article "en, ett" is no evidence of a number."""
    yield "noll", "0"
    for word, value in germanic(_ONES, _TENS, "hundra", "tusen"):
        if value != 1:
            yield word, str(value)
    yield from (("tjugoen", "21"), ("trettioen", "31"), ("anderthalv", "1.5"), ("aderton", "18"))


def compounds() -> Iterator[tuple[str, str]]:
    """Yield words that are made of a cardinal, with its value: treårig, femdagars."""
    for value in range(2, 11):
        yield from ((_ONES[value] + counted, str(value)) for counted in _COUNTED)


def ordinals() -> Iterator[tuple[str, str]]:
    """Yield the ordinals with their values; "andra" is also "other"."""
    for value, word in _ORDINALS.items():
        yield word, str(value)
    yield from (("förste", "1"), ("andre", "2"), ("hundrade", "100"), ("tusende", "1000"))
    yield "adertonde", "18"
    for ten, head in _TENS.items():
        yield f"{head}nde", str(ten)
        yield from ((f"{head}{_ORDINALS[n]}", str(ten + n)) for n in range(1, 10))


def month_forms(name: str) -> Iterator[str]:
    """Yield the forms of a month's name."""
    yield from (name, f"{name}s", f"{name}månad", f"{name}månads")


_PARTS_OF_DAY = words(
    "morgon morgonen förmiddag förmiddagen eftermiddag eftermiddagen kväll kvällen kvällar natt "
    "natten smorgon smorgonen sförmiddag sförmiddagen seftermiddag seftermiddagen skväll skvällen "
    "skvällar snatt snatten"
)


def weekday_forms(name: str) -> Iterator[str]:
    """Yield the forms of a weekday's name: måndag, måndagen, måndags, måndagskväll."""
    yield name
    for ending in ("en", "ar", "arna", "s", "ens", "arnas", *_PARTS_OF_DAY):
        yield name + ending


MONTH_ABBREVIATIONS = {"jan": 1, "febr": 2, "aug": 8, "sept": 9, "okt": 10, "nov": 11, "dec": 12}
WEEKDAY_ABBREVIATIONS = {
    "må": "1",
    "mån": "1",
    "ti": "2",
    "tis": "2",
    "on": "3",
    "ons": "3",
    "to": "4",
    "tors": "4",
    "fr": "5",
    "fre": "5",
    "lö": "6",
    "lör": "6",
    "sö": "7",
    "sön": "7",
}
ENDINGS = ("s", "n", "en", "et", "er", "erna", "ns", "ers", "ar", "arna", "e", "or", "orna", "a")

MAGNITUDES = {
    "tusen": 1000,
    "tkr": 1000,
    "miljon": 10**6,
    "milj": 10**6,
    "milj.": 10**6,
    "mn": 10**6,
    "miljard": 10**9,
    "md": 10**9,
    "mdr": 10**9,
    "mrd": 10**9,
    "biljon": 10**12,
}
PERCENT = {
    "%": "%",
    "procent": "%",
    "procentig": "%",
    "procentigt": "%",
    "procentenhet": "pp",
    "‰": "‰",
    "promille": "‰",
}
CURRENCIES = {
    "€": "EUR",
    "euro": "EUR",
    "dollar": "USD",
    "pund": "GBP",
    "cent": "EUR/100",
    "krona": "SEK",
    "kronor": "SEK",
    "kr": "SEK",
    "mark": "FIM",
    "yen": "JPY",
    "rubel": "RUB",
    "franc": "CHF",
}
UNITS = {
    "g": "mass-gram",
    "l": "volume-liter",
    "w": "power-watt",
    "kilowattimm": "energy-kilowatt-hour",
    "megawattimm": "energy-megawatt-hour",
    "gigawattimm": "energy-gigawatt-hour",
    "terawattimm": "energy-terawatt-hour",
    "j": "energy-joule",
    "t": "mass-tonne",
    "ton": "mass-tonne",
    "kilo": "mass-kilogram",
    "kvm": "area-square-meter",
    "kbm": "volume-cubic-meter",
    "kvadratmeter": "area-square-meter",
    "kubikmeter": "volume-cubic-meter",
    "km/tim": "speed-kilometer-per-hour",
    "km/tim.": "speed-kilometer-per-hour",
    "grader": "temperature-celsius",
    "år": "duration-year",
    "års": "duration-year",
    "årig": "duration-year",
    "åriga": "duration-year",
    "månad": "duration-month",
    "mån": "duration-month",
    "vecka": "duration-week",
    "veckor": "duration-week",
    "dag": "duration-day",
    "dagar": "duration-day",
    "dygn": "duration-day",
    "timme": "duration-hour",
    "timmar": "duration-hour",
    "tim": "duration-hour",
    "minut": "duration-minute",
    "sekund": "duration-second",
}
LEVELS = {
    "§": "section",
    "kap": "chapter",
    "kapitlet": "chapter",
    "kapitel": "chapter",
    "mom": "subsection",
    "momentet": "subsection",
    "moment": "subsection",
    "punkten": "point",
    "punkt": "point",
    "p": "point",
    "paragrafen": "section",
    "underpunkten": "subpoint",
    "avdelningen": "part",
    "avsnittet": "part",
    "stycket": "paragraph",
    "st": "paragraph",
}
LOST_DAY = r"\bden\s$"  # before a month without a day
REFERRING = (
    "nämnd",
    "ovan",
    "sagd",
    "samma",
    "ifrågavarande",
    "motsvarande",
    "sist",
)  # words that stand for a reference begin so
COUNTED: frozenset[str] = frozenset()
LEVELS_BEFORE = {
    "artikel": "article",
    "artiklarna": "article",
    "art": "article",
    "bilaga": "annex",
    "bilagorna": "annex",
    "punkt": "point",
    "punkterna": "point",
    "led": "subpoint",
    "kapitel": "chapter",
    "avsnitt": "part",
    "del": "part",
    "tabell": "table",
    "paragraf": "section",
    "stycke": "paragraph",
}
VAGUE = {
    "en": "1",
    "ett": "1",
    "ena": "1",
    "eget": "1",
    "båda": "2",
    "bägge": "2",
    "varannan": "2",
    "vartannat": "2",
    "dussin": "12",
    "halv": "0.5 50",
    "halva": "0.5 50",
    "halvt": "0.5 50",
    "hälften": "0.5 50",
    "lunchtid": "12",
    "midnatt": "24 0",
    "dygn": "24",
    "dygnet": "24",
    "tiotals": "10",
    "hundratals": "100",
    "tusentals": "1000",
    "kvart": "15",
    "sekel": "100",
    "seklet": "100",
    "fjorton": "14 2",
}
VAGUE_PARTS = {
    "årtionde": "10",
    "decenni": "10",
    "århundra": "100",
    "århundrade": "100",
    "årtusen": "1000",
    "enda": "1",
    "enkel": "1",
    "ettår": "1",
    "två": "2",
    "tve": "2",
    "tre": "3",
    "fyr": "4",
    "fem": "5",
    "sex": "6",
    "sju": "7",
    "åtta": "8",
    "nio": "9",
    "tio": "10",
    "hundra": "100",
    "tusen": "1000",
    "miljon": "1000000",
    "miljard": "1000000000",
    "tredjedel": "3 33",
    "fjärdedel": "4 25",
    "femtedel": "5 20",
    "tiondel": "10",
    "gratis": "0",
    "avgiftsfri": "0",
    "kostnadsfri": "0",
    "halv": "0.5 6",
    "kvartal": "3",
    "kvart": "3 15",
}
# what may stand between numbers that share the unit after the last
CONNECTIVES = frozenset(
    ("–", "-", "—", ",", "och", "eller", "samt", "till", "respektive", "resp.", ", och")
)

NAMES_ARE_CAPITALISED = False  # of months and weekdays
PHRASE_SIGNS = ("alv", "iljon", "iljard")  # one of which a text must hold for one of the phrases
# a phrase that is a number, and its value
PHRASES = (
    (r"\bhalv\smiljon\b", "500000"),
    (r"\bhalv\smiljard\b", "500000000"),
    (r"\b(?:en\soch\sen\shalv|ett\soch\sett\shalvt)\smiljon\b", "1500000"),
    (r"\b(?:en\soch\sen\shalv|ett\soch\sett\shalvt)\b", "1.5"),
    (r"\bett\spar\smiljoner\b", "2000000"),
    (r"\bett\spar\smiljarder\b", "2000000000"),
)
# a magnitude without another number: one of it
MAGNITUDES_ALONE = ((r"\ben\smiljon\b", "1000000"), (r"\ben\smiljard\b", "1000000000"))
# words that say of an amount that it is below zero, or less than before
BELOW_ZERO = (
    r"minus|köld|kall|frost|kyla|förlust|underskott|skuld|minsk|sjönk|sjunk|nedgång|ned\b|föll"
    r"|back\b|under\b|rabatt|avdrag|försvag|krymp"
)
AND_A_HALF = r"\soch\s(?:en|ett)\shalvt?\b"
LETTER_WORDS = frozenset("iåö")  # one letter, and a word all the same
PER = {"i timmen": "hour", "per timme": "hour", "i sekunden": "second", "per sekund": "second"}
CLOCK = r"kl\.?|klockan|klockslaget|kl\.?:"
CLOCK_ENDS = ("kl.", "kl", "lockan", "slaget", ":")  # a quick look before the pattern above
CLOCK_WORD = "kl."
TIME_SEPARATOR = "."
DAY_BEFORE_MONTH = (
    r"(?:(?<![\d.,/])(?P<first>\d{1,2})(?::[ae])?\.?\s?[–-]\s?)?"
    r"(?<![\d.,/])(?P<day>\d{1,2})(?::[ae]|\.)?\s$"
)
DAY_AFTER_MONTH = r"\s(?P<day>\d{1,2}):[ae](?!\w)|(?P<day2>(?!))"
YEAR_AFTER_MONTH = r"\.?\s(?:år\s)?(?P<year>\d{4})(?!\d|[.,/]\d|\s?[–-]\s?\d{4})"
