"""Swedish compounds, cut by what the table knows and by what its own words show.

A cut is believed by how productive its two halves are: of all words of the table that end in
"råd", most have a word before it (statsråd, hemslöjdsråd), while of those in "ion" few do
(station is no stat + ion). The counts are made from the table's base forms, once.
"""

from collections import Counter
from collections.abc import Iterator
from functools import cache, lru_cache
from importlib import metadata
from typing import Any, NamedTuple

from kielipari.languages import store
from kielipari.languages.base import Part
from kielipari.languages.lexicon import lexicon
from kielipari.languages.memory import ANSWERS_KEPT
from kielipari.languages.sv.facts import FACTS
from kielipari.languages.sv.morphology import forms, shape_of, table_bases
from kielipari.languages.text import LONGEST_WORD, fold, words

_FORMAT = 1
_RECORD = "<II"
_SHORTEST = 3
_LONGEST = 60
_DEPTH = 4
_BELIEVED = 0.26
_PRODUCTIVE = 3.0
_VOWELS = "aeiouyåäö"
_SHORT = words("by bo el is it tv eu bi")
_LINKS = {"o": ("a", "e"), "u": ("a",), "e": ("a",)}
"""Linking letters and what of the base form they stand for: gatu-, kvinno-, läro-, hälso-."""
_ENDINGS = ("", "n", "en", "t", "et", "na", "ar", "arna", "er", "erna", "or", "orna")
_SUFFIXES = words(
    """
    dom het skap lig slig aktig bar sam ing ning else eri ska isk mässig ens arna arnas erna
    ernas orna ornas ets ans tion sion ist ism ör or are ande ende inna essa artad iv
    """
)
"""Suffixes and endings that are spelt like a word (SAG 2, Avledning)."""
_PARTICLES = words(
    """
    under över mellan efter själv sam åter hem mot för till in ut upp av
    """
)


@cache
def _counts() -> Any:  # noqa: ANN401  marisa-trie has no types
    """Return for each base form how many words end (``>``) or begin (``<``) with it, and how well."""
    import marisa_trie  # noqa: PLC0415  only where compounds are cut

    name = f"compounds-sv-{metadata.version('simplemma')}-{_FORMAT}"
    return store.open_trie(
        name,
        lambda: marisa_trie.RecordTrie(_RECORD),
        lambda: marisa_trie.RecordTrie(_RECORD, _counted()),
    )


def _counted() -> Iterator[tuple[str, tuple[int, int]]]:
    words = [w for w in lexicon("sv").all_bases() if w.isalpha() and w.islower()]
    known = frozenset(w for w in words if len(w) >= _SHORTEST)
    fronts = known | {w + "s" for w in known}
    beginning: Counter[str] = Counter()
    ending: Counter[str] = Counter()
    both: Counter[str] = Counter()
    for word in words:
        for cut in range(_SHORTEST, len(word) - _SHORTEST + 1):
            front, tail = word[:cut], word[cut:]
            if tail in known:
                ending[tail] += 1
                if front in fronts:
                    beginning[front] += 1
                    both["<" + front] += 1
                    both[">" + tail] += 1
            elif front in fronts:
                beginning[front] += 1
    for front, count in beginning.items():
        yield "<" + front, (both["<" + front], count)
    for tail, count in ending.items():
        yield ">" + tail, (both[">" + tail], count)


@lru_cache(maxsize=ANSWERS_KEPT)
def _share(key: str) -> float:
    """Return how often the split is a compound's, a little smoothed towards a half."""
    valid, total = (_counts().get(key) or ((0, 0),))[0]
    return float(valid + 1) / (total + 2)


def _odds(key: str) -> float:
    share = _share(key)
    return share / (1 - share)


