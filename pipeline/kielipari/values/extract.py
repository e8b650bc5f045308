"""Reads the values of a text: dates by name first, then everything in digits, then number words."""

import re

from kielipari.values.contacts import emails, urls
from kielipari.values.dates import named_dates
from kielipari.values.digits import numbers
from kielipari.values.lexicon import Sort, Word, lexicon
from kielipari.values.model import Value, ValueKind
from kielipari.values.scan import Scan
from kielipari.values.units import multiply, normalise

_WORD = re.compile(r"[^\W\d_]+")
_DIGIT = re.compile(r"\d")
# placeholders, tags and entities: their digits are nobody's numbers
_CODE = re.compile(
    r"%(?:\d{1,3}\$|\([\w.-]{1,60}\))?[-+#0]{0,3}\d{0,4}(?:\.\d{1,3})?(?:ll|l|h)?[a-zA-Z@](?!\w)"
    r"|\{[^{}]{0,200}\}|<[^<>]{1,2000}>|&#?\w{1,12};|(?<=\s)=\d+(?=\s?\{)"
)
_CODE_SIGNS = "%{<&"
_TENS = frozenset(str(n) for n in range(20, 100, 10))


def extract(text: str, lang: str) -> tuple[Value, ...]:
    """Return the values of ``text``, sorted by start and without overlap; the longest reading wins.

    Linear in the length of the text; a text with neither digits nor any word of the lexicon
    costs one pass.
    """
    known = lexicon(lang)
    lowered = text.lower()
    has_words = not known.words.keys().isdisjoint(_WORD.findall(lowered))
    has_digits = _DIGIT.search(text) is not None
    if not has_digits and not has_words and "@" not in text and "www." not in text and "://" not in text:
        return ()
    scan = Scan(text, known)
    if any(sign in text for sign in _CODE_SIGNS):
        for match in _CODE.finditer(text):
            scan.take(*match.span())
    if "@" in text:
        emails(scan)
    if "://" in text or "www." in lowered:
        urls(scan)
    words = _words(scan) if has_words else []
    named_dates(scan, words)
    if has_digits:
        for match in known.weekday_range.finditer(text):
            for group in (1, 2):
                day = known.weekday_abbreviations[match[group].lower()]
                scan.add(ValueKind.WEEKDAY, *match.span(group), (day,))
        numbers(scan)
    _number_words(scan, words)
    return scan.values()


def _words(scan: Scan) -> list[tuple[int, int, Word]]:
    known = scan.lexicon.words
    found = []
    for match in _WORD.finditer(scan.text):
        form, end = match[0].lower(), match.end()
        word = known.get(form)
        if word is None and end < len(scan.text) and scan.text[end] == "-":
            word = known.get(f"{form}-")  # helmi-, touko- ja elokuussa
        if word is not None and not scan.taken[match.start()]:
            found.append((match.start(), end, word))
    return found


def _number_words(scan: Scan, words: list[tuple[int, int, Word]]) -> None:
    """Read number words; a magnitude after one multiplies it, ones after tens are added."""
    text, lexicon_ = scan.text, scan.lexicon
    until = 0
    for index, (start, end, word) in enumerate(words):
        if start < until or scan.taken[start] or word.sort not in {Sort.CARDINAL, Sort.ORDINAL}:
            continue
        value, stop = word.value, end
        if index + 1 < len(words) and value in _TENS:
            next_start, next_end, following = words[index + 1]
            if (
                text[end:next_start] in {" ", "-"}
                and len(following.value) == 1
                and following.sort in {Sort.CARDINAL, Sort.ORDINAL}
                and lexicon_.group == ","
            ):
                value, stop = str(int(value) + int(following.value)), next_end
        match = _WORD.match(text, stop + 1)
        if word.sort is Sort.CARDINAL and match and match[0].lower() in lexicon_.magnitudes:
            value, stop = multiply(value, lexicon_.magnitudes[match[0].lower()]), match.end()
        kind = ValueKind.NUMBER if word.sort is Sort.CARDINAL else ValueKind.ORDINAL
        scan.add(kind, start, stop, (normalise(value),), normalise(value), certain=False)
        until = stop
