"""Which letters the words have that can hold a term: told once, when a glossary is compiled.

A word is looked at closely where the stem of a term of one word stands in it, or where it can be
the first word of a phrase and the word after it the second.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from types import MappingProxyType
from typing import NamedTuple

from kielipari.languages.base import Form, Language
from kielipari.terms.forms import EXACT, key
from kielipari.terms.stems import LONGEST, OPENING, openings, shortest, stems_of

_FEW = 2  # forms; a verb has no more, since nobody generates them
_LONGEST_ACRONYM = 4
_SHORTEST_PART = 3  # letters of a name's part
_BETWEEN = "\n"  # keys
_LAST_LETTERS = 3  # of a word, which may be others in its forms
_ENOUGH, _LAST = 5, 2  # letters of a name, and those at its end
SHORTEST_BEGINNING = 5
ANY_WORD = -1
"""Stands for the number of a word where any word may stand."""

Beginnings = tuple[str, ...]
"""What a word may begin with; an empty string where any word may stand."""

Phrase = tuple[tuple[int, ...], tuple[int, ...], int, int]
"""Numbers of the words, their roles, the index of the head, the number of the term."""

Phrases = Mapping[int, Mapping[int, Sequence[Phrase]]]
"""Phrases by their first word and their second."""

_NONE: Mapping[str, frozenset[str]] = MappingProxyType({})


class Opens(NamedTuple):
    """What phrases that begin with a word need: the next word, and some word anywhere in the text.

    Of each phrase the longest word after the first tells most, and is the one to be looked for.
    """

    seconds: Beginnings
    company: Beginnings


class Ways(NamedTuple):
    """How a word can hold a term, by its letters.

    It may begin with one of the ``leading``, begin so and have one of the ``tails`` further on, or
    have one of the stems ``anywhere``.
    """

    leading: frozenset[str]
    tails: Mapping[str, frozenset[str]] = _NONE
    anywhere: frozenset[str] = frozenset()


class Letters(NamedTuple):
    """The letters by which a glossary's words are met in a text, as keys.

    Phrases begin with a stem of ``by_stem`` or with a word of ``by_word``. ``openings`` are the
    first letters of all forms, ``beginnings`` those of the longer words without what may change
    in their forms; ``marks`` are the characters besides letters.
    """

    holds: Ways
    by_stem: Mapping[str, Opens]
    by_word: Mapping[str, Opens]
    openings: frozenset[str]
    beginnings: frozenset[str]
    marks: str


class Glossary(NamedTuple):
    """What the letters are told from.

    ``inflected`` are, by their numbers, the words that may have other forms than their own.
    ``single`` gives the terms that a word is by itself, as they are written.
    """

    words: Sequence[str]
    inflected: Mapping[int, "Word"]
    single: Mapping[int, Sequence[str]]
    phrases: Phrases


def told(glossary: Glossary, language: Language) -> Letters:
    """Tell the letters of a glossary's words."""
    words = [
        glossary.inflected.get(n) or Word(word, (), language)
        for n, word in enumerate(glossary.words)
    ]
    by_stem, by_word = _phrases(glossary.phrases, words)
    beginnings = frozenset(
        key(word)[: max(SHORTEST_BEGINNING, len(word) - _LAST_LETTERS)]
        for word in glossary.words
        if len(word) > SHORTEST_BEGINNING
    )
    forms = chain.from_iterable(word.forms for word in words)
    return Letters(
        _ways(glossary, words, language),
        by_stem,
        by_word,
        frozenset(form[:SHORTEST_BEGINNING] for form in chain(forms, beginnings)),
        beginnings,
        _marks(glossary, words),
    )


