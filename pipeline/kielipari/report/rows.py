"""What a pair is shown as, side by side: rows of lines."""

from dataclasses import dataclass, replace

from kielipari.model import BlockKind, Region
from kielipari.report.located import SideName
from kielipari.report.marked import Piece
from kielipari.report.view import Item


@dataclass(frozen=True, slots=True)
class Line:
    """A block as it is shown."""

    kind: BlockKind
    level: int
    pieces: tuple[Piece, ...]
    notes: tuple[Item, ...] = ()

    @property
    def is_bare(self) -> bool:
        """Whether it can be shown as a lone paragraph or heading."""
        return self.kind in {BlockKind.PARAGRAPH, BlockKind.HEADING} and not self.notes

    @property
    def plain(self) -> str | None:
        """The text where nothing is marked in it, else None."""
        return self.pieces[0].text if len(self.pieces) == 1 and self.pieces[0].is_plain else None


@dataclass(frozen=True, slots=True)
class Row:
    """What stands beside each other.

    ``gap`` names the side that lacks a counterpart; ``grave`` where a finding says so; ``first``
    for the first of several gaps in a row. ``notes`` stand in the gap. ``left_out`` counts rows
    that a short report leaves out here.
    """

    source: tuple[Line, ...] = ()
    target: tuple[Line, ...] = ()
    region: Region = Region.MAIN
    key: str = ""
    gap: SideName | None = None
    grave: bool = False
    first: bool = True
    notes: tuple[Item, ...] = ()
    left_out: int = 0

    @property
    def is_cell(self) -> bool:
        """Whether it holds cells of a table and nothing else."""
        lines = (*self.source, *self.target)
        return bool(lines) and all(line.kind is BlockKind.TABLE_CELL for line in lines)

    def goes_on(self, before: "Row") -> bool:
        """Whether the gap that the row before has reaches over this one too."""
        is_same = self.gap is not None and self.gap == before.gap and self.region is before.region
        return is_same and not self.notes

    def joined(self, before: "Row") -> "Row | None":
        """Return this row and the one before as one; None where keys or cells keep them apart."""
        if self.key or before.key or self.is_cell or before.is_cell:
            return None
        return replace(
            before,
            source=(*before.source, *self.source),
            target=(*before.target, *self.target),
        )

    @property
    def kinds(self) -> frozenset[BlockKind]:
        """What kinds of text stand in it; a run of one kind is named once."""
        return frozenset(line.kind for line in (*self.source, *self.target))

    @property
    def is_marked(self) -> bool:
        """Whether a note stands in it."""
        return bool(self.notes) or any(line.notes for line in (*self.source, *self.target))


@dataclass(frozen=True, slots=True)
class Compared:
    """A pair as rows, and the findings that concern the page as a whole."""

    rows: tuple[Row, ...]
    whole: tuple[Item, ...]


def shortened(rows: tuple[Row, ...], around: int = 1) -> tuple[Row, ...]:
    """Leave out rows that are in order, but for ``around`` rows beside each marked one."""
    keep = {
        near
        for number, row in enumerate(rows)
        if row.is_marked
        for near in range(number - around, number + around + 1)
    }
    found: list[Row] = []
    for number, row in enumerate(rows):
        if number in keep:
            found.append(row)
        elif found and found[-1].left_out and found[-1].region is row.region:
            found[-1] = replace(found[-1], left_out=found[-1].left_out + 1)
        else:
            found.append(Row(region=row.region, left_out=1))
    return tuple(found)
