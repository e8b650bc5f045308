"""Numbers in digits, with whatever gives them meaning before and after: unit, currency, level."""

import re

from kielipari.values.contacts import announces_phone, business_id, iban, phone
from kielipari.values.dates import clock, numeric_date
from kielipari.values.model import ValueKind
from kielipari.values.scan import Draft, Scan
from kielipari.values.units import in_base_unit, multiply, normalise

_AFTER = re.compile(
    r"(?::(?P<suffix>[^\W\d_]{1,5}))?"
    r"(?P<letter>[\s\u00a0]?[a-zåäö](?=[\s\u00a0,.;)–-]|$))?"
    r"[\s\u00a0\u202f]?-?(?P<word>[^\W\d_]{1,40}(?:/[^\W\d_]{1,4})?[²³23]?|[%‰€$£¥§]|°[\s\u00a0]?[cC]?)?"
)
_NEXT = re.compile(r"[\s\u00a0]([^\W\d_]{1,40}|[€$£¥])")
_ACT = re.compile(
    r"(\d{1,4}/\d{4}|\d{4}/\d{1,4}|\d{2}/\d{1,4}(?=/[A-ZÅÄÖ]{2,4}))(?:/[A-ZÅÄÖ]{2,4}(?!\w))?(?![\d/])"
)
_SHORT_ACT = re.compile(r"(?<=\()\d{1,4}/\d{2}(?=\))")
_FRACTION = re.compile(r"\d{1,4}/\d{1,4}(?!\d)")
_DASHED_PHONE = re.compile(r"\d{3}-\d{3}-\d{4}(?!\d)")
_NAME_BEFORE = re.compile(r"[^\W_]{1,30}-?$")
_NAME_AFTER = re.compile(r"[^\W_]{0,30}")
_RUN = re.compile(r"\d+")
_MARKER = re.compile(
    r"\s*(?:\(?\d{1,3}\)|\d{1,3}\.(?=\s)|\d{1,2}(?:\.\d{1,2}){1,3}\.?(?=\s+[^\W\d_a-zåäö])"
    r"|[a-zåäö]\)|[IVX]{1,5}[.)])(?=\s)"
)
_SYMBOLS = "€$£¥"
_FIRST_YEAR, _LAST_YEAR = 1500, 2200
_LEVEL_LETTERS = frozenset("abcdefghijklmnopqrstuvwxyzåäö")


def marker(text: str) -> str:
    """Return the list marker or heading number that a segment begins with, or nothing."""
    match = _MARKER.match(text)
    return match[0].strip() if match else ""


def numbers(scan: Scan) -> None:
    """Read every number in digits that nothing else has used."""
    text, lexicon = scan.text, scan.lexicon
    opening = _MARKER.match(text)
    if opening and scan.free(opening.start(), opening.end()):
        scan.take(opening.start(), opening.end())
    position, number = 0, lexicon.number.match
    for run in _RUN.finditer(text):
        start = run.start()
        if start < position or scan.taken[start]:
            continue
        match = number(text, start)
        end = match.end() if match else run.end()
        position = _special(scan, start, end) or _plain(scan, start, end)
    _share_units(scan)


def _special(scan: Scan, start: int, end: int) -> int:
    """Read what is more than a number: a name, date, time, reference, phone number; else 0."""
    text = scan.text
    before = text[start - 1] if start else " "
    after = text[end] if end < len(text) else " "
    if before.isalpha() or before == "_" or (before in "-–" and start > 1 and text[start - 2].isalpha()):
        return _name(scan, start, end)
    if text.endswith(scan.lexicon.clock_ends, max(0, start - 14), start) and (
        scan.lexicon.clock.search(text[max(0, start - 14) : start])
    ):
        found = clock(scan, start, announced=True)
        if found > start:
            return found
    first, long = text[start], end - start
    if after in "./:-–—" or "." in text[start:end] or "/" in text[start : end + 3]:
        for read in (numeric_date, _clock, business_id, _act, _dashed_phone):
            if after in ".-–—" and read is numeric_date and _led_by_level(scan, start):
                continue
            found = read(scan, start)
            if found > start:
                return found
    elif after in " \u00a0apAP":
        found = _clock(scan, start) if text[end : end + 4].strip()[:1].lower() in "ap" and text[
            end : end + 4
        ].lower().rstrip(". ").endswith("m") else start
        if found > start:
            return found
    if (
        before in "+("
        or (first == "0" and long > 1)
        or long > 4  # noqa: PLR2004 - no year
        or (after in " \u00a0-" and text[end + 1 : end + 2].isdigit())
    ):
        return _phone(scan, start - 1 if before == "+" else start, start)
    return 0


