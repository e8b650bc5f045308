"""What every format needs of a report: findings numbered, grouped by pair, counted."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING

from kielipari.model import Finding, Origin, PairResult, Parity, Report, Severity, Side

if TYPE_CHECKING:
    from kielipari.checks.base import Rule


@dataclass(frozen=True, slots=True)
class Item:
    """A finding with its number in the report (``f1`` …) and its baseline state."""

    id: str
    finding: Finding
    baseline: str | None

    @property
    def is_known(self) -> bool:
        """Whether the baseline holds it."""
        return self.baseline == "known"


class PairKind(StrEnum):
    """What a pair is to its reader; the values are keys of the message catalogue."""

    PAGES = "page-pair"
    TEXTS = "text-pair"
    FILE = "file"


@dataclass(frozen=True, slots=True)
class Group:
    """A pair with its findings; ``pair`` is None for what concerns the run as a whole."""

    id: str
    pair: PairResult | None
    items: tuple[Item, ...]


def numbered(report: Report) -> tuple[Item, ...]:
    """Give every finding its number, in their order."""
    return tuple(
        Item(f"f{index + 1}", finding, report.baseline.get(index))
        for index, finding in enumerate(report.findings)
    )


def pair_ids(report: Report) -> Mapping[str, str]:
    """Return the pairs' own ids → ``p1``, ``p2`` … in the order of the report."""
    ids: dict[str, str] = {}
    for pair in report.pairs:
        ids.setdefault(pair.id, f"p{len(ids) + 1}")
    return ids


def groups(report: Report) -> tuple[Group, ...]:
    """Group the findings by pair, in the order of the pairs; the last group has no pair."""
    ids = pair_ids(report)
    items: dict[str, list[Item]] = {}
    for item in numbered(report):
        items.setdefault(ids.get(item.finding.pair, ""), []).append(item)
    found = [Group(ids[pair.id], pair, tuple(items.get(ids[pair.id], ()))) for pair in report.pairs]
    if items.get(""):
        found.append(Group("", None, tuple(items[""])))
    return tuple(found)


def by_severity(findings: Iterator[Finding]) -> Mapping[Severity, int]:
    """Count findings by severity, the gravest first."""
    counted = Counter(finding.severity for finding in findings)
    return {severity: counted[severity] for severity in Severity}


def pair_kind(pair: PairResult) -> PairKind:
    """Tell a bilingual file from a pair of web pages and a pair of other texts."""
    if pair.source_uri is not None and pair.source_uri == pair.target_uri:
        return PairKind.FILE
    if any(unit.origin is Origin.ENTRY for unit in pair.units):
        return PairKind.FILE
    uri = (pair.source_uri or pair.target_uri or "").lower().partition("?")[0]
    if uri.startswith(("http://", "https://")) or uri.endswith((".html", ".htm", ".xhtml")):
        return PairKind.PAGES
    return PairKind.TEXTS


def is_complete(pair: PairResult) -> bool:
    """Whether both language versions are there."""
    return pair.source_uri is not None and pair.target_uri is not None


def main_side(finding: Finding) -> Side | None:
    """Return the side that is to be mended: the target where the finding has one."""
    return finding.target or finding.source


def coverage(report: Report) -> float | None:
    """Return the share of source text with a counterpart over all translated pairs.

    Weighted by the characters of the source side; None where no pair has a figure. Pairs that
    are declared abridged or pointers are left out: nobody promises the whole there.
    """
    total = covered = 0.0
    for pair in report.pairs:
        if pair.parity is not Parity.FULL:
            continue
        if pair.coverage is None or (pair.relation is not None and pair.relation != "translation"):
            continue
        size = sum(len(segment.text) for unit in pair.units for segment in unit.source) or 1
        total += size
        covered += size * pair.coverage
    return covered / total if total else None


def is_expected_alone(pair: PairResult) -> bool:
    """Whether nobody misses the other version: of a pointer, of a page in plain language."""
    return not is_complete(pair) and pair.parity is Parity.POINTER


@cache
def rules() -> "Mapping[str, Rule]":
    """Return the rules by slug; empty while the registry is not there."""
    from kielipari import checks  # noqa: PLC0415 - the checks load the analysers

    registry: tuple[Rule, ...] = getattr(checks, "RULES", ())
    return {rule.slug: rule for rule in registry}


def code(slug: str) -> str:
    """Return a rule's code, empty for a rule that is not known."""
    rule = rules().get(slug)
    return rule.code if rule else ""
