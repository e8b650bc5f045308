"""Lint: loud on what is wrong in a glossary, silent on a good one."""

from pathlib import Path

import pytest

from kielipari.checks import glossary
from kielipari.checks.base import Rule, Violation
from kielipari.checks.runner import Active
from kielipari.report.messages import words
from kielipari.terms import formats, lint, termbase

ROOT = Path(__file__).parents[2]
YSO = ROOT.parent / "shared" / "data" / "yso" / "yso-fi-sv.tsv"
HEADER = "concept,lang,term,status,pos,domain\n"


def base(*rows: str) -> termbase.Termbase:
    return formats.read((HEADER + "\n".join(rows)).encode(), "g.csv")


def found(*rows: str) -> list[tuple[str, str, str]]:
    """Return rule, problem and term of every defect of the rows."""
    checks = {
        "G101": lint.duplicate_concepts,
        "G102": lint.unanalysable_terms,
        "G103": lint.conflicting_statuses,
        "G104": lint.missing_equivalents,
        "G105": lint.untidy_terms,
    }
    rows_read = base(*rows)
    return [(c, d.problem, d.text) for c, check in checks.items() for d in check(rows_read)]


def test_the_projects_own_glossary_is_clean() -> None:
    tally = glossary.judge(termbase.load([ROOT / "glossary"]), Active(glossary.RULES))
    assert not [(f.rule, f.message.args) for f in tally.findings]
    assert not tally.problems
    assert {slug: sum(n.values()) for slug, n in tally.outcomes().items()} == {
        rule.slug: 1 for rule in glossary.RULES
    }


EXAMPLES = [(rule, e, True) for rule in glossary.RULES for e in rule.bad]
EXAMPLES += [(rule, e, False) for rule in glossary.RULES for e in rule.good]


@pytest.mark.parametrize(
    ("rule", "rows", "is_bad"),
    [(rule, f"{e.source}\n{e.target}", bad) for rule, e, bad in EXAMPLES],
)
def test_the_examples_of_the_catalogue(rule: Rule, rows: str, *, is_bad: bool) -> None:
    read = base(*rows.split("\n"))
    for other in glossary.RULES:
        verdicts = [v for v in other.check(read) if isinstance(v, Violation)]
        assert bool(verdicts) == (is_bad and other is rule), (other.code, verdicts)


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (["a,fi,tie", "a,fi,tie", "a,sv,väg"], [("G101", "duplicate-row", "tie")]),
        (
            ["a,fi,tie,,,liikenne", "a,sv,väg,,,kaava"],
            [("G101", "several-domains", "väg")],
        ),
        (
            ["a,fi,Kulkutie", "a,sv,Led", "b,fi,kulkutie", "b,sv,led"],
            [("G101", "same-term", "led")],
        ),
        (
            ["a,fi,finansiering,,noun", "a,sv,rahoitus,,noun"],
            [("G102", "unknown-word", "finansiering"), ("G102", "unknown-word", "rahoitus")],
        ),
        (
            ["a,fi,tie", "a,sv,väg", "b,fi,tie,deprecated", "b,fi,katu", "b,sv,gata"],
            [("G103", "two-statuses", "tie")],
        ),
        (["a,fi,tie", "a,fi,väylä", "a,sv,väg"], [("G103", "two-preferred", "väylä")]),
        (["a,fi,tie", "a,en,road", "b,sv,bro", "b,fi,silta"], [("G104", "no-equivalent", "tie")]),
        (["a,fi, tie ", "a,sv,väg"], [("G105", "outer-space", "tie")]),
        (["a,fi,maan\u00a0tie", "a,sv,väg"], [("G105", "spaces", "maan\u00a0tie")]),
        (["a,fi,tie (liikenne)", "a,sv,väg"], [("G105", "qualifier", "tie (liikenne)")]),
        (["a,fi,tie", "a,sv,väg."], [("G105", "punctuation", "väg.")]),
        (["a,fi,tie/väylä", "a,sv,väg"], []),
        (["a,fi,maantie/kulkuväylä", "a,sv,väg"], [("G105", "alternatives", "maantie/kulkuväylä")]),
        (
            ["a,fi,ra’an alkio", "a,fi,ra'an osa,admitted", "a,sv,väg"],
            [("G105", "apostrophe", "ra'an osa")],
        ),
        (["a,fi,tie,,nominaali", "a,sv,väg"], [("G105", "part-of-speech", "tie")]),
    ],
)
def test_a_defect_is_named(rows: list[str], expected: list[tuple[str, str, str]]) -> None:
    assert found(*rows) == expected


