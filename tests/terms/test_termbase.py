"""Loading folders and joining files: nothing is lost, and nothing unlike is mixed up."""

from pathlib import Path

import pytest

from kielipari.errors import GlossaryError
from kielipari.terms import formats, termbase

HEADER = "concept,lang,term,status,domain,definition\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "a.csv").write_text(
        f"{HEADER}hakemus,fi,hakemus\nhakemus,sv,ansökan\nc1,fi,tie\nc1,sv,väg\n", encoding="utf-8"
    )
    (tmp_path / "deeper").mkdir()
    (tmp_path / "deeper" / "b.csv").write_text(
        f"{HEADER}hakemus,sv,anhållan,deprecated\nhakemus,sv,ansökan,,,skriftlig begäran\n"
        "c1,fi,silta\nc1,sv,bro\n",
        encoding="utf-8",
    )
    (tmp_path / "~$c.xlsx").write_bytes(b"the lock file of an open workbook")
    (tmp_path / "README.md").write_text("no glossary", encoding="utf-8")
    return tmp_path


def test_a_folder_is_every_glossary_in_it(folder: Path) -> None:
    found = termbase.load([folder, folder / "a.csv"])
    assert [Path(name).name for name in found.files] == ["a.csv", "b.csv"]


def test_the_same_id_is_the_same_concept(folder: Path) -> None:
    concept = termbase.load([folder]).concept("hakemus")
    assert concept is not None
    assert [(t.text, t.status, t.definition) for t in concept.in_language("sv")] == [
        ("ansökan", "preferred", "skriftlig begäran"),
        ("anhållan", "deprecated", ""),
    ]


def test_ids_that_only_collide_stay_apart(folder: Path) -> None:
    found = termbase.load([folder])
    texts = {c.id: [t.text for t in c.terms] for c in found.concepts}
    assert texts["c1"] == ["tie", "väg"]
    assert texts["c1#2"] == ["silta", "bro"]
    assert [i.kind for i in found.issues if i.concept == "c1#2"] == ["id-collision"]


def test_two_files_that_disagree_lose_nothing() -> None:
    one = formats.read(f"{HEADER}a,fi,tie,preferred,liikenne\n".encode(), "one.csv")
    two = formats.read(f"{HEADER}a,fi,tie,deprecated,kaava\n".encode(), "two.csv")
    joined = termbase.join([one, two])
    (concept,) = joined.concepts
    assert [term.status for term in concept.terms] == ["preferred", "deprecated"]
    assert concept.domain == "liikenne; kaava"
    assert {(i.kind, i.path) for i in joined.issues} == {
        ("id-conflict", "two.csv"),
        ("several-domains", "two.csv"),
    }


def test_the_digest_is_of_the_content_not_of_the_place() -> None:
    row = f"{HEADER}a,fi,tie\n"
    here, there = (formats.read(row.encode(), name) for name in ("here.csv", "there.csv"))
    other = formats.read(f"{HEADER}a,fi,katu\n".encode(), "here.csv")
    assert here.digest == there.digest
    assert here.digest != other.digest


def test_what_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(GlossaryError, match="no such file"):
        termbase.load([tmp_path / "missing.csv"])
    with pytest.raises(GlossaryError, match="holds no glossary"):
        termbase.load([tmp_path])
