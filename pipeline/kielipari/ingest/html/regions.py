"""Which part of a page an element begins: by its name, its role, or how its author named it."""

from collections.abc import Mapping

from kielipari.ingest.html import elements
from kielipari.ingest.html.stack import Frame
from kielipari.ingest.html.tokenizer import Attribute
from kielipari.model import Region

_LONGEST_NAME = 400


def region_of(frame: Frame, outer: Frame, found: Mapping[str, Attribute]) -> Region:
    """Return the region of an element that stands in ``outer``.

    The outermost part counts: a menu in the footer belongs to the footer. Only ``main`` and
    cookie boxes stand for themselves wherever they are. A header or footer within an article is
    part of the text.
    """
    current = outer.region
    if current is Region.COOKIES:
        return current
    role = found["role"].raw.lower() if "role" in found else ""
    own = elements.REGION_ROLES.get(role) or elements.REGION_ELEMENTS.get(frame.name)
    if own in (Region.HEADER, Region.FOOTER) and not role and frame.in_section:
        own = None
    if own in (Region.MAIN, Region.HEAD):
        return own
    named = _named_region(frame, found)
    if named is Region.COOKIES:
        return named
    if current is not Region.MAIN:
        return current
    if own is None and named is not None and not frame.in_section:
        own = named
    return own or current


def _named_region(frame: Frame, found: Mapping[str, Attribute]) -> Region | None:
    if frame.name not in elements.NAMED_CONTAINERS:
        return None
    names = _names(found)
    if not names:
        return None
    for region, pattern in elements.REGION_NAMES:
        if pattern.search(names):
            return region
    return None


def _names(found: Mapping[str, Attribute]) -> str:
    name = found["class"].raw[:_LONGEST_NAME] if "class" in found else ""
    if "id" in found:
        name = f"{found['id'].raw[:_LONGEST_NAME]} {name}"
    return name.lower()


def names_language_list(name: str, found: Mapping[str, Attribute]) -> bool:
    """Whether an element is named as the place where a reader chooses the language."""
    if name in ("html", "body", "main", "article"):
        return False
    names = _names(found)
    is_likely = any(word in names for word in elements.LANGUAGE_WORDS)
    return is_likely and elements.LANGUAGE_LIST.search(names) is not None