def _phone(scan: Scan, start: int, digits_at: int) -> int:
    text = scan.text
    announced = text[start] in "+0" or announces_phone(text, start)
    if not announced or text[digits_at : digits_at + 2] in {"0,", "0."}:
        return 0
    found = phone(scan, start, announced=announced)
    return found if found > start else 0


def _clock(scan: Scan, start: int) -> int:
    return clock(scan, start, announced=False)


def _led_by_level(scan: Scan, start: int) -> bool:
    return _word_before(scan.text, start) in scan.lexicon.levels_before


def _word_before(text: str, start: int) -> str:
    """Return the word that a space parts from ``start``, in lower case; at most 24 letters."""
    begin = text.rfind(" ", max(0, start - 26), start - 1) + 1
    return text[begin : start - 1].rstrip(".").lower() if begin or start <= 26 else ""


def _act(scan: Scan, start: int) -> int:
    """Read the number of an act: 423/2003, (EU) 2016/679, HE 123/2020; or a mere fraction."""
    match = _ACT.match(scan.text, start) or _SHORT_ACT.match(scan.text, start)
    if match:
        number = match[1] if match.re is _ACT else match[0]
        scan.add(ValueKind.REFERENCE, start, match.end(), ("act", number), number, "act")
        return match.end()
    match = _FRACTION.match(scan.text, start)
    if match:
        scan.add(ValueKind.NAME, start, match.end(), (match[0],))
        return match.end()
    return start


def _dashed_phone(scan: Scan, start: int) -> int:
    match = _DASHED_PHONE.match(scan.text, start)
    if match is None:
        return start
    scan.add(ValueKind.PHONE, start, match.end(), (match[0].replace("-", ""),))
    return match.end()


def _name(scan: Scan, start: int, end: int) -> int:
    """Read a name with digits in it, COVID-19 or EU28, as a token; or an account number."""
    text = scan.text
    head = _NAME_BEFORE.search(text[max(0, start - 31) : start])
    begin = start - (len(head[0]) if head else 0)
    if start - begin == 2 and text[begin:start].isupper():  # noqa: PLR2004 - a country code
        found = iban(scan, begin)
        if found > begin:
            return found
    after = _NAME_AFTER.match(text, end)
    stop = after.end() if after else end
    if scan.free(begin, stop):
        scan.add(ValueKind.NAME, begin, stop, (text[begin:stop].casefold(),))
    return stop


