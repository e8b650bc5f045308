"""U101, U102, U105: a target that is empty, a copy of its source, or not finished."""

import re
from collections.abc import Iterable, Iterator, Sequence

from kielipari.checks.base import (
    CANNOT_TELL,
    SATISFIED,
    Evidence,
    Example,
    Rule,
    Scope,
    Verdict,
    Violation,
)
from kielipari.checks.intended import (
    has_same_name,
    is_acronym,
    is_address,
    is_company,
    may_be_name,
    says_both,
)
from kielipari.checks.terms import NAME_DOMAIN, allowed
from kielipari.checks.view import SideView, UnitView, primary
from kielipari.languages.base import Language
from kielipari.languages.vocabulary import has_known_head, is_compound
from kielipari.model import Concept, Message, Origin, Severity, TermHit, UnitState
from kielipari.values import ValueKind
from kielipari.values.agree import MEASURED, PLAIN

_MARKS = ("TODO", "FIXME", "TBD", "XXX", "KÄÄNNÄ", "ÖVERSÄTT")
_MARKER = re.compile(rf"\b(?:{'|'.join(_MARKS)})\b")
MARKERS = frozenset(mark.lower() for mark in _MARKS)
"""Words of an unfinished text, in lower case."""

_MIN_LENGTH = 3
_RANGE, _AGE = re.compile(r"^\d+[–-](?=\d)"), re.compile(r"^\d+-(?=[^\W\d_]{4})")  # 65–74-vuotiaat
_NAME = 2  # words of a name
_SEVERAL = 3  # names that have a name in the other language: one may be a ship's or a person's
_IN_WORDS = frozenset({*MEASURED, *PLAIN, ValueKind.DATE, ValueKind.WEEKDAY, ValueKind.TIME})
"""Kinds of values in which words may stand that are to be translated: 6. joulukuuta, 5 minuuttia."""
_IN_PLAY = frozenset({"fi", "sv", "en"})  # a word of several of them is an international one


def empty_translation(view: UnitView) -> Iterator[Verdict]:
    """U101: an entry has a source and no target."""
    if view.unit.origin is Origin.ALIGNED or view.unit.missing_key:
        return
    if not any(c.isalnum() for c in view.source.prose):
        return
    if view.target:
        yield SATISFIED
    else:
        yield Violation(
            Message.of("empty-translation", language=view.target.lang),
            source=view.source.span(),
            target=view.target.span() if view.target.segments else None,
            evidence=view.source.text,
        )


def copied_source(view: UnitView) -> Iterator[Verdict]:
    """U102: the target repeats the source though the words are the source language's alone.

    Titles, descriptions and alt texts are W105's to judge.
    """
    if not view.is_paired or view.target.segments[0].block.kind.is_metadata:
        return
    if view.source.normal != view.target.normal:
        yield SATISFIED
        return
    if _is_declared(view.target) or _is_international(view):
        yield CANNOT_TELL
        return
    source, target = view.source.language, view.target.language
    inside = [
        word
        for token in view.source.tokens
        if len(word := _RANGE.sub("", token.text)) >= _MIN_LENGTH
        and _AGE.sub("", word).replace("-", "").isalpha()
        and not _is_symbol(word)
        and not any(
            v.start <= token.start < v.end and v.kind not in _IN_WORDS for v in view.source.values
        )
    ]
    # A word with a capital inside a text is a name; a first word may be either.
    words = [
        word
        for i, word in enumerate(inside)
        if not word[0].isupper() or (i == 0 and not may_be_name(word, source))
    ]
    others = [view.analysers.language(lang) for lang in _IN_PLAY - {source.code}]
    own = [
        word
        for word in words
        if _has(source, word) and not any(other.knows(word.rstrip("-")) for other in others)
    ]
    shared = [word for word in words if target.knows(word)]
    names = [hit for hit in view.source.hits if hit.concept.domain == NAME_DOMAIN]
    is_name = _is_name(names, inside) and not _says_more(own, view.source)
    has_other_names = sum(_has_other_name(name.concept, view) for name in names) >= _SEVERAL
    if (own and len(own) >= len(shared) and not is_name) or has_other_names:
        yield Violation(
            Message.of("copied-source", language=view.target.lang),
            source=view.source.span(),
            target=view.target.span(),
            evidence=view.source.text,
        )
    elif shared and not own:
        yield SATISFIED
    else:
        yield CANNOT_TELL


def _has(language: Language, word: str) -> bool:
    """Whether a language has a word, or a compound that no list has.

    An analyser knows the compounds of its language by itself.
    """
    is_table = not language.facts.impossible
    return (
        language.knows(word)
        or (is_table and is_compound(word, language))
        or has_known_head(word, language)
    )


def _is_name(names: Sequence[TermHit], words: Sequence[str]) -> bool:
    """Whether a text is a name, or the name of something with a name in it: "Kainuun Osuusmeijeri".

    Not where one is in a case before another word: "Satakunnan shp".
    """
    if not names or len(words) > _NAME:
        return False
    is_base = any(hit.form.casefold() == hit.term.text.casefold() for hit in names)
    return is_base or all(word[0].isupper() for word in words)


def _says_more(words: Iterable[str], side: SideView) -> bool:
    """Whether a word without a capital stands beside the names: "Kajaanin kaupungissa"."""
    taken = " ".join(hit.form for hit in side.hits if hit.concept.domain == NAME_DOMAIN).split()
    return any(word[0].islower() and word not in taken for word in words)


