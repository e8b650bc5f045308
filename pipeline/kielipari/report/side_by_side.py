"""Both versions of a page as rows: what corresponds stands beside each other, gaps are seen.

A row is a connected set of blocks: all that some unit holds together. Rows follow the source's
order; what only the target has stands after its predecessor there. Pairs written independently
have no gaps: each side runs on in its own order.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from kielipari.model import Block, PairResult, PlacedHit, Region, Relation, Segment
from kielipari.report.located import (
    SIDES,
    Locator,
    SideName,
    Spot,
    column,
    side_blocks,
    tells_of_gap,
)
from kielipari.report.marked import Gap, Mark, pieces
from kielipari.report.plain import plain
from kielipari.report.rows import Compared, Line, Row
from kielipari.report.view import Item


class _Builder:
    def __init__(self, pair: PairResult, items: tuple[Item, ...]) -> None:
        # Blocks are told apart as objects, so units that are made when asked for are made once.
        self.pair = pair = replace(pair, units=tuple(pair.units))
        self.blocks: Mapping[SideName, tuple[Block, ...]] = {
            side: side_blocks(pair, side) for side in SIDES
        }
        self.locator = Locator(pair, self.blocks)
        self.has_gaps = pair.relation in {None, Relation.TRANSLATION} and all(self.blocks.values())
        self.marks: dict[tuple[SideName, int], list[Mark]] = {}
        self.gaps: dict[tuple[SideName, int], list[Gap]] = {}
        self.notes: dict[tuple[SideName, int], list[Item]] = {}
        self.gap_notes: dict[tuple[SideName, int], list[Item]] = {}
        self.keys: dict[tuple[SideName, int], str] = {}
        self.whole: list[Item] = []
        self.links = self._links()
        self._place(items)
        if self.has_gaps:
            self._inner_gaps()
        self.hits: dict[tuple[SideName, int], list[PlacedHit]] = {}
        for name, hits in pair.hits:
            side = self._side(name)
            for hit in hits:
                number = self.locator.index[side].get(hit.block, -1)
                self.hits.setdefault((side, number), []).append(hit)

    def _side(self, name: str) -> SideName:
        return "target" if name in {"target", self.pair.target_lang} else "source"

    def _links(self) -> dict[tuple[SideName, int], set[tuple[SideName, int]]]:
        """Connect the blocks that units hold together; each block leads to its whole row."""
        linked: dict[tuple[SideName, int], set[tuple[SideName, int]]] = {}
        for unit in self.pair.units:
            nodes = [
                (side, self.locator.number(side, segment.block))
                for side in SIDES
                for segment in (unit.source if side == "source" else unit.target)
            ]
            for node in nodes:
                if unit.key or unit.context:
                    self.keys.setdefault(node, unit.key or unit.context or "")
            joined: set[tuple[SideName, int]] = set(nodes)
            for node in nodes:
                joined |= linked.get(node, {node})
            for node in joined:
                linked[node] = joined
        return linked

    def _place(self, items: tuple[Item, ...]) -> None:
        for item in items:
            spots = self.locator.spots(item.finding)
            if not spots or not all(self.blocks.values()):
                self.whole.append(item)
                continue
            for spot in spots:
                mark = Mark(spot.start, spot.end, item.finding.severity)
                self.marks.setdefault((spot.side, spot.block), []).append(mark)
            side = column(item, spots)
            at = next((spot for spot in spots if spot.side == side), None)
            if at is not None:
                self.notes.setdefault((side, at.block), []).append(item)
            else:
                self._opposite(item, spots[0])

    def _opposite(self, item: Item, spot: Spot) -> None:
        """Put a note on the side that lacks what the spot shows: in the gap, or the counterpart."""
        node = (spot.side, spot.block)
        across = sorted(number for side, number in self.links.get(node, ()) if side != spot.side)
        other: SideName = "source" if spot.side == "target" else "target"
        if across:
            self.notes.setdefault((other, across[-1]), []).append(item)
        elif self.has_gaps:
            self.gap_notes.setdefault(node, []).append(item)
        else:
            self.notes.setdefault(node, []).append(item)

    def _inner_gaps(self) -> None:
        """Mark sentences without a counterpart within rows that have both sides."""
        last: dict[SideName, Segment | None] = {"source": None, "target": None}
        for unit in self.pair.units:
            if unit.source and unit.target:
                last = {"source": unit.source[-1], "target": unit.target[-1]}
                continue
            side: SideName = "source" if unit.source else "target"
            other: SideName = "target" if unit.source else "source"
            for segment in unit.source or unit.target:
                node = (side, self.locator.number(side, segment.block))
                row = self.links.get(node, {node})
                if not any(name == other for name, _ in row):
                    continue
                self.marks.setdefault(node, []).append(Mark(segment.start, segment.end, None))
                self._inner_gap(other, row, last[other])

    def _inner_gap(
        self, side: SideName, row: set[tuple[SideName, int]], before: Segment | None
    ) -> None:
        numbers = sorted(number for name, number in row if name == side)
        at = (side, numbers[0])
        offset = 0
        if before is not None and (there := self.locator.number(side, before.block)) in numbers:
            at, offset = (side, there), before.end
        grave = any(
            tells_of_gap(item.finding)
            for number in numbers
            for item in self.notes.get((side, number), ())
        )
        known = self.gaps.setdefault(at, [])
        if all(gap.offset != offset for gap in known):
            known.append(Gap(offset, grave))

    def line(self, side: SideName, number: int) -> Line:
        node = (side, number)
        block = self.blocks[side][number]
        cut = pieces(
            plain(block.text),
            self.marks.get(node, ()),
            self.hits.get(node, ()),
            self.gaps.get(node, ()),
        )
        return Line(block.kind, block.level, cut, tuple(self.notes.get(node, ())))

    def row(self, nodes: set[tuple[SideName, int]]) -> Row:
        ordered = sorted(nodes)  # those of the source first
        side, number = ordered[0]
        lines = {
            side: tuple([self.line(side, number) for name, number in ordered if name == side])
            for side in SIDES
        }
        gap: SideName | None = None
        if self.has_gaps or not all(self.blocks.values()):
            gap = next((side for side in SIDES if not lines[side]), None)
        notes = tuple([item for node in ordered for item in self.gap_notes.get(node, ())])
        return Row(
            lines["source"],
            lines["target"],
            self.blocks[side][number].region,
            next((self.keys[node] for node in ordered if node in self.keys), ""),
            gap,
            grave=any(tells_of_gap(item.finding) for item in notes),
            notes=notes,
        )

    def rows(self) -> Iterator[Row]:
        if not self.has_gaps:
            yield from self._columns()
            return
        waiting = set(range(len(self.blocks["target"])))
        waiting -= {
            number for name, number in self.links if name == "target" and self._is_two(number)
        }
        done: set[tuple[SideName, int]] = set()
        yield from self._only_target(-1, waiting)
        for number in range(len(self.blocks["source"])):
            node: tuple[SideName, int] = ("source", number)
            if node in done:
                continue
            nodes = self.links.get(node, {node})
            done |= nodes
            yield self.row(nodes)
            last = max((n for name, n in nodes if name == "target"), default=None)
            if last is not None:
                yield from self._only_target(last, waiting)

    def _is_two(self, number: int) -> bool:
        return any(name == "source" for name, _ in self.links["target", number])

    def _only_target(self, after: int, waiting: set[int]) -> Iterator[Row]:
        number = after + 1
        while number in waiting:
            nodes = self.links.get(("target", number), {("target", number)})
            waiting -= {n for _, n in nodes}
            yield self.row(nodes)
            number += 1

    def _columns(self) -> Iterator[Row]:
        """One row a region, each side in its own order."""
        for region in Region:
            nodes: set[tuple[SideName, int]] = {
                (side, number)
                for side in SIDES
                for number, block in enumerate(self.blocks[side])
                if block.region is region
            }
            if nodes:
                yield self.row(nodes)


def compare(pair: PairResult, items: tuple[Item, ...]) -> Compared:
    """Lay out a pair; every item of the pair stands in exactly one note."""
    builder = _Builder(pair, items)
    rows: list[Row] = []
    for row in builder.rows():
        if not rows or not row.goes_on(rows[-1]):
            rows.append(row)
        elif (joined := row.joined(rows[-1])) is not None:
            rows[-1] = joined
        else:
            rows.append(replace(row, first=False, grave=rows[-1].grave))
    return Compared(tuple(rows), tuple(builder.whole))
