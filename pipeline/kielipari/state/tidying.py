"""Keeps the cache directory from growing for ever: compiled glossaries, known words, torn files.

A glossary is compiled anew whenever it or the program changes, and what was found of words is
found again; nobody asks for the old ones. What is taken away while it is wanted is only made once
more.
"""

import contextlib
import os
import time
from collections import defaultdict
from pathlib import Path

LIMIT = 256 * 1024 * 1024
"""Bytes that compiled glossaries and known words may take; beyond that the oldest go."""

_LEFT = 0.8  # share of the limit that is left after a clearance
_MADE = ("terms-", "words-")
_TORN = (
    ".terms-",
    ".words-",
    ".lexicon-",
    ".compounds-",
    ".tokens-",
)  # what a killed run was writing
_DAY = 86_400  # seconds; no run writes one file for so long


def tidy(folder: Path, limit: int = LIMIT) -> None:
    """Remove what is too much, and what was left half written more than a day ago."""
    sizes: defaultdict[str, int] = defaultdict(int)
    newest: defaultdict[str, float] = defaultdict(float)
    files: defaultdict[str, list[Path]] = defaultdict(list)
    now = time.time()
    with contextlib.suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            with contextlib.suppress(OSError):  # another run has just moved or removed it
                if entry.name.startswith(_MADE):
                    name = entry.name.partition(".")[0]
                    sizes[name] += entry.stat().st_size
                    newest[name] = max(newest[name], entry.stat().st_mtime)
                    files[name].append(Path(entry.path))
                elif entry.name.startswith(_TORN) and entry.stat().st_mtime < now - _DAY:
                    Path(entry.path).unlink()
    surplus = sum(sizes.values()) - int(limit * _LEFT)
    if surplus <= limit - int(limit * _LEFT):
        return
    for name in sorted(newest, key=lambda name: (newest[name], name)):
        if surplus <= 0:
            return
        surplus -= sizes[name]
        for file in files[name]:
            with contextlib.suppress(OSError):  # Windows keeps what another run has open
                file.unlink()
