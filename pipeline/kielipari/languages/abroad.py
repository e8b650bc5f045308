"""Whether a text speaks of other countries: their institutions go by other names."""

from collections.abc import Iterable
from functools import cache
from importlib import import_module


@cache
def _beginnings(lang: str) -> tuple[str, ...]:
    try:
        module = import_module(f"kielipari.languages.{lang}.abroad")
    except ModuleNotFoundError:
        return ()
    found: tuple[str, ...] = module.BEGINNINGS
    return found


def speaks_of_abroad(words: Iterable[str], lang: str) -> bool:
    """Whether one of the words, in lower case, begins as the name of another country does."""
    beginnings = _beginnings(lang)
    return any(word.startswith(beginnings) for word in words)
