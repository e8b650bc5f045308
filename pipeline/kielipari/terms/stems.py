"""What the forms of a word share, by which it is met in a text before anything is analysed.

Every form of a word begins with one of a few *stems*: what all its forms share, and a letter or
two more, where consonants alternate and vowels change (vuosi: *vuos*, *vuod*, *vuon*, *vuot*).
They stand at the beginning of a form that was not generated too, and inside a compound.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import product

_SHORTEST = 3
_ENOUGH, _GUESSED = 5, 2
_CHANGING = {"a": "aåä", "å": "aåä", "ä": "aåä", "o": "oö", "ö": "oö", "i": "ij", "j": "ij"}
OPENING = 2
"""Letters that a word's opening has."""
LONGEST = 30
"""Letters of a stem; more tell nothing more."""

_Trie = dict[str, "_Trie"]


def stems_of(forms: Iterable[str], *, is_name: bool = False) -> Iterator[str]:
    """Yield the stems of one word's forms; none begins with another."""
    ordered = sorted(set(forms))
    if not ordered:
        return
    first, last = ordered[0], ordered[-1]
    shared = next(
        (i for i, (a, b) in enumerate(zip(first, last, strict=False)) if a != b),
        min(len(first), len(last)),
    )
    # A compound's first part may lack the end, if it is no name: högskola, högskole-; nainen, nais-.
    unchanging = min(map(len, ordered)) - (not is_name)
    beyond = 1 if shared >= _SHORTEST else 2
    size = max(unchanging if shared >= unchanging else shared + beyond, _SHORTEST)
    # The forms of a long word may be guessed wrong at its end, and five letters tell enough.
    size = min(size, max(_ENOUGH, unchanging - _GUESSED), LONGEST)
    yield from shortest(form[:size] for form in ordered)


def openings(form: str) -> Iterator[str]:
    """Yield the first two letters of a form as inflection may change them: hakea, haen, hain."""
    letters = (_CHANGING.get(letter, letter) for letter in form[:OPENING])
    yield from map("".join, product(*letters))


def shortest(stems: Iterable[str]) -> Iterator[str]:
    """Yield the stems that begin with no other one, in order."""
    known = ""
    for stem in sorted(set(stems)):
        if stem and (not known or not stem.startswith(known)):
            known = stem
            yield stem


def pattern(stems: Iterable[str]) -> str:
    """Return a regular expression for any of the stems; each letter is compared once.

    It matches nothing where there are no stems. Time is linear in the text: no branch repeats.
    """
    trie: _Trie = {}
    for stem in shortest(stems):
        branch = trie
        for letter in stem:
            branch = branch.setdefault(letter, {})
    return _written(trie) if trie else r"(?!)"


def _written(trie: _Trie) -> str:
    branches = [re.escape(letter) + _written(rest) for letter, rest in trie.items()]
    return branches[0] if len(branches) == 1 else f"(?:{'|'.join(branches)})" if branches else ""
