"""Which words can hold a term, told by their letters: no other word is analysed.

A word is looked at closely where the stem of a term of one word stands in it, or where it can be
the first word of a phrase and the word after it the second.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from kielipari.terms.forms import EXACT, key
from kielipari.terms.index import ANY_WORD, BASE, Index
from kielipari.terms.stems import openings, pattern, shortest, stems_of

_FEW = 2  # forms; a verb has no more, since nobody generates them
_LONGEST_ACRONYM = 4

Seconds = tuple[str, ...]
"""What the second words of phrases begin with; an empty string where any word may be one."""


class _Word(NamedTuple):
    """A word of the terms: its own key, the keys of its forms, whether any of it is inflected."""

    own: str
    forms: frozenset[str]
    inflects: bool
    is_verb: bool

    def beginnings(self, role: int) -> Iterator[str]:
        """Yield what the word begins with in a text, where it has a role in a phrase."""
        if role == EXACT:
            yield self.own.strip("-")
            return
        yield from (stem.strip("-") for stem in stems_of(self.forms))
        if self.is_verb and len(self.forms) <= _FEW:
            for form in self.forms:
                yield from openings(form)


class Letters(NamedTuple):
    """Letters of the words that can hold a term.

    A word may begin with one of the ``leading``, begin so and have one of the ``tails`` further on,
    or have one of the stems ``anywhere``.
    """

    leading: frozenset[str]
    tails: Mapping[str, frozenset[str]]
    anywhere: frozenset[str]

    def compiled(self) -> Callable[[str], object]:
        """Return what tells the words from others, by one regular expression."""
        after = {opening: f".*?{pattern(ends)}" for opening, ends in self.tails.items()}
        ways = (pattern(self.leading), pattern(after, after), f".*?{pattern(self.anywhere)}")
        return re.compile("|".join(ways), re.DOTALL).match

    def beginnings(self) -> Iterator[str]:
        """Yield what a leading stem, or one that stands anywhere, begins with."""
        for stem in self.leading | self.anywhere:
            yield from (stem[:size] for size in range(1, len(stem)))


def joined(several: Iterable[Letters]) -> Letters:
    """Return the letters of several glossaries together."""
    several = tuple(several)
    tails: defaultdict[str, frozenset[str]] = defaultdict(frozenset)
    for letters in several:
        for opening, ends in letters.tails.items():
            tails[opening] |= ends
    return Letters(
        frozenset().union(*(letters.leading for letters in several)),
        tails,
        frozenset().union(*(letters.anywhere for letters in several)),
    )


class Screen:
    """Tells the words that can hold a term of an index."""

    def __init__(
        self,
        index: Index,
        forms: Mapping[int, Sequence[str]],
        texts: Callable[[int], Iterable[str]],
    ) -> None:
        """Take the index, the keys of each word, and the terms that a word is by itself."""
        words = {
            number: _Word(
                own=key(index.words[number]),
                forms=frozenset(form.removeprefix(BASE) for form in keys),
                inflects=any(form[:1] == BASE for form in keys),
                is_verb=number in index.verbs,
            )
            for number, keys in forms.items()
        }
        single = _single(index, words, texts)
        self._holds = single.compiled()
        self._beginnings = frozenset(single.beginnings())
        self._seconds, self._whole_seconds = _phrases(index, words)
        self._first = re.compile(pattern(self._seconds)).match
        self.letters = single._replace(
            leading=single.leading | self._seconds.keys() | self._whole_seconds.keys()
        )

    def may_be(self, form: str) -> bool:
        """Whether a word, by its key, can be a term of one word, or hold one in a compound."""
        return self._holds(form) is not None

    def may_be_completed(self, front: str) -> bool:
        """Whether "front-" may stand for a term whose word begins so."""
        return front in self._beginnings

    def seconds(self, form: str) -> Seconds:
        """Return how the next word begins in the phrases that a word can begin; empty for none."""
        found = self._first(form)
        after_stem = self._seconds[found.group()] if found else ()
        return after_stem + self._whole_seconds.get(form, ())


def _single(
    index: Index, words: Mapping[int, _Word], texts: Callable[[int], Iterable[str]]
) -> Letters:
    """Return the letters of the words that are terms by themselves."""
    leading: set[str] = set()
    anywhere: set[str] = set()
    tails: defaultdict[str, frozenset[str]] = defaultdict(frozenset)
    for number in index.single:
        word, written = words[number], tuple(texts(number))
        if all(map(_is_acronym, written)):  # hyphens join it to the rest of a compound
            leading.update(word.forms)
        else:
            anywhere.update(stems_of(word.forms, is_name=all(map(_is_name, written))))
        if word.is_verb and word.inflects and len(word.forms) <= _FEW:
            leading.update(opening for form in word.forms for opening in openings(form))
        for head in index.heads.get(number, ()):
            # kuntavaali, kunnallisvaali: what comes before the last part may change with it
            ends = frozenset(stems_of(form[head:] for form in word.forms if form[head:]))
            for opening in {opening for form in word.forms for opening in openings(form)}:
                tails[opening] |= ends
    return Letters(frozenset(leading), tails, frozenset(anywhere))


def _is_acronym(text: str) -> bool:
    return text.isupper() and len(text) <= _LONGEST_ACRONYM


def _is_name(text: str) -> bool:
    return text[:1].isupper() and not text.isupper()


def _phrases(
    index: Index, words: Mapping[int, _Word]
) -> tuple[dict[str, Seconds], dict[str, Seconds]]:
    """Return what second words begin with, by the stem of the first, and by the first itself."""
    by_stem: defaultdict[str, set[str]] = defaultdict(set)
    by_word: defaultdict[str, set[str]] = defaultdict(set)
    for number, following in index.phrases.items():
        word = words[number]
        for second, phrases in following.items():
            for _, roles, *_ in phrases:
                begins = {""} if second == ANY_WORD else set(words[second].beginnings(roles[1]))
                if roles[0] == EXACT:
                    for own in (word.own, word.own.strip("-")):
                        by_word[own] |= begins
                else:
                    for stem in word.beginnings(roles[0]):
                        by_stem[stem] |= begins
    free = tuple(shortest(by_stem))
    joined: defaultdict[str, set[str]] = defaultdict(set)
    for stem, begins in by_stem.items():
        joined[next(short for short in free if stem.startswith(short))] |= begins
    return (
        {stem: _least(begins) for stem, begins in joined.items()},
        {own: _least(begins) for own, begins in by_word.items()},
    )


def _least(begins: set[str]) -> Seconds:
    return ("",) if "" in begins else tuple(shortest(begins))
