"""``kielipari ignore``: one more ``[[ignore]]`` in the configuration, its comments kept."""

import re
import tomllib
from pathlib import Path
from typing import Any

from kielipari import config
from kielipari.errors import ConfigError, UsageError
from kielipari.state.files import write

_FINGERPRINT = re.compile(r"[0-9a-f]{8,16}")


def add(fingerprint: str, reason: str, path: Path | None = None) -> Path:
    """Add an entry to a configuration, by default the nearest one; return its path.

    Raises UsageError where there is none, where the fingerprint is none or is there already, and
    ConfigError where the configuration cannot be read.
    """
    if not _FINGERPRINT.fullmatch(fingerprint):
        raise UsageError(
            f"“{fingerprint}” is no fingerprint: 16 of 0–9 and a–f, as in “--format json” and SARIF"
        )
    if not reason.strip():
        raise UsageError("--reason is empty; say why, for whoever reads the list next")
    path = path or config.find(Path.cwd())
    if path is None:
        raise UsageError("there is no configuration to add to; “kielipari init” writes one")
    present = config.read(path)  # complains about mistakes before it is touched
    if any(entry.fingerprint == fingerprint for entry in present.ignores):
        raise UsageError(f"{fingerprint} is silenced there already", str(path))
    write(_with_entry(path, fingerprint, reason.strip()), path)
    return path


def _with_entry(path: Path, fingerprint: str, reason: str) -> str:
    import tomlkit  # noqa: PLC0415 only this command writes TOML

    document = tomlkit.parse(path.read_text(encoding="utf-8-sig"))
    table: Any = document
    if path.name == "pyproject.toml":
        table = document["tool"]["kielipari"]
    entry = tomlkit.table()
    entry["fingerprint"] = fingerprint
    entry["reason"] = reason
    if "ignore" not in table:
        table["ignore"] = tomlkit.aot()
    table["ignore"].append(entry)
    text = tomlkit.dumps(document)
    try:
        tomllib.loads(text)
    except ValueError as error:
        raise ConfigError(f"cannot take the entry ({error}); add it by hand", str(path)) from error
    return text
