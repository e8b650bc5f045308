"""``kielipari.toml`` or ``[tool.kielipari]`` in pyproject.toml, as one frozen :class:`Config`.

Unknown keys and wrong types are errors that name the key and what may stand there. Paths and
patterns are relative to the folder of the configuration file.
"""

import difflib
import os
import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from kielipari.errors import ConfigError
from kielipari.model import Parity, Place, Severity

FILE_NAME = "kielipari.toml"
DEFAULT_SOURCE = "fi"
DEFAULT_TARGETS = ("sv",)
FAIL_ON = ("error", "warning", "info", "never")
_IGNORE = re.compile(r"\s*\[\[\s*(?:tool\.kielipari\.)?ignore\s*\]\]")
_RULE = re.compile(r"-?(?:[A-Za-z]\d{0,3}|[a-z]+(?:-[a-z]+)+|whitespace|hreflang)")


@dataclass(frozen=True, slots=True)
class Content:
    """A pattern of files; ``{lang}`` in it says which files are each other's versions."""

    path: str
    parity: Parity = Parity.FULL


@dataclass(frozen=True, slots=True)
class DeclaredPair:
    """Two files that belong together though their names do not say so; by language code."""

    paths: tuple[tuple[str, str], ...]
    parity: Parity = Parity.FULL

    def path(self, lang: str) -> str | None:
        """Return the path of one language version."""
        return dict(self.paths).get(lang)


@dataclass(frozen=True, slots=True)
class Ignore:
    """A suppression with its reason; every field that is given must match."""

    reason: str
    fingerprint: str | None = None
    rule: str | None = None
    path: str | None = None
    text: str | None = None
    place: Place = Place(1, 1)


@dataclass(frozen=True, slots=True)
class Checks:
    """Which rules run, by code or slug, and with what severity where it differs."""

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severity: Mapping[str, Severity] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Config:
    """The whole configuration; ``path`` is the file it came from, None for the defaults."""

    root: Path = field(default_factory=Path)
    path: Path | None = None
    source: str = DEFAULT_SOURCE
    targets: tuple[str, ...] = DEFAULT_TARGETS
    glossary: tuple[Path, ...] = ()
    lexicons: tuple[Path, ...] = ()
    fail_on: str = "error"
    content: tuple[Content, ...] = ()
    pairs: tuple[DeclaredPair, ...] = ()
    checks: Checks = field(default_factory=Checks)
    ignores: tuple[Ignore, ...] = ()
    site: str | None = None
    min_coverage: float | None = None
    max_untranslated: int | None = None

    def shown(self, uri: str) -> str:
        """Return a path of a report, relative to the working directory, as seen from ``root``."""
        if "://" in uri or uri == "-":
            return uri
        return Path(os.path.relpath(Path(uri).resolve(), self.root.resolve())).as_posix()

    @property
    def languages(self) -> tuple[str, ...]:
        """Source and targets."""
        return (self.source, *self.targets)


def find(start: Path) -> Path | None:
    """Return the nearest configuration file from ``start`` upwards, or None.

    A ``kielipari.toml`` wins over a pyproject.toml in the same folder; a pyproject.toml without
    ``[tool.kielipari]`` does not count.
    """
    for folder in (start, *start.parents):
        own = folder / FILE_NAME
        if own.is_file():
            return own
        project = folder / "pyproject.toml"
        if project.is_file() and "kielipari" in _tables(project).get("tool", {}):
            return project
    return None


def load(start: Path) -> Config:
    """Read the nearest configuration, or the defaults where there is none.

    Raises :class:`ConfigError` for a syntax error, an unknown key or a wrong value.
    """
    path = find(start)
    return Config(root=start) if path is None else read(path)


def read(path: Path) -> Config:
    """Read one configuration file; raises :class:`ConfigError`."""
    tables = _tables(path)
    if path.name == "pyproject.toml":
        tables = tables.get("tool", {}).get("kielipari", {})
    config = parse(tables, path)
    return replace(config, ignores=_placed(config.ignores, path)) if config.ignores else config


