"""A number in digits with what gives it meaning: per cent, currency, unit, level of a reference."""

import re
from dataclasses import dataclass

from kielipari.values.lexicon import CODES
from kielipari.values.model import ValueKind
from kielipari.values.scan import Scan
from kielipari.values.units import in_base_unit, in_whole, key_of, multiply, normalise

_AFTER = re.compile(
    r"(?::(?P<suffix>[^\W\d_]{1,5}))?"
    r"(?P<letter>[\s\u00a0]?[a-zåäö](?=[\s\u00a0,.;)–-]|$))?"
    r"[\s\u00a0\u202f]?-?(?P<word>[^\W\d_]{1,40}(?:/[^\W\d_]{1,4})?[²³23]?|[%‰€$£¥§]|[°º][\s\u00a0]?[cC]?)?"
)
_NEXT = re.compile(r"[\s\u00a0](?P<word>[^\W\d_]{1,40})|[\s\u00a0]?(?P<sign>[€$£¥])")
_TAIL = re.compile(r"[^\W_]{0,30}")
_RUN = re.compile(r"\d+")
_LONGEST_PLAIN = 4  # digits; what has more may be a phone number
_SYMBOLS = frozenset("€$£¥")
_COUNTED = (ValueKind.NUMBER, "")
_FIRST_YEAR, _LAST_YEAR = 1500, 2200
_YEAR_LENGTH, _GROUP_LENGTH = 4, 3
_ENGLISH_ORDINALS = frozenset({"st", "nd", "rd", "th"})
_LEADING = frozenset({"annex", "table"})  # liitteen 2 kohta 4
_SPEEDS = {
    "length-kilometer": {"hour": "speed-kilometer-per-hour"},
    "length-meter": {"second": "speed-meter-per-second"},
}


@dataclass(slots=True)
class _Reading:
    """A number with its surroundings.

    ``end`` is where the number with its suffix ends, ``word_end`` where the word after it does;
    ``before`` is the character before it and ``lead`` the word, where that may give it meaning;
    ``letter`` is a section's letter (20 a §), ``glued`` where no space parts it from the number.
    """

    start: int
    end: int
    number: str
    word: str
    word_end: int
    before: str
    lead: str
    letter: str = ""
    letter_end: int = 0
    glued: bool = False
    hyphened: bool = False


def read_number(scan: Scan, start: int, end: int) -> int:
    """Read the number at ``start`` and what belongs to it; return where reading goes on."""
    reading = _surroundings(scan, start, end)
    if reading.word or reading.letter or reading.lead or reading.before in _SYMBOLS:
        for read in (_percent, _money, _reference, _quantity):
            found = read(scan, reading)
            if found:
                return found
    return _bare(scan, reading)


def read_plain(scan: Scan, run: re.Match[str]) -> int:
    """Read digits that nothing but the word after them gives meaning to: 6 §, 20 euroa, 8 hakijaa.

    Returns where reading goes on, or 0 where it takes a closer look.
    """
    text, lexicon = scan.text, scan.lexicon
    start, end = run.span(1)
    if end - start > _LONGEST_PLAIN or text[start] == "0" or (start and text[start - 1] != " "):
        return 0
    kind, unit = lexicon.plain.get(run[2].lower(), _COUNTED)
    lead = scan.lead(start)
    if kind is None or lexicon.levels_before.get(lead) in _LEADING:
        return 0
    if kind is not ValueKind.REFERENCE and (
        lead in lexicon.leaders or scan.follows_clock_word(start)
    ):
        return 0
    number = run[1]
    if kind is ValueKind.NUMBER:
        scan.add(ValueKind.YEAR if _is_year(number) else kind, (start, end), (number,), number)
        return end
    end = run.end()
    if kind is ValueKind.MONEY:
        number, unit = in_whole(number, unit)
    elif unit in _SPEEDS:
        unit = _speed(scan, unit, end)
    scan.add(kind, (start, end), key_of(kind, number, unit), number, unit=unit)
    return end


