"""N101, N102: places, authorities and programmes under the name of the reader's language.

A name is a glossary concept of domain ``name``.
"""

import re
from collections.abc import Iterable, Iterator

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
from kielipari.checks.intended import says_both
from kielipari.checks.spelling import misspelt
from kielipari.checks.terms import NAME_DOMAIN, allowed, by_concept
from kielipari.checks.view import SideView, UnitView
from kielipari.model import Concept, Message, Severity, TermHit
from kielipari.terms.names import group
from kielipari.values.digits import opening_marker

_APART = re.compile(r"[^\d,]*,[^\d,]*")  # an address has digits: "Rantakatu 1, Oulu"
_BESIDE = re.compile(r"\s?[-–—/(]\s?")
_STEM, _ENDING = 5, 4  # letters that a word made of a name begins with, and that it may lack


def untranslated_name(view: UnitView) -> Iterator[Verdict]:
    """N101: a name stands in the target under its source-language form."""
    if not view.target:
        return
    is_other = view.target.identified.lang == view.source.lang
    whole = view.target.text[opening_marker(view.target.text) :].strip(" .,:;")
    for hit in view.target.hits_of(view.source.lang):
        if is_other and len(hit.form) < len(whole):
            continue  # the whole text is in the other language, which U103 says
        wanted = _translated(hit, view)
        if not wanted or not is_written_as_name(hit) or _is_target_name(hit, view.target):
            continue
        if (
            not hit.certain
            or _in_longer_name(view.target, hit)
            or _set_apart(view.target, hit)
            or _is_quoted_whole(view, hit)
            or _is_said_in_both(hit, view.target)
            or _is_meant(view, hit)
        ):
            yield CANNOT_TELL
            continue
        yield Violation(
            Message.of("untranslated-name", form=hit.form, terms=wanted),
            target=view.target.span(hit.start, hit.end),
            evidence=hit.form,
            suggestion=Message.of("use-term", term=wanted[0]),
            concept=hit.concept.id,
        )


def wrong_name(view: UnitView) -> Iterator[Verdict]:
    """N102: the target names another place or authority than the source."""
    if not view.is_paired:
        return
    here, there = _names(view.source), _names(view.target)
    strangers = [
        hits[0]
        for concept, hits in there.items()
        if concept not in here and hits[0].certain and not _is_alluded_to(hits[0].concept, view)
    ]
    for concept, hits in here.items():
        wanted = allowed(hits[0].concept, view.target.lang)
        rivals = [hit for hit in strangers if _are_rivals(hits[0].concept, hit.concept, view)]
        # Of the only name said again another one may stand in the place; of several who knows.
        is_repeated = len(here) == 1 and len(there.get(concept, ())) < len(hits)
        if concept in there and not (rivals and is_repeated):
            yield SATISFIED
        elif hits[0].certain and (place := misspelt(wanted, view.target)):
            found = view.target.text[slice(*place)]
            yield _violation(view, hits[0], place, wanted, evidence=found)
        elif _is_adjective(wanted, view.target):
            yield CANNOT_TELL
        elif len(rivals) == 1 == len(strangers) and wanted and hits[0].certain:
            place = (rivals[0].start, rivals[0].end)
            evidence = f"{hits[0].term.text}\x1e{rivals[0].term.text}"
            yield _violation(view, hits[0], place, wanted, evidence=evidence)
            return
        else:
            yield CANNOT_TELL


def _violation(
    view: UnitView, hit: TermHit, place: tuple[int, int], wanted: tuple[str, ...], *, evidence: str
) -> Violation:
    """Tell what stands at a place of the target instead of a name of the source."""
    found = view.target.text[slice(*place)]
    return Violation(
        Message.of("wrong-name", form=hit.form, found=found, terms=wanted),
        source=view.source.span(hit.start, hit.end),
        target=view.target.span(*place),
        evidence=evidence,
        suggestion=Message.of("use-term", term=wanted[0]),
        concept=hit.concept.id,
    )


def _is_adjective(names: Iterable[str], side: SideView) -> bool:
    """Whether an adjective says the name: "europeiska" for Europa."""
    stems = [name[: max(_STEM, len(name) - _ENDING)].lower() for name in names if len(name) > _STEM]
    return any(token.text.startswith(stem) for stem in stems for token in side.tokens)


