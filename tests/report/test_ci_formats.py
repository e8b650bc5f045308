"""The formats that other tools read: valid, complete, and nothing in a text leaves its place."""

import csv
import io
import json
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from lxml import etree
from openpyxl import load_workbook

from kielipari.model import Finding, KnownFinding, Report, Suppressed
from kielipari.report import RenderOptions, left_out, render
from kielipari.report.table import COLUMNS

Many = Callable[[int, int], Report]
SARIF = Path(__file__).parents[3] / "shared" / "schemas" / "sarif" / "sarif-schema-2.1.0.json"


def rendered(name: str, report: Report, locale: str = "en") -> str:
    return render(name, report, RenderOptions(locale=locale)).decode()


def sarif(report: Report) -> dict[str, Any]:
    document: dict[str, Any] = json.loads(rendered("sarif", report))
    run: dict[str, Any] = document["runs"][0]
    return run


def with_text(report: Report, text: str, path: str = "site/sv/index.html") -> Report:
    """A report of one finding, whose target text and path are what a test says."""
    first = report.findings[1]
    assert first.target is not None
    side = replace(first.target, text=text, start=0, end=len(text), path=path)
    return replace(report, findings=(replace(first, target=side),), baseline={}, problems=())


@pytest.fixture
def full(report: Report) -> Report:
    """A report with known, new, mended and silenced findings."""
    return replace(
        report,
        findings=report.findings[1:],
        baseline={index: "known" if index < 2 else "new" for index in range(11)},
        fixed=(KnownFinding("ab" * 8, "number-mismatch", "site/sv/gammal.html", "12"),),
        suppressed=(Suppressed(report.findings[0], "A product name, agreed with the city."),),
    )


# ---------------------------------------------------------------- SARIF


def test_sarif_is_valid(report: Report, full: Report, clean_report: Report) -> None:
    if not SARIF.is_file():
        pytest.skip("the SARIF schema is not beside the repository")
    checker = jsonschema.Draft4Validator(json.loads(SARIF.read_text(encoding="utf-8")))
    odd = with_text(report, "Läs ”mer”\x00", "sidor/läs mer 100 %.html")
    web = with_text(report, "x", "https://inno.example/sv/sök?q=ä&b=%20")
    for one in (report, full, clean_report, odd, web):
        checker.validate(json.loads(rendered("sarif", one)))