def _surroundings(scan: Scan, start: int, end: int) -> _Reading:
    text, lexicon = scan.text, scan.lexicon
    before = text[start - 1] if start else " "
    lead = scan.lead(start)
    number = canonical(text[start:end], lexicon.decimal)
    after = _AFTER.match(text, end)
    if after is None or after.end() == end:
        return _Reading(start, end, number, "", end, before, lead)
    suffix, apart, written = after.groups("")
    letter, word = apart.strip(), written.lower()
    stop = end + 1 + len(suffix) if suffix else end
    letter_end, word_start = stop + len(apart), after.end() - len(written)
    if letter in lexicon.letter_words and not (
        word in lexicon.levels or text[letter_end : letter_end + 1] in {",", ";", ")"}
    ):
        word, letter = letter, ""  # bilaga 2 i förordningen
    elif written[:1].isupper() and word_start == end:
        word = ""  # 5G
    word_end = after.end() if word else letter_end
    reading = _Reading(
        start,
        stop,
        number,
        word,
        word_end,
        before,
        lead,
        letter,
        letter_end,
        glued=bool(letter) and not apart[0].isspace(),
        hyphened=bool(word) and text[word_start - 1] == "-",
    )
    if not letter and word in lexicon.magnitudes:
        _scale(scan, reading)
    elif word in lexicon.short_magnitudes and text[word_end : word_end + 1] in _SYMBOLS:
        reading.number = multiply(number, lexicon.short_magnitudes[word])  # 12 M€
        reading.word, reading.word_end, reading.letter = text[word_end], word_end + 1, ""
    return reading


def _scale(scan: Scan, reading: _Reading) -> None:
    """Multiply by a million and the like, and go on to the word after that."""
    text = scan.text
    reading.number = multiply(reading.number, scan.lexicon.magnitudes[reading.word])
    reading.end = reading.word_end
    following = _NEXT.match(text, reading.end + text.startswith(".", reading.end))
    reading.word = (following["word"] or following["sign"]).lower() if following else ""
    reading.word_end = following.end() if following else reading.end


def _percent(scan: Scan, reading: _Reading) -> int:
    sign = scan.lexicon.percent.get(reading.word)
    if sign is None or reading.letter:
        return 0
    number = reading.number
    scan.add(
        ValueKind.PERCENT, (reading.start, reading.word_end), (number, sign), number, unit=sign
    )
    return reading.word_end


def _money(scan: Scan, reading: _Reading) -> int:
    lexicon = scan.lexicon
    start, end = reading.start, reading.word_end
    if reading.before in _SYMBOLS:
        currency = lexicon.currencies.get(reading.before, reading.before)
        start, end = start - 1, reading.end
    elif reading.lead in CODES and not reading.letter:
        currency, start, end = reading.lead.upper(), start - 4, reading.end
    elif reading.letter:
        return 0
    else:
        word, slash, per = reading.word.partition("/")  # 59 cent/km
        currency, end = lexicon.currencies.get(word, ""), end - len(slash + per)
        if not currency:
            return 0
    number, currency = in_whole(reading.number, currency)
    scan.add(ValueKind.MONEY, (start, end), (number, currency), number, unit=currency)
    return end


def _reference(scan: Scan, reading: _Reading) -> int:
    lexicon = scan.lexicon
    level = "" if reading.hyphened else lexicon.levels.get(reading.word, "")  # 1990-luvulla
    leader = lexicon.levels_before.get(reading.lead, "") if reading.before in " \u00a0" else ""
    if not (level or leader):
        return 0
    number, end = reading.number, reading.end
    if reading.letter:
        number, end = number + reading.letter, reading.letter_end
    if leader in _LEADING:
        level = ""
    if level:
        end = reading.word_end
    elif leader == "article" and "." in number:
        return _article_and_points(scan, reading.start, end)
    use = level or leader
    scan.add(ValueKind.REFERENCE, (reading.start, end), (use, number), number, unit=use)
    if not level:
        scan.led.add(reading.start)
    return end