def _is_alluded_to(concept: Concept, view: UnitView) -> bool:
    """Whether the source has a word that is made of the name, or a part of it.

    "yhdysvaltalainen", "ruotsinkielinen", "Itä- ja Keski-Uusimaa".
    """
    names = [term.text.lower() for term in concept.in_language(view.source.lang)]
    names += [name.rpartition("-")[2] for name in names if " " not in name]
    halves = [f"{name.partition('-')[0]}- " for name in names if "-" in name]
    return any(half in view.source.lower for half in halves) or any(
        all(_begins(word, view.source.words) for word in name.split()) for name in names
    )


def _begins(name: str, words: frozenset[str]) -> bool:
    """Whether one of the words begins as a name does, but for its ending."""
    stem = name[: max(_STEM, len(name) - _ENDING)]
    return len(name) >= _STEM and any(word.startswith(stem) for word in words)


def _names(side: SideView) -> dict[str, list[TermHit]]:
    names = tuple(
        hit
        for hit in side.hits
        if hit.concept.domain == NAME_DOMAIN
        and not _is_within(side, hit)
        and is_written_as_name(hit)
    )
    return by_concept(names)


def _is_within(side: SideView, hit: TermHit) -> bool:
    """Whether the name is but the beginning of another one: Ruotsinpyhtää is not in Sweden."""
    return hit.how.is_compound and side.text[hit.end : hit.end + 1].isalpha()


def is_written_as_name(hit: TermHit) -> bool:
    """Whether a name that has a capital was met with one: "ingå" is no town."""
    return hit.form[:1].isupper() or not hit.term.text[:1].isupper()


def _are_rivals(one: Concept, other: Concept, view: UnitView) -> bool:
    """Whether a reader could take one for the other: two places or two bodies, neither a part of the other."""
    kinds = {group(one.id), group(other.id)} - {""}
    texts = [
        {term.text.casefold() for term in concept.in_language(view.target.lang)}
        for concept in (one, other)
    ]
    nested = any(_is_part(a, b) or _is_part(b, a) for a in texts[0] for b in texts[1])
    return len(kinds) < 2 and not nested  # noqa: PLR2004 - two kinds are different things


def _is_part(short: str, long: str) -> bool:
    """Whether one name begins the other or is one of its words."""
    return long.startswith(short) or f" {short} " in f" {long} "


def _translated(hit: TermHit, view: UnitView) -> tuple[str, ...]:
    """Return the concept's allowed target names, or nothing where this name is one of them."""
    if hit.concept.domain != NAME_DOMAIN:
        return ()
    wanted = allowed(hit.concept, view.target.lang)
    return () if hit.term.text in wanted else wanted


def _is_target_name(hit: TermHit, side: SideView) -> bool:
    return any(h.start < hit.end and hit.start < h.end for h in side.hits)


def _set_apart(side: SideView, hit: TermHit) -> bool:
    inside_value = any(v.start <= hit.start and hit.end <= v.end for v in side.values)
    return inside_value or side.is_foreign(hit.start, hit.end)


def _is_quoted_whole(view: UnitView, hit: TermHit) -> bool:
    """Whether the word and a neighbour stand so in the source too: "School of Helsinki".

    Not after a comma, which parts a name from a place: "Maija Meri, Helsinki".
    """
    text, source = view.target.text, view.source.text
    words = [token for token in view.target.tokens if any(map(str.isalpha, token.text))]
    index = next((i for i, token in enumerate(words) if token.start >= hit.start), len(words))
    last = next((i for i, token in enumerate(words) if token.start >= hit.end), len(words))
    before = words[index - 1 : index] if index else []
    return any(
        len(text[start:end].split()) > 1
        and text[start:end] in source
        and not _APART.fullmatch(text[start:end])
        for start, end in (
            *((token.start, hit.end) for token in before),
            *((hit.start, token.end) for token in words[last : last + 1]),
        )
    )


def _is_said_in_both(hit: TermHit, side: SideView) -> bool:
    """Whether the target's own name stands beside it: "RUOKAVIRASTO – LIVSMEDELSVERKET"."""
    return any(
        _BESIDE.fullmatch(side.text[min(hit.end, own.end) : max(hit.start, own.start)])
        for own in side.hits
        if own.concept.id == hit.concept.id
    )


def _is_meant(view: UnitView, hit: TermHit) -> bool:
    """Whether it is said in a part in the other language: "suomeksi", "Kutsu / Inbjudan"."""
    lang = view.source.lang
    return hit.form.lower() == view.analysers.language(lang).facts.in_itself or says_both(
        view.target.prose, view.target.lang, lang, view.analysers
    )


