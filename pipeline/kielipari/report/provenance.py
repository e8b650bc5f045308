"""How a pair was found, how sure that is, and how old its two versions are."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from markupsafe import Markup

from kielipari.model import PairResult
from kielipari.report.messages import Words
from kielipari.report.spoken import Spoken

_DOUBTFUL: Final = 0.8
_SILENT: Final = frozenset({"given", "none"})
_PLAIN: Final = "plain-language"
_UNREAD: Final = "unread"
_ISO_DATE: Final = 10  # characters of a date in ISO 8601
_BEHIND: Final = 30  # days; translations take a while


@dataclass(frozen=True, slots=True)
class Provenance:
    """What stands under a pair's addresses; ``is_doubtful`` where a person should look."""

    how: Markup | None = None
    is_doubtful: bool = False
    is_plain_language: bool = False
    is_unread: bool = False
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
    behind = spoken.each(lambda words: lag(pair, words)) if days_behind(pair) else None
    return Provenance(
        how=how,
        is_doubtful=bool(how) and 0 < pair.confidence < _DOUBTFUL,
        is_plain_language=pair.found_by == _PLAIN,
        is_unread=pair.found_by == _UNREAD,
        source_changed=_changed(source, spoken),
        target_changed=_changed(target, spoken),
        behind=behind,
    )


def days_behind(pair: PairResult) -> int:
    """Return how many days the target's last change lies behind the source's; 0 for a few."""
    source, target = _day(pair.source_modified), _day(pair.target_modified)
    if source is None or target is None or (source - target).days <= _BEHIND:
        return 0
    return (source - target).days


def lag(pair: PairResult, words: Words) -> str:
    """Say how far the target lags behind the source; empty where it does not."""
    days = days_behind(pair)
    if not days:
        return ""
    return words.say("html.behind", language=pair.target_lang, span=words.span(days))


def doubt(pair: PairResult, words: Words) -> str:
    """Say how a pair was found where that is not sure, or why a page stands alone; else nothing."""
    key = f"found.{pair.found_by}"
    if pair.found_by in {_PLAIN, _UNREAD}:
        return words.say("html.found", how=words.say(key))
    if pair.found_by in _SILENT or not words.knows(key) or not 0 < pair.confidence < _DOUBTFUL:
        return ""
    how = words.say("html.found-sure", how=words.say(key), percent=words.percent(pair.confidence))
    return f"{how} {words.say('html.doubtful-todo')}"


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
