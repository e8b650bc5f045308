"""The findings as a table, a row a finding, for people who work through them in a spreadsheet."""

from typing import Final

from kielipari.model import Report, Side
from kielipari.report.messages import Words
from kielipari.report.places import where
from kielipari.report.plain import plain
from kielipari.report.view import Item, code, numbered, pair_ids

COLUMNS: Final[tuple[str, ...]] = (
    "id",
    "severity",
    "code",
    "rule",
    "title",
    "message",
    "action",
    "path",
    "line",
    "column",
    "source_form",
    "source_text",
    "target_form",
    "target_text",
    "source_path",
    "target_path",
    "pair",
    "concept",
    "fingerprint",
    "baseline",
)
Cell = str | int

_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")


def rows(report: Report, voice: Words) -> list[tuple[Cell, ...]]:
    """Return a row for each finding, in the order of :data:`COLUMNS`."""
    ids = pair_ids(report)
    return [_row(item, report, ids.get(item.finding.pair, ""), voice) for item in numbered(report)]


def guarded(text: str) -> str:
    """Put an apostrophe before what a spreadsheet would take for a formula (OWASP's advice)."""
    return f"'{text}" if text.startswith(_FORMULA) else text


def _row(item: Item, report: Report, pair: str, voice: Words) -> tuple[Cell, ...]:
    finding = item.finding
    place = where(finding, report)
    source, target = finding.source, finding.target
    return (
        item.id,
        voice.say(f"severity.{finding.severity}"),
        code(finding.rule),
        plain(finding.rule),
        voice.title(finding.rule),
        voice.message(finding.message, finding.rule),
        voice.action(finding),
        plain(place.path),
        place.line,
        place.column,
        _form(source),
        plain(source.text) if source else "",
        _form(target),
        plain(target.text) if target else "",
        plain(source.path) if source else "",
        plain(target.path) if target else "",
        pair,
        plain(finding.concept or ""),
        plain(finding.fingerprint),
        item.baseline or "",
    )


def _form(side: Side | None) -> str:
    return plain(side.text[side.start : side.end]) if side else ""
