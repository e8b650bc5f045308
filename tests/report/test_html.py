"""The page for people: everything is on it once, nothing in it runs, it needs no network."""

import base64
import hashlib
import json
import re
from collections import Counter
from collections.abc import Callable
from dataclasses import fields, is_dataclass, replace
from typing import Any

import pytest
from lxml import html as lxml_html

from kielipari.model import Block, BlockKind, Problem, Relation, Report, Segment, Unit
from kielipari.report import RenderOptions, render

Many = Callable[[int, int], Report]
EVIL = '</script><script>alert(1)</script><img src=x onerror=alert(2)>" onclick="alert(3)" x=\''


def page(report: Report, locale: str = "en") -> str:
    return render("html", report, RenderOptions(locale=locale)).decode()


def tree(report: Report, locale: str = "en") -> Any:  # noqa: ANN401 - lxml has no types
    return lxml_html.document_fromstring(page(report, locale))


def texts(elements: list[Any]) -> list[str]:
    return [" ".join(element.text_content().split()) for element in elements]


def plant(value: Any) -> Any:  # noqa: ANN401 - any field of any dataclass
    """Put a script into every free text of a report, and keep what must stay as it is."""
    if is_dataclass(value) and not isinstance(value, type):
        return replace(
            value,
            **{
                one.name: plant(getattr(value, one.name))
                for one in fields(value)
                if one.name not in {"kind", "region", "id", "pair", "block", "severity"}
            },
        )
    if type(value) is str:
        return value + EVIL
    if type(value) is tuple and not hasattr(value, "_fields"):
        return tuple(plant(one) for one in value)
    return value


def test_the_sentence_and_the_numbers_come_first(report: Report) -> None:
    root = tree(report)
    assert " ".join(texts(root.xpath("//h1"))) == (
        "9 errors and 3 warnings in 3 page pairs and in 1 bilingual file; "
        "2 pages have no Swedish version."
    )
    assert texts(root.xpath("//dl/div/dd[not(@class)]")) == ["3/5", "88%", "9", "3"]


def test_every_finding_stands_once_with_what_to_do(report: Report) -> None:
    root = tree(report)
    notes = root.xpath("//li[contains(concat(' ', @class, ' '), ' n ')]")
    assert Counter(note.get("id") for note in notes) == Counter(
        f"f{number + 1}" for number in range(len(report.findings))
    )
    term = root.get_element_by_id("f4").text_content()
    assert "the agreed Swedish is ekosystemavtal" in term
    assert "Use ekosystemavtal." in term


def test_a_finding_stands_on_the_side_that_is_to_be_mended(report: Report) -> None:
    root = tree(report)
    sentence = root.get_element_by_id("f5").getparent().getparent().getparent()
    assert sentence.get("lang") == "sv"
    assert "Ett företag kan föreslå" in sentence.text_content()
    section = root.get_element_by_id("f7").getparent().getparent()
    assert "gap grave" in section.get("class")


def test_rows_align_both_versions(report: Report) -> None:
    rows = [texts(list(row)) for row in tree(report).xpath("//details[@id='p2']/div[@class='r']")]
    assert rows[0] == ["Kolme teemaa", "Tre teman"]
    assert rows[1] == [
        "Hankkeet edistävät kestävää siirtymää. Rahoitus on 2,5 miljoonaa euroa.",
        "Projekten främjar hållbar omställning. Finansieringen är 2 500 000 euro.",
    ]
    section, gap = tree(report).xpath("//details[@id='p2']/div[@class='r']")[2]
    assert texts(list(section)) == [
        "Terveys ja hyvinvointi",
        "Kaupungit kokeilevat kotona asumisen tukea.",
    ]
    assert gap.text_content().startswith("Missing here")
    assert rows[3] == ["Digitalisaatio", "Digitalisering"]
    assert rows[-1][0] == "No counterpart"
    assert rows[-1][1].startswith("Anmäl dig till vårt nyhetsbrev!")


def test_a_missing_sentence_leaves_a_gap_where_it_belongs(report: Report) -> None:
    gaps = tree(report).xpath("//span[contains(@class, 'ig')]")
    assert texts(gaps) == ["Missing here"]
    assert gaps[0].getparent().text_content().startswith("Ett företag kan föreslå ett försök")


def test_what_a_finding_means_is_marked_in_both_versions(report: Report) -> None:
    marks = texts(tree(report).xpath("//details[@id='p1']//mark"))
    for form in ("16", "19", "ekosysteemisopimukset", "ekosystemkontrakten", "Skip to content"):
        assert form in marks


def test_terms_show_their_equivalents(report: Report) -> None:
    terms = tree(report).xpath("//details[@id='p1']//span[@class='t']")
    assert {term.text_content(): term.get("data-e") for term in terms}["Innokaupungit"] == (
        "Innostad, Innostäder"
    )
    assert all(term.get("tabindex") == "0" for term in terms)


def test_independent_texts_have_no_gaps(report: Report) -> None:
    pair = tree(report).get_element_by_id("p3")
    assert "written independently" in pair.text_content()
    assert not pair.xpath(".//div[contains(@class, 'gap')]")


def test_the_page_speaks_three_languages(report: Report) -> None:
    for locale, heading in (("fi", "Korjaa ensin"), ("sv", "Åtgärda först"), ("en", "Mend first")):
        root = tree(report, locale)
        assert root.get("lang") == locale
        assert texts(root.xpath("//h2[@id='first']")) == [heading]
        buttons = root.xpath("//header//button")
        assert [(one.text, one.get("lang")) for one in buttons] == [
            ("Suomi", "fi"),
            ("Svenska", "sv"),
            ("English", "en"),
        ]
        assert [one.get("aria-pressed") for one in buttons].count("true") == 1