def test_sarif_rules_explain_themselves(report: Report) -> None:
    rules = sarif(report)["tool"]["driver"]["rules"]
    by_id = {rule["id"]: rule for rule in rules}
    assert by_id["T101"]["help"]["text"] == (
        "What term-not-used finds.\n\nWhy term-not-used matters.\n\nHow term-not-used is mended."
    )
    assert by_id["T101"]["defaultConfiguration"] == {"level": "error"}
    assert "untranslated-metadata" in by_id, "a rule without a code goes by its slug"
    for result in sarif(report)["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]


def test_sarif_says_where_and_what_to_do(report: Report) -> None:
    result = next(one for one in sarif(report)["results"] if one["ruleId"] == "T101")
    assert result["message"]["text"].endswith("Use ekosystemavtal.")
    place = result["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "site/sv/index.html"
    assert place["region"] == {
        "startLine": 20,
        "startColumn": 81,
        "snippet": {"text": "ekosystemkontrakten"},
    }
    other = result["relatedLocations"][0]["physicalLocation"]
    assert other["artifactLocation"]["uri"] == "site/fi/index.html"


def test_sarif_keeps_the_states_of_the_baseline(full: Report) -> None:
    results = sarif(full)["results"]
    states = [result["baselineState"] for result in results]
    assert states == ["unchanged"] * 2 + ["new"] * 9 + ["unchanged", "absent"]
    assert (
        results[-2]["suppressions"][0]["justification"] == "A product name, agreed with the city."
    )


def test_sarif_tells_a_copied_finding_apart(report: Report) -> None:
    twice = replace(report, findings=(report.findings[1],) * 2, baseline={})
    prints = [result["partialFingerprints"] for result in sarif(twice)["results"]]
    assert prints[0]["kielipari/v1"] == prints[1]["kielipari/v1"]
    assert prints[0]["primaryLocationLineHash"] != prints[1]["primaryLocationLineHash"]


def test_sarif_says_what_was_left_out(many_findings: Many) -> None:
    few = many_findings(1, 30)
    many = replace(few, findings=few.findings * 200)
    run = sarif(many)
    assert len(run["results"]) == 5000
    left = sum(result["level"] == "error" for result in run["results"])
    assert left == 4000, "the gravest come first"
    notes = run["invocations"][0]["toolExecutionNotifications"]
    said = "1000 findings are not listed here; the JSON report has them all. (1000 warnings)"
    assert notes[0]["message"]["text"] == said == left_out("sarif", many)
    assert left_out("sarif", few) == left_out("json", many) == ""


def test_sarif_names_unreadable_files(report: Report) -> None:
    call = sarif(report)["invocations"][0]
    assert call["executionSuccessful"] is False
    assert call["toolExecutionNotifications"][0]["message"]["text"].startswith("The file is empty")


def test_paths_become_uris(report: Report) -> None:
    for path, uri in (
        ("./sidor/läs mer.html", "sidor/l%C3%A4s%20mer.html"),
        ("sidor\\om.html", "sidor/om.html"),
        ("/srv/om.html", "file:///srv/om.html"),
        ("https://inno.example/sv/?a=b", "https://inno.example/sv/?a=b"),
    ):
        location = sarif(with_text(report, "x", path))["results"][0]["locations"][0]
        assert location["physicalLocation"]["artifactLocation"]["uri"] == uri


# ---------------------------------------------------------------- JUnit


def test_junit_counts_are_right(full: Report) -> None:
    root = etree.fromstring(rendered("junit", full).encode())
    assert root.tag == "testsuites"
    for suite in (root, *root):
        for name, path in (("tests", "testcase"), ("failures", "failure"), ("skipped", "skipped")):
            assert int(suite.get(name)) == len(suite.findall(f".//{path}"))
    assert int(root.get("failures")) == 7
    assert int(root.get("errors")) == 1


def test_junit_a_pair_in_order_passes(clean_report: Report) -> None:
    root = etree.fromstring(rendered("junit", clean_report).encode())
    assert (root.get("tests"), root.get("failures")) == ("1", "0")


def test_junit_survives_what_xml_forbids(report: Report) -> None:
    root = etree.fromstring(rendered("junit", with_text(report, "a\x00b ]]> <b>\ud800")).encode())
    assert "a\ufffdb ]]> <b>\ufffd" in (root.findtext(".//failure") or "")


# ---------------------------------------------------------------- GitHub, GitLab


def test_github_puts_a_finding_on_its_line(report: Report) -> None:
    lines = rendered("github", report).splitlines()
    assert (
        "::error file=site/sv/index.html,line=20,col=81,title=T101 Agreed term not used::"
        "“ekosysteemisopimukset”: the agreed Swedish is ekosystemavtal; "
        "the text says “ekosystemkontrakten”%0AUse ekosystemavtal."
    ) in lines
    assert lines[-1].startswith("9 errors and 3 warnings")


def test_github_commands_cannot_be_injected(report: Report) -> None:
    bad = with_text(report, "x", "a,title=b:c%\n::error::d")
    lines = rendered("github", bad).splitlines()
    assert lines[0].startswith("::error file=a%2Ctitle=b%3Ac%25%0A%3A%3Aerror%3A%3Ad,line=")
    assert len(lines) == 2


def test_github_shows_known_findings_as_notices(full: Report) -> None:
    lines = [line for line in rendered("github", full).splitlines() if line.startswith("::")]
    assert sum("(known)" in line for line in lines) == 2
    assert all(line.startswith("::notice") for line in lines if "(known)" in line)


def test_gitlab_has_what_code_quality_needs(report: Report) -> None:
    twice = replace(report, findings=report.findings + report.findings[:1])
    issues = json.loads(rendered("gitlab", twice))
    assert len({issue["fingerprint"] for issue in issues}) == len(twice.findings)
    assert {issue["severity"] for issue in issues} == {"major", "minor"}
    assert issues[3]["location"] == {"path": "site/sv/index.html", "lines": {"begin": 20}}
    assert issues[3]["check_name"] == "term-not-used"


# ---------------------------------------------------------------- tables


def cells(report: Report) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(rendered("csv", report), newline="")))


