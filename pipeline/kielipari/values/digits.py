"""Everything in digits: dates, times, names, references and phone numbers first, then numbers."""

import re
from collections.abc import Callable

from kielipari.values.contacts import announces_phone, business_id, iban, phone
from kielipari.values.dates import clock, numeric_date, slashed_date
from kielipari.values.lists import share_units
from kielipari.values.measures import read_number, read_plain
from kielipari.values.model import ValueKind
from kielipari.values.scan import Scan

_ACT = re.compile(
    r"(\d{1,4}/\d{4}|\d{4}/\d{1,4}|\d{2}/\d{1,4}(?=/[A-ZÅÄÖ]{2,4}))(?:/[A-ZÅÄÖ]{2,4}(?!\w))?(?![\d/])"
)
_SHORT_ACT = re.compile(r"(?<=\()\d{1,4}/\d{2}(?=\))")
_FRACTION = re.compile(r"\d{1,4}/\d{1,4}(?!\d)")
_DASHED_PHONE = re.compile(r"\d{3}-\d{3}-\d{4}(?!\d)")
_NAME_BEFORE = re.compile(r"[^\W_]{1,30}-?$")
_NAME_AFTER = re.compile(r"[^\W_]{0,30}")
_DIGIT = re.compile(r"\d")
_RUN = re.compile(r"(\d+)(?:[ \u00a0](§|[^\W\d_]{2,40}(?![\w/])))?")  # with the word after it
_MARKER = re.compile(
    r"\s*(?:\(?\d{1,3}\)|\d{1,3}\.(?=\s)|\d{1,2}(?:\.\d{1,2}){1,3}\.?(?=\s+[^\W\d_a-zåäö])"
    r"|[a-zåäö]\)|[IVX]{1,5}[.)])(?=\s)"
)


def marker(text: str) -> str:
    """Return the list marker or heading number that a segment begins with, or nothing."""
    return text[: opening_marker(text)].strip()


def digits_and_marker(text: str, *, in_marker: bool) -> tuple[bool, int]:
    """Return whether there are digits (``in_marker`` at least), and where an opening marker ends."""
    digit, opening = _DIGIT.search(text), 0
    if digit:
        opening = opening_marker(text)
        if digit.start() < opening and not in_marker:
            digit = _DIGIT.search(text, opening)
    return digit is not None, opening


def opening_marker(text: str) -> int:
    """Return where the list marker or heading number ends that a segment begins with; else 0."""
    match = _MARKER.match(text)
    return match.end() if match else 0


_INSIDE = frozenset("., \u00a0\u202f\u2009")  # what a number goes on after
_JOINERS = frozenset("./:-–—")
_BEFORE_MERIDIEM = frozenset(" \u00a0apAP")
_MERIDIEM = re.compile(r"[\s\u00a0]?[apAP]\.?[mM]\b")
_TIMES = frozenset("xX")
_CLOCK_MARKS = frozenset(".:")
_SIZE = re.compile(r"([1-9]\d{0,4})[xX]([1-9]\d{0,4})(?:px)?(?![^\W_])")  # 640x480
_LONGEST_YEAR = 4
_COUNTRY_CODE = 2


def numbers(scan: Scan, opening: int) -> None:
    """Read every number in digits that nothing else has used; a marker ends at ``opening``."""
    text, lexicon = scan.text, scan.lexicon
    if opening and scan.free(0, opening):
        scan.take(0, opening)
    position, number = 0, lexicon.number.match
    for run in _RUN.finditer(text):
        start, end = run.span(1)
        if start < position or scan.taken[start]:
            continue
        word = run[2]
        position = read_plain(scan, run) if word else 0
        if not position:
            if text[end : end + 1] in _INSIDE and (match := number(text, start)):
                end = match.end()
            position = _special(scan, start, end) or read_number(scan, start, end)
    share_units(scan)


