"""A bead with explicit indices, which may stand anywhere in the other text."""

from typing import NamedTuple

__all__ = ["Placed"]


class Placed(NamedTuple):
    """Segments of both sides; ``net`` is the log odds against having no counterpart."""

    source: tuple[int, ...]
    target: tuple[int, ...]
    score: float
    net: float
    moved: bool = False
