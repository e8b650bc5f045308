"""Names that are spelt wrong: “Tammefors” where the source has Tampere (within N102)."""

from collections.abc import Iterable

from kielipari.checks.view import SideView
from kielipari.languages.text import common_beginning
from kielipari.languages.vocabulary import vocabulary

_SHORTEST = 5  # letters of a name in which one wrong letter shows
_MOST_WORDS = 500  # of a text; each is held against each name
_ALIKE = 3  # letters that are right, besides those at the end
_KEPT = 2  # letters at the end of a name that its forms may change
_ENDING = 6  # letters that an ending has at most


def misspelt(names: Iterable[str], side: SideView) -> tuple[int, int] | None:
    """Return where a side has one of the names with one letter wrong, as a word no language has.

    A letter may be another one, one too many, missing, or have changed places with its neighbour.
    """
    if len(side.runs) > _MOST_WORDS:
        return None
    known = {place for hit in side.hits for place in range(hit.start, hit.end)}
    words = [token for token in side.tokens if token.is_word and token.start not in known]
    for name in names:
        parts = name.split()
        for first in range(len(words) - len(parts) + 1):
            run = words[first : first + len(parts)]
            wrong = [
                (word.text, part)
                for word, part in zip(run, parts, strict=True)
                if not _is_form(word.text, part)
            ]
            if len(wrong) == 1 and _is_slip(*wrong[0], side.lang):
                return run[0].start, run[-1].end
    return None


def _is_form(word: str, name: str) -> bool:
    """Whether a word may be a form of the name: it begins as that does but for its last letters."""
    return word.lower().startswith(name[: max(1, len(name) - _KEPT)].lower())


def _is_slip(word: str, name: str, lang: str) -> bool:
    """Whether a word is a form of the name with one letter wrong, and no word of the language."""
    if len(name) < _SHORTEST or not word.isalpha() or word[0].isupper() != name[0].isupper():
        return False
    low, right = word.lower(), name.lower()
    at = common_beginning(low, right)
    if not 0 < at < len(right) - _KEPT:
        return False  # another word, or an ending
    # What ought to follow, and what does: one letter is another, is missing, is too many, or two
    # have changed places.
    after = (
        (right[at + 1 :], low[at + 1 :]),
        (right[at + 1 :], low[at:]),
        (right[at:], low[at + 1 :]),
        (right[at + 2 :], low[at + 2 :] if low[at : at + 2] == right[at : at + 2][::-1] else ""),
    )
    return any(
        at + len(due) - _KEPT >= _ALIKE
        and rest.startswith(due[: max(1, len(due) - _KEPT)])
        and abs(len(rest) - len(due)) <= _ENDING
        for due, rest in after
    ) and not (vocabulary(lang).has(low) or vocabulary(lang).has(word))
