"""W103, W104, W106: links and declarations between the language versions of a site."""

from collections.abc import Iterator

from kielipari.checks.base import (
    CANNOT_TELL,
    SATISFIED,
    Example,
    Rule,
    Scope,
    Span,
    Verdict,
    Violation,
)
from kielipari.checks.view import PairView, primary
from kielipari.model import (
    Block,
    BlockKind,
    Document,
    Message,
    Place,
    Segment,
    Severity,
    SourceMap,
)
from kielipari.site.links import folder_of

_FOLDER_IS_THERE = 2  # documents of the run in a folder, for a missing one to be missed


def link_to_other_language(view: PairView) -> Iterator[Verdict]:
    """W103: a link in the text leads to the other language though its page exists in this one."""
    for document, lang, is_source in _documents(view):
        told = set()
        for link in document.meta.links:
            uri = view.facts.find(document, link.href)
            if uri is None or link.switcher or uri in told:
                continue
            found = view.facts.languages.get(uri, lang)
            instead = view.facts.partners.get(uri)
            if found == lang:
                yield SATISFIED
            elif instead is None or (link.lang is not None and primary(link.lang) == found):
                yield CANNOT_TELL
            elif instead != document.uri:
                told.add(uri)
                yield _violation(
                    Message.of(
                        "link-to-other-language", href=link.href, found=found, instead=instead
                    ),
                    link.text or link.href,
                    link.place,
                    is_source=is_source,
                    evidence=link.href,
                )


def hreflang(view: PairView) -> Iterator[Verdict]:
    """W104: a page's declared language versions do not declare each other, or are not there."""
    for document, lang, is_source in _documents(view):
        alternates = document.meta.alternates
        if not alternates:
            continue
        if not any(_is_itself(a.lang, a.href, document, lang, view) for a in alternates):
            yield _violation(
                Message.of("hreflang.no-self-reference", lang=lang),
                f'hreflang="{alternates[0].lang}"',
                alternates[0].place,
                is_source=is_source,
                evidence="no-self-reference",
            )
        for alternate in alternates:
            uri = view.facts.find(document, alternate.href)
            if uri == document.uri or alternate.lang.lower() == "x-default":
                continue
            if uri is not None and document.uri in view.facts.alternates.get(uri, ()):
                yield SATISFIED
            elif uri is not None or _should_be_there(alternate.href, view):
                problem = "not-found" if uri is None else "not-reciprocal"
                yield _violation(
                    Message.of(f"hreflang.{problem}", href=alternate.href),
                    alternate.href,
                    alternate.place,
                    is_source=is_source,
                    evidence=f"{problem}\x1e{alternate.href}",
                )
            else:
                yield CANNOT_TELL


def language_switcher(view: PairView) -> Iterator[Verdict]:
    """W106: the link to the other language leads to another page than this one's counterpart."""
    if view.source is None or view.target is None or view.is_bitext:
        return
    for document, lang, is_source in _documents(view):
        other = view.target if is_source else view.source
        wanted = view.source_lang if lang == view.target_lang else view.target_lang
        leads = [
            (link, view.facts.find(document, link.href))
            for link in document.meta.links
            if link.switcher
        ]
        if any(uri == other.uri for _, uri in leads):
            yield SATISFIED
            continue
        wrong = next(
            (
                link
                for link, uri in leads
                if uri is not None and view.facts.languages.get(uri) == wanted
            ),
            None,
        )
        if wrong is not None:
            yield _violation(
                Message.of("language-switcher", href=wrong.href, instead=other.uri),
                wrong.text or wrong.href,
                wrong.place,
                is_source=is_source,
                evidence=wrong.href,
            )
        elif leads:
            yield CANNOT_TELL


def _documents(view: PairView) -> Iterator[tuple[Document, str, bool]]:
    if view.source is not None:
        yield view.source, view.source_lang, True
    if view.target is not None:
        yield view.target, view.target_lang, False


