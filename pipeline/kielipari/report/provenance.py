"""How a pair was found, how sure that is, and how old its two versions are."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from markupsafe import Markup

from kielipari.model import PairResult
from kielipari.report.spoken import Spoken

_DOUBTFUL: Final = 0.8
_SILENT: Final = frozenset({"given", "none"})
_ISO_DATE: Final = 10  # characters of a date in ISO 8601
_BEHIND: Final = 30  # days; translations take a while


@dataclass(frozen=True, slots=True)
class Provenance:
    """What stands under a pair's addresses; ``is_doubtful`` where a person should look."""

    how: Markup | None = None
    is_doubtful: bool = False
    source_changed: Markup | None = None
    target_changed: Markup | None = None
    behind: Markup | None = None


def provenance(pair: PairResult, spoken: Spoken) -> Provenance:
    """Say what is known of a pair."""
    key = f"found.{pair.found_by}"
    how = None
    if pair.found_by not in _SILENT and spoken.knows(key):
        complete = pair.source_uri is not None and pair.target_uri is not None
        how = spoken.each(
            lambda words: words.say(
                "html.found-sure" if complete else "html.found",
                how=words.say(key),
                percent=words.percent(pair.confidence),
            )
        )
    source, target = _day(pair.source_modified), _day(pair.target_modified)
    behind = None
    if source is not None and target is not None and (source - target).days > _BEHIND:
        days = (source - target).days
        behind = spoken.each(
            lambda words: words.say("html.behind", language=pair.target_lang, span=words.span(days))
        )
    return Provenance(
        how=how,
        is_doubtful=bool(how) and 0 < pair.confidence < _DOUBTFUL,
        source_changed=_changed(source, spoken),
        target_changed=_changed(target, spoken),
        behind=behind,
    )


def _changed(day: date | None, spoken: Spoken) -> Markup | None:
    if day is None:
        return None
    return spoken.each(lambda words: words.say("html.changed", date=words.date(day.isoformat())))


def _day(written: str | None) -> date | None:
    """Read the day of an ISO date; None for anything else."""
    try:
        return date.fromisoformat((written or "")[:_ISO_DATE])
    except ValueError:
        return None
