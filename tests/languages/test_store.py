"""What is kept in the cache directory survives accidents, and its absence stops nothing."""

import os
import subprocess
import sys
from pathlib import Path

import marisa_trie
import pytest

from kielipari.languages import store


def _build() -> marisa_trie.Trie:
    return marisa_trie.Trie(["kaupunki", "sopimus"])


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv(store.ENVIRONMENT_VARIABLE, str(tmp_path))
    return tmp_path


def test_the_second_time_nothing_is_built(place: Path) -> None:
    store.open_trie("words", marisa_trie.Trie, _build)
    assert (place / "words").exists()

    def never() -> marisa_trie.Trie:
        raise AssertionError

    assert "kaupunki" in store.open_trie("words", marisa_trie.Trie, never)


@pytest.mark.parametrize("damage", [b"", b"torn", None])
def test_a_torn_file_is_built_anew(place: Path, damage: bytes | None) -> None:
    store.open_trie("words", marisa_trie.Trie, _build)
    whole = (place / "words").read_bytes()
    torn = bytes(reversed(whole)) if damage is None else damage
    (place / "words").write_bytes(torn)
    assert "kaupunki" in store.open_trie("words", marisa_trie.Trie, _build)


def test_a_directory_that_cannot_be_written_to_stops_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    blocked = tmp_path / "a-file"
    blocked.write_text("in the way")
    monkeypatch.setenv(store.ENVIRONMENT_VARIABLE, str(blocked / "below"))
    assert "sopimus" in store.open_trie("words", marisa_trie.Trie, _build)


def test_a_full_disk_stops_nothing(place: Path) -> None:
    class Full(marisa_trie.Trie):
        def save(self, path: str) -> None:
            raise RuntimeError(f"MARISA_IO_ERROR: {path}")

    found = store.open_trie("words", marisa_trie.Trie, lambda: Full(["kaupunki"]))
    assert "kaupunki" in found
    assert not list(place.iterdir()), "nothing torn is left behind"


def test_concurrent_runs_share_the_directory(tmp_path: Path) -> None:
    code = (
        "import marisa_trie; from kielipari.languages import store\n"
        "words = lambda: marisa_trie.Trie(['kaupunki', 'sopimus'])\n"
        "assert 'sopimus' in store.open_trie('words', marisa_trie.Trie, words)"
    )
    environment = {**os.environ, store.ENVIRONMENT_VARIABLE: str(tmp_path)}
    runs = [subprocess.Popen([sys.executable, "-c", code], env=environment) for _ in range(4)]
    assert [run.wait(timeout=60) for run in runs] == [0] * 4
    assert sorted(p.name for p in tmp_path.iterdir()) == ["words", "words.crc"]