def _is_itself(code: str, href: str, document: Document, lang: str, view: PairView) -> bool:
    """Whether an alternate is the page's own: it leads here, or is of its language and unknown."""
    uri = view.facts.find(document, href)
    return uri == document.uri or (uri is None and primary(code) == lang)


def _should_be_there(href: str, view: PairView) -> bool:
    """Whether the run has other pages of the folder that an address names."""
    return view.facts.folders.get(folder_of(href), 0) >= _FOLDER_IS_THERE


def _violation(
    message: Message, text: str, place: Place, *, is_source: bool, evidence: str
) -> Violation:
    block = Block("link", BlockKind.LINK, text, source_map=SourceMap.at(place))
    span = Span(Segment(block, 0, len(text)), 0, len(text))
    return Violation(
        message,
        source=span if is_source else None,
        target=None if is_source else span,
        evidence=evidence,
    )


RULES = (
    Rule(
        code="W103",
        slug="link-to-other-language",
        severity=Severity.WARNING,
        scope=Scope.PAIR,
        what="A link in the text leads to a page in the other language, though the page exists in "
        "this one.",
        why="The reader lands on a page in a language that was not chosen.",
        how="Link to the page in the language of the text.",
        bad=(
            Example(
                '<p>Liput ostetaan <a href="../fi/kauppa.html">museokaupasta</a>.</p>',
                '<p>Biljetter köps i <a href="../fi/kauppa.html">museibutiken</a>.</p>',
            ),
        ),
        good=(
            Example(
                '<p>Liput ostetaan <a href="../fi/kauppa.html">museokaupasta</a>.</p>',
                '<p>Biljetter köps i <a href="../sv/kauppa.html">museibutiken</a>.</p>',
            ),
        ),
        check=link_to_other_language,
    ),
    Rule(
        code="W104",
        slug="hreflang",
        severity=Severity.WARNING,
        scope=Scope.PAIR,
        what="The language versions that a page declares (hreflang) do not declare it in turn, do "
        "not include the page itself, or are not there.",
        why="Search engines ignore declarations that do not agree, and show the wrong language.",
        how="Let every version name all versions, itself among them.",
        bad=(
            Example(
                '<link rel="alternate" hreflang="fi" href="../fi/museo.html">'
                '<link rel="alternate" hreflang="sv" href="../sv/museo.html">'
                "<h1>Museo</h1>",
                "<h1>Museet</h1>",
            ),
        ),
        good=(
            Example(
                '<link rel="alternate" hreflang="fi" href="../fi/museo.html">'
                '<link rel="alternate" hreflang="sv" href="../sv/museo.html">'
                "<h1>Museo</h1>",
                '<link rel="alternate" hreflang="fi" href="../fi/museo.html">'
                '<link rel="alternate" hreflang="sv" href="../sv/museo.html">'
                "<h1>Museet</h1>",
            ),
        ),
        check=hreflang,
    ),
    Rule(
        code="W106",
        slug="language-switcher",
        severity=Severity.WARNING,
        scope=Scope.PAIR,
        what="The language switcher leads to the front page or another page, not to the "
        "counterpart of this one.",
        why="Whoever changes the language has to find the page again.",
        how="Link to the page's own counterpart.",
        bad=(
            Example(
                '<a href="../sv/kauppa.html" hreflang="sv" lang="sv">På svenska</a><h1>Museo</h1>',
                '<a href="../fi/museo.html" hreflang="fi" lang="fi">Suomeksi</a><h1>Museet</h1>',
            ),
        ),
        good=(
            Example(
                '<a href="../sv/museo.html" hreflang="sv" lang="sv">På svenska</a><h1>Museo</h1>',
                '<a href="../fi/museo.html" hreflang="fi" lang="fi">Suomeksi</a><h1>Museet</h1>',
            ),
        ),
        check=language_switcher,
    ),
)
