"""M104–M106: punctuation, white space and doubled words."""

import re
from collections.abc import Iterator, Mapping

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
from kielipari.checks.view import UnitView
from kielipari.model import Message, Origin, Severity

_QUOTES = re.compile(r"(?!(?<!\S)[«»‹›](?!\S))[“”„‟«»‹›]")  # "« Tillbaka" is an arrow
_CLOSERS = " \t\n\u00a0\"'”’»)“"
_DOUBLE_SPACE = re.compile(r"(?<=[^\s.!?:])[ ]{2,}(?=\S)")
_DOUBLED = re.compile(r"(?<![\w-])([^\W\d_]{2,40})[ \u00a0]+\1(?![\w-])", re.IGNORECASE)
# words that may well stand twice in a sound sentence: "det det är", "se se on", "that that"
_LEGITIMATE_WORDS: Mapping[str, str] = {
    "fi": "on se ne sen siitä niin hyvin että joka mikä ei jo oli ovat moi hei no",
    "sv": "så som det har är på i av om den att en för man var hade kan ska sig till hej mycket "
    "vad de blir in upp ut med över vi",
    "en": "that had is very so do in on no bye",
}
_LEGITIMATE = {lang: frozenset(words.split()) for lang, words in _LEGITIMATE_WORDS.items()}


def punctuation_mismatch(view: UnitView) -> Iterator[Verdict]:
    """M104: a question that asks nothing any more, or marks of another language."""
    if not view.is_paired:
        return
    source, target = view.source.text, view.target.text
    told = False
    checked = "?" in source
    if checked and "?" not in target and source.rstrip(_CLOSERS).endswith("?"):
        end = len(target.rstrip())
        told = True
        yield Violation(
            Message.of(
                "punctuation-mismatch", source_value="?", target_value=target[end - 1 : end]
            ),
            source=view.source.span(source.rindex("?"), source.rindex("?") + 1),
            target=view.target.span(max(0, end - 1), end),
            evidence=f"? {target[-40:]}",
        )
    used = _QUOTES.search(target)
    if used:
        checked = True
        marks = view.target.language.facts.quotation_marks
        declared = {mark for pair in marks for mark in pair}
        strange = next((m for m in _QUOTES.finditer(target) if m[0] not in declared), None)
        if strange is not None and marks:
            told = True
            opening = target[: strange.start()].count(strange[0]) % 2 == 0
            instead = marks[0][0 if opening else 1]
            yield Violation(
                Message.of("punctuation-mismatch", form=strange[0], instead=instead),
                target=view.target.span(strange.start(), strange.end()),
                suggestion=Message.of("write", text=instead),
            )
    if checked and not told:
        yield SATISFIED


def whitespace(view: UnitView) -> Iterator[Verdict]:
    """M105: spaces at the ends that the source does not have, or two in a row."""
    if not view.is_paired:
        return
    source, target = view.source.text, view.target.text
    if view.unit.origin is not Origin.ALIGNED:
        for ours, theirs, start, end in (
            (
                source[: len(source) - len(source.lstrip())],
                target[: len(target) - len(target.lstrip())],
                0,
                len(target) - len(target.lstrip()),
            ),
            (
                source[len(source.rstrip()) :],
                target[len(target.rstrip()) :],
                len(target.rstrip()),
                len(target),
            ),
        ):
            if bool(ours) != bool(theirs) or ("\n" in ours) != ("\n" in theirs):
                yield Violation(
                    Message.of("whitespace"),
                    target=view.target.span(start, end),
                    evidence=f"{start > 0}{target[:40]}",
                )
                return
    if "  " in target:
        match = _DOUBLE_SPACE.search(target)
        if match and not _DOUBLE_SPACE.search(source):
            yield Violation(
                Message.of("whitespace"),
                target=view.target.span(match.start(), match.end()),
                evidence=target[max(0, match.start() - 20) : match.end() + 20],
            )
            return
    yield SATISFIED


