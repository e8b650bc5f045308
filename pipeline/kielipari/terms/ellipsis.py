"""Coordinated compounds that share a part: "yliopisto- ja yliopistokeskuskaupungit".

The first half stands for "yliopistokaupungit": its missing part is taken from the first full word
after it. "ympäristöjärjestöt ja -viranomaiset" lacks the front, which the word before it has.
"""

from collections.abc import Iterator, Sequence

from kielipari.languages.base import Language, Token

_FARTHEST = 8
"""Tokens; a longer list than this is read no further."""


def completions(
    tokens: Sequence[Token], place: int, language: Language
) -> Iterator[tuple[str, int]]:
    """Yield what an elliptic token may stand for, the most likely first.

    Each comes with the length of the front that the token itself holds, 0 where it holds the
    tail.
    """
    word = tokens[place].text
    if word[-1] == "-":
        front = word.rstrip("-")
        full = _full_word(tokens, place, 1, language)
        if full:
            for parts in language.parts(full):
                for part in parts[1:]:
                    word = front + full[part.start :]
                    if word.lower() != full.lower():
                        yield word, len(front)
    else:
        tail = word.lstrip("-")
        full = _full_word(tokens, place, -1, language)
        if full:
            for parts in language.parts(full):
                for part in parts[:0:-1]:
                    yield full[: part.start] + tail, 0


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
