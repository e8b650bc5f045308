"""Findings written back as translator comments (PO) and notes (XLIFF), for the CAT tool to show.

Nothing else of a file is touched. What an earlier run wrote is replaced, so that a finding that
was mended takes its comment along.
"""

from kielipari.annotate.files import Annotated, Written, annotate

__all__ = ["Annotated", "Written", "annotate"]
