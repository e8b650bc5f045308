"""Finnish compounds, as Voikko's dictionary cuts them."""

from functools import lru_cache

from kielipari.languages.base import Part, Reading
from kielipari.languages.fi.morphology import head, readings
from kielipari.languages.memory import ANSWERS_KEPT
from kielipari.languages.text import fold


@lru_cache(maxsize=ANSWERS_KEPT)
def parts(word: str) -> tuple[tuple[Part, ...], ...]:
    """Return the ways to cut a word into the parts of a compound; empty for a simple word.

    A word that Voikko does not know is cut before its longest known tail.
    """
    nominal = [r for r in readings(word) if r.is_nominal]
    # "tilanne" is rather itself than tila with a possessive suffix.
    plain = [r for r in nominal if "possessive" not in r.features]
    found = [r.parts for r in sorted(plain or nominal, key=_unlikeliness)]
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


def _unlikeliness(reading: Reading) -> tuple[int, bool, int]:
    """Order readings: fewer parts first, rare cases last, long heads before short ones."""
    last = reading.parts[-1].base if reading.parts else ""
    return len(reading.parts), reading.case in {"ins", "com", "abe"}, -len(last)
