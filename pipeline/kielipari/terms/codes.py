"""The closed vocabularies of a termbase: language codes, statuses, parts of speech.

Language codes are BCP 47 (RFC 5646). Statuses are the administrative statuses of ISO 30042:2019,
with the names that its predecessor, ISO 12620 and the common tools give them. Parts of speech
are the picklist of TBX-Basic.
"""

import re
from functools import lru_cache

from kielipari.model import TermStatus

_TAG = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{1,8}){0,6}")
_SPECIAL = frozenset({"und", "mul", "zxx", "mis"})
_SAMI = "sme"
"""Northern Sámi's ISO 639-2 code: taken, since ``se`` is mostly written where Swedish is meant."""
_COUNTRY_TAKEN_FOR_LANGUAGE = {"dk": "da", "cz": "cs", "jp": "ja", "gb": "en"}

_STATUSES = {
    "preferred": TermStatus.PREFERRED,
    "preferredterm": TermStatus.PREFERRED,
    "standardizedterm": TermStatus.PREFERRED,
    "regulatedterm": TermStatus.PREFERRED,
    "legalterm": TermStatus.PREFERRED,
    "approved": TermStatus.PREFERRED,
    "admitted": TermStatus.ADMITTED,
    "admittedterm": TermStatus.ADMITTED,
    "allowed": TermStatus.ADMITTED,
    "deprecated": TermStatus.DEPRECATED,
    "deprecatedterm": TermStatus.DEPRECATED,
    "notrecommended": TermStatus.DEPRECATED,
    "donotuse": TermStatus.DEPRECATED,
    "rejected": TermStatus.DEPRECATED,
    "forbidden": TermStatus.DEPRECATED,
    "superseded": TermStatus.SUPERSEDED,
    "supersededterm": TermStatus.SUPERSEDED,
    "obsolete": TermStatus.SUPERSEDED,
}

PARTS_OF_SPEECH = ("noun", "properNoun", "adjective", "verb", "adverb", "other")
"""The values of ``partOfSpeech`` in TBX-Basic."""

ANY_ORDER, ONE_BETWEEN = "any-order", "one-between"
"""What a term of several words may allow beyond its citation form."""

_POS = {value.casefold(): value for value in PARTS_OF_SPEECH} | {
    "n": "noun",
    "subst": "noun",
    "substantive": "noun",
    "substantiivi": "noun",
    "substantiv": "noun",
    "proper noun": "properNoun",
    "propernoun": "properNoun",
    "propn": "properNoun",
    "name": "properNoun",
    "erisnimi": "properNoun",
    "egennamn": "properNoun",
    "adj": "adjective",
    "adjektiivi": "adjective",
    "adjektiv": "adjective",
    "v": "verb",
    "verbi": "verb",
    "adv": "adverb",
    "adverbi": "adverb",
}


@lru_cache(maxsize=1024)
def language(code: str) -> str:
    """Return the language of a code: ``fi`` for ``fi``, ``FI``, ``fi-FI`` and ``fi_FI``.

    A script is kept (``sr-Latn``), a region and all else dropped.

    Raises:
        ValueError: it is no language code; the text says which code is right, where known.

    """
    code = code.strip()
    if not _TAG.fullmatch(code):
        raise ValueError(_wrong(code))
    first, *rest = re.split("[-_]", code)
    primary = first.lower()
    if primary in _SPECIAL:
        return primary
    if primary == _SAMI:
        return "se"
    if len(primary) == 3 and _shorter(primary):  # noqa: PLR2004 - ISO 639-2 codes have three letters
        raise ValueError(_wrong(code))
    if primary not in _known_codes():
        raise ValueError(_wrong(code))
    if rest and len(rest[0]) == 4 and rest[0].isalpha():  # noqa: PLR2004 - ISO 15924 has four
        return f"{primary}-{rest[0].title()}"
    return primary


def locale(code: str) -> str:
    """Return the code as written where it says more than :func:`language` keeps, else ``""``."""
    code = code.strip()
    return "" if code.lower() == language(code).lower() else code


def _wrong(code: str) -> str:
    right = _meant(code)
    if right:
        return f'"{code}" is not a language code; write "{right}"'
    return f'"{code}" is not a language code; write fi, sv, en or another BCP 47 code'


def _meant(code: str) -> str | None:
    word = code.strip().casefold()
    primary = re.split("[-_]", word)[0]
    return (
        _names().get(word)
        or _shorter(primary)
        or _COUNTRY_TAKEN_FOR_LANGUAGE.get(primary)
        or _main_language(primary)
    )


def _shorter(code: str) -> str | None:
    """Return the two-letter code that BCP 47 wants in the place of an ISO 639-2 one."""
    from babel.core import get_global  # noqa: PLC0415 - heavy, needed for odd codes only

    alias: str | None = get_global("language_aliases").get(code)
    return alias if alias is not None and len(code) > len(alias) else None


def _main_language(country: str) -> str | None:
    from babel.languages import get_official_languages  # noqa: PLC0415 - as above

    if not country.isascii() or len(country) != 2:  # noqa: PLR2004 - ISO 3166-1 alpha-2
        return None
    official: tuple[str, ...] = get_official_languages(country.upper(), de_facto=True)
    return official[0] if official else None


@lru_cache(maxsize=1)
def _known_codes() -> frozenset[str]:
    from babel import Locale  # noqa: PLC0415 - as above

    return frozenset(str(code) for code in Locale.parse("en").languages)


@lru_cache(maxsize=1)
def _names() -> dict[str, str]:
    """Names of languages in English, Finnish, Swedish and themselves, with their codes (CLDR)."""
    from babel import Locale  # noqa: PLC0415 - as above

    names: dict[str, str] = {}
    for display in ("en", "fi", "sv"):
        for code, name in Locale.parse(display).languages.items():
            if "_" not in code:
                names.setdefault(name.casefold(), code)
    return names


def status(value: str) -> TermStatus:
    """Return the status that a word stands for; an empty one is preferred.

    Raises:
        ValueError: the word names no status.

    """
    word = value.strip().casefold().removesuffix("-admn-sts").replace("-", "").replace(" ", "")
    if not word:
        return TermStatus.PREFERRED
    try:
        return _STATUSES[word]
    except KeyError:
        listed = ", ".join(TermStatus)
        raise ValueError(f'"{value}" is not a status; write one of {listed}') from None


def part_of_speech(value: str) -> str:
    """Return TBX's name of a part of speech, or the word as written where there is none."""
    return _POS.get(value.strip().casefold(), value.strip())


def matching(value: str) -> str:
    """Return what a term allows (:attr:`kielipari.model.Term.match`), in a fixed order.

    Raises:
        ValueError: a word says nothing that is known.

    """
    words = value.casefold().replace(",", " ").replace(";", " ").split()
    wrong = next((word for word in words if word not in {ANY_ORDER, ONE_BETWEEN}), None)
    if wrong is not None:
        raise ValueError(
            f'"{wrong}" is no way to match a term; write {ANY_ORDER}, {ONE_BETWEEN} or both'
        )
    return " ".join(sorted(set(words)))
