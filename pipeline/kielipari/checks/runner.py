"""Runs rules over views and turns their evidence into findings.

A crash inside a check is caught here, reported with the rule's name, and the rest goes on.
"""

import hashlib
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from kielipari.checks.base import Rule, Scope, Span, Verdict, Violation
from kielipari.checks.doubles import without_doubles
from kielipari.model import (
    Finding,
    Origin,
    Outcome,
    Problem,
    Severity,
    Side,
    Suppressed,
    Suppression,
    Unit,
)

FINGERPRINT_LENGTH = 16


@dataclass(frozen=True, slots=True)
class Active:
    """The rules of a run with the severity each has in it."""

    rules: tuple[Rule, ...]
    severity: Mapping[str, Severity] = field(default_factory=dict)

    def of(self, scope: Scope) -> tuple[Rule, ...]:
        """Return the rules of one scope, in the catalogue's order."""
        return tuple(rule for rule in self.rules if rule.scope is scope)

    def severity_of(self, rule: Rule, weighed: Severity | None = None) -> Severity:
        """Return the configured severity, else what the check gave the defect, else the rule's."""
        usual = weighed or Severity(rule.severity)
        return self.severity.get(rule.slug, self.severity.get(rule.code, usual))


@dataclass(frozen=True, slots=True)
class Where:
    """What a verdict's place in the run is: the paths and languages of both sides, pair and unit.

    ``context`` is what belongs to the fingerprint besides the evidence (an entry's key).
    """

    source_path: str
    target_path: str
    source_lang: str
    target_lang: str
    pair: str = ""
    unit: str | None = None
    context: str = ""
    suppressions: tuple[Suppression, ...] = ()

    def of(self, unit: Unit) -> "Where":
        """Return the place of one unit of the pair."""
        return replace(
            self,
            unit=unit.id,
            context=unit.key or "" if unit.origin is not Origin.ALIGNED else "",
            suppressions=unit.suppressions,
        )


@dataclass(frozen=True, eq=False, slots=True)
class Plan:
    """What to do with units of some evidence: rules to call, and what is counted without a call."""

    rules: tuple[Rule, ...]
    plain: tuple[tuple[str, Outcome], ...] = ()


class Chosen:
    """Rules of units, and what each has to say where there is evidence of a kind."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        """Take the rules, in the catalogue's order."""
        self._everything = Plan(tuple(rules))
        self._plans: dict[int, Plan] = {}

    def given(self, evidence: int | None) -> Plan:
        """Return what to do; every rule is called where the evidence is not known."""
        if evidence is None:
            return self._everything
        plan = self._plans.get(evidence)
        if plan is None:
            plan = self._plans[evidence] = self._planned(evidence)
        return plan

    def _planned(self, evidence: int) -> Plan:
        called: list[Rule] = []
        plain: list[tuple[str, Outcome]] = []
        for rule in self._everything.rules:
            if not rule.needs or rule.needs & evidence:
                called.append(rule)
                continue
            plain += [
                (rule.slug, outcome) for kind, outcome in rule.otherwise if kind & evidence == kind
            ]
        return Plan(tuple(called), tuple(plain))


