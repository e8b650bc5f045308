"""Where a finding is to be looked up, for tools that know files, lines and columns only."""

from typing import NamedTuple
from urllib.parse import quote

from kielipari.model import Finding, Report
from kielipari.report.view import main_side


class Where(NamedTuple):
    """A file or an address with a line and a column, both counted from 1."""

    path: str
    line: int
    column: int

    @property
    def is_file(self) -> bool:
        """Whether the path is that of a file, not an address on the web."""
        return not self.path.startswith(("http://", "https://"))

    def uri(self) -> str:
        """Return a valid URI reference of the path."""
        if not self.is_file:
            return quote(self.path, safe="/:?#[]@!$&'()*+,;=~%-._")
        path = self.path.replace("\\", "/").removeprefix("./")
        if path.startswith("/"):
            return "file://" + quote(path)
        drive = path[1:3] == ":/"
        return ("file:///" if drive else "") + quote(path, safe="/:" if drive else "/")


def where(finding: Finding, report: Report) -> Where:
    """Return the place of the side to be mended, else the beginning of the pair's file."""
    side = main_side(finding)
    if side is not None:
        return Where(side.path, side.line, side.column)
    for pair in report.pairs:
        if pair.id == finding.pair:
            return Where(pair.target_uri or pair.source_uri or ".", 1, 1)
    return Where(".", 1, 1)
