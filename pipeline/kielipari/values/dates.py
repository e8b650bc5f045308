"""Dates, in digits and with the month's name, weekdays and times of day."""

import re
from datetime import date

from kielipari.values.lexicon import Sort, Word
from kielipari.values.model import ValueKind
from kielipari.values.scan import Scan
from kielipari.values.units import normalise

_CONTEXT = 40  # characters that a day or a year may stand away from its month
_DIGIT = re.compile(r"\d")
_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?!\d)")
_DMY = re.compile(r"(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})(?!\d)")
_SLASHED = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})(?![\d/])")
_DM = re.compile(r"(\d{1,2})\.\s?(\d{1,2})\.(?!\s?\d)")
_RANGES = (  # 1.1.–31.12.2021, 1.5–31.7 and 1.–3.3.2026
    re.compile(
        r"(?P<d1>\d{1,2})\.(?P<m1>\d{1,2})\.?\s?(?P<y1>\d{4})?\s?[–—-]\s?"
        r"(?P<d2>\d{1,2})\.(?P<m2>\d{1,2})(?:\.\s?(?P<y2>\d{4})?)?(?!\d)"
    ),
    re.compile(
        r"(?P<d1>\d{1,2})\.?(?P<m1>(?!))?(?P<y1>(?!))?\s?[–—-]\s?"
        r"(?P<d2>\d{1,2})\.(?P<m2>\d{1,2})\.(?:\s?(?P<y2>\d{4}))?(?!\d)"
    ),
)
_COLON = re.compile(r"(\d{1,2}):([0-5]\d)(?![\d:])")
_DOTTED_RANGE = re.compile(r"(\d{1,2})\.([0-5]\d)\s?[–-]\s?(\d{1,2})\.([0-5]\d)(?![\d.]\d|\d)")
_CLOCKED = re.compile(
    r"(\d{1,2})(?:[.:]([0-5]\d)|:[a-zåäö]{1,4}(?!\w))?(?![\d:])"
    r"(?:\s?[–-]\s?(?!\d{1,2}\.\s?\d{1,2}\.)(\d{1,2})(?:[.:]([0-5]\d))?(?![\d:]))?"
)
_MERIDIEM = re.compile(r"(\d{1,2})(?:[:.]([0-5]\d))?\s?([ap])\.?m\b\.?", re.IGNORECASE)
_DASHED_WORD = re.compile(r"[–-]\s?([^\W\d_]{2,4})(?!\w)")
_WORD_AT_END = re.compile(r"(?<!\w)([^\W\d_]{2,4})\.?\s?$")
_MONTHS, _DAYS, _HOURS = 12, 31, 24


def day_key(year: str | None, month: str, day: str) -> tuple[str, str, str] | None:
    """Return a date's key, or None where the calendar has no such day."""
    if not (1 <= int(month) <= _MONTHS and 1 <= int(day) <= _DAYS):
        return None
    return (year or "", normalise(month), normalise(day))


def is_on_calendar(key: tuple[str, ...]) -> bool:
    """Whether a full date exists (30 February does not)."""
    try:
        date(int(key[0]), int(key[1]), int(key[2]))
    except ValueError:
        return False
    return True


def weekday_of(key: tuple[str, ...]) -> str | None:
    """Return the weekday, 1 for Monday, of a full date that exists, else None."""
    if not all(key) or not is_on_calendar(key):
        return None
    return str(date(int(key[0]), int(key[1]), int(key[2])).isoweekday())


def named_dates(scan: Scan, words: list[tuple[int, int, Word]]) -> None:
    """Read months by name with the day and the year around them, and weekdays."""
    for index, (start, end, word) in enumerate(words):
        if word.sort is Sort.WEEKDAY:
            scan.add(ValueKind.WEEKDAY, (start, end), (word.value,))
        elif word.sort is Sort.MONTH and (
            scan.text[start].isupper() or not scan.lexicon.names_are_capitalised
        ):
            _month(scan, start, end, word.value, words[index - 1] if index else None)


def weekday_ranges(scan: Scan) -> None:
    """Read abbreviated weekdays, which are safe to read only in ranges: ma–pe, mån–fre."""
    text, days = scan.text, scan.lexicon.weekday_abbreviations
    for right in _DASHED_WORD.finditer(text):
        left = _WORD_AT_END.search(text[max(0, right.start() - 7) : right.start()])
        if left and left[1].lower() in days and right[1].lower() in days:
            start = right.start() - len(left[0])
            scan.add(ValueKind.WEEKDAY, (start, start + len(left[1])), (days[left[1].lower()],))
            scan.add(ValueKind.WEEKDAY, right.span(1), (days[right[1].lower()],))


