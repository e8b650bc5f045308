"""Where the content of a block of Markdown stands in the file: its lines lose their prefixes."""

from bisect import bisect_right
from collections.abc import Iterator

from kielipari.ingest.source import Source


class Located:
    """Content, and the stretches of the file it was taken from."""

    def __init__(self, content: str, stretches: list[tuple[int, int]]) -> None:
        """Take pairs of an offset in the content and the offset in the file, in ascending order."""
        self.content = content
        self._stretches = stretches

    def at(self, offset: int) -> int:
        """Return where in the file an offset of the content stands."""
        start, at = self._stretches[self._index(offset)]
        return at + offset - start

    def cut(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """Yield the stretches of the file, from–to, that make up a part of the content."""
        index = self._index(start)
        while start < end:
            following = index + 1
            stop = end
            if following < len(self._stretches):
                stop = min(end, self._stretches[following][0])
            at = self.at(start)
            yield at, at + stop - start
            start, index = stop, following

    def _index(self, offset: int) -> int:
        return max(bisect_right(self._stretches, offset, key=lambda pair: pair[0]) - 1, 0)


def locate_lines(source: Source, content: str, first_line: int) -> Located:
    """Find the lines of a paragraph or heading, the first of which is ``first_line`` or later.

    A line of content is a piece of its line in the file, without the marks of the lists and
    quotations around it and without white space at its ends.
    """
    stretches: list[tuple[int, int]] = []
    offset = 0
    number = first_line
    for line in content.split("\n"):
        text = line.strip()
        lead = len(line) - len(line.lstrip())
        number, column = _find_line(source, text, number)
        stretches.append((offset + lead if text else offset, source.start_of(number) + column))
        offset += len(line) + 1
        number = min(number + 1, source.line_count)
    return Located(content, stretches)


def _find_line(source: Source, text: str, number: int) -> tuple[int, int]:
    for candidate in range(number, min(number + 3, source.line_count + 1)):
        line = source.line(candidate).rstrip()
        if line.endswith(text):
            return candidate, len(line) - len(text)
        column = line.find(text)
        if column >= 0:
            return candidate, column
    return number, 0


def locate_cell(source: Source, content: str, line: int, column: int) -> tuple[Located, int]:
    r"""Find the content of a table cell in its row; return it and the column behind it.

    In a cell ``\|`` stands for ``|``.
    """
    row = source.line(line)
    start = source.start_of(line)
    stretches: list[tuple[int, int]] = []
    offset = 0
    for number, part in enumerate(content.split("|")):
        if number:
            column = max(row.find("|", column), 0)
            stretches.append((offset, start + column))
            offset += 1
            column += 1
        found = row.find(part, column) if part else column
        column = found if found >= 0 else column
        stretches.append((offset, start + column))
        offset += len(part)
        column += len(part)
    return Located(content, stretches), column
