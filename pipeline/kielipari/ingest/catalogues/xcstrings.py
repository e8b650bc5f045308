"""Apple's string catalogue .xcstrings (Xcode 15 and later): all languages in one JSON file → Document."""

from kielipari.errors import InputError
from kielipari.ingest.catalogues.entries import Entries
from kielipari.ingest.catalogues.json_catalogue import Token, text_of, tokens
from kielipari.ingest.decode import decode
from kielipari.ingest.source import Mapped, Source
from kielipari.model import Document

_STRUCTURE = frozenset({"localizations", "stringUnit", "value", "variations", "substitutions"})
_KEY = 2  # parts of the path to a text's key: strings, its name
_LANGUAGE = 3  # where in the path to a text its language stands


def read(data: bytes, uri: str, lang: str | None = None, encoding: str | None = None) -> Document:
    """Return every text as an entry that ends with its language: ``Close.sv``, ``books.plural.one.fi``.

    A key without a text in the source language is that text itself, as it is for the app.

    Raises:
        EmptyInputError: there is no text.
        InputError: it is no JSON, or no string catalogue.

    """
    decoded = decode(data, uri, encoding=encoding)
    source = Source(decoded.text)
    found = list(tokens(source, uri))
    declared = _source_language(source, found)
    if declared is None:
        raise InputError("the file names no sourceLanguage; give an .xcstrings file", uri)
    texts: dict[str, dict[str, Mapped]] = {}
    left_out, bare = set(), set()
    for token in found:
        if token.path[0] != "strings" or len(token.path) < _KEY:
            continue
        key = str(token.path[1])
        if token.is_key and len(token.path) == _KEY:
            texts.setdefault(key, {})[declared] = text_of(source, token.span)
            bare.add(key)
        elif token.path[2:] == ("shouldTranslate",) and _written(source, token) == "false":
            left_out.add(key)
        elif _is_text(token):
            language, *way = map(str, token.path[_LANGUAGE:])
            name = ".".join((*(part for part in way if part not in _STRUCTURE), language))
            forms = texts.setdefault(key, {})
            if language == declared and key in bare:
                del forms[declared]
                bare.remove(key)
            forms[name] = text_of(source, token.span)
    entries = Entries(source)
    for key, forms in texts.items():
        for name, text in forms.items() if key not in left_out else ():
            entries.add(f"{key}.{name}", text)
    return entries.document(uri, "xcstrings", decoded, lang, declared)


def _is_text(token: Token) -> bool:
    path = token.path
    is_value = token.is_string and not token.is_key and path[-1] == "value"
    return is_value and path[2] == "localizations" and len(path) > _LANGUAGE + 1


def _source_language(source: Source, found: list[Token]) -> str | None:
    return next(
        (_written(source, t) for t in found if t.path == ("sourceLanguage",) and not t.is_key), None
    )


def _written(source: Source, token: Token) -> str:
    return source.text[slice(*token.span)]