def _month(
    scan: Scan, start: int, end: int, month: str, before: tuple[int, int, Word] | None
) -> None:
    text, lexicon = scan.text, scan.lexicon
    day, first_at = "", start
    digits = _DIGIT.search(text, max(0, start - _CONTEXT), start)
    match = lexicon.day_before_month.search(text, digits.start(), start) if digits else None
    if match and scan.taken[match.start("day")]:
        match = None  # marraskuun 1 päivästä huhtikuun 30 päivään
    if match and _is_day(match["day"]):
        day, first_at = match["day"], match.start("day")
    elif (after := lexicon.day_after_month.match(text, end)) and _is_day(
        after["day"] or after["day2"]
    ):
        day, end = after["day"] or after["day2"], after.end()
        match = None
    elif before and before[2].sort is Sort.ORDINAL and start - before[1] == 1:
        day, first_at, match = before[2].value, before[0], None
    else:
        match = None
    year_match = lexicon.year_after_month.match(text, end)
    year = year_match["year"] if year_match else ""
    end = year_match.end("year") if year_match else end
    if match and match["first"] and _is_day(match["first"]):
        scan.add(ValueKind.DATE, match.span("first"), (year, month, normalise(match["first"])))
    if day and int(day) > _DAYS:
        day, first_at = "", start
    scan.add(ValueKind.DATE, (first_at, end), (year, month, normalise(day) if day else ""))


def _is_day(day: str) -> bool:
    return 1 <= int(day) <= _DAYS


def numeric_date(scan: Scan, start: int) -> int:
    """Read a date in digits, or a range of dates, at ``start``; return its end, or ``start``."""
    text = scan.text
    if match := _ISO.match(text, start):
        key = day_key(match[1], match[2], match[3])
        return _dates(scan, start, [(match.start(), match.end(), key)])
    for pattern in _RANGES:
        if match := pattern.match(text, start):
            part = match.groupdict()
            first = day_key(part["y1"] or part["y2"], part["m1"] or part["m2"], part["d1"])
            second = day_key(part["y2"], part["m2"], part["d2"])
            split = match.start("d2")
            found = [(start, _trim(text, split), first), (split, match.end(), second)]
            return _dates(scan, start, found)
    if match := _DMY.match(text, start):
        key = day_key(match[3], match[2], match[1])
        return _dates(scan, start, [(start, match.end(), key)])
    if match := _DM.match(text, start):
        key = day_key(None, match[2], match[1])
        return _dates(scan, start, [(start, match.end(), key)])
    return start


def slashed_date(scan: Scan, start: int) -> int:
    """Read 3/2/2026 at ``start``, day first; return its end, or ``start``."""
    match = _SLASHED.match(scan.text, start)
    if match is None:
        return start
    return _dates(scan, start, [(start, match.end(), day_key(match[3], match[2], match[1]))])


def _trim(text: str, end: int) -> int:
    while text[end - 1] in " –—-":
        end -= 1
    return end


def _dates(
    scan: Scan, start: int, found: list[tuple[int, int, tuple[str, str, str] | None]]
) -> int:
    if any(key is None for _, _, key in found):
        return start
    for begin, end, key in found:
        if key is not None:
            scan.add(ValueKind.DATE, (begin, end), key)
    return found[-1][1]


def clock(scan: Scan, start: int, *, announced: bool) -> int:
    """Read a time or a range of times at ``start``; return its end, or ``start``.

    Without a word like "klo" before it (``announced``), only what has a colon, and ranges with
    minutes on both sides, are times.
    """
    text = scan.text
    if match := _MERIDIEM.match(text, start):
        hour = int(match[1]) % 12 + (12 if match[3].lower() == "p" else 0)
        return _times(scan, start, [(start, match.end(), str(hour), match[2])])
    match = None
    if announced:
        match = _CLOCKED.match(text, start)
    match = match or _DOTTED_RANGE.match(text, start)
    if match:
        times = [(start, match.end(2) if match[2] else match.end(1), match[1], match[2])]
        if match[3]:
            times.append((match.start(3), match.end(), match[3], match[4]))
        return _times(scan, start, times)
    if match := _COLON.match(text, start):
        return _times(scan, start, [(start, match.end(), match[1], match[2])])
    return start


def _times(scan: Scan, start: int, found: list[tuple[int, int, str, str | None]]) -> int:
    if any(int(hour) > _HOURS for _, _, hour, _ in found):
        return start
    for begin, end, hour, minutes in found:
        scan.add(ValueKind.TIME, (begin, end), (f"{int(hour)}:{minutes or '00'}",))
    return found[-1][1]
