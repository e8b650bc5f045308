"""M101, M103: placeholders that a program fills in, and plural forms."""

import re
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from kielipari.checks import icu
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
from kielipari.checks.view import SideView, UnitView
from kielipari.languages.plurals import category_in_key, plural_categories, plural_forms
from kielipari.model import InlineKind, Message, Severity, Unit

_SIGN = re.compile(r"[%{@$!]")
_PLACEHOLDER = re.compile(
    r"(?P<double>\{\{\{?\s{0,5}-?\s{0,5}(?P<double_name>[\w.$-]{1,60})(?:\s{0,5},[^{}]{0,80})?\s{0,5}\}?\}\})"
    r"|(?P<dollar>[$%#]\{\s{0,5}(?P<dollar_name>[\w.-]{1,60})\s{0,5}\})"
    r"|(?P<nested>\$t\((?P<nested_name>[\w.:-]{1,80})[^()]{0,80}\))"
    r"|(?P<brace>\{(?P<brace_name>[\w.\[\]-]{0,60})(?:![rsa])?(?:[:,][^{}]{0,200})?\})"
    r"|(?P<named>%\((?P<named_name>[\w.-]{1,60})\)[-+#0 ]{0,3}\d{0,4}(?:\.\d{1,3})?[a-zA-Z])"
    r"|(?P<printf>(?<!\d)(?<!\d[\s\u00a0])%(?:(?P<position>\d{1,3})\$)?[-+#0]{0,3}\d{0,4}(?:\.\d{1,3})?"
    r"(?:hh|h|ll|l|L|q|j|z|t)?(?P<type>[diouxXeEfFgGcsra@])(?![^\W\d_]))"
    r"|(?P<drupal>(?<![\w@%!.&/=])(?<!\d[\s\u00a0])[@%!][a-z][a-zA-Z0-9_-]{1,40}(?!\w|\.\w))"
)
_NUMERIC = frozenset("diouxXeEfFgG")
_PRINTF_FLAGS = ("python-format", "c-format", "php-format", "java-printf-format", "objc-format")


class Placeholder(NamedTuple):
    """A placeholder: what it is (``key``), its text, where, and whether a count stands for it."""

    key: str
    text: str
    start: int
    end: int


def placeholder_mismatch(view: UnitView) -> Iterator[Verdict]:
    """M101: the target lacks a placeholder of the source, or has one that the source lacks."""
    if not view.is_paired:
        return
    flags = view.unit.flags
    try:
        source, target = _placeholders(view.source, flags), _placeholders(view.target, flags)
    except icu.IcuError:
        yield CANNOT_TELL  # that it is invalid is another rule's finding
        return
    if not source and not target:
        return
    missing, extra = _difference(source, target)
    missing, extra = _without_words(view, missing, extra)
    if _is_singular(view.unit) and all(_may_be_a_count(p) for p in (*missing, *extra)):
        missing, extra = [], []  # "one file": a singular need not say the number
    if not extra and missing and all(",choice," in p.text for p in missing):
        yield CANNOT_TELL  # endings of one language, which the other may not need
        return
    if not missing and not extra:
        yield SATISFIED
        return
    instead = missing[0].text if len(missing) == len(extra) == 1 else None
    yield Violation(
        Message.of(
            "placeholder-mismatch",
            missing=tuple(p.text for p in missing),
            extra=tuple(p.text for p in extra),
        ),
        source=view.source.span(missing[0].start, missing[0].end) if missing else None,
        target=view.target.span(extra[0].start, extra[0].end) if extra else view.target.span(),
        evidence=" ".join(p.text for p in (*missing, *extra)),
        suggestion=Message.of("write", text=instead) if instead else None,
    )


