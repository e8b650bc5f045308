"""Finnish compounds, as Voikko's dictionary cuts them."""

from functools import lru_cache

from kielipari.languages.base import Part
from kielipari.languages.fi.morphology import head, readings
from kielipari.languages.text import fold


@lru_cache(maxsize=100_000)
def parts(word: str) -> tuple[tuple[Part, ...], ...]:
    """Return the ways to cut a word into the parts of a compound; empty for a simple word.

    A word that Voikko does not know is cut before its longest known tail.
    """
    found = [r.parts for r in readings(word) if r.is_nominal]
    folded = fold(word)
    if not readings(word) and len(folded) == len(word):
        start, tails = head(folded)
        found = [
            (
                Part(0, start, folded[:start].rstrip("-")),
                *(Part(p.start + start, p.end + start, p.base) for p in tail.parts),
            )
            for tail in tails
        ]
    return tuple(dict.fromkeys(cut for cut in found if len(cut) > 1))
