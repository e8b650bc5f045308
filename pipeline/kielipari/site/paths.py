"""What a path says of language: ``/fi/…``, ``page.sv.html``, ``values-fi``, ``messages_sv``."""

import re
from collections.abc import Collection

_SPLIT = re.compile(r"([/\\._-])")
_PLACEHOLDER = "{lang}"


def language_in_path(path: str, languages: Collection[str]) -> str | None:
    """Return the language that a path names, the last one if several, or None.

    A language stands as a whole piece between separators, in either case, with or without a
    region after it (``fi``, ``FI``, ``fi_FI``, ``fi-rFI``).
    """
    found = [piece.lower() for piece in _SPLIT.split(path) if piece.lower() in languages]
    return found[-1] if found else None


def neutral_path(path: str, languages: Collection[str]) -> str:
    """Return the path with every language code in it replaced, so that versions become equal."""
    return "".join(
        _PLACEHOLDER if piece.lower() in languages else piece for piece in _SPLIT.split(path)
    )


def path_for(pattern: str, lang: str) -> str:
    """Fill in the language of a configured pattern."""
    return pattern.replace(_PLACEHOLDER, lang)


def has_language(pattern: str) -> bool:
    """Whether a configured pattern says which files are each other's versions."""
    return _PLACEHOLDER in pattern
