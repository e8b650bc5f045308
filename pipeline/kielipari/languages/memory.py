"""How much is remembered of the words of a text, so that each is looked at once.

Most of a text is made of few words that come again and again, while most of the different words
of a large file stand there once and are remembered in vain. So a memory is emptied when it is full,
or drops what was asked for longest ago: the words that come often are back at once.

What was found of words may be kept for another run: see :class:`Memories`.
"""

from collections.abc import Callable, Hashable, Mapping
from typing import Any, Protocol, TypeVar

WORDS_KEPT = 19_600
"""Words in a memory that every text asks: a set of a few more would take four times the room."""

ANSWERS_KEPT = 10_000
"""Answers of an analysis that other answers are made of; one takes several times the room of its word."""

Found = Mapping[str, Any]
"""What was found of words, by kinds: a set of words or a dict by word, of what marshal can write."""


class Remembering(Protocol):
    """Something that looks words up and remembers what it found; its length is how many words."""

    def __len__(self) -> int: ...

    def found(self) -> Found:
        """Return what it remembers."""

    def recall(self, found: Found) -> None:
        """Take over what another one of the same kind remembered."""


_Key = TypeVar("_Key", bound=Hashable)
_Answer = TypeVar("_Answer")
_T = TypeVar("_T", bound=Remembering)


class Answers(dict[_Key, _Answer]):
    """What was found of words; of one that is not known yet it is looked up."""

    def __init__(self, look_up: Callable[[_Key], _Answer], most: int = WORDS_KEPT) -> None:
        """Know nothing; it is emptied when it holds ``most`` answers."""
        super().__init__()
        self._look_up = look_up
        self._most = most

    def __missing__(self, word: _Key) -> _Answer:
        if len(self) >= self._most:
            self.clear()
        found = self[word] = self._look_up(word)
        return found

    def found(self) -> Found:
        """See :class:`Remembering`."""
        return {"answers": dict(self)}

    def recall(self, found: Found) -> None:
        """See :class:`Remembering`."""
        self.update(found["answers"])


class Memories:
    """All that remember words where texts are judged, each under a name.

    They are made when they are first needed, and are then told what is known already.
    """

    def __init__(self, known: Mapping[str, Found] | None = None) -> None:
        """Take what earlier ones found, by their names."""
        self._known = dict(known or {})
        self._owners: dict[str, Remembering] = {}

    def join(self, name: str, owner: _T) -> _T:
        """Tell somebody what is known under a name, and ask him from now on."""
        known = self._known.pop(name, None)
        if known:
            owner.recall(known)
        self._owners[name] = owner
        return owner

    def __len__(self) -> int:
        unasked = (kind for found in self._known.values() for kind in found.values())
        return sum(map(len, unasked)) + sum(map(len, self._owners.values()))

    def found(self) -> dict[str, Found]:
        """Return what is remembered under each name, also where nobody has asked for it yet."""
        return self._known | {name: owner.found() for name, owner in self._owners.items()}
