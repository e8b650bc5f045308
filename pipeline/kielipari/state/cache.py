"""What was computed once and is still true: an SQLite file in the user's cache directory.

A cache never changes what a run says, and never breaks it: where the file cannot be opened,
read or written (a read-only or full directory, a damaged file, a lock held too long), the run
goes on without it and :attr:`Cache.note` says why. SQLite's write-ahead log keeps two runs at
once apart, and leaves a killed run's finished work whole.
"""

import contextlib
import hashlib
import sqlite3
import time
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from kielipari.languages.store import cache_dir
from kielipari.state.pickled import UnreadableError, decode, encode
from kielipari.state.tidying import tidy

FILE_NAME = "results-2.sqlite"
LIMIT = 512 * 1024 * 1024
"""Bytes the file may take; beyond that the entries that were used longest ago go."""

_LEFT = 0.8  # share of the limit that is left after a clearance
_PENDING = 64  # entries written together
_SECONDS = 1.0  # … or after this long, so that a killed run keeps what it finished
_DAY = 86_400  # how exactly an entry remembers when it was used
_BUSY = 5.0  # seconds to wait for another run that is writing
# The keys stand in an index of their own, not with the values: of a full cache, 1,500 new entries
# are looked for and written in a fifth of the time, and the file is two thirds as large.
_TABLE = """
CREATE TABLE IF NOT EXISTS entries (
    key BLOB PRIMARY KEY, value BLOB NOT NULL, used INTEGER NOT NULL
)
"""


def digest(*parts: str | bytes) -> bytes:
    """Return the key of an entry: SHA-256 over the parts, each with its length in front."""
    hashed = hashlib.sha256()
    for part in parts:
        data = part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part
        hashed.update(b"%d:" % len(data))
        hashed.update(data)
    return hashed.digest()


