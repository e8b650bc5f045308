"""What the forms of an English word begin with."""

from collections.abc import Sequence

from kielipari.languages.base import Form


def stems(word: str, forms: Sequence[Form]) -> tuple[frozenset[str], frozenset[str]]:
    """Return nothing: the forms themselves tell it."""
    del word, forms
    return frozenset(), frozenset()
