"""Attributes: the texts that a reader or a screen reader meets in them, and what hides a text."""

from collections.abc import Mapping

from kielipari.ingest.html import elements
from kielipari.ingest.html.blocks import BlockList, Standing
from kielipari.ingest.html.stack import Frame
from kielipari.ingest.html.tokenizer import Attribute
from kielipari.ingest.languages import primary
from kielipari.model import BlockKind

Attributes = Mapping[str, Attribute]

_SPOKEN = ("aria-label", "aria-description", "aria-placeholder", "aria-roledescription")
_BUTTON_TYPES = frozenset({"submit", "button", "reset"})


def keep(
    blocks: BlockList,
    attribute: Attribute | None,
    kind: BlockKind,
    frame: Frame,
    *,
    is_repeat: bool = False,
) -> None:
    """Keep the text of an attribute, if the element has it."""
    if attribute is not None and attribute.raw:
        standing = Standing(kind, frame.lang, frame.region, is_repeat=is_repeat)
        blocks.add_attribute(attribute, standing)


def keep_names(blocks: BlockList, found: Attributes, frame: Frame) -> None:
    """Keep what names or describes an element: ``aria-label`` and its like, and ``title``."""
    for name in _SPOKEN:
        if name in found:
            keep(blocks, found[name], BlockKind.ARIA_LABEL, frame)
    if "title" in found:
        keep(blocks, found["title"], BlockKind.ARIA_LABEL, frame, is_repeat=True)


def keep_all(blocks: BlockList, name: str, found: Attributes, frame: Frame) -> None:
    """Keep the texts of an element without content, such as an image or a form field."""
    if name == "input":
        sort = found["type"].value.lower() if "type" in found else "text"
        if sort == "hidden":
            return
        if sort in _BUTTON_TYPES:
            keep(blocks, found.get("value"), BlockKind.BUTTON, frame)
        keep(blocks, found.get("placeholder"), BlockKind.PLACEHOLDER, frame)
    if "lang" in found:
        frame.lang = primary(found["lang"].value)
    keep(blocks, found.get("alt"), BlockKind.ALT, frame)
    keep_names(blocks, found, frame)


def is_hidden(name: str, found: Attributes) -> bool:
    """Whether nobody sees the element; the whole page may be hidden until a script has run."""
    if name in ("html", "body", "main"):
        return False
    if "hidden" in found and found["hidden"].raw.lower() != "until-found":
        return True
    if "aria-hidden" in found and found["aria-hidden"].raw.lower() == "true":
        return True
    return "style" in found and elements.HIDDEN_STYLE.search(found["style"].raw) is not None


def is_kept_as_is(found: Attributes) -> bool:
    """Whether the text is marked as not to be translated."""
    if "translate" in found and found["translate"].raw.lower() == "no":
        return True
    return "class" in found and "notranslate" in found["class"].raw.split()
