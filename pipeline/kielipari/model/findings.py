"""What a check answers, and one defect with all that a report says of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """The consequence for the reader: misleads or is not there; confuses; is untidy."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    @property
    def rank(self) -> int:
        """0 for error, 1 for warning, 2 for info."""
        return list(Severity).index(self)


@dataclass(frozen=True, slots=True)
class Message:
    """A key of the message catalogue with its arguments; the words are found in ``report``."""

    key: str
    args: tuple[tuple[str, str | int | float | tuple[str, ...]], ...] = ()

    @classmethod
    def of(cls, key: str, **args: str | float | tuple[str, ...]) -> "Message":
        """Build a message from keyword arguments, kept in a fixed order."""
        return cls(key, tuple(sorted(args.items())))

    def mapping(self) -> Mapping[str, str | int | float | tuple[str, ...]]:
        """Return the arguments by name."""
        return dict(self.args)


@dataclass(frozen=True, slots=True)
class Side:
    """The place of a finding in one language: the whole segment, and the span meant within it."""

    path: str
    line: int
    column: int
    lang: str
    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Finding:
    """One defect. A side that the rule does not concern is None.

    ``evidence`` is the normalised text that the fingerprint is made of; ``pair`` and ``unit``
    say where in the run it belongs.
    """

    rule: str
    severity: Severity
    message: Message
    source: Side | None
    target: Side | None
    evidence: str
    suggestion: Message | None
    fingerprint: str
    pair: str = ""
    unit: str | None = None
    concept: str | None = None


class Outcome(StrEnum):
    """What a check can answer."""

    VIOLATED = "violated"
    SATISFIED = "satisfied"
    CANNOT_TELL = "cannot_tell"


@dataclass(frozen=True, slots=True)
class Suppressed:
    """A finding that a person has silenced, with the reason given."""

    finding: Finding
    reason: str


@dataclass(frozen=True, slots=True)
class Problem:
    """A file that could not be read, or a check that crashed; the rest of the run went on."""

    path: str
    message: str
    line: int | None = None
