"""How a report is to look; the same options for every format, each takes what it needs."""

from dataclasses import dataclass
from typing import Final

from kielipari.model import Trend

LOCALES: Final[tuple[str, ...]] = ("fi", "sv", "en")
"""The languages that a report speaks."""


@dataclass(frozen=True, slots=True)
class RenderOptions:
    """What a renderer may be told.

    ``width`` is in terminal columns. ``locale`` is one of :data:`LOCALES`; another one is
    rendered in English. ``verbose`` lifts the limits of the text report. ``audit`` adds what
    concerns the pair as a whole: relation, coverage, terms side by side. ``trend`` compares with
    the runs before, where a history is kept.
    """

    color: bool = False
    width: int = 80
    locale: str = "en"
    verbose: bool = False
    audit: bool = False
    trend: Trend | None = None
