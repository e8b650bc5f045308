"""Text in another language than its surroundings that is meant to stand there.

A subject line in both languages, a link that says "på svenska" in Swedish, an entry whose key
names the language of its text, the name of a company: none of them was left behind.
"""

import re

from kielipari.checks.analysers import Analysers
from kielipari.checks.view import UnitView
from kielipari.languages.base import Language

_PARTING = re.compile(r"\s[/|•–—]\s|\n")
_APART = re.compile(
    r"\([^()]{0,200}\)|[”“„\"][^”“\"]{0,200}[”“\"]|»[^»«]{0,200}[»«]|«[^»]{0,200}»"
    r"|(?<!\w)'[^'\n]{1,60}'(?!\w)|‘[^’]{1,60}’(?!\w)"
)
_COMPANY = re.compile(
    r"(?<!\w)(?:Oyj?|Abp?|OY|AB|O\.Y\.|A\.B\.|Ltd|Inc|GmbH|Ky|Kb|ry|rf|r\.[yf]\.|plc)(?!\w)"
)
_KEY = re.compile(r"[^\W\d_]+")
_FEW = 6  # words of a company's name


def spans_apart(text: str) -> list[tuple[int, int]]:
    """Return what quotation marks or brackets set apart: quotations, names, terms."""
    return [match.span() for match in _APART.finditer(text)]


def without_apart(text: str) -> str:
    """Return a text with spaces in the place of what is set apart."""
    return _APART.sub(lambda match: " " * len(match.group()), text)


def says_both(text: str, lang: str, other: str, analysers: Analysers) -> bool:
    """Whether a text is in both languages, one part after the other: "Tervetuloa / Välkommen"."""
    parts = [part for part in _PARTING.split(text) if part.strip()]
    if len(parts) < 2:  # noqa: PLR2004  one part is no two
        return False
    told = {analysers.identify(part).lang for part in parts}
    return {lang, other} <= told


def is_meant(text: str, found: str, view: UnitView) -> bool:
    """Whether a text that is in the language ``found`` is there for those who read that language."""
    phrase = view.analysers.language(found).facts.in_itself
    if phrase and phrase in text.lower():
        return True
    return key_names(view.unit.key or "", found) or is_company(text)


def key_names(key: str, lang: str) -> bool:
    """Whether a key ends with the code of a language: ``title.sv``, ``title_en``."""
    parts = _KEY.findall(key)
    return len(parts) > 1 and parts[-1].lower() == lang


def is_company(text: str) -> bool:
    """Whether a text is little more than the name of a company or an association."""
    return len(text.split()) <= _FEW and _COMPANY.search(text) is not None


def may_be_name(word: str, language: Language) -> bool:
    """Whether a word with a capital is a name in its base form: "Laukaa", "Äänekoski"."""
    if not word[:1].isupper() or (word.isupper() and len(word) > 1):
        return False
    return any(
        reading.pos == "proper" and reading.base.casefold() == word.casefold()
        for reading in language.readings(word.lower())
    )


def belongs_to_company(text: str, end: int) -> bool:
    """Whether a word that ends at ``end`` is followed, two words on at most, by a company's form."""
    return _COMPANY.search(" ".join(text[end : end + 60].split()[:2])) is not None
