"""A rule's page: what it finds, why it matters, how to mend it, and examples."""

import textwrap

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
                lines += _example(example)
    lines += ["", f"To leave it out: --ignore {rule.code}", ""]
    return "\n".join(lines)


def _paragraph(text: str) -> list[str]:
    return textwrap.wrap(text, _WIDTH)


def _example(example: Example) -> list[str]:
    rows = [
        f"  {example.source_lang}  {example.source}",
        f"  {example.target_lang}  {example.target or '(empty)'}",
    ]
    if example.note:
        rows.append(f"      {example.note}")
    return [*rows, ""]
