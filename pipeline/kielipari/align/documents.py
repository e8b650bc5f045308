"""Two documents, or two lists of lines, into one alignment."""

from collections.abc import Sequence

from kielipari.align.beads import Alignment, Bead
from kielipari.align.engine import Step, align_in_order, groups, prepare
from kielipari.align.resources import Resources
from kielipari.model import BlockKind, Region, Relation, Segment

__all__ = ["align_documents", "align_lines"]

_KINDS = {kind: number for number, kind in enumerate(BlockKind)}


def align_lines(
    source: Sequence[str],
    target: Sequence[str],
    resources: Resources,
    source_lang: str = "fi",
    target_lang: str = "sv",
) -> Alignment:
    """Align two lists of lines, each line a segment.

    Blank lines are one-sided beads of their own. The languages must be those of ``resources``.
    """
    del source_lang, target_lang
    lexicon = resources.lexicon
    left, right = prepare(source, lexicon.source), prepare(target, lexicon.target)
    steps = align_in_order(left, right, resources)
    return _finish([_bead(step) for step in steps], len(source), len(target))


def align_documents(
    source: Sequence[Segment], target: Sequence[Segment], resources: Resources
) -> Alignment:
    """Align the segments of two documents.

    Blocks constrain it: running text is aligned with running text, navigation with navigation
    and metadata with metadata of its kind.
    """
    lexicon = resources.lexicon
    zones_s, zones_t = _zones(source), _zones(target)
    shared = set(zones_s) & set(zones_t)
    by_zone_s = groups([zone if zone in shared else "main" for zone in zones_s])
    by_zone_t = groups([zone if zone in shared else "main" for zone in zones_t])
    beads: list[Bead] = []
    for zone in dict.fromkeys([*by_zone_s, *by_zone_t]):
        at_s, at_t = by_zone_s.get(zone, []), by_zone_t.get(zone, [])
        left = prepare(
            [source[k].text for k in at_s],
            lexicon.source,
            [_KINDS[source[k].block.kind] for k in at_s],
            _blocks([source[k] for k in at_s]),
        )
        right = prepare(
            [target[k].text for k in at_t],
            lexicon.target,
            [_KINDS[target[k].block.kind] for k in at_t],
            _blocks([target[k] for k in at_t]),
        )
        for step in align_in_order(left, right, resources):
            beads.append(
                Bead(
                    tuple(at_s[step.i : step.i + step.a]),
                    tuple(at_t[step.j : step.j + step.b]),
                    step.score,
                )
            )
    return _finish(beads, len(source), len(target))


def _zones(segments: Sequence[Segment]) -> list[str]:
    """Return which part of its page each segment belongs to."""
    return [
        f"meta-{s.block.kind}" if s.block.kind.is_metadata or s.block.region is Region.HEAD
        else str(s.block.region)
        for s in segments
    ]  # fmt: skip


def _blocks(segments: Sequence[Segment]) -> list[int]:
    """Number the blocks."""
    numbers: dict[str, int] = {}
    return [numbers.setdefault(s.block.id, len(numbers)) for s in segments]


def _bead(step: Step) -> Bead:
    """Turn a step into a bead."""
    return Bead(
        tuple(range(step.i, step.i + step.a)), tuple(range(step.j, step.j + step.b)), step.score
    )


def _finish(beads: list[Bead], n: int, m: int) -> Alignment:
    """Put the beads in order."""
    del n, m
    return Alignment(tuple(in_order(beads)), Relation.TRANSLATION, 0.0)


def in_order(beads: Sequence[Bead]) -> list[Bead]:
    """Sort beads by the source; a bead of the target alone follows its neighbour in the target."""
    after: dict[int, int] = {}
    for bead in beads:
        if bead.source and not bead.moved:
            for j in bead.target:
                after[j] = bead.source[-1]
    placed: list[tuple[int, int, int, Bead]] = []
    last = -1
    alone = {bead.target[0]: bead for bead in beads if not bead.source}
    for j in sorted({*after, *alone}):
        if j in alone:
            placed.append((last, 1, j, alone[j]))
        else:
            last = max(last, after[j])
    placed += [(bead.source[0], 0, 0, bead) for bead in beads if bead.source]
    placed.sort(key=lambda item: item[:3])
    return [item[3] for item in placed]
