"""What a shell completes beside commands and options: files, rules, and words of a list.

Without these a shell that knows our completion does not even complete file names any more.
"""

from collections.abc import Callable, Iterable

import click
from click.shell_completion import CompletionItem

Known = Callable[[], Iterable[tuple[str, str]]]
"""Gives words, each with what it stands for."""


class _Files(click.types.StringParamType):
    """A path as it is written; the shell completes it by itself."""

    name = "file"

    def shell_complete(
        self,
        ctx: click.Context,  # noqa: ARG002 click's signature
        param: click.Parameter,  # noqa: ARG002 the same
        incomplete: str,
    ) -> list[CompletionItem]:
        """Leave it to the shell."""
        return [CompletionItem(incomplete, type="file")]


class _Words(click.types.StringParamType):
    """Words of a list, several of them separated by commas; others are not refused here."""

    name = "word"

    def __init__(self, known: Known) -> None:
        self._known = known

    def shell_complete(
        self,
        ctx: click.Context,  # noqa: ARG002 click's signature
        param: click.Parameter,  # noqa: ARG002 the same
        incomplete: str,
    ) -> list[CompletionItem]:
        """Return the words that the last one may become."""
        before, comma, begun = incomplete.rpartition(",")
        return [
            CompletionItem(f"{before}{comma}{word}", help=about)
            for word, about in self._known()
            if word.startswith(begun)
        ]


def words(*known: str) -> click.types.StringParamType:
    """Return a type that completes these words."""
    return _Words(lambda: [(word, "") for word in known])


def _rules() -> list[tuple[str, str]]:
    from kielipari.checks import RULES  # noqa: PLC0415 keeps --help quick

    by_code = [(rule.code, rule.slug) for rule in RULES]
    return by_code + [(rule.slug, rule.code) for rule in RULES]


def _levels() -> list[tuple[str, str]]:
    from kielipari.config import FAIL_ON  # noqa: PLC0415 keeps --help quick

    return [(level, "") for level in FAIL_ON] + _rules()


def _pages() -> list[tuple[str, str]]:
    from kielipari import docs  # noqa: PLC0415 keeps --help quick

    return [(name, "") for name in docs.names()] + _rules()


FILE = _Files()
RULE = _Words(_rules)
LEVEL = _Words(_levels)
PAGE = _Words(_pages)
