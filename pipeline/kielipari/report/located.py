"""Where in a pair's blocks each finding stands."""

from collections.abc import Iterable, Mapping
from typing import Final, Literal, NamedTuple

from kielipari.model import Block, Finding, PairResult, Segment, Side
from kielipari.report.view import Item

SideName = Literal["source", "target"]
SIDES: Final[tuple[SideName, ...]] = ("source", "target")

_MENDED_OPPOSITE: Final = frozenset(
    {
        "empty-translation",
        "missing-attachment",
        "missing-key",
        "missing-page",
        "missing-section",
        "missing-sentence",
    }
)


class Spot(NamedTuple):
    """A stretch of a block's text on one side; ``block`` is its index among that side's blocks."""

    side: SideName
    block: int
    start: int
    end: int


def tells_of_gap(finding: Finding) -> bool:
    """Whether a finding shows one side and is mended on the other."""
    return finding.rule in _MENDED_OPPOSITE


def side_blocks(pair: PairResult, side: SideName) -> tuple[Block, ...]:
    """Return one side's blocks in order; a bilingual file's are those of its units."""
    blocks = pair.source_blocks if side == "source" else pair.target_blocks
    if blocks:
        return tuple(blocks)
    found: dict[int, Block] = {}
    for unit in pair.units:
        for segment in unit.source if side == "source" else unit.target:
            found.setdefault(id(segment.block), segment.block)
    return tuple(found.values())


class Locator:
    """Finds the spots of a pair's findings."""

    def __init__(self, pair: PairResult, blocks: Mapping[SideName, tuple[Block, ...]]) -> None:
        """Index the segments by side and text."""
        self.index: dict[SideName, dict[str, int]] = {
            side: {block.id: number for number, block in enumerate(blocks[side])} for side in SIDES
        }
        self._objects = {
            side: {id(block): number for number, block in enumerate(blocks[side])} for side in SIDES
        }
        self._blocks = blocks
        self._segments: dict[tuple[SideName, str], list[Segment]] = {}
        for unit in pair.units:
            for side in SIDES:
                for segment in unit.source if side == "source" else unit.target:
                    self._segments.setdefault((side, segment.text), []).append(segment)

    def number(self, side: SideName, block: Block) -> int:
        """Return the index of a block among its side's blocks."""
        found = self._objects[side].get(id(block))
        return self.index[side].get(block.id, 0) if found is None else found

    def spots(self, finding: Finding) -> tuple[Spot, ...]:
        """Return where a finding stands, source first; empty where it concerns the whole pair."""
        found = (
            self._spot("source", finding.source) if finding.source else None,
            self._spot("target", finding.target) if finding.target else None,
        )
        return tuple(spot for spot in found if spot is not None)

    def _spot(self, name: SideName, side: Side) -> Spot | None:
        candidates = self._segments.get((name, side.text), ())
        segment = next(
            (one for one in candidates if one.place(side.start) == (side.line, side.column)),
            candidates[0] if candidates else None,
        )
        if segment is not None:
            first = segment.start
            number = self.number(name, segment.block)
            return Spot(name, number, first + side.start, first + side.end)
        containing = [
            number
            for number, block in enumerate(self._blocks[name])
            if side.text and side.text in block.text
        ]
        if not containing:
            return None
        number = next(
            (one for one in containing if self._blocks[name][one].place().line == side.line),
            containing[0],
        )
        at = self._blocks[name][number].text.index(side.text)
        return Spot(name, number, at + side.start, at + side.end)


def column(item: Item, spots: Iterable[Spot]) -> SideName:
    """Return the side under which a finding's note stands: where it is to be mended."""
    sides = [spot.side for spot in spots]
    if "target" in sides or not sides:
        return "target"
    return "target" if tells_of_gap(item.finding) or _lacks_value(item.finding) else "source"


def _lacks_value(finding: Finding) -> bool:
    """Whether a value of the source is missing from the translation."""
    given = {name for name, value in finding.message.args if value not in {"", ()}}
    return "source_value" in given and "target_value" not in given
