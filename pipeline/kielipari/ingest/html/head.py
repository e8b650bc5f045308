"""What a page says of itself in its head: language versions, canonical address, dates."""

from collections.abc import Mapping

from kielipari.ingest.html.tokenizer import Attribute
from kielipari.ingest.source import Source
from kielipari.model import Alternate, BlockKind

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
    "og:site_name": BlockKind.OPEN_GRAPH,
    "twitter:title": BlockKind.OPEN_GRAPH,
    "twitter:description": BlockKind.OPEN_GRAPH,
    "twitter:image:alt": BlockKind.ALT,
    "og:image:alt": BlockKind.ALT,
}
_REPEATS = frozenset({"og:site_name", "twitter:title", "twitter:description", "twitter:image:alt"})
_META_KEPT = frozenset({"og:locale", "og:url", "content-language", "robots", "generator"})


class HeadFacts:
    """Collects what ``meta`` and ``link`` declare."""

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

    def meta(self, attributes: Mapping[str, Attribute]) -> tuple[BlockKind, Attribute, bool] | None:
        """Take a ``meta`` element; return the text in it that a reader meets, if any.

        The third value says whether the text counts only where nothing else says the same.
        """
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
            return _META_BLOCKS[name], content, name in _REPEATS
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

    def changed(self, date: str) -> None:
        """Take the date of the last change as JSON-LD gives it, the most express of all."""
        self._modified.setdefault(0, date)
