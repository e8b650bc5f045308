"""M102, markup tags; and all rules on markup, placeholders and typography together."""

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from kielipari.checks import placeholders, typography
from kielipari.checks.base import (
    CANNOT_TELL,
    SATISFIED,
    Evidence,
    Example,
    Rule,
    Scope,
    Verdict,
    Violation,
)
from kielipari.checks.view import UnitView
from kielipari.model import Message, Origin, Severity

_TAG = re.compile(
    r"<(?P<close>/?)(?P<name>[A-Za-z](?:[A-Za-z0-9:_-]{0,40}[A-Za-z0-9_-])?|\d{1,3})"
    r"(?P<rest>(?:\s[^<>]{0,2000})?/?)>"
)
_ID = re.compile(r"\bid\s*=\s*[\"']?([\w.:-]{1,60})")
_IDENTIFIED = frozenset({"x", "g", "ph", "bx", "ex", "bpt", "ept", "it", "pc", "sc", "ec", "mrk"})
_VOID = frozenset(
    {"br", "hr", "img", "input", "wbr", "x", "ph", "bx", "ex", "meta", "link", "source"}
)
_LAYOUT = frozenset({"br", "wbr", "hr", "p", "div"})


class Tag(NamedTuple):
    """A tag: what is compared, its text and place; ``step`` is 1 for opening, -1 for closing."""

    key: str
    name: str
    step: int
    text: str
    start: int
    end: int


def markup_mismatch(view: UnitView) -> Iterator[Verdict]:
    """M102: the tags differ from the source's, or are not closed."""
    if not view.is_paired:
        return
    if "<" not in view.source.text and "<" not in view.target.text:
        if view.unit.origin is Origin.ALIGNED and any(
            segment.block.inlines for segment in (*view.unit.source, *view.unit.target)
        ):
            yield CANNOT_TELL  # a page's inline markup is read away, and may differ freely
        return
    source, target = tags(view.source.text), tags(view.target.text)
    if not source and not target:
        return
    ours, theirs = Counter(t.key for t in source), Counter(t.key for t in target)
    missing, extra = list((ours - theirs).elements()), list((theirs - ours).elements())
    if not missing and not extra:
        disorder = _disorder(target)
        if disorder is None or _disorder(source) is not None:
            yield SATISFIED
        else:
            yield Violation(
                Message.of("markup-mismatch", extra=(disorder.text,), missing=()),
                target=view.target.span(disorder.start, disorder.end),
                evidence=disorder.text,
            )
        return
    if all(_name(key) in _LAYOUT for key in (*missing, *extra)) and _disorder(target) is None:
        yield CANNOT_TELL  # a line or a paragraph may break elsewhere
        return
    lost = next((t for t in source if t.key in missing), None)
    added = next((t for t in target if t.key in extra), None)
    yield Violation(
        Message.of("markup-mismatch", missing=tuple(missing), extra=tuple(extra)),
        source=view.source.span(lost.start, lost.end) if lost else None,
        target=view.target.span(added.start, added.end) if added else view.target.span(),
        evidence=" ".join((*missing, *extra)),
    )


def tags(text: str) -> list[Tag]:
    """Return the tags of a text; attributes may be translated and are not compared."""
    found = []
    matches = list(_TAG.finditer(text))
    closed = {match["name"].lower() for match in matches if match["close"]}
    for match in matches:
        name = match["name"].lower()
        if "@" in match["rest"][:1] or (name not in closed and _is_words(name, match["rest"])):
            continue
        closing = bool(match["close"])
        empty = match["rest"].endswith("/") or name in _VOID
        identity = _ID.search(match["rest"]) if name in _IDENTIFIED else None
        key = f"<{match['close']}{name}{' id=' + identity[1] if identity else ''}>"
        step = -1 if closing else 0 if empty else 1
        found.append(Tag(key, name, step, match[0], match.start(), match.end()))
    return found


def _is_words(name: str, rest: str) -> bool:
    """Whether what looks like a tag that is never closed may be words in brackets: <not set>."""
    return (
        name.isalpha()
        and "=" not in rest
        and not rest.endswith("/")
        and name not in _VOID | _IDENTIFIED
        and name not in _elements()
    )


@cache
def _elements() -> frozenset[str]:
    from lxml.html import defs  # noqa: PLC0415 - only where there is an odd tag

    return frozenset(defs.tags)


def _name(key: str) -> str:
    return key.strip("</>").split(" ")[0]


def _disorder(found: list[Tag]) -> Tag | None:
    """Return the first tag that closes nothing, or else the first that is never closed."""
    stack: list[Tag] = []
    for tag in found:
        if tag.step > 0:
            stack.append(tag)
        elif tag.step < 0:
            if not stack or stack[-1].name != tag.name:
                return tag
            stack.pop()
    return stack[0] if stack else None


RULES: tuple[Rule, ...] = (
    *placeholders.RULES,
    Rule(
        code="M102",
        slug="markup-mismatch",
        severity=Severity.ERROR,
        scope=Scope.UNIT,
        what="A tag of the source is missing in the translation, is not closed, or is closed in "
        "the wrong order.",
        why="A link leads nowhere, half the page turns bold, or the file cannot be read at all.",
        how="Take the same tags over from the source and close them in the reverse order.",
        bad=(
            Example("Lue <b>lisää</b>", "Läs <b>mer"),
            Example('Lue <a href="/fi">ohje</a>', "Läs anvisningen"),
            Example("<b><i>Uutta</i></b>", "<b><i>Nytt</b></i>"),
            Example("Sinulla on <0>uusi viesti</0>", "Du har ett <0>nytt meddelande<0>"),
            Example("Du fick <x id='POINTS'/> poäng", "Sait pisteitä", "sv", "fi"),
        ),
        good=(
            Example("Lue <b>lisää</b>", "Läs <b>mer</b>"),
            Example('Lue <a href="/fi">ohje</a>', 'Läs <a href="/sv">anvisningen</a>'),
            Example("Ensin<br/>sitten", "Först<br>sedan"),
            Example("<p>Hae nyt.</p><p>Vastaamme pian.</p>", "<p>Ansök nu. Vi svarar snart.</p>"),
            Example("Jos n < 5 tai n > 7", "Om n < 5 eller n > 7"),
            Example("Tila: <tyhjä>", "Status: <tomt>"),
            Example("<Vastaus: {kysymys}>", "<Svar: {kysymys}>"),
            Example("<em>Hej</em> du", "Hei <em>sinä</em>", "sv", "fi"),
        ),
        check=markup_mismatch,
        needs=Evidence.SIGNS | Evidence.INLINES,
    ),
    *typography.RULES,
)
