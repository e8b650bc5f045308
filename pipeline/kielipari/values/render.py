"""Writes a value the way a language writes it, in the form of the value whose place it takes."""

import re
from decimal import Decimal, InvalidOperation

from kielipari.values.lexicon import lexicon
from kielipari.values.measures import canonical
from kielipari.values.model import Value, ValueKind

_VERBATIM = frozenset(
    {
        ValueKind.PHONE,
        ValueKind.EMAIL,
        ValueKind.URL,
        ValueKind.IBAN,
        ValueKind.BUSINESS_ID,
        ValueKind.NAME,
    }
)
_LONGEST = 24  # digits that a decimal keeps exactly
_NAMED = re.compile(r"[^\W\d_]{3,}")


def in_place_of(wrong: Value, right: Value, wrong_lang: str, right_lang: str) -> str | None:
    """Return what ought to stand instead of ``wrong``, or None where its form cannot be told.

    ``right`` is the value it should have, as the other side (in ``right_lang``) writes it.
    """
    if right.kind in _VERBATIM:
        return right.text if wrong.kind is right.kind else None
    if right.kind is ValueKind.TIME:
        return _time(wrong, right, wrong_lang)
    if right.kind is ValueKind.DATE:
        return _date(wrong, right, wrong_lang)
    if right.kind is ValueKind.WEEKDAY:
        return _weekday(wrong, right, wrong_lang)
    if right.kind is ValueKind.REFERENCE and right.number:
        return _replaced(wrong, right.number, wrong_lang)
    return _number(wrong, right, wrong_lang, right_lang)


def number(amount: str, lang: str) -> str:
    """Write an amount with the language's decimal mark and grouping (CLDR); a plain space groups."""
    if len(amount) > _LONGEST:
        return amount
    from babel.numbers import format_decimal  # noqa: PLC0415 - loads CLDR data

    written = format_decimal(Decimal(amount), locale=_locale(lang), decimal_quantization=False)
    return written.replace("\u00a0", " ").replace("\u202f", " ").replace("−", "-")


def weekday_name(day: str, lang: str) -> str:
    """Return the weekday's name, 1 for Monday."""
    from babel import Locale  # noqa: PLC0415 - loads CLDR data

    return str(Locale.parse(_locale(lang)).days["stand-alone"]["wide"][int(day) - 1])


def _locale(lang: str) -> str:
    return lang.replace("-", "_")


def _replaced(wrong: Value, amount: str, lang: str) -> str | None:
    if wrong.kind is ValueKind.REFERENCE:
        written = re.sub(r"([a-zåäö])$", r" \1", amount)
        token = re.search(r"[\d./]*\d(?:\s?[a-zåäö](?![^\W_]))?", wrong.text)
    else:
        written, token = amount, lexicon(lang).number.search(wrong.text)
    if token is None:
        return None
    return wrong.text[: token.start()] + written + wrong.text[token.end() :]


def _number(wrong: Value, right: Value, wrong_lang: str, right_lang: str) -> str | None:
    theirs, ours = lexicon(right_lang), lexicon(wrong_lang)
    token = theirs.number.search(right.text)
    place = ours.number.search(wrong.text)
    if token is None or place is None or not wrong.number:
        return None
    amount = canonical(token[0], theirs.decimal)
    if _factor(right, amount) != _factor(wrong, canonical(place[0], ours.decimal)):
        return None  # one of the two is in millions
    # A year is never grouped, and a number that both sides write in bare digits may be a name.
    is_bare = right.kind is ValueKind.YEAR or (token[0].isdigit() and place[0].isdigit())
    try:
        written = amount if is_bare else number(amount, wrong_lang)
    except InvalidOperation:
        return None
    if wrong.kind is right.kind and wrong.key[1:] != right.key[1:]:
        return None  # the unit is wrong as well
    return wrong.text[: place.start()] + written + wrong.text[place.end() :]


def _factor(value: Value, digits: str) -> Decimal | None:
    """Return what the digits are multiplied by: a million, or a hundredth for cents."""
    try:
        return Decimal(value.number) / Decimal(digits)
    except ArithmeticError:
        return None


def _time(wrong: Value, right: Value, lang: str) -> str | None:
    if wrong.kind is not ValueKind.TIME:
        return None
    hour, _, minutes = right.key[0].partition(":")
    if minutes == "00" and not re.search(r"[.:]", wrong.text):
        return hour
    return f"{hour}{lexicon(lang).time_separator}{minutes}"


def _date(wrong: Value, right: Value, lang: str) -> str | None:
    year, month, day = right.key
    if wrong.kind is not ValueKind.DATE or not month:
        return None
    if not _NAMED.search(wrong.text):
        return f"{day}.{month}.{year}" if day else None
    from babel import Locale  # noqa: PLC0415 - loads CLDR data

    names = Locale.parse(_locale(lang)).months["format"]["wide"]
    old, new = names[int(wrong.key[1])], names[int(month)]
    if old.lower() not in wrong.text.lower():
        old, new = old.removesuffix("ta"), new.removesuffix("ta")
    start = wrong.text.lower().find(old.lower())
    if start < 0:
        return None
    text: str = wrong.text[:start] + new + wrong.text[start + len(old) :]
    for was, now in ((wrong.key[0], year), (wrong.key[2], day)):
        if was and now and was != now:
            text = re.sub(rf"(?<!\d)0?{was}(?!\d)", now, text, count=1)
    return text


def _weekday(wrong: Value, right: Value, lang: str) -> str | None:
    from babel import Locale  # noqa: PLC0415 - loads CLDR data

    days = Locale.parse(_locale(lang)).days
    for style in ("format", "stand-alone"):
        old = str(days[style]["wide"][int(wrong.key[0]) - 1])
        new = str(days[style]["wide"][int(right.key[0]) - 1])
        if wrong.text.lower() == old.lower():
            return new
        if wrong.text.lower().startswith(old.lower()) and lexicon(lang).words.get(
            f"{new}{wrong.text[len(old) :]}".lower()
        ):
            return new + wrong.text[len(old) :]
    return None
