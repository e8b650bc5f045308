"""What is known of a text while it is being read: the values found, and what they have used up."""

from dataclasses import dataclass
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


START = attrgetter("start")


class Scan:
    """A text being read.

    ``is_led`` says whether it has a word that tells what the number after it is.
    """

    __slots__ = ("drafts", "is_led", "lexicon", "taken", "text")

    def __init__(self, text: str, lexicon: Lexicon, *, is_led: bool) -> None:
        """Begin with nothing read."""
        self.text = text
        self.lexicon = lexicon
        self.is_led = is_led
        self.drafts: list[Draft] = []
        self.taken = bytearray(len(text))

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
        text = self.text
        self.drafts.sort(key=START)
        return tuple(
            [
                Value(d.kind, d.start, d.end, d.key, text[d.start : d.end], d.number, d.certain)
                for d in self.drafts
            ]
        )