def parse(table: Mapping[str, Any], path: Path) -> Config:
    """Turn the table of a configuration file into a :class:`Config`; raises ConfigError."""
    top = _Table(table, str(path))
    checks = top.table("checks")
    config = Config(
        root=path.parent,
        path=path,
        source=top.text("source", DEFAULT_SOURCE),
        targets=top.texts("targets", DEFAULT_TARGETS),
        glossary=tuple(path.parent / name for name in top.texts("glossary")),
        lexicons=tuple(path.parent / name for name in top.texts("lexicons")),
        fail_on=_fail_on(top),
        min_coverage=top.number("min-coverage", "a share from 0 to 1, as in 0.95", most=1),
        max_untranslated=top.whole("max-untranslated", "a whole number, 0 or more"),
        site=top.optional_text("site"),
        content=tuple(_content(t) for t in top.tables("content")),
        pairs=tuple(_pair(t) for t in top.tables("pair")),
        ignores=tuple(_ignore(t) for t in top.tables("ignore")),
        checks=Checks(
            select=checks.texts("select"),
            ignore=checks.texts("ignore"),
            severity={
                rule: Severity(level)
                for rule, level in checks.choices("severity", tuple(Severity)).items()
            },
        ),
    )
    checks.done()
    top.done()
    return config


def fail_on_error(word: str) -> str | None:
    """Say what is wrong with a word of ``fail-on``, None where it reads as a severity or a rule."""
    if word in FAIL_ON or _RULE.fullmatch(word):
        return None
    return f"must be one of {', '.join(FAIL_ON)}, or rules such as V101, not “{word}”"


def _fail_on(top: "_Table") -> str:
    words = [w.strip() for text in top.texts("fail-on") for w in text.split(",") if w.strip()]
    for word in words:
        problem = fail_on_error(word)
        if problem:
            raise top.error(f"“fail-on” {problem}")
    return ",".join(words) or "error"


def _content(table: "_Table") -> Content:
    content = Content(
        path=table.required("path"), parity=Parity(table.choice("parity", tuple(Parity), "full"))
    )
    table.done()
    return content


def _pair(table: "_Table") -> DeclaredPair:
    parity = Parity(table.choice("parity", tuple(Parity), "full"))
    paths = tuple((lang, table.required(lang)) for lang in table.rest())
    if len(paths) < 2:  # noqa: PLR2004 a pair is two
        raise table.error("names only one file; give one path per language, as fi = … and sv = …")
    table.done()
    return DeclaredPair(paths=paths, parity=parity)


def _ignore(table: "_Table") -> Ignore:
    ignore = Ignore(
        reason=table.required("reason"),
        fingerprint=table.optional_text("fingerprint"),
        rule=table.optional_text("rule"),
        path=table.optional_text("path"),
        text=table.optional_text("text"),
    )
    if not (ignore.fingerprint or ignore.rule or ignore.path or ignore.text):
        raise table.error("ignores everything; add fingerprint, rule, path or text")
    table.done()
    return ignore


def _placed(ignores: tuple[Ignore, ...], path: Path) -> tuple[Ignore, ...]:
    """Say where each entry stands, so that a report can point at one."""
    lines = path.read_text(encoding="utf-8-sig").splitlines()
    heads = [number for number, line in enumerate(lines, 1) if _IGNORE.match(line)]
    if len(heads) != len(ignores):
        return ignores  # written inline
    return tuple(replace(i, place=Place(n, 1)) for i, n in zip(ignores, heads, strict=True))


