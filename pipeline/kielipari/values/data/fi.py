"""Finnish: numerals, cases, and how dates, times and references are written.

Sources: Kielitoimiston ohjepankki (numbers, dates,
times); Lainkirjoittajan opas (references to statutes); CLDR through Babel for names.
"""

from collections.abc import Iterator

from kielipari.values.data.fi_numerals import cardinals, compounds, ordinals
from kielipari.values.numerals import words

LOCALE = "fi"

__all__ = ["cardinals", "compounds", "ordinals"]  # the rest is read by name

_CASES = ("n", "ta", "ssa", "sta", "hun", "lla", "lta", "lle", "na", "ksi", "t", "tta")


def month_forms(name: str) -> Iterator[str]:
    """Yield the forms of a month's name: tammikuu, tammikuuta, tammikuussa."""
    base = name.removesuffix("ta")
    yield from (base, f"{base.removesuffix('kuu')}-")
    for case in _CASES:
        yield base + case
        yield f"{base}{case}kin"


_PARTS_OF_DAY = words(
    "aamu aamun aamuna aamuksi aamusta aamuun aamulla aamupäivä aamupäivän aamupäivänä "
    "aamupäivällä päivä päivän päivänä iltapäivä iltapäivän iltapäivänä iltapäivällä ilta illan "
    "iltana iltaa iltaan illalla illaksi illasta yö yön yönä yöllä"
)


def weekday_forms(name: str) -> Iterator[str]:
    """Yield the forms of a weekday's name: maanantai, maanantaina, maanantaisin, maanantaiaamuna."""
    base = name.removesuffix("na")
    front = base.endswith("o")
    weak = base[:-2] + "o" if front else base
    yield base
    for case in ("n", "ssa", "sta", "lla", "lta", "lle", "ksi", "t"):
        yield weak + case
    for case in ("na", "ta", "a", "hin", "on", "isin", "sin", "kin", "nakin", "sta", "en"):
        yield base + case
    for part in _PARTS_OF_DAY:
        yield base + part


MONTH_ABBREVIATIONS: dict[str, int] = {}
WEEKDAY_ABBREVIATIONS: dict[str, str] = {}

ENDINGS = tuple(
    words(
        "n a ä ta tä tta ttä ssa ssä sta stä an än en in on ön hun seen iin lla llä lta ltä lle na nä "
        "ksi t ja jä jen ien ihin oihin issa issä ista istä illa illä ilta iltä ille ina inä iksi oja "
        "ojen oilla oille oista oissa kin nen sen stä sta sessa siä set"
    )
)