def _plain(scan: Scan, start: int, end: int) -> int:
    """Read a number and what follows it; return where reading goes on."""
    text, lexicon = scan.text, scan.lexicon
    number = canonical(text[start:end], lexicon.decimal)
    after = _AFTER.match(text, end)
    if after is None:  # cannot be: every part is optional
        return end
    letter = (after["letter"] or "").strip()
    word = (after["word"] or "").lower()
    if letter in lexicon.letter_words and not (
        word in lexicon.levels or text[after.end("letter") : after.end("letter") + 1] in ",;)"
    ):  # bilaga 2 i förordningen
        word, letter = letter, ""
    if word and after.start("word") == end and after["word"][0].isupper():  # 5G
        word = ""
    stop = after.end("suffix") if after["suffix"] else end
    word_end = after.end("word") if word else stop
    if letter and not word:
        word_end = after.end("letter")
    scaled = False
    if word in lexicon.magnitudes and not letter:
        number = multiply(number, lexicon.magnitudes[word])
        scaled, stop = True, word_end
        following = _NEXT.match(text, word_end + (text[word_end : word_end + 1] == "."))
        word = following[1].lower() if following else ""
        word_end = following.end() if following else word_end
    glued = bool(letter) and not after["letter"][0].isspace()
    before = text[start - 1] if start else " "
    if word in lexicon.percent and not letter:
        sign = lexicon.percent[word]
        scan.add(ValueKind.PERCENT, start, word_end, (number, sign), number, sign)
        return word_end
    currency = lexicon.currencies.get(word) if not letter else None
    if before in _SYMBOLS and before:
        currency = lexicon.currencies.get(before, before)
        start -= 1
        word_end = stop
    if currency is not None:
        scan.add(
            ValueKind.MONEY, start, word_end, (number, currency), number, currency, scaled=scaled
        )
        return word_end
    level = lexicon.levels.get(word)
    leader = None
    if before in " \u00a0":
        leader = lexicon.levels_before.get(_word_before(text, start))
    if level or leader or letter or glued:
        if letter and letter in _LEVEL_LETTERS and (level or leader or glued):
            number, stop = number + letter, after.end("letter")
        elif letter:
            level = None
        if level or leader:
            use = level or leader or ""
            if leader == "article" and not level and "." in number:
                return _article_and_points(scan, start, stop)
            scan.add(
                ValueKind.REFERENCE,
                start,
                word_end if level else stop,
                (use, number),
                number,
                use,
                led=not level,
            )
            return word_end if level else stop
    unit = lexicon.units.get(word if not letter else letter)
    if unit is not None:
        word_end = word_end if not letter else after.end("letter")
        unit = _speed(scan, unit, word_end) if unit in _SPEEDS else unit
        scan.add(
            ValueKind.QUANTITY, start, word_end, in_base_unit(number, unit), number, unit, scaled=scaled
        )
        return word_end
    if glued and letter:
        stop = after.end("letter")
    return _bare(scan, start, stop, number, letter if not glued else "", scaled=scaled)


def _article_and_points(scan: Scan, start: int, end: int) -> int:
    """Read "artikel 40.2" as what Finnish writes out: article 40, point 2."""
    position = start
    for index, match in enumerate(_RUN.finditer(scan.text, start, end)):
        level = "point" if index else "article"
        number = normalise(match[0])
        scan.add(
            ValueKind.REFERENCE, *match.span(), (level, number), number, level, led=not index
        )
        position = match.end()
    return max(position, end)


_SPEEDS = {
    "length-kilometer": {"hour": "speed-kilometer-per-hour"},
    "length-meter": {"second": "speed-meter-per-second"},
}


def _speed(scan: Scan, unit: str, end: int) -> str:
    """Return the speed that a length is when "an hour" follows it."""
    following = scan.text[end + 1 : end + 12].lower()
    for words, time in scan.lexicon.per.items():
        if following.startswith(words):
            return _SPEEDS[unit].get(time, unit)
    return unit


def measured(
    scan: Scan, number: str, end: int
) -> tuple[ValueKind, int, tuple[str, ...], str] | None:
    """Read the unit, currency or per cent after a number in words: kind, end, key and unit."""
    lexicon = scan.lexicon
    following = _NEXT.match(scan.text, end)
    if following is None:
        return None
    word = following[1].lower()
    if sign := lexicon.percent.get(word):
        return ValueKind.PERCENT, following.end(), (number, sign), sign
    if currency := lexicon.currencies.get(word):
        return ValueKind.MONEY, following.end(), (number, currency), currency
    if unit := lexicon.units.get(word):
        return ValueKind.QUANTITY, following.end(), in_base_unit(number, unit), unit
    return None


