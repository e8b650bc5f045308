"""Which words can hold a term, told by their letters: no other word is analysed.

A word is looked at closely where the stem of a term of one word stands in it, or where it can be
the first word of a phrase and the word after it the second.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import chain
from types import MappingProxyType
from typing import NamedTuple

from kielipari.terms.forms import EXACT, key
from kielipari.terms.index import ANY_WORD, BASE, Index, Phrase
from kielipari.terms.stems import OPENING, openings, pattern, shortest, stems_of

_FEW = 2  # forms; a verb has no more, since nobody generates them
_LONGEST_ACRONYM = 4

Beginnings = tuple[str, ...]
"""What a word may begin with; an empty string where any word may stand."""


class Opens(NamedTuple):
    """What phrases that begin with a word need: the next word, and some word anywhere in the text.

    Of each phrase the longest word after the first tells most, and is the one to be looked for.
    """

    seconds: Beginnings
    company: Beginnings


class _Word(NamedTuple):
    """A word of the terms: its own key, the keys of its forms, whether any of it is inflected."""

    own: str
    forms: frozenset[str]
    inflects: bool
    is_verb: bool

    def stems(self, *, is_name: bool) -> Iterator[str]:
        """Yield the stems of the word's forms; a name's beginning never changes."""
        start = self.own[:OPENING] if is_name else ""
        forms = [form for form in self.forms if form.startswith(start)]
        return stems_of(forms, is_name=is_name)

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
    or have one of the stems ``anywhere``. If there are ``limits`` it begins with one in any case.
    """

    leading: frozenset[str]
    tails: Mapping[str, frozenset[str]] = MappingProxyType({})
    anywhere: frozenset[str] = frozenset()
    limits: frozenset[str] = frozenset()

    def expression(self) -> str:
        """Return a regular expression that matches at the beginning of such words."""
        after = {opening: f".*?{pattern(ends)}" for opening, ends in self.tails.items()}
        ways = [pattern(self.leading), pattern(after, after)]
        if self.anywhere:
            ways.append(f".*?{pattern(self.anywhere)}")
        found = f"(?:{'|'.join(ways)})"
        return f"(?={pattern(self.limits)}){found}" if self.limits else found

    def beginnings(self) -> Iterator[str]:
        """Yield what a leading stem, or one that stands anywhere, begins with."""
        for stem in self.leading | self.anywhere:
            yield from (stem[:size] for size in range(1, len(stem)))


def compiled(*several: Letters) -> Callable[[str], object]:
    """Return what tells the words that any of several letters are for from others."""
    return re.compile("|".join(letters.expression() for letters in several), re.DOTALL).match


class Screen:
    """Tells the words that can hold a term of an index."""

    def __init__(
        self,
        index: Index,
        forms: Mapping[int, Sequence[str]],
        texts: Callable[[int], Iterable[str]],
        limits: frozenset[str] = frozenset(),
    ) -> None:
        """Take the index, the keys of each word, and the terms that a word is by itself.

        ``limits`` are what all words begin with that are looked at; empty for none.
        """
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
        self._holds = compiled(single)
        self._begins = compiled(Letters(single.leading | single.anywhere))
        self._beginnings = frozenset(single.beginnings())
        self._opens, self._whole_opens = _phrases(index, words)
        self._first = re.compile(pattern(self._opens)).match
        openers = self._opens | self._whole_opens
        self.letters = single._replace(leading=single.leading.union(openers), limits=limits)
        self.company = frozenset(chain.from_iterable(o.company for o in openers.values()))

    def may_be(self, form: str) -> bool:
        """Whether a word, by its key, can be a term of one word, or hold one in a compound."""
        return self._holds(form) is not None

    def may_begin(self, form: str) -> bool:
        """Whether a word, by its key, may begin with a term's own word."""
        return self._begins(form) is not None

    def may_be_half(self, front: str) -> bool:
        """Whether "front-" may hold a term, or stand for one whose word begins so."""
        return front in self._beginnings or self.may_be(front)

    def opens(self, form: str) -> Opens | None:
        """Return what the phrases need that a word can begin; None for none."""
        found = self._first(form)
        after_stem = self._opens[found.group()] if found else None
        after_word = self._whole_opens.get(form)
        if after_stem and after_word:
            return Opens(
                after_stem.seconds + after_word.seconds, after_stem.company + after_word.company
            )
        return after_stem or after_word


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
            anywhere.update(word.stems(is_name=all(map(_is_name, written))))
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


class _Needs:
    """What the phrases need that begin alike."""

    def __init__(self) -> None:
        self.seconds: set[str] = set()
        self.company: set[str] = set()

    def add(self, other: "_Needs") -> None:
        self.seconds |= other.seconds
        self.company |= other.company

    def opens(self) -> Opens:
        return Opens(_least(self.seconds), _least(self.company))


def _phrases(index: Index, words: Mapping[int, _Word]) -> tuple[dict[str, Opens], dict[str, Opens]]:
    """Return what phrases need, by the stem of their first word, and by the word itself."""
    by_stem: defaultdict[str, _Needs] = defaultdict(_Needs)
    by_word: defaultdict[str, _Needs] = defaultdict(_Needs)
    for number, following in index.phrases.items():
        word = words[number]
        for phrase in chain.from_iterable(following.values()):
            needs = _needs(phrase, words)
            if phrase[1][0] == EXACT:
                for own in {word.own, word.own.strip("-")}:
                    by_word[own].add(needs)
            else:
                for stem in word.beginnings(phrase[1][0]):
                    by_stem[stem].add(needs)
    free = tuple(shortest(by_stem))
    joint: defaultdict[str, _Needs] = defaultdict(_Needs)
    for stem, needs in by_stem.items():
        joint[next(short for short in free if stem.startswith(short))].add(needs)
    return (
        {stem: needs.opens() for stem, needs in joint.items()},
        {own: needs.opens() for own, needs in by_word.items()},
    )


def _needs(phrase: Phrase, words: Mapping[int, _Word]) -> _Needs:
    """Return what one phrase needs after its first word."""
    needs = _Needs()
    after = [
        {""} if number == ANY_WORD else set(words[number].beginnings(role))
        for number, role in zip(phrase[0][1:], phrase[1][1:], strict=True)
    ]
    needs.seconds = after[0]
    # Only what is written in letters is among the words that a text is looked through by.
    lettered = [begins for begins in after if all(map(str.isalpha, begins))]
    needs.company = max(lettered, key=lambda begins: min(map(len, begins)), default={""})
    return needs


def _least(begins: set[str]) -> Beginnings:
    return ("",) if "" in begins else tuple(shortest(begins))
