"""Where Voikko's transducer runs: in libvoikko, or in pyvoikko, which pip installs.

Both carry the same dictionary (the Malaga-free "VFST" one, https://voikko.puimula.org), so their
raw output is the same; :mod:`kielipari.languages.fi.voikko` reads it.
"""

import os
import re
from functools import cache
from typing import Protocol

from kielipari.errors import UsageError

ENVIRONMENT_VARIABLE = "KIELIPARI_VOIKKO"


class Backend(Protocol):
    """What gives the transducer's raw output."""

    name: str

    def raw(self, word: str) -> list[str]:
        """Return the transducer's outputs for a word in lower case, in any order."""

    def accepts(self, word: str) -> bool:
        """Whether a word in lower case is in the dictionary as it is written, names left out."""


class Libvoikko:
    """The shared library, opened by its own Python wrapper and called without it.

    The wrapper asks for every attribute of an analysis; the raw output alone is had in half the
    time. Raises OSError without the library, and where it has no Finnish dictionary.
    """

    name = "libvoikko"

    def __init__(self) -> None:
        from ctypes import byref, c_char_p  # noqa: PLC0415  only where Finnish is read

        from libvoikko import VoikkoLibrary  # noqa: PLC0415  only where Finnish is read

        library = VoikkoLibrary.open()
        error = c_char_p()
        self._voikko = library.voikkoInit(byref(error), b"fi", None)
        if error.value is not None:
            raise OSError(error.value.decode())
        self._analyse = library.voikkoAnalyzeWordUcs4
        self._value = library.voikko_mor_analysis_value_ucs4
        self._free = library.voikko_free_mor_analysis
        self._spell = library.voikkoSpellUcs4

    def raw(self, word: str) -> list[str]:
        """See :class:`Backend`."""
        analyses = self._analyse(self._voikko, word) if "\0" not in word else None
        found: list[str] = []
        if analyses:
            for analysis in analyses:
                if not analysis:  # ends the list
                    break
                found.append(self._value(analysis, b"FSTOUTPUT") or "")
            self._free(analyses)
        return found

    def accepts(self, word: str) -> bool:
        """See :class:`Backend`; half the time of an analysis."""
        return "\0" not in word and self._spell(self._voikko, word) == 1


class Pyvoikko:
    """The same dictionary in a transducer that pip installs, run by kfst-rs."""

    name = "pyvoikko"

    def __init__(self) -> None:
        import pyvoikko  # noqa: PLC0415  takes a second; only where Finnish is read
        from kfst import TokenizationException  # noqa: PLC0415  comes with pyvoikko

        self._transducer = pyvoikko.VOIKKO_FST
        self._refused: type[Exception] = TokenizationException

    def raw(self, word: str) -> list[str]:
        """See :class:`Backend`."""
        try:
            return [output for output, _weight in self._transducer.lookup(word)]
        except self._refused:
            return []

    def accepts(self, word: str) -> bool:
        """See :class:`Backend`."""
        return any(not _NAME.search(output) or "[D" in output for output in self.raw(word))


# Classes of names (first, other, family, place) and of acronyms, which have capitals; what is
# derived from a name ([D…], "turkulainen") has none.
_NAME = re.compile(r"\[L(?:ee|em|es|ep|a)\]")


@cache
def backend() -> Backend:
    """Return the backend: what the environment variable forces, else libvoikko, else pyvoikko.

    Raises UsageError where the variable names neither, or names libvoikko and the shared library
    or its Finnish dictionary is not there.
    """
    wish = os.environ.get(ENVIRONMENT_VARIABLE, "").strip().lower()
    if wish not in {"", "libvoikko", "pyvoikko"}:
        raise UsageError(f"{ENVIRONMENT_VARIABLE} is “{wish}”; set it to libvoikko or pyvoikko")
    if wish != "pyvoikko":
        try:
            return Libvoikko()
        except (OSError, AttributeError, ImportError) as error:  # AttributeError: an older library
            if wish == "libvoikko":
                raise UsageError(
                    f"libvoikko or its Finnish dictionary is not installed ({error}); "
                    f"install both, or unset {ENVIRONMENT_VARIABLE} to use pyvoikko"
                ) from error
    return Pyvoikko()
