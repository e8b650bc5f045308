"""Alignment: what of two texts corresponds to what, and what has no counterpart.

NumPy and the lexicon load when a name of this face is first used.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from kielipari.align.beads import NO_COUNTERPART_CUT, Alignment, Bead

if TYPE_CHECKING:
    from kielipari.align.documents import align_documents, align_lines
    from kielipari.align.resources import Resources, load_resources

__all__ = [
    "NO_COUNTERPART_CUT",
    "Alignment",
    "Bead",
    "Resources",
    "align_documents",
    "align_lines",
    "load_resources",
]

_HOMES = {
    "align_documents": "documents",
    "align_lines": "documents",
    "Resources": "resources",
    "load_resources": "resources",
}


def __getattr__(name: str) -> Any:  # noqa: ANN401 -- a module attribute can be anything
    """Import the part that a name lives in (PEP 562)."""
    if name in _HOMES:
        return getattr(import_module(f"kielipari.align.{_HOMES[name]}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
