"""D105, S103: a translation that is built otherwise than its source, or much longer or shorter."""

from collections import Counter
from collections.abc import Iterator, Sequence
from math import log

from kielipari.checks.alone import is_full_translation, is_reported, whole
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
from kielipari.checks.sections import Piece, pieces
from kielipari.checks.view import PairView, UnitView
from kielipari.model import BlockKind, Message, Severity

_COUNTED = (BlockKind.LIST_ITEM, BlockKind.TABLE_CELL)
LONG_ENOUGH = 45  # code points from which on a length is suspicious
SUSPICIOUS = log(2.5)  # never reached in aligned law and news, by 0.5 % of interface texts


def structure_mismatch(view: PairView) -> Iterator[Verdict]:
    """D105: a list, a table or a heading is built otherwise than its counterpart."""
    if not is_full_translation(view):
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
        reported = [_blocks([p for p in side if is_reported(p)]) for side in (run, other)]
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
            source=whole(run[0].segment),
            target=whole(other[0].segment),
        )


def _blocks(run: Sequence[Piece]) -> int:
    """Count the list items or cells of a run."""
    return len({id(piece.segment.block) for piece in run})


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
    if max(here, there) < LONG_ENOUGH:
        return
    if abs(log(there / here)) < SUSPICIOUS:
        yield SATISFIED
        return
    yield Violation(
        Message.of("suspicious-length", source_length=here, target_length=there),
        source=view.source.span(),
        target=view.target.span(),
    )


RULES: tuple[Rule, ...] = (
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
        needs=Evidence.LENGTH,
        otherwise=((Evidence.LONG, SATISFIED),),
    ),
)
