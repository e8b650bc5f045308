"""The table form: what people and spreadsheets write, and what is refused with a clear word."""

import time
from pathlib import Path

import pytest

from kielipari.errors import GlossaryError, UsageError
from kielipari.model import TermStatus
from kielipari.terms import formats, termbase

GLOSSARY = Path(__file__).parents[2] / "glossary" / "innokaupungit.csv"
HEADER = "concept,lang,term,status,pos,domain,definition,note,source\n"


def read(text: str, name: str = "g.csv") -> termbase.Termbase:
    return formats.read(text.encode(), name)


def refusal(data: str | bytes, name: str = "g.csv") -> GlossaryError:
    with pytest.raises(GlossaryError) as raised:
        formats.read(data.encode() if isinstance(data, str) else data, name)
    assert raised.value.path == name
    assert "\n" not in raised.value.message
    return raised.value


def test_the_three_required_columns_are_enough() -> None:
    found = read("concept,lang,term\nkirjasto,fi,kirjasto\nkirjasto,sv,bibliotek\n")
    (concept,) = found.concepts
    assert [(t.lang, t.text, t.status, t.line) for t in concept.terms] == [
        ("fi", "kirjasto", TermStatus.PREFERRED, 2),
        ("sv", "bibliotek", TermStatus.PREFERRED, 3),
    ]
    assert found.concept("kirjasto") is concept
    assert found.concept("museo") is None
    assert found.in_language("sv") == (concept,)
    assert found.in_language("en") == ()


@pytest.mark.parametrize(
    "data",
    [
        "\ufeffconcept;lang;term\r\nhäme;sv;Tavastland\r\nhäme;fi;Häme\r\n".encode(),
        "concept\tlang\tterm\nhäme\tsv\tTavastland\nhäme\tfi\tHäme\n".encode("utf-16"),
        "concept;lang;term\nhäme;sv;Tavastland\nhäme;fi;Häme\n".encode("utf-16-le"),
        "concept;lang;term\nhäme;sv;Tavastland\nhäme;fi;Häme\n".encode("cp1252"),
        "sep=;\r\nConcept;Lang;Term;;\r\n\r\nhäme;sv;Tavastland;;\r\nhäme;fi;Häme\r\n".encode(),
        "concept,lang,term\nhäme,sv,Tavastland\nha\u0308me,fi,Ha\u0308me\n".encode(),
    ],
    ids=["excel", "utf-16", "utf-16 without a mark", "windows", "sep line", "decomposed"],
)
def test_spreadsheets_write_it_in_many_ways(data: bytes) -> None:
    (concept,) = formats.read(data, "g.csv").concepts
    assert [term.text for term in concept.terms] == ["Tavastland", "Häme"]


@pytest.mark.parametrize(
    ("code", "right"),
    [("se", "sv"), ("swe", "sv"), ("ruotsi", "sv"), ("svenska", "sv"), ("fin", "fi"), ("dk", "da")],
)
def test_a_wrong_language_code_names_the_row_and_the_right_code(code: str, right: str) -> None:
    error = refusal(f"concept,lang,term\nhanke,fi,hanke\nhanke,{code},projekt\n")
    assert error.line == 3
    assert f'"{code}"' in error.message
    assert f'"{right}"' in error.message


def test_a_region_is_kept_for_writing_and_northern_sami_is_possible() -> None:
    found = read("concept,lang,term\na,fi-FI,tie\na,sv-FI,väg\na,se,geaidnu\na,EN,road\n")
    (concept,) = found.concepts
    assert [term.lang for term in concept.terms] == ["fi", "sv", "se", "en"]
    assert b"a,sv-FI,v" in formats.write(found, "csv")


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("", None, "empty"),
        ("fi,sv\nhanke,projekt\n", 1, "concept, lang, term"),
        ("concept,lang,term,statuss\n", 1, '"status"'),
        ("concept,lang,term\na,fi,\n", 2, '"term" is empty'),
        ("concept,lang,term\na,fi,hanke, projekti\n", 2, "4 cells"),
        ('concept,lang,term\na,fi,"hanke\nb,fi,tie\n', 2, "never closed"),
        ('concept,lang,term\na,fi,"hanke"x\n', 2, "write it twice"),
        ("concept,lang,term,status\na,fi,hanke,ok\n", 2, "preferred, admitted"),
        ("concept,lang,term\na,fi,han\x0bke\n", 2, "U+000B"),
        (f"concept,lang,term\na,fi,{'sana ' * 300}\n", 2, "definition"),
        ("concept,lang,term\na,xx,hanke\n", 2, '"xx"'),
    ],
)
def test_a_bad_table_is_refused_with_its_line(text: str, line: int | None, words: str) -> None:
    error = refusal(text)
    assert (error.line, words in error.message) == (line, True), error.message


@pytest.mark.parametrize(
    ("data", "line"),
    [
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\1", None),
        ("concept,lang,term\na,sv,ö\nb,sv,".encode() + b"\xe4\n", 3),
        (b"concept,lang,term\na,sv,\x81\n", 2),
    ],
    ids=["picture", "mixed", "no encoding"],
)
def test_bytes_that_are_no_text_are_refused(data: bytes, line: int | None) -> None:
    assert refusal(data).line == line


def test_the_header_may_come_again_where_files_were_joined() -> None:
    found = read(f"{HEADER}a,fi,tie\n{HEADER}b,fi,katu\n")
    assert [concept.id for concept in found.concepts] == ["a", "b"]


def test_what_is_written_is_what_was_read() -> None:
    data = GLOSSARY.read_bytes()
    assert formats.write(formats.read(data, "g.csv"), "csv") == data


def test_a_hundred_thousand_rows_take_seconds() -> None:
    rows = (f"c{i // 2},{'fi' if i % 2 else 'sv'},termi{i},\n" for i in range(100_000))
    text = "concept,lang,term,status\n" + "".join(rows)
    start = time.perf_counter()
    found = read(text)
    assert len(found) == 50_000
    assert len(found.digest) == 64
    assert time.perf_counter() - start < 30


def test_columns_of_ones_own_are_told_of() -> None:
    found = read("concept,lang,term,checked by\na,fi,tie,Maija\n")
    assert [(issue.kind, issue.detail) for issue in found.issues] == [
        ("ignored-column", "checked by")
    ]


def test_unknown_formats_are_named() -> None:
    assert ".csv" in refusal("", "g.doc").message
    with pytest.raises(UsageError, match="csv, xlsx, tbx"):
        formats.write(read(f"{HEADER}a,fi,tie\n"), "skos")
