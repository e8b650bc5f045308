"""Which words can hold a term, told by their letters: no other word is analysed."""

import re
from collections import defaultdict
from functools import cached_property

from kielipari.terms.letters import SHORTEST_BEGINNING, Letters, Opens, Ways
from kielipari.terms.stems import pattern


class Screen:
    """Tells the words that can hold a term of an index."""

    def __init__(self, letters: Letters, *, listed_only: bool) -> None:
        """Take the letters; with ``listed_only`` a word is looked at if it begins as a listed one."""
        self._letters = letters
        self._listed = letters.openings if listed_only else None
        ways = letters.holds
        self._stems = ways.leading | ways.anywhere
        self._sizes = sorted(set(map(len, self._stems)))
        self._opening_sizes = sorted(set(map(len, letters.by_stem)))
        expression = f"{_expression(ways)}|(?P<opens>{pattern(letters.by_stem)})"
        self._met = re.compile(expression, re.DOTALL).match

    def tells(self, form: str) -> bool:
        """Whether a word, by its key, is to be looked at: it may hold a term or begin one."""
        if self._listed is not None and form[:SHORTEST_BEGINNING] not in self._listed:
            return False
        return self._met(form) is not None or form in self._letters.by_word

    def may_be(self, form: str) -> bool:
        """Whether a word, by its key, can be a term of one word, or hold one in a compound."""
        met = self._met(form)
        return met is not None and met.lastgroup is None

    def may_begin(self, form: str) -> bool:
        """Whether a word, by its key, may begin with a term's own word."""
        return any(form[:size] in self._stems for size in self._sizes)

    def may_be_half(self, front: str) -> bool:
        """Whether "front-" may hold a term, or stand for one whose word begins so."""
        return front in self._beginnings or self.may_be(front)

    def opens(self, form: str) -> Opens | None:
        """Return what the phrases need that a word can begin; None for none."""
        by_stem = self._letters.by_stem
        starts = (form[:size] for size in self._opening_sizes)
        after_stem = next((by_stem[start] for start in starts if start in by_stem), None)
        after_word = self._letters.by_word.get(form)
        if after_stem and after_word:
            return Opens(
                after_stem.seconds + after_word.seconds, after_stem.company + after_word.company
            )
        return after_stem or after_word

    @cached_property
    def _beginnings(self) -> frozenset[str]:
        """What the stems begin with."""
        ways = self._letters.holds
        return frozenset(
            stem[:size] for stem in ways.leading | ways.anywhere for size in range(1, len(stem))
        )


def _expression(ways: Ways) -> str:
    """Return a regular expression that matches at the beginning of words that can hold a term."""
    alike: defaultdict[frozenset[str], list[str]] = defaultdict(list)
    for opening, ends in ways.tails.items():
        alike[ends].append(opening)
    found = [f"{pattern(openings)}.*?{pattern(ends)}" for ends, openings in alike.items()]
    if ways.anywhere:
        found.append(f"(?:..+?)??{pattern(ways.anywhere)}")
    return f"(?:{'|'.join((pattern(ways.leading), *found))})"
