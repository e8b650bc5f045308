"""E-mail addresses, web addresses, phone numbers, account numbers and business IDs.

Check digits are python-stdnum's (ISO 13616 for IBAN, the modulus 11 of the Finnish y-tunnus),
phone numbers libphonenumber's, with Finland as the country that is not said.
"""

import re
from functools import lru_cache

from kielipari.values.model import ValueKind
from kielipari.values.scan import Scan

_REGION = "FI"
_LOCAL = re.compile(r"[\w.+%'-]{1,64}$")
_DOMAIN = re.compile(r"[^\W_][\w-]{0,62}(?:\.[\w-]{1,63}){1,6}")
_URL = re.compile(r"(?:https?://|ftp://|www\.)[^\s<>\"”»()\[\]{}]{1,2000}", re.IGNORECASE)
_PHONE = re.compile(
    r"\+?\(?\d{1,4}\)?(?:[ \u00a0]?\(0\)[ \u00a0]?\d{0,4})?"
    r"(?:[ \u00a0\u202f/-]{1,2}\(?\d{1,8}\)?){1,6}|\+?\d{6,15}(?!\d|,\d)"
)
_PHONE_WORD = re.compile(
    r"(?:(?:puhelin|puhelimi|telefon|phone|\b(?:ring|soita))\w{0,8}|\b(?:puh|tfn|tel))[.:]{0,2}\s?$",
    re.IGNORECASE,
)
_IBAN = re.compile(r"[A-Z]{2}\d{2}(?:[ \u00a0]?[A-Z0-9]{4}){2,7}(?:[ \u00a0]?[A-Z0-9]{1,3})?(?!\w)")
_BUSINESS_ID = re.compile(r"\d{7}-\d(?![\d-])")
_LONGEST_PHONE = 15  # E.164
_SHORTEST_PHONE = 5


def emails(scan: Scan) -> None:
    """Read e-mail addresses: to both sides of every @, so that no pattern runs through the text."""
    text = scan.text
    at = text.find("@")
    while at >= 0:
        if not (at and text[at - 1].isalnum() and text[at + 1 : at + 2].isalnum()):
            at = text.find("@", at + 1)
            continue
        before = _LOCAL.search(text[max(0, at - 64) : at])
        after = _DOMAIN.match(text, at + 1)
        if before and after:
            start, end = at - len(before[0]), after.end()
            scan.add(ValueKind.EMAIL, (start, end), (text[start:end].lower(),))
        at = text.find("@", at + 1)


def urls(scan: Scan) -> None:
    """Read web addresses; full stops and the like at the end belong to the sentence."""
    for match in _URL.finditer(scan.text):
        address = match[0].rstrip(".,;:!?’'*_")
        if scan.free(match.start(), match.start() + 1):
            key = re.sub(r"^(?:https?://)?(?:www\.)?", "", address.lower()).rstrip("/")
            start = match.start()
            scan.add(ValueKind.URL, (start, start + len(address)), (key,))


def phone(scan: Scan, start: int, *, announced: bool = False) -> int:
    """Read a phone number that begins at ``start``; return its end, or ``start`` if there is none."""
    text = scan.text
    match = _PHONE.match(text, start)
    if match is None:
        return start
    ends = [match.end()]
    ends += [start + m.start() for m in re.finditer(r"[ \u00a0\u202f/-]{1,2}", match[0])][::-1]
    fallback = start
    for end in ends:
        written = text[start:end]
        digits = "".join(filter(str.isdigit, written))
        if not _SHORTEST_PHONE <= len(digits) <= _LONGEST_PHONE:
            continue
        number, valid = canonical_phone(written)
        if valid:
            scan.add(ValueKind.PHONE, (start, end), (number,))
            return end
        fallback = max(fallback, end)
    if fallback > start and (announced or text[start] == "+" or text.count(" ", start, fallback)):
        scan.add(ValueKind.PHONE, (start, fallback), (canonical_phone(text[start:fallback])[0],))
        return fallback
    return start


def announces_phone(text: str, start: int) -> bool:
    """Whether the word before ``start`` says that a phone number follows."""
    return _PHONE_WORD.search(text[max(0, start - 20) : start]) is not None


@lru_cache(maxsize=4096)
def canonical_phone(written: str) -> tuple[str, bool]:
    """Return the number in E.164 (or its digits), and whether such a number can exist."""
    import phonenumbers  # noqa: PLC0415 - 40 ms of metadata, for the few texts that need them

    try:
        number = phonenumbers.parse(written.replace("(0)", ""), _REGION)
    except phonenumbers.NumberParseException:
        return "".join(filter(str.isdigit, written)), False
    written_number = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
    return written_number, phonenumbers.is_valid_number(number)


def iban(scan: Scan, start: int) -> int:
    """Read an international bank account number at ``start``; return its end, or ``start``."""
    match = _IBAN.match(scan.text, start)
    if match is None:
        return start
    compact = re.sub(r"\s", "", match[0])
    scan.add(ValueKind.IBAN, (start, match.end()), (compact,))
    return match.end()


def business_id(scan: Scan, start: int) -> int:
    """Read a Finnish business ID at ``start``; return its end, or ``start``."""
    match = _BUSINESS_ID.match(scan.text, start)
    if match is None:
        return start
    scan.add(ValueKind.BUSINESS_ID, (start, match.end()), (match[0],))
    return match.end()


def has_valid_check_digits(kind: ValueKind, key: str) -> bool:
    """Whether an IBAN's or business ID's check digits are right."""
    import stdnum.fi.ytunnus  # noqa: PLC0415 - loaded for the few texts that need it
    import stdnum.iban  # noqa: PLC0415 - see above

    if kind is ValueKind.IBAN:
        return bool(stdnum.iban.is_valid(key))
    return bool(stdnum.fi.ytunnus.is_valid(key))
