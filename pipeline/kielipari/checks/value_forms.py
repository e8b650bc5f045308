"""V103, V104, V108: weekdays against the calendar, and how times and numbers are written."""

import re
from collections.abc import Iterator

from kielipari.checks.base import (
    CANNOT_TELL,
    SATISFIED,
    Evidence,
    Example,
    Rule,
    Scope,
    Verdict,
    Violation,
)
from kielipari.checks.value_mismatch import value_span, violation
from kielipari.checks.view import SideView, UnitView
from kielipari.model import Message, Severity
from kielipari.values import Value, ValueKind
from kielipari.values.dates import weekday_of
from kielipari.values.lexicon import lexicon
from kielipari.values.measures import canonical
from kielipari.values.render import number, weekday_name

_BETWEEN = re.compile(r"[\s,(]{0,3}(?:den|na|the)?\s?")
_MEASURED = frozenset({ValueKind.MONEY, ValueKind.QUANTITY, ValueKind.PERCENT})
_GROUP, _LONGEST = 3, 24  # digits


def weekday_mismatch(view: UnitView) -> Iterator[Verdict]:
    """V103: the weekdays differ, or the calendar has another one for the date."""
    found = view.comparison
    if any(ValueKind.DATE in d.kinds for d in found.discrepancies):
        return  # a wrong date is one defect, whatever weekday goes with it
    kinds = found.satisfied.union(found.open, *(d.kinds for d in found.discrepancies))
    if ValueKind.WEEKDAY not in kinds:
        return
    told = False
    for side in (view.target, view.source):
        for weekday, date in _dated(side):
            told = True
            real = weekday_of(date.key)
            if real is None or real == weekday.key[0]:
                continue
            yield _contradiction(side, view, weekday, date, real)
            return
    for discrepancy in found.discrepancies:
        if ValueKind.WEEKDAY in discrepancy.kinds:
            yield violation("weekday-mismatch", view, discrepancy)
            return
    if ValueKind.WEEKDAY in found.open:
        yield CANNOT_TELL
    elif told or ValueKind.WEEKDAY in found.satisfied:
        yield SATISFIED


def _dated(side: SideView) -> Iterator[tuple[Value, Value]]:
    """Yield the weekdays that stand right before a date."""
    for left, right in zip(side.values, side.values[1:], strict=False):
        if left.kind is ValueKind.WEEKDAY and right.kind is ValueKind.DATE:
            between = side.text[left.end : right.start]
            if _BETWEEN.fullmatch(between):
                yield left, right


def _contradiction(
    side: SideView, view: UnitView, weekday: Value, date: Value, real: str
) -> Violation:
    span = side.span(weekday.start, date.end)
    return Violation(
        Message.of(
            "weekday-mismatch",
            form=side.text[weekday.start : date.end],
            date=date.text,
            weekday=weekday_name(real, side.lang),
        ),
        source=span if side is view.source else None,
        target=span if side is view.target else None,
        suggestion=Message.of("write", text=weekday_name(real, side.lang)),
    )


def time_format(view: UnitView) -> Iterator[Verdict]:
    """V104: a time of day with a colon where the language writes a full stop."""
    side = view.target
    times = [v for v in side.values if v.kind is ValueKind.TIME]
    if not times:
        return
    known = lexicon(side.lang)
    if known.time_separator == ":":
        return
    told = False
    for start, end in _ranges(side.text, times):
        form = side.text[start:end]
        announced = known.clock.search(side.text[max(0, start - 14) : start])
        if ":" not in form or not (announced or "–" in form or "-" in form):
            continue
        told = True
        instead = form.replace(":", known.time_separator)
        if re.fullmatch(r"\d{1,2}\.00(?:\s?[–-]\s?\d{1,2}\.00)?", instead):
            instead = instead.replace(".00", "")
        yield Violation(
            Message.of("time-format", form=form, instead=instead),
            target=side.span(start, end),
            suggestion=Message.of("write", text=instead),
        )
    if not told:
        yield SATISFIED


def _ranges(text: str, times: list[Value]) -> list[tuple[int, int]]:
    """Join times with only a dash between them."""
    spans: list[tuple[int, int]] = []
    for value in times:
        if spans and text[spans[-1][1] : value.start].strip() in {"–", "-"}:
            spans[-1] = (spans[-1][0], value.end)
        else:
            spans.append((value.start, value.end))
    return spans


