"""The JSON report is a contract."""

import json
from collections.abc import Callable
from dataclasses import replace

import jsonschema
import pytest

from kielipari.errors import UsageError
from kielipari.model import Report
from kielipari.report import FORMATS, RenderOptions, render
from kielipari.report.as_json import schema


def written(report: Report, **options: str) -> dict[str, list[dict[str, object]]]:
    data: dict[str, list[dict[str, object]]] = json.loads(
        render("json", report, RenderOptions(**options))  # type: ignore[arg-type]
    )
    return data


@pytest.mark.parametrize("locale", ["en", "fi", "sv"])
def test_it_follows_its_schema(
    report: Report, clean_report: Report, many_findings: Callable[[int, int], Report], locale: str
) -> None:
    checker = jsonschema.Draft202012Validator(json.loads(schema()))
    jsonschema.Draft202012Validator.check_schema(json.loads(schema()))
    for one in (report, clean_report, many_findings(2, 3)):
        checker.validate(written(one, locale=locale))


def test_names_and_order_are_those_of_the_contract(report: Report) -> None:
    data = written(report)
    assert list(data) == ["schema", "tool", "checked", "pairs", "findings", "errors"]
    assert list(data["checked"]) == ["documents", "pairs", "units", "terms", "rules"]
    assert list(data["pairs"][0]) == ["id", "source", "target", "relation", "coverage", "terms"]
    assert list(data["findings"][0]) == [
        "id",
        "rule",
        "code",
        "severity",
        "message",
        "pair",
        "unit",
        "concept",
        "source",
        "target",
        "suggestion",
        "fingerprint",
        "baseline",
    ]
    assert list(data["findings"][0]["source"]) == [  # type: ignore[call-overload]
        "path",
        "line",
        "column",
        "lang",
        "text",
        "start",
        "end",
    ]


def test_a_finding_says_what_where_and_what_to_do(report: Report) -> None:
    finding = next(one for one in written(report)["findings"] if one["rule"] == "term-not-used")
    assert finding["id"] == "f4"
    assert finding["code"] == "T101"
    assert finding["pair"] == "p1"
    assert finding["concept"] == "ekosysteemisopimus"
    assert finding["suggestion"] == "Use ekosystemavtal."
    target = finding["target"]
    assert isinstance(target, dict)
    assert target["text"][target["start"] : target["end"]] == "ekosystemkontrakten"


def test_what_is_absent_is_null(report: Report) -> None:
    data = written(report)
    pages = {pair["source"]: pair for pair in data["pairs"]}
    alone = pages["site/fi/medialle.html"]
    assert (alone["target"], alone["relation"], alone["coverage"]) == (None, None, None)
    section = next(one for one in data["findings"] if one["rule"] == "missing-section")
    assert section["target"] is None
    assert section["suggestion"] is None
    assert section["baseline"] is None
    assert data["findings"][0]["baseline"] == "known"


def test_the_most_used_terms_come_first(report: Report) -> None:
    terms = written(report)["pairs"][0]["terms"]
    assert terms == [
        {"concept": "innokaupunki", "source": 3, "target": 2},
        {"concept": "kaupunkiseutu", "source": 2, "target": 2},
        {"concept": "ekosysteemisopimus", "source": 1, "target": 0},
    ]


def test_problems_stand_beside_the_findings(report: Report) -> None:
    assert written(report)["errors"] == [
        {"path": "site/fi/vanha.html", "message": "The file is empty; take it away or fill it."}
    ]


def test_pairs_are_numbered_whatever_the_run_calls_them(report: Report) -> None:
    named = replace(
        report,
        pairs=tuple(replace(pair, id=f"site/{pair.id}") for pair in report.pairs),
        findings=tuple(replace(one, pair=f"site/{one.pair}") for one in report.findings),
    )
    assert written(named) == written(report)


def test_a_lone_surrogate_does_not_break_the_file(report: Report) -> None:
    first = report.findings[0]
    assert first.target is not None
    broken = replace(first, target=replace(first.target, text="Inno\ud800städer"))
    data = written(replace(report, findings=(broken,)))
    assert data["findings"][0]["target"]["text"] == "Inno\ufffdstäder"  # type: ignore[call-overload]


@pytest.mark.parametrize("name", FORMATS)
def test_two_runs_write_the_same_bytes(report: Report, name: str) -> None:
    assert render(name, report, RenderOptions()) == render(name, report)


def test_an_unknown_format_names_the_known_ones(report: Report) -> None:
    with pytest.raises(UsageError, match=r"no format 'pdf'; choose one of text, json, html"):
        render("pdf", report)