def _has_other_name(concept: Concept, view: UnitView) -> bool:
    """Whether a name is another one in the target's language."""
    own = {term.text for term in concept.in_language(view.source.lang)}
    other = allowed(concept, view.target.lang)
    return bool(other) and own.isdisjoint(other)


def _is_symbol(word: str) -> bool:
    """Whether a word is written as symbols and trade names are, with a capital inside: MHz."""
    last = word.rpartition("-")[2]
    return not last.isupper() and last[1:] != last[1:].lower()


def _is_international(view: UnitView) -> bool:
    """Whether the text says the same in both languages, or is a name that stays as it is."""
    text, source, target = view.source.prose, view.source.lang, view.target.lang
    return (
        is_acronym(text.strip())
        or is_company(text)
        or is_address(text)
        or has_same_name(text, source, target)
        or says_both(text, source, target, view.analysers)
    )


def _is_declared(side: SideView) -> bool:
    """Whether the markup says of the whole side that it is in another language."""
    block = side.segments[0].block
    marked = [i.lang for i in block.inlines if i.start == 0 and i.end == len(block.text)]
    return any(lang and primary(lang) != side.lang for lang in (block.lang, *marked))


def unfinished_translation(view: UnitView) -> Iterator[Verdict]:
    """U105: the file says that the translation is a draft, or a note to do it stands in it."""
    if not view.target:
        return
    marker = _MARKER.search(view.target.text)
    if marker and not _MARKER.search(view.source.text):
        yield Violation(
            Message.of("unfinished-translation", marker=marker.group()),
            target=view.target.span(marker.start(), marker.end()),
        )
    elif view.unit.state is UnitState.NEEDS_REVIEW:
        yield Violation(
            Message.of("unfinished-translation-state"),
            source=view.source.span() if view.source else None,
            target=view.target.span(),
        )
    elif view.unit.origin is not Origin.ALIGNED:
        yield SATISFIED


RULES = (
    Rule(
        code="U101",
        slug="empty-translation",
        severity=Severity.ERROR,
        scope=Scope.UNIT,
        what="An entry of a translation file has no translation.",
        why="The reader sees the other language, or nothing at all.",
        how="Translate it.",
        bad=(Example("Ilmoittaudu tapahtumaan", ""),),
        good=(Example("Ilmoittaudu tapahtumaan", "Anmäl dig till evenemanget"), Example("—", "")),
        check=empty_translation,
        needs=Evidence.UNTRANSLATED,
        otherwise=((Evidence.ENTRY | Evidence.PAIRED | Evidence.WORDS, SATISFIED),),
    ),
    Rule(
        code="U102",
        slug="copied-source",
        severity=Severity.ERROR,
        scope=Scope.UNIT,
        what="The translation repeats the source, word for word, in the source's language.",
        why="It counts as translated in every tool, and no reader of the other language "
        "understands it.",
        how="Translate it.",
        bad=(
            Example("Ilmoittaudu", "Ilmoittaudu"),
            Example("Lähetä lomake", "Lähetä lomake"),
            Example("Katso video", "Katso video"),
            Example("5 minuuttia", "5 minuuttia"),
            Example("65–74-vuotiaat", "65–74-vuotiaat"),
            Example("Pirkanmaan matkailukartta", "Pirkanmaan matkailukartta"),
            Example("Satakunnan shp", "Satakunnan shp", note="a hospital district"),
            Example("―Ruuvit ja mutterit", "―Ruuvit ja mutterit"),
            Example("Espoo, Helsinki, Turku, Kauniainen", "Espoo, Helsinki, Turku, Kauniainen"),
            Example("Anmäl dig", "Anmäl dig", "sv", "fi"),
            Example("Utnyttjanderätt", "Utnyttjanderätt", "sv", "fi", note="in no word list"),
            Example("Autentikointijärjestelmä", "Autentikointijärjestelmä", note="in none either"),
            Example("Markdown-tiedosto", "Markdown-tiedosto"),
        ),
        good=(
            Example("PDF", "PDF"),
            Example("Business Finland", "Business Finland"),
            Example("Kuopio", "Kuopio"),
            Example("UTAJÄRVI", "UTAJÄRVI"),
            Example("Kuivasalmi", "Kuivasalmi"),
            Example("Oraniemi", "Oraniemi"),
            Example("1 101 kg-", "1 101 kg-"),
            Example("info@kunta.example", "info@kunta.example"),
            Example("2021–2027", "2021–2027"),
            Example("0–28 MHz", "0–28 MHz"),
            Example("Interlingua", "interlingua"),
            Example("Nutri-Junior", "Nutri-Junior", note="a brand"),
            Example("API", "API"),
            Example("Minna Canthin katu 64", "Minna Canthin katu 64"),
        ),
        check=copied_source,
        needs=Evidence.COPY | Evidence.METADATA,
        otherwise=((Evidence.PAIRED, SATISFIED),),
    ),
    Rule(
        code="U105",
        slug="unfinished-translation",
        severity=Severity.WARNING,
        scope=Scope.UNIT,
        what="A translation is marked as fuzzy or for review, or a note to finish it stands in it.",
        why="It was not meant to be published yet.",
        how="Finish it, and clear the mark.",
        bad=(Example("Hae rahoitusta", "TODO: Sök finansiering"),),
        good=(Example("Hae rahoitusta", "Sök finansiering"),),
        check=unfinished_translation,
        needs=Evidence.DRAFT,
        otherwise=((Evidence.ENTRY | Evidence.TARGET, SATISFIED),),
    ),
)