def number_format(view: UnitView) -> Iterator[Verdict]:
    """V108: a number grouped or marked as another language does it."""
    side = view.target
    told = checked = False
    for value in side.values:
        if not value.number or not value.certain or value.kind is ValueKind.REFERENCE:
            continue
        checked = True
        instead = _rewritten(value, side.lang)
        if instead:
            told = True
            yield Violation(
                Message.of("number-format", form=value.text, instead=instead),
                target=value_span(side, value),
                suggestion=Message.of("write", text=instead),
            )
    if checked and not told:
        yield SATISFIED


def _rewritten(value: Value, lang: str) -> str | None:
    """Return the number in the language's own form, or None where it is so already."""
    known = lexicon(lang)
    other = "." if known.decimal == "," else ","
    token = known.number.search(value.text)
    if token is None or other not in token[0]:
        return None
    amount = canonical(token[0], known.decimal)
    head, *groups = token[0].partition(known.decimal)[0].split(other)
    grouped = head != "0" and all(len(group) == _GROUP for group in groups)
    if len(amount) > _LONGEST or not re.fullmatch(r"\d+(?:\.\d+)?", amount):
        return None
    if not (grouped or value.kind in _MEASURED):
        return None  # a version, a heading's number
    written = number(amount, lang)
    return value.text[: token.start()] + written + value.text[token.end() :]


RULES = (
    Rule(
        code="V103",
        slug="weekday-mismatch",
        severity=Severity.ERROR,
        scope=Scope.UNIT,
        what="The weekdays of the two languages differ, or a date falls on another weekday than "
        "the text says.",
        why="The reader does not know which day is meant.",
        how="Check the date against the calendar and correct the weekday, or the date.",
        bad=(
            Example("Kokous on tiistaina 3.3.2026.", "Mötet hålls onsdag 3.3.2026."),
            Example("Nähdään perjantaina!", "Vi ses på torsdag!"),
            Example("Kokous on keskiviikkona 3.3.2026.", "Mötet hålls onsdagen den 3 mars 2026."),
            Example("Vi är öppna mån–fre kl. 9–15.", "Olemme avoinna ma–to klo 9–15.", "sv", "fi"),
        ),
        good=(
            Example("Kokous on tiistaina 3.3.2026.", "Mötet hålls tisdagen den 3 mars 2026."),
            Example("Avoinna ma–pe 9–16", "Öppet mån–fre 9–16"),
            Example("Avoinna maanantaisin", "Öppet på måndagar"),
            Example("Vi ses på fredag kväll.", "Nähdään perjantai-iltana.", "sv", "fi"),
        ),
        check=weekday_mismatch,
        needs=Evidence.VALUES | Evidence.WEEKDAYS,
    ),
    Rule(
        code="V104",
        slug="time-format",
        severity=Severity.INFO,
        scope=Scope.UNIT,
        what="A time of day is written with a colon, where Finnish and the Swedish of Finland "
        "write a full stop, and no minutes on the hour.",
        why="One house style reads as one voice. (Svenska skrivregler; Kielitoimiston ohjepankki.)",
        how="Write kl. 18–20 and klo 18.30.",
        bad=(
            Example("Avoinna klo 18–20", "Öppet kl. 18:00–20:00"),
            Example("Alkaa klo 9.30", "Börjar kl. 9:30"),
            Example("Öppet kl. 18–20", "Avoinna klo 18:00–20:00", "sv", "fi"),
        ),
        good=(
            Example("Avoinna klo 18–20", "Öppet kl. 18–20"),
            Example("Alkaa klo 18.30", "Börjar kl. 18.30"),
            Example("Börjar kl. 18.30", "Alkaa klo 18.30", "sv", "fi"),
        ),
        check=time_format,
        needs=Evidence.VALUES | Evidence.CLOCK,
    ),
    Rule(
        code="V108",
        slug="number-format",
        severity=Severity.INFO,
        scope=Scope.UNIT,
        what="A number is grouped with full stops, or has a decimal point, where the language "
        "groups with spaces and has a decimal comma (CLDR).",
        why="1.234 may be read as one and a bit.",
        how="Write 1 234,5.",
        bad=(
            Example("Summa on 1 234,5 euroa.", "Summan är 1.234,5 euro."),
            Example("Osuus on 3,5 prosenttia.", "Andelen är 3.5 procent."),
            Example("Summan är 12 000 euro.", "Summa on 12.000 euroa.", "sv", "fi"),
        ),
        good=(
            Example("Summa on 1 234,5 euroa.", "Summan är 1 234,5 euro."),
            Example("Versio 1.2.3", "Version 1.2.3"),
            Example("Den 6.12.2026 kl. 9.30", "6.12.2026 klo 9.30", "sv", "fi"),
        ),
        check=number_format,
        needs=Evidence.VALUES | Evidence.AMOUNTS,
    ),
)
