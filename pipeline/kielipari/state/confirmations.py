"""Which translations a person has confirmed: a small file that is committed with the content.

It holds, for each pair of files, hashes of both sides of every unit as they were when somebody
said that they match. White space does not count, and neither do dates of files, so touching a
file confirms nothing. A target whose source has changed since, while it has not, is stale; where
both changed, or where nothing was ever confirmed, nothing is known
(:mod:`kielipari.checks.confirmed` compares).
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from kielipari.checks.confirmed import Confirmed, PairConfirmed
from kielipari.errors import StateError
from kielipari.state.files import conflict

FILE_NAME = ".kielipari-confirmed.json"
_SCHEMA = "kielipari.confirmed/1"


@dataclass(frozen=True, slots=True)
class Confirmations:
    """Everything that was confirmed, by source and target path as the file names them."""

    pairs: Mapping[tuple[str, str], PairConfirmed] = field(default_factory=dict)

    def of(self, source: str | None, target: str | None) -> PairConfirmed:
        """Return what is known of a pair; empty where that is nothing."""
        return self.pairs.get((source or "", target or ""), PairConfirmed())

    def merged(self, other: "Confirmations") -> "Confirmations":
        """Return both, the other's pairs instead of the same ones here."""
        return Confirmations({**self.pairs, **other.pairs})


def load(path: Path) -> Confirmations:
    """Read the state file, nothing where there is none; raises StateError for a damaged one."""
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        return Confirmations()
    except (OSError, UnicodeDecodeError) as error:
        raise StateError(f"cannot be read: {error}", str(path)) from error
    line = conflict(text)
    if line is not None:
        raise StateError(
            "has merge-conflict markers; keep both sides' lines without the markers, or take "
            "one side and run “kielipari confirm” on what the other confirmed",
            str(path),
            line,
        )
    try:
        data = json.loads(text)
    except json.JSONDecodeError as error:
        raise StateError(
            f"is damaged ({error.msg}); take it from git again, or remove it and run "
            "“kielipari confirm”",
            str(path),
            error.lineno,
        ) from error
    if not isinstance(data, dict) or data.get("schema") != _SCHEMA:
        found = data.get("schema") if isinstance(data, dict) else None
        raise StateError(
            f"is of another version ({found or 'unnamed'}, not {_SCHEMA}); remove it and run "
            "“kielipari confirm”",
            str(path),
        )
    try:
        return Confirmations(
            {(row["source"], row["target"]): _read(row["units"]) for row in data["pairs"]}
        )
    except (KeyError, TypeError, ValueError) as error:
        raise StateError(
            f"has an entry that makes no sense ({error}); take it from git again", str(path)
        ) from error


def dump(confirmations: Confirmations) -> str:
    """Return the text of the state file: one unit a line, so that merges and differences are small."""
    pairs = ",\n".join(_pair(*item) for item in sorted(confirmations.pairs.items()))
    body = f"[\n{pairs}\n  ]" if pairs else "[]"
    return f'{{\n  "schema": "{_SCHEMA}",\n  "pairs": {body}\n}}\n'


def _pair(paths: tuple[str, str], pair: PairConfirmed) -> str:
    source, target = (json.dumps(path, ensure_ascii=False) for path in paths)
    rows = ",\n".join(
        "      " + json.dumps([u.key, " ".join(u.source), " ".join(u.target)], ensure_ascii=False)
        for u in pair.units
    )
    body = f"[\n{rows}\n    ]" if rows else "[]"
    return f'    {{"source": {source}, "target": {target}, "units": {body}}}'


def _read(rows: Iterable[Any]) -> PairConfirmed:
    units = []
    for key, source, target in rows:
        units.append(Confirmed(str(key), tuple(source.split()), tuple(target.split())))
    return PairConfirmed(tuple(units))
