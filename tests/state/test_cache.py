"""The cache: it keeps, it forgets the oldest, and it never breaks a run."""

import os
import pickle
import signal
import sqlite3
import subprocess
import sys
import textwrap
import time
import zlib
from contextlib import closing
from pathlib import Path

import pytest

from kielipari.model import Block, BlockKind, Segment, Unit
from kielipari.state import cache as caches
from kielipari.state.cache import FILE_NAME, Cache, digest
from kielipari.state.pickled import UnreadableError, decode, encode
from kielipari.state.tidying import tidy

BLOCK = Block("1", BlockKind.PARAGRAPH, "Hakemus lähetetään sähköisesti.")
UNIT = Unit("1", (Segment(BLOCK, 0, 31),), ())


def test_what_was_put_is_there_in_the_next_run(tmp_path: Path) -> None:
    with closing(Cache(tmp_path)) as first:
        first.put(digest("a"), UNIT)
        assert first.get(digest("a")) == UNIT
    with closing(Cache(tmp_path)) as second:
        assert second.get(digest("a")) == UNIT
        assert second.get(digest("b")) is None
        assert (second.hits, second.misses) == (1, 1)
        assert second.note is None


def test_keys_do_not_run_into_each_other() -> None:
    assert digest("ab", "c") != digest("a", "bc")
    assert digest("a", b"b") == digest("a", "b")


def test_the_oldest_entries_go_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    day = 86_400
    now = int(time.time())
    noise = [os.urandom(50_000) for _ in range(8)]
    for age, index in enumerate(range(8)):
        monkeypatch.setattr(caches.time, "time", lambda age=age: now + age * day)
        with closing(Cache(tmp_path)) as cache:
            cache.put(digest(str(index)), noise[index])
    monkeypatch.setattr(caches.time, "time", lambda: now + 20 * day)
    with closing(Cache(tmp_path)) as cache:
        assert cache.get(digest("0")) == noise[0]
    with closing(Cache(tmp_path, limit=250_000)):
        pass
    with closing(Cache(tmp_path)) as cache:
        left = [i for i in range(8) if cache.get(digest(str(i))) is not None]
    assert 0 in left, "it was used last"
    assert left[1:] == list(range(8 - len(left) + 1, 8))
    assert len(left) <= 4
    assert (tmp_path / FILE_NAME).stat().st_size < 300_000


def test_the_oldest_compiled_glossaries_go_first(tmp_path: Path) -> None:
    now = time.time()
    for age in range(5):
        for name in (f"terms-fi-{age}", f"terms-fi-{age}.crc", f"terms-fi-{age}.tables"):
            (tmp_path / name).write_bytes(b"x" * 1000)
            os.utime(tmp_path / name, (now, now - age * 1000))
    for name, age in ((".terms-sv-1.abc", 200_000), (".terms-sv-2.abc", 100), ("lexicon-sv", 9e6)):
        (tmp_path / name).write_bytes(b"x")
        os.utime(tmp_path / name, (now, now - age))
    tidy(tmp_path, 15_000)
    assert len(list(tmp_path.glob("terms-*"))) == 15, "just enough room"
    tidy(tmp_path, 12_000)
    left = {path.name.partition(".")[0] for path in tmp_path.glob("terms-*")}
    assert left == {"terms-fi-0", "terms-fi-1", "terms-fi-2"}
    assert {path.name for path in tmp_path.glob(".*")} == {".terms-sv-2.abc"}
    assert (tmp_path / "lexicon-sv").exists()
    tidy(tmp_path / "missing")


def test_a_damaged_file_is_made_anew(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).write_bytes(b"this is no database" * 100)
    with closing(Cache(tmp_path)) as cache:
        assert cache.note is None
        cache.put(digest("a"), UNIT)
    with closing(Cache(tmp_path)) as cache:
        assert cache.get(digest("a")) == UNIT


