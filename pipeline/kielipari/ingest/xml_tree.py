"""XML → a light tree in which every text knows its offset in the file.

The parser is expat: it tells line and column of every piece of text, entity by entity. Entity
declarations are refused (billion laughs), external ones are never fetched, and the depth has a
limit.
"""

from collections.abc import Iterator
from pyexpat import ErrorString, ExpatError, ParserCreate

from kielipari.errors import InputError
from kielipari.ingest.source import Source

MOST_NESTED = 200


Piece = tuple[int, int, str]
"""A stretch of text: where it begins and ends in the file, what it reads as unless literal."""


class Node:
    """An element; ``name`` is without its prefix, as written in ``tag``.

    It begins at the offset ``at`` of the file and ends before ``end``.
    """

    __slots__ = ("_source", "at", "attributes", "children", "end", "name", "tag")

    def __init__(self, tag: str, attributes: dict[str, str], at: int, source: Source) -> None:
        """Take the tag, the attributes as written, and the offset of the start tag."""
        self._source = source
        self.tag = tag
        self.name = tag.rpartition(":")[2]
        self.attributes = attributes
        self.at = at
        self.end = at
        self.children: list[Node | Piece] = []

    def get(self, attribute: str) -> str | None:
        """Return an attribute's value, or None."""
        return self.attributes.get(attribute)

    def elements(self, *names: str) -> Iterator["Node"]:
        """Yield the child elements of the given names, of any name if none is given."""
        for child in self.children:
            if isinstance(child, Node) and (not names or child.name in names):
                yield child

    def first(self, name: str) -> "Node | None":
        """Return the first child element of a name, or None."""
        return next(self.elements(name), None)

    def find_all(self, *names: str) -> Iterator["Node"]:
        """Yield the elements of the given names at any depth, in the order of the file."""
        waiting = list(reversed(list(self.elements())))
        while waiting:
            node = waiting.pop()
            if node.name in names:
                yield node
            waiting.extend(reversed(list(node.elements())))

    @property
    def text(self) -> str:
        """The whole text, of the elements within too."""
        parts = []
        waiting: list[Node | Piece] = [self]
        while waiting:
            item = waiting.pop()
            if isinstance(item, Node):
                waiting.extend(reversed(item.children))
            else:
                parts.append(item[2] or self._source.text[item[0] : item[1]])
        return "".join(parts)


def parse(source: Source, uri: str) -> Node:
    """Return the root element.

    Raises:
        InputError: the XML is broken, declares entities, or is nested more than 200 deep.

    """
    return _TreeBuilder(source, uri).run()


class _TreeBuilder:
    def __init__(self, source: Source, uri: str) -> None:
        self._source = source
        self._uri = uri
        self._open = [Node("", {}, 0, source)]
        self._parser = ParserCreate()
        self._parser.buffer_text = False
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self._characters
        self._parser.EntityDeclHandler = self._entity

    def run(self) -> Node:
        try:
            self._parser.Parse(self._source.text, True)
        except ExpatError as error:
            reason = ErrorString(error.code)
            raise InputError(
                f"the XML is broken ({reason}); mend the line", self._uri, error.lineno
            ) from None
        return next(self._open[0].elements())

    def _at(self) -> int:
        line = self._parser.CurrentLineNumber
        return self._source.start_of(line) + self._parser.CurrentColumnNumber

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        if len(self._open) > MOST_NESTED:
            raise InputError(
                f"the XML is nested more than {MOST_NESTED} deep; flatten it",
                self._uri,
                self._parser.CurrentLineNumber,
            )
        node = Node(tag, attributes, self._at(), self._source)
        self._open[-1].children.append(node)
        self._open.append(node)

    def _end(self, _tag: str) -> None:
        node, at, written = self._open.pop(), self._at(), self._source.text
        # Of an element without content the parser is behind the tag already.
        is_behind = not node.children and written.endswith("/>", 0, at)
        node.end = at if is_behind else written.find(">", at) + 1

    def _characters(self, text: str) -> None:
        start, written = self._at(), self._source.text
        if written.startswith(text, start):
            piece = (start, start + len(text), "")
        elif text == "\n":  # one line feed, whatever ends the line in the file
            piece = (start, start + (2 if written.startswith("\r\n", start) else 1), "")
        else:
            piece = (start, start, text)
        siblings = self._open[-1].children
        before = siblings[-1] if siblings else None
        if isinstance(before, tuple) and not before[2] and not piece[2] and before[1] == start:
            siblings[-1] = (before[0], piece[1], "")
        else:
            siblings.append(piece)

    def _entity(self, *_declaration: object) -> None:
        raise InputError(
            "the XML declares entities, which are not expanded; write them out",
            self._uri,
            self._parser.CurrentLineNumber,
        )
