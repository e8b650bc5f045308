"""U104: words of the other language left inside a text.

The evidence is per word: a word that only the other language's lexicon knows. Names, quotations,
what stands in brackets, code, addresses and the glossary's own words say nothing.
"""

import re
from collections.abc import Iterator, Sequence

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
    belongs_to_company,
    is_address,
    is_rare_loan,
    says_both,
    spans_apart,
)
from kielipari.checks.names import is_written_as_name
from kielipari.checks.strangers import SHORTEST, is_no_name, opening, strangers
from kielipari.checks.view import SideView, UnitView
from kielipari.languages.base import Language
from kielipari.languages.glance import Stranger
from kielipari.languages.text import is_spoken
from kielipari.model import Message, Severity, TermHit
from kielipari.terms.names import USAGE_DOMAIN

_SENTENCE, _STRANGE = 6, 0.2  # words of a quoted sentence, and the share of strange ones
_ROMAN = re.compile(r"[ivxlcdm]+", re.IGNORECASE)
_WORD_BEFORE = re.compile(
    r"[^\W\d_–,-] ?[–,-]? ([A-ZÅÄÖ][A-ZÅÄÖa-zåäö-]{2,40}(?: [a-zåäö-]{3,40})?) $"
)  # within a sentence
_BEGUN = re.compile(r"([^\W\d_]{1,40})- $")  # a word broken at the end of a line
_BEFORE = 60
_MANY, _LENT = 3, 6  # units that have a name, or a loan
_ADDRESS = re.compile(r"[#@/\\_=<>{}]|\w\.\w")


def mixed_language(view: UnitView) -> Iterator[Verdict]:
    """U104: a text has words that only the other language of the pair knows."""
    for side, other, is_source in (
        (view.source, view.target, True),
        (view.target, view.source, False),
    ):
        if not side:
            continue
        words = strangers(side, other)
        if not is_source:
            words += tuple(opening(side, other))
        if not words:
            if not is_source:
                yield SATISFIED
            continue
        taken = [
            hit
            for hit in side.hits_of(other.lang)
            if hit.concept.domain != USAGE_DOMAIN
            and not hit.how.is_compound
            and is_written_as_name(hit)
        ]
        yield from _judge(words, view, taken, is_source=is_source)


def _judge(
    words: Sequence[Stranger], view: UnitView, taken: Sequence[TermHit], *, is_source: bool
) -> Iterator[Verdict]:
    side, other = (view.source, view.target) if is_source else (view.target, view.source)
    apart = [span for span in spans_apart(side.text) if not _is_own(span, words, side.text)]
    apart += [(hit.start, hit.end) for hit in (*side.hits, *taken)]
    sure = [
        word
        for word in words
        if _is_sure(word, side, other, apart, is_source=is_source)
        and not _is_of_the_file(word.text, view, is_source=is_source)
    ]
    if (
        not sure
        or is_address(side.text)
        or says_both(side.prose, side.lang, other.lang, view.analysers)
    ):
        yield CANNOT_TELL
        return
    for run in _runs(sure, side.text):
        start, end = run[0].start, run[-1].end
        span = side.span(start, end)
        yield Violation(
            Message.of(
                "mixed-language",
                form=side.text[start:end],
                found=other.lang,
                expected=side.lang,
            ),
            source=span if is_source else None,
            target=None if is_source else span,
        )


def _is_own(span: tuple[int, int], words: Sequence[Stranger], text: str) -> bool:
    """Whether a quotation is in the text's own language, but for a word or two."""
    start, end = span
    strange = sum(start <= word.start < end for word in words)
    count = len(text[start:end].split())
    return count >= _SENTENCE and strange <= _STRANGE * count


def _is_sure(
    word: Stranger,
    side: SideView,
    other: SideView,
    apart: Sequence[tuple[int, int]],
    *,
    is_source: bool,
) -> bool:
    """Whether the word can only be there by mistake."""
    text = word.text
    if (
        not is_spoken(text)
        or (len(text) < SHORTEST and not _is_small_word(text, other.language))
        or _ROMAN.fullmatch(text)
        or (text.isupper() and len(side.text) > len(text))
    ):
        return False
    if any(start < word.end and word.start < end for start, end in apart):
        return False
    if _is_part_of_longer(word, side) or _follows_name(word, side, other):
        return False
    chunk = side.text[max(0, word.start - 1) : word.end + 2]
    if _ADDRESS.search(chunk) or side.is_foreign(word.start, word.end):
        return False
    if _is_loan(text.lower(), side, other, is_source=is_source):
        return False
    is_name = not is_no_name(text, other.language) or _is_name_in(text, other.text)
    return not (text[0].isupper() and is_name)


def _is_of_the_file(word: str, view: UnitView, *, is_source: bool) -> bool:
    """Whether many units have a word: a brand on both sides, or a loan such as "offline"."""
    side, other = (view.source, view.target) if is_source else (view.target, view.source)
    low, holding = word.lower(), view.typical.concordance.holding
    if low.isalpha() and other.language.facts.lends:
        return len(holding(low, in_target=not is_source)) >= _LENT
    if word == low or not low.isalpha():
        return False
    endings = ("", *side.language.facts.name_endings)
    return any(
        len(holding(name, in_target=False) & holding(name, in_target=True)) >= _MANY
        for name in {low.removesuffix(ending) for ending in endings}
        if len(name) >= SHORTEST
    )


