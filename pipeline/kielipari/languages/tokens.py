"""Words and punctuation marks by spaCy's tokenizer for a language, without a pipeline."""

import re
from functools import cache
from typing import Any

from kielipari.languages.base import Token

_ENDLESS = re.compile(r"(?<!\S)\S{1001,}")
_SIMPLE = re.compile(r"\w+|[^\w\s]")
_MARKS = ",;."  # after a word in letters: spaCy's answer for these needs no asking
_APOSTROPHE = re.compile(r"(?<=[^\W\d_])[’ʼ](?=[^\W\d_])")
_LONG = 60  # characters; longer chunks are addresses and do not come again
_KEPT = 200_000
_make = tuple.__new__  # half the time of Token(…), and there is one for every word of a text

_Piece = tuple[str, int, int]
"""A token's text, and where it begins and ends in its chunk."""


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
    cut = _cutter(lang).cut
    found: list[Token] = []
    start = 0
    for run in _ENDLESS.finditer(text):
        found += cut(text[start : run.start()], start)
        found += (
            Token(piece.group(), run.start() + piece.start(), run.start() + piece.end())
            for piece in _SIMPLE.finditer(run.group())
        )
        start = run.end()
    return (*found, *cut(text[start:] if start else text, start))


class _Cutter:
    """Cuts what stands between white space, each such chunk once: spaCy too cuts them apart."""

    def __init__(self, lang: str) -> None:
        self._known: dict[str, tuple[_Piece, ...]] = {}
        self._spacy = _tokenizer(lang)
        self._exceptions = frozenset(self._spacy.rules)

    def cut(self, text: str, offset: int) -> list[Token]:
        known = self._known
        found: list[Token] = []
        place = 0
        for chunk in text.split():
            pieces = known.get(chunk)
            if pieces is None:
                pieces = self._learned(chunk)
            place = text.index(chunk, place)
            at = place + offset
            for word, start, end in pieces:
                found.append(_make(Token, (word, at + start, at + end)))
            place += len(chunk)
        return found

    def _learned(self, chunk: str) -> tuple[_Piece, ...]:
        """Cut a chunk, and remember the answer if it may come again."""
        pieces = self._pieces(chunk)
        if len(chunk) <= _LONG:
            if len(self._known) >= _KEPT:
                self._known.clear()
            self._known[chunk] = pieces
        return pieces

    def _pieces(self, chunk: str) -> tuple[_Piece, ...]:
        size = len(chunk)
        if chunk.isalpha() and size > 1 and chunk not in self._exceptions:
            return ((chunk, 0, size),)
        word, mark = chunk[:-1], chunk[-1]
        if (
            mark in _MARKS
            and word.isalpha()
            and size > 2  # noqa: PLR2004  two letters and the mark
            and chunk not in self._exceptions
            and word not in self._exceptions
            and (mark != "." or word[-2:].islower())
        ):
            return ((word, 0, size - 1), (mark, size - 1, size))
        # spaCy's rules know the typewriter's apostrophe only: d'Alembert, but d + ’ + Alembert
        found = self._spacy(_APOSTROPHE.sub("'", chunk))
        return tuple(
            (chunk[token.idx : token.idx + len(token)], token.idx, token.idx + len(token))
            for token in found
        )


@cache
def _cutter(lang: str) -> _Cutter:
    return _Cutter(lang)
