"""Sentences of a longer text that are in another language than the rest of it (within U103)."""

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import islice

from kielipari.checks.view import SideView
from kielipari.model import Segment
from kielipari.segment import may_be_several, sentences

_MOST = 20  # such sentences of a text, each of which is judged with all of it
_FEWEST = 2  # words that only the other language has
_SHARE = 0.2  # of the sentence's words


def strange_sentences(side: SideView, segment: Segment) -> Iterator[tuple[int, int, str]]:
    """Yield which sentences of a segment another language's words stand in, and the language.

    Start and end are offsets in the segment's text. Of a side of several segments each is a
    sentence by itself, and nothing is yielded.
    """
    seen = side.glance
    if (
        len(side.segments) > 1
        or seen is None
        or len(seen.strange) < _FEWEST
        or not may_be_several(segment.text)
    ):
        return
    spans = sentences(segment.text, side.lang)
    if len(spans) == 1:
        return
    starts = [start for start, _ in spans]
    told: defaultdict[int, Counter[str]] = defaultdict(Counter)
    for word in seen.strange:
        if len(word.langs) == 1:
            told[bisect_right(starts, word.start) - 1][word.langs[0]] += 1
    found = (
        (start, end, lang)
        for place, langs in told.items()
        for start, end in (spans[place],)
        for lang, count in langs.most_common(1)
        if count >= max(_FEWEST, _SHARE * len(segment.text[start:end].split()))
    )
    yield from islice(found, _MOST)
