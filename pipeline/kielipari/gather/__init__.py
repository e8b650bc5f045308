"""From what the user named to documents with a language, and the pairs they form.

A file that cannot be read becomes a :class:`kielipari.model.Problem` beside the others that
could; alone, it is the error of the run.
"""

from kielipari.gather.gathering import Gathered, gather
from kielipari.gather.loading import Loaded, Wanted, display, load
from kielipari.gather.reading import content_hash

__all__ = ["Gathered", "Loaded", "Wanted", "content_hash", "display", "gather", "load"]
