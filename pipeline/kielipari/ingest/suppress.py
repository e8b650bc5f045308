"""``kielipari-ignore: V101 reason`` in a comment, whatever the format of the file."""

import re
from collections.abc import Iterator

from kielipari.ingest.source import Source
from kielipari.model import Place, Suppression

_SIGN = "kielipari-ignore"
_RULES = re.compile(
    r"kielipari-ignore:[ \t]*+([A-Za-z0-9*][\w*-]*+(?:[ \t]*+,[ \t]*+[A-Za-z0-9*][\w*-]*+)*+)"
    r"[ \t:]*+([^\r\n]*+)"
)
_END = re.compile(r"-->|\*/")


def suppressions(text: str, place: Place = Place(1, 1)) -> tuple[Suppression, ...]:
    """Return what a comment asks to be silent about; several rules are separated by commas."""
    if _SIGN not in text:
        return ()
    return tuple(
        Suppression(rule.strip(), _END.split(match.group(2), maxsplit=1)[0].strip(" -–—"), place)
        for match in _RULES.finditer(text)
        for rule in match.group(1).split(",")
    )


def extra_entries(source: Source, start: int, end: int) -> Iterator[tuple[str, str]]:
    """Yield the suppressions of a comment as entries of ``Meta.extra``: line:rule:reason."""
    if source.text.find(_SIGN, start, end) < 0:
        return
    for match in _RULES.finditer(source.text, start, end):
        line = source.place(match.start()).line
        for rule in match.group(1).split(","):
            reason = _END.split(match.group(2), maxsplit=1)[0].strip(" -–—")
            yield "suppress", f"{line}:{rule.strip()}:{reason}"