def doubled_word(view: UnitView) -> Iterator[Verdict]:
    """M106: the same word twice in a row, where the language does not do so."""
    words = view.target.text.lower().split()
    if not any(map(str.startswith, words[1:], words)):
        if words:
            yield SATISFIED
        return
    for match in _DOUBLED.finditer(view.target.text):
        word = match[1]
        if word.lower() in _LEGITIMATE.get(view.target.lang, frozenset()) or word[0].isupper():
            yield CANNOT_TELL
            return
        if _DOUBLED.search(view.source.text):
            yield CANNOT_TELL  # hyvin hyvin, mycket mycket
            return
        yield Violation(
            Message.of("doubled-word", form=match[0]),
            target=view.target.span(match.start(), match.end()),
            suggestion=Message.of("write", text=word),
        )
        return
    yield SATISFIED


RULES = (
    Rule(
        code="M104",
        slug="punctuation-mismatch",
        severity=Severity.INFO,
        scope=Scope.UNIT,
        what="A question has lost its question mark, or quotation marks are those of another "
        "language.",
        why="The reader takes the question for a statement, and foreign marks look careless.",
        how="End the question with a question mark. Finnish and Swedish quote with ”…” (or »…»).",
        bad=(
            Example("Haluatko jatkaa?", "Vill du fortsätta."),
            Example("Ohjelma ”Innostu” alkaa.", "Programmet “Innostu” börjar."),
            Example("Vill du fortsätta?", "Haluatko jatkaa", "sv", "fi"),
        ),
        good=(
            Example("Haluatko jatkaa?", "Vill du fortsätta?"),
            Example("Ohjelma ”Innostu” alkaa.", "Programmet ”Innostu” börjar."),
            Example("Ohjelma ”Innostu” alkaa.", "Programmet »Innostu» börjar."),
            Example("Vill du? Då kan du.", "Voit, jos haluat.", "sv", "fi"),
            Example("« Takaisin etusivulle", "« Tillbaka till startsidan"),
        ),
        check=punctuation_mismatch,
        needs=Evidence.MARKS,
    ),
    Rule(
        code="M105",
        slug="whitespace",
        severity=Severity.INFO,
        scope=Scope.UNIT,
        what="There are two spaces in a row, or spaces at an end where the source has none (or "
        "none where it has some).",
        why="Strings that a program joins run together or fall apart.",
        how="Write the spaces as the source does.",
        bad=(
            Example("Hae nyt", "Ansök  nu"),
            Example("Hae nyt", "Ansök nu "),
            Example("Nimi: ", "Namn:"),
            Example("Ansök nu", " Hae nyt", "sv", "fi"),
        ),
        good=(
            Example("Hae nyt", "Ansök nu"),
            Example("Nimi: ", "Namn: "),
            Example("Ansök nu", "Hae nyt", "sv", "fi"),
        ),
        check=whitespace,
        needs=Evidence.SPACES,
        otherwise=((Evidence.PAIRED, SATISFIED),),
    ),
    Rule(
        code="M106",
        slug="doubled-word",
        severity=Severity.INFO,
        scope=Scope.UNIT,
        what="The same word stands twice in a row, and it is not one that may.",
        why="It is a slip of the keyboard that every reader sees.",
        how="Remove one.",
        bad=(
            Example("Kaupungit ja kunnat", "Städer och och kommuner"),
            Example("Städer och kommuner", "Kaupungit ja ja kunnat", "sv", "fi"),
        ),
        good=(
            Example("Se ei ole niin helppoa.", "Det är inte så så lätt."),
            Example("Se mikä on, on.", "Det som är är."),
            Example("Matka Bora Boralle", "En resa till Bora Bora"),
            Example("De som har har.", "Niillä on joilla on.", "sv", "fi"),
        ),
        check=doubled_word,
        needs=Evidence.DOUBLED,
        otherwise=((Evidence.TARGET, SATISFIED),),
    ),
)
