"""What one word form of a text can be, of all that the terms are made of.

The answer depends on the form alone, so the matcher asks once for each form and keeps it.
"""

from collections.abc import Iterator, Sequence
from functools import cached_property

from kielipari.languages.base import ATTRIBUTE, Language, Part, Reading
from kielipari.model import Concept, MatchKind, Term
from kielipari.terms.forms import key, keys
from kielipari.terms.index import BASE, Index
from kielipari.terms.letters import SHORTEST_BEGINNING, Opens
from kielipari.terms.screen import Screen
from kielipari.terms.seen import Inside, Seen, Single
from kielipari.terms.speech import ADJECTIVE, VERB, fits

_NOTHING: tuple[()] = ()
_LINKING = frozenset({"nom.", "gen."})
"""Cases in which a word stands first in a compound."""
OWN = ""
"""Tag of a word that stands as the glossary has it."""


class Words:
    """Looks word forms up in an index."""

    def __init__(
        self,
        concepts: Sequence[Concept],
        language: Language,
        index: Index,
        *,
        listed_only: bool = False,
    ) -> None:
        self.index = index
        self._listed_only = listed_only
        self.language = language
        self.terms = tuple(
            (concepts[number], concepts[number].terms[place]) for number, place in index.terms
        )

    def term(self, number: int) -> tuple[Concept, Term]:
        """Return concept and term by the term's number."""
        return self.terms[number]

    def lists(self, word: str) -> bool:
        """Whether the index has the form as it stands."""
        return key(word) in self.index.forms

    @cached_property
    def screen(self) -> Screen | None:
        """What tells by its letters whether a word may hold a term; None for a large glossary."""
        letters = self.index.letters
        return None if letters is None else Screen(letters, listed_only=self._listed_only)

    @property
    def marks(self) -> str:
        """The characters besides letters that stand in the terms' words, or begin a term."""
        return self.index.letters.marks if self.index.letters is not None else ""

    @cached_property
    def listed(self) -> frozenset[str] | None:
        """The keys of the index, as they stand in texts; None for a glossary that is too large."""
        return None if self.index.letters is None else frozenset(self.index.forms)

    def may_be(self, word: str) -> bool:
        """Whether the index has the form, or a word that begins as it does (an ending may follow)."""
        letters = self.index.letters
        if letters is None:
            return True
        form = key(word)
        if form[:SHORTEST_BEGINNING] not in letters.openings:
            return False
        if form in self.index.forms:
            return True
        sizes = range(SHORTEST_BEGINNING, min(len(form), self._longest_beginning) + 1)
        return any(form[:size] in letters.beginnings for size in sizes)

    @cached_property
    def _longest_beginning(self) -> int:
        letters = self.index.letters
        return max(map(len, letters.beginnings), default=0) if letters is not None else 0

    def see(self, word: str) -> Seen | None:
        """Return what a word form can be; None where no term can be, begin or stand in it."""
        if self._listed_only and not self.may_be(word):
            return None
        form = as_key(word)
        screen = self.screen
        elliptic = len(word) > 1 and (word[-1] == "-" or word[0] == "-") and form != "-"
        if screen is None:
            tags, bases = self._candidates(word, form, may_begin=True)
            begins = any(number in self.index.phrases for number in tags)
            opens = Opens(("",), ("",)) if begins else None
        else:
            opens = screen.opens(form)
            # "-viranomaiset": what it stands for is told from the words before it.
            elliptic = elliptic and (word[0] == "-" or screen.may_be_half(form.rstrip("-")))
            if not (elliptic or any(map(screen.may_be, keys(word) if "-" in word else (form,)))):
                return Seen(None, _NOTHING, opens, elliptic=False) if opens else None
            tags, bases = self._candidates(word, form, may_begin=screen.may_begin(form))
        single = None if word[-1] == "-" else self._single(word, form, tags, bases)
        inside = (
            _NOTHING if single or elliptic else tuple(sorted(self._inside(word), key=_by_start))
        )
        if not (single or inside or opens or elliptic):
            return None
        return Seen(single, inside, opens, elliptic)

    def numbers(self, word: str) -> dict[int, frozenset[str]]:
        """Return the words of terms that a form can be, with the tags of the form."""
        if self._listed_only and not self.may_be(word):
            return {}
        tags, _ = self._candidates(word, as_key(word), may_begin=True)
        return {number: frozenset(kinds) for number, kinds in tags.items()}

    def _candidates(
        self, word: str, form: str, *, may_begin: bool
    ) -> tuple[dict[int, set[str]], dict[int, str]]:
        """Return the words of terms that a form can be: the tags of each, and the base form.

        An unknown word is read by its end only if it ``may_begin`` as one of the words does.
        """
        forms, names = self.index.forms, self.index.tags
        tags: dict[int, set[str]] = {}
        bases: dict[int, str] = {}
        for number, kind in forms.get(form, _NOTHING):
            tags.setdefault(number, set()).add(names[kind])
        for tag, base, shown in self._bases(word, form, may_begin=may_begin):
            for number, _ in forms.get(BASE + base, _NOTHING):
                if tags.get(number) != {ATTRIBUTE}:
                    tags.setdefault(number, set()).add(tag)
                    bases.setdefault(number, shown)
        return tags, bases

    def _bases(self, word: str, form: str, *, may_begin: bool) -> Iterator[tuple[str, str, str]]:
        """Yield the tags, keys and texts of the base forms that the analyser finds."""
        readings = self.language.readings(word)
        for reading in sorted(readings, key=_unlikeliness):
            # A verb's base form only meets the terms that are verbs.
            if (
                reading.is_nominal or reading.pos == "verb"
            ) and "comparative" not in reading.features:
                tag = f"{reading.case}.{reading.number}"
                yield tag, key(reading.base), reading.base
                joined = "".join(part.base for part in reading.parts)
                if joined != reading.base:
                    yield tag, key(joined), reading.base
        if may_begin and not readings:
            start, tails = self.language.head(form)
            for reading in tails:
                base = form[:start] + reading.base
                yield f"{reading.case}.{reading.number}", key(base), base

    def _single(
        self, word: str, form: str, tags: dict[int, set[str]], bases: dict[int, str]
    ) -> Single | None:
        """Choose the term of one word that a form is."""
        index = self.index
        fitting = {
            n: self._fitting(word, n, bases.get(n, ""))
            for n in tags
            if n in index.single and tags[n] != {ATTRIBUTE}
        }
        found = [n for n, terms in fitting.items() if terms]
        if not found:
            return None
        # The word that the form is as it stands, before words that it is a form of, and these in
        # the order of their readings.
        order = {number: place for place, number in enumerate(bases)}
        found.sort(
            key=lambda n: (key(index.words[n]) != form, order.get(n, len(order)), n),
        )
        exact = [t for n in found for t in fitting[n] if self.terms[t][1].text == word]
        own = [n for n in found if key(index.words[n]) == form]
        terms = [t for number in own or found for t in fitting[number]]
        number = (exact or terms)[0]
        term = self.terms[number][1]
        concepts = {self.terms[t][0].id for t in exact or terms}
        how = MatchKind.EXACT if term.text.lower() == word.lower() else MatchKind.INFLECTED
        return Single(
            number,
            how,
            bases.get(found[0], ""),
            term.pos != VERB and self.language.doubtful(word),
            len(concepts) == 1,
            any(sure.get(number) for sure in fitting.values()),
        )

    def _fitting(self, word: str, number: int, base: str) -> dict[int, bool]:
        """Return the terms of a word that its form can be, and whether it can be nothing else."""
        readings = self.language.readings(word)
        verdicts = {
            term: fits(self.terms[term][1], word, base, readings)
            for term in self.index.single[number]
        }
        return {term: verdict is True for term, verdict in verdicts.items() if verdict is not False}

    def _inside(self, word: str) -> Iterator[Inside]:
        """Find terms that are parts of a compound; longer runs of parts first."""
        for parts in self.language.parts(word):
            taken: set[int] = set()
            size = len(parts)
            for length in range(size - 1, 0, -1):
                for first in range(size - length, -1, -1):
                    places = range(first, first + length)
                    if taken.isdisjoint(places):
                        found = self._run(word, parts, first, first + length)
                        if found is not None and not self._is_spelt_by_chance(word, found):
                            taken.update(places)
                            yield found
            if taken:
                return

    def _is_spelt_by_chance(self, word: str, found: Inside) -> bool:
        """Whether the last part of an adjective is no adjective by itself: "ovannämnd" and "nämnd"."""
        if found.how is not MatchKind.COMPOUND_HEAD or not self._is_adjective(word):
            return False
        return not self._is_adjective(self.terms[found.term][1].text, always=False)

    def _is_adjective(self, word: str, *, always: bool = True) -> bool:
        kinds = [reading.pos == ADJECTIVE for reading in self.language.readings(word)]
        return any(kinds) and (all(kinds) or not always)

    def _run(self, word: str, parts: Sequence[Part], first: int, last: int) -> Inside | None:
        """Look up neighbouring parts of a compound as one word of a term."""
        start, end = parts[first].start, parts[last - 1].end
        front = word[start : parts[last - 1].start]
        keys = [BASE + key(front + parts[last - 1].base)]
        is_head = last == len(parts)
        how = MatchKind.COMPOUND_HEAD if is_head else MatchKind.COMPOUND_MODIFIER
        keys.append(key(word[start:end]))
        for one in keys:
            if self.listed is not None and one not in self.listed:
                continue  # most are not
            for number, tag in self.index.forms.get(one, _NOTHING):
                name = self.index.tags[tag]
                if number in self.index.single and (
                    (name != ATTRIBUTE) if is_head or one[0] == BASE else name[:4] in _LINKING
                ):
                    return Inside(self.index.single[number][0], how, start, end)
        return None


def as_key(word: str) -> str:
    """Return the key of a token: without the hyphen that joins it to a name before it.

    "Billboard Hot 100 -listalla"
    """
    return key(word).lstrip("-") or word


def _by_start(inside: Inside) -> int:
    return inside.start


def _unlikeliness(reading: Reading) -> tuple[bool, bool, int]:
    """Order readings: possessives last, derived words late, long bases first (tulos, not tulo)."""
    return "possessive" in reading.features, "derived" in reading.features, -len(reading.base)
