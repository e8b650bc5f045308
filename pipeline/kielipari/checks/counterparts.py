"""D107, D108: a file that is linked on one side only, a key that one file lacks."""

from collections.abc import Iterator, Sequence
from pathlib import PurePosixPath
from typing import NamedTuple

from babel import Locale

from kielipari.checks.base import (
    CANNOT_TELL,
    SATISFIED,
    Evidence,
    Example,
    Rule,
    Scope,
    Span,
    Verdict,
    Violation,
)
from kielipari.checks.intended import key_names, says_both
from kielipari.checks.view import PairView, UnitView
from kielipari.model import (
    Block,
    BlockKind,
    Document,
    Message,
    Origin,
    Parity,
    Place,
    Relation,
    Segment,
    Severity,
    SourceMap,
)
from kielipari.site.links import file_name
from kielipari.site.paths import language_in_path, neutral_path

_ATTACHMENTS = frozenset(
    {".pdf", ".doc", ".docx", ".odt", ".rtf", ".xls", ".xlsx", ".ods", ".ppt", ".pptx", ".odp"}
    | {".zip", ".epub", ".ics"}
)
_STEM = (
    4  # letters that the forms of a language's name share: suomi, suomeksi; finska, finskspråkig
)


class Attachment(NamedTuple):
    """A linked file: its address, its name without a language, the link's text and place.

    ``lang`` is the language that its name gives, ``around`` the paragraph that the link stands in.
    """

    href: str
    name: str
    text: str
    place: Place
    lang: str | None = None
    around: str = ""


def missing_attachment(view: PairView) -> Iterator[Verdict]:
    """D107: a file is linked on one side, and the other links none, or that of the first side."""
    if (
        view.source is None
        or view.target is None
        or view.is_bitext
        or view.parity is not Parity.FULL
        or view.relation is Relation.UNRELATED
    ):
        return
    languages = (view.source_lang, view.target_lang)
    source = _attachments(view.source, languages)
    target = _attachments(view.target, languages)
    for here, there, is_source in ((source, target, True), (target, source, False)):
        left, matched = _left_over(here, there)
        yield from (SATISFIED for _ in range(matched))
        for attachment in left:
            message = Message.of(
                "missing-attachment", name=attachment.text or attachment.href, href=attachment.href
            )
            yield _violation(message, attachment, is_source=is_source)
        own, other = languages if is_source else languages[::-1]
        for attachment in here:
            if attachment.lang == other and attachment not in left and not _tells(attachment, own):
                message = Message.of(
                    "missing-attachment.language",
                    name=attachment.text or attachment.href,
                    language=other,
                )
                yield _violation(message, attachment, is_source=is_source)


def _violation(message: Message, attachment: Attachment, *, is_source: bool) -> Violation:
    text = attachment.text or attachment.href
    block = Block("link", BlockKind.LINK, text, source_map=SourceMap.at(attachment.place))
    span = Span(Segment(block, 0, len(text)), 0, len(text))
    return Violation(
        message,
        source=span if is_source else None,
        target=None if is_source else span,
        evidence=attachment.href,
    )


def _tells(attachment: Attachment, lang: str) -> bool:
    """Whether the link, or the text around it, says in which language the file is."""
    names = Locale(lang).languages
    called = str(names.get(attachment.lang or "", ""))[:_STEM]
    words = f"{attachment.text} {attachment.around}".lower().replace("(", " ").split()
    return any(
        word.strip(").,") == attachment.lang or (called and word.startswith(called))
        for word in words
    )


def _left_over(
    here: Sequence[Attachment], there: Sequence[Attachment]
) -> tuple[list[Attachment], int]:
    """Return what of one side has no counterpart, and how many have: by name, else in order."""
    names = [attachment.name for attachment in there]
    left = []
    for attachment in here:
        if attachment.name in names:
            names.remove(attachment.name)
        else:
            left.append(attachment)
    # Names are translated too: as many as are over on the other side may be these.
    spare = min(len(names), len(left))
    return left[spare:], len(here) - len(left) + spare


def _attachments(document: Document, languages: Sequence[str]) -> tuple[Attachment, ...]:
    found: dict[str, Attachment] = {}
    links = [(link.href, link.text, link.place) for link in document.meta.links]
    around: dict[str, str] = {}
    for block in document.blocks:
        for inline in block.inlines:
            if inline.href:
                text = block.text[inline.start : inline.end]
                links.append((inline.href, text, block.place(inline.start)))
                around.setdefault(inline.href, block.text)
    for href, text, place in links:
        name = file_name(href)
        if PurePosixPath(name).suffix in _ATTACHMENTS and href not in found:
            lang = language_in_path(name, languages)
            neutral = neutral_path(name, languages)
            found[href] = Attachment(href, neutral, text, place, lang, around.get(href, ""))
    return tuple(found.values())


def missing_key(view: UnitView) -> Iterator[Verdict]:
    """D108: of two files that are paired by their keys, one lacks this key."""
    if view.unit.origin is not Origin.KEY:
        return
    if not view.unit.missing_key:
        yield SATISFIED
        return
    is_source = bool(view.unit.source)
    side = view.source if is_source else view.target
    lacking = view.target.lang if is_source else view.source.lang
    if (
        key_names(view.unit.key or "", lacking)
        or not any(c.isalpha() for c in side.prose)
        or says_both(side.prose, side.lang, lacking, view.analysers)
    ):
        yield CANNOT_TELL  # it is in that language already, or in none
        return
    yield Violation(
        Message("missing-key", (("key", view.unit.key or view.unit.id), ("language", lacking))),
        source=side.span() if is_source else None,
        target=None if is_source else side.span(),
        evidence=view.unit.key or view.unit.id,
    )


RULES = (
    Rule(
        code="D107",
        slug="missing-attachment",
        severity=Severity.WARNING,
        scope=Scope.PAIR,
        what="A form or another file is linked on the page in one language, and the other page "
        "links none in its place, or the file that is in the other language without saying so.",
        why="Readers of the other language cannot get at the form.",
        how="Link the file in the other language, or the same one with a note on its language.",
        bad=(
            Example(
                '<p>Täytä <a href="hakemus.pdf">hakemuslomake</a> ajoissa.</p>',
                "<p>Fyll i ansökningsblanketten i tid.</p>",
            ),
        ),
        good=(
            Example(
                '<p>Täytä <a href="hakemus.pdf">hakemuslomake</a> ajoissa.</p>',
                '<p>Fyll i <a href="ansokan.pdf">ansökningsblanketten</a> i tid.</p>',
            ),
        ),
        check=missing_attachment,
    ),
    Rule(
        code="D108",
        slug="missing-key",
        severity=Severity.ERROR,
        scope=Scope.UNIT,
        what="One of two files that are paired by their keys lacks a key of the other.",
        why="The reader sees the other language, the bare key, or nothing at all.",
        how="Add the key with its translation, or remove it from the other file.",
        bad=(Example("avaa = Avaa kartta\nsulje = Sulje kartta", "avaa = Öppna kartan"),),
        good=(
            Example(
                "avaa = Avaa kartta\nsulje = Sulje kartta",
                "sulje = Stäng kartan\navaa = Öppna kartan",
            ),
        ),
        check=missing_key,
        needs=Evidence.KEY,
    ),
)
