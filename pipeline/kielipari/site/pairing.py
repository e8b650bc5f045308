"""Which documents are each other's language versions: declared, named, likely by what they say."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from kielipari.model import Document, Pair, Parity
from kielipari.site import claims
from kielipari.site.claims import Claims, Found
from kielipari.site.plain_language import is_plain
from kielipari.site.survey import SiteFacts

Similar = Callable[[Sequence[Document], Sequence[Document], Sequence[Document]], Iterable[Found]]
"""Pairs sources and targets that are left; the third are targets that are paired already."""

NONE = "none"
PLAIN = "plain-language"
_CLAIMED = 0.85  # how sure it is where one page's switcher leads, if the other's says nothing


@dataclass(frozen=True, slots=True)
class Match:
    """Two documents found to belong together, how, and how sure that is (0 to 1)."""

    source: Document
    target: Document
    found_by: str
    confidence: float
    parity: Parity | None = None


def pair_documents(  # noqa: PLR0913 the evidence for a pairing comes from many sides
    sources: Sequence[Document],
    targets: Sequence[Document],
    *,
    source_lang: str,
    target_lang: str,
    facts: SiteFacts,
    declared: Mapping[tuple[str, str], Parity] | None = None,
    parity: Callable[[Document], Parity] = lambda _: Parity.FULL,
    similar: Similar | None = None,
) -> tuple[Pair, ...]:
    """Pair the documents of two languages; those left over become one-sided pairs.

    The stronger evidence goes first: pairs the configuration declares (by uri or address),
    hreflang, paths that differ in the language alone, language switchers that lead to each other,
    numbers in addresses, switchers that nothing contradicts, and for the rest ``similar``, which
    compares contents. A document is in one pair
    only. Plain-language versions are paired with each other alone; one without a counterpart is
    a pointer, as it is written beside an ordinary page. The result is in the order of the
    sources, then of the targets nothing was found for.
    """
    languages = (source_lang, target_lang)
    matcher = _Matcher(sources, targets)
    matcher.take("declared", _declared(declared or {}, facts))
    for plain in (False, True):
        left = matcher.left(plain=plain)
        switchers = _agreed(claims.by_switcher, (0.97, _CLAIMED), left, languages, facts)
        for found_by, found in _evidence(*left, languages, facts, switchers):
            matcher.take(found_by, found, plain=plain)
        claimed = [one for one in switchers if one.confidence <= _CLAIMED]
        if similar is not None:
            claimed = _uncontradicted(claimed, matcher, similar, plain=plain)
        matcher.take("switcher", claimed, plain=plain)
        if similar is not None:
            left = matcher.left(plain=plain)
            if all(left):
                matcher.take("content", similar(*left, matcher.paired()), plain=plain)
    return tuple(
        Pair(
            id=f"p{number}",
            source_uri=source.uri if source else None,
            target_uri=target.uri if target else None,
            source_lang=source_lang,
            target_lang=target_lang,
            source=source,
            target=target,
            parity=_parity(match, source, target, parity, matcher.plain),
            found_by=_found_by(match, source or target, matcher.plain),
            confidence=match.confidence if match else 0.0,
        )
        for number, (source, target, match) in enumerate(matcher.rows(), 1)
    )


def _evidence(
    sources: Sequence[Document],
    targets: Sequence[Document],
    languages: tuple[str, str],
    facts: SiteFacts,
    switchers: Sequence[Found],
) -> Iterator[tuple[str, Iterable[Found]]]:
    """Yield what speaks for pairs, the stronger first."""
    yield "hreflang", _agreed(claims.by_hreflang, (0.99, 0.9), (sources, targets), languages, facts)
    yield "path", claims.by_path(sources, targets, languages)
    yield "switcher", (one for one in switchers if one.confidence > _CLAIMED)
    yield "number", claims.by_number(sources, targets, languages)


def _agreed(
    find: Callable[[Sequence[Document], str, SiteFacts], Claims],
    confidence: tuple[float, float],
    pages: tuple[Sequence[Document], Sequence[Document]],
    languages: tuple[str, str],
    facts: SiteFacts,
) -> list[Found]:
    """Return the pairs that claims make; ``confidence`` is that of mutual and of lone ones."""
    forward = claims.among(find(pages[0], languages[1], facts), pages[1])
    backward = claims.among(find(pages[1], languages[0], facts), pages[0])
    return list(claims.agreed(forward, backward, *confidence))


def _uncontradicted(
    claimed: Sequence[Found], matcher: "_Matcher", similar: Similar, *, plain: bool
) -> list[Found]:
    """Leave out claims on a page that what it says makes another page's, more surely."""
    sources, targets = matcher.left(plain=plain)
    free = {document.uri for document in (*sources, *targets)}
    claimed = [one for one in claimed if one.source in free and one.target in free]
    if not claimed or len(claimed) == max(len(sources), len(targets)):
        return claimed  # there is no page beside them that one of them could have missed
    fitting = [
        one for one in similar(sources, targets, matcher.paired()) if one.confidence > _CLAIMED
    ]
    by_source = {one.source: one.target for one in fitting}
    by_target = {one.target: one.source for one in fitting}
    return [
        one
        for one in claimed
        if by_source.get(one.source, one.target) == one.target
        and by_target.get(one.target, one.source) == one.source
    ]