def test_a_damaged_entry_is_a_miss(tmp_path: Path) -> None:
    with closing(Cache(tmp_path)) as cache:
        cache.put(digest("a"), UNIT)
    with sqlite3.connect(tmp_path / FILE_NAME) as db:
        db.execute("UPDATE entries SET value = substr(value, 1, 40)")
    db.close()
    with closing(Cache(tmp_path)) as cache:
        assert cache.get(digest("a")) is None


def test_an_entry_never_runs_code(tmp_path: Path) -> None:
    mark = tmp_path / "mark"

    class Harmful:
        def __reduce__(self) -> tuple[object, tuple[str, ...]]:
            return os.system, (f"touch {mark}",)

    data = zlib.compress(pickle.dumps(Harmful()))
    with pytest.raises(UnreadableError):
        decode(data)
    assert not mark.exists()
    assert decode(encode(UNIT)) == UNIT


def test_a_folder_that_cannot_be_made_is_told_and_does_no_harm(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("not a folder")
    with closing(Cache(tmp_path / "file" / "below")) as cache:
        cache.put(digest("a"), UNIT)
        assert cache.get(digest("a")) is None
        assert cache.note is not None
        assert "cannot be used" in cache.note
        assert "--no-cache" in cache.note


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write to read-only folders")
def test_a_read_only_folder_is_told_and_does_no_harm(tmp_path: Path) -> None:
    folder = tmp_path / "cache"
    folder.mkdir()
    folder.chmod(0o500)
    with closing(Cache(folder)) as cache:
        cache.put(digest("a"), UNIT)
    folder.chmod(0o700)
    assert cache.note is not None


def test_a_full_disk_is_told_and_does_no_harm(tmp_path: Path) -> None:
    with closing(Cache(tmp_path)) as cache:
        cache.put(digest("a"), UNIT)
    with closing(Cache(tmp_path)) as cache:
        db = cache._db  # noqa: SLF001 the disk of a test does not fill by itself
        assert db is not None
        pages = db.execute("PRAGMA page_count").fetchone()[0]
        db.execute(f"PRAGMA max_page_count = {pages}")
        for index in range(100):
            cache.put(digest(str(index)), os.urandom(4000))
        assert cache.get(digest("a")) == UNIT
    assert cache.note is not None
    assert "full" in cache.note
    with closing(Cache(tmp_path)) as cache:
        assert cache.get(digest("a")) == UNIT


WRITER = """
    import sys
    from contextlib import closing
    from pathlib import Path
    from kielipari.state.cache import Cache, digest
    folder, name, number = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
    with closing(Cache(folder)) as cache:
        print("ready", flush=True)
        for index in range(number):
            cache.put(digest(name, str(index)), (name, index))
        print("put", flush=True)
        if len(sys.argv) > 4:
            import time; time.sleep(60)
    assert cache.note is None, cache.note
"""


def writer(folder: Path, name: str, *more: str) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [sys.executable, "-c", textwrap.dedent(WRITER), folder, name, *more],
        stdout=subprocess.PIPE,
        text=True,
    )


def test_two_runs_at_once(tmp_path: Path) -> None:
    runs = [writer(tmp_path, name, "300") for name in "ab"]
    for run in runs:
        run.communicate(timeout=60)
        assert run.returncode == 0
    with closing(Cache(tmp_path)) as cache:
        for name in "ab":
            assert [cache.get(digest(name, str(i))) for i in range(300)] == [
                (name, i) for i in range(300)
            ]


def test_a_killed_run_leaves_what_it_finished(tmp_path: Path) -> None:
    run = writer(tmp_path, "a", "130", "wait")
    assert run.stdout is not None
    assert [run.stdout.readline() for _ in range(2)] == ["ready\n", "put\n"]
    run.send_signal(signal.SIGKILL)
    run.communicate(timeout=60)
    with closing(Cache(tmp_path)) as cache:
        assert cache.note is None
        assert cache.get(digest("a", "0")) == ("a", 0)
        assert cache.get(digest("a", "127")) == ("a", 127)
