"""What the readers of bilingual files have in common."""

from kielipari.ingest.source import Mapped, Source
from kielipari.model import Block, BlockKind, Segment


class UniqueNames:
    """Gives out names; one that is taken already gets a number behind it."""

    def __init__(self) -> None:
        """Begin with none given out."""
        self._taken: dict[int, int] = {}  # by hash: names may be as long as the texts

    def take(self, name: str) -> str:
        """Return the name, or the name with ``#2``, ``#3`` … the further times it is asked for."""
        count = self._taken.get(hash(name), 0) + 1
        self._taken[hash(name)] = count
        if count == 1:
            return name
        numbered = f"{name}#{count}"
        return self.take(numbered) if hash(numbered) in self._taken else numbered


def segment_of(built: Mapped, source: Source, name: str) -> Segment | None:
    """Return a text of an entry as a segment that is its whole block, or None for no text."""
    if not built.text:
        return None
    block = Block(
        id=name,
        kind=BlockKind.ENTRY,
        text=built.text,
        inlines=built.inlines,
        source_map=built.source_map(source),
    )
    return Segment(block, 0, len(built.text))
