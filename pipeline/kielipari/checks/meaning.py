"""S101, S102: a translation that denies or obliges where its source does not, or the reverse.

Both weigh what a language has to say "not" and "must" (``languages/*/denial.py``,
``modality.py``) against what the other has; where a rendering is conceivable they are silent.
"""

import re
from collections.abc import Iterator

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
from kielipari.checks.likeness import cover_of, lexicon_of
from kielipari.checks.view import SideView, UnitView
from kielipari.languages.denial import Denials, denial, denials, left_bare
from kielipari.languages.modality import modality
from kielipari.model import Message, Severity

_MIN_CONTENT = 0.4  # a target shorter than this share of its source leaves more out than a "not"
_NEAR = 80  # characters beside a negation in which what is denied stands
_MOST_WORDS, _FEW_WORDS = 5, 2  # words after it, and before it
_SHORT = 12  # words of a text that may say the same by an antonym
_TRIED = 3  # words beside a negation that are looked for on the other side
_CLAUSE_END = re.compile(r"[,.;:!?()]")
_RENDERED = 0.3  # from this share on a word counts as rendered
_WORD = re.compile(r"[^\W\d_]+")
_BY_FORM = "un"  # the kind told by how a word is formed, which makes up for no other


def lost_negation(view: UnitView) -> Iterator[Verdict]:
    """S101: one side negates a clause and nothing on the other can be a rendering of that."""
    if not view.is_paired or not (view.source.may_deny or view.target.may_deny):
        return
    if view.source.normal == view.target.normal:
        return  # a copy, which U102 judges
    if _deny_alike(view):
        yield SATISFIED
        return
    source = denials(view.source.prose, view.source.lang)
    target = denials(view.target.prose, view.target.lang)
    if source.strong or target.strong:
        yield _left_bare(view, source, target) or _weighed(view, source, target)


def _deny_alike(view: UnitView) -> bool:
    """Whether both sides have as many words that negate, and none that carries a negation on."""
    counts = []
    for side in (view.source, view.target):
        known = denial(side.lang)
        if known is None or not known.is_of_letters or not known.continuing.isdisjoint(side.words):
            return False
        found = [word for word in side.runs if word in known.strong]
        if any(word in known.acronyms or f"{word}-" in side.lower for word in found):
            return False  # perhaps no negation: EN 1591, icke-statlig
        counts.append(len(found))
    return counts[0] == counts[1] > 0


def _weighed(view: UnitView, source: Denials, target: Denials) -> Verdict:
    """Weigh what either side denies, and all that may be a rendering of it."""
    shares = len(view.target.text) / len(view.source.text)
    if (
        source.unclear
        or target.unclear
        or not _MIN_CONTENT < shares < 1 / _MIN_CONTENT
        or _in_other_language(view)
    ):
        return CANNOT_TELL
    if _outweighs(source, target):
        is_lost = _is_said_without(view, source, is_source=True)
        return _lost(view, source) if is_lost else CANNOT_TELL
    if source.strong and _repeats(view.target):
        return CANNOT_TELL
    if _outweighs(target, source):
        is_added = _is_said_without(view, target, is_source=False)
        return _added(view, target) if is_added else CANNOT_TELL
    return SATISFIED


def _lost(view: UnitView, found: Denials, span: tuple[int, int] | None = None) -> Violation:
    """Say that the target does not deny what the source does; ``span`` is where it ought to."""
    return Violation(
        Message.of("lost-negation", form=_word(view.source, found)),
        source=view.source.span(*found.strong[0]),
        target=view.target.span(*(span or ())),
        evidence=view.source.text,
    )


def _added(view: UnitView, found: Denials, span: tuple[int, int] | None = None) -> Violation:
    """Say that the source does not deny what the target does; ``span`` is where it ought to."""
    return Violation(
        Message.of("added-negation", form=_word(view.target, found)),
        source=view.source.span(*(span or ())),
        target=view.target.span(*found.strong[0]),
        evidence=view.target.text,
    )


