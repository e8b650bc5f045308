"""Kielipari reads Finnish and Swedish texts that ought to say the same thing.

It works out what corresponds to what and reports what is missing, untranslated, inconsistent
or against the agreed terminology.
"""

__version__ = "0.1.0"
__all__ = ["__version__"]
