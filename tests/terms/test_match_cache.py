"""The compiled index on disk: opened again, keyed by content, safe from accidents."""

import time
from pathlib import Path

import pytest

from kielipari.languages import store
from kielipari.model import Concept, Term
from kielipari.terms import index
from kielipari.terms.match import compile_matcher


def _concepts(*terms: str) -> list[Concept]:
    return [Concept(f"c{n}", (Term(term, "fi"),)) for n, term in enumerate(terms)]


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv(store.ENVIRONMENT_VARIABLE, str(tmp_path))
    return tmp_path


def _files(place: Path) -> list[Path]:
    return sorted(place.glob("terms-*"))


def test_the_second_time_nothing_is_compiled(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = compile_matcher(_concepts("sopimus", "kestävä siirtymä"), "fi")
    assert _files(place)

    def never(*_: object) -> None:
        raise AssertionError

    monkeypatch.setattr(index, "_compile", never)
    second = compile_matcher(_concepts("sopimus", "kestävä siirtymä"), "fi")
    text = "sopimuksen kestävästä siirtymästä"
    assert second.find(text) == first.find(text)
    assert len(second.find(text)) == 2


def test_another_glossary_has_another_entry(place: Path) -> None:
    compile_matcher(_concepts("sopimus"), "fi")
    before = _files(place)
    assert compile_matcher(_concepts("sopimus", "hanke"), "fi").find("hankkeen")
    assert len(_files(place)) > len(before)


@pytest.mark.parametrize("content", [b"", b"no trie at all"])
def test_a_torn_entry_is_compiled_anew(place: Path, content: bytes) -> None:
    compile_matcher(_concepts("sopimus"), "fi")
    for path in _files(place):
        path.write_bytes(content)
    assert compile_matcher(_concepts("sopimus"), "fi").find("sopimuksen")


def test_a_cache_that_cannot_be_written_stops_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("in the way", encoding="utf-8")
    monkeypatch.setenv(store.ENVIRONMENT_VARIABLE, str(blocked))
    assert compile_matcher(_concepts("sopimus"), "fi").find("sopimuksen")


def test_a_small_glossary_opens_at_once(place: Path) -> None:
    del place
    terms = [
        f"{a}{b}" for a in ("kaupunki", "vesi", "metsä", "talo") for b in ("tutkimus", "palvelu")
    ]
    compile_matcher(_concepts(*terms), "fi")
    start = time.process_time()
    compile_matcher(_concepts(*terms), "fi")
    assert time.process_time() - start < 0.1
