"""The report as one JSON object, ``kielipari.report/1``; other programs read it.

Names and formats of the fields are a contract: ``schema/report-1.json`` says what they are, and
fields are only ever added.
"""

import json
from collections.abc import Mapping
from typing import Any

from kielipari.model import Outcome, PairResult, Problem, Report, Side
from kielipari.report.messages import Words, words
from kielipari.report.options import RenderOptions
from kielipari.report.plain import encodable
from kielipari.report.view import Item, code, numbered, pair_ids

SCHEMA = "kielipari.report/1"


def render(report: Report, options: RenderOptions) -> bytes:
    """Write the report as UTF-8 JSON with a final newline."""
    ids = pair_ids(report)
    voice = words(options.locale)
    document = {
        "schema": SCHEMA,
        "tool": {"name": "kielipari", "version": report.version},
        "checked": {
            "documents": report.checked.documents,
            "pairs": report.checked.pairs,
            "units": report.checked.units,
            "terms": report.checked.terms,
            "rules": {
                slug: {outcome.value: outcomes.get(outcome, 0) for outcome in Outcome}
                for slug, outcomes in sorted(report.checked.rules.items())
            },
        },
        "pairs": [_pair(pair, ids[pair.id]) for pair in report.pairs],
        "findings": [_finding(item, ids, voice) for item in numbered(report)],
        "errors": [_problem(problem) for problem in report.problems],
    }
    return (encodable(json.dumps(document, ensure_ascii=False, indent=2)) + "\n").encode()


def schema() -> bytes:
    """Return the JSON Schema of the report."""
    from importlib.resources import files  # noqa: PLC0415 - only `kielipari schema` needs it

    return files("kielipari.report").joinpath("schema/report-1.json").read_bytes()


def _pair(pair: PairResult, number: str) -> dict[str, Any]:
    terms = sorted(pair.terms, key=lambda term: (-(term.source + term.target), term.concept))
    return {
        "id": number,
        "source": pair.source_uri,
        "target": pair.target_uri,
        "relation": pair.relation,
        "coverage": pair.coverage,
        "terms": [
            {"concept": term.concept, "source": term.source, "target": term.target}
            for term in terms
        ],
    }


def _finding(item: Item, ids: Mapping[str, str], voice: Words) -> dict[str, Any]:
    finding = item.finding
    return {
        "id": item.id,
        "rule": finding.rule,
        "code": code(finding.rule),
        "severity": finding.severity,
        "message": voice.message(finding.message, finding.rule),
        "pair": ids.get(finding.pair),
        "unit": finding.unit,
        "concept": finding.concept,
        "source": _side(finding.source),
        "target": _side(finding.target),
        "suggestion": voice.suggestion(finding),
        "fingerprint": finding.fingerprint,
        "baseline": item.baseline,
    }


def _side(side: Side | None) -> dict[str, Any] | None:
    if side is None:
        return None
    return {
        "path": side.path,
        "line": side.line,
        "column": side.column,
        "lang": side.lang,
        "text": side.text,
        "start": side.start,
        "end": side.end,
    }


def _problem(problem: Problem) -> dict[str, str]:
    where = "" if problem.line is None else f"Line {problem.line}: "
    return {"path": problem.path, "message": where + problem.message}
