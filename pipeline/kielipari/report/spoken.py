"""The words of a page that can change its language: written once, translated in a table.

Every text of the interface carries a number; the page's script swaps the texts by number from
the table. Without the script the page stays in the language it was made in.
"""

import json
from collections.abc import Callable

from markupsafe import Markup

from kielipari.model import Finding
from kielipari.report.messages import Value, Words, words
from kielipari.report.options import LOCALES


class Spoken:
    """Collects the texts of a page in all languages of :data:`LOCALES`."""

    def __init__(self, locale: str) -> None:
        """Write the page in ``locale`` and keep the other languages beside it."""
        self.main = words(locale)
        self._voices = tuple(words(name) for name in LOCALES)
        self._numbers: dict[tuple[str, ...], int] = {}
        self._said: dict[tuple[str, object], Markup] = {}

    def _number(self, texts: tuple[str, ...]) -> int:
        return self._numbers.setdefault(texts, len(self._numbers))

    def _here(self, texts: tuple[str, ...]) -> str:
        return texts[LOCALES.index(self.main.locale)]

    def _texts(self, key: str, arguments: dict[str, Value]) -> tuple[str, ...]:
        return tuple(voice.say(key, **arguments) for voice in self._voices)

    def span(self, texts: tuple[str, ...]) -> Markup:
        """Return the text in the page's language within an element that can be swapped."""
        return Markup("<span data-i={}>{}</span>").format(self._number(texts), self._here(texts))

    def say(self, key: str, **arguments: Value) -> Markup:
        """Return a sentence of the interface."""
        if arguments:
            return self.span(self._texts(key, arguments))
        return self._once((key, "say"), lambda: self.span(self._texts(key, {})))

    def say_count(self, key: str, number: int) -> Markup:
        """Return a sentence of the interface for a number of things."""
        return self._once(
            (key, number),
            lambda: self.span(tuple(voice.count(key, number) for voice in self._voices)),
        )

    def _once(self, key: tuple[str, object], make: Callable[[], Markup]) -> Markup:
        """Make a text that stands in many places only once."""
        if key not in self._said:
            self._said[key] = make()
        return self._said[key]

    def percent(self, share: float) -> Markup:
        """Return a share in whole per cents."""
        return self.span(tuple(voice.percent(share) for voice in self._voices))

    def option(self, key: str, **arguments: Value) -> Markup:
        """Return the attribute and the text of an element that holds only text (``option``)."""
        return self._bare(self._texts(key, arguments))

    def title_option(self, slug: str) -> Markup:
        """Return a rule's name for an ``option``."""
        return self._bare(tuple(voice.title(slug) for voice in self._voices))

    def _bare(self, texts: tuple[str, ...]) -> Markup:
        return Markup(" data-i={}>{}").format(self._number(texts), self._here(texts))

    def attribute(self, name: str, key: str, **arguments: Value) -> Markup:
        """Return an attribute in the page's language that can be swapped."""

        def make() -> Markup:
            texts = self._texts(key, arguments)
            number = self._number(texts)
            return Markup('{0}="{1}" data-i-{0}={2}').format(name, self._here(texts), number)

        return make() if arguments else self._once((key, name), make)

    def title(self, slug: str) -> Markup:
        """Return what people call a rule."""
        return self._once(
            (slug, "title"),
            lambda: self.span(tuple(voice.title(slug) for voice in self._voices)),
        )

    def message(self, finding: Finding) -> Markup:
        """Return a finding's message."""
        return self.span(
            tuple(voice.message(finding.message, finding.rule) for voice in self._voices)
        )

    def action(self, finding: Finding) -> Markup:
        """Return what to do about a finding; empty where nobody says."""
        texts = tuple(voice.action(finding) for voice in self._voices)
        return self.span(texts) if any(texts) else Markup()

    def each(self, sentence: Callable[[Words], str]) -> Markup:
        """Return a text that a function makes for each language."""
        return self.span(tuple(sentence(voice) for voice in self._voices))

    def language(self, code: str, *, within: bool = False) -> Markup:
        """Return the name of a language, with a capital as a heading has it, or within a line."""

        def name(voice: Words) -> str:
            called = voice.language(code) if code else ""
            return called if within else called[:1].upper() + called[1:]

        return self._once((code, f"language {within}"), lambda: self.each(name))

    def knows(self, key: str) -> bool:
        """Whether the catalogue holds a key."""
        return self.main.knows(key)

    def raw(self, locale: str, key: str, **arguments: Value) -> str:
        """Return a sentence in one language, unmarked."""
        return words(locale).say(key, **arguments)

    def table(self) -> Markup:
        """Return the table as JSON that may stand within a ``script`` element."""
        by_language = {
            name: [texts[index] for texts in self._numbers] for index, name in enumerate(LOCALES)
        }
        written = json.dumps(by_language, ensure_ascii=False, separators=(",", ":"))
        return Markup(  # noqa: S704 - every character that HTML knows is escaped as JSON
            written.replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e")
        )