def _left_bare(view: UnitView, source: Denials, target: Denials) -> Verdict | None:
    """Tell of a side that denies less often, and has a verb as only a negation leaves it."""
    is_lost = len(source.strong) > len(target.strong)
    if not is_lost and len(source.strong) == len(target.strong):
        return None
    side = view.target if is_lost else view.source
    found = left_bare(side.prose, side.lang)
    if found is None:
        return None
    if found.is_led:
        return CANNOT_TELL
    return (_lost if is_lost else _added)(view, source if is_lost else target, found.span)


def _in_other_language(view: UnitView) -> bool:
    found = view.target.identified.lang
    return found is not None and found != view.target.lang


def _outweighs(one: Denials, other: Denials) -> bool:
    """Whether one side negates more clauses than the other has words that could render it."""
    excess = 0
    for kind in {*one.kinds, *other.kinds}:
        more = other.kinds.get(kind, 0) - one.kinds.get(kind, 0)
        # "ilman" may be rendered by a verb that denies. A word such as "epäily" only looks as if
        # it denied, so it makes up for nothing.
        if more > 0 or kind != _BY_FORM:
            excess += more
    # "eikä" and "inte heller" render each other, and deny nothing that was not denied before.
    there = len(other.strong) - min(other.beside, one.carrying) + other.possible
    return len(one.strong) - one.beside > there + max(0, excess)


def _is_said_without(view: UnitView, found: Denials, *, is_source: bool) -> bool:
    """Whether the other side has what is denied, or nothing is known of that.

    "ei voi muuttaa" is not lost in "skrivskyddad", which says the same by another word.
    """
    translations = lexicon_of(view)
    if translations is None:
        return True
    side = view.source if is_source else view.target
    text = side.prose
    if len(side.runs) > _SHORT:
        return True
    for start, end in found.strong:
        after = _WORD.findall(_CLAUSE_END.split(text[end : end + _NEAR], 1)[0])
        before = _WORD.findall(_CLAUSE_END.split(text[max(0, start - _NEAR) : start])[-1])
        known = 0
        for word in (*after[:_MOST_WORDS], *before[: -_FEW_WORDS - 1 : -1]):
            cover = cover_of(word, view, translations, is_source=is_source)
            if cover.words:
                known += 1
                if cover.covered >= _RENDERED * cover.expected:
                    return True
                if known == _TRIED:
                    break
        if not known:
            return True
    return False


def _repeats(side: SideView) -> bool:
    """Whether clauses are joined there: each of them may repeat a negation said but once."""
    return not side.language.facts.joining.isdisjoint(side.words)


def _word(side: SideView, found: Denials) -> str:
    start, end = found.strong[0]
    return side.text[start:end]


def shifted_modality(view: UnitView) -> Iterator[Verdict]:
    """S102: "must" became "may", or "may" became "must"."""
    here, there = modality(view.source.lang), modality(view.target.lang)
    if here is None or there is None or not view.is_paired:
        return
    weak, strong = view.target.words & there.may, view.target.words & there.must
    if not weak and not strong:
        return
    source, target = view.source.prose.lower(), view.target.prose.lower()
    duty, leave = here.obligation.search(source), here.permission.search(source)
    if (duty is None) == (leave is None):
        return
    if view.source.may_deny or view.target.may_deny or _in_other_language(view):
        yield CANNOT_TELL
        return
    said = duty or leave
    words = weak if duty else strong
    other = there.obligation if duty else there.permission
    if said is None or not words or other.search(target):
        yield SATISFIED
        return
    word = min(words)
    start = target.index(word)
    yield Violation(
        Message.of(
            "weakened-obligation" if duty else "strengthened-permission",
            form=view.source.text[said.start() : said.end()],
            found=word,
        ),
        source=view.source.span(*said.span()),
        target=view.target.span(start, start + len(word)),
        evidence=view.source.text,
    )