MAGNITUDES = {
    "tuhatta": 1000,
    "tuhannen": 1000,
    "miljoona": 10**6,
    "milj": 10**6,
    "milj.": 10**6,
    "mn": 10**6,
    "miljardi": 10**9,
    "mrd": 10**9,
    "mrd.": 10**9,
    "biljoona": 10**12,
}
PERCENT = {
    "%": "%",
    "prosentti": "%",
    "prosenti": "%",
    "prosentteja": "%",
    "prosenttinen": "%",
    "prosenttise": "%",
    "prosenttis": "%",
    "prosenttiyksikkö": "pp",
    "prosenttiyksikö": "pp",
    "pros": "%",
    "‰": "‰",
    "promille": "‰",
    "promillea": "‰",
}
CURRENCIES = {
    "€": "EUR",
    "euro": "EUR",
    "dollari": "USD",
    "punta": "GBP",
    "punna": "GBP",
    "sentti": "EUR/100",
    "senti": "EUR/100",
    "snt": "EUR/100",
    "kruunu": "SEK",
    "kr": "SEK",
    "markka": "FIM",
    "marka": "FIM",
    "mk": "FIM",
    "jeni": "JPY",
    "rupla": "RUB",
    "frangi": "CHF",
}
UNITS = {
    "g": "mass-gram",
    "l": "volume-liter",
    "w": "power-watt",
    "kilowattitunti": "energy-kilowatt-hour",
    "kilowattitunni": "energy-kilowatt-hour",
    "megawattitunti": "energy-megawatt-hour",
    "megawattitunni": "energy-megawatt-hour",
    "gigawattitunti": "energy-gigawatt-hour",
    "gigawattitunni": "energy-gigawatt-hour",
    "terawattitunti": "energy-terawatt-hour",
    "terawattitunni": "energy-terawatt-hour",
    "j": "energy-joule",
    "t": "mass-tonne",
    "tn": "mass-tonne",
    "kilo": "mass-kilogram",
    "neliö": "area-square-meter",
    "neliömetri": "area-square-meter",
    "kuutiometri": "volume-cubic-meter",
    "kuutio": "volume-cubic-meter",
    "aste": "temperature-celsius",
    "celsiusaste": "temperature-celsius",
    "vuosi": "duration-year",
    "vuode": "duration-year",
    "vuote": "duration-year",
    "vuotta": "duration-year",
    "kuukausi": "duration-month",
    "kuukaude": "duration-month",
    "kuukaute": "duration-month",
    "kuukautta": "duration-month",
    "kk": "duration-month",
    "viikko": "duration-week",
    "viiko": "duration-week",
    "vko": "duration-week",
    "päivä": "duration-day",
    "vuorokausi": "duration-day",
    "vuorokaude": "duration-day",
    "vuorokaute": "duration-day",
    "vuorokautta": "duration-day",
    "vrk": "duration-day",
    "tunti": "duration-hour",
    "tunni": "duration-hour",
    "minuutti": "duration-minute",
    "minuuti": "duration-minute",
    "sekunti": "duration-second",
    "sekunni": "duration-second",
}
# what a number before the word is, in a reference to a statute
LEVELS = {
    "§": "section",
    "luku": "chapter",
    "luvu": "chapter",
    "lukuu": "chapter",
    "luvuissa": "chapter",
    "momentti": "subsection",
    "momenti": "subsection",
    "mom": "subsection",
    "kohta": "point",
    "kohda": "point",
    "kohdissa": "point",
    "kohtia": "point",
    "alakohta": "subpoint",
    "alakohda": "subpoint",
    "artikla": "article",
    "pykälä": "section",
    "osa": "part",
    "jakso": "part",
    "kappale": "paragraph",
    "liite": "annex",
}
# counted, not referred to: "16 kappaletta" are sixteen pieces, "kappaleessa 16" is a place
LOST_DAY = r"\bpäiv(?:änä|ään|ästä|än|ä)\s$"  # before a month without a day
REFERRING = (
    "mainit",
    "sanot",
    "kyseise",
    "samoi",
    "samas",
    "saman",
    "edellä",
)  # words that stand for a reference begin so
COUNTED = frozenset({"kappaletta", "osaa", "jaksoa"})
LEVELS_BEFORE = {
    "liite": "annex",
    "liittee": "annex",
    "liitteessä": "annex",
    "liitteissä": "annex",
    "liitteet": "annex",
    "liitteiden": "annex",
    "liitteitä": "annex",
    "liitteistä": "annex",
    "kohdassa": "point",
    "taulukko": "table",
    "tauluko": "table",
    "taulukossa": "table",
    "artikla": "article",
    "luku": "chapter",
    "kohta": "point",
}
# words that may stand for a number without being one; several values are separated by a space
VAGUE = {
    "molemmat": "2",
    "molempien": "2",
    "molempia": "2",
    "molemmissa": "2",
    "molemmille": "2",
    "kumpikin": "2",
    "kummankin": "2",
    "tusina": "12",
    "tusinan": "12",
    "puoli": "0.5 50",
    "puolen": "0.5 50",
    "puolet": "0.5 50",
    "puolta": "0.5 50",
    "puolessa": "0.5 50",
    "keskipäivällä": "12",
    "keskiyöllä": "24 0",
    "vuorokausi": "24 1",
    "vuorokauden": "24 1",
    "vuorokaudessa": "24 1",
    "kymmenet": "10",
    "kymmenien": "10",
    "kymmeniä": "10",
    "sadat": "100",
    "satoja": "100",
    "tuhannet": "1000",
    "tuhansia": "1000",
    "kaksin": "2",
}
# beginnings of words that speak of a number: vuosikymmen, kolmivuotinen, kaksikielinen
VAGUE_PARTS = {
    "vuosikymmen": "10",
    "vuosisa": "100",
    "vuositu": "1000",
    "yksi": "1",
    "yhde": "1",
    "yhte": "1",
    "ensi": "1",
    "ykkös": "1",
    "kaksi": "2",
    "kahde": "2",
    "kahte": "2",
    "kakkos": "2",
    "kolm": "3",
    "neljä": "4",
    "neli": "4",
    "nelos": "4",
    "viisi": "5",
    "viide": "5",
    "viito": "5",
    "kuusi": "6",
    "kuude": "6",
    "kuuto": "6",
    "seitsem": "7",
    "kahdeksa": "8",
    "yhdeksä": "9",
    "kymmen": "10",
    "kymppi": "10",
    "sata": "100",
    "sada": "100",
    "tuhat": "1000",
    "tuhan": "1000",
    "miljoon": "1000000",
    "miljard": "1000000000",
    "puoli": "0.5 6",
    "puole": "0.5 6",
    "vuosipuoli": "6",
    "kvartaali": "3",
    "neljännes": "3 4 15 25",
    "kolmanne": "3 33",
    "kolmasos": "3 33",
    "neljänne": "4 25",
    "neljäsos": "4 25",
    "viidenne": "5 20",
    "viidesos": "5 20",
    "maksuto": "0",
    "maksutt": "0",
    "ilmai": "0",
}
# what may stand between numbers that share the unit after the last
CONNECTIVES = frozenset(("–", "-", "—", ",", "ja", "tai", "sekä", "taikka", ", ja", "eli"))