def _is_part_of_longer(word: Stranger, side: SideView) -> bool:
    """Whether it belongs to a company's name, a compound ("arava- och …") or an option.

    Or is what is left of a word that was broken at the end of a line: "päättä- minen".
    """
    text = side.text
    begun = _BEGUN.search(text, max(0, word.start - _BEFORE), word.start)
    return (
        belongs_to_company(text, word.end)
        or text[word.end : word.end + 1] == "-"
        or text[max(0, word.start - 2) : word.start] == "--"
        or (begun is not None and side.language.knows(begun[1] + word.text))
    )


def _follows_name(word: Stranger, side: SideView, other: SideView) -> bool:
    """Whether a word with a capital in the same language begins what it ends: Saksalainen koulu.

    Another word may stand between the two: Palmgrenin pianokilpailun tukiyhdistys.
    """
    found = _WORD_BEFORE.search(side.text, max(0, word.start - _BEFORE), word.start)
    if found is None:
        return False
    return all(
        other.language.knows(before) and not side.language.accepts(before.lower())
        for before in found[1].split()
    )


def _is_small_word(word: str, language: Language) -> bool:
    """Whether a word of two or three letters is one that a text cannot do without: klo, och, on."""
    facts = language.facts
    form = word.lower()
    return len(form) > 2 and form in facts.function_words | facts.before_numbers  # noqa: PLR2004


def _is_loan(word: str, side: SideView, other: SideView, *, is_source: bool) -> bool:
    """Whether both languages use a word: with their own endings, or in their own spelling.

    "benfurakarbin", "pratsikvanteli". A word that the other language has as it stands is its own.
    """
    if word in other.words:
        return is_source
    if other.language.accepts(word):
        return False
    endings = side.language.facts.name_endings
    return is_rare_loan(word, other) or any(
        word.endswith(ending) and word.removesuffix(ending) in other.words for ending in endings
    )


def _is_name_in(word: str, text: str) -> bool:
    """Whether a word has its capital within a sentence of a text: "Enligt Still var det kallt"."""
    found = text.find(f" {word}")
    while found > 0:
        after = text[found + len(word) + 1 : found + len(word) + 2]
        if not after.isalpha() and (text[found - 1].isalpha() or text[found - 1] == ","):
            return True
        found = text.find(f" {word}", found + 1)
    return False


def _runs(words: Sequence[Stranger], text: str) -> list[list[Stranger]]:
    """Join words with nothing but white space between them."""
    runs: list[list[Stranger]] = []
    for word in words:
        if runs and not text[runs[-1][-1].end : word.start].strip():
            runs[-1].append(word)
        else:
            runs.append([word])
    return runs


RULES = (
    Rule(
        code="U104",
        slug="mixed-language",
        severity=Severity.WARNING,
        scope=Scope.UNIT,
        what="Words of the other language are left inside a text.",
        why="The sentence looks translated, and yet a reader of its language does not understand "
        "it to the end.",
        how="Translate the words, or set them in quotation marks if they are quoted.",
        bad=(
            Example("Lue lisää tästä.", "Läs mer tästä."),
            Example("Avoinna klo 18–20.", "Öppet klo 18–20."),
            Example("Kokous pidetään kirjastossa.", "Mötet hålls kirjastossa på tisdag."),
            Example(
                "Maksuluokan perusteena on liikevaihto.",
                "Omsättning som ligger till Maksuluokan grund.",
                note="the first word of the source, which its capital does not make a name of",
            ),
            Example(
                "Mötet hålls i biblioteket.",
                "Kokous pidetään biblioteket ensi tiistaina.",
                "sv",
                "fi",
            ),
            Example(
                "Uppgifterna lämnas till enheten för elhandeln.",
                "Tiedot toimitetaan elhandeln yksikölle.",
                "sv",
                "fi",
                note="a compound that no word list has",
            ),
            Example(
                "Båtklubbens hamnavgifter höjs i år.",
                "Veneseuran hamnavgiftshöjningar tulevat voimaan tänä vuonna.",
                "sv",
                "fi",
                note="another one, whose letters Finnish has too",
            ),
            Example(
                "”Kokous alkaa säännöllisesti kello yhdeksän”, hän sanoo.",
                "”Mötet börjar säännöllisesti klockan nio varje dag”, säger hon.",
                note="in a quotation that is in the text's own language",
            ),
        ),
        good=(
            Example("Lue lisää tästä.", "Läs mer här."),
            Example("Avoinna klo 18–20.", "Öppet kl. 18–20."),
            Example("Näytelmä Hyvä ihminen", "Pjäsen ”Hyvä ihminen” spelas på finska."),
            Example("Kysy hakemuksesta.", "Fråga om ansökan (hakemus)."),
            Example("Osoite on hakemus@kunta.example.", "Adressen är hakemus@kunta.example."),
            Example("Biotalous kasvaa.", "Bioekonomin växer."),
            Example("Enligt Still var det kallt.", "Still kertoi, että oli kylmä.", "sv", "fi"),
            Example("Annos pratsikvantelia", "En dos prazikvantel"),
            Example("Määräajan pidentä- minen", "Förlängning av tidsfristen"),
            Example("Tampereen elokuvajuhlat", "Tävlingen ordnas av Tampereen elokuvajuhlat."),
            Example("Koulun nimi säilyy.", "Namnet Helsingin Saksalainen koulu finns kvar."),
        ),
        check=mixed_language,
        needs=Evidence.STRANGERS,
        otherwise=((Evidence.TARGET, SATISFIED),),
    ),
)