def _article_and_points(scan: Scan, start: int, end: int) -> int:
    """Read "artikel 40.2" as what Finnish writes out: article 40, point 2."""
    for index, match in enumerate(_RUN.finditer(scan.text, start, end)):
        level, number = "point" if index else "article", normalise(match[0])
        scan.add(ValueKind.REFERENCE, match.span(), (level, number), number, unit=level)
    scan.led.add(start)
    return end


def _quantity(scan: Scan, reading: _Reading) -> int:
    unit = scan.lexicon.units.get(reading.letter or reading.word)
    if unit is None:
        return 0
    end = reading.letter_end if reading.letter else reading.word_end
    if unit in _SPEEDS:
        unit = _speed(scan, unit, end)
    number = reading.number
    scan.add(
        ValueKind.QUANTITY, (reading.start, end), in_base_unit(number, unit), number, unit=unit
    )
    return end


def _speed(scan: Scan, unit: str, end: int) -> str:
    """Return the speed that a length is when "an hour" follows it."""
    following = scan.text[end + 1 : end + 12].lower()
    for words, time in scan.lexicon.per.items():
        if following.startswith(words):
            return _SPEEDS[unit].get(time, unit)
    return unit


def _bare(scan: Scan, reading: _Reading) -> int:
    """Add a number that stands alone; a letter after it may still prove to be a section's."""
    text, start, number = scan.text, reading.start, reading.number
    end = reading.letter_end if reading.glued else reading.end
    follows = text[end : end + 3]
    if follows[:1].isalpha():  # 5G, 13th
        tail = _TAIL.match(text, end)
        stop = tail.end() if tail else end
        if text[end:stop].lower() in _ENGLISH_ORDINALS:
            scan.add(ValueKind.ORDINAL, (start, stop), (number,), number)
        else:
            scan.add(ValueKind.NAME, (start, stop), (text[start:stop].casefold(),))
        return stop
    kind = ValueKind.NUMBER
    if ":" in text[start:end] or (
        follows[:1] == "." and follows[1:2].isspace() and follows[2:].islower()
    ):
        kind = ValueKind.ORDINAL
    elif end - start == _YEAR_LENGTH and _is_year(number):
        kind = ValueKind.YEAR
    scan.add(kind, (start, end), (number,), number, unit="" if reading.glued else reading.letter)
    return end


def _is_year(number: str) -> bool:
    return (
        len(number) == _YEAR_LENGTH and number.isdigit() and _FIRST_YEAR <= int(number) < _LAST_YEAR
    )


def measured(
    scan: Scan, number: str, end: int
) -> tuple[ValueKind, int, tuple[str, ...], str] | None:
    """Read the unit, currency or per cent after a number in words: kind, end, key and unit."""
    lexicon = scan.lexicon
    following = _NEXT.match(scan.text, end)
    if following is None:
        return None
    word = (following["word"] or following["sign"]).lower()
    if sign := lexicon.percent.get(word):
        return ValueKind.PERCENT, following.end(), (number, sign), sign
    if currency := lexicon.currencies.get(word):
        amount, code = in_whole(number, currency)
        return ValueKind.MONEY, following.end(), (amount, code), code
    if unit := lexicon.units.get(word):
        return ValueKind.QUANTITY, following.end(), in_base_unit(number, unit), unit
    return None


def canonical(written: str, decimal: str) -> str:
    """Return a number in digits as a normalised decimal; what is no number, as it stands.

    The decimal mark is the language's, the other one groups where three digits follow it.
    """
    if written.isdecimal():
        return normalise(written)
    compact = "".join(written.split())
    other = "." if decimal == "," else ","
    whole, mark, fraction = compact.partition(decimal)
    if mark and not fraction.isdigit():
        return compact
    if other in whole:
        head, *groups = whole.split(other)
        if not mark and len(groups) == 1 and (len(groups[0]) != _GROUP_LENGTH or head == "0"):
            return normalise(f"{head}.{groups[0]}")
        if any(len(group) != _GROUP_LENGTH for group in groups):
            return compact
        whole = head + "".join(groups)
    return normalise(f"{whole}.{fraction}" if mark else whole)
