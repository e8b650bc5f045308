"""The entries of a catalogue while they are being read."""

from kielipari.errors import EmptyInputError
from kielipari.ingest.decode import Decoded
from kielipari.ingest.source import Mapped, Source
from kielipari.ingest.suppress import extra_entries
from kielipari.model import Block, BlockKind, Document, Meta


class Entries:
    """Collects texts by key. An entry without text is kept: its key is there, untranslated."""

    def __init__(self, source: Source) -> None:
        """Begin with none."""
        self._source = source
        self._blocks: dict[str, Block] = {}
        self._duplicates: list[str] = []

    def add(self, key: str, text: Mapped) -> None:
        """Keep an entry; of two with the same key the last counts, as in the programs that read them."""
        if key in self._blocks:
            line = self._source.place(text.at).line
            self._duplicates.append(f"{line}:{key}")
            del self._blocks[key]
        self._blocks[key] = Block(
            id=key,
            kind=BlockKind.ENTRY,
            text=text.text,
            inlines=text.inlines,
            source_map=text.source_map(self._source),
        )

    def __contains__(self, key: str) -> bool:
        return key in self._blocks

    def drop(self, key: str) -> None:
        """Leave an entry out again."""
        self._blocks.pop(key, None)

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys in the order of the file."""
        return tuple(self._blocks)

    def document(
        self,
        uri: str,
        format_: str,
        decoded: Decoded,
        lang: str | None,
        declared: str | None = None,
    ) -> Document:
        """Return the document.

        Raises:
            EmptyInputError: there is no entry.

        """
        if not self._blocks:
            raise EmptyInputError("there is no text in the file; give a file with entries", uri)
        duplicates = tuple(("duplicate-key", key) for key in self._duplicates)
        silenced = extra_entries(self._source, 0, len(self._source.text))
        return Document(
            uri,
            lang,
            tuple(self._blocks.values()),
            Meta(
                format=format_,
                encoding=decoded.encoding,
                declared_lang=declared,
                extra=(*duplicates, *silenced),
            ),
        )
