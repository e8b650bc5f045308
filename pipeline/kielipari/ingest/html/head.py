"""What a page says of itself in its head: language versions, canonical address, dates."""

import json
from collections.abc import Iterator, Mapping

from kielipari.ingest.html.tokenizer import Attribute
from kielipari.ingest.source import Source
from kielipari.model import Alternate, BlockKind

_DATES = ("dateModified", "dateUpdated")
_META_DATES = {
    "article:modified_time": 1,
    "last-modified": 2,
    "dcterms.modified": 2,
    "dc.date.modified": 2,
    "dc.modified": 2,
    "datemodified": 2,
    "revised": 3,
    "og:updated_time": 3,
}
_META_BLOCKS = {
    "description": BlockKind.DESCRIPTION,
    "og:title": BlockKind.OPEN_GRAPH,
    "og:description": BlockKind.OPEN_GRAPH,
    "og:image:alt": BlockKind.ALT,
}
_META_KEPT = frozenset({"og:locale", "og:url", "content-language", "robots", "generator"})
_LONGEST_JSON = 2_000_000


class HeadFacts:
    """Collects what ``meta``, ``link`` and JSON-LD declare."""

    def __init__(self, source: Source) -> None:
        """Begin with nothing known."""
        self._source = source
        self._modified: dict[int, str] = {}
        self.canonical: str | None = None
        self.alternates: list[Alternate] = []
        self.extra: list[tuple[str, str]] = []
        self.content_language: str | None = None

    @property
    def modified(self) -> str | None:
        """The date of the last change that the page declares most expressly."""
        return self._modified[min(self._modified)] if self._modified else None

    def meta(self, attributes: Mapping[str, Attribute]) -> tuple[BlockKind, Attribute] | None:
        """Take a ``meta`` element; return the text in it that a reader meets, if any."""
        name = next(
            (
                attributes[a].value.lower()
                for a in ("property", "name", "http-equiv", "itemprop")
                if a in attributes
            ),
            "",
        )
        content = attributes.get("content")
        if content is None:
            return None
        if name in _META_DATES:
            self._modified.setdefault(_META_DATES[name], content.value)
        elif name in _META_KEPT:
            self.extra.append((name, content.value))
            if name == "content-language":
                self.content_language = content.value
        elif name in _META_BLOCKS:
            return _META_BLOCKS[name], content
        return None

    def link(self, name: str, attributes: Mapping[str, Attribute]) -> None:
        """Take a ``link`` or ``base`` element."""
        href = attributes.get("href")
        if href is not None and name == "base":
            self.extra.append(("base", href.value))
        if href is None or "rel" not in attributes:
            return
        relations = attributes["rel"].value.lower().split()
        if "canonical" in relations:
            self.canonical = self.canonical or href.value
        if "alternate" in relations and "hreflang" in attributes:
            self.alternates.append(
                Alternate(attributes["hreflang"].value, href.value, self._source.place(href.start))
            )

    def json_ld(self, text: str) -> None:
        """Take the content of a JSON-LD script; one that is no JSON says nothing."""
        if len(text) > _LONGEST_JSON or not any(name in text for name in _DATES):
            return
        try:
            data = json.loads(text, strict=False)
        except (ValueError, RecursionError):
            return
        for node in _objects(data):
            for name in _DATES:
                value = node.get(name)
                if isinstance(value, str):
                    self._modified.setdefault(0, value)


def _objects(data: object) -> Iterator[Mapping[str, object]]:
    """Yield every object of a JSON value, the outer ones first."""
    waiting = [data]
    for value in waiting:
        if isinstance(value, dict):
            yield value
            waiting.extend(value.values())
        elif isinstance(value, list):
            waiting.extend(value)
