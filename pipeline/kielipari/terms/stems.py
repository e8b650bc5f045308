"""Which words can hold a term, told by their letters: no other word is analysed.

Every form of a word begins with one of a few *stems*: what all its forms share, and a letter or
two more, where consonants alternate and vowels change (vuosi: *vuos*, *vuod*, *vuon*, *vuot*).
They stand at the beginning of a form that was not generated too, and inside a compound.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cached_property

_SHORTEST = 3
_ENOUGH, _GUESSED = 5, 2
_HEAD = 3  # letters that stems are found by
_FEW = 2  # forms; a word with no more is a verb, or one that nobody inflects
_CHANGING = str.maketrans("åäöj", "aaoi")


def stems_of(forms: Iterable[str]) -> Iterator[str]:
    """Yield the stems of one word's forms; none begins with another."""
    ordered = sorted(set(forms))
    if not ordered:
        return
    first, last = ordered[0], ordered[-1]
    shared = next(
        (i for i, (a, b) in enumerate(zip(first, last, strict=False)) if a != b),
        min(len(first), len(last)),
    )
    # A compound's first part may lack the end: högskola, högskole-; nainen, nais-.
    unchanging = min(map(len, ordered)) - 1
    beyond = 1 if shared >= _SHORTEST else 2
    size = max(unchanging if shared >= unchanging else shared + beyond, _SHORTEST)
    # The forms of a long word may be guessed wrong at its end, and five letters tell enough.
    size = min(size, max(_ENOUGH, unchanging - _GUESSED))
    known = ""
    for form in ordered:
        stem = form[:size]
        if not known or not stem.startswith(known):
            known = stem
            yield stem


class Stems:
    """The stems of many words, and the texts' words that hold one."""

    def __init__(self) -> None:
        """Start without any."""
        self._anywhere: set[str] = set()
        self._leading: set[str] = set()
        self._whole: set[str] = set()
        self._openings: set[str] = set()
        self._compounds: defaultdict[str, set[str]] = defaultdict(set)

    def add(self, forms: Iterable[str], *, inflects: bool, inside: bool) -> None:
        """Add a word by its forms in lower case.

        Of a word that ``inflects`` in forms that nobody generated only the first letters tell;
        one that does not stands as a whole. ``inside`` says whether it stands in compounds too.
        """
        distinct = set(forms)
        if not inflects and not inside:
            self._whole.update(distinct)
            return
        (self._anywhere if inside else self._leading).update(stems_of(distinct))
        if inflects and len(distinct) <= _FEW:
            self._openings.update(map(_opening, distinct))

    def add_opening(self, word: str) -> None:
        """Let every word pass that begins as this one does: a name, of whose parts none is told."""
        self._openings.add(_opening(word))

    def add_compound(self, forms: Iterable[str], head: int) -> None:
        """Add a compound by its forms, whose last part begins at ``head``.

        What comes before that may change with it: uusimaa, uudenmaan.
        """
        for form in forms:
            if len(form) >= head + _HEAD:
                self._compounds[_opening(form)].add(form[head : head + _HEAD])

    def stand_in(self, word: str) -> bool:
        """Whether a word in lower case holds a stem, where one can stand."""
        if word in self._whole or word.startswith(self._first):
            return True
        heads = self._heads
        for start in range(len(word) - _HEAD + 1):
            stems = heads.get(word[start : start + _HEAD])
            if stems is not None and word.startswith(stems, start):
                return True
        opening = _opening(word)
        return (
            opening in self._openings
            or any(tail in word for tail in self._compounds.get(opening, ()))
            or any(stem in word for stem in self._short)
        )

    def go_on_after(self, front: str) -> bool:
        """Whether a stem begins with ``front`` and goes on."""
        return front in self._beginnings

    @cached_property
    def _first(self) -> tuple[str, ...]:
        return tuple(sorted(self._leading))

    @cached_property
    def _heads(self) -> dict[str, tuple[str, ...]]:
        heads: dict[str, list[str]] = defaultdict(list)
        for stem in sorted(self._anywhere):
            if len(stem) >= _HEAD:
                heads[stem[:_HEAD]].append(stem)
        return {head: tuple(stems) for head, stems in heads.items()}

    @cached_property
    def _short(self) -> tuple[str, ...]:
        return tuple(stem for stem in sorted(self._anywhere) if len(stem) < _HEAD)

    @cached_property
    def _beginnings(self) -> frozenset[str]:
        every = self._anywhere | self._leading | self._whole
        return frozenset(stem[:size] for stem in every for size in range(1, len(stem)))


def _opening(form: str) -> str:
    """Return the first two letters without what inflection changes: hakea, haen."""
    return form[:2].translate(_CHANGING)