def _placeholders(side: SideView, flags: tuple[str, ...]) -> list[Placeholder]:
    text = side.text
    found = _inline(side)
    if not _SIGN.search(text):
        return found
    if icu.is_complex(text):
        wanted = sorted(icu.names(icu.parse(text)))
        return found + [
            Placeholder(f"brace:{name}", f"{{{name}}}", 0, len(text)) for name in wanted
        ]
    serial = 0
    for match in _PLACEHOLDER.finditer(text):
        style = match.lastgroup or ""
        style = next(name for name in _STYLES if match[name] is not None) if style else style
        if style == "printf":
            if any(flag.startswith("no-") and flag.endswith("-format") for flag in flags):
                continue
            serial += 1
            kind = "number" if match["type"] in _NUMERIC else "text"
            key = f"%{match['position'] or serial}${kind}"
        elif style == "drupal":
            if any(flag in _PRINTF_FLAGS or flag.startswith("no-") for flag in flags):
                continue
            key = match[0]
        else:
            name = match[f"{style}_name"]
            if style == "brace" and not name and match[0] != "{}":
                continue
            key = f"{style}:{name}"
            if key == "brace:":
                serial += 1
                key = f"brace:{serial}"
        found.append(Placeholder(key, match[0], match.start(), match.end()))
    return found


_STYLES = ("double", "dollar", "nested", "brace", "named", "printf", "drupal")


def _inline(side: SideView) -> list[Placeholder]:
    """Return the placeholders that the file's own markup declares (XLIFF's x and ph)."""
    found = []
    for segment in side.segments:
        for inline in segment.block.inlines:
            if (
                inline.kind is InlineKind.PLACEHOLDER
                and segment.start <= inline.start < segment.end
            ):
                text = segment.block.text[inline.start : inline.end]
                if not _PLACEHOLDER.fullmatch(text) and not text.startswith("<"):
                    start = inline.start - segment.start
                    found.append(Placeholder(text, text, start, start + len(text)))
    return found


def _difference(
    source: list[Placeholder], target: list[Placeholder]
) -> tuple[list[Placeholder], list[Placeholder]]:
    """Return what is missing and what is extra; a named one may be used more or less often."""
    ours, theirs = Counter(p.key for p in source), Counter(p.key for p in target)
    missing = [p for p in source if p.key not in theirs]
    extra = [p for p in target if p.key not in ours]
    return _once(missing), _once(extra)


def _without_words(
    view: UnitView, missing: list[Placeholder], extra: list[Placeholder]
) -> tuple[list[Placeholder], list[Placeholder]]:
    """Leave out a word with a sign before it that is translated: "@kaikki" and "@alla"."""
    if view.source.text.count("@") != view.target.text.count("@"):
        return missing, extra
    return [p for p in missing if not _is_word(p, view.source)], [
        p for p in extra if not _is_word(p, view.target)
    ]


def _is_word(placeholder: Placeholder, side: SideView) -> bool:
    """Whether what looks like a placeholder is a word of the text's language, with a sign."""
    return placeholder.key.startswith("@") and side.language.accepts(placeholder.key[1:])


def _is_singular(unit: Unit) -> bool:
    """Whether a unit is the form for one thing, as its index or its key says: "file.count_one"."""
    return unit.plural == 0 or category_in_key(unit.key) == "one"


def _once(placeholders: list[Placeholder]) -> list[Placeholder]:
    return list({p.key: p for p in reversed(placeholders)}.values())[::-1]


def _may_be_a_count(placeholder: Placeholder) -> bool:
    return (
        placeholder.key.endswith("$number")
        or re.search(r"count|num|total|%\(\w+\)d|^\{\d?\}$|määrä|antal|\bn\b", placeholder.text)
        is not None
    )


def invalid_plural(view: UnitView) -> Iterator[Verdict]:
    """M103: a plural form too many or too few, or a plural that ICU would refuse."""
    index = view.unit.plural
    if index is not None and view.unit.missing_key:
        yield Violation(
            Message.of("invalid-plural", found=index, expected=plural_forms(view.target.lang)),
            source=view.source.span(),
            evidence=f"{view.source.text}\x1e{index}",
        )
        return
    if not view.target:
        return
    if index is not None:
        expected = plural_forms(view.target.lang)
        if not expected:
            yield CANNOT_TELL
        elif index >= expected:
            yield Violation(
                Message.of("invalid-plural", found=index + 1, expected=expected),
                target=view.target.span(),
            )
        else:
            yield SATISFIED
    if not (icu.is_complex(view.target.text) or icu.is_complex(view.source.text)):
        return
    try:
        arguments = icu.parse(view.target.text)
    except icu.IcuError as error:
        try:
            icu.parse(view.source.text)
        except icu.IcuError:
            yield CANNOT_TELL  # not ICU on either side
            return
        yield Violation(Message.of("invalid-plural", problem=str(error)), target=view.target.span())
        return
    known = {*plural_categories(view.target.lang), "zero"}
    strange = sorted(
        selector
        for argument in icu.plurals(arguments)
        for selector in argument.branches
        if not selector.startswith("=") and selector not in known
    )
    if strange:
        yield Violation(
            Message.of("invalid-plural", problem="category", forms=tuple(strange)),
            target=view.target.span(),
        )
    else:
        yield SATISFIED


