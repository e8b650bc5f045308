"""Text in another language than its surroundings that is meant to stand there.

A subject line in both languages, a link that says "på svenska" in Swedish, an entry whose key
names the language of its text, the name of a company: none of them was left behind.
"""

import re
from difflib import get_close_matches
from functools import cache

from kielipari.checks.analysers import Analysers
from kielipari.checks.likeness import cover_of, lexicon_of
from kielipari.checks.runner import normalise
from kielipari.checks.view import SideView, UnitView
from kielipari.languages.base import Language, Reading
from kielipari.languages.identify import Identified
from kielipari.model import Origin
from kielipari.values.digits import opening_marker

_PARTING = re.compile(r"\s[/|•–—]\s|\n")
_APART = re.compile(
    r"\([^()]{0,200}\)|\[[^\[\]]{0,60}\]|[”“„\"][^”“\"]{0,200}[”“\"]|»[^»«]{0,200}[»«]|«[^»]{0,200}»"
    r"|(?<!\w)'[^'\n]{1,60}'(?!\w)|‘[^’]{1,60}’(?!\w)"
)
_COMPANY = re.compile(
    r"(?<!\w)(?:Oyj?|Abp?|OY|AB|O\.Y\.|A\.B\.|Ltd|Inc|GmbH|Ky|Kb|ry|rf|r\.[yf]\.|plc)(?!\w)"
)
_STREET = re.compile(
    r"[A-ZÅÄÖ][\w.:'’-]{0,40}(?: [\w.:'’-]{1,40}){0,3}"
    r" (?:katu|tie|kuja|polku|tori|kaari|puistotie|ranta|gatan|vägen|gränden|stigen|torget) \d{1,4}\s?[a-zA-Z]?"
    r"(?:, \d{5} [\w -]{2,40})?"
)
_KEY = re.compile(r"[^\W\d_]+")
_FEW = 6  # words of a company's name
_ACRONYM = 4  # letters
_SHORT = 4  # letters that a month or a weekday is shortened to
_LOAN, _ALIKE = 4, 0.65  # letters that a loan has at least, and their likeness in two languages
_CLOSEST, _MOST_WORDS = 5, 300  # like words that are looked up, and different words of their text
_SENTENCE = 4  # different words of a language that make more than a title


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


def is_address(text: str) -> bool:
    """Whether a text is a street address whose street has a name of several words."""
    return _STREET.fullmatch(text.strip()) is not None


def is_acronym(text: str) -> bool:
    """Whether a text is one short word in capitals: API, PDF."""
    return text.isalpha() and text.isupper() and len(text) <= _ACRONYM


def has_same_name(text: str, lang: str, other: str) -> bool:
    """Whether CLDR gives a language, country, script or currency the same name in both languages."""
    return text.strip().casefold() in _same_names(lang, other)


@cache
def _same_names(lang: str, other: str) -> frozenset[str]:
    from babel import Locale, UnknownLocaleError  # noqa: PLC0415 - only where a text is a copy

    try:
        locales = Locale.parse(lang), Locale.parse(other)
    except (UnknownLocaleError, ValueError):
        return frozenset()
    here, there = (
        {
            name.casefold()
            for names in (known.languages, known.territories, known.scripts, known.currencies)
            for name in names.values()
        }
        for known in locales
    )
    return frozenset(here & there)


def _begins_day(text: str, lang: str) -> bool:
    """Whether a text is but the first letters of a weekday or a month: "lok", "ti"."""
    short = text.strip(" .").casefold()
    return 1 < len(short) <= _SHORT and any(name.startswith(short) for name in _days(lang))


@cache
def _days(lang: str) -> frozenset[str]:
    """Return what CLDR calls the days of the week and the months in a language, in lower case."""
    from babel import Locale, UnknownLocaleError  # noqa: PLC0415 - only where a word is strange

    try:
        locale = Locale.parse(lang)
    except (UnknownLocaleError, ValueError):
        return frozenset()
    tables = (locale.days["stand-alone"]["wide"], locale.months["stand-alone"]["wide"])
    return frozenset(name.casefold() for table in tables for name in table.values())


def may_be_name(word: str, language: Language) -> bool:
    """Whether a word with a capital is a name in its base form: "Laukaa", "Äänekoski".

    One in capitals alone has to be nothing else: "ÄÄNEKOSKI", but not "LAUKAA".
    """
    if not word[:1].isupper():
        return False
    names = [_is_name(reading, word, language) for reading in language.readings(word.lower())]
    is_shouted = word.isupper() and len(word) > 1
    return bool(names) and (all if is_shouted else any)(names)


def _is_name(reading: Reading, word: str, language: Language) -> bool:
    """Whether a reading is that of a name, or of a compound such as names of places are."""
    is_place = len(reading.parts) > 1 and reading.parts[-1].base in language.facts.places
    return (reading.pos == "proper" or is_place) and reading.base.casefold() == word.casefold()


