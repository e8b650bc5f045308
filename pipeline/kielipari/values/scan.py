"""What is known of a text while it is being read: the values found, and what they have used up."""

from operator import attrgetter

from kielipari.values.lexicon import Lexicon
from kielipari.values.model import Value, ValueKind

_LONGEST_CLOCK_WORD = 14
_LONGEST_WORD = 26  # before a number; a compound that leads a reference is no longer
START = attrgetter("start")


class Scan:
    """A text being read.

    ``found`` are the values so far. ``units`` tells by where a value starts what it may lend a
    neighbour: a CLDR unit, an ISO 4217 code, a percent sign or a level of a reference, by its
    kind, or the letter after a number that stands alone; ``led`` are the starts of those whose
    level is said before the number. ``is_led`` says whether the text has a word that does so.
    """

    __slots__ = ("found", "is_led", "led", "lexicon", "taken", "text", "units")

    def __init__(self, text: str, lexicon: Lexicon, *, is_led: bool) -> None:
        """Begin with nothing read."""
        self.text = text
        self.lexicon = lexicon
        self.is_led = is_led
        self.found: list[Value] = []
        self.units: dict[int, str] = {}
        self.led: set[int] = set()
        self.taken = bytearray(len(text))

    def lead(self, start: int) -> str:
        """Return the word that a space parts from ``start``, in lower case, if one may lead there."""
        if not (self.is_led and start):
            return ""
        text, earliest = self.text, max(0, start - _LONGEST_WORD)
        begin = text.rfind(" ", earliest, start - 1) + 1
        return text[begin : start - 1].rstrip(".").lower() if begin or not earliest else ""

    def follows_clock_word(self, start: int) -> bool:
        """Whether a word that announces a time stands before a place: klo, Kl."""
        before = self.text[max(0, start - _LONGEST_CLOCK_WORD) : start]
        return (
            before.rstrip().lower().endswith(self.lexicon.clock_ends)
            and self.lexicon.clock.search(before) is not None
        )

    def take(self, start: int, end: int) -> None:
        """Mark a stretch as read."""
        self.taken[start:end] = b"\1" * (end - start)

    def add(  # noqa: PLR0913 - a value's fields
        self,
        kind: ValueKind,
        span: tuple[int, int],
        key: tuple[str, ...],
        number: str = "",
        *,
        unit: str = "",
        certain: bool = True,
    ) -> None:
        """Add a value and mark its text as read."""
        start, end = span
        self.found.append(Value(kind, start, end, key, self.text[start:end], number, certain))
        self.taken[start:end] = b"\1" * (end - start)
        if unit:
            self.units[start] = unit

    def free(self, start: int, end: int) -> bool:
        """Whether nothing has used the stretch up."""
        return not any(self.taken[start:end])

    def values(self) -> tuple[Value, ...]:
        """Return the values in the order of the text."""
        self.found.sort(key=START)
        return tuple(self.found)
