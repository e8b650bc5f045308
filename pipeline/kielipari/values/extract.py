"""Reads the values of a text."""

import re

from kielipari.values.model import Value, ValueKind

_DIGITS = re.compile(r"\d+")


def extract(text: str, lang: str) -> tuple[Value, ...]:  # noqa: ARG001 - words come next
    """Return the values of ``text``, sorted by start and without overlap; the longest reading wins."""
    return tuple(
        Value(ValueKind.NUMBER, m.start(), m.end(), (m[0].lstrip("0") or "0",), m[0])
        for m in _DIGITS.finditer(text)
    )