@pytest.mark.parametrize(
    "rows",
    [
        ["a,fi,Innokaupunki", "a,fi,Innokaupungit", "a,sv,Innostäder", "a,sv,Innostad,admitted"],
        ["a,fi,EAKR", "a,fi,Euroopan aluekehitysrahasto", "a,sv,ERUF"],
        ["a,fi,tie,deprecated"],
        ["a,fi,esim.", "a,sv,t.ex."],
        ["a,fi,serigrafia", "a,sv,serigrafi"],
        ["a,fi,yliopistokeskuskaupunki", "a,sv,universitetscenterstad"],
        ['a,fi,"tutkimus-, kehittämis- ja innovaatiotoiminta"', "a,sv,FUI-verksamhet"],
        ["a,fi,hanke", "b,fi,tie"],
    ],
    ids=lambda rows: rows[0],
)
def test_good_rows_are_left_alone(rows: list[str]) -> None:
    assert found(*rows) == []


def test_a_finding_has_file_line_and_what_to_write() -> None:
    tally = glossary.judge(base("a,fi,tie", "a,sv,vä\u00adg"), Active(glossary.RULES))
    (finding,) = tally.findings
    assert finding.source is not None
    assert (finding.source.path, finding.source.line, finding.source.lang) == ("g.csv", 3, "sv")
    assert (finding.rule, finding.concept) == ("untidy-term", "a")
    assert finding.suggestion is not None
    assert finding.suggestion.mapping() == {"text": "väg"}


@pytest.mark.skipif(not YSO.is_file(), reason="no ../shared/data/yso")
def test_a_large_ontology_is_mostly_quiet() -> None:
    """Of 1,386 concepts of YSO, 36 hold a word that nothing speaks for (2.6 %, November 2026)."""
    lines = YSO.read_text(encoding="utf-8").splitlines()[1::20]
    rows = ([f'"{cell}"' for cell in line.split("\t")] for line in lines)
    table = "\n".join(f"{key},fi,{fi}\n{key},sv,{sv}" for key, fi, sv in rows)
    read = formats.read(f"concept,lang,term\n{table}".encode(), "yso.csv")
    assert len(list(lint.unanalysable_terms(read))) < 0.04 * len(read)
    assert not list(lint.missing_equivalents(read))
    assert not list(lint.conflicting_statuses(read))
    assert {d.problem for d in lint.untidy_terms(read)} <= {"qualifier", "long"}


@pytest.mark.parametrize(
    ("row", "advice"),
    [
        ("c1,fi,kaupunki / kunta,,", "Give each of them a row of its own."),
        (f"c1,fi,{'pitkä ' * 30}selitys,,", "Write the term only"),
        ("c1,fi,hanke,,substantiivinen", "Write a part of speech that TBX knows"),
        ("c1,fi,hanke (uusi,,", "Close the bracket"),
        ("c1,fi,mutualismi (talousteoriat),,", "Write mutualismi."),
    ],
)
def test_each_defect_has_advice_of_its_own(row: str, advice: str) -> None:
    (defect,) = lint.untidy_terms(base(row))
    suggestion = glossary._violation("untidy-term", defect).suggestion  # noqa: SLF001  its whole face is a report
    assert suggestion is not None
    assert words("en").message(suggestion).startswith(advice)
