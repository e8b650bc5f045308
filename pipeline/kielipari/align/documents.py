"""Two documents, or two lists of lines, into one alignment."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from kielipari.align.beads import Alignment, Bead
from kielipari.align.comparable import find_certain
from kielipari.align.engine import align_in_order, groups
from kielipari.align.lexicon import Lexicon
from kielipari.align.moves import find_moved
from kielipari.align.placed import Placed
from kielipari.align.prepare import Prepared, prepare
from kielipari.align.relation import judge
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
    zone = _Zone(
        range(len(source)),
        range(len(target)),
        prepare(source, lexicon.source),
        prepare(target, lexicon.target),
    )
    return _align([zone], zone, resources)


def align_documents(
    source: Sequence[Segment], target: Sequence[Segment], resources: Resources
) -> Alignment:
    """Align the segments of two documents.

    Blocks constrain it: running text is aligned with running text, navigation with navigation
    and metadata with metadata of its kind. How the documents stand to each other is judged by
    their main text, which navigation and footers of the same site are no part of.
    """
    names_s, names_t = _zone_names(source), _zone_names(target)
    shared = set(names_s) & set(names_t)
    by_name_s = groups([_home(name, shared) for name in names_s])
    by_name_t = groups([_home(name, shared) for name in names_t])
    zones = {
        name: _zone(
            source, target, by_name_s.get(name, []), by_name_t.get(name, []), resources.lexicon
        )
        for name in dict.fromkeys([*by_name_s, *by_name_t])
    }
    main = zones.get(_MAIN)
    if main is None or min(len(main.source), len(main.target)) < _LEAST_MAIN:
        everything = range(len(source)), range(len(target))
        main = _zone(source, target, *everything, resources.lexicon)
        if len(zones) == 1:
            zones = {_MAIN: main}
    return _align(list(zones.values()), main, resources)


_MAIN = str(Region.MAIN)
_LEAST_MAIN = 2  # segments; with fewer the whole page is judged


@dataclass(frozen=True, slots=True)
class _Zone:
    """What is aligned by itself: indices of both sides, and their prepared segments."""

    at_source: Sequence[int]
    at_target: Sequence[int]
    source: Prepared
    target: Prepared

    def in_place(self, bead: Placed) -> Placed:
        """Return a bead of the zone with the documents' own indices."""
        return bead._replace(
            source=tuple(self.at_source[k] for k in bead.source),
            target=tuple(self.at_target[k] for k in bead.target),
        )


def _align(zones: Sequence[_Zone], main: _Zone, resources: Resources) -> Alignment:
    """Align zone by zone, judge the relation by the main one, and keep what it allows."""
    found = {
        id(zone): _in_zone(zone, resources) for zone in {id(z): z for z in [*zones, main]}.values()
    }
    total = sum(bead.net for bead in found[id(main)])
    evidence = total / max(1.0, (_filled(main.source) + _filled(main.target)) / 2)
    scores = [bead.score for bead in found[id(main)] if bead.source and bead.target]
    relation = judge(main.source, main.target, evidence, scores, resources)
    beads: list[Placed] = []
    for zone in zones:
        here = found[id(zone)]
        if relation is Relation.UNRELATED:
            here = _all_alone(zone)
        elif relation is Relation.COMPARABLE:
            here = find_certain(zone.source, zone.target, here, resources)
        beads.extend(zone.in_place(bead) for bead in here)
    ordered = in_order([Bead(b.source, b.target, b.score, b.moved) for b in beads])
    return Alignment(tuple(ordered), relation, evidence)


def _in_zone(zone: _Zone, resources: Resources) -> list[Placed]:
    """Align one zone in order, then look for what was moved."""
    steps = align_in_order(zone.source, zone.target, resources)
    return find_moved(zone.source, zone.target, steps, resources)


def _all_alone(zone: _Zone) -> list[Placed]:
    """Leave every segment of a zone without counterpart."""
    beads = [Placed((i,), (), 1.0, 0.0) for i in range(len(zone.source))]
    return beads + [Placed((), (j,), 1.0, 0.0) for j in range(len(zone.target))]


def _filled(text: Prepared) -> int:
    """Count the segments that are not blank."""
    return int((text.lengths > 0).sum())


def _zone(
    source: Sequence[Segment],
    target: Sequence[Segment],
    at_source: Sequence[int],
    at_target: Sequence[int],
    lexicon: Lexicon,
) -> _Zone:
    """Prepare a zone."""
    sides = []
    for segments, side in (
        ([source[k] for k in at_source], lexicon.source),
        ([target[k] for k in at_target], lexicon.target),
    ):
        texts = [segment.text for segment in segments]
        kinds = [_KINDS[segment.block.kind] for segment in segments]
        sides.append(prepare(texts, side, kinds, _blocks(segments)))
    return _Zone(at_source, at_target, sides[0], sides[1])


def _home(name: str, shared: Collection[str]) -> str:
    """Return the zone a segment is aligned in: a region that one side lacks joins the main text."""
    return name if name in shared or name.startswith(_META) else _MAIN


_META = "meta-"


def _zone_names(segments: Sequence[Segment]) -> list[str]:
    """Return which part of its page each segment belongs to."""
    return [
        f"{_META}{segment.block.kind}"
        if segment.block.kind.is_metadata or segment.block.region is Region.HEAD
        else str(segment.block.region)
        for segment in segments
    ]


def _blocks(segments: Sequence[Segment]) -> list[int]:
    """Return a number for the block of each segment."""
    numbers: dict[str, int] = {}
    return [numbers.setdefault(s.block.id, len(numbers)) for s in segments]


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
