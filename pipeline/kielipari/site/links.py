"""What an address says by itself: the folder it stands in, the file it names."""

import posixpath
from urllib.parse import unquote, urldefrag, urlsplit


def folder_of(href: str) -> str:
    """Return the folder that an address stands in, without query and fragment."""
    return posixpath.dirname(urldefrag(href.strip()).url.split("?", maxsplit=1)[0])


def file_name(href: str) -> str:
    """Return the name of the file that an address ends in, in lower case; empty for none."""
    return unquote(posixpath.basename(urlsplit(href.strip()).path)).lower()
