"""Reads the values of a text: dates by name first, then everything in digits, then number words."""

import re

from kielipari.languages.text import runs_of_letters
from kielipari.values.contacts import emails, urls
from kielipari.values.dates import named_dates, weekday_ranges
from kielipari.values.digits import digits_and_marker, numbers
from kielipari.values.lexicon import Phrases, Sort, Word, lexicon
from kielipari.values.measures import measured
from kielipari.values.model import Value, ValueKind
from kielipari.values.scan import Scan
from kielipari.values.units import multiply, normalise

_WORD = re.compile(r"[^\W\d_]+")
# placeholders, tags and entities: their digits are nobody's numbers
_CODE = re.compile(
    r"%(?:\d{1,3}\$|\([\w.-]{1,60}\))?[-+#0]{0,3}\d{0,4}(?:\.\d{1,3})?(?:ll|l|h)?[a-zA-Z@](?!\w)"
    r"|\{[^{}]{0,200}\}|<[^<>]{1,2000}>|&#?\w{1,12};|(?<=\s)=\d+(?=\s?\{)"
)
_IN_NAME = re.compile(r"-[A-ZÅÄÖ]")  # Sata-Häme
_NUMERALS = frozenset({Sort.CARDINAL, Sort.ORDINAL, Sort.COMPOUND})
_TENS = frozenset(str(n) for n in range(20, 100, 10))


def extract(text: str, lang: str, words: frozenset[str] | None = None) -> tuple[Value, ...]:
    """Return the values of ``text``, sorted by start and without overlap; the longest reading wins.

    ``words`` are the text's runs of letters in lower case, if they are known already. Linear in
    the length of the text; one with neither digits nor any word of the lexicon costs a look.
    """
    known = lexicon(lang)
    if words is None:
        words = frozenset(runs_of_letters(text.lower()))
    present = known.forms & words
    # A marker's digits are no value, but "6. joulukuuta" begins with none.
    has_digits, opening = digits_and_marker(text, in_marker=bool(present))
    has_address = "@" in text or "://" in text or "www." in text
    has_phrases = _has_any(text, known.phrase_signs)
    if not (has_digits or present or has_address or has_phrases):
        return ()
    scan = Scan(text, known, is_led=not known.leaders.isdisjoint(words))
    _skip_code(scan)
    if has_address:
        emails(scan)
        urls(scan)
    found = _words(scan, present, words) if present else []
    named_dates(scan, found)
    if has_digits:
        if not known.weekday_abbreviations.keys().isdisjoint(words):
            weekday_ranges(scan)
        numbers(scan, opening)
    if has_phrases:
        _phrases(scan, known.phrases)
    _number_words(scan, found)
    if has_phrases:
        _phrases(scan, known.magnitudes_alone)
    return scan.values()


def _skip_code(scan: Scan) -> None:
    text = scan.text
    if "%" in text or "{" in text or "<" in text or "&" in text:
        for match in _CODE.finditer(text):
            scan.take(*match.span())


def _has_any(text: str, signs: tuple[str, ...]) -> bool:
    for sign in signs:  # noqa: SIM110 - a generator takes twice as long
        if sign in text:
            return True
    return False


_FEW = 8
_DASHES = ("-", "–")


def _words(
    scan: Scan, present: frozenset[str], words: frozenset[str]
) -> list[tuple[int, int, Word]]:
    """Find the words of the lexicon that the text has: a few each by itself, many in one pass."""
    text, known = scan.text, scan.lexicon
    is_cut = "- " in text or "-," in text
    has_dash = "-" in text or "–" in text
    if text.isupper() or (has_dash and not known.halves.isdisjoint(words)):
        return _all_words(scan)
    spellings, found = 0, []
    for form in present:
        for written in (form, form.capitalize(), *((form.upper(),) if is_cut else ())):
            places = _places(text, written) if written in text else []
            spellings += bool(places)
            found += [(*place, known.words[form]) for place in places if not scan.taken[place[0]]]
    if spellings > _FEW:
        return _all_words(scan)
    found.sort()
    return _whole(text, found) if is_cut else found


def _places(text: str, word: str) -> list[tuple[int, int]]:
    """Return where a word stands that is no part of another one, nor of a variable's name."""
    places = []
    start = text.find(word)
    while start >= 0:
        end = start + len(word)
        if not (_joins(text[start - 1 : start]) or _joins(text[end : end + 1])):
            places.append((start, end))
        start = text.find(word, end)
    return places


def _joins(sign: str) -> bool:
    return sign.isalnum() or sign == "_"


def _all_words(scan: Scan) -> list[tuple[int, int, Word]]:
    """Find the words of the lexicon, the first halves of compounds among them."""
    text, known = scan.text, scan.lexicon.words
    found = []
    for match in _WORD.finditer(text):
        form, end = match[0].lower(), match.end()
        word = known.get(form)
        if word is None and text[end : end + 1] in _DASHES:
            word = known.get(f"{form}-")  # helmi-, touko- ja elokuussa; touko–syyskuussa
        if word is not None and not scan.taken[match.start()]:
            found.append((match.start(), end, word))
    return _whole(text, found)


def _whole(text: str, found: list[tuple[int, int, Word]]) -> list[tuple[int, int, Word]]:
    """Leave out the halves of months that no month completes: "Heinä- ja muut nurmet"."""
    last = max(
        (s for s, e, w in found if w.sort is Sort.MONTH and text[e : e + 1] not in _DASHES),
        default=0,
    )
    return [
        (s, e, w)
        for s, e, w in found
        if w.sort is not Sort.MONTH or text[e : e + 1] not in _DASHES or s < last
    ]


def _phrases(scan: Scan, phrases: Phrases) -> None:
    """Read numbers that take several words, half a million, or a magnitude alone."""
    for pattern, value in phrases:
        for match in pattern.finditer(scan.text):
            if scan.free(*match.span()):
                scan.add(ValueKind.NUMBER, match.span(), (value,), value, certain=False)


def _number_words(scan: Scan, words: list[tuple[int, int, Word]]) -> None:
    """Read number words; a magnitude after one multiplies it, ones after tens are added."""
    text, lexicon_ = scan.text, scan.lexicon
    until = 0
    for index, (start, end, word) in enumerate(words):
        if start < until or scan.taken[start] or word.sort not in _NUMERALS:
            continue
        if text[start].isupper() and _IN_NAME.match(text, end):
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
        if half := lexicon_.and_a_half.match(text, stop):
            value, stop = f"{value}.5", half.end()
        match = _WORD.match(text, stop + 1)
        if word.sort is Sort.CARDINAL and match and match[0].lower() in lexicon_.magnitudes:
            value, stop = multiply(value, lexicon_.magnitudes[match[0].lower()]), match.end()
        value = normalise(value)
        if word.sort is Sort.CARDINAL and (measure := measured(scan, value, stop)):
            kind, stop, key, unit = measure
            value = key[0] if kind is ValueKind.MONEY else value
            scan.add(kind, (start, stop), key, value, unit=unit, certain=False)
        else:
            kind = ValueKind.ORDINAL if word.sort is Sort.ORDINAL else ValueKind.NUMBER
            scan.add(kind, (start, stop), (value,), value, certain=False)
        until = stop