def _tables(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(f"is not valid TOML: {error}", str(path)) from error
    except UnicodeDecodeError as error:
        raise ConfigError("is not in UTF-8; save it as UTF-8", str(path)) from error
    except OSError as error:
        raise ConfigError(f"cannot be read: {error.strerror}", str(path)) from error


class _Table:
    """A TOML table that knows its name, checks types and complains about keys nobody asked for."""

    def __init__(self, values: Mapping[str, Any], path: str, name: str = "") -> None:
        self._values = dict(values)
        self._path = path
        self._name = name
        self._known: list[str] = []

    def error(self, message: str) -> ConfigError:
        """Return an error about this table."""
        return ConfigError(f"[{self._name}] {message}" if self._name else message, self._path)

    def rest(self) -> tuple[str, ...]:
        """Return the keys not taken yet."""
        return tuple(self._values)

    def required(self, key: str) -> str:
        """Take a string that must be there."""
        value = self.optional_text(key)
        if not value:
            raise self.error(f"needs “{key}”, a string")
        return value

    def optional_text(self, key: str) -> str | None:
        """Take a string or None."""
        value = self._take(key)
        if value is not None and not isinstance(value, str):
            raise self.error(f"“{key}” must be a string, not {value!r}")
        return value

    def text(self, key: str, default: str) -> str:
        """Take a string."""
        return self.optional_text(key) or default

    def number(self, key: str, what: str, most: float | None = None) -> float | None:
        """Take a number from 0 to ``most``, or None; ``what`` says what it may be."""
        value = self._take(key)
        if value is None:
            return None
        is_number = isinstance(value, int | float) and not isinstance(value, bool)
        if not is_number or value < 0 or (most is not None and value > most):
            raise self.error(f"“{key}” must be {what}, not {value!r}")
        return float(value)

    def whole(self, key: str, what: str) -> int | None:
        """Take a whole number, 0 or more, or None."""
        value = self.number(key, what)
        if value is not None and value != int(value):
            raise self.error(f"“{key}” must be {what}, not {value!r}")
        return None if value is None else int(value)

    def texts(self, key: str, default: Sequence[str] = ()) -> tuple[str, ...]:
        """Take a list of strings; a single string is a list of one."""
        value = self._take(key)
        if value is None:
            return tuple(default)
        if isinstance(value, str):
            return (value,)
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            raise self.error(f"“{key}” must be a list of strings, not {value!r}")
        return tuple(value)

    def choice(self, key: str, choices: Sequence[str], default: str) -> str:
        """Take one of several words."""
        value = self.optional_text(key)
        if value is None:
            return default
        if value not in choices:
            raise self.error(f"“{key}” must be one of {', '.join(choices)}, not “{value}”")
        return value

    def choices(self, key: str, choices: Sequence[str]) -> dict[str, str]:
        """Take a table whose values are one of several words."""
        table = self.table(key)
        found = {name: table.choice(name, choices, "") for name in table.rest()}
        table.done()
        return found

    def table(self, key: str) -> "_Table":
        """Take a sub-table, empty where it is missing."""
        value = self._take(key)
        if value is None:
            return _Table({}, self._path, key)
        if not isinstance(value, dict):
            raise self.error(f"“{key}” must be a table, not {value!r}")
        return _Table(value, self._path, f"{self._name}.{key}" if self._name else key)

    def tables(self, key: str) -> tuple["_Table", ...]:
        """Take an array of tables."""
        value = self._take(key)
        if value is None:
            return ()
        if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
            raise self.error(f"“{key}” must be an array of tables, written [[{key}]]")
        return tuple(_Table(item, self._path, key) for item in value)

    def done(self) -> None:
        """Complain about keys that nobody took."""
        for key in self._values:
            near = difflib.get_close_matches(key, self._known, n=1)
            hint = f"did you mean “{near[0]}”?" if near else f"known: {', '.join(self._known)}"
            raise self.error(f"unknown key “{key}”; {hint}")

    def _take(self, key: str) -> Any:  # noqa: ANN401 whatever TOML holds
        self._known.append(key)
        return self._values.pop(key, None)
