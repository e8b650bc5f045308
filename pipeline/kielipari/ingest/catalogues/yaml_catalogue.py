"""YAML catalogues of Rails and others → Document, with the places that PyYAML's nodes have."""

import re
from collections.abc import Callable, Iterator

import yaml

from kielipari.errors import InputError
from kielipari.ingest.builder import Fold, TextBuilder
from kielipari.ingest.catalogues.entries import Entries
from kielipari.ingest.decode import decode
from kielipari.ingest.escapes import add_escaped, utf16
from kielipari.ingest.languages import primary
from kielipari.ingest.source import Source
from kielipari.model import Document

MOST_NESTED = 100
MOST_REPEATED = 10_000

_LANGUAGE = re.compile(r"[a-z]{2,3}(?:[-_][A-Za-z]{2,4})?$")


def read(data: bytes, uri: str, lang: str | None = None, encoding: str | None = None) -> Document:
    """Return every text of a YAML file as an entry named by its path.

    A single key at the root that names a language, as Rails has it, is the declared language and
    no part of the path: the files of two languages have the same keys.

    Raises:
        EmptyInputError: there is no text.
        InputError: it is no YAML, is nested more than 100 deep, or its aliases multiply it.

    """
    decoded = decode(data, uri, encoding=encoding)
    source = Source(decoded.text)
    root = _compose(decoded.text, uri)
    entries = Entries(source)
    declared = _declared(root)
    prefix = f"{declared}." if declared else ""
    for path, node in _scalars(root, uri):
        if node.tag == "tag:yaml.org,2002:str":
            _add(entries, source, path.removeprefix(prefix), node)
    return entries.document(uri, "yaml", decoded, lang or primary(declared), declared)


def _compose(text: str, uri: str) -> yaml.Node | None:
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        depth = 0
        for event in yaml.parse(text, Loader=loader):  # composing is recursive: not on any depth
            depth += isinstance(event, yaml.CollectionStartEvent)
            depth -= isinstance(event, yaml.CollectionEndEvent)
            if depth > MOST_NESTED:
                raise _too_deep(uri)
        return yaml.compose(text, Loader=loader)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else None
        reason = error.problem or "it cannot be read"
        raise InputError(
            f"the file is no valid YAML ({reason}); mend the line", uri, line
        ) from None
    except yaml.YAMLError as error:
        reason = " ".join(str(error).split())
        raise InputError(f"the file is no valid YAML ({reason}); mend it", uri) from None


def _too_deep(uri: str) -> InputError:
    return InputError(f"the YAML is nested more than {MOST_NESTED} deep; flatten it", uri)


def _declared(root: yaml.Node | None) -> str | None:
    if isinstance(root, yaml.MappingNode) and len(root.value) == 1:
        key, value = root.value[0]
        if _LANGUAGE.match(str(key.value)) and isinstance(value, yaml.MappingNode):
            return str(key.value)
    return None


def _scalars(root: yaml.Node | None, uri: str) -> Iterator[tuple[str, yaml.ScalarNode]]:
    """Yield path and node of every value, in the order of the file."""
    waiting: list[tuple[str, yaml.Node, int]] = [("", root, 0)] if root is not None else []
    met: set[int] = set()
    repeated = 0
    while waiting:
        path, node, depth = waiting.pop()
        repeated += id(node) in met
        met.add(id(node))
        if repeated > MOST_REPEATED:
            raise InputError("its aliases multiply the file beyond measure; write them out", uri)
        if depth > MOST_NESTED:
            raise _too_deep(uri)
        if isinstance(node, yaml.ScalarNode):
            if path:
                yield path, node
        elif isinstance(node, yaml.MappingNode):
            for key, value in reversed(node.value):
                name = str(key.value) if isinstance(key, yaml.ScalarNode) else "?"
                if name == "<<":
                    waiting.append((path, value, depth + 1))
                else:
                    waiting.append((f"{path}.{name}" if path else name, value, depth + 1))
        elif isinstance(node, yaml.SequenceNode):
            items = [(f"{path}[{n}]", item, depth + 1) for n, item in enumerate(node.value)]
            waiting.extend(reversed(items))


def _add(entries: Entries, source: Source, path: str, node: yaml.ScalarNode) -> None:
    """Keep a text at its place: exactly where its style allows, else word by word."""
    start, end = node.start_mark.index, node.end_mark.index
    value = str(node.value)
    builder = TextBuilder(source, Fold.NONE)
    if node.style in ("'", '"'):
        start, end = start + 1, end - 1
        pattern, read = _QUOTED[node.style]
        add_escaped(builder, source, (start, end), pattern, read)
        built = builder.built_or_empty(start)
        if built.text == value:
            entries.add(path, built)
            return
        builder = TextBuilder(source, Fold.NONE)
    elif node.style in ("|", ">"):
        start = source.text.find("\n", start, end) + 1 or start
    builder.find(value, start, end)
    entries.add(path, builder.built_or_empty(start))


def _unescaped(escape: str) -> str:
    code, digits = escape[1], escape[2:]
    if code in "xu":
        return utf16(digits.zfill(4))
    if code == "U":
        point = int(digits, 16)
        return chr(point) if point <= _LAST_CODE_POINT else "\ufffd"
    return _ESCAPED.get(code, code)


_LAST_CODE_POINT = 0x10FFFF
_ESCAPED = {
    "0": "\0", "a": "\a", "b": "\b", "t": "\t", "n": "\n", "v": "\v", "f": "\f", "r": "\r",
    "e": "\x1b", "N": "\x85", "_": "\xa0", "L": "\u2028", "P": "\u2029",
}  # fmt: skip
_QUOTED: dict[str, tuple[re.Pattern[str], Callable[[str], str]]] = {
    '"': (
        re.compile(r"\\(?:x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|.)"),
        _unescaped,
    ),
    "'": (re.compile("''"), lambda _: "'"),
}
