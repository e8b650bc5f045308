"""A segment cut to a line, with the place that a finding means marked in it."""

from rich.text import Text

from kielipari.model import Side
from kielipari.report.plain import plain, window


def excerpt(side: Side, width: int, style: str | None) -> Text:
    """Return about ``width`` columns of a segment around its span.

    The span is underlined in ``style``; without a style it stands in square brackets, which
    survive a mail in any typeface. A span that is the whole segment needs no mark.
    """
    text = plain(side.text)
    room = max(width - 4, 10)
    if side.end - side.start >= len(text.strip()):
        return Text(window(text, 0, 0, room)[0])
    cut, start, end = window(text, side.start, side.end, room)
    if start >= end:
        return Text(cut)
    if style is None:
        return Text(f"{cut[:start]}[{cut[start:end]}]{cut[end:]}")
    marked = Text(cut)
    marked.stylize(f"{style} underline", start, end)
    return marked
