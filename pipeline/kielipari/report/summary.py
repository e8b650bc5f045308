"""The first sentence of every report, and what it counts."""

from collections import Counter

from kielipari.model import PairResult, Report, Severity
from kielipari.report.messages import Words
from kielipari.report.view import (
    PairKind,
    by_severity,
    is_complete,
    is_expected_alone,
    numbered,
    pair_kind,
)

_MISSING = frozenset({"fi", "sv"})

THE_RUN = "."
"""Where a problem stands that is no file's, as when somebody interrupts the run."""


def severities(counted: "dict[Severity, int]", words: Words) -> str:
    """Say "3 errors and 1 warning"; empty where nothing was found."""
    return words.join(
        tuple(
            words.count(f"count.{severity}", number)
            for severity, number in counted.items()
            if number
        )
    )


def verdict(report: Report, words: Words, *, short: bool = False) -> str:
    """Say in one sentence how the texts stand; ``short`` leaves out what stands elsewhere too."""
    findings = dict(by_severity(iter(report.findings)))
    where = _where(report.pairs, words)
    parts = []
    if not report.pairs and not report.findings:  # of a glossary, or of nothing at all
        terms = report.checked.units
        parts.append(
            words.count("verdict.glossary", terms) if terms else words.say("verdict.nothing")
        )
    elif report.findings:
        what = severities(findings, words)
        parts.append(f"{what} {where}".strip())
    else:
        parts.append(words.say("verdict.clean", where=where).strip())
    known = sum(item.is_known for item in numbered(report))
    if known and not short:
        parts[0] += f" ({words.say('verdict.known', n=known)})"
    parts += _missing_pages(report, words)
    files = unread(report)
    if files and not short:
        parts.append(words.count("verdict.unread", files))
    return "; ".join(parts) + "."


def unread(report: Report) -> int:
    """Count the files that could not be read or checked; an interruption is none."""
    return sum(problem.path != THE_RUN for problem in report.problems)


def checked(report: Report, words: Words) -> str:
    """Say how much was looked at."""
    what = (
        words.count("count.unit", report.checked.units),
        words.count("count.term", report.checked.terms),
    )
    return words.say("text.checked", what=words.join(what))


def _where(pairs: tuple[PairResult, ...], words: Words) -> str:
    counted = Counter(
        kind for pair in pairs if (kind := pair_kind(pair)) is PairKind.FILE or is_complete(pair)
    )
    return words.join(
        tuple(words.count(f"in.{kind}", counted[kind]) for kind in PairKind if counted[kind])
    )


def missing_pages(report: Report) -> dict[str, int]:
    """Count pages without a counterpart by the language that lacks them."""
    counted: Counter[str] = Counter()
    for pair in report.pairs:
        if is_complete(pair) or is_expected_alone(pair) or pair_kind(pair) is PairKind.FILE:
            continue
        counted[pair.target_lang if pair.target_uri is None else pair.source_lang] += 1
    return dict(sorted(counted.items()))


def _missing_pages(report: Report, words: Words) -> list[str]:
    return [
        words.count(f"verdict.missing.{lang if lang in _MISSING else 'any'}", number)
        for lang, number in missing_pages(report).items()
    ]
