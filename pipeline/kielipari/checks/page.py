"""The catalogue in words: a page for each rule, and the whole as Markdown.

Both are made from the rules themselves, so that they cannot drift.
"""

import textwrap
from collections.abc import Iterable

from kielipari.checks.base import Example, Rule

_WIDTH = 88


def explain(rule: Rule) -> str:
    """Return the page of a rule as plain text."""
    lines = [
        f"{rule.code} {rule.slug} ({rule.severity.value})",
        "",
        *_paragraph(rule.what),
        "",
        *_paragraph(f"Why: {rule.why}"),
        "",
        *_paragraph(f"What to do: {rule.how}"),
    ]
    for title, examples in (("Reported", rule.bad), ("Not reported", rule.good)):
        if examples:
            lines += ["", f"{title}:"]
            for example in examples:
                lines += [*_example(example), ""]
            lines.pop()
    lines += ["", f"To leave it out: --ignore {rule.code}", ""]
    return "\n".join(lines)


def catalogue(rules: Iterable[Rule]) -> str:
    """Return every rule as one Markdown document."""
    rules = tuple(rules)
    lines = [
        "# The rules",
        "",
        "Severity is the consequence for the reader: an *error* misleads or is not there, a",
        "*warning* confuses, an *info* is untidy. This file is generated; `make docs` writes it.",
        "",
        "| code | rule | severity | finds |",
        "|---|---|---|---|",
        *(f"| {r.code} | [{r.slug}](#{r.slug}) | {r.severity.value} | {r.what} |" for r in rules),
        "",
    ]
    for rule in rules:
        lines += [
            f"## {rule.slug}",
            "",
            f"{rule.code}, {rule.severity.value}. {rule.what}",
            "",
            f"Why: {rule.why}",
            "",
            f"What to do: {rule.how}",
            "",
        ]
        for title, examples in (("Reported", rule.bad), ("Not reported", rule.good)):
            if examples:
                lines += [f"{title}:", ""]
                lines += [f"- {_pair(example)}" for example in examples]
                lines += [""]
    return "\n".join(lines).rstrip("\n") + "\n"


def _pair(example: Example) -> str:
    source, target = (
        f"{lang}: `{text}`" if text else f"{lang}: nothing"
        for lang, text in (
            (example.source_lang, example.source),
            (example.target_lang, example.target),
        )
    )
    note = f" ({example.note})" if example.note else ""
    return f"{source} · {target}{note}"


def _paragraph(text: str) -> list[str]:
    return textwrap.wrap(text, _WIDTH)


def _example(example: Example) -> list[str]:
    rows = [
        *_side(example.source_lang, example.source),
        *_side(example.target_lang, example.target),
    ]
    if example.note:
        rows.append(f"      {example.note}")
    return rows


def _side(lang: str, text: str) -> list[str]:
    """Return a side's lines, all of them under its first."""
    first, *more = (text or "(empty)").splitlines()
    return [f"  {lang}  {first}", *(f"      {line}" for line in more)]