@lru_cache(maxsize=ANSWERS_KEPT)
def parts(word: str) -> tuple[tuple[Part, ...], ...]:
    """Return the way to cut a word into the parts of a compound; empty for a simple word."""
    folded = fold(word)
    if len(folded) != len(word) or len(word) > LONGEST_WORD:
        return ()
    found: list[Part] = []
    start = 0
    for piece in folded.split("-"):
        if piece:
            cut = _fine(piece)
            found.extend(Part(p.start + start, p.end + start, p.base) for p in cut)
        start += len(piece) + 1
    return (tuple(found),) if len(found) > 1 else ()


@lru_cache(maxsize=ANSWERS_KEPT)
def _fine(word: str) -> tuple[Part, ...]:
    """Cut a word as finely as its parts allow."""
    cut = _cut(word, _DEPTH) if word.isalpha() and len(word) <= _LONGEST else None
    if not cut:
        return (Part(0, len(word), (table_bases(word) or (word,))[0]),)
    found: list[Part] = []
    for part in cut:
        inner = _fine_by_base(word[part.start : part.end], part.base)
        if len(inner) == 1:
            found.append(part)
        else:
            found.extend(Part(p.start + part.start, p.end + part.start, p.base) for p in inner)
    return tuple(found)


def _fine_by_base(piece: str, base: str) -> tuple[Part, ...]:
    """Cut a part by its base form, whose last part inflects or takes a linking letter."""
    inner = _fine(base) if len(base) < len(piece) + 2 else ()
    if len(inner) <= 1 or not piece.startswith(base[: inner[-1].start]):
        return (Part(0, len(piece), base),)
    return (*inner[:-1], inner[-1]._replace(end=len(piece)))


def _cut(word: str, depth: int) -> tuple[Part, ...] | None:
    """Return the best cut of a word, or None; a known inflected word is cut as its base form is."""
    bases = table_bases(word)
    if bases and all(_only_verb(base) for base in bases):
        return None
    for base in bases:
        if base != word and len(base) > _SHORTEST:
            cut = _best(base, depth, known=True)
            if cut and word.startswith(base[: cut[-1].start]):
                return (*cut[:-1], cut[-1]._replace(end=len(word)))
    return _best(word, depth, known=bool(bases))


def _best(word: str, depth: int, *, known: bool) -> tuple[Part, ...] | None:
    """Return the best cut: into two known words, else into more, else behind an unknown word.

    A known word is cut in fewer ways, and only where that can be believed.
    """
    if known:
        found = [cut for cut in _in_two(word) if cut.odds >= _BELIEVED] or [
            cut for cut in _guessed(word) if cut.odds >= _BELIEVED
        ]
    else:
        found = list(_in_two(word)) or list(_in_more(word, depth)) or list(_guessed(word))
    if not found:
        return None
    return min(found, key=lambda cut: (len(cut.parts), -cut.odds)).parts


class _Cut(NamedTuple):
    """A way to cut a word: how believable, and the parts."""

    odds: float
    parts: tuple[Part, ...]


def _in_two(word: str) -> Iterator[_Cut]:
    """Cut a word into what can stand first and a head."""
    for place in _places(word):
        base = _front(word, place)
        head = _heads(word[place:]) if base is not None else ""
        if base is not None and head:
            yield _joined(word, place, base, (Part(0, len(word) - place, head),))
    yield from _sharing_a_letter(word)


def _sharing_a_letter(word: str) -> Iterator[_Cut]:
    """Cut a word where one of three like consonants is not written: "kontroll" and "lista"."""
    for place in range(_SHORTEST, len(word) - 1):
        if word[place - 1] == word[place - 2] and word[place - 1] not in _VOWELS:
            base, head = _front(word, place), _heads(word[place - 1 :])
            if base is not None and head:
                yield _joined(word, place, base, (Part(0, len(word) - place, head),))


def _in_more(word: str, depth: int) -> Iterator[_Cut]:
    """Cut a word so that what follows is a compound itself."""
    for place in _places(word) if depth else ():
        base, tail = _front(word, place), word[place:]
        if base is not None and not _heads(tail):
            rest = _cut(tail, depth - 1)
            if rest is not None:
                yield _joined(word, place, base, rest)


