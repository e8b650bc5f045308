"""Which documents are each other's language versions, by declared pairs, hreflang and paths."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from kielipari.model import Document, Pair, Parity
from kielipari.site.paths import neutral_path
from kielipari.site.survey import SiteFacts


@dataclass(frozen=True, slots=True)
class Match:
    """Two documents found to belong together, how, and how sure that is (0 to 1)."""

    source: Document
    target: Document
    found_by: str
    confidence: float
    parity: Parity = Parity.FULL


def pair_documents(  # noqa: PLR0913 the evidence for a pairing comes from many sides
    sources: Sequence[Document],
    targets: Sequence[Document],
    *,
    source_lang: str,
    target_lang: str,
    facts: SiteFacts,
    declared: Mapping[tuple[str, str], Parity] | None = None,
    parity: Callable[[Document], Parity] = lambda _: Parity.FULL,
) -> tuple[Pair, ...]:
    """Pair the documents of two languages; those left over become one-sided pairs.

    The stronger evidence goes first: pairs the configuration declares (by uri), hreflang, then
    paths that differ in the language alone. A document is in one pair only. The result is in
    the order of the sources, then of the targets nothing was found for.
    """
    matches: dict[str, Match] = {}
    taken: set[str] = set()
    by_uri = {document.uri: document for document in targets}
    languages = (source_lang, target_lang)
    finders: tuple[Callable[[Document], Match | None], ...] = (
        lambda s: _declared(s, by_uri, declared or {}),
        lambda s: _hreflang(s, by_uri, target_lang, facts),
        _by_path(targets, languages),
    )
    for finder in finders:
        for source in sources:
            if source.uri in matches:
                continue
            match = finder(source)
            if match is not None and match.target.uri not in taken:
                matches[source.uri] = match
                taken.add(match.target.uri)
    rows = _rows(sources, targets, matches, taken)
    return tuple(
        Pair(
            id=f"p{number}",
            source_uri=source.uri if source else None,
            target_uri=target.uri if target else None,
            source_lang=source_lang,
            target_lang=target_lang,
            source=source,
            target=target,
            parity=_parity(match, source or target, parity),
            found_by=match.found_by if match else "none",
            confidence=match.confidence if match else 0.0,
        )
        for number, (source, target, match) in enumerate(rows, 1)
    )


def _parity(
    match: Match | None, document: Document | None, configured: Callable[[Document], Parity]
) -> Parity:
    if match is not None and match.found_by == "declared":
        return match.parity
    return configured(document) if document is not None else Parity.FULL


def _rows(
    sources: Sequence[Document],
    targets: Sequence[Document],
    matches: Mapping[str, Match],
    taken: Iterable[str],
) -> Iterator[tuple[Document | None, Document | None, Match | None]]:
    for source in sources:
        match = matches.get(source.uri)
        yield source, match.target if match else None, match
    left = set(taken)
    for target in targets:
        if target.uri not in left:
            yield None, target, None


def _declared(
    source: Document,
    targets: Mapping[str, Document],
    declared: Mapping[tuple[str, str], Parity],
) -> Match | None:
    for (first, second), parity in declared.items():
        if first == source.uri and second in targets:
            return Match(source, targets[second], "declared", 1.0, parity)
    return None


def _hreflang(
    source: Document, targets: Mapping[str, Document], lang: str, facts: SiteFacts
) -> Match | None:
    for alternate in source.meta.alternates:
        if alternate.lang.split("-")[0].lower() == lang:
            uri = facts.addresses.get(alternate.href, "")
            if uri in targets:
                return Match(source, targets[uri], "hreflang", 0.99)
    return None


def _by_path(
    targets: Sequence[Document], languages: tuple[str, str]
) -> Callable[[Document], Match | None]:
    paths: dict[str, Document] = {}
    for target in targets:
        paths.setdefault(neutral_path(target.uri, languages), target)

    def find(source: Document) -> Match | None:
        target = paths.get(neutral_path(source.uri, languages))
        return Match(source, target, "path", 0.95) if target is not None else None

    return find