class _Matcher:
    """Takes pairs in the order of their evidence; what is taken stays taken."""

    def __init__(self, sources: Sequence[Document], targets: Sequence[Document]) -> None:
        self._sources = {document.uri: document for document in sources}
        self._targets = {document.uri: document for document in targets}
        self.plain = frozenset(d.uri for d in (*sources, *targets) if is_plain(d))
        self._matches: dict[str, Match] = {}
        self._taken: set[str] = set()

    def take(
        self,
        found_by: str,
        pairs: Iterable[Found],
        *,
        plain: bool | None = None,
    ) -> None:
        """Match what is still free; with ``plain`` only pages of this kind."""
        for pair in pairs:
            first, second, confidence, declared = pair
            if first in self._matches or second in self._taken:
                continue
            source, target = self._sources.get(first), self._targets.get(second)
            if source is None or target is None:
                continue
            if plain is not None and not (first in self.plain) == (second in self.plain) == plain:
                continue
            self._matches[first] = Match(source, target, found_by, confidence, declared)
            self._taken.add(second)

    def left(self, *, plain: bool) -> tuple[list[Document], list[Document]]:
        """Return the pages of a kind that are still free."""
        return (
            [
                d
                for uri, d in self._sources.items()
                if uri not in self._matches and (uri in self.plain) == plain
            ],
            [
                d
                for uri, d in self._targets.items()
                if uri not in self._taken and (uri in self.plain) == plain
            ],
        )

    def paired(self) -> list[Document]:
        """Return the targets that have their counterpart."""
        return [document for uri, document in self._targets.items() if uri in self._taken]

    def rows(self) -> Iterator[tuple[Document | None, Document | None, Match | None]]:
        """Yield the pairs in order, those with one document last."""
        for uri, source in self._sources.items():
            match = self._matches.get(uri)
            yield source, match.target if match else None, match
        for uri, target in self._targets.items():
            if uri not in self._taken:
                yield None, target, None


def _declared(declared: Mapping[tuple[str, str], Parity], facts: SiteFacts) -> Iterator[Found]:
    for (first, second), parity in declared.items():
        yield Found(facts.uri(first), facts.uri(second), 1.0, parity)


def _parity(
    match: Match | None,
    source: Document | None,
    target: Document | None,
    configured: Callable[[Document], Parity],
    plain: frozenset[str],
) -> Parity:
    if match is not None and match.parity is not None:
        return match.parity
    document = source or target
    if document is None:
        return Parity.FULL
    if match is None and document.uri in plain:
        return Parity.POINTER
    return configured(document)


def _found_by(match: Match | None, document: Document | None, plain: frozenset[str]) -> str:
    if match is not None:
        return match.found_by
    return PLAIN if document is not None and document.uri in plain else NONE