# after a length: kilometriä tunnissa, 20 kilometrin tuntinopeudella
NAMES_ARE_CAPITALISED = False  # of months and weekdays
PHRASE_SIGNS = ("iljoon", "iljard", "uhat")  # one of which a text must hold for one of the phrases
# a phrase that is a number, and its value
PHRASES = (
    (r"(?<!ja\s)\bpuol(?:i|en|ta|ella|een|esta|essa)\smiljoon\w{1,6}", "500000"),
    (r"(?<!ja\s)\bpuol(?:i|en|ta|ella|een|esta|essa)\smiljard\w{1,6}", "500000000"),
    (r"\bpari(?:n|a)?\smiljoon\w{1,6}", "2000000"),
    (r"\bpari(?:n|a)?\smiljard\w{1,6}", "2000000000"),
    (r"\bpuol(?:i|en|ta)\stuhat\w{0,6}", "500"),
)
# a magnitude without a number: one of it
_NO_FEW = "".join(
    rf"(?<!{word}\s)"
    for word in words("muutama muutaman muutamaa usea usean monta monen montaa useaa")
)
MAGNITUDES_ALONE = (
    (rf"{_NO_FEW}\bmiljoona(?:n|a|an|lla|ssa|sta)?\b", "1000000"),
    (rf"{_NO_FEW}\bmiljard(?:i|in|ia|iin|illa|issa|ista)\b", "1000000000"),
)
# words that say of an amount that it is below zero, or less than before
BELOW_ZERO = (
    r"miinus|pakka|kylm|tappio|alijääm|velka|vaje|laske|lasku|lask[ei]|vähen|pienen|supistu|putos"
    r"|pudo|heikk|alle\b|alenn|aleni"
)
AND_A_HALF = r"\sja\spuol(?:i|en|ta)\b"
LETTER_WORDS = frozenset("")  # one letter, and a word all the same
PER = {"tunnissa": "hour", "tuntinopeu": "hour", "tuntivauh": "hour", "sekunnissa": "second"}
CLOCK = r"klo|kello|klo:|kello:|klo\."
CLOCK_ENDS = ("klo", "kello", ":", "klo.")  # a quick look before the pattern above
CLOCK_WORD = "klo"
TIME_SEPARATOR = "."
DAY_BEFORE_MONTH = (
    r"(?:(?<![\d.,/])(?P<first>\d{1,2})(?:\s(?:päivän|päivästä))?\.?\s?[–-]\s?)?"
    r"(?<![\d.,/])(?P<day>\d{1,2})(?:\.(?!\sp)|\.?\s?p(?:äivä(?:nä|stä|än|ä|n|ksi|ltä|lle|llä)?|:nä|:stä|:ään|\.))?\s$"
)
DAY_AFTER_MONTH = (
    r"\s(?P<day>\d{1,2})(?:\.(?!\d)|:nnen|:ntenä)?(?:\s(?:päivä(?:nä|stä|än|ä|n|ksi|ltä|lle)?|p:nä|pnä))"
    r"|\s(?P<day2>\d{1,2})\.(?=\s|$)"
)
YEAR_AFTER_MONTH = r"\s(?:vuonna\s|vuoden\s)?(?P<year>\d{4})(?!\d|[.,/]\d|\s?[–-]\s?\d{4})"