def _special(scan: Scan, start: int, end: int) -> int:
    """Read what is more than a number: a name, date, time, reference, phone number; else 0."""
    text = scan.text
    before = text[start - 1] if start else " "
    after = text[end] if end < len(text) else " "
    if (
        before.isalpha()
        or before == "_"
        or (before in "-–" and text[max(0, start - 2) : start - 1].isalpha())
    ):
        return _name(scan, start, end)
    if after in _TIMES and (size := _SIZE.match(text, start)):
        for group in (1, 2):
            scan.add(ValueKind.NUMBER, size.span(group), (size[group],), size[group])
        return size.end()
    if (
        (before.isspace() or before in _CLOCK_MARKS)
        and scan.follows_clock_word(start)
        and (found := clock(scan, start, announced=True)) > start
    ):
        return found
    if after in _JOINERS or "." in text[start:end] or "/" in text[start : end + 3]:
        found = _compound(scan, start, after)
    elif after in _BEFORE_MERIDIEM:
        found = _clock(scan, start) if _MERIDIEM.match(text, end) else start
    else:
        found = start
    if found == start and _may_be_phone(text, start, end):
        found = _phone(scan, start - 1 if before == "+" else start, start)
    return found if found > start else 0


def _compound(scan: Scan, start: int, after: str) -> int:
    """Read numbers joined by points, slashes, colons or dashes into one thing."""
    readers = _WITH_SLASH if after == "/" else _JOINED
    if after in ".-–—" and scan.lead(start) in scan.lexicon.levels_before:
        readers = _JOINED[1:]  # artikel 9.1–9.3
    for read in readers:
        found = read(scan, start)
        if found > start:
            return found
    return start


def _may_be_phone(text: str, start: int, end: int) -> bool:
    after = text[end : end + 2]
    return (
        text[start - 1 : start] in {"+", "("}
        or (text[start] == "0" and end - start > 1)
        or end - start > _LONGEST_YEAR
        or (after[:1] in {" ", "\u00a0", "-"} and after[1:].isdigit())
    )


def _phone(scan: Scan, start: int, digits_at: int) -> int:
    text = scan.text
    announced = text[start] in "+0" or announces_phone(text, start)
    if not announced or text[digits_at : digits_at + 2] in {"0,", "0."}:
        return 0
    found = phone(scan, start, announced=announced)
    return found if found > start else 0


def _clock(scan: Scan, start: int) -> int:
    return clock(scan, start, announced=False)


def _act(scan: Scan, start: int) -> int:
    """Read the number of an act: 423/2003, (EU) 2016/679, HE 123/2020."""
    match = _ACT.match(scan.text, start) or _SHORT_ACT.match(scan.text, start)
    if match:
        number = match[1] if match.re is _ACT else match[0]
        scan.add(ValueKind.REFERENCE, (start, match.end()), ("act", number), number, unit="act")
        return match.end()
    return start


def _fraction(scan: Scan, start: int) -> int:
    match = _FRACTION.match(scan.text, start)
    if match is None:
        return start
    scan.add(ValueKind.NAME, (start, match.end()), (match[0],))
    return match.end()


def _dashed_phone(scan: Scan, start: int) -> int:
    match = _DASHED_PHONE.match(scan.text, start)
    if match is None:
        return start
    scan.add(ValueKind.PHONE, (start, match.end()), (match[0].replace("-", ""),))
    return match.end()


_Readers = tuple[Callable[[Scan, int], int], ...]
_JOINED: _Readers = (numeric_date, _clock, business_id, _act, _fraction, _dashed_phone)
_WITH_SLASH: _Readers = (_act, slashed_date, _fraction)


def _name(scan: Scan, start: int, end: int) -> int:
    """Read a name with digits in it, COVID-19 or EU28, as a token; or an account number."""
    text = scan.text
    head = _NAME_BEFORE.search(text[max(0, start - 31) : start])
    begin = start - (len(head[0]) if head else 0)
    if start - begin == _COUNTRY_CODE and text[begin:start].isupper():
        found = iban(scan, begin)
        if found > begin:
            return found
    after = _NAME_AFTER.match(text, end)
    stop = after.end() if after else end
    if scan.free(begin, stop):
        scan.add(ValueKind.NAME, (begin, stop), (text[begin:stop].casefold(),))
    return stop
