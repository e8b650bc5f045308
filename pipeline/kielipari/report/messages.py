"""From a message's key and arguments to a sentence in Finnish, Swedish or English.

Nothing here raises for an unknown key or a missing argument: a check that says more than the
catalogue knows still gets a readable sentence.
"""

from collections.abc import Mapping
from functools import cache, cached_property
from importlib.resources import files
from string import Formatter
from typing import Final

from kielipari.model import Finding, Message
from kielipari.report.catalogue import CATALOGUE
from kielipari.report.options import LOCALES
from kielipari.report.plain import plain, shorten

Value = str | int | float | tuple[str, ...]

_LONGEST: Final = 90
_LANGUAGE_ARGUMENTS: Final = frozenset({"language", "found", "expected", "declared"})
_CATALOGUED_ARGUMENTS: Final = frozenset({"kind", "problem"})
_PERCENT: Final = 100


@cache
def _fields(template: str) -> frozenset[str]:
    return frozenset(name for _, name, _, _ in Formatter().parse(template) if name)


@cache
def _translations(locale: str) -> Mapping[tuple[str, str], str]:
    """Read a catalogue: (key, English template) → template; empty for English."""
    source = files("kielipari.report").joinpath(f"locale/{locale}/LC_MESSAGES/kielipari.po")
    if not source.is_file():
        return {}
    import polib  # noqa: PLC0415 - only reports in another language than English need it

    catalogue = polib.pofile(source.read_text(encoding="utf-8"))
    return {
        (entry.msgctxt or "", entry.msgid): entry.msgstr for entry in catalogue.translated_entries()
    }


class _Argument:
    """A value that a template may join with "or" (``{terms}``) or "and" (``{terms:and}``)."""

    def __init__(self, words: "Words", name: str, value: Value) -> None:
        self._words, self._name, self._value = words, name, value

    def __format__(self, style: str) -> str:
        return self._words.argument(self._name, self._value, style or "or")


class Words:
    """The voice of a report in one language."""

    def __init__(self, locale: str) -> None:
        """Speak ``locale``, or English where the catalogues do not hold it."""
        self.locale = locale if locale in LOCALES else "en"

    @cached_property
    def _names(self) -> Mapping[str, str]:
        from babel import Locale  # noqa: PLC0415 - loads CLDR data

        return {str(code): str(name) for code, name in Locale(self.locale).languages.items()}

    def language(self, code: str) -> str:
        """Return a language's name as it is written within a sentence."""
        return self._names.get(code.partition("-")[0].lower(), plain(code))

    def percent(self, share: float) -> str:
        """Write a share between 0 and 1 in whole per cents; only the whole is 100 %."""
        from babel.numbers import format_percent  # noqa: PLC0415 - loads CLDR data

        return format_percent(int(share * _PERCENT) / _PERCENT, locale=self.locale)

    def date(self, iso: str) -> str:
        """Write the day of a date given in ISO 8601."""
        from datetime import date  # noqa: PLC0415 - only where there are dates

        from babel.dates import format_date  # noqa: PLC0415 - loads CLDR data

        return format_date(date.fromisoformat(iso[:10]), format="long", locale=self.locale)

    def span(self, days: int) -> str:
        """Write a stretch of time in the largest unit that fits it: days, months, years."""
        from datetime import timedelta  # noqa: PLC0415 - only where there are dates

        from babel.dates import format_timedelta  # noqa: PLC0415 - loads CLDR data

        return format_timedelta(timedelta(days=days), threshold=1.2, locale=self.locale)

    def number(self, value: float) -> str:
        """Write a number as the language does, without grouping (it may be a year)."""
        from babel.numbers import format_decimal  # noqa: PLC0415 - loads CLDR data

        return format_decimal(value, locale=self.locale, group_separator=False)

    def join(self, parts: tuple[str, ...], style: str = "and") -> str:
        """Join with commas and the language's "and" or "or"."""
        from babel.lists import format_list  # noqa: PLC0415 - loads CLDR data

        if style == "or":
            return format_list(list(parts), style="or", locale=self.locale)
        return format_list(list(parts), locale=self.locale)

    def argument(self, name: str, value: Value, style: str = "or") -> str:
        """Write one argument of a message."""
        if isinstance(value, tuple):
            return self.join(tuple(self.argument(name, part) for part in value), style)
        if isinstance(value, int | float):
            return self.number(value)
        if name in _LANGUAGE_ARGUMENTS and value.partition("-")[0].lower() in self._names:
            return self.language(value)
        if name in _CATALOGUED_ARGUMENTS and self.knows(f"{name}.{value}"):
            return self.say(f"{name}.{value}")
        return shorten(plain(value), _LONGEST)

    def say(self, key: str, **arguments: Value) -> str:
        """Return the sentence of a key; the key itself, made readable, where there is none."""
        return self._sentence(key, arguments) or key.rpartition(".")[2].replace("-", " ")

    def knows(self, key: str) -> bool:
        """Whether the catalogue holds a key."""
        return key in CATALOGUE

    def count(self, key: str, number: int) -> str:
        """Return the sentence of a key for a number of things."""
        return self.say(f"{key}.{'one' if number == 1 else 'other'}", n=number)

    def title(self, slug: str) -> str:
        """Return what people call a rule."""
        known = self._sentence(f"{slug}.title", {})
        return known or (plain(slug.replace("-", " ")).capitalize() or "?")

    def message(self, message: Message, rule: str = "") -> str:
        """Return the sentence of a finding's message."""
        arguments = message.mapping()
        for key in dict.fromkeys((message.key, message.key.partition(".")[0], rule)):
            if key and (sentence := self._sentence(key, arguments)):
                return sentence
        title = self.title(message.key.partition(".")[0] or rule)
        sentence = self.say("unknown-message", title=title)
        details = ", ".join(
            f"{plain(name)} {self.argument(name, value)}" for name, value in message.args
        )
        return f"{sentence} ({details})" if details else sentence

    def suggestion(self, finding: Finding) -> str | None:
        """Return what the check itself suggests, or None."""
        if finding.suggestion is None:
            return None
        return self.message(finding.suggestion, f"{finding.rule}.todo")

    def action(self, finding: Finding) -> str:
        """Return what to do about a finding: the check's suggestion, else the rule's."""
        return self.suggestion(finding) or self._sentence(f"{finding.rule}.todo", {}) or ""

    def _sentence(self, key: str, arguments: Mapping[str, Value]) -> str:
        given = {name for name, value in arguments.items() if value not in ("", ())}
        for template in CATALOGUE.get(key, ()):
            if _fields(template) <= given:
                text = _translations(self.locale).get((key, template), template)
                return text.format_map(
                    {name: _Argument(self, name, arguments[name]) for name in _fields(template)}
                )
        return ""


@cache
def words(locale: str) -> Words:
    """Return the voice of a language, made once."""
    return Words(locale)