def test_csv_has_a_row_for_each_finding(report: Report) -> None:
    rows = cells(report)
    assert [row["id"] for row in rows] == [f"f{n + 1}" for n in range(len(report.findings))]
    assert rows[3]["target_form"] == "ekosystemkontrakten"
    assert rows[3]["action"] == "Use ekosystemavtal."
    assert rows[0]["baseline"] == "known"


@pytest.mark.parametrize("text", ["=HYPERLINK(1)", "+1", "-1", "@SUM(A1)", "\t=1+1", "＝1"])
def test_no_cell_is_a_formula(report: Report, text: str) -> None:
    bad = with_text(report, text)
    row = cells(bad)[0]
    assert not row["target_text"].startswith(("=", "+", "-", "@", "\t", "＝"))
    book = load_workbook(io.BytesIO(render("xlsx", bad)))
    cell = book.worksheets[0].cell(2, COLUMNS.index("target_text") + 1)
    assert cell.data_type == "s"
    assert str(cell.value).strip() == text.strip()


def test_xlsx_lists_findings_and_pages(report: Report) -> None:
    book = load_workbook(io.BytesIO(render("xlsx", report, RenderOptions(locale="sv"))))
    findings, pages = book.worksheets
    assert (findings.title, pages.title) == ("Iakttagelse", "Sidor")
    assert findings.max_row == len(report.findings) + 1
    assert findings.freeze_panes == "A2"
    assert pages.cell(2, 5).value == 0.94
    assert [cell.value for cell in pages[2]][5:] == [5, 1, 0]


# ---------------------------------------------------------------- Markdown


def test_markdown_sums_up(report: Report) -> None:
    lines = rendered("markdown", report).splitlines()
    assert lines[0].startswith("### 9 errors and 3 warnings in 3 page pairs")
    assert "| site/fi/index.html<br>site/sv/index.html | 94% | 5 errors and 1 warning |" in lines
    assert (
        "| error | site/sv/index.html:20 | **V101 Different number**: 16 in the source, 19 here | Check which one is right. |"
        in lines
    )


def test_markdown_stays_text(report: Report) -> None:
    bad = with_text(report, "x", "a|b](http://x)<img src=x>@team #12 `c`\n# d")
    written = rendered("markdown", bad)
    assert "<img" not in written.replace("\\<img", "")
    assert "@team" not in written
    assert "#12" not in written
    assert not re.search(r"^# d", written, re.MULTILINE)
    assert "a\\|b\\](http://x)" in written


def test_markdown_stays_within_github_s_limit(many_findings: Many) -> None:
    written = rendered("markdown", many_findings(150, 3))
    assert len(written.encode()) < 100_000
    assert "400 findings are not listed here; the JSON report has them all." in written
    assert "| … | | +50 |" in written


def test_a_finding_without_a_place_points_at_its_pair(report: Report) -> None:
    loose: Finding = replace(report.findings[1], source=None, target=None)
    one = replace(report, findings=(loose,), baseline={})
    assert json.loads(rendered("gitlab", one))[0]["location"]["path"] == "site/sv/index.html"
    nowhere = replace(one, findings=(replace(loose, pair=""),))
    assert json.loads(rendered("gitlab", nowhere))[0]["location"]["path"] == "."
