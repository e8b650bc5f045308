"""Kielipari reads Finnish and Swedish texts that ought to say the same thing.

It works out what corresponds to what and reports what is missing, untranslated, inconsistent
or against the agreed terminology.
"""

from importlib.metadata import version

__version__ = version("kielipari")
__all__ = ["__version__"]
