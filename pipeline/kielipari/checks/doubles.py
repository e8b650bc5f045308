"""One reason, one finding: of two rules that meet the same defect, the one that names it speaks.

A sentence left out takes its numbers and terms with it, and a text that is another one differs in
everything. :data:`DOUBLES` says which rule has said what another one would say again, and where.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from enum import Enum
from typing import Final

from kielipari.model import Finding, Side


class Where(Enum):
    """Where the finding that says it must be, in the same unit."""

    UNIT = "anywhere in the unit"
    SOURCE = "around the place in the source"
    TARGET = "over words that it shares in the target"
    CONCEPT = "about the same concept"


_VALUES: Final = (
    "number-mismatch",
    "date-mismatch",
    "weekday-mismatch",
    "contact-mismatch",
    "reference-mismatch",
    "unit-or-currency-mismatch",
)
_TERMS: Final = ("term-not-used", "compound-term-not-used")
_LEFT: Final = ("untranslated-name", "term-left-in-source-language", "mixed-language")
_WHOLE: Final = ("lost-negation", "shifted-modality", "suspicious-length", "punctuation-mismatch")
_UNTOLD: Final = (*_VALUES, *_TERMS, "lost-negation", "shifted-modality")

DOUBLES: Final[tuple[tuple[str, Where, tuple[str, ...]], ...]] = (
    (
        "unrelated-translation",
        Where.UNIT,
        (
            *_VALUES,
            *_TERMS,
            *_WHOLE,
            "wrong-name",
            "missing-sentence",
            "truncated-translation",
        ),
    ),
    ("missing-sentence", Where.SOURCE, _UNTOLD),
    # Negations are counted over the whole unit: the one too many is in the sentence left out.
    (
        "missing-sentence",
        Where.UNIT,
        ("truncated-translation", "suspicious-length", "lost-negation"),
    ),
    ("truncated-translation", Where.UNIT, ("suspicious-length", "punctuation-mismatch")),
    ("truncated-translation", Where.SOURCE, _UNTOLD),
    ("copied-source", Where.UNIT, (*_LEFT, *_TERMS, *_WHOLE)),
    ("wrong-language", Where.TARGET, _LEFT),
    ("wrong-language", Where.UNIT, (*_TERMS, *_WHOLE)),
    ("untranslated-name", Where.CONCEPT, ("wrong-name", *_TERMS)),
    ("untranslated-name", Where.TARGET, ("mixed-language", "term-left-in-source-language")),
    ("wrong-name", Where.CONCEPT, _TERMS),
    ("term-left-in-source-language", Where.CONCEPT, _TERMS),
    ("term-left-in-source-language", Where.TARGET, ("mixed-language",)),
    ("sweden-swedish-term", Where.TARGET, ("forbidden-term",)),
    ("mixed-language", Where.TARGET, ("time-format",)),
)
"""The rule that says it, where, and the rules that would say it again."""

_SAID_BY: Final = {
    rule: tuple((first, where) for first, where, rules in DOUBLES if rule in rules)
    for rule in {rule for _, _, rules in DOUBLES for rule in rules}
}


def without_doubles(findings: Iterable[Finding]) -> tuple[tuple[Finding, ...], tuple[Finding, ...]]:
    """Part the findings of a pair into those that stay and those that say something again."""
    findings = tuple(findings)
    told: defaultdict[tuple[str | None, str], list[Finding]] = defaultdict(list)
    for finding in findings:
        told[finding.unit, finding.rule].append(finding)
    stay: list[Finding] = []
    again: list[Finding] = []
    for finding in findings:
        (again if _is_said(finding, told) else stay).append(finding)
    return tuple(stay), tuple(again)


def _is_said(finding: Finding, told: Mapping[tuple[str | None, str], Sequence[Finding]]) -> bool:
    """Whether a finding says what another of its unit does; all are given by unit and rule."""
    return finding.unit is not None and any(
        _covers(other, finding, where)
        for rule, where in _SAID_BY.get(finding.rule, ())
        for other in told.get((finding.unit, rule), ())
    )


def _covers(first: Finding, second: Finding, where: Where) -> bool:
    if where is Where.UNIT:
        return True
    if where is Where.CONCEPT:
        return first.concept is not None and first.concept == second.concept
    if where is Where.TARGET:
        return _overlap(first.target, second.target)
    return _is_only_in_source(second) and _overlap(first.source, second.source)


def _is_only_in_source(finding: Finding) -> bool:
    """Whether nothing in the target stands for it: its span is all of the text, or there is none."""
    target = finding.target
    return target is None or (target.start == 0 and target.end >= len(target.text))


def _overlap(one: Side | None, other: Side | None) -> bool:
    if one is None or other is None or one.text != other.text:
        return False
    return one.start < other.end and other.start < one.end