class Cache:
    """Entries by key; what is pending is written on closing."""

    def __init__(self, folder: Path | None = None, limit: int = LIMIT) -> None:
        """Open the file, or go without it."""
        self.note: str | None = None
        self.hits = 0
        self.misses = 0
        self._folder = folder
        self._limit = limit
        self._pending: dict[bytes, bytes] = {}
        self._used: set[bytes] = set()
        self._written = time.monotonic()
        self._db: sqlite3.Connection | None = None
        self._writable = True
        self._open()

    def get(self, key: bytes) -> Any:  # noqa: ANN401 what was put there
        """Return the value of a key, or None."""
        data = self._pending.get(key) or self._read(key)
        if data is not None:
            try:
                value = decode(data)
            except UnreadableError:
                pass
            else:
                self.hits += 1
                return value
        self.misses += 1
        return None

    def put(self, key: bytes, value: object) -> None:
        """Keep a value; it is written a little later, with others."""
        self.put_encoded(key, encode(value))

    def put_encoded(self, key: bytes, data: bytes) -> None:
        """Keep a value that :func:`kielipari.state.pickled.encode` made, perhaps elsewhere."""
        if self._db is None or not self._writable:
            return
        self._pending[key] = data
        if len(self._pending) >= _PENDING or time.monotonic() - self._written > _SECONDS:
            self._flush()

    def close(self) -> None:
        """Write what is pending, make room where the file has grown too large, and close."""
        if self._db is None:
            return
        self._flush()
        self._touch()
        self._evict()
        if self.misses:  # something was compiled, perhaps
            tidy(self._folder or cache_dir())
        with contextlib.suppress(sqlite3.Error):
            self._db.close()
        self._db = None

    # ------------------------------------------------------------ the file

    def _open(self) -> None:
        folder = self._folder or cache_dir()
        path = folder / FILE_NAME
        try:
            folder.mkdir(parents=True, exist_ok=True)
            self._db = self._connect(path)
        except sqlite3.DatabaseError as error:
            if _is_damaged(error) and _discard(path):
                with contextlib.suppress(sqlite3.Error):
                    self._db = self._connect(path)
            if self._db is None:
                self._give_up(error)
        except OSError as error:
            self._give_up(error)

    @staticmethod
    def _connect(path: Path) -> sqlite3.Connection:
        db = sqlite3.connect(path, timeout=_BUSY, isolation_level=None)
        try:
            db.execute("PRAGMA auto_vacuum=INCREMENTAL")  # counts before the file has a page
            db.execute("PRAGMA journal_mode=WAL")
            db.execute("PRAGMA synchronous=NORMAL")
            db.execute(_TABLE)
        except sqlite3.Error:
            db.close()
            raise
        return db

    def _read(self, key: bytes) -> bytes | None:
        if self._db is None:
            return None
        try:
            row = self._db.execute(
                "SELECT value, used FROM entries WHERE key = ?", (key,)
            ).fetchone()
        except sqlite3.Error as error:
            self._give_up(error)
            return None
        if row is None:
            return None
        value, used = row
        if used < _today():
            self._used.add(key)
        return bytes(value)

    def _flush(self) -> None:
        pending, self._pending = self._pending, {}
        self._written = time.monotonic()
        rows = [(key, value, _today()) for key, value in pending.items()]
        self._write("INSERT OR REPLACE INTO entries VALUES (?, ?, ?)", rows)

    def _touch(self) -> None:
        used, self._used = self._used, set()
        self._write("UPDATE entries SET used = ? WHERE key = ?", [(_today(), key) for key in used])

    def _write(self, statement: str, rows: Iterable[tuple[object, ...]]) -> None:
        rows = list(rows)
        if not rows or self._db is None or not self._writable:
            return
        try:
            self._db.execute("BEGIN IMMEDIATE")
            self._db.executemany(statement, rows)
            self._db.execute("COMMIT")
        except sqlite3.Error as error:
            with contextlib.suppress(sqlite3.Error):
                self._db.execute("ROLLBACK")
            self._writable = False
            self._say(error)

    def _evict(self) -> None:
        if self._db is None or not self._writable:
            return
        try:
            if self._size() <= self._limit:
                return
            rows = self._db.execute("SELECT key, length(value) FROM entries ORDER BY used, key")
            surplus = self._size() - int(self._limit * _LEFT)
            gone = []
            for key, length in rows:
                if surplus <= 0:
                    break
                gone.append((key,))
                surplus -= length
            self._write("DELETE FROM entries WHERE key = ?", gone)
            # Only a script steps through all the free pages.
            self._db.executescript("PRAGMA incremental_vacuum")
            self._db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        except sqlite3.Error as error:
            self._say(error)

    def _size(self) -> int:
        """Return the bytes in use."""
        if self._db is None:
            return 0
        pages, free, page = (
            int(self._db.execute(f"PRAGMA {name}").fetchone()[0])
            for name in ("page_count", "freelist_count", "page_size")
        )
        return (pages - free) * page

    def _give_up(self, error: Exception) -> None:
        self._say(error)
        if self._db is not None:
            with contextlib.suppress(sqlite3.Error):
                self._db.close()
        self._db = None
        self._pending = {}

    def _say(self, error: Exception) -> None:
        reason = getattr(error, "strerror", None) or str(error)
        folder = self._folder or cache_dir()
        self.note = (
            f"the cache in {folder} cannot be used ({reason}); going on without it. "
            "Set KIELIPARI_CACHE_DIR to a folder that can be written to, or give --no-cache."
        )


def _today() -> int:
    return int(time.time()) // _DAY


def _is_damaged(error: sqlite3.DatabaseError) -> bool:
    return not isinstance(error, sqlite3.OperationalError)


def _discard(path: Path) -> bool:
    """Remove a damaged file with its log."""
    try:
        for suffix in ("", "-wal", "-shm"):
            path.with_name(path.name + suffix).unlink(missing_ok=True)
    except OSError:
        return False
    return True
