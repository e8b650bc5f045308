"""What an address says of language: ``/fi/…``, ``page.sv.html``, ``?lang=sv``, ``sv.example.org``."""

import re
from collections.abc import Collection

from kielipari.site.addresses import host_of, is_web, path_of

_SPLIT = re.compile(r"([/\\._?=&-])")
_PLACEHOLDER = "{lang}"


def language_in_path(path: str, languages: Collection[str]) -> str | None:
    """Return the language that a path names, the last one if several, or None.

    A language stands as a whole piece between separators, in either case, with or without a
    region after it (``fi``, ``FI``, ``fi_FI``, ``fi-rFI``). Of a web address the path and the
    query count, then the first part of the host; its top domain says nothing (turku.fi).
    """
    found = [piece.lower() for piece in _SPLIT.split(path_of(path)) if piece.lower() in languages]
    if found:
        return found[-1]
    first, _, rest = host_of(path).partition(".") if is_web(path) else ("", "", "")
    return first if first in languages and "." in rest else None


def neutral_path(path: str, languages: Collection[str]) -> str:
    """Return the path with every language code in it replaced, so that versions become equal."""
    return "".join(
        _PLACEHOLDER if piece.lower() in languages else piece for piece in _SPLIT.split(path)
    )


def bare_path(path: str, languages: Collection[str]) -> str:
    """Return the path without folders named after a language: the main language often has none."""
    pieces = path_of(path).split("/")
    kept = [piece for piece in pieces if piece and piece.lower() not in languages]
    return f"{host_of(path)}/{'/'.join(kept)}"


def path_for(pattern: str, lang: str) -> str:
    """Fill in the language of a configured pattern."""
    return pattern.replace(_PLACEHOLDER, lang)


def has_language(pattern: str) -> bool:
    """Whether a configured pattern says which files are each other's versions."""
    return _PLACEHOLDER in pattern
