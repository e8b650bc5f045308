"""Which words can hold a term, told by their letters: no other word is analysed."""

import re
from collections.abc import Callable, Iterable
from functools import cached_property
from itertools import chain

from kielipari.terms.letters import Letters, Opens, Ways
from kielipari.terms.stems import pattern


def compiled(expressions: Iterable[str]) -> Callable[[str], re.Match[str] | None]:
    """Return what tells the words that begin with any of several expressions from others."""
    return re.compile("|".join(expressions), re.DOTALL).match


class Screen:
    """Tells the words that can hold a term of an index."""

    def __init__(self, letters: Letters, *, listed_only: bool) -> None:
        """Take the letters; with ``listed_only`` a word is looked at if it begins as a listed one."""
        self._letters = letters
        ways = letters.holds
        self._holds = compiled([_expression(ways)])
        self._stems = ways.leading | ways.anywhere
        self._sizes = sorted(set(map(len, self._stems)))
        self._opening_sizes = sorted(set(map(len, letters.by_stem)))
        way = _expression(ways._replace(leading=ways.leading.union(letters.by_stem)))
        self.expression = f"(?={pattern(letters.openings)}){way}" if listed_only else way
        """Matches words in letters that can hold a term or begin one, but for the ``openers``."""
        self.openers = frozenset(letters.by_word)

    @cached_property
    def company(self) -> frozenset[str]:
        """What the words begin with that phrases need."""
        letters = self._letters
        opens = chain(letters.by_stem.values(), letters.by_word.values())
        return frozenset(chain.from_iterable(opening.company for opening in opens))

    @cached_property
    def _beginnings(self) -> frozenset[str]:
        """What the stems begin with."""
        ways = self._letters.holds
        return frozenset(
            stem[:size] for stem in ways.leading | ways.anywhere for size in range(1, len(stem))
        )

    def may_be(self, form: str) -> bool:
        """Whether a word, by its key, can be a term of one word, or hold one in a compound."""
        return self._holds(form) is not None

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


def _expression(ways: Ways) -> str:
    """Return a regular expression that matches at the beginning of words that can hold a term."""
    after = {opening: f".*?{pattern(ends)}" for opening, ends in ways.tails.items()}
    found = [pattern(ways.leading), pattern(after, after)]
    if ways.anywhere:
        found.append(f"(?:..+?)??{pattern(ways.anywhere)}")
    return f"(?:{'|'.join(found)})"