def _in_longer_name(side: SideView, hit: TermHit) -> bool:
    """Whether the hit is part of a longer name: a compound's, or a neighbour's with a capital."""
    if side.text[hit.end : hit.end + 1].isalpha() or side.text[: hit.start][-1:].isalpha():
        return True  # Lapinlahti
    if side.text.startswith("-", hit.end):
        return False  # the name that a compound begins with: Helsinki-området
    words = [token for token in side.tokens if token.is_word]
    for index, token in enumerate(words):
        if token.start >= hit.end:
            return token.start == hit.end + 1 and token.text[0].isupper()
        if token.end <= hit.start:
            continue
        before = words[index - 1] if index else None
        if (
            before is not None
            and index > 1
            and before.end == hit.start - 1
            and before.text[0].isupper()
        ):
            return True
    return False


RULES = (
    Rule(
        code="N101",
        slug="untranslated-name",
        severity=Severity.ERROR,
        scope=Scope.UNIT,
        what="A place, authority or programme stands under its name in the other language.",
        why="Bilingual names are official; a reader may not know the other one, and it looks as "
        "if nobody had read the page.",
        how="Use the name in the language of the text.",
        bad=(
            Example("Seminaari pidetään Turussa.", "Seminariet hålls i Turku."),
            Example("Kela maksaa tuen.", "Kela betalar stödet."),
            Example("kuvataiteilija Maija Meri, Turku", "bildkonstnären Maija Meri, Turku"),
            Example("2) Oulun yliopisto;", "2) Oulun yliopisto;"),
            Example("Seminariet hålls i Åbo.", "Seminaarin paikka: Åbo.", "sv", "fi"),
            Example("Seminariet hålls i Åbo.", "Seminaari pidetään Åbossa.", "sv", "fi"),
            Example(
                "Valtiokonttorin päätös on lainvoimainen.",
                "Valtiokonttoris beslut vann laga kraft.",
            ),
            Example("Helsingin seudun asukkaat", "Invånarna i Helsinki-regionen"),
        ),
        good=(
            Example("Seminaari pidetään Turussa.", "Seminariet hålls i Åbo."),
            Example("Kela maksaa tuen.", "FPA betalar stödet."),
            Example("Seminaari pidetään Kuopiossa.", "Seminariet hålls i Kuopio."),
            Example("Kuopion seutu kasvaa.", "Kuopio-regionen och Lahtis-trakten växer."),
            Example("Kyltissä lukee Turku – Åbo.", "På skylten står det Turku – Åbo."),
            Example("Puutarhakatu 1, Turku", "Puutarhakatu 1, Turku", note="an address"),
            Example("Ett par projekt", "Pari hanketta", "sv", "fi", note="not Paris"),
        ),
        check=untranslated_name,
        needs=Evidence.STRAY_TERMS,
    ),
    Rule(
        code="N102",
        slug="wrong-name",
        severity=Severity.ERROR,
        scope=Scope.UNIT,
        what="The target names another place, authority or programme than the source, or spells "
        "the name with a letter wrong.",
        why="The reader goes to the wrong place.",
        how="Check which one is right, and use the same on both sides.",
        bad=(
            Example("Tapahtuma järjestetään Oulussa.", "Evenemanget ordnas i Åbo."),
            Example("Evenemanget ordnas i Åbo.", "Tapahtuma järjestetään Oulussa.", "sv", "fi"),
            Example(
                "Verohallinto tekee päätöksen. Verohallinnon päätökseen saa hakea muutosta.",
                "Statskontoret fattar beslutet. Skatteförvaltningens beslut får överklagas.",
                note="right once, and wrong once",
            ),
            Example("Verohallinto päättää asiasta.", "Skattefövaltningen avgör saken."),
            Example("Skatteförvaltningen avgör saken.", "Verohalinto päättää asiasta.", "sv", "fi"),
        ),
        good=(
            Example("Tapahtuma järjestetään Oulussa.", "Evenemanget ordnas i Uleåborg."),
            Example("Evenemanget ordnas i Helsingfors.", "Tapahtuma on Helsingissä.", "sv", "fi"),
            Example("Yhdysvaltalainen vieras saapui Turkuun.", "Gästen från USA kom till Åbo."),
            Example("Itä- ja Keski-Uusimaa", "Östra och Mellersta Nyland"),
            Example(
                "Verohallinto tekee päätöksen, jonka Verohallinto myös lähettää.",
                "Skatteförvaltningen fattar beslutet och sänder det.",
            ),
        ),
        check=wrong_name,
        needs=Evidence.NAMES,
    ),
)
