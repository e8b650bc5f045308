"""Figures over time, and what is new and fixed since the run before."""

import sqlite3
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from kielipari.errors import StateError
from kielipari.model import Checked, Finding, Message, Problem, Report, Severity, Side
from kielipari.state.history import record

NOON = datetime(2026, 5, 3, 12, tzinfo=UTC)


def finding(print_: str, path: str = "a.html") -> Finding:
    side = Side(path, 1, 1, "sv", "Text på finska", 0, 4)
    return Finding(
        "wrong-language",
        Severity.ERROR,
        Message.of("wrong-language"),
        None,
        side,
        "x",
        None,
        print_,
    )


def report(*prints: str, problems: tuple[Problem, ...] = ()) -> Report:
    found = tuple(finding(p) for p in prints)
    return Report("1.0", Checked(), (), found, problems=problems)


def test_the_first_run_has_nothing_to_compare_with(tmp_path: Path) -> None:
    trend = record(tmp_path / "h.db", report("a", "b"), NOON, 0.9)
    assert (len(trend.runs), trend.new, trend.fixed, trend.still) == (1, (), (), 0)
    assert (trend.runs[0].errors, trend.runs[0].coverage) == (2, 0.9)


def test_new_fixed_and_still_open_are_told_apart_and_counted(tmp_path: Path) -> None:
    path = tmp_path / "h.db"
    record(path, report("a", "b", "b", "c"), NOON, 0.9)
    trend = record(path, report("b", "d", "c"), NOON, 0.95)
    assert trend.new == (1,)
    assert sorted(f.fingerprint for f in trend.fixed) == ["a", "b"]
    assert trend.still == 2
    assert [run.errors for run in trend.runs] == [4, 3]


def test_a_page_that_could_not_be_read_is_not_fixed(tmp_path: Path) -> None:
    path = tmp_path / "h.db"
    record(path, report("a"), NOON, None)
    down = record(path, report(problems=(Problem("a.html", "no answer"),)), NOON, None)
    assert down.fixed == ()
    back = record(path, report("a"), NOON, None)
    assert (back.new, back.still) == ((), 1)


def test_every_run_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "h.db"
    for number in range(5):
        trend = record(path, report(*"abcde"[number:]), NOON.replace(day=number + 1), None)
    assert [run.errors for run in trend.runs] == [5, 4, 3, 2, 1]
    assert trend.runs[0].at.startswith("2026-05-01")


def test_another_program_s_file_is_left_alone(tmp_path: Path) -> None:
    text = tmp_path / "notes.txt"
    text.write_text("nothing that SQLite knows" * 100)
    with pytest.raises(StateError, match="cannot be used"):
        record(text, report(), NOON, None)
    other = tmp_path / "other.db"
    with sqlite3.connect(other) as db:
        db.execute("CREATE TABLE birds (name TEXT)")
    db.close()
    with pytest.raises(StateError, match="another program"):
        record(other, report(), NOON, None)
    with pytest.raises(StateError, match="folder"):
        record(tmp_path, report(), NOON, None)
    assert replace(report()) == report()
