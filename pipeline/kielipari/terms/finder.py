"""Finding the terms of several glossaries in the texts of one language, most of which hold none.

What is known of a word is kept: a text whose words are known to hold nothing costs one step on
sets, and a word that is met for the first time one regular expression, mostly. Only a text in which
a term may stand is cut into tokens.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from collections.abc import Set as AbstractSet
from functools import cached_property, reduce
from itertools import chain
from typing import NamedTuple

from kielipari import languages
from kielipari.languages.base import Token
from kielipari.languages.memory import WORDS_KEPT, Found
from kielipari.languages.text import SOFT, fold
from kielipari.model import TermHit
from kielipari.terms.forms import keys
from kielipari.terms.letters import Beginnings
from kielipari.terms.match import Matcher
from kielipari.terms.names import merged
from kielipari.terms.screen import compiled
from kielipari.terms.stems import pattern

_PUNCTUATION = ".,;:!?()[]{}\"'”“„»«…/"
_JOINING = "-\N{HYPHEN}\N{NON-BREAKING HYPHEN}" + SOFT
"""Characters that may stand inside a word, or be left out of it, whatever the glossary holds."""


class _Met(NamedTuple):
    """What is known of a word: in which glossaries (bits) it holds a term, and begins phrases.

    ``company`` is what a phrase that begins with it needs; a word that is no more than such company
    has neither.
    """

    holds: int
    company: tuple[tuple[int, Beginnings], ...]


_NOTHING = _Met(0, ())


class Finder:
    """Finds the terms of glossaries in one language; what the first one finds stands first."""

    def __init__(self, matchers: Iterable[Matcher]) -> None:
        """Take the compiled glossaries."""
        self._matchers = tuple(
            (1 << place, matcher)
            for place, matcher in enumerate(m for m in matchers if not m.is_empty)
        )
        self._barren: set[str] = set()  # words in lower case
        self._idle: set[str] = set()  # tokens
        self._telling: set[str] = set()  # tokens
        self._met: dict[str, _Met] = {}
        self._marked: dict[str, tuple[str, int] | None] = {}

    def __len__(self) -> int:
        return len(self._barren) + len(self._met)

    def found(self) -> Found:
        """See :class:`kielipari.languages.memory.Remembering`."""
        followers = {word for word, met in self._met.items() if met is _NOTHING}
        return {"barren": self._barren, "followers": followers}

    def recall(self, found: Found) -> None:
        """See :class:`kielipari.languages.memory.Remembering`."""
        self._barren.update(found["barren"])
        self._met.update(dict.fromkeys(found["followers"], _NOTHING))

    def find(self, text: str, words: frozenset[str]) -> tuple[TermHit, ...]:
        """Return the mentions in a text, by their start; offsets are code points.

        ``words`` are the text's runs of letters, in lower case.
        """
        at_work = self._where(text, words) if self._matchers else 0
        if not at_work:
            return ()
        tokens = languages.get(self._matchers[0][1].lang).tokenize(text)
        places = self._places(tokens)
        found = (
            m.find_in(text, tokens, places=places) for bit, m in self._matchers if at_work & bit
        )
        return reduce(merged, found)

    def lists(self, words: AbstractSet[str]) -> bool:
        """Whether any of the words stands in a glossary as it is, without being analysed.

        That is what to ask of a text in another language: its words would be analysed in vain.
        """
        if self._listed is None:
            return any(matcher.lists(word) for _, matcher in self._matchers for word in words)
        return not self._listed.isdisjoint(words)

    def _where(self, text: str, words: frozenset[str]) -> int:
        """Return in which glossaries a term may be mentioned: quick to deny.

        What has a mark inside ("NTM-centralen", "s:t", "innovaatio-") is looked at as a whole.
        """
        found = 0
        met = self._met
        rest = words - self._barren
        new = rest.difference(met)
        if new:
            if len(met) >= WORDS_KEPT:
                met.clear()
                new = rest
            rest = rest - self._meet(new)
        marked = self._marked_words(text) if self._mark(text) else {}
        for word in rest:
            holds, company = met[word]
            found |= holds
            for bit, begins in company:
                if not found & bit and any(w.startswith(begins) for w in (*rest, *marked)):
                    found |= bit
        for holds in marked.values():
            found |= holds
        return found

    def _meet(self, words: AbstractSet[str]) -> AbstractSet[str]:
        """Look at words in lower case for the first time, and return the barren among them."""
        if len(self._barren) >= WORDS_KEPT:
            self._barren.clear()
        may_hold = self._may_hold
        barren = set()
        if may_hold is not None:
            told = {word: may_hold(word) for word in words - self._openers}
            barren = {word for word, found in told.items() if found is None}
            following = {word for word, found in told.items() if found and found.lastgroup}
            self._met.update(dict.fromkeys(following, _NOTHING))
            words = words - barren - following
        for word in words:
            found = self._met[word] = self._look(word)
            if may_hold is None and found is _NOTHING:
                barren.add(word)
        self._barren |= barren
        return barren

    def _look(self, word: str) -> _Met:
        """Look closely at a word in lower case."""
        holds, company = 0, []
        for bit, matcher in self._matchers:
            seen = matcher.see(word)
            if seen is None:
                continue
            if seen.single or seen.inside or seen.elliptic:
                holds |= bit
            elif seen.opens:
                company.append((bit, seen.opens.company))
        return _Met(holds, tuple(company)) if holds or company else _NOTHING

    def _marked_words(self, text: str) -> dict[str, int]:
        """Return the keys of the words with a mark inside, and which glossaries they may be of."""
        known = self._marked
        found = {}
        for piece in self._with_mark(text.lower()):
            seen = known[piece] if piece in known else self._look_at(piece)
            if seen is not None:
                found[seen[0]] = seen[1]
        return found

    def _look_at(self, piece: str) -> tuple[str, int] | None:
        """Look at a word with a mark in it; None where the mark is only beside it."""
        if len(self._marked) >= WORDS_KEPT:
            self._marked.clear()
        bare = piece.strip(_PUNCTUATION)
        word = fold(bare)
        form = word.replace("-", "")
        seen = None
        if form and not bare.isalpha():
            found = 0
            for bit, matcher in self._matchers:
                screen = matcher.screen
                if (
                    screen is None
                    or word[0] == "-"  # "-viranomaiset": told from the words before
                    or any(map(screen.may_be, keys(word)))
                    or screen.opens(form)
                    or (word[-1] == "-" and screen.may_be_half(form))
                ):
                    found |= bit
            seen = (form, found)
        self._marked[piece] = seen
        return seen

    def _places(self, tokens: Sequence[Token]) -> list[int]:
        """Return the places of the tokens that may hold a term or begin one."""
        idle, telling = self._idle, self._telling
        places = []
        for place, token in enumerate(tokens):
            word = token[0]
            if word in idle:
                continue
            if word not in telling:
                known = idle if self._is_idle(word) else telling
                if len(known) >= WORDS_KEPT:
                    known.clear()
                known.add(word)
                if known is idle:
                    continue
            places.append(place)
        return places

    def _is_idle(self, word: str) -> bool:
        """Whether a token neither holds a term nor begins one."""
        low = word.lower()
        if low in self._barren:
            return True
        met = self._met.get(low) if word.isalpha() else None
        if met is not None:  # a capital tells which term it is, not whether there is one
            return met is _NOTHING
        if "-" not in word and low not in self._openers and self._may_hold is not None:
            found = self._may_hold(fold(word))  # mostly a number or a punctuation mark
            return found is None or found.lastgroup is not None
        return all(matcher.see(word) is None for _, matcher in self._matchers)

    @cached_property
    def _may_hold(self) -> Callable[[str], re.Match[str] | None] | None:
        """Tell of a word by its letters whether any of the glossaries may have it.

        The match has a ``lastgroup`` where phrases may only need the word after their first.
        """
        screens = [matcher.screen for _, matcher in self._matchers]
        known = [screen for screen in screens if screen is not None]
        if len(known) < len(screens):
            return None
        company = chain.from_iterable(screen.company for screen in known)
        ways = (*(screen.expression for screen in known), f"(?P<follows>{pattern(company)})")
        return compiled(ways)

    @cached_property
    def _openers(self) -> frozenset[str]:
        """The words that phrases of any of the glossaries begin with as they stand."""
        screens = [matcher.screen for _, matcher in self._matchers]
        return frozenset().union(*(screen.openers for screen in screens if screen is not None))

    @cached_property
    def _marks(self) -> str:
        """What may stand in a word of a term besides letters, as a class of characters."""
        marks = frozenset(_JOINING).union(*(matcher.marks for _, matcher in self._matchers))
        return re.escape("".join(sorted(marks)))

    @cached_property
    def _mark(self) -> Callable[[str], object]:
        return re.compile(f"[{self._marks}]").search

    @cached_property
    def _with_mark(self) -> Callable[[str], list[str]]:
        """Return the words that have a mark in them, or at an end."""
        marks = self._marks
        return re.compile(rf"(?<!\w)(?=\w*[{marks}])[\w{marks}]+").findall

    @cached_property
    def _listed(self) -> frozenset[str] | None:
        """The forms of all glossaries as they stand in texts; None where one is too large."""
        listed = [matcher.listed for _, matcher in self._matchers]
        known = [forms for forms in listed if forms is not None]
        return frozenset().union(*known) if len(known) == len(listed) else None
