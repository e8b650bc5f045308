"""Phrases that were found, as spans of tokens: which can stand, and which stay of those that overlap."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple


class Span(NamedTuple):
    """A phrase in tokens: ``tokens[first:last]``, and the number of its term."""

    first: int
    last: int
    term: int


def agree(tags: Sequence[frozenset[str]]) -> bool:
    """Whether words can stand in one case and number; words without tags always can."""
    told = [{tag for tag in each if "." in tag and tag != "."} for each in tags]
    told = [each for each in told if each]
    return len(told) < 2 or bool(set.intersection(*told))  # noqa: PLR2004  a pair


def longest(spans: Iterable[Span]) -> list[Span]:
    """Choose spans that do not overlap: longer before shorter, then earlier before later."""
    chosen: list[Span] = []
    taken: set[int] = set()
    for span in sorted(spans, key=lambda span: (span.first - span.last, span.first, span.term)):
        places = range(span.first, span.last)
        if taken.isdisjoint(places):
            taken.update(places)
            chosen.append(span)
    return chosen
