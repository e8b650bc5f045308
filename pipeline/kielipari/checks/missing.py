"""D102–D104: what one language version says and the other does not."""

from collections.abc import Iterator

from kielipari.checks.alone import alone, is_compared, is_full_translation, is_sure, whole
from kielipari.checks.base import (
    CANNOT_TELL,
    SATISFIED,
    Example,
    Rule,
    Scope,
    Verdict,
    Violation,
)
from kielipari.checks.inside import may_miss_some, missing_inside
from kielipari.checks.sections import Piece, sections
from kielipari.checks.view import PairView
from kielipari.model import Message, Relation, Segment, Severity

_QUOTED = 80  # code points of a text that a message quotes


def missing_section(view: PairView) -> Iterator[Verdict]:
    """D102: a heading and what stands under it have no counterpart.

    Texts that were written independently owe each other no section: there it is a warning.
    """
    if not is_compared(view):
        return
    side = alone(view, of_source=True)
    apart = view.relation is Relation.COMPARABLE
    for section in side.sections:
        heading = side.found[section.heading]
        yield Violation(
            Message.of(
                "missing-section.independent" if apart else "missing-section",
                heading=_quote(heading.segment.text),
                after="" if apart else _before(view, heading),
                language=view.target_lang,
            ),
            source=whole(heading.segment),
            severity=Severity.WARNING if apart else None,
        )
    count = len(sections(side.found)) - len(side.sections)
    yield from [SATISFIED] * max(count, 0)


def missing_sentence(view: PairView) -> Iterator[Verdict]:
    """D103: a sentence has no counterpart."""
    for unit in view.having(may_miss_some):
        yield from missing_inside(unit)
    if not is_full_translation(view):
        return
    side = alone(view, of_source=True)
    for place in side.loose:
        piece = side.found[place]
        if not is_sure(piece):
            yield CANNOT_TELL
            continue
        yield Violation(
            Message.of(
                "missing-sentence",
                text=_quote(piece.segment.text),
                after=_before(view, piece),
                language=view.target_lang,
            ),
            source=whole(piece.segment),
        )
    yield from [SATISFIED] * sum(not piece.is_alone for piece in side.found)


def extra_content(view: PairView) -> Iterator[Verdict]:
    """D104: the translation says something that its source does not."""
    if not is_compared(view):
        return
    side = alone(view, of_source=False)
    for section in side.sections:
        heading = side.found[section.heading]
        yield _extra(heading.segment)
    if is_full_translation(view):
        for place in side.loose:
            piece = side.found[place]
            yield _extra(piece.segment) if is_sure(piece) else CANNOT_TELL
    yield from [SATISFIED] * sum(not piece.is_alone for piece in side.found)


def _extra(segment: Segment) -> Violation:
    """Report a stretch that only the target has."""
    return Violation(Message.of("extra-content", text=_quote(segment.text)), target=whole(segment))


def _before(view: PairView, piece: Piece) -> str:
    """Return the text of the other side after which the piece ought to stand, if any."""
    after = ""
    for unit in view.units:
        if unit is piece.unit:
            return _quote(after)
        if unit.target and unit.target.segments[-1].block.region is piece.segment.block.region:
            after = unit.target.segments[-1].text
    return ""


def _quote(text: str) -> str:
    """Return a text short enough for a message."""
    folded = " ".join(text.split())
    return folded if len(folded) <= _QUOTED else folded[: _QUOTED - 1].rstrip() + "…"


RULES: tuple[Rule, ...] = (
    Rule(
        code="D102",
        slug="missing-section",
        severity=Severity.ERROR,
        scope=Scope.PAIR,
        what="A heading and what stands under it have no counterpart in the other language.",
        why="Whoever reads the other language never learns that the section exists.",
        how="Translate the section, or declare the pair abridged.",
        bad=(
            Example(
                "# Kirjasto\n\nKirjasto on auki joka päivä.\n\n"
                "# Varaukset\n\nVarattu aineisto noudetaan viikon kuluessa.",
                "# Biblioteket\n\nBiblioteket är öppet varje dag.",
            ),
        ),
        good=(
            Example(
                "# Kirjasto\n\nKirjasto on auki joka päivä.\n\n"
                "# Varaukset\n\nVarattu aineisto noudetaan viikon kuluessa.",
                "# Biblioteket\n\nBiblioteket är öppet varje dag.\n\n"
                "# Reservationer\n\nReserverat material ska hämtas inom en vecka.",
            ),
        ),
        check=missing_section,
    ),
    Rule(
        code="D103",
        slug="missing-sentence",
        severity=Severity.ERROR,
        scope=Scope.PAIR,
        what="A sentence has no counterpart in the other language.",
        why="The two language versions promise the same and do not say it.",
        how="Add the sentence where the finding says that it should stand.",
        bad=(
            Example(
                "Museo on suljettu maanantaisin. Kahvila on auki joka päivä.",
                "Museet är stängt på måndagar.",
            ),
        ),
        good=(
            Example(
                "Museo on suljettu maanantaisin. Kahvila on auki joka päivä.",
                "Museet är stängt på måndagar men kaféet är öppet varje dag.",
                note="two sentences made into one",
            ),
        ),
        check=missing_sentence,
    ),
    Rule(
        code="D104",
        slug="extra-content",
        severity=Severity.WARNING,
        scope=Scope.PAIR,
        what="The translation says something that its source does not.",
        why="One of the two versions is out of date, or readers are told different things.",
        how="Add it to the source too, or take it away.",
        bad=(
            Example(
                "Museo on suljettu maanantaisin.",
                "Museet är stängt på måndagar. Kaféet är öppet varje dag.",
            ),
        ),
        good=(Example("Museo on suljettu maanantaisin.", "Museet är stängt på måndagar."),),
        check=extra_content,
    ),
)