class Word:
    """A word of the terms, with the keys of its forms: in little room, for there may be many."""

    __slots__ = ("_first", "_keys", "_stems", "inflects", "is_verb", "own")

    def __init__(self, text: str, forms: Sequence[Form], language: Language) -> None:
        bases = (language.lemmas(text) or (text,)) if forms else ()
        self.own = key(text)
        self.inflects = bool(forms)
        keys = frozenset(map(key, (text, *(form.text for form in forms), *bases)))
        self._keys = _BETWEEN.join(keys)
        self.is_verb = self.inflects and len(keys) <= _FEW and _is_verb(text, language)
        stems, first = language.stems(text, forms) if forms else ((), ())
        self._stems = tuple(set(map(key, stems)))
        self._first = tuple(set(map(key, first)))

    @property
    def forms(self) -> list[str]:
        """The keys of the word and of its forms, each once."""
        return self._keys.split(_BETWEEN)

    def stems(self, *, is_name: bool = False) -> Iterator[str]:
        """Yield the stems of the word's forms; a name's beginning never changes."""
        start = self.own[:OPENING] if is_name else ""
        if not self._stems:
            forms = [form for form in self.forms if form.startswith(start)]
            yield from stems_of(forms, is_name=is_name)
            return
        # The lexicon may have a name's form that no class describes: Kangasala, Kangasalla.
        size = max(_ENOUGH, len(self.own) - _LAST) if is_name else LONGEST
        stems = self._stems if is_name else {*self._stems, *self._first}
        yield from (stem[: min(size, LONGEST)] for stem in stems if stem.startswith(start))

    def tails(self, start: int) -> Iterator[str]:
        """Yield the stems of what stands after a place."""
        ends = [stem[start:][:LONGEST] for stem in self._stems]
        if ends and min(map(len, ends)) >= _SHORTEST_PART:
            yield from ends
        else:
            yield from stems_of(form[start:] for form in self.forms if form[start:])

    def beginnings(self, role: int) -> Iterator[str]:
        """Yield what the word begins with in a text, where it has a role in a phrase."""
        if role == EXACT:
            yield self.own.strip("-")
            return
        yield from (stem.strip("-") for stem in self.stems())
        if self.is_verb:
            yield from self.openings()

    def openings(self) -> Iterator[str]:
        """Yield the first letters of the forms as inflection may change them."""
        yield from chain.from_iterable(map(openings, self.forms))


def _ways(glossary: Glossary, words: Sequence[Word], language: Language) -> Ways:
    """Return how words hold the terms of one word."""
    leading: set[str] = set()
    anywhere: set[str] = set()
    tails: defaultdict[str, frozenset[str]] = defaultdict(frozenset)
    for number, texts in glossary.single.items():
        word = words[number]
        if all(map(_is_acronym, texts)):  # hyphens join it to the rest of a compound
            leading.update(word.forms)
        else:
            anywhere.update(word.stems(is_name=all(map(_is_name, texts))))
        if word.is_verb:
            leading.update(word.openings())
        for head in _heads(glossary.words[number], language):
            # kuntavaali, kunnallisvaali: what comes before the last part may change with it
            ends = frozenset(word.tails(head))
            for opening in set(word.openings()):
                tails[opening] |= ends
    return Ways(
        frozenset(shortest(leading)),
        {opening: frozenset(shortest(ends)) for opening, ends in tails.items()},
        frozenset(shortest(anywhere)),
    )


def _is_acronym(text: str) -> bool:
    return text.isupper() and len(text) <= _LONGEST_ACRONYM


def _is_name(text: str) -> bool:
    return text[:1].isupper() and not text.isupper()


def _heads(word: str, language: Language) -> tuple[int, ...]:
    """Return where the last part of a compound begins; of a name that nobody cuts, where it may."""
    readings = language.readings(word)
    found = {reading.parts[-1].start for reading in readings if len(reading.parts) > 1}
    if found or not any(reading.pos == "proper" for reading in readings):
        return tuple(sorted(found))
    # uusimaa, uudenmaan
    return tuple(
        place
        for place in range(_SHORTEST_PART, len(word) - _SHORTEST_PART + 1)
        if any(r.pos == "adjective" and r.case == "nom" for r in language.readings(word[:place]))
        and language.knows(word[place:])
    )


def _is_verb(word: str, language: Language) -> bool:
    """Whether a word is a verb and no noun in its citation form: nobody generates its forms."""
    readings = language.readings(word)
    return any(reading.pos == "verb" for reading in readings) and not any(
        reading.is_nominal and reading.case in {"", "nom"} for reading in readings
    )


def _marks(glossary: Glossary, words: Sequence[Word]) -> str:
    """Return what besides letters stands in the terms' words, or begins a term."""
    found: set[str] = set()
    for number, word in enumerate(words):
        begins = number in glossary.single or number in glossary.phrases
        for form in word.forms:
            if begins or any(map(str.isalnum, form)):
                found.update(c for c in form if not c.isalpha())
    return "".join(sorted(found))


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


def _phrases(phrases: Phrases, words: Sequence[Word]) -> tuple[dict[str, Opens], dict[str, Opens]]:
    """Return what phrases need, by the stem of their first word, and by the word itself."""
    by_stem: defaultdict[str, _Needs] = defaultdict(_Needs)
    by_word: defaultdict[str, _Needs] = defaultdict(_Needs)
    for number, following in phrases.items():
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


def _needs(phrase: Phrase, words: Sequence[Word]) -> _Needs:
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
