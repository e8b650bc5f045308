"""A report of several files: an overview that links to where the texts stand side by side."""

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from lxml import html as lxml_html

from kielipari.model import Report
from kielipari.report import RenderOptions, files, linked, page

Many = Callable[[int, int], Report]
ENGLISH = RenderOptions(locale="en", audit=True)


def trees(written: dict[str, bytes]) -> dict[str, Any]:
    return {name: lxml_html.document_fromstring(data.decode()) for name, data in written.items()}


@pytest.fixture
def folder(report: Report) -> dict[str, Any]:
    return trees(dict(files("html", report, "out/", ENGLISH)))


@pytest.fixture
def split(many_findings: Many, monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    """Write a report that is too large for one page."""
    monkeypatch.setattr(page, "_BUDGET", 100_000)
    monkeypatch.setattr(linked, "_PART", 200_000)
    monkeypatch.setattr(linked, "_LISTED", 30)
    return trees(dict(files("html", many_findings(20, 2), "out/report.html", ENGLISH)))


def test_a_small_report_is_one_file(report: Report) -> None:
    assert list(files("html", report, "out/report.html", ENGLISH)) == ["out/report.html"]
    assert list(files("json", report, "out/report.json", ENGLISH)) == ["out/report.json"]


def test_a_folder_has_a_page_for_every_pair(folder: dict[str, Any], report: Report) -> None:
    pages = [f"out/p{number}.html" for number in range(1, len(report.pairs) + 1)]
    assert list(folder) == ["out/index.html", *pages]
    for name in pages:
        (pair,) = folder[name].xpath("//details[contains(@class, 'pair')]")
        assert f"out/{pair.get('id')}.html" == name
        assert pair.get("open") is not None


def test_a_large_report_has_files_beside_it(split: dict[str, Any]) -> None:
    names = list(split)
    assert names[0] == "out/report.html"
    assert names[1:] == [f"out/report-{number}.html" for number in range(1, len(names))]
    assert len(names) > 2
    text = split["out/report.html"].text_content()
    assert "files of their own that belong to this one" in text
    assert not split["out/report.html"].xpath("//div[@class='r']"), "no text on the overview"


@pytest.mark.parametrize("shape", ["folder", "split"])
def test_every_link_leads_somewhere(shape: str, request: pytest.FixtureRequest) -> None:
    written = request.getfixturevalue(shape)
    ids = {name.rpartition("/")[2]: set(root.xpath("//@id")) for name, root in written.items()}
    seen = set()
    for name, root in written.items():
        for href in root.xpath("//a[not(@rel)]/@href"):
            file, _, anchor = href.partition("#")
            file = file or name.rpartition("/")[2]
            seen.add(file)
            assert file in ids, href
            assert not anchor or anchor in ids[file], href
    assert seen == set(ids)


@pytest.mark.parametrize("shape", ["folder", "split"])
def test_every_finding_stands_beside_its_text_once(
    shape: str, request: pytest.FixtureRequest, report: Report, many_findings: Many
) -> None:
    written = request.getfixturevalue(shape)
    whole = report if shape == "folder" else many_findings(20, 2)
    _, *parts = written.values()
    found = [name for root in parts for name in root.xpath("//li[@data-r]/@id")]
    assert sorted(found) == sorted(f"f{number + 1}" for number in range(len(whole.findings)))


def test_the_overview_lists_the_findings_and_says_where_more_are(split: dict[str, Any]) -> None:
    root = split["out/report.html"]
    listed = root.xpath("//li[@data-r]")
    assert len(listed) == 30
    link = listed[0].xpath(".//a[@class='a']")[0]
    assert re.fullmatch(r"report-1\.html#f\d+", link.get("href"))
    last = root.xpath("//details[contains(@class, 'pair')]")[-1]
    assert "1 more finding is shown there." in last.text_content()


def test_what_to_mend_first_leads_to_its_place(split: dict[str, Any]) -> None:
    root = split["out/report.html"]
    for link in root.xpath("//ol[@class='first']/li/p[1]/a"):
        assert link.get("href").startswith("report-")
        assert link.get("data-file") is not None


def test_parts_lead_back_and_on(split: dict[str, Any]) -> None:
    links = split["out/report-2.html"].xpath("//nav//a/@href")
    assert links[0].startswith("report.html#p")
    assert links[1:] == ["report-1.html", "report-3.html"]


def test_findings_of_the_whole_run_stand_on_the_overview(report: Report) -> None:
    loose = replace(report.findings[0], pair="", source=None, target=None)
    written = trees(dict(files("html", replace(report, findings=(loose,)), "out/", ENGLISH)))
    assert written["out/index.html"].get_element_by_id("whole").xpath(".//li[@id='f1']")
    assert "out/.html" not in written


def test_no_file_needs_the_network(folder: dict[str, Any]) -> None:
    for root in folder.values():
        assert not root.xpath("//link | //script[@src] | //*[@src]")
        policy = root.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")[0]
        assert "default-src 'none'" in policy
