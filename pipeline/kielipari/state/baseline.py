"""The baseline: findings that are known, so that a run fails on new ones alone.

Fingerprints are compared as a multiset: a finding that was copied is new though its fingerprint
is known, and one of two equal ones may be fixed. A known finding is marked, never hidden.
"""

import json
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

from kielipari.errors import StateError
from kielipari.model import Finding, KnownFinding, Report
from kielipari.state.files import conflict, write

FILE_NAME = ".kielipari-baseline.json"
_SCHEMA = "kielipari.baseline/1"
_MAKE = "make it with “kielipari baseline create”"
_ANEW = "begin anew with “kielipari baseline create --force”"
_REMAKE = f"take it from git again, or {_ANEW}"
_CONFLICT = "take either side and run “kielipari baseline update”"


def known(report: Report) -> tuple[KnownFinding, ...]:
    """Return a report's findings as a baseline keeps them, sorted so that differences read well."""
    return tuple(sorted((_known(f) for f in report.findings), key=_order))


def dump(findings: Sequence[KnownFinding]) -> str:
    """Return the text of a baseline file, one finding a line."""
    rows = ",\n".join(f"    {json.dumps(asdict(f), ensure_ascii=False)}" for f in findings)
    body = f"[\n{rows}\n  ]" if rows else "[]"
    return f'{{\n  "schema": "{_SCHEMA}",\n  "findings": {body}\n}}\n'


def save(findings: Sequence[KnownFinding], path: Path) -> None:
    """Write a baseline; raises StateError where that cannot be done."""
    write(dump(findings), path)


def updated(
    before: Sequence[KnownFinding], report: Report, *, grow: bool
) -> tuple[KnownFinding, ...]:
    """Return a baseline without what a marked report says is fixed; with ``grow``, with the new.

    A known finding that has moved to another file is kept under its new path.
    """
    left = Counter(before) - Counter(report.fixed)
    now = known_entries(report)
    kept = [entry for index, entry in now if report.baseline.get(index) == "known"]
    unseen = left - Counter(_matched(before, kept))
    new = [entry for index, entry in now if grow and report.baseline.get(index) == "new"]
    return tuple(sorted([*kept, *unseen.elements(), *new], key=_order))


def known_entries(report: Report) -> tuple[tuple[int, KnownFinding], ...]:
    """Return each finding's index with what a baseline keeps of it."""
    return tuple((index, _known(finding)) for index, finding in enumerate(report.findings))


def _matched(before: Sequence[KnownFinding], kept: Sequence[KnownFinding]) -> "list[KnownFinding]":
    """Return the entries of a baseline that are the findings which a run found again."""
    rows: dict[str, list[KnownFinding]] = defaultdict(list)
    for entry in before:
        rows[entry.fingerprint].append(entry)
    found = []
    for entry in kept:
        same = rows[entry.fingerprint]
        exact = next((e for e in same if e.path == entry.path), same[0])
        same.remove(exact)
        found.append(exact)
    return found


def load(path: Path) -> tuple[KnownFinding, ...]:
    """Read a baseline; raises StateError for a missing, damaged or foreign file."""
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError as error:
        raise StateError(f"does not exist; {_MAKE}", str(path)) from error
    except OSError as error:
        raise StateError(f"cannot be read: {error.strerror}", str(path)) from error
    except UnicodeDecodeError as error:
        raise StateError(f"is damaged (not UTF-8); {_REMAKE}", str(path)) from error
    line = conflict(text)
    if line is not None:
        raise StateError(f"has merge-conflict markers; {_CONFLICT}", str(path), line)
    try:
        data = json.loads(text)
    except json.JSONDecodeError as error:
        said = f"line {error.lineno}: {error.msg}"
        raise StateError(f"is damaged ({said}); {_REMAKE}", str(path)) from error
    if not isinstance(data, dict) or data.get("schema") != _SCHEMA:
        found = data.get("schema") if isinstance(data, dict) else None
        raise StateError(
            f"is a baseline of another version ({found or 'unnamed'}, not {_SCHEMA}); {_ANEW}",
            str(path),
        )
    try:
        return tuple(_read(row) for row in data["findings"])
    except (KeyError, TypeError) as error:
        raise StateError(f"has a finding without {error}; {_REMAKE}", str(path)) from error


def mark(report: Report, baseline: Sequence[KnownFinding]) -> Report:
    """Say of each finding whether it is new or known, and what of the baseline is fixed.

    Of equal fingerprints the ones in the path the baseline names count as known first.
    """
    left: dict[str, Counter[str]] = defaultdict(Counter)
    for entry in baseline:
        left[entry.fingerprint][entry.path] += 1
    states: dict[int, str] = {}
    for same_path in (True, False):
        for index, finding in enumerate(report.findings):
            paths = left.get(finding.fingerprint)
            if index in states or not paths:
                continue
            path = _path(finding)
            if same_path and not paths[path]:
                continue
            taken = path if paths[path] else next(p for p in sorted(paths) if paths[p])
            paths[taken] -= 1
            if not paths.total():
                del left[finding.fingerprint]
            states[index] = "known"
    fixed = [e for e in baseline if _take(left, e)]
    return replace(
        report,
        baseline={i: states.get(i, "new") for i in range(len(report.findings))},
        fixed=tuple(sorted(fixed, key=_order)),
    )


def _take(left: Mapping[str, Counter[str]], entry: KnownFinding) -> bool:
    paths = left.get(entry.fingerprint)
    if not paths or not paths[entry.path]:
        return False
    paths[entry.path] -= 1
    return True


def _known(finding: Finding) -> KnownFinding:
    side = finding.target or finding.source
    text = side.text if side else ""
    return KnownFinding(finding.fingerprint, finding.rule, _path(finding), text)


def _path(finding: Finding) -> str:
    side = finding.target or finding.source
    return side.path if side else ""


def _order(entry: KnownFinding) -> tuple[str, str, str, str]:
    return (entry.path, entry.rule, entry.text, entry.fingerprint)


def _read(row: Mapping[str, Any]) -> KnownFinding:
    return KnownFinding(*(str(row[name]) for name in ("fingerprint", "rule", "path", "text")))
