"""What was found of words is kept for the next run, and never changes what that run says."""

import marshal
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from kielipari import audit, context, languages
from kielipari.languages import glance, store
from kielipari.model import Block, BlockKind, Concept, Document, Pair, PairResult, Term
from kielipari.state import words
from kielipari.state.words import KnownWords

CONCEPTS = (
    Concept(
        "ecosystem-agreement",
        (Term("ekosysteemisopimus", "fi"), Term("ekosystemavtal", "sv")),
    ),
)
SETTINGS = context.Settings("fi", "sv", concepts=CONCEPTS)
FINNISH = (
    "Ekosysteemisopimuksessa kaupunki lupasi rakentaa kokeilualustan satamaan.",
    "Ensi keväänä yliopisto järjestää neljä työpajaa yrittäjille.",
    "Kokeilun tulokset julkaistaan kotisivuilla.",
)
SWEDISH = (
    "I ekosystemavtalet lovade staden att bygga en testmiljö i hamnen.",
    "Nästa vår ordnar universitetet tre verkstäder för företagare.",
    "Kokeilun tulokset julkaistaan kotisivuilla.",
)


@pytest.fixture(autouse=True)
def home(tmp_path: Path, cache_home: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Give each test words of its own; lexicons and glossaries come from the common place."""
    for kept in cache_home.iterdir() if cache_home.exists() else ():
        if not kept.name.startswith("words-"):
            (tmp_path / kept.name).symlink_to(kept)
    monkeypatch.setenv(store.ENVIRONMENT_VARIABLE, str(tmp_path))
    monkeypatch.setattr(words, "_WORTHWHILE", 1)
    _forget()
    yield tmp_path
    _forget()


def _forget() -> None:
    """Forget all words, as a new process does."""
    context._finder.cache_clear()  # noqa: SLF001 what a process keeps, nobody else may empty
    glance._native.cache_clear()  # noqa: SLF001


def _document(lang: str, texts: tuple[str, ...]) -> Document:
    blocks = tuple(Block(str(n), BlockKind.PARAGRAPH, text) for n, text in enumerate(texts))
    return Document(f"{lang}.txt", lang, blocks)


def _run(settings: context.Settings = SETTINGS) -> tuple[PairResult, int]:
    """Judge a pair as one run does; return the result, and how many words were known before."""
    _forget()
    known = KnownWords(settings)
    before = len(known.memories)
    pair = Pair(
        "p1", "fi.txt", "sv.txt", "fi", "sv", _document("fi", FINNISH), _document("sv", SWEDISH)
    )
    result = audit.audit_pair(pair, context.build(settings, known.memories))
    known.keep()
    return result, before


def _kept(home: Path) -> list[Path]:
    return sorted(home.glob("words-*"))


def test_the_next_run_knows_the_words_and_says_the_same(home: Path) -> None:
    first, before = _run()
    assert before == 0
    assert first.findings
    second, before = _run()
    assert before > 50
    assert second == first
    assert len(_kept(home)) == 1


def test_a_known_word_is_not_looked_up_again(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _run()
    asked: list[str] = []
    accepts = languages.get("sv").accepts

    def listening(word: str) -> bool:
        asked.append(word)
        return accepts(word)

    monkeypatch.setattr(languages.get("sv"), "accepts", listening)
    _run()
    assert "universitetet" not in asked
    for file in _kept(home):
        file.unlink()
    _run()
    assert "universitetet" in asked


def test_another_glossary_has_words_of_its_own(home: Path) -> None:
    _run()
    concepts = (Concept("port", (Term("satama", "fi"), Term("hamn", "sv"))),)
    found, before = _run(replace(SETTINGS, concepts=concepts))
    assert before == 0
    assert {count.concept for count in found.terms} == {"port"}
    assert len(_kept(home)) == 2


def test_nothing_is_read_or_kept_without_the_cache(home: Path) -> None:
    _run(replace(SETTINGS, use_cache=False))
    assert not _kept(home)
    _run()
    _, before = _run(replace(SETTINGS, use_cache=False))
    assert before == 0


@pytest.mark.parametrize("damage", [b"", b"torn", marshal.dumps({})])
def test_a_damaged_file_is_as_none(home: Path, damage: bytes) -> None:
    first, _ = _run()
    (file,) = _kept(home)
    file.write_bytes(damage)
    second, before = _run()
    assert before == 0
    assert second == first
    _, before = _run()
    assert before > 50


def test_a_few_new_words_are_not_written(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(words, "_WORTHWHILE", 10**9)  # other tests met words too
    _run()
    assert not _kept(home)


def test_words_that_nobody_asked_for_are_not_lost() -> None:
    """A run that needs no lexicon of translations keeps what an earlier one found in it."""
    _run()
    _forget()
    known = KnownWords(SETTINGS)
    context.build(SETTINGS, known.memories)
    assert "satamaan" in known.memories.found()["keys of the source"]["answers"]
