"""Translator comments of PO: ``# kielipari: error V101 … [fingerprint]``, one line a finding.

They stand behind the translator's own comments and before those of the program. A tool that
folds long comments may have made several lines of one: it reaches to the fingerprint then.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from kielipari.annotate.edits import Edit, Plan, Remark, in_order, line_break
from kielipari.ingest.source import Source

_OURS = "# kielipari: "
_COMMENT_END = re.compile(r" \[[0-9a-f]{8,64}\]\s*$|^# \[[0-9a-f]{8,64}\]\s*$")
_MOST_FOLDED = 30  # lines that a tool may have made of one comment
_KEYWORD = re.compile(r"[ \t]*+(msgctxt|msgid_plural|msgid|msgstr)\b")
_OTHER_COMMENTS = ("#.", "#:", "#,", "#|", "#=")


class _Entry(NamedTuple):
    """The lines of an entry: its comments from ``first`` on, its texts from ``texts`` to ``last``."""

    first: int
    texts: int
    last: int


def plan(source: Source, remarks: Iterable[Remark]) -> Plan:
    """Return what has to be changed so that every remark stands before its entry."""
    lines = [source.line(number) for number in range(1, source.line_count + 1)]
    old = list(_old(lines))
    wanted: defaultdict[int, dict[str, None]] = defaultdict(dict)
    unplaced = 0
    entries = _entries(lines)
    entry = next(entries, None)
    for remark in in_order(remarks):
        while entry is not None and entry.last < remark.line:
            entry = next(entries, None)
        if entry is not None and entry.first <= remark.line:
            wanted[_place(lines, entry)][f"{_OURS}{remark.text}"] = None
        else:
            unplaced += 1
    end = line_break(source.text)
    made = [Edit(source.start_of(n), _line_end(source, n), "") for n in old]
    for line, texts in wanted.items():
        at = source.start_of(line)
        made.append(Edit(at, at, "".join(f"{text}{end}" for text in texts)))
    made.sort(key=lambda edit: (edit.start, edit.end))
    before = sum(lines[n - 1].startswith(_OURS) for n in old)
    return Plan(tuple(made), sum(map(len, wanted.values())), before, unplaced)


def _line_end(source: Source, line: int) -> int:
    return source.start_of(line + 1) if line < source.line_count else len(source.text)


def _old(lines: Sequence[str]) -> Iterator[int]:
    """Yield the numbers of the lines that an earlier run wrote."""
    number = 1
    while number <= len(lines):
        if lines[number - 1].startswith(_OURS):
            last = _folded(lines, number)
            yield from range(number, last + 1)
            number = last
        number += 1


def _folded(lines: Sequence[str], first: int) -> int:
    """Return the last line of a comment of ours that begins on a line."""
    for number in range(first, min(first + _MOST_FOLDED, len(lines) + 1)):
        line = lines[number - 1]
        if number > first and (not line.startswith("# ") or line.startswith(_OURS)):
            break
        if _COMMENT_END.search(line):
            return number
    return first


def _entries(lines: Sequence[str]) -> Iterator[_Entry]:
    """Yield the entries that are in use, the header too."""
    first = texts = last = 0  # 0: none yet
    has_translation = False
    for number, line in enumerate(lines, 1):
        keyword = _KEYWORD.match(line)
        begins = keyword is not None and keyword.group(1) in ("msgctxt", "msgid")
        if has_translation and (begins or line.startswith("#")):
            yield _Entry(first, texts, last)
            first = texts = last = 0
            has_translation = False
        if line.startswith("#~") or not line.strip():
            first = first if texts else 0
        elif line.startswith("#"):
            first = first or number
        else:
            first, texts, last = first or number, texts or number, number
            has_translation = has_translation or (
                keyword is not None and keyword.group(1) == "msgstr"
            )
    if texts:
        yield _Entry(first, texts, last)


def _place(lines: Sequence[str], entry: _Entry) -> int:
    """Return the line before which the comments of an entry belong."""
    return next(
        (n for n in range(entry.first, entry.texts) if lines[n - 1].startswith(_OTHER_COMMENTS)),
        entry.texts,
    )
