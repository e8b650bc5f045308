"""Numbers, dates, times, amounts, contacts and references, read by value and not by characters."""

from kielipari.values.extract import extract
from kielipari.values.model import Value, ValueKind

__all__ = ["Value", "ValueKind", "extract"]
