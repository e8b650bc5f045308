"""What is known of a text while it is being read: the values found, and what they have used up."""

from dataclasses import dataclass, field
from operator import attrgetter

from kielipari.values.lexicon import Lexicon
from kielipari.values.model import Value, ValueKind


@dataclass(slots=True)
class Draft:
    """A value in the making; a neighbour may still lend it a unit.

    ``number`` is the amount as written, without the unit; ``unit`` a CLDR unit, an ISO 4217
    code, a percent sign or a level of a reference, by ``kind``; ``led`` whether the word that
    says the level stands before the number.
    """

    kind: ValueKind
    start: int
    end: int
    key: tuple[str, ...]
    number: str = ""
    unit: str = ""
    certain: bool = True
    led: bool = False


@dataclass(slots=True)
class Scan:
    """A text being read."""

    text: str
    lexicon: Lexicon
    drafts: list[Draft] = field(default_factory=list)
    taken: bytearray = field(default_factory=bytearray)

    def __post_init__(self) -> None:
        self.taken = bytearray(len(self.text))

    def take(self, start: int, end: int) -> None:
        """Mark a stretch as read."""
        self.taken[start:end] = b"\1" * (end - start)

    def add(  # noqa: PLR0913 - a draft's fields
        self,
        kind: ValueKind,
        span: tuple[int, int],
        key: tuple[str, ...],
        number: str = "",
        *,
        unit: str = "",
        certain: bool = True,
        led: bool = False,
    ) -> None:
        """Add a value and mark its text as read."""
        start, end = span
        self.drafts.append(Draft(kind, start, end, key, number, unit, certain, led))
        self.taken[start:end] = b"\1" * (end - start)

    def free(self, start: int, end: int) -> bool:
        """Whether nothing has used the stretch up."""
        return not any(self.taken[start:end])

    def values(self) -> tuple[Value, ...]:
        """Return the finished values in the order of the text."""
        self.drafts.sort(key=attrgetter("start"))
        return tuple(
            Value(d.kind, d.start, d.end, d.key, self.text[d.start : d.end], d.number, d.certain)
            for d in self.drafts
        )
