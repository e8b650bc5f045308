"""Coordinated compounds that share a part: "yliopisto- ja yliopistokeskuskaupungit".

The first half stands for "yliopistokaupungit": its missing part is taken from the first full word
after it. "ympäristöjärjestöt ja -viranomaiset" lacks the front, which the word before it has.
"""

from collections.abc import Iterator, Mapping, Sequence

from kielipari.languages.base import Language, Token

_FARTHEST = 8
"""Tokens; a longer list than this is read no further."""


Seams = tuple[tuple[int, ...], ...]
"""Where the parts of a compound begin but the first, for each way to read it."""


def seams(word: str, language: Language) -> Seams:
    """Return where a word's parts join: empty for one that is no compound."""
    return tuple(tuple(part.start for part in parts[1:]) for parts in language.parts(word))


def completions(
    tokens: Sequence[Token], place: int, language: Language, known: Mapping[str, Seams]
) -> Iterator[tuple[str, int]]:
    """Yield what an elliptic token may stand for, the most likely first.

    Each comes with the length of the front that the token itself holds, 0 where it holds the
    tail. ``known`` are the :func:`seams` of words.
    """
    word = tokens[place].text
    if word[-1] == "-":
        front = word.rstrip("-")
        full = _full_word(tokens, place, 1, language)
        if full:
            for starts in known[full]:
                for start in starts:
                    word = front + full[start:]
                    if word.lower() != full.lower():
                        yield word, len(front)
    else:
        tail = word.lstrip("-")
        full = _full_word(tokens, place, -1, language)
        if full:
            for starts in known[full]:
                for start in reversed(starts):
                    yield full[:start] + tail, 0


def _full_word(tokens: Sequence[Token], place: int, step: int, language: Language) -> str:
    """Return the nearest full word, across commas, conjunctions and other elliptic words."""
    small = language.facts.function_words
    joined = False
    for distance in range(1, _FARTHEST):
        other = place + step * distance
        if not 0 <= other < len(tokens):
            break
        text = tokens[other].text
        if text in {",", "/", "&"} or text.lower() in small:
            joined = True
        elif text[-1] == "-" or text[0] == "-":
            continue
        else:
            return text if joined and text[0].isalpha() else ""
    return ""