def test_every_text_can_change_its_language(report: Report) -> None:
    root = tree(report, "fi")
    table = json.loads(root.get_element_by_id("words").text)
    assert len({len(table[name]) for name in ("fi", "sv", "en")}) == 1
    numbered = root.xpath("//*[@data-i]")
    assert len(numbered) > 100
    for element in numbered:
        assert not len(element), "a text that is swapped holds no elements"
        assert element.text_content() == table["fi"][int(element.get("data-i"))]


def test_nothing_planted_in_a_text_runs(report: Report) -> None:
    bad = plant(report)
    written = page(bad)
    root = lxml_html.document_fromstring(written)
    scripts = root.xpath("//script[not(@type)]")
    assert len(scripts) == 1
    assert len(root.xpath("//script")) == 3
    assert "alert" not in scripts[0].text
    assert not root.xpath("//img | //iframe | //object | //svg")
    for element in root.iter():
        for name, value in getattr(element, "attrib", {}).items():
            assert not name.startswith("on"), name
            assert not (name in {"href", "src"} and "script:" in value)
    json.loads(root.get_element_by_id("words").text)
    assert "<script>alert" not in written


def test_the_policy_lets_only_the_page_s_own_script_run(report: Report) -> None:
    root = tree(report)
    policy = root.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")[0]
    script = re.search(r"<script>(.*?)</script>", page(report), re.DOTALL)
    assert script is not None
    digest = base64.b64encode(hashlib.sha256(script[1].encode()).digest()).decode()
    assert f"script-src 'sha256-{digest}'" in policy
    assert "default-src 'none'" in policy


def test_it_needs_no_network(report: Report) -> None:
    root = tree(report)
    assert not root.xpath("//link | //script[@src] | //*[@src]")
    assert "url(" not in page(report)
    assert "@import" not in page(report)


def test_only_web_addresses_become_links(report: Report) -> None:
    pairs = tuple(
        replace(pair, source_uri="javascript:alert(1)", target_uri="https://inno.example/sv/?a=1&b")
        for pair in report.pairs[:1]
    )
    links = tree(replace(report, pairs=pairs)).xpath("//details//a[@rel]/@href")
    assert links == ["https://inno.example/sv/?a=1&b"]


def test_ids_are_unique_and_links_lead_somewhere(report: Report) -> None:
    root = tree(report)
    ids = Counter(root.xpath("//@id"))
    assert max(ids.values()) == 1
    assert {link[1:] for link in root.xpath("//a/@href") if link.startswith("#")} <= set(ids)


def test_a_clean_report_has_no_filter(clean_report: Report) -> None:
    root = tree(clean_report)
    assert texts(root.xpath("//h1")) == ["Nothing to mend in 1 pair of texts."]
    assert not root.xpath("//form")
    assert "nothing to mend" in root.get_element_by_id("p1").text_content()


def test_findings_of_the_whole_run_have_a_place(report: Report) -> None:
    loose = replace(report.findings[0], pair="", source=None, target=None)
    whole = tree(replace(report, findings=(loose,), baseline={})).get_element_by_id("whole")
    assert whole.xpath(".//li[@id='f1']")


def test_a_large_site_stays_small_enough(
    many_findings: Many, monkeypatch: pytest.MonkeyPatch
) -> None:
    from kielipari.report import page as layout  # noqa: PLC0415 - only here

    report = many_findings(20, 2)
    full = page(report)
    assert "in order, left out" not in full
    monkeypatch.setattr(layout, "_BUDGET", len(full.encode()) // 3)
    short = page(report)
    assert len(short) < len(full) / 3
    assert "parts in order, left out to keep this file small" in short
    assert len(set(re.findall(r"id=(f\d+)", short))) == len(report.findings)


def test_cells_of_a_table_stand_in_their_rows(clean_report: Report) -> None:
    texts_of = (
        ("Kaupunki", "Asukkaita", "Oulu", "215 000"),
        ("Stad", "Invånare", "Uleåborg", "215 000"),
    )
    here, there = (
        tuple(
            Block(f"{side}{n}", BlockKind.TABLE_CELL, text, level=n % 2 + 1)
            for n, text in enumerate(cells)
        )
        for side, cells in zip("st", texts_of, strict=True)
    )
    units = tuple(
        Unit(str(n), (Segment(one, 0, len(one.text)),), (Segment(other, 0, len(other.text)),))
        for n, (one, other) in enumerate(zip(here, there, strict=True))
    )
    pair = replace(
        clean_report.pairs[0],
        relation=Relation.TRANSLATION,
        units=units,
        source_blocks=here,
        target_blocks=there,
        hits=(),
    )
    root = tree(replace(clean_report, pairs=(pair,)))
    rows = root.xpath("//*[contains(@class, 'r c')]")
    assert [texts(row.xpath(".//p")) for row in rows] == [
        ["Kaupunki", "Asukkaita", "Stad", "Invånare"],
        ["Oulu", "215 000", "Uleåborg", "215 000"],
    ]


def test_an_interruption_is_no_file_that_could_not_be_read(clean_report: Report) -> None:
    stopped = replace(
        clean_report, problems=(Problem(".", "interrupted: 1 of 9 pairs were checked"),)
    )
    said = render("text", stopped, RenderOptions()).decode()
    assert "could not be read;" not in said.splitlines()[0]
    assert "1 file" not in said
    assert "\n  interrupted: 1 of 9 pairs were checked" in said
    assert "Mend the files" not in said
    for name in ("text", "markdown"):
        assert "Could not be read" not in render(name, stopped, RenderOptions()).decode()
