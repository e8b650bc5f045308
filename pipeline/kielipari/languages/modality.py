"""How a language obliges and permits.

A language's ``modality`` module has two patterns: ``OBLIGATION`` finds what says that something
is to be done, ``PERMISSION`` what says that it may or can be done; both are wide, since they are
used to say that a text does neither. ``MUST`` are words that oblige and nothing else, ``MAY`` the
usual ones that permit.
"""

import re
from dataclasses import dataclass
from functools import cache
from importlib import import_module


@dataclass(frozen=True, slots=True)
class Modality:
    """What is known of one language; the patterns are for text in lower case."""

    obligation: re.Pattern[str]
    permission: re.Pattern[str]
    must: frozenset[str]
    may: frozenset[str]


@cache
def modality(lang: str) -> Modality | None:
    """Return what is known of a language, or None."""
    try:
        module = import_module(f"kielipari.languages.{lang}.modality")
    except ModuleNotFoundError:
        return None
    return Modality(
        re.compile(module.OBLIGATION), re.compile(module.PERMISSION), module.MUST, module.MAY
    )
