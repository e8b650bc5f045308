"""Documents into segments: the sentences, headings, cells and labels that are translated as one.

A full stop ends a sentence when white space and then something that can begin a sentence follow,
unless it belongs to an abbreviation, an initial, an ordinal or a date. Which words are
abbreviations is the language's own data (:class:`kielipari.languages.base.Facts`).
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from kielipari.errors import KielipariError
from kielipari.model import Block, BlockKind, Document, Segment

__all__ = ["may_be_several", "segment", "sentences"]

# Where a sentence may end: terminal marks, then closing quotes and brackets, perhaps a smiley,
# then white space; or a smiley alone; or a blank line. Bounded repetition keeps it linear.
_SMILEY = r"[:;=]-?[()DP]{1,4}"
_END = re.compile(
    rf"(?P<marks>[.!?…]{{1,8}})(?P<closing>[\"'”’»«)\]]{{0,4}})(?:\ ?{_SMILEY})?(?=\s)"
    rf"|(?<=[\s\w]){_SMILEY}(?=\s)|\n[ \t]{{0,200}}\n"
)
_MAY_BE_END = re.compile(
    r"[.!?…:;=\n](?:(?<=\n)|(?<=[.!?…])[^\w\s]{0,11}\s|(?<=[:;=])-?[()DP]{1,4}\s)"
)
"""Whatever ``_END`` finds and some more, at a fifth of the time."""
_OPENING = "\"'”’»«([–—-•*“‘„¿¡"

# Abbreviations that follow what they abbreviate and so may well end a sentence: before a capital
# letter the full stop counts as the end. All others (esim., t.ex., prof.) lead on to something.
_MAY_END = frozenset(
    [
        "jne",
        "ym",
        "yms",
        "tms",
        "jms",
        "mm.muuta",
        "ekr",
        "jkr",
        "eaa",
        "jaa",
        "milj",
        "mrd",
        "osv",
        "o.s.v",
        "m.m",
        "m.fl",
        "m.fl.",
        "o.d",
        "o.dyl",
        "dyl",
        "etc",
        "e.kr",
        "f.kr",
        "mom",
        "kap",
        "kl",
        "ff",
        "st",
        "tkm",
        "e.m",
        "f.m",
        "t.o.m.d.d",
        "puh",
        "inkl",
    ]
)
_WHOLE_KINDS = frozenset(
    {
        BlockKind.HEADING,
        BlockKind.TITLE,
        BlockKind.LINK,
        BlockKind.BUTTON,
        BlockKind.LABEL,
        BlockKind.PLACEHOLDER,
        BlockKind.ARIA_LABEL,
        BlockKind.TABLE_CELL,
    }
)
_FIRST_WORD = re.compile(r"\s{1,20}([^\W\d_]{1,30})\b")
_WORDS_OF_A_SENTENCE = 3  # a heading "Mitä? Kuka?" stays whole; three words each are sentences
_WORDS_OF_A_LABEL = 2
_TOKEN_WINDOW = 64  # how far back the word before a full stop is looked for
_ORDINAL_DIGITS = 2  # "12." can be an ordinal or a day, "2021." cannot


class _Words(NamedTuple):
    """What a language tells of sentence ends: abbreviations without their last full stop."""

    abbreviations: frozenset[str] = frozenset()
    function_words: frozenset[str] = frozenset()


@cache
def _words(lang: str) -> _Words:
    """Return what is known of a language; nothing if it is unknown."""
    from kielipari import languages  # noqa: PLC0415 -- analysers load when text is there

    try:
        facts = languages.get(lang).facts
    except KielipariError:
        return _Words()
    abbreviations = frozenset(word.rstrip(".").lower() for word in facts.abbreviations)
    return _Words(abbreviations, facts.function_words)


def sentences(text: str, lang: str) -> tuple[tuple[int, int], ...]:
    """Cut running text into sentences.

    Return half-open code-point spans of ``text`` in order, without white space at their ends;
    every character that is not white space is in exactly one of them. ``lang`` is a language
    code; for a language without data only general rules apply.
    """
    spans: list[tuple[int, int]] = []
    if not may_be_several(text):
        _append(spans, text, 0, len(text))
        return tuple(spans)
    words = _words(lang)
    start = 0
    for match in _END.finditer(text):
        end = match.end()
        if text[match.start()] == "\n":
            end = match.start()
        elif not _is_end(text, start, match, words):
            continue
        _append(spans, text, start, end)
        start = end
    _append(spans, text, start, len(text))
    return tuple(spans)


def may_be_several(text: str) -> bool:
    """Whether a text may be more than one sentence: quick to deny, whatever its language."""
    return _MAY_BE_END.search(text) is not None


def _append(spans: list[tuple[int, int]], text: str, start: int, end: int) -> None:
    """Add the span without the white space at its ends, if anything is left."""
    piece = text[start:end]
    size = len(piece.strip())
    if size == end - start:
        spans.append((start, end))
    elif size:
        begin = start + len(piece) - len(piece.lstrip())
        spans.append((begin, begin + size))


def _is_end(text: str, start: int, match: re.Match[str], words: _Words) -> bool:
    """Decide whether the terminal mark ends the sentence that began at ``start``."""
    following = _next_letter(text, match.end())
    if following == "" or following.islower():
        # Nothing but marks follows, or the sentence goes on: "…, kysyi hän" after a question.
        return False
    marks = match["marks"]
    if marks != "." or match["closing"] or match.end() > match.end("closing"):
        return True  # no full stop, or one within quotes or brackets that close here
    word = _word_before(text, start, match.start())
    before = text[max(start, match.start() - _TOKEN_WINDOW) : match.start()]
    after = text[match.end() : match.end() + _TOKEN_WINDOW]
    return not _leads_on(word, before, after, words)


def _leads_on(word: str, before: str, after: str, words: _Words) -> bool:
    """Say whether ``word`` and its full stop belong to what follows."""
    bare = word.lstrip(_OPENING).lower()
    if not bare:
        return False
    if bare.isdigit():
        before = before[: -len(word)]
        is_short = len(bare) <= _ORDINAL_DIGITS
        return is_short and _enumerates(before) and not _counts(before, after, words)
    if len(bare) == 1 and bare.isalpha():
        return True  # an initial: J. K. Paasikivi
    if bare in words.abbreviations:
        return bare not in _MAY_END or _next_letter(after, 0).isdigit()
    return False


def _counts(before: str, after: str, words: _Words) -> bool:
    """Say whether a number between two function words says how many (Niitä on 16. Ne …).

    In a label a noun stands before it (5 artikla 1. Tämä …), in a list nothing does.
    """
    last, first = before.split()[-1:], _FIRST_WORD.match(after)
    return (
        bool(last)
        and last[0].lower() in words.function_words
        and first is not None
        and first[1].lower() in words.function_words
    )


def _enumerates(before: str) -> bool:
    """Say whether a number after this counts what follows: 1. Johdanto, 5 artikla 1. Jäsenvaltiot.

    After a longer stretch of running text it rather ends the sentence: nousi sijalle 3.
    """
    stripped = before.rstrip()
    return len(stripped.split()) <= _WORDS_OF_A_LABEL or not stripped[-1].isalnum()


def _next_letter(text: str, position: int) -> str:
    """Return the first letter or digit after white space and opening marks, else empty."""
    for character in text[position : position + _TOKEN_WINDOW]:
        if character.isalnum():
            return character
        if not character.isspace() and character not in _OPENING:
            return character
    return ""


def _word_before(text: str, start: int, end: int) -> str:
    """Return the run without white space that ends at ``end``, as far as a window reaches."""
    window = text[max(start, end - _TOKEN_WINDOW) : end]
    if not window or window[-1].isspace():
        return ""
    return window.split()[-1]


def segment(document: Document) -> tuple[Segment, ...]:
    """Cut a document into segments, in the order of its blocks.

    Running text is cut into sentences. A heading, cell, link or label is one segment unless it
    plainly holds several sentences. Code is never cut, and blank blocks give nothing. The
    language of a block is what its markup declares, else the document's.
    """
    return tuple(piece for block in document.blocks for piece in _pieces(block, document.lang))


def _pieces(block: Block, lang: str | None) -> Iterator[Segment]:
    """Yield the segments of one block."""
    if block.kind is BlockKind.CODE:
        spans: list[tuple[int, int]] = []
        _append(spans, block.text, 0, len(block.text))
    else:
        spans = list(sentences(block.text, block.lang or lang or ""))
    if len(spans) > 1 and block.kind in _WHOLE_KINDS and not _are_sentences(block.text, spans):
        spans = [(spans[0][0], spans[-1][1])]
    for start, end in spans:
        yield Segment(block, start, end)


def _are_sentences(text: str, spans: list[tuple[int, int]]) -> bool:
    """Say whether every piece is long enough to be a sentence of its own."""
    return all(len(text[start:end].split()) >= _WORDS_OF_A_SENTENCE for start, end in spans)
