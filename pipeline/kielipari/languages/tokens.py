"""Words and punctuation marks by spaCy's tokenizer for a language, without a pipeline."""

import re
from functools import cache
from typing import Any

from kielipari.languages.base import Token

_ENDLESS = re.compile(r"(?<!\S)\S{1001,}")
_SIMPLE = re.compile(r"\w+|[^\w\s]")
_CHUNK = re.compile(r"\S+")
_PLAIN = re.compile(r"([^\W\d_]{2,})([,;.]?)")  # spaCy's answer for these needs no asking
_APOSTROPHE = re.compile(r"(?<=[^\W\d_])[’ʼ](?=[^\W\d_])")
_LONG = 60  # characters; longer chunks are addresses and do not come again
_KEPT = 200_000


@cache
def _tokenizer(lang: str) -> Any:  # noqa: ANN401  spaCy is loaded when first needed
    # The tokenizer is made by itself, with the rules of the language: spacy.blank would load
    # every component that an installed package registers. All imports take a second together.
    from spacy.tokenizer import Tokenizer  # noqa: PLC0415
    from spacy.util import (  # noqa: PLC0415
        compile_infix_regex,
        compile_prefix_regex,
        compile_suffix_regex,
        get_lang_class,
    )
    from spacy.vocab import Vocab  # noqa: PLC0415

    rules = get_lang_class(lang).Defaults
    return Tokenizer(
        Vocab(),
        rules=rules.tokenizer_exceptions,
        prefix_search=compile_prefix_regex(rules.prefixes or ()).search,
        suffix_search=compile_suffix_regex(rules.suffixes or ()).search,
        infix_finditer=compile_infix_regex(rules.infixes or ()).finditer,
        token_match=rules.token_match,
        url_match=rules.url_match,
    )


def tokenize(text: str, lang: str) -> tuple[Token, ...]:
    """Cut a text into tokens; white space is left out.

    A run of more than 1,000 characters without white space is no language, and spaCy's time grows
    with its square: it is cut into words and single marks instead.
    """
    pieces: list[Token] = []
    start = 0
    for run in _ENDLESS.finditer(text):
        pieces += _cut(text[start : run.start()], start, lang)
        pieces += (
            Token(found.group(), run.start() + found.start(), run.start() + found.end())
            for found in _SIMPLE.finditer(run.group())
        )
        start = run.end()
    return (*pieces, *_cut(text[start:], start, lang))


def _cut(text: str, offset: int, lang: str) -> list[Token]:
    known = _pieces(lang)
    found: list[Token] = []
    for match in _CHUNK.finditer(text):
        chunk = match.group()
        pieces = known.get(chunk)
        if pieces is None:
            pieces = _learned(chunk, lang)
        at = match.start() + offset
        for word, start, end in pieces:
            found.append(Token(word, at + start, at + end))
    return found


@cache
def _pieces(_: str) -> dict[str, tuple[Token, ...]]:
    """Return the chunks of a language met so far: spaCy cuts each of them by itself."""
    return {}


def _learned(chunk: str, lang: str) -> tuple[Token, ...]:
    """Cut what stands between white space, and remember the answer if it may come again."""
    cut = _tokenizer(lang)
    plain = _PLAIN.fullmatch(chunk)
    if (
        plain is not None
        and chunk not in cut.rules
        and plain[1] not in cut.rules
        and (plain[2] != "." or plain[1][-2:].islower())
    ):
        word, mark = plain.groups()
        size = len(word)
        pieces = (Token(word, 0, size), *((Token(mark, size, size + 1),) if mark else ()))
    else:
        # spaCy's rules know the typewriter's apostrophe only: d'Alembert, but d + ’ + Alembert
        found = cut(_APOSTROPHE.sub("'", chunk))
        pieces = tuple(
            Token(chunk[token.idx : token.idx + len(token)], token.idx, token.idx + len(token))
            for token in found
        )
    known = _pieces(lang)
    if len(chunk) <= _LONG:
        if len(known) >= _KEPT:
            known.clear()
        known[chunk] = pieces
    return pieces
