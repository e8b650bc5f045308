"""The content of a segment in XLIFF and TMX: its text with the inline tags in it.

A tag stands in the text as itself, with its id and nothing else (``<x id="1"/>``), so that both
sides of a unit can be compared; native code that a tag holds stands there instead of it. Either
is marked as a placeholder.
"""

from collections.abc import Mapping

from kielipari.ingest import xml_tree as xml
from kielipari.ingest.builder import Fold, TextBuilder
from kielipari.ingest.source import Mapped, Source
from kielipari.model import InlineKind

_NATIVE = frozenset({"bpt", "ept", "it", "ph", "ut"})
_EMPTY = frozenset({"bx", "ec", "em", "ex", "sc", "sm", "x"})
_PAIRED = frozenset({"g", "pc"})
_LEFT_OUT = frozenset({"cmt", "cmt-def"})
_IDS = ("id", "i", "x", "rid", "startRef")


def content(
    node: xml.Node, source: Source, fold: Fold, native: Mapping[str, str] | None = None
) -> Mapped:
    """Return the text of a ``source``, ``target``, ``seg`` or ``mrk`` element.

    ``native`` are the codes that XLIFF 2 keeps apart, by id.
    """
    builder = TextBuilder(source, fold)
    _Content(builder, native or {}).append(node)
    return builder.build()


class _Content:
    def __init__(self, builder: TextBuilder, native: Mapping[str, str]) -> None:
        self._builder = builder
        self._native = native

    def append(self, node: xml.Node) -> None:
        for child in node.children:
            if isinstance(child, xml.Node):
                self._element(child)
            else:
                self._builder.pieces([child])

    def _element(self, node: xml.Node) -> None:
        name = node.name
        if name in _NATIVE or name in _EMPTY:
            mark = self._builder.open(InlineKind.PLACEHOLDER)
            native = self._native.get(node.get("dataRef") or "")
            if node.children:
                self.append(node)
            else:
                self._builder.replace(native or f"<{name}{_id(node)}/>", node.at)
            self._builder.close(mark)
        elif name in _PAIRED:
            self._paired(node)
        elif name == "cp":
            self._code_point(node)
        elif name == "mrk" and (node.get("mtype") == "protected" or node.get("translate") == "no"):
            mark = self._builder.open(InlineKind.CODE)
            self.append(node)
            self._builder.close(mark)
        elif name not in _LEFT_OUT:
            self.append(node)

    def _paired(self, node: xml.Node) -> None:
        for is_end in (False, True):
            if is_end:
                self.append(node)
            reference = node.get("dataRefEnd" if is_end else "dataRefStart") or ""
            written = f"</{node.name}>" if is_end else f"<{node.name}{_id(node)}>"
            mark = self._builder.open(InlineKind.PLACEHOLDER)
            self._builder.replace(self._native.get(reference) or written, node.at)
            self._builder.close(mark)

    def _code_point(self, node: xml.Node) -> None:
        try:
            char = chr(int(node.get("hex") or "", 16))
        except ValueError:
            char = "\ufffd"
        self._builder.replace(char, node.at, keep=True)


def _id(node: xml.Node) -> str:
    value = next((node.get(name) for name in _IDS if node.get(name)), None)
    return f' id="{value}"' if value else ""