RULES = (
    Rule(
        code="M101",
        slug="placeholder-mismatch",
        severity=Severity.ERROR,
        scope=Scope.UNIT,
        what="A placeholder of the source is missing in the translation, renamed, or there is one "
        "that the source does not have.",
        why="The program shows the bare placeholder, leaves a gap, or stops with an error.",
        how="Copy the placeholder from the source letter by letter; its place in the sentence is "
        "free.",
        bad=(
            Example("Hei {nimi}", "Hej {namn}"),
            Example("%(count)d hakemusta", "Flera ansökningar"),
            Example("Tervetuloa, {{ firstName }}!", "Välkommen, {{ förnamn }}!"),
            Example("Tiedosto %s poistettiin", "Filen togs bort"),
            Example("Hei @user", "Hej @användare"),
            Example("Sivu %1$s/%2$s", "Sida %1$s/%3$s"),
            Example(
                "{count, plural, one {# hakemus} other {# hakemusta}}",
                "{antal, plural, one {# ansökan} other {# ansökningar}}",
            ),
            Example("Sida {0} av {1}", "Sivu {0}", "sv", "fi"),
        ),
        good=(
            Example("%1$s klo %2$s", "kl. %2$s den %1$s"),
            Example("{nimi} ({count})", "{count}: {nimi}"),
            Example("Hei {{nimi}}", "Hej {{ nimi }}"),
            Example("{0,number,integer} hakemus{0,choice,0#ta|1#|1<ta}", "{0,number,integer} st."),
            Example(
                "{count, plural, one {# hakemus} other {# hakemusta}}",
                "{count, plural, =0 {Inga ansökningar} one {# ansökan} other {# ansökningar}}",
            ),
            Example("Alennus on 50 % hinnasta", "Rabatten är 50 % av priset"),
            Example("Kirjoita: info@kunta.example", "Skriv till info@kunta.example"),
            Example("Hej %(name)s", "Hei %(name)s", "sv", "fi"),
            Example("Kirjoita @kaikki viestiin", "Skriv @alla i meddelandet", note="a word"),
        ),
        check=placeholder_mismatch,
        needs=Evidence.SIGNS | Evidence.INLINES,
    ),
    Rule(
        code="M103",
        slug="invalid-plural",
        severity=Severity.ERROR,
        scope=Scope.UNIT,
        what="There are more or fewer plural forms than the language has, or the plural is not valid ICU "
        "MessageFormat: a brace is missing, there is no “other”, a category is not the language's.",
        why="The program cannot choose a form, and shows none or the raw text.",
        how="Finnish and Swedish have two forms, one and other; write both and close the braces.",
        bad=(
            Example(
                "{count, plural, one {# päivä} other {# päivää}}",
                "{count, plural, one {# dag} other {# dagar}",
            ),
            Example(
                "{count, plural, one {# päivä} other {# päivää}}",
                "{count, plural, one {# dag} few {# dagar}}",
            ),
            Example(
                "{count, plural, one {# dag} other {# dagar}}",
                "{count, plural, one {# päivä} few {# päivää} other {# päivää}}",
                "sv",
                "fi",
            ),
        ),
        good=(
            Example(
                "{count, plural, one {# päivä} other {# päivää}}",
                "{count, plural, =1 {en dag} one {# dag} other {# dagar}}",
            ),
            Example(
                "{gender, select, female {Hänen} other {Hänen}} tilinsä",
                "{gender, select, female {Hennes} other {Hens}} konto",
            ),
        ),
        check=invalid_plural,
        needs=Evidence.SIGNS | Evidence.PLURAL,
    ),
)
