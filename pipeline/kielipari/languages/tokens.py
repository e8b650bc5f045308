"""Words and punctuation marks by the rules of spaCy's tokenizer for a language."""

import re
from functools import cache
from itertools import accumulate

from kielipari.languages.base import Token
from kielipari.languages.cutting import rulebook
from kielipari.languages.memory import ANSWERS_KEPT, Answers, Remembering

_ENDLESS_FROM = 1000  # characters
_ENDLESS = re.compile(rf"(?<!\S)\S{{{_ENDLESS_FROM + 1},}}")
_SIMPLE = re.compile(r"\w+|[^\w\s]")
_MARKS = ",;."  # after a word in letters: what the rules say of these is known
_APOSTROPHE = re.compile(r"(?<=[^\W\d_])[’ʼ](?=[^\W\d_])")
_BULLETS = str.maketrans("―•‣▪", "————")  # the rules part a dash from the word after it
_LONG = 60  # characters; longer chunks are addresses and do not come again
_make = tuple.__new__  # half the time of Token(…), and there is one for every word of a text

_Ends = tuple[int, ...]
"""Where each token of a chunk ends; the next one begins there."""


def tokenize(text: str, lang: str) -> tuple[Token, ...]:
    """Cut a text into tokens; white space is left out.

    A run of more than 1,000 characters without white space is no language, and the time that the
    rules take grows with its square: it is cut into words and single marks instead.
    """
    cut = _cutter(lang).cut
    if len(text) <= _ENDLESS_FROM:
        return tuple(cut(text, 0))
    found: list[Token] = []
    start = 0
    for run in _ENDLESS.finditer(text):
        found += cut(text[start : run.start()], start)
        found += (
            Token(piece.group(), run.start() + piece.start(), run.start() + piece.end())
            for piece in _SIMPLE.finditer(run.group())
        )
        start = run.end()
    return (*found, *cut(text[start:], start))


class _Cutter:
    """Cuts what stands between white space: the rules look no further.

    A word in letters alone stays whole; any other such chunk is cut once.
    """

    def __init__(self, lang: str) -> None:
        self.known: Answers[str, _Ends] = Answers(self._ends, ANSWERS_KEPT)
        self._rules = rulebook(lang)

    def cut(self, text: str, offset: int) -> list[Token]:
        known, exceptions = self.known, self._rules.exceptions
        found: list[Token] = []
        place = 0
        for chunk in text.split():
            place = text.index(chunk, place)
            at, size = place + offset, len(chunk)
            place += size
            if chunk.isalpha() and size > 1 and chunk not in exceptions:
                found.append(_make(Token, (chunk, at, at + size)))
                continue
            start = 0
            for end in known[chunk] if size <= _LONG else self._ends(chunk):
                found.append(_make(Token, (chunk[start:end], at + start, at + end)))
                start = end
        return found

    def _ends(self, chunk: str) -> _Ends:
        size = len(chunk)
        exceptions = self._rules.exceptions
        word, mark = chunk[:-1], chunk[-1]
        if (
            mark in _MARKS
            and word.isalpha()
            and size > 2  # noqa: PLR2004  two letters and the mark
            and chunk not in exceptions
            and word not in exceptions
            and (mark != "." or word[-2:].islower())
        ):
            return (size - 1, size)
        # The rules know the typewriter's apostrophe only: d'Alembert, but d + ’ + Alembert
        plain = _APOSTROPHE.sub("'", chunk).translate(_BULLETS)
        return tuple(accumulate(map(len, self._rules.cut(plain))))


@cache
def _cutter(lang: str) -> _Cutter:
    return _Cutter(lang)


def met_chunks(lang: str) -> Remembering:
    """Return what remembers the chunks of texts that are no plain words."""
    return _cutter(lang).known
