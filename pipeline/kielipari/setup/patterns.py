"""From the paths of language versions to the patterns that a configuration names them by."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from pathlib import PurePosixPath

from kielipari.site.paths import neutral_path

_PLACEHOLDER = "{lang}"
_SEVERAL = 3  # folders with the same names from here on are one pattern with ** in it


def generalise(paths: Iterable[str], languages: Sequence[str]) -> tuple[str, ...]:
    """Return patterns with ``{lang}`` that cover files whose paths name their language.

    A language that is a folder (``site/fi/a/b.html``) gives ``site/{lang}/**/*.html``; one in a
    file name (``docs/guide.fi.md``) gives ``docs/*.{lang}.md``, and a name that is nothing else
    (``locale/fi.po``) stays as it is. The order is that of the patterns.
    """
    found: dict[str, set[str]] = defaultdict(set)
    for path in paths:
        pattern = _pattern(neutral_path(path, languages))
        found[_name(pattern)].add(pattern)
    patterns: set[str] = set()
    for name, alike in found.items():
        patterns |= {_joined(name, alike)} if len(alike) >= _SEVERAL else alike
    return tuple(sorted(patterns))


def _pattern(neutral: str) -> str:
    path = PurePosixPath(neutral)
    parts = list(path.parts)
    last = max(i for i, part in enumerate(parts) if _PLACEHOLDER in part)
    if last < len(parts) - 1:
        return "/".join([*parts[: last + 1], "**", f"*{path.suffix}"])
    before, _, after = parts[-1].rpartition(_PLACEHOLDER)
    name = f"{'*' if before.rstrip('._-') else ''}{_edge(before)}{_PLACEHOLDER}{after}"
    return "/".join([*parts[:-1], name])


def _edge(before: str) -> str:
    """Return the separator in front of the language: ``guide.`` gives a dot."""
    return before[len(before.rstrip("._-")) :]


def _name(pattern: str) -> str:
    """Return what stays of a pattern when folders in front of the language are left open."""
    parts = pattern.split("/")
    first = next(i for i, part in enumerate(parts) if _PLACEHOLDER in part)
    return "/".join(parts[first:])


def _joined(name: str, patterns: Iterable[str]) -> str:
    folders = [pattern[: -len(name)].rstrip("/").split("/") for pattern in patterns]
    common: list[str] = []
    for parts in zip(*folders, strict=False):
        if len(set(parts)) > 1:
            break
        common.append(parts[0])
    return "/".join([*(part for part in common if part), "**", name])
