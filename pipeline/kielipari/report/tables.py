"""Tables in the side-by-side view: the cells of a row stand in one row again."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from kielipari.model import BlockKind
from kielipari.report.rows import Line, Row


def joined(rows: Iterable[Row]) -> tuple[Row, ...]:
    """Join the rows that hold a table's cells into the rows that the source's table has.

    Where the number of a cell does not rise, a row of the table begins. A cell without a
    counterpart stays by itself, so that the gap is seen.
    """
    found: list[Row] = []
    for row in rows:
        before = found[-1] if found else None
        if before is not None and _continues(before, row):
            found[-1] = replace(
                before,
                source=(*before.source, *row.source),
                target=(*before.target, *row.target),
            )
        else:
            found.append(row)
    return tuple(found)


def _continues(before: Row, row: Row) -> bool:
    """Whether a row holds further cells of the table row that the one before holds."""
    return (
        before.region is row.region
        and not before.key
        and not row.key
        and all(_is_cells(side) for side in (before.source, before.target, row.source, row.target))
        and before.source[-1].level <= row.source[0].level
        and row.source[0].level > 1
    )


def _is_cells(lines: Sequence[Line]) -> bool:
    return bool(lines) and all(line.kind is BlockKind.TABLE_CELL for line in lines)
