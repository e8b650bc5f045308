"""What ``kielipari term`` prints: a concept as a card that a translator reads at a glance."""

from collections.abc import Iterator, Sequence

import click

from kielipari.model import Term, TermStatus
from kielipari.report.messages import Words, words
from kielipari.report.plain import plain
from kielipari.terms.lookup import Entry, Example, LookUp

_INDENT = "  "
WIDE = 100
"""Columns of a terminal in which two languages stand beside each other."""


def render(found: LookUp, locale: str = "en", width: int = 0) -> str:
    """Return the cards of every concept found, or the nearest terms for an unknown word.

    In ``width`` columns, if they are enough, the examples' languages stand side by side; else one
    below the other.
    """
    voice = words(locale)
    if found.entries:
        return "\n".join(
            line for entry in found.entries for line in (*_card(entry, voice, width), "")
        )
    lines = [voice.say("term.unknown", word=found.word)]
    if found.nearest:
        near = ", ".join(f"{plain(term.text)} ({term.lang})" for term in found.nearest)
        lines.append(f"{voice.say('term.nearest')}: {near}")
    return "\n".join([*lines, ""])


def _card(entry: Entry, voice: Words, width: int) -> Iterator[str]:
    concept = entry.concept
    domain = f"  ({plain(concept.domain)})" if concept.domain else ""
    yield click.style(plain(entry.term.text), bold=True) + _status(entry.term, voice) + domain
    for lang, terms in entry.equivalents:
        yield f"{_INDENT}{voice.language(lang).capitalize()}"
        for term in terms:
            yield f"{_INDENT}{_INDENT}{_term(term, voice)}"
    for lang, definition in entry.definitions:
        where = f"{voice.language(lang).capitalize()}: " if lang else ""
        yield f"{_INDENT}{where}{plain(definition)}"
    for note in entry.notes:
        yield f"{_INDENT}{voice.say('term.note')}: {plain(note)}"
    if entry.examples:
        yield f"{_INDENT}{voice.say('term.examples')}"
        yield from _beside(entry.examples, width) if width >= WIDE else _below(entry.examples)


def _term(term: Term, voice: Words) -> str:
    color = "green" if term.status.is_allowed else "red"
    is_best = term.status is TermStatus.PREFERRED
    note = f" – {plain(term.note)}" if term.note else ""
    return click.style(plain(term.text), fg=color, bold=is_best) + _status(term, voice) + note


def _status(term: Term, voice: Words) -> str:
    """Return what is to be known of a term that is not the preferred one."""
    if term.status is TermStatus.PREFERRED:
        return ""
    return f"  {voice.say(f'term.status.{term.status.value}')}"


def _below(examples: Sequence[Example]) -> Iterator[str]:
    for example in examples:
        for text, span in _sides(example):
            start, end = span or (0, 0)
            marked = text[:start] + click.style(text[start:end], bold=True) + text[end:]
            yield f"{_INDENT}{_INDENT}{marked if span else text}"
        yield f"{_INDENT}{_INDENT}{click.style(plain(example.place), dim=True)}"


def _beside(examples: Sequence[Example], width: int) -> Iterator[str]:
    from rich.console import Console  # noqa: PLC0415 - for wide terminals only
    from rich.table import Table  # noqa: PLC0415 - as above
    from rich.text import Text  # noqa: PLC0415 - as above

    table = Table.grid(padding=(0, 3, 0, 0), expand=True)
    table.add_column(ratio=1)
    table.add_column(ratio=1)
    for example in examples:
        cells = [Text(text) for text, _ in _sides(example)]
        for cell, (_, span) in zip(cells, _sides(example), strict=True):
            if span:
                cell.stylize("bold", *span)
        table.add_row(*cells)
        table.add_row(Text(plain(example.place), style="dim"))
    console = Console(width=width - 2 * len(_INDENT), force_terminal=True, highlight=False)
    with console.capture() as capture:
        console.print(table)
    yield from (f"{_INDENT}{_INDENT}{line.rstrip()}" for line in capture.get().splitlines())


def _sides(example: Example) -> tuple[tuple[str, tuple[int, int] | None], ...]:
    return (
        (plain(example.source), example.source_span),
        (plain(example.target), example.target_span),
    )