RULES = (
    Rule(
        code="S101",
        slug="lost-negation",
        severity=Severity.WARNING,
        scope=Scope.UNIT,
        what="One side says that something is not so, and the other that it is.",
        why="The reader is told the opposite.",
        how="Compare the two sentences; put in the “not”, or take it out.",
        bad=(
            Example("Rakennus ei ole esteetön.", "Byggnaden är tillgänglig."),
            Example("Lomaketta ei tarvitse palauttaa.", "Blanketten behöver returneras."),
            Example("Kahvila on auki.", "Kaféet är inte öppet."),
            Example("Putki on standardin EN 1591 mukainen.", "Röret följer inte EN 1591."),
            Example(
                "Byggnaden är inte tillgänglig.", "Rakennukseen pääsee pyörätuolilla.", "sv", "fi"
            ),
            Example(
                "Avgift tas inte ut för tillstånd som inte används.",
                "Maksua peritä luvasta, jota ei käytetä.",
                "sv",
                "fi",
                note="a verb as only “ei” leaves it",
            ),
        ),
        good=(
            Example("Rakennus ei ole esteetön.", "Byggnaden är inte tillgänglig."),
            Example("Rakennuksessa ei ole hissiä.", "Byggnaden saknar hiss."),
            Example("Sisään ei saa mennä.", "Det är förbjudet att gå in."),
            Example("Haku ei saa olla syrjivä.", "Ansökan ska vara ickediskriminerande."),
            Example(
                "Alue on auki, ellei sitä suljeta.", "Området är öppet, frånsett om det stängs."
            ),
            Example("Osallistuminen on maksutonta.", "Det kostar ingenting att delta."),
            Example("Ei ainoastaan Turku vaan koko maa.", "Inte bara Åbo utan hela landet."),
            Example("Lippuja ei myydä eikä varata.", "Biljetter varken säljs eller bokas."),
            Example("Muita kuin jäseniä ei kutsuta.", "De som inte är medlemmar bjuds inte in."),
            Example("Sääntöä on rikottu.", "Regeln har inte iakttagits."),
            Example("Nimeä ei voi muuttaa.", "Namnet är skrivskyddat."),
            Example("Kuponki on vanhentunut.", "Kupongen är inte längre giltig."),
            Example("Mikset lisäisi kuvaa?", "Varför inte lägga till en bild?"),
            Example("Kansio on tyhjä.", "Mappen har inget innehåll."),
            Example("Tilaisuus on suljettu yleisöltä.", "Mötet är inte öppet för allmänheten."),
            Example("Eikö niin?", "Eller hur?"),
            Example("Sulkumerkit eivät täsmää.", "Omatchade parenteser"),
            Example("Muista sulkea selain.", "Glöm inte att stänga webbläsaren."),
            Example(
                "Katso https://en.example.org/ohje.",
                "Se https://en.example.org/ohje, där allt står.",
            ),
            Example("Rauhoittamattoman eläimen saa siirtää.", "Ett icke fredat djur får flyttas."),
        ),
        check=lost_negation,
        needs=Evidence.DENIAL,
    ),
    Rule(
        code="S102",
        slug="shifted-modality",
        severity=Severity.INFO,
        scope=Scope.UNIT,
        what="What one has to do in one language one may do in the other, or the reverse.",
        why="Readers of the two languages are given different duties.",
        how="Say ska or måste for a duty, kan or får for what is allowed.",
        bad=(
            Example("Avustusta on haettava maaliskuussa.", "Understödet kan sökas i mars."),
            Example("Hakemukseen voi liittää kuvan.", "Ansökan måste innehålla en bild."),
        ),
        good=(
            Example("Avustusta on haettava maaliskuussa.", "Understödet ska sökas i mars."),
            Example("Hakemukseen voi liittää kuvan.", "Till ansökan kan en bild bifogas."),
        ),
        check=shifted_modality,
        needs=Evidence.MODALITY,
    ),
)
