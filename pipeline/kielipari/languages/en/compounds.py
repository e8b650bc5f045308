"""English compounds: those written as one word are in the lexicon as they stand."""

from kielipari.languages.base import Part


def parts(word: str) -> tuple[tuple[Part, ...], ...]:
    """Return no cut."""
    del word
    return ()
