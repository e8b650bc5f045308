"""Everything that can go wrong on the user's side.

The tree::

    KielipariError              one sentence that says what is wrong and what to do next; exit code 2
    ├── UsageError              the command line asks for something that cannot be done
    ├── ConfigError             kielipari.toml or [tool.kielipari] is wrong
    ├── GlossaryError           a termbase cannot be read
    ├── InputError              a document cannot be read
    │   └── EmptyInputError     it can be read, and there is nothing in it
    └── StateError              a baseline, a history, a lexicon or another file of ours is not usable

A bad file among many is not raised to the top: the run collects it as a
:class:`kielipari.model.Problem` and goes on.
"""

__all__ = [
    "ConfigError",
    "EmptyInputError",
    "GlossaryError",
    "InputError",
    "KielipariError",
    "StateError",
    "UsageError",
]


class KielipariError(Exception):
    """A mistake that the user can mend; ``str()`` is one sentence, ``path`` the file it is about.

    The sentence does not repeat the path: whoever prints it puts the path in front.
    """

    def __init__(self, message: str, path: str | None = None, line: int | None = None) -> None:
        """Keep the sentence, the file and, where known, the line (counted from 1)."""
        super().__init__(message)
        self.message = message
        self.path = path
        self.line = line

    def __reduce__(self) -> tuple[type["KielipariError"], tuple[str, str | None, int | None]]:
        """Survive the way through a process pool."""
        return type(self), (self.message, self.path, self.line)


class UsageError(KielipariError):
    """The command line asks for something that cannot be done."""


class ConfigError(KielipariError):
    """The configuration has an unknown key, a wrong value or a syntax error."""


class GlossaryError(KielipariError):
    """A termbase cannot be read, or a row of it makes no sense."""


class InputError(KielipariError):
    """A document cannot be read."""


class EmptyInputError(InputError):
    """A document, or a folder, holds nothing to read."""


class StateError(KielipariError):
    """A file that an earlier run wrote is damaged or of another version."""