def _guessed(word: str) -> Iterator[_Cut]:
    """Cut a word behind an unknown one; what follows is a head that many words have."""
    for place in _places(word):
        if place > _SHORTEST and _front(word, place) is None:
            tail = word[place:]
            head = _heads(tail)
            if head and _odds(">" + head) > _PRODUCTIVE:
                yield _joined(word, place, word[:place], (Part(0, len(tail), head),))


def _places(word: str) -> range:
    """Return where the last part of a compound may begin."""
    return range(2, len(word) - _SHORTEST + 1)


def _front(word: str, place: int) -> str | None:
    """Return the base form of what stands before a place, if it can stand first."""
    front = word[:place]
    return _modifier(front) if place >= _SHORTEST or front in _SHORT else None


def _joined(word: str, place: int, base: str, rest: tuple[Part, ...]) -> _Cut:
    odds = _odds("<" + word[:place]) * _odds(">" + rest[-1].base)
    if len(rest[-1].base) <= _SHORTEST:
        odds /= 2  # ost + ron
    moved = (Part(part.start + place, part.end + place, part.base) for part in rest)
    return _Cut(odds, (Part(0, place, base), *moved))


def _only_verb(base: str) -> bool:
    kind = shape_of(base)
    return kind.verb and not kind.nouns


@lru_cache(maxsize=ANSWERS_KEPT)
def _modifier(front: str) -> str | None:  # noqa: PLR0911  one way of linking after the other
    """Return the base form of what can stand first in a compound, or None."""
    if front in FACTS.function_words and front not in _PARTICLES:
        return None
    if _is_base(front):
        return front
    if front.endswith("s") and len(front) > _SHORTEST and _is_base(front[:-1]):
        return front[:-1]
    for base in table_bases(front):
        # The table lists arbets, gatu, kvinno, skol, res among the forms.
        if front.rstrip("sueoa") == base.rstrip("aeo") or front == base[:-1]:
            return base
    if front.endswith("ra") and _is_base(front[:-2] + "er"):
        return front[:-2] + "er"  # föräldra-
    if front[-1] in _LINKS and len(front) > _SHORTEST:
        for ending in _LINKS[front[-1]]:
            if _is_base(front[:-1] + ending):
                return front[:-1] + ending
    return None


@lru_cache(maxsize=ANSWERS_KEPT)
def _is_base(word: str) -> bool:
    """Whether a word is a base form of the table."""
    table = lexicon("sv")
    known = table.is_base(word) or table.is_base(word.capitalize())
    return known or word in table_bases(word)


@lru_cache(maxsize=ANSWERS_KEPT)
def _heads(tail: str) -> str:
    """Return the base form of a noun form that can be a compound's head; empty for none.

    An adjective can be one too ("miljövänlig"), but not where it is a noun's form by chance.
    """
    if tail in _SUFFIXES or tail in FACTS.function_words or len(tail.rstrip("s")) < _SHORTEST:
        return ""
    bases = [b for b in table_bases(tail) if b not in _SUFFIXES and len(b) >= _SHORTEST]
    found = [base for base in bases if tail in shape_of(base).nouns]
    bare = tail.removesuffix("s")
    for base in dict.fromkeys(map(bare.removesuffix, _ENDINGS)):
        if len(base) >= _SHORTEST and base not in _SUFFIXES and _is_base(base):
            kind = shape_of(base)
            if tail in kind.nouns or (not kind.verb and tail in forms(base)):
                found.append(base)
    for ending, verb in (("are", "a"), ("ning", "a"), ("ande", "a")):
        # lagstiftning, beslutsfattare: made of a verb, no words by themselves
        if tail.endswith(ending) and shape_of(tail.removesuffix(ending) + verb).verb:
            found.append(tail)
    if found:
        return max(found, key=lambda base: _share(">" + base))
    for base in bases:
        if len(base) > _SHORTEST and tail in shape_of(base).adjectives:
            return base
    return ""
