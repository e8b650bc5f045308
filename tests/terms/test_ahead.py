"""The indices of several languages are compiled side by side, and nothing is lost where one fails."""

import shutil
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from kielipari import languages
from kielipari.languages import store
from kielipari.languages.base import Language
from kielipari.model import Concept, Term
from kielipari.terms import ahead, index

GLOSSARY = (
    Concept(
        id="saaristomatkailu",
        terms=(
            Term("saaristomatkailu", "fi"),
            Term("skärgårdsturism", "sv"),
        ),
    ),
)


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a cache directory that holds the word tables, which take seconds to make, and no index."""
    languages.get("sv").paradigm("skärgårdsturism")  # whatever it needs is kept now
    kept = store.cache_dir()
    for pattern in ("lexicon-*", "compounds-*"):
        for file in kept.glob(pattern):
            shutil.copy(file, tmp_path)
    monkeypatch.setenv(store.ENVIRONMENT_VARIABLE, str(tmp_path))
    return tmp_path


@pytest.fixture
def compiled_here(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Note the languages that this process compiles or opens itself."""
    here: list[str] = []
    load = index.load

    def noted(concepts: Sequence[Concept], language: Language, *, cache: bool) -> index.Index:
        here.append(language.code)
        return load(concepts, language, cache=cache)

    monkeypatch.setattr(index, "load", noted)
    return here


def both_kept() -> list[bool]:
    return [index.is_kept(GLOSSARY, languages.get(lang)) for lang in ("fi", "sv")]


@pytest.mark.usefixtures("cache")
def test_one_language_is_compiled_in_a_process_of_its_own(
    compiled_here: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("os.cpu_count", lambda: 2)
    said: list[str] = []
    ahead.compile_ahead({"fi": [GLOSSARY], "sv": [GLOSSARY]}, (), lambda: said.append("started"))
    assert both_kept() == [True, True]
    assert compiled_here == ["fi"]
    ahead.compile_ahead({"fi": [GLOSSARY], "sv": [GLOSSARY]}, (), lambda: said.append("again"))
    assert said == ["started"]


@pytest.mark.usefixtures("cache")
def test_a_process_that_cannot_start_loses_nothing(
    compiled_here: list[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("os.cpu_count", lambda: 2)
    monkeypatch.setattr(sys, "executable", str(tmp_path / "no-python"))
    ahead.compile_ahead({"fi": [GLOSSARY], "sv": [GLOSSARY]})
    assert both_kept() == [True, False]
    index.load(GLOSSARY, languages.get("sv"), cache=True)
    assert compiled_here == ["fi", "sv"]


@pytest.mark.usefixtures("cache")
def test_with_one_processor_nothing_is_done_ahead(
    compiled_here: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("os.cpu_count", lambda: 1)
    ahead.compile_ahead({"fi": [GLOSSARY], "sv": [GLOSSARY]})
    assert compiled_here == []
    assert both_kept() == [False, False]