def _bare(scan: Scan, start: int, end: int, number: str, letter: str, *, scaled: bool) -> int:
    """Add a number that stands alone; a letter after it may still prove to be a section's."""
    text = scan.text
    follows = text[end : end + 3]
    if follows[:1] and follows[0].isalpha():  # 5G, 13th
        after = _NAME_AFTER.match(text, end)
        stop = after.end() if after else end
        tail = text[end:stop].lower()
        if tail in {"st", "nd", "rd", "th"}:
            scan.add(ValueKind.ORDINAL, start, stop, (number,), number)
        else:
            scan.add(ValueKind.NAME, start, stop, (text[start:stop].casefold(),))
        return stop
    kind = ValueKind.NUMBER
    if ":" in text[start:end] or (follows[:1] == "." and follows[1:2].isspace() and follows[2:].islower()):
        kind = ValueKind.ORDINAL
    elif end - start == 4 and number.isdigit() and _FIRST_YEAR <= int(number) < _LAST_YEAR:  # noqa: PLR2004
        kind = ValueKind.YEAR
    scan.add(kind, start, end, (number,), number, letter, scaled=scaled)
    return end


def canonical(written: str, decimal: str) -> str:
    """Return a number in digits as a normalised decimal; what is no number, as it stands.

    The decimal mark is the language's, the other one groups where three digits follow it.
    """
    compact = "".join(c for c in written if not c.isspace())
    other = "." if decimal == "," else ","
    whole, mark, fraction = compact.partition(decimal)
    if mark and not fraction.isdigit():
        return compact
    if other in whole:
        head, *groups = whole.split(other)
        if not mark and len(groups) == 1 and (len(groups[0]) != 3 or head == "0"):  # noqa: PLR2004 - digits of a group
            return normalise(f"{head}.{groups[0]}")
        if any(len(group) != 3 for group in groups):  # noqa: PLR2004 - see above
            return compact
        whole = head + "".join(groups)
    return normalise(f"{whole}.{fraction}" if mark else whole)


def _share_units(scan: Scan) -> None:
    """Give the numbers of a list or range the unit of its last, the level of its first."""
    drafts = scan.drafts
    drafts.sort(key=lambda draft: draft.start)
    for left, right in zip(drafts[-2::-1], drafts[:0:-1], strict=False):
        if left.kind in _BARE and right.unit and not right.led and _joined(scan, left, right):
            _lend(left, right, dash=scan.text[left.end : right.start].strip() in {"–", "-", "—"})
    for left, right in zip(drafts, drafts[1:], strict=False):
        if right.kind in _BARE and left.led and _joined(scan, left, right):
            _lend(right, left, dash=False)
            right.led = True
    for draft in drafts:
        if draft.kind in _BARE:
            draft.unit = ""


_BARE = frozenset({ValueKind.NUMBER, ValueKind.YEAR, ValueKind.ORDINAL})
_SHARED = frozenset(
    {ValueKind.REFERENCE, ValueKind.PERCENT, ValueKind.MONEY, ValueKind.QUANTITY}
)


def _joined(scan: Scan, left: Draft, right: Draft) -> bool:
    between = scan.text[left.end : right.start]
    if left.unit and left.kind in _BARE:  # a letter that belongs to it: 20 a ja 20 b §
        between = between.strip().removeprefix(left.unit)
    return between.strip() in scan.lexicon.connectives


def _lend(to: Draft, lender: Draft, *, dash: bool) -> None:
    if lender.kind not in _SHARED or lender.unit == "act" or not to.certain:
        return
    if lender.kind is ValueKind.REFERENCE:
        to.number += to.unit
        to.key = (lender.unit, to.number)
    elif to.kind is ValueKind.YEAR and not dash:
        return
    elif lender.kind is ValueKind.QUANTITY:
        to.key = in_base_unit(to.number, lender.unit)
    else:
        to.key = (to.number, lender.unit)
    to.kind, to.unit = lender.kind, lender.unit
