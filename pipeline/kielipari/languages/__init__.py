"""What is known of Finnish, Swedish and English, behind one protocol.

``get("fi")`` gives a :class:`kielipari.languages.base.Language`; which language it is matters to
nobody outside this room. :mod:`kielipari.languages.identify` tells what a text is written in.
"""

from functools import cache
from importlib import import_module

from kielipari.errors import UsageError
from kielipari.languages.base import Language

__all__ = ["SUPPORTED", "get"]

SUPPORTED = ("fi", "sv", "en")


@cache
def get(code: str) -> Language:
    """Return a language by its code; "sv-FI" is "sv".

    Raises UsageError for a language that is not supported.
    """
    short = code.replace("_", "-").partition("-")[0].lower()
    if short not in SUPPORTED:
        known = ", ".join(SUPPORTED)
        raise UsageError(f"the language “{code}” is not supported; choose one of {known}")
    if short != code:
        return get(short)
    language: Language = import_module(f"kielipari.languages.{short}").LANGUAGE
    return language
