"""Finding the terms of several glossaries in the texts of one language, most of which hold none.

A text whose words are known to hold nothing costs one step on sets; most words tell that by their
letters. In the others a *chunk*, which is what stands between white space, is looked at once, and
what it holds by itself is kept. Only where a chunk's neighbours have a say, as in a phrase, is the
text cut into tokens.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import cached_property, reduce
from itertools import filterfalse, product
from typing import Any, NamedTuple

from kielipari import languages
from kielipari.languages.base import Token
from kielipari.languages.memory import ANSWERS_KEPT, WORDS_KEPT, Found
from kielipari.languages.text import LONGEST_WORD, SOFT, fold, runs_of_letters
from kielipari.model import MatchKind, TermHit
from kielipari.terms.letters import Beginnings
from kielipari.terms.match import Matcher
from kielipari.terms.names import merged
from kielipari.terms.screen import Screen
from kielipari.terms.words import as_key

_PUNCTUATION = ".,;:!?()[]{}\"'”“„»«…/"
_JOINING = "-\N{HYPHEN}\N{NON-BREAKING HYPHEN}" + SOFT
"""Characters that may stand inside a word, or be left out of it, whatever the glossary holds."""


class _Chunk(NamedTuple):
    """What is known of a chunk that holds a term or begins one.

    ``hits`` are its own, where the next chunk does not begin with one of the ``seconds``, as it does
    where a phrase goes on there. If it ``leans``, its neighbours always tell what it holds.
    """

    hits: tuple[TermHit, ...]
    seconds: Beginnings
    leans: bool


_LEANING = _Chunk((), (), leans=True)

_Plain = tuple[Any, ...]
"""A chunk as marshal takes it; a hit's term is told by the places of its matcher and of the term there."""