def belongs_to_company(text: str, end: int) -> bool:
    """Whether a word that ends at ``end`` is followed, two words on at most, by a company's form."""
    return _COMPANY.search(" ".join(text[end : end + 60].split()[:2])) is not None


def is_name_like(text: str) -> bool:
    """Whether nearly every word has a capital, as titles and names of programmes do."""
    words = [word for word in text.split() if word[0].isalpha()]
    capitals = sum(word[0].isupper() for word in words)
    return bool(words) and capitals == len(words) and not text.isupper() and len(words) > 1


def is_on_purpose(text: str, found: Identified, side: SideView, view: UnitView) -> bool:
    """Whether it is meant to be in that language, or is so only in what is set apart in it."""
    lang = found.lang or ""
    other = view.target if side is view.source else view.source
    words = _evidence_words(found) - _kept_names(found, text, other)
    is_first = side is view.source and view.unit.origin is not Origin.ALIGNED
    if not words or (is_first and len(words) == 1) or (lang != other.lang and words <= other.words):
        return True  # one word of the text that was written first, or a loan that both use
    if len(words) == 1 and may_be_name(text.strip(" .,:;"), view.analysers.language(lang)):
        return True
    if (
        is_meant(text, lang, view)
        or (_begins_day(text, side.lang) and _begins_day(other.text, other.lang))
        or says_both(side.prose, side.lang, other.lang, view.analysers)
    ):
        return True
    if lang != other.lang and (
        _is_in_third_language_too(other, lang)
        or _says_the_rest(words, side, other, view)
        or _is_loan_of_the_file(words, lang, side, view)
    ):
        return True
    if len(words) == 1 and is_rare_loan(min(words), other):
        return True
    return _is_set_apart(lang, words, side, other, view)


def _is_set_apart(
    lang: str, words: set[str], side: SideView, other: SideView, view: UnitView
) -> bool:
    """Whether only what quotation marks or brackets set apart is in that language.

    A title is; not a whole sentence with nothing beside it that is in the language that is due,
    unless the other side has it too.
    """
    bare = without_apart(side.prose)
    if bare == side.prose:
        return False
    around = view.analysers.identified(bare, side.lang).lang
    is_sentence = len(words) >= _SENTENCE and not words <= other.words
    return around != lang and not (around is None and is_sentence)


def _evidence_words(found: Identified) -> set[str]:
    """Return the words that speak for the language found; "mm" and "yyyy" are none."""
    words = dict(found.evidence).get(found.lang or "", ())
    return {word.lower() for word in words if len(set(word.lower())) > 1}


def _kept_names(found: Identified, text: str, other: SideView) -> set[str]:
    """Return the words with a capital inside the text that the other side has too: names."""
    words = dict(found.evidence).get(found.lang or "", ())
    begin = opening_marker(text)
    return {
        word.lower()
        for word in words
        if word[0].isupper() and word.lower() in other.words and text.find(word) > begin
    }


def _says_the_rest(words: set[str], side: SideView, other: SideView, view: UnitView) -> bool:
    """Whether the words beside one of a third language render the other side: "Ta bort blueprint"."""
    translations = lexicon_of(view)
    rest = " ".join(word for word in side.runs if word not in words)
    if translations is None or len(words) > 1 or not rest or not other:
        return False
    return cover_of(rest, view, translations, is_source=side is view.source).covered > 0


def _is_loan_of_the_file(words: set[str], lang: str, side: SideView, view: UnitView) -> bool:
    """Whether the one word stands in other texts of the side too, amid its own language."""
    if len(words) > 1:
        return False
    own = side.language.facts.function_words - view.analysers.language(lang).facts.function_words
    return view.typical.is_at_home(min(words), own, in_target=side is view.target)


def is_rare_loan(word: str, other: SideView) -> bool:
    """Whether a word is the other side's, which no lexicon has, in another spelling: endosulfaani.

    In a long text any word meets a like one by chance, so it is not asked there.
    """
    if len(word) <= _LOAN or len(other.words) > _MOST_WORDS:
        return False
    near = [theirs for theirs in other.words if _LOAN < len(theirs) <= 2 * len(word)]
    alike = get_close_matches(word, near, n=_CLOSEST, cutoff=_ALIKE)
    return any(not other.language.accepts(theirs) for theirs in alike)


def _is_in_third_language_too(other: SideView, lang: str) -> bool:
    """Whether the other side has words of its own in that third language: both are meant so."""
    return bool(other) and other.identified.lang == lang


def is_term(text: str, lang: str, view: UnitView) -> bool:
    """Whether the whole text is a term that the glossary gives in that third language."""
    wanted = normalise(text).strip(".:")
    return any(
        term.lang == lang and normalise(term.text) == wanted
        for concept in view.analysers.concepts
        for term in concept.terms
    )
