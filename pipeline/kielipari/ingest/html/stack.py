"""The open elements of a page, and what each hands down to what stands in it.

The rules for elements that end without an end tag are those of the HTML standard (WHATWG,
13.2.6) as far as text depends on them; every step looks at lists of positions kept by name, so
that the cost does not grow with the depth.
"""

from typing import TYPE_CHECKING

from kielipari.ingest.html import elements
from kielipari.model import BlockKind, Region

if TYPE_CHECKING:
    from kielipari.ingest.builder import Mark

MOST_OPEN = 12_000
"""Deeper elements are read as siblings; browsers do so from 512 on."""

_TABLE_PARTS = frozenset(
    {"caption", "table", "tbody", "td", "template", "tfoot", "th", "thead", "tr"}
)
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")


class LinkText:
    """The text of a link while it is being read."""

    __slots__ = ("alt", "at", "href", "in_list", "lang", "parts", "region")

    def __init__(self, href: str, at: int, lang: str | None, frame: "Frame") -> None:
        self.href = href
        self.at = at
        self.lang = lang
        self.region = frame.region
        self.in_list = frame.in_language_list
        self.parts: list[str] = []
        self.alt = ""


class Frame:
    """An open element."""

    __slots__ = (
        "block",
        "cells",
        "depth",
        "id",
        "in_language_list",
        "in_section",
        "item",
        "kind",
        "lang",
        "level",
        "link",
        "mark",
        "name",
        "region",
        "row",
        "skip",
        "used",
    )

    def __init__(self, name: str, parent: "Frame | None") -> None:
        """Take over what an element inherits from its parent."""
        self.name = name
        self.id: str | None = None
        self.mark: Mark | None = None
        self.link: LinkText | None = None
        self.used = False  # a list item whose first text is read
        self.lang: str | None = None
        self.region = Region.MAIN
        self.skip = False
        self.kind = BlockKind.PARAGRAPH
        self.level = 0
        self.depth = 0  # of lists
        self.item: Frame | None = None
        self.row: Frame | None = None
        self.cells = 0  # of a table row, so far
        self.in_language_list = False
        self.in_section = False
        self.block: Frame = self
        if parent is not None:
            self.lang = parent.lang
            self.region = parent.region
            self.skip = parent.skip
            self.kind = parent.kind
            self.level = parent.level
            self.depth = parent.depth
            self.item = parent.item
            self.row = parent.row
            self.in_language_list = parent.in_language_list
            self.in_section = parent.in_section or parent.name in elements.SECTIONING
            self.block = parent.block

    def become_block(self) -> None:
        """Let a text of its own begin with this element."""
        name = self.name
        self.block = self
        if name in elements.KINDS:
            self.kind = elements.KINDS[name]
            self.level = 0
        elif name in elements.RESETTING:
            self.kind = BlockKind.PARAGRAPH
            self.level = 0
        if name in elements.LISTS:
            self.depth += 1
            self.item = None
        elif self.kind is BlockKind.HEADING and name in _HEADINGS:
            self.level = int(name[1])
        elif name in ("li", "dt", "dd"):
            self.depth = self.level = max(self.depth, 1)
            self.item = self
        elif name == "tr":
            self.row = self
        elif self.kind is BlockKind.TABLE_CELL and name in ("td", "th") and self.row is not None:
            self.row.cells += 1
            self.level = self.row.cells


class OpenElements:
    """The stack, with the positions of every name on it."""

    __slots__ = ("_by_name", "_scopes", "_special", "frames")

    def __init__(self) -> None:
        """Begin with the document itself."""
        self.frames = [Frame("", None)]
        self._by_name: dict[str, list[int]] = {}
        self._special: list[int] = [0]
        self._scopes: list[int] = [0]

    @property
    def top(self) -> Frame:
        """The innermost open element."""
        return self.frames[-1]

    @property
    def is_full(self) -> bool:
        """Whether the next element must be a sibling of the innermost one."""
        return len(self.frames) >= MOST_OPEN

    def push(self, frame: Frame) -> None:
        """Open an element."""
        position = len(self.frames)
        self.frames.append(frame)
        self._by_name.setdefault(frame.name, []).append(position)
        if frame.name in elements.SPECIAL:
            self._special.append(position)
            if frame.name in elements.SCOPES:
                self._scopes.append(position)

    def pop(self) -> Frame:
        """Close the innermost element."""
        frame = self.frames.pop()
        position = len(self.frames)
        if frame.name:
            self._by_name[frame.name].pop()
        if self._special[-1] == position:
            self._special.pop()
        if self._scopes[-1] == position:
            self._scopes.pop()
        return frame

    def position(self, name: str) -> int:
        """Return where the innermost element of a name stands, or -1."""
        found = self._by_name.get(name)
        return found[-1] if found else -1

    def implied(self, ended: frozenset[str], shelter: frozenset[str]) -> int:
        """Return where the outermost element stands that a start tag ends, or -1."""
        lowest = -1
        barrier: int | None = None
        for name in ended:
            positions = self._by_name.get(name)
            if not positions:
                continue
            if barrier is None:
                barrier = max((self.position(other) for other in shelter), default=-1)
            for at in reversed(positions):
                if at <= barrier:
                    break
                lowest = at if lowest < 0 else min(lowest, at)
        return lowest

    def ended(self, name: str) -> int:
        """Return where the element stands that an end tag closes, or -1 if it closes none."""
        if name in _HEADINGS:
            at = max(self.position(heading) for heading in _HEADINGS)
        else:
            at = self.position(name)
        if at < 0:
            return -1
        if name in _TABLE_PARTS:
            barrier = self.position("table")
        elif name in elements.SPECIAL:
            barrier = self._scopes[-1]
            if name == "li":
                barrier = max(barrier, *(self.position(other) for other in elements.LISTS))
        else:
            barrier = self._special[-1]
        return at if at >= barrier else -1

    def forget(self, name: str) -> Frame | None:
        """Let an end tag end the span of a formatting element that cannot be closed yet."""
        at = self.position(name)
        if name not in elements.FORMATTING or at < self._scopes[-1]:
            return None
        self._by_name[name].pop()
        frame = self.frames[at]
        frame.name = ""
        return frame
