"""D102–D105, S103: what one language version says and the other does not."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import log

from kielipari.align.beads import NO_COUNTERPART_CUT
from kielipari.checks.base import (
    CANNOT_TELL,
    SATISFIED,
    Example,
    Rule,
    Scope,
    Span,
    Verdict,
    Violation,
)
from kielipari.checks.inside import missing_inside
from kielipari.checks.sections import Piece, Section, pieces, sections
from kielipari.checks.view import PairView, UnitView
from kielipari.model import BlockKind, Message, Origin, Parity, Relation, Segment, Severity

_RUNNING = frozenset(
    {
        BlockKind.HEADING,
        BlockKind.PARAGRAPH,
        BlockKind.LIST_ITEM,
        BlockKind.TABLE_CELL,
        BlockKind.QUOTE,
        BlockKind.CAPTION,
    }
)
_COUNTED = (BlockKind.LIST_ITEM, BlockKind.TABLE_CELL)
_LEAST_LETTERS = 12  # shorter pieces (labels, cells, names) can be left out for many reasons
_LEAST_WORDS = 2
_QUOTED = 80  # code points of a text that a message quotes
_SHARE_ALONE = 0.85  # of a section's letters that must have no counterpart
_LONG_ENOUGH = 45  # code points from which on a length is suspicious
_SUSPICIOUS = log(2.5)  # never reached in aligned law and news, by 0.5 % of interface texts


@dataclass(frozen=True, slots=True)
class _Missing:
    """What one side says alone: sections, and pieces outside of them."""

    found: Sequence[Piece]
    sections: tuple[Section, ...]
    loose: tuple[int, ...]


def missing_section(view: PairView) -> Iterator[Verdict]:
    """D102: a heading and what stands under it have no counterpart.

    Texts that were written independently owe each other no section: there it is a warning.
    """
    if not _is_compared(view):
        return
    side = _alone(view, of_source=True)
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
            source=_whole(heading.segment),
            severity=Severity.WARNING if apart else None,
        )
    count = len(sections(side.found)) - len(side.sections)
    yield from [SATISFIED] * max(count, 0)


def missing_sentence(view: PairView) -> Iterator[Verdict]:
    """D103: a sentence has no counterpart."""
    for unit in view.units:
        if unit.unit.origin is not Origin.ALIGNED:
            yield from missing_inside(unit)
    if not _is_full_translation(view):
        return
    side = _alone(view, of_source=True)
    for place in side.loose:
        piece = side.found[place]
        if not _is_sure(piece):
            yield CANNOT_TELL
            continue
        yield Violation(
            Message.of(
                "missing-sentence",
                text=_quote(piece.segment.text),
                after=_before(view, piece),
                language=view.target_lang,
            ),
            source=_whole(piece.segment),
        )
    yield from [SATISFIED] * sum(not piece.is_alone for piece in side.found)


def extra_content(view: PairView) -> Iterator[Verdict]:
    """D104: the translation says something that its source does not."""
    if not _is_compared(view):
        return
    side = _alone(view, of_source=False)
    for section in side.sections:
        heading = side.found[section.heading]
        yield _extra(heading.segment)
    if _is_full_translation(view):
        for place in side.loose:
            piece = side.found[place]
            yield _extra(piece.segment) if _is_sure(piece) else CANNOT_TELL
    yield from [SATISFIED] * sum(not piece.is_alone for piece in side.found)


def _extra(segment: Segment) -> Violation:
    """Report a stretch that only the target has."""
    return Violation(Message.of("extra-content", text=_quote(segment.text)), target=_whole(segment))


def structure_mismatch(view: PairView) -> Iterator[Verdict]:
    """D105: a list, a table or a heading is built otherwise than its counterpart."""
    if not _is_full_translation(view):
        return
    for unit in view.units:
        if unit.is_paired:
            here, there = unit.source.segments[0].block, unit.target.segments[0].block
            if here.kind is there.kind is BlockKind.HEADING and here.level and there.level:
                yield (
                    SATISFIED
                    if here.level == there.level
                    else Violation(
                        Message.of(
                            "structure-mismatch", source_level=here.level, target_level=there.level
                        ),
                        source=unit.source.span(),
                        target=unit.target.span(),
                    )
                )
    for kind in _COUNTED:
        yield from _judge_runs(view, kind)


def _judge_runs(view: PairView, kind: BlockKind) -> Iterator[Verdict]:
    """Compare the lengths of lists, or of tables, that correspond."""
    left = _runs(pieces(view.units, of_source=True), kind)
    right = _runs(pieces(view.units, of_source=False), kind)
    owner = {id(piece.unit): place for place, run in enumerate(right) for piece in run}
    for run in left:
        votes = Counter(owner[id(p.unit)] for p in run if id(p.unit) in owner)
        if not votes:
            continue
        other = right[votes.most_common(1)[0][0]]
        counts = _blocks(run), _blocks(other)
        reported = [_blocks([p for p in side if _is_reported(p)]) for side in (run, other)]
        # An item that is missing is D103's finding, and one too many D104's.
        same = counts[0] - reported[0] == counts[1] - reported[1]
        if same or len(votes) > 1:
            yield SATISFIED if counts[0] == counts[1] else CANNOT_TELL
            continue
        yield Violation(
            Message.of(
                "structure-mismatch",
                kind=str(kind),
                source_count=counts[0],
                target_count=counts[1],
            ),
            source=_whole(run[0].segment),
            target=_whole(other[0].segment),
        )


def _blocks(run: Sequence[Piece]) -> int:
    """Count the list items or cells of a run."""
    return len({id(piece.segment.block) for piece in run})


def _is_reported(piece: Piece) -> bool:
    """Whether a piece that has no counterpart is a finding of its own."""
    return piece.is_alone and _is_told(piece.segment) and _is_sure(piece)


def _runs(found: Sequence[Piece], kind: BlockKind) -> list[list[Piece]]:
    """Return the runs of neighbouring pieces of a kind."""
    runs: list[list[Piece]] = []
    is_open = False
    for piece in found:
        if piece.segment.block.kind is not kind:
            is_open = False
        elif is_open:
            runs[-1].append(piece)
        else:
            runs.append([piece])
            is_open = True
    return runs


def suspicious_length(view: UnitView) -> Iterator[Verdict]:
    """S103: a translation is much shorter or longer than its source."""
    if not view.is_paired:
        return
    here, there = len(view.source.text.strip()), len(view.target.text.strip())
    if max(here, there) < _LONG_ENOUGH:
        return
    if abs(log(there / here)) < _SUSPICIOUS:
        yield SATISFIED
        return
    yield Violation(
        Message.of("suspicious-length", source_length=here, target_length=there),
        source=view.source.span(),
        target=view.target.span(),
    )


def _is_compared(view: PairView) -> bool:
    """Whether two documents were compared that are about the same, and both ought to be whole."""
    return (
        view.source is not None
        and view.target is not None
        and view.parity is Parity.FULL
        and view.relation in {Relation.TRANSLATION, Relation.COMPARABLE}
        and all(unit.unit.key is None for unit in view.units)
    )


def _is_full_translation(view: PairView) -> bool:
    """Whether every sentence ought to have a counterpart."""
    return _is_compared(view) and view.relation is Relation.TRANSLATION


def _alone(view: PairView, *, of_source: bool) -> _Missing:
    """Find what one side says alone."""
    found = pieces(view.units, of_source=of_source)
    whole: list[Section] = []
    inside: set[int] = set()
    for section in sections(found):
        if section.heading not in inside and _is_missing(found, section, view):
            whole.append(section)
            inside.update(range(section.heading, section.end))
    loose = tuple(
        place
        for place, piece in enumerate(found)
        if piece.is_alone and place not in inside and _is_told(piece.segment)
    )
    return _Missing(found, tuple(whole), loose)


def _is_missing(found: Sequence[Piece], section: Section, view: PairView) -> bool:
    """Say whether a section as a whole has no counterpart."""
    heading = found[section.heading]
    if not section.body or not heading.is_alone:
        return False
    body = [found[place] for place in section.body]
    if not any(_is_told(piece.segment) for piece in body):
        return False
    total = sum(_letters(piece.segment.text) for piece in body)
    alone = sum(_letters(piece.segment.text) for piece in body if piece.is_alone)
    if alone < _SHARE_ALONE * total:
        return False
    return view.relation is Relation.COMPARABLE or any(
        _is_sure(piece) for piece in [heading, *body] if _is_told(piece.segment)
    )


def _is_sure(piece: Piece) -> bool:
    """Say whether it is certain enough that nothing corresponds."""
    return piece.unit.unit.score >= NO_COUNTERPART_CUT


def _is_told(segment: Segment) -> bool:
    """Say whether a piece is text that a reader would miss."""
    return (
        segment.block.kind in _RUNNING
        and _letters(segment.text) >= _LEAST_LETTERS
        and len(segment.text.split()) >= _LEAST_WORDS
    )


def _letters(text: str) -> int:
    """Count letters."""
    return sum(character.isalpha() for character in text)


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


def _whole(segment: Segment) -> Span:
    """Return the span of a whole segment."""
    return Span(segment, 0, len(segment.text))


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
    Rule(
        code="D105",
        slug="structure-mismatch",
        severity=Severity.WARNING,
        scope=Scope.PAIR,
        what="A list, a table or a heading is built otherwise than its counterpart.",
        why="A missing list item is easily overlooked, and heading levels guide screen readers.",
        how="Compare the two versions; add what is missing or use the same heading level.",
        bad=(
            Example(
                "Ota mukaan:\n\n- henkilökortti\n- hakemus liitteineen\n- verotodistus",
                "Ta med:\n\n- identitetskort\n- ansökan med bilagor",
            ),
        ),
        good=(
            Example(
                "Ota mukaan:\n\n- henkilökortti\n- verotodistus",
                "Ta med:\n\n- identitetskort\n- skatteintyg",
            ),
        ),
        check=structure_mismatch,
    ),
    Rule(
        code="S103",
        slug="suspicious-length",
        severity=Severity.INFO,
        scope=Scope.UNIT,
        what="A translation is strikingly shorter or longer than its source.",
        why="Something may have been left out, or belongs elsewhere.",
        how="Check that nothing has been lost or added.",
        bad=(
            Example(
                "Hakemukseen liitetään tilinpäätös, toimintakertomus ja selvitys siitä, miten "
                "aikaisempi avustus on käytetty.",
                "Bifoga bokslutet till ansökan.",
            ),
        ),
        good=(
            Example(
                "Hakemukseen liitetään tilinpäätös ja toimintakertomus.",
                "Till ansökan fogas bokslut och verksamhetsberättelse.",
            ),
        ),
        check=suspicious_length,
    ),
)
