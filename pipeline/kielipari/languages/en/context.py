"""Context."""

from collections.abc import Sequence

from kielipari.languages.base import Token


def doubtful(word: str) -> bool:
    """Whether a form that can be a noun can be something else as well."""
    del word
    return False


def stands(tokens: Sequence[Token], place: int, base: str) -> bool | None:
    """Whether a doubtful form stands for the noun in its context."""
    del tokens, place, base
    return True