class Finder:
    """Finds the terms of glossaries in one language; what the first one finds stands first."""

    def __init__(self, matchers: Iterable[Matcher]) -> None:
        """Take the compiled glossaries."""
        self._matchers = tuple(matcher for matcher in matchers if not matcher.is_empty)
        self._barren: set[str] = set()  # words in lower case
        self._telling: dict[str, Beginnings] = {}  # words in lower case: what they need
        self._idle: set[str] = set()  # chunks and tokens
        self._chunks: dict[str, _Chunk] = {}

    def __len__(self) -> int:
        return len(self._barren) + len(self._telling) + sum(map(len, self._matchers))

    def found(self) -> Found:
        """See :class:`kielipari.languages.memory.Remembering`."""
        seen = {
            f"{place} {kind}": words
            for place, matcher in enumerate(self._matchers)
            for kind, words in matcher.found().items()
        }
        chunks = {chunk: self._packed(held) for chunk, held in self._chunks.items()}
        own = {"barren": self._barren, "telling": self._telling, "idle": self._idle}
        return own | {"chunks": chunks} | seen

    def recall(self, found: Found) -> None:
        """See :class:`kielipari.languages.memory.Remembering`."""
        self._barren.update(found["barren"])
        self._telling.update(found["telling"])
        self._idle.update(found["idle"])
        self._chunks.update(
            (chunk, self._unpacked(plain)) for chunk, plain in found["chunks"].items()
        )
        for place, matcher in enumerate(self._matchers):
            own = f"{place} "
            kinds = [kind for kind in found if kind.startswith(own)]
            matcher.recall({kind.removeprefix(own): found[kind] for kind in kinds})

    def _packed(self, chunk: _Chunk) -> _Plain:
        places = self._places_of
        hits = [
            (*places[id(h.term)], h.start, h.end, h.form, h.how.value, h.certain)
            for h in chunk.hits
        ]
        return hits, chunk.seconds, chunk.leans

    def _unpacked(self, plain: _Plain) -> _Chunk:
        packed, seconds, leans = plain
        hits = []
        for place, number, start, end, form, how, certain in packed:
            concept, term = self._matchers[place].terms[number]
            hits.append(TermHit(concept, term, start, end, form, MatchKind(how), certain))
        return _Chunk(tuple(hits), seconds, leans)

    def find(self, text: str, words: frozenset[str]) -> tuple[TermHit, ...]:
        """Return the mentions in a text, by their start; offsets are code points.

        ``words`` are the text's runs of letters, in lower case.
        """
        if not self._matchers or not (self._may_hold(words) or self._mark(text)):
            return ()
        idle, known = self._idle, self._chunks
        held: dict[str, tuple[TermHit, ...]] = {}
        chunks = text.split()
        for place, chunk in enumerate(chunks):
            if chunk in idle:
                continue
            seen = known[chunk] if chunk in known else self._look(chunk)
            if seen is None:
                continue
            if seen.leans or (seen.seconds and self._goes_on(chunks, place + 1, seen.seconds)):
                return self._find_in(text, self._tokenize(text))
            if seen.hits:
                held[chunk] = seen.hits
        return tuple(_moved(text, chunks, held)) if held else ()

    def lists(self, words: AbstractSet[str]) -> bool:
        """Whether any of the words stands in a glossary as it is, without being analysed.

        That is what to ask of a text in another language: its words would be analysed in vain.
        """
        if self._listed is None:
            return any(matcher.lists(word) for matcher in self._matchers for word in words)
        return not self._listed.isdisjoint(words)

    def _may_hold(self, words: frozenset[str]) -> bool:
        """Whether one of a text's words may hold a term, or begin one: quick to deny.

        What has a mark inside ("NTM-centralen", "s:t", "innovaatio-") is no word here.
        """
        rest = words - self._barren
        telling = self._telling
        new = rest.difference(telling)
        if new:
            rest -= self._meet(new)
        for word in rest:
            company = telling.get(word)
            if not company or any(other.startswith(company) for other in words):
                return True
        return False

    def _meet(self, words: AbstractSet[str]) -> AbstractSet[str]:
        """Look at words in lower case for the first time, and return the barren among them."""
        barren = set(words)
        for screen in self._screens:
            barren = set() if screen is None else set(filterfalse(screen.tells, barren))
        if len(self._telling) >= WORDS_KEPT:
            self._telling.clear()
        self._telling.update((word, self._company(word)) for word in words - barren)
        _keep(self._barren, barren)
        return barren

    def _company(self, word: str) -> Beginnings:
        """Return what phrases need that a word begins; nothing where it may hold a term itself."""
        found: Beginnings = ()
        for screen in self._screens:
            if screen is None or screen.may_be(word):
                return ()
            opens = screen.opens(word)
            found += opens.company if opens is not None else ()
        return found

    def _look(self, chunk: str) -> _Chunk | None:
        """Look at a chunk for the first time; None where it neither holds a term nor begins one."""
        bare = chunk.strip(_PUNCTUATION).lower()
        is_barren = bare in self._barren or not (
            self._mark(bare) or set(runs_of_letters(bare)) - self._barren
        )
        tokens = () if is_barren else self._tokenize(chunk)
        places = self._places(tokens)
        found = self._read(chunk, tokens, places) if places else None
        if len(chunk) > LONGEST_WORD:
            return found
        if found is None:
            _keep(self._idle, {chunk})
        else:
            if len(self._chunks) >= ANSWERS_KEPT:
                self._chunks.clear()
            self._chunks[chunk] = found
        return found

    def _read(self, chunk: str, tokens: Sequence[Token], places: Iterable[int]) -> _Chunk:
        """Read a chunk in which some tokens hold a term or begin one."""
        seconds: Beginnings = ()
        for place, matcher in product(places, self._matchers):
            seen = matcher.see(tokens[place].text)
            if seen is None:
                continue
            if seen.elliptic or (seen.single is not None and seen.single.doubt):
                return _LEANING
            if seen.opens is None:
                continue
            if place + 1 == len(tokens):
                seconds += seen.opens.seconds
            elif as_key(tokens[place + 1].text).startswith(seen.opens.seconds):
                return _LEANING
        return _Chunk(self._find_in(chunk, tokens), seconds, leans=False)

    def _goes_on(self, chunks: Sequence[str], place: int, seconds: Beginnings) -> bool:
        """Whether a phrase may go on in a chunk."""
        if place == len(chunks):
            return False
        chunk = chunks[place]
        if chunk[0].isalpha() and "-" not in chunk and not fold(chunk).startswith(seconds):
            return False  # nor does its first token
        return as_key(self._tokenize(chunk)[0].text).startswith(seconds)

    def _find_in(self, text: str, tokens: Sequence[Token]) -> tuple[TermHit, ...]:
        """Return the mentions in what is cut into tokens."""
        places = self._places(tokens)
        return reduce(merged, (m.find_in(text, tokens, places=places) for m in self._matchers))

    def _places(self, tokens: Sequence[Token]) -> list[int]:
        """Return the places of the tokens that hold a term or begin one."""
        idle = self._idle
        return [
            place
            for place, token in enumerate(tokens)
            if token[0] not in idle and not self._is_idle(token[0])
        ]

    def _is_idle(self, word: str) -> bool:
        """Whether a token neither holds a term nor begins one."""
        low = word.lower()
        if low not in self._barren:
            if any(matcher.see(word) is not None for matcher in self._matchers):
                return False
            if word.isalpha():  # a capital tells which term it is, not whether there is one
                self._telling.pop(low, None)
                _keep(self._barren, {low})
        _keep(self._idle, {word})
        return True

    def _tokenize(self, text: str) -> tuple[Token, ...]:
        return languages.get(self._matchers[0].lang).tokenize(text)

    @cached_property
    def _screens(self) -> tuple[Screen | None, ...]:
        """What tells the words by their letters; None for a large glossary."""
        return tuple(matcher.screen for matcher in self._matchers)

    @cached_property
    def _mark(self) -> Callable[[str], object]:
        """Tell whether a text has what may stand in a word of a term besides letters."""
        marks = frozenset(_JOINING).union(*(matcher.marks for matcher in self._matchers))
        return re.compile(f"[{re.escape(''.join(sorted(marks)))}]").search

    @cached_property
    def _places_of(self) -> dict[int, tuple[int, int]]:
        """The places of a term's matcher and of the term there, by the term's id()."""
        return {
            id(term): (place, number)
            for place, matcher in enumerate(self._matchers)
            for number, (_, term) in enumerate(matcher.terms)
        }

    @cached_property
    def _listed(self) -> frozenset[str] | None:
        """The forms of all glossaries as they stand in texts; None where one is too large."""
        listed = [matcher.listed for matcher in self._matchers]
        known = [forms for forms in listed if forms is not None]
        return frozenset().union(*known) if len(known) == len(listed) else None


def _keep(kept: set[str], words: AbstractSet[str]) -> None:
    """Add words to those that are kept; if there are too many, these are dropped first."""
    if len(kept) >= WORDS_KEPT:
        kept.clear()
    kept |= words


def _moved(
    text: str, chunks: Sequence[str], held: Mapping[str, Sequence[TermHit]]
) -> Iterator[TermHit]:
    """Yield the hits that chunks hold by themselves, at their places in the text."""
    start = 0
    for chunk in chunks:
        start = text.index(chunk, start)
        for hit in held.get(chunk, ()):
            yield TermHit(
                hit.concept,
                hit.term,
                start + hit.start,
                start + hit.end,
                hit.form,
                hit.how,
                hit.certain,
            )
        start += len(chunk)
