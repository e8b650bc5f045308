"""The HTML report's look back: what is new and fixed since the last run, and a small chart."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from markupsafe import Markup

from kielipari.model import RunFigures, Trend
from kielipari.report.spoken import Spoken

_MOST_RUNS: Final = 40
_MOST_FIXED: Final = 50
_WIDTH, _HEIGHT, _EDGE = 360, 96, 6
_LINE: Final = 14  # height of a figure


@dataclass(frozen=True, slots=True)
class Fixed:
    """A finding that is no longer there, with how often."""

    rule: str
    path: str
    text: str


@dataclass(frozen=True, slots=True)
class LookBack:
    """What the page shows of a history; ``chart`` is an SVG, empty for a single run."""

    since: Markup
    figures: tuple[tuple[str, int, Markup], ...]
    fixed: tuple[Fixed, ...]
    more: int
    chart: Markup


def look_back(trend: Trend | None, spoken: Spoken) -> LookBack | None:
    """Lay out a trend; None for the first run of a history, and without one."""
    if trend is None or len(trend.runs) < 2:  # noqa: PLR2004 nothing to compare with
        return None
    before = trend.runs[-2]
    figures = (
        ("new", len(trend.new), spoken.say("html.trend-new")),
        ("fixed", len(trend.fixed), spoken.say("html.trend-fixed")),
        ("still", trend.still, spoken.say("html.trend-still")),
    )
    shown = tuple(Fixed(f.rule, f.path, f.text) for f in trend.fixed[:_MOST_FIXED])
    return LookBack(
        since=spoken.each(lambda words: words.say("html.trend", date=words.date(before.at))),
        figures=figures,
        fixed=shown,
        more=len(trend.fixed) - len(shown),
        chart=_chart(trend.runs[-_MOST_RUNS:], spoken),
    )


def _chart(runs: Sequence[RunFigures], spoken: Spoken) -> Markup:
    """Draw errors and warnings of each run, the newest on the right."""
    most = max(1, *(max(run.errors, run.warnings) for run in runs))
    lines = [
        Markup('<polyline class="{}" points="{}"/>').format(
            name, _points([getattr(run, field) for run in runs], most)
        )
        for name, field in (("warning", "warnings"), ("error", "errors"))
    ]
    dots = [
        Markup('<circle class="{}" cx="{}" cy="{}" r="3"/>').format(
            name, *_point(len(runs) - 1, getattr(runs[-1], field), len(runs), most)
        )
        for name, field in (("warning", "warnings"), ("error", "errors"))
    ]
    label = spoken.attribute(
        "aria-label",
        "html.trend-chart",
        first=runs[0].errors,
        last=runs[-1].errors,
        n=len(runs),
    )
    base = Markup('<line x1="{0}" x2="{1}" y1="{2}" y2="{2}"/>').format(
        _EDGE, _WIDTH - _EDGE, _HEIGHT - _EDGE
    )
    return Markup('<svg viewBox="0 0 {} {}" role="img" {}>{}{}{}</svg>').format(
        _WIDTH,
        _HEIGHT,
        label,
        base,
        Markup().join(lines),
        Markup().join((*dots, *_numbers(runs[-1], len(runs), most))),
    )


def _numbers(run: RunFigures, count: int, most: int) -> list[Markup]:
    """Write the latest figures beside their dots, apart from each other."""
    x, above = _point(count - 1, run.errors, count, most)
    _, below = _point(count - 1, run.warnings, count, most)
    if abs(above - below) < _LINE:
        middle = (above + below) / 2
        half = _LINE / 2 if above <= below else -_LINE / 2
        above, below = middle - half, middle + half
    return [
        Markup('<text class="{}" x="{:g}" y="{:g}">{}</text>').format(
            name, x + 2 * _EDGE, y + _LINE / 3, value
        )
        for name, y, value in (("error", above, run.errors), ("warning", below, run.warnings))
    ]


def _points(values: Sequence[int], most: int) -> str:
    return " ".join(
        f"{x:g},{y:g}" for x, y in (_point(n, v, len(values), most) for n, v in enumerate(values))
    )


def _point(number: int, value: int, count: int, most: int) -> tuple[float, float]:
    x = _EDGE + (_WIDTH - 2 * _EDGE) * number / max(count - 1, 1)
    y = _HEIGHT - _EDGE - (_HEIGHT - 2 * _EDGE) * value / most
    return round(x, 1), round(y, 1)
