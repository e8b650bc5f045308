"""Plain-language versions (selkosuomi, lättläst): a version of its own, not the other language's.

The words are those that public bodies in Finland use of such pages, from the guidelines of
Selkokeskus and LL-Center.
"""

import re

from kielipari.model import BlockKind, Document
from kielipari.site.addresses import path_of

_PATH = re.compile(
    r"(?:^|[/._?=&-])(?:selko(?:kieli|kielella|kielinen|kieliset|suomi|suomeksi|sivut?)?|"
    r"l(?:a|ä)tt(?:l(?:a|ä)st|sprak|svenska)|latt-?(?:last|svenska|sprak)|"
    r"easy-to-read|easy-language|plain-language)(?=$|[/._?=&-])"
)
_TITLE = re.compile(
    r"(?:^|[-–—|:(,]\s?)(?:selko(?:suomi|suomeksi|kieli|kielellä|kielinen|sivut?)|"
    r"lättläst|(?:på )?lätt(?:läst)? (?:svenska|språk)|easy to read)(?:$|\s?[-–—|:),])|"
    r"\b(?:selkokielellä|selkosuomeksi|på lätt svenska|på lättläst svenska|på lätt språk)$"
)
_TAG = re.compile(
    r"[a-z]{2,3}(?:-[a-z0-9]{2,8})*?-(?:x-(?:selko|simple|easy|plain|ll|latt)\w*|simple)"
)


def is_plain(document: Document) -> bool:
    """Whether a page is a plain-language version: by its ``lang``, its address or its title."""
    declared = (document.meta.declared_lang or "").lower().replace("_", "-")
    if _TAG.fullmatch(declared) or is_plain_address(document.uri):
        return True
    titles = [document.meta.title or ""]
    titles += [b.text for b in document.blocks if b.kind is BlockKind.HEADING and b.level == 1][:1]
    return any(_TITLE.search(title.strip().lower()) for title in titles)


def is_plain_address(address: str) -> bool:
    """Whether an address names a plain-language version."""
    return _PATH.search(path_of(address).lower()) is not None


def is_plain_tag(tag: str) -> bool:
    """Whether a language tag names plain language: ``fi-x-selko``, ``sv-simple``."""
    return _TAG.fullmatch(tag.lower().replace("_", "-")) is not None
