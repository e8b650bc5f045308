"""The figures of each run in an SQLite file, and what is new and fixed since the run before.

A file is for one site or one body of content. Of every run the figures are kept, of the last one
the findings too.
"""

import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from datetime import datetime
from pathlib import Path

from kielipari.errors import StateError
from kielipari.model import Finding, KnownFinding, PairResult, Report, RunFigures, Severity, Trend

_VERSION = 1
_APPLICATION = 0x6B70_6869  # "kphi", so that no other program's database is taken for ours
_LONGEST = 300  # code points of a finding's text that are kept
_WAIT = 10.0  # seconds for another run that writes to the same file
_TABLES = f"""
CREATE TABLE runs (
  id INTEGER PRIMARY KEY, at TEXT NOT NULL, version TEXT NOT NULL, pairs INTEGER NOT NULL,
  complete INTEGER NOT NULL, coverage REAL, errors INTEGER NOT NULL, warnings INTEGER NOT NULL,
  infos INTEGER NOT NULL
);
CREATE TABLE findings (
  fingerprint TEXT NOT NULL, rule TEXT NOT NULL, path TEXT NOT NULL, text TEXT NOT NULL,
  number INTEGER NOT NULL
);
PRAGMA user_version = {_VERSION};
PRAGMA application_id = {_APPLICATION};
"""


def record(path: Path, report: Report, at: datetime, coverage: float | None) -> Trend:
    """Add a run to the file and return how it compares with the ones before.

    ``at`` is when the run was; ``coverage`` its share of content with a counterpart. What stands
    on a page that could not be read this time counts neither as fixed nor as open. Raises
    StateError where the file is no history or cannot be written.
    """
    try:
        with _opened(path) as db:
            before = _runs(db)
            known = _findings(db)
            now = _figures(report, at, coverage)
            unread = {problem.path for problem in report.problems}
            kept = [(f, n) for f, n in known if f.path in unread]
            _write(db, report, now, kept)
    except sqlite3.OperationalError as error:  # a full disk, a lock
        raise StateError(f"cannot be written: {error}; this run is not in it", str(path)) from error
    except sqlite3.DatabaseError as error:
        raise StateError(
            f"cannot be used as a history ({error}); name another file or remove it", str(path)
        ) from error
    return compare(report, (*before, now), known)


def compare(
    report: Report, runs: tuple[RunFigures, ...], known: Iterable[tuple[KnownFinding, int]]
) -> Trend:
    """Tell new findings from those of the run before; equal fingerprints count as often as they are."""
    known = tuple(known)
    left = Counter({finding.fingerprint: number for finding, number in known})
    unread = {problem.path for problem in report.problems}
    new = []
    for index, finding in enumerate(report.findings):
        if left[finding.fingerprint] > 0:
            left[finding.fingerprint] -= 1
        else:
            new.append(index)
    fixed = tuple(
        finding
        for finding, _ in known
        if finding.path not in unread
        for _ in range(left[finding.fingerprint])
    )
    if len(runs) == 1:
        return Trend(runs)
    return Trend(runs, tuple(new), fixed, len(report.findings) - len(new))


def _figures(report: Report, at: datetime, coverage: float | None) -> RunFigures:
    counted = Counter(finding.severity for finding in report.findings)
    return RunFigures(
        at=at.isoformat(timespec="seconds"),
        pairs=len(report.pairs),
        complete=sum(_is_complete(pair) for pair in report.pairs),
        coverage=coverage,
        errors=counted[Severity.ERROR],
        warnings=counted[Severity.WARNING],
        infos=counted[Severity.INFO],
    )


def _is_complete(pair: PairResult) -> bool:
    return pair.source_uri is not None and pair.target_uri is not None


@contextmanager
def _opened(path: Path) -> Iterator[sqlite3.Connection]:
    """Open the file and make its tables where it is new; commit at the end."""
    if path.is_dir():
        raise StateError("is a folder; name a file", str(path))
    try:
        connection = sqlite3.connect(path, timeout=_WAIT, isolation_level=None)
    except sqlite3.OperationalError as error:
        raise StateError(f"cannot be opened: {error}", str(path)) from error
    with closing(connection) as db:
        db.execute("BEGIN IMMEDIATE")
        version = db.execute("PRAGMA user_version").fetchone()[0]
        application = db.execute("PRAGMA application_id").fetchone()[0]
        if not db.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]:
            for statement in _TABLES.split(";"):
                db.execute(statement)
        elif application != _APPLICATION:
            raise StateError("is another program’s database; name another file", str(path))
        elif version != _VERSION:
            raise StateError(
                f"is of another version ({version}, not {_VERSION}); name another file", str(path)
            )
        yield db
        db.execute("COMMIT")


def _runs(db: sqlite3.Connection) -> tuple[RunFigures, ...]:
    rows = db.execute(
        "SELECT at, pairs, complete, coverage, errors, warnings, infos FROM runs ORDER BY id"
    )
    return tuple(RunFigures(*row) for row in rows)


def _findings(db: sqlite3.Connection) -> tuple[tuple[KnownFinding, int], ...]:
    rows = db.execute("SELECT fingerprint, rule, path, text, number FROM findings ORDER BY rowid")
    return tuple((KnownFinding(*row[:4]), row[4]) for row in rows)


def _write(
    db: sqlite3.Connection,
    report: Report,
    now: RunFigures,
    kept: Iterable[tuple[KnownFinding, int]],
) -> None:
    counted = Counter(finding.fingerprint for finding in report.findings)
    first: dict[str, Finding] = {}
    for finding in report.findings:
        first.setdefault(finding.fingerprint, finding)
    db.execute(
        "INSERT INTO runs (at, version, pairs, complete, coverage, errors, warnings, infos) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        (
            now.at,
            report.version,
            now.pairs,
            now.complete,
            now.coverage,
            now.errors,
            now.warnings,
            now.infos,
        ),
    )
    db.execute("DELETE FROM findings")
    rows = [
        (f.fingerprint, f.rule, f.path, f.text, n) for f, n in kept if f.fingerprint not in first
    ]
    for fingerprint, finding in first.items():
        side = finding.target or finding.source
        path, text = (
            (side.path, side.text[:_LONGEST]) if side else ("", finding.evidence[:_LONGEST])
        )
        rows.append((fingerprint, finding.rule, path, text, counted[fingerprint]))
    db.executemany("INSERT INTO findings VALUES (?, ?, ?, ?, ?)", rows)
