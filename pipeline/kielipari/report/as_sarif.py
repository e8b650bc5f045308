"""The report as SARIF 2.1.0, for code scanning and review tools.

GitHub takes 5,000 results a run: the gravest and newest are written, and a notification says
how many of what kind were left out. Columns count code points.
"""

import json
from collections import Counter
from typing import Any, Final

from kielipari.model import Finding, KnownFinding, Problem, Report, Severity, Side, Suppressed
from kielipari.report import view
from kielipari.report.messages import Words, words
from kielipari.report.options import RenderOptions
from kielipari.report.places import Where, where
from kielipari.report.plain import encodable
from kielipari.report.summary import severities
from kielipari.report.view import Item, by_severity, code, numbered

_LIMIT: Final = 5_000
_SCHEMA: Final = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS: Final = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_STATES: Final = {"new": "new", "known": "unchanged"}


def render(report: Report, options: RenderOptions) -> bytes:
    """Write one SARIF run as UTF-8 JSON."""
    document = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [_Run(report, options).run()]}
    return (encodable(json.dumps(document, ensure_ascii=False, indent=2)) + "\n").encode()


def left_out(report: Report, options: RenderOptions) -> str:
    """Say what the limit leaves out; empty where it leaves out nothing."""
    dropped = _gravest(report)[_LIMIT:]
    whole = len(report.findings) + len(report.suppressed) + len(report.fixed)
    if whole <= _LIMIT:
        return ""
    voice = words(options.locale)
    said = voice.say("table.left-out", n=whole - _LIMIT)
    kinds = severities(dict(by_severity(item.finding for item in dropped)), voice)
    known = sum(item.is_known for item in dropped)
    more = "; ".join(filter(None, (kinds, voice.say("verdict.known", n=known) if known else "")))
    return f"{said} ({more})" if more else said


def _gravest(report: Report) -> list[Item]:
    return sorted(numbered(report), key=lambda item: (item.is_known, item.finding.severity.rank))


class _Run:
    def __init__(self, report: Report, options: RenderOptions) -> None:
        self.report = report
        self.options = options
        self.words: Words = words(options.locale)
        slugs = [
            *(finding.rule for finding in report.findings),
            *(one.finding.rule for one in report.suppressed),
            *(one.rule for one in report.fixed),
        ]
        self.slugs = sorted(set(slugs), key=lambda slug: (code(slug) or slug, slug))
        self.seen: Counter[str] = Counter()

    def run(self) -> dict[str, Any]:
        items = numbered(self.report)
        chosen = {item.id for item in _gravest(self.report)[:_LIMIT]}
        results = [self._item(item) for item in items if item.id in chosen]
        results += [self._suppressed(one) for one in self.report.suppressed]
        results += [self._fixed(one) for one in self.report.fixed]
        return {
            "tool": {
                "driver": {
                    "name": "kielipari",
                    "version": self.report.version,
                    "rules": [self._rule(slug) for slug in self.slugs],
                }
            },
            "columnKind": "unicodeCodePoints",
            "invocations": [
                {
                    "executionSuccessful": not self.report.problems,
                    "toolExecutionNotifications": self._notifications(),
                }
            ],
            "results": results[:_LIMIT],
        }

    def _notifications(self) -> list[dict[str, Any]]:
        said = [_problem(problem) for problem in self.report.problems]
        if text := left_out(self.report, self.options):
            said.append({"level": "warning", "message": {"text": text}})
        return said

    def _rule(self, slug: str) -> dict[str, Any]:
        rule = view.rules().get(slug)
        title = self.words.title(slug)
        action = self.words.say(f"{slug}.todo") if self.words.knows(f"{slug}.todo") else title
        what, why, how = (rule.what, rule.why, rule.how) if rule else (title, "", action)
        paragraphs = [text for text in (what, why, how) if text]
        about: dict[str, Any] = {
            "id": code(slug) or slug,
            "name": "".join(part.capitalize() for part in slug.split("-")),
            "shortDescription": {"text": title},
            "fullDescription": {"text": what},
            "help": {"text": "\n\n".join(paragraphs), "markdown": "\n\n".join(paragraphs)},
            "properties": {"tags": ["translation", slug]},
        }
        if rule:
            about["defaultConfiguration"] = {"level": _LEVELS[rule.severity]}
        return about

    def _result(self, finding: Finding) -> dict[str, Any]:
        said = self.words.message(finding.message, finding.rule)
        action = self.words.action(finding)
        self.seen[finding.fingerprint] += 1
        result: dict[str, Any] = {
            "ruleId": code(finding.rule) or finding.rule,
            "ruleIndex": self.slugs.index(finding.rule),
            "level": _LEVELS[finding.severity],
            "message": {"text": f"{said}. {action}".rstrip()},
            "locations": [_location(where(finding, self.report), finding.target or finding.source)],
            "partialFingerprints": {
                "kielipari/v1": finding.fingerprint,
                "primaryLocationLineHash": (
                    f"{finding.fingerprint}:{self.seen[finding.fingerprint]}"
                ),
            },
        }
        if finding.target and finding.source:
            other = finding.source
            place = Where(other.path, other.line, other.column)
            related = _location(place, other)
            related["message"] = {"text": self.words.language(other.lang) or other.path}
            result["relatedLocations"] = [related]
        return result

    def _item(self, item: Item) -> dict[str, Any]:
        result = self._result(item.finding)
        if item.baseline is not None:
            result["baselineState"] = _STATES.get(item.baseline, "new")
        return result

    def _suppressed(self, one: Suppressed) -> dict[str, Any]:
        result = self._result(one.finding)
        if self.report.baseline:
            result["baselineState"] = "unchanged"
        result["suppressions"] = [
            {"kind": "external", "status": "accepted", "justification": one.reason}
        ]
        return result

    def _fixed(self, one: KnownFinding) -> dict[str, Any]:
        return {
            "ruleId": code(one.rule) or one.rule,
            "ruleIndex": self.slugs.index(one.rule),
            "level": "none",
            "message": {"text": one.text or self.words.title(one.rule)},
            "locations": [_location(Where(one.path, 1, 1), None)],
            "partialFingerprints": {"kielipari/v1": one.fingerprint},
            "baselineState": "absent",
        }


def _location(place: Where, side: Side | None) -> dict[str, Any]:
    artifact: dict[str, Any] = {"uri": place.uri()}
    if place.is_file and not artifact["uri"].startswith("file:"):
        artifact["uriBaseId"] = "%SRCROOT%"
    region: dict[str, Any] = {"startLine": max(place.line, 1), "startColumn": max(place.column, 1)}
    if side is not None and side.text[side.start : side.end]:
        region["snippet"] = {"text": side.text[side.start : side.end]}
    return {"physicalLocation": {"artifactLocation": artifact, "region": region}}


def _problem(problem: Problem) -> dict[str, Any]:
    place = _location(Where(problem.path, problem.line or 1, 1), None)
    return {"level": "error", "message": {"text": problem.message}, "locations": [place]}