class Tally:
    """Collects findings, counts of outcomes, and problems while one pair is checked."""

    def __init__(self, active: Active) -> None:
        """Start empty."""
        self.active = active
        self.findings: list[Finding] = []
        self.problems: list[Problem] = []
        self.suppressed: list[Suppressed] = []
        self.used: set[int] = set()  # the id() of suppressions that were needed
        self._outcomes: defaultdict[str, Counter[Outcome]] = defaultdict(Counter)
        self._plain: Counter[Plan] = Counter()

    def run_unit(self, plan: Plan, view: object, unit: Unit, where: Where) -> None:
        """Run the rules of a plan over one unit, and count what it answers without them."""
        self._plain[plan] += 1
        for rule in plan.rules:
            try:
                for verdict in rule.check(view):
                    if isinstance(verdict, Violation):
                        self.take(rule, (verdict,), where.of(unit))
                    else:
                        self._outcomes[rule.slug][verdict] += 1
            except Exception as error:  # noqa: BLE001 a crash must not take the run along
                self._crashed(rule, error, where)

    def run(self, rule: Rule, view: object, where: Where) -> None:
        """Run one rule over one view."""
        try:
            self.take(rule, list(rule.check(view)), where)
        except Exception as error:  # noqa: BLE001 a crash of one check must not take the run along
            self._crashed(rule, error, where)

    def _crashed(self, rule: Rule, error: Exception, where: Where) -> None:
        path = where.target_path or where.source_path
        self.problems.append(
            Problem(path, f"the check {rule.slug} failed: {type(error).__name__}: {error}")
        )

    def take(self, rule: Rule, verdicts: Iterable[Verdict], where: Where) -> None:
        """Count verdicts and turn the violations among them into findings."""
        counts = self._outcomes[rule.slug]
        for verdict in verdicts:
            if isinstance(verdict, Violation):
                place = where if verdict.unit is None else where.of(verdict.unit)
                found = finding(rule, verdict, place, self.active)
                silences = silences_of(rule, place.suppressions)
                if silences:
                    self.used.update(map(id, silences))
                    self.suppressed.append(Suppressed(found, silences[0].reason))
                    continue
                counts[Outcome.VIOLATED] += 1
                self.findings.append(found)
            else:
                counts[verdict] += 1

    def settle(self) -> None:
        """Leave out what one rule says again that another one has said of the same unit."""
        stay, again = without_doubles(self.findings)
        self.findings = list(stay)
        for finding in again:
            self._outcomes[finding.rule][Outcome.VIOLATED] -= 1

    def outcomes(self) -> dict[str, dict[Outcome, int]]:
        """Return the counts by rule, every outcome present."""
        found = defaultdict(Counter, {slug: Counter(n) for slug, n in self._outcomes.items()})
        for plan, times in self._plain.items():
            for slug, outcome in plan.plain:
                found[slug][outcome] += times
        return {
            slug: {outcome: counts[outcome] for outcome in Outcome}
            for slug, counts in sorted(found.items())
            if counts
        }


def silences_of(rule: Rule, suppressions: Sequence[Suppression]) -> list[Suppression]:
    """Return the words of persons that silence the rule at this place."""
    return [s for s in suppressions if s.rule in {"*", rule.code, rule.slug}]


def finding(rule: Rule, violation: Violation, where: Where, active: Active) -> Finding:
    """Build the finding: what the check saw, with file, line, severity and fingerprint."""
    source = _side(violation.source, where.source_path, where.source_lang)
    target = _side(violation.target, where.target_path, where.target_lang)
    evidence = normalise(violation.evidence or _quoted(violation))
    return Finding(
        rule=rule.slug,
        severity=active.severity_of(rule, violation.severity),
        message=violation.message,
        source=source,
        target=target,
        evidence=evidence,
        suggestion=violation.suggestion,
        fingerprint=fingerprint(rule.slug, violation.concept or "", where.context, evidence),
        pair=where.pair,
        unit=where.unit,
        concept=violation.concept,
    )


def fingerprint(*parts: str) -> str:
    """Return a short stable hash: 16 hexadecimal digits of SHA-256 over the parts."""
    joined = "\x1f".join(parts)
    return hashlib.sha256(joined.encode()).hexdigest()[:FINGERPRINT_LENGTH]


def normalise(text: str) -> str:
    """Fold white space, case, compatibility forms and soft hyphens."""
    if not text.isascii():
        text = unicodedata.normalize("NFKC", text).replace("\N{SOFT HYPHEN}", "")
    # What is printable has no white space but plain spaces.
    is_even = text.isprintable() and "  " not in text
    return (text.strip() if is_even else " ".join(text.split())).casefold()


def _quoted(violation: Violation) -> str:
    spans = [span for span in (violation.source, violation.target) if span is not None]
    return "\x1e".join(span.segment.text[span.start : span.end] for span in spans)


def _side(span: Span | None, path: str, lang: str) -> Side | None:
    if span is None:
        return None
    place = span.segment.place(span.start)
    return Side(
        path=path,
        line=place.line,
        column=place.column,
        lang=lang,
        text=span.segment.text,
        start=span.start,
        end=span.end,
    )
