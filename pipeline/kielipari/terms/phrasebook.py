"""The phrases of a corpus in one language: where each stands, how it is written, its termhood."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import takewhile, zip_longest
from math import log, log2

from kielipari import languages
from kielipari.terms.phrases import Key, Phrases

MIN_COUNT = 2
_SAMPLE = 5000
"""Texts from which the frequencies of base forms are learned."""
_SIMPLE = 1.1
"""Parts of a simple word, as in JATE: the logarithm of 1 would leave it out."""
_PART = 0.9
_BASED = 0.05
_FEW = 20
"""Documents below which it says nothing in how many of them a phrase stands."""


@dataclass
class Phrasebook:
    """The phrases of one language: which segments hold each, how it is written, its length."""

    lang: str
    segments: list[frozenset[Key]] = field(default_factory=list)
    counts: Counter[Key] = field(default_factory=Counter)
    spread: Counter[Key] = field(default_factory=Counter)
    documents: int = 0
    written: dict[Key, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    initial: dict[Key, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    parts: dict[Key, int] = field(default_factory=dict)
    tails: dict[Key, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.phrases = Phrases(languages.get(self.lang))
        self.calendar = calendar(self.lang)

    def read(self, texts: Sequence[str], documents: Sequence[str] = ()) -> None:
        """Find the phrases of every text; ``documents`` name what each text is from."""
        self.phrases.learn(texts[:: len(texts) // _SAMPLE + 1])
        self.documents = len(set(documents))
        last: dict[Key, str] = {}
        for text, document in zip_longest(texts, documents, fillvalue=""):
            keys = set()
            for phrase in self.phrases.find(text):
                keys.add(phrase.key)
                written = self.initial if phrase.is_initial else self.written
                written[phrase.key][phrase.written] += 1
                self.parts[phrase.key] = phrase.parts
                self.tails[phrase.key] = phrase.tail
            for key in keys:
                if last.get(key) != document:
                    last[key] = document
                    self.spread[key] += 1
            self.segments.append(frozenset(keys))
            self.counts.update(keys)

    def c_values(self) -> dict[Key, float]:
        """Return the C-value of each phrase that is met often enough to be a term of its own.

        A phrase that nearly always stands within one and the same longer one is a part of it.
        """
        longer: dict[Key, list[int]] = defaultdict(list)
        # "kehittämistoiminta" is no part of "tutkimus- ja kehittämistoiminta"
        kept = {key: count for key, count in self.counts.items() if count >= MIN_COUNT}
        for key, count in kept.items():
            for start in range(1, len(key)):
                if not any(word.endswith("-") for word in key[max(start - 2, 0) : start]):
                    longer[key[start:]].append(count)
        return {
            key: log2(max(self.parts[key], _SIMPLE)) * (count - _mean(longer.get(key, ())))
            for key, count in kept.items()
            if max(longer.get(key, (0,))) < _PART * count and key[-1] not in self.calendar
        }

    def specificity(self, key: Key) -> float:
        """Return the inverse document frequency, 0 to 1; 1 where there are few documents."""
        if self.documents < _FEW:
            return 1.0
        return log(self.documents / self.spread[key]) / log(self.documents)

    def citation(self, key: Key) -> str:
        """Return the phrase as a glossary writes it.

        That is a mention in base forms, or with the head in the base form. Where there is hardly one,
        the words are put into their base forms; in a language without cases, where adjectives
        would not agree so, the shortest mention is taken: ``Europeiska unionen``. A name there
        stands as it mostly does: ``Finansinspektionen``.
        """
        uses = self._uses(key)
        usual = max(uses, key=lambda w: (uses[w], w))
        head = usual.split()[-1]
        if head[:2].istitle() and not self.phrases.has_cases(head):
            return _usual_capitals(_without_genitive(usual, key, uses), uses)
        based = [w for w in uses if w.lower().split()[-1] == key[-1]]
        if sum(uses[w] for w in based) >= _BASED * uses.total():
            chosen = max(based, key=lambda w: (_agreeing(w, key), uses[w], w))
        else:
            chosen = usual
            *before, last = chosen.split()
            if _agreeing(chosen, key) == len(before) or self.phrases.has_cases(last):
                chosen = " ".join((*map(_cited, before, key), _like(last, key[-1])))
            else:
                chosen = min(uses, key=lambda w: (len(w), -uses[w], w))
        return _usual_capitals(chosen, uses)

    def _uses(self, key: Key) -> Counter[str]:
        """Return the mentions whose capitals tell something, or else all in lower case.

        Headings in capitals and the beginnings of sentences tell nothing.
        """
        uses = Counter({w: n for w, n in self.written[key].items() if not w.isupper()})
        if uses:
            return uses
        if self.written[key]:
            return self.written[key]
        initial = Counter[str]()
        for written, count in self.initial[key].items():
            is_plain = written[1:2].islower() and not self.phrases.is_name(written.split()[0])
            initial[written[0].lower() + written[1:] if is_plain else written] += count
        return initial


def _without_genitive(written: str, key: Key, uses: Counter[str]) -> str:
    """Return a mention without the s that another, or the base form, lacks: no genitive is cited."""
    bare = written.removesuffix("s")
    return bare if bare in uses or bare.lower().endswith(key[-1]) else written


def _usual_capitals(phrase: str, uses: Counter[str]) -> str:
    """Write a word in lower case where it is mostly so."""
    words = phrase.split()
    for place, word in enumerate(words):
        lower = Counter[bool]()
        for written, count in uses.items():
            there = written.split()[place : place + 1]
            lower[bool(there) and there[0][0].islower()] += count
        if lower[True] > lower[False]:
            words[place] = word[0].lower() + word[1:]
    return " ".join(words)


def _cited(word: str, part: str) -> str:
    """Return a word before the head: as written if it is no adjective, which agrees."""
    return word if word.lower().rstrip(",") == part else _like(word, part)


def _agreeing(written: str, key: Key) -> int:
    """Return how many words are written as in the key."""
    words = written.lower().replace(",", "").split()
    return sum(word == part for word, part in zip(words, key, strict=False))


def _like(word: str, part: str) -> str:
    """Return a base form with the capitals of the written form, as far as they are alike."""
    if word.isupper():
        return part.upper()
    pairs = zip(word.lower(), part, strict=False)
    shared = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
    return word[:shared] + part[shared:]


def _mean(counts: Sequence[int]) -> float:
    return sum(counts) / len(counts) if counts else 0.0


@cache
def calendar(lang: str) -> frozenset[str]:
    """Return the base forms of months, weekdays and units of measure (CLDR): no terms of anybody."""
    from babel import Locale  # noqa: PLC0415 - heavy, for this command only

    locale = Locale.parse(lang)
    names = [
        name
        for table in (locale.months, locale.days)
        for context in table.values()
        for name in context["wide"].values()
    ]
    for styles in locale.unit_display_names.values():
        names += styles.values()
    language = languages.get(lang)
    return frozenset(base for name in names for base in language.bases(name))
