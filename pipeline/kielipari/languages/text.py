"""How words are written, alike for every language: hyphens, apostrophes, invisible characters."""

import re
import unicodedata

SOFT = "\N{SOFT HYPHEN}\N{ZERO WIDTH SPACE}\N{ZERO WIDTH NON-JOINER}\N{WORD JOINER}\N{ZERO WIDTH NO-BREAK SPACE}"
LONGEST_WORD = 120
"""Longer strings than this are no words of a language; analysing them takes time for nothing."""

_FOLD = {ord(c): None for c in SOFT} | {
    ord("\N{HYPHEN}"): "-",
    ord("\N{NON-BREAKING HYPHEN}"): "-",
    ord("\N{RIGHT SINGLE QUOTATION MARK}"): "'",
    ord("\N{MODIFIER LETTER APOSTROPHE}"): "'",
    ord("\N{LEFT SINGLE QUOTATION MARK}"): "'",
    ord("\N{ACUTE ACCENT}"): "'",
}
_VOWEL = re.compile(r"[aeiouyåäöéü]", re.IGNORECASE)
_LETTERS = re.compile(r"[^\W\d_]+")
_LETTERS_OF_LATIN_1 = bytes(
    code if _LETTERS.fullmatch(chr(code)) else ord(" ") for code in range(256)
)
"""Latin-1 with a space in the place of all but letters: a text is cut at half the time."""
_BEYOND = re.compile("[^\0-ÿ‐–—‘’“”•…]")
_PLAIN = re.compile(r"[a-zåäö]+", re.ASCII | re.IGNORECASE)


def fold(word: str) -> str:
    """Return a word in lower case and composed, with plain hyphens and apostrophes.

    Soft hyphens and zero-width characters are left out, so offsets may shift.
    """
    lowered = word.lower()
    if _PLAIN.fullmatch(lowered):
        return lowered
    return unicodedata.normalize("NFC", lowered.translate(_FOLD))


def runs_of_letters(text: str) -> list[str]:
    """Return what a text has between white space, digits and signs, in order."""
    try:
        coded = text.encode("latin-1")
    except UnicodeEncodeError:
        if _BEYOND.search(text):
            return _LETTERS.findall(text)
        coded = text.encode("latin-1", "replace")  # by a question mark, for another sign
    return coded.translate(_LETTERS_OF_LATIN_1).decode("latin-1").split()


def common_beginning(one: str, other: str) -> int:
    """Return how many characters two words begin with in common."""
    size = 0
    for left, right in zip(one, other, strict=False):
        if left != right:
            break
        size += 1
    return size


def words(text: str) -> frozenset[str]:
    """Return the words of a list written as running text."""
    return frozenset(text.split())


def is_spoken(word: str) -> bool:
    """Whether a word has a vowel, as all words have but abbreviations and acronyms: "lk", "ftps"."""
    return _VOWEL.search(word) is not None
