"""What ``kielipari term`` prints: a concept as a card that a translator reads at a glance."""

from collections.abc import Iterator

import click

from kielipari.model import Term, TermStatus
from kielipari.report.messages import Words, words
from kielipari.report.plain import plain
from kielipari.terms.lookup import Entry, Example, LookUp

_INDENT = "  "


def render(found: LookUp, locale: str = "en") -> str:
    """Return the cards of every concept found, or the nearest terms for an unknown word."""
    if found.entries:
        return "\n".join(
            line for entry in found.entries for line in (*_card(entry, words(locale)), "")
        )
    lines = [f"“{plain(found.word)}” is not a form of any term of the glossary."]
    if found.nearest:
        near = ", ".join(f"{plain(term.text)} ({term.lang})" for term in found.nearest)
        lines.append(f"Nearest: {near}")
    return "\n".join([*lines, ""])


def _card(entry: Entry, voice: Words) -> Iterator[str]:
    concept = entry.concept
    domain = f"  ({plain(concept.domain)})" if concept.domain else ""
    yield click.style(plain(entry.term.text), bold=True) + domain
    for lang, terms in entry.equivalents:
        yield f"{_INDENT}{voice.language(lang).capitalize()}"
        for term in terms:
            yield f"{_INDENT}{_INDENT}{_term(term)}"
    for lang, definition in entry.definitions:
        where = f"{voice.language(lang).capitalize()}: " if lang else ""
        yield f"{_INDENT}{where}{plain(definition)}"
    for note in entry.notes:
        yield f"{_INDENT}Note: {plain(note)}"
    if entry.examples:
        yield f"{_INDENT}Examples"
        for example in entry.examples:
            yield from _example(example)


def _term(term: Term) -> str:
    text = plain(term.text)
    note = f" – {plain(term.note)}" if term.note else ""
    if term.status is TermStatus.PREFERRED:
        return click.style(text, fg="green", bold=True) + note
    if term.status.is_allowed:
        return f"{click.style(text, fg='green')}  {term.status.value}{note}"
    return f"{click.style(text, fg='red')}  {term.status.value}, do not use{note}"


def _example(example: Example) -> Iterator[str]:
    yield f"{_INDENT}{_INDENT}{_marked(example.source, example.source_span)}"
    yield f"{_INDENT}{_INDENT}{_marked(example.target, example.target_span)}"
    yield f"{_INDENT}{_INDENT}{click.style(plain(example.place), dim=True)}"


def _marked(text: str, span: tuple[int, int] | None) -> str:
    text = plain(text)
    if span is None:
        return text
    start, end = span
    return text[:start] + click.style(text[start:end], bold=True) + text[end:]
