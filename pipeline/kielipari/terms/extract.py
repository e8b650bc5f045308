"""Candidate term pairs from aligned texts: what a glossary still lacks.

Termhood is the C-value of Frantzi, Ananiadou & Mima (2000), *Automatic recognition of multi-word
terms*: log₂ of a phrase's length times its frequency, less its average frequency within longer
phrases. Finnish and Swedish write most terms as one word, so length is counted in compound
parts, and a simple word counts as 1.1 of them, as in JATE (Zhang et al. 2008), since the logarithm
of 1 would leave it out.

Association is Dice's coefficient over aligned segments; a pair whose log-likelihood ratio
(Dunning 1993) could be chance is left out, and every phrase is linked once, best pairs first
(competitive linking, Melamed 2000). Pairs are ranked by termhood times association.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from math import log, log2

from kielipari import languages
from kielipari.terms.lookup import Aligned
from kielipari.terms.phrases import Key, Phrases
from kielipari.terms.termbase import Termbase

MIN_COUNT = 2
MIN_ASSOCIATION = 0.3
_CHANCE = 10.83
"""χ² with one degree of freedom at p = 0.001."""
_CONSIDERED = 3000
"""Source phrases, best C-values first, whose equivalents are looked for."""
_SIMPLE = 1.1
_EXAMPLES = 2


@dataclass(frozen=True, slots=True)
class Candidate:
    """A term pair that the texts suggest.

    ``termhood`` is the source phrase's C-value, ``association`` Dice's coefficient (0 to 1),
    ``likelihood`` the log-likelihood ratio; counts are of aligned segments with the source
    phrase, with the target phrase, and with both.
    """

    source: str
    target: str
    termhood: float
    association: float
    likelihood: float
    source_count: int
    target_count: int
    together: int
    examples: tuple[Aligned, ...]

    @property
    def score(self) -> float:
        """What candidates are ranked by."""
        return self.termhood * self.association


@dataclass(slots=True)
class _Side:
    """The phrases of one language: which segments hold each, how it is written, its length."""

    lang: str
    segments: list[frozenset[Key]] = field(default_factory=list)
    counts: Counter[Key] = field(default_factory=Counter)
    written: dict[Key, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    parts: dict[Key, int] = field(default_factory=dict)

    def read(self, texts: Sequence[str]) -> None:
        """Find the phrases of every text."""
        phrases = Phrases(languages.get(self.lang))
        phrases.learn(texts)
        for text in texts:
            keys = set()
            for key, written, parts in phrases.find(text):
                keys.add(key)
                self.written[key][written] += 1
                self.parts[key] = max(self.parts.get(key, 1), parts)
            self.segments.append(frozenset(keys))
            self.counts.update(keys)

    def c_values(self) -> dict[Key, float]:
        """Return the C-value of each phrase that is met often enough."""
        longer: dict[Key, list[int]] = defaultdict(list)
        kept = {key: count for key, count in self.counts.items() if count >= MIN_COUNT}
        for key, count in kept.items():
            for start in range(1, len(key)):
                longer[key[start:]].append(count)
        return {
            key: log2(max(self.parts[key], _SIMPLE)) * (count - _mean(longer.get(key, ())))
            for key, count in kept.items()
        }

    def citation(self, key: Key) -> str:
        """Return how the phrase is written where its head stands in the base form."""
        head = key[-1]
        uses = self.written[key]
        based = {w: n for w, n in uses.items() if w.lower().split()[-1] == head}
        if not based:
            return " ".join(key)
        merged: Counter[str] = Counter()
        for written, count in based.items():
            merged[written if written.isupper() else _uncapitalised(written, based)] += count
        return max(merged, key=lambda w: (merged[w], w))


def extract(
    aligned: Iterable[Aligned],
    termbase: Termbase | None = None,
    pair: tuple[str, str] = ("fi", "sv"),
    limit: int = 200,
) -> tuple[Candidate, ...]:
    """Return the best candidate pairs that the termbase lacks on both sides, best first.

    ``aligned`` are segments in the languages of ``pair``; one-sided segments are left out.
    """
    both = [item for item in aligned if item[0].strip() and item[1].strip()]
    source, target = _Side(pair[0]), _Side(pair[1])
    source.read([item[0] for item in both])
    target.read([item[1] for item in both])
    termhood = source.c_values()
    considered = sorted(termhood, key=lambda key: (-termhood[key], key))[:_CONSIDERED]
    links = _link(_pairs(considered, source, target, len(both)))
    known = tuple(_known(termbase, lang) for lang in pair)
    candidates = []
    for link in links:
        if link.source in known[0] or link.target in known[1]:
            continue
        examples = _examples(link, source, target, both)
        candidates.append(
            Candidate(
                source.citation(link.source),
                target.citation(link.target),
                round(termhood[link.source], 2),
                round(link.dice, 3),
                round(link.likelihood, 1),
                source.counts[link.source],
                target.counts[link.target],
                link.together,
                examples,
            )
        )
    candidates.sort(key=lambda c: (-c.score, c.source, c.target))
    return tuple(candidates[:limit])


@dataclass(frozen=True, slots=True)
class _Link:
    source: Key
    target: Key
    together: int
    dice: float
    likelihood: float


def _pairs(considered: Iterable[Key], source: _Side, target: _Side, total: int) -> list[_Link]:
    """Return every pair that could be more than chance."""
    together: dict[Key, Counter[Key]] = {key: Counter() for key in considered}
    frequent = {key for key, count in target.counts.items() if count >= MIN_COUNT}
    for here, there in zip(source.segments, target.segments, strict=True):
        candidates = there & frequent
        for key in here & together.keys():
            together[key].update(candidates)
    links = []
    for key, counts in together.items():
        for other, count in counts.items():
            dice = 2 * count / (source.counts[key] + target.counts[other])
            if count < MIN_COUNT or dice < MIN_ASSOCIATION:
                continue
            likelihood = log_likelihood(count, source.counts[key], target.counts[other], total)
            if likelihood >= _CHANCE:
                links.append(_Link(key, other, count, dice, likelihood))
    return links


def _link(links: Iterable[_Link]) -> list[_Link]:
    """Link every phrase at most once, the strongest pairs first."""
    taken: tuple[set[Key], set[Key]] = set(), set()
    chosen = []
    for link in sorted(links, key=lambda k: (-k.dice, -k.likelihood, k.source, k.target)):
        if link.source not in taken[0] and link.target not in taken[1]:
            taken[0].add(link.source)
            taken[1].add(link.target)
            chosen.append(link)
    return chosen


def log_likelihood(together: int, first: int, second: int, total: int) -> float:
    """Return Dunning's G² for two phrases' occurrence in ``total`` segments; 0 for repulsion."""
    if together * total <= first * second:
        return 0.0
    table = (together, first - together, second - together, total - first - second + together)
    rows = (first, first, total - first, total - first)
    columns = (second, total - second, second, total - second)
    return 2 * sum(
        cell * log(cell * total / (row * column))
        for cell, row, column in zip(table, rows, columns, strict=True)
        if cell > 0
    )


def _mean(counts: Sequence[int]) -> float:
    return sum(counts) / len(counts) if counts else 0.0


def _uncapitalised(written: str, all_written: Mapping[str, int]) -> str:
    """Return the word in lower case if it is ever written so: a sentence begins with a capital."""
    lower = written[:1].lower() + written[1:]
    return lower if lower in all_written else written


def _known(termbase: Termbase | None, lang: str) -> set[Key]:
    """Return the keys of the termbase's terms, allowed or not."""
    known: set[Key] = set()
    if termbase is not None:
        phrases = Phrases(languages.get(lang))
        for concept in termbase.in_language(lang):
            for term in concept.in_language(lang):
                found = [key for key, written, _ in phrases.find(term.text) if written == term.text]
                known.update(found or [tuple(term.text.lower().split())])
    return known


def _examples(
    link: _Link, source: _Side, target: _Side, both: Sequence[Aligned]
) -> tuple[Aligned, ...]:
    """Return the two shortest aligned segments that hold both phrases."""
    found = (
        item
        for item, here, there in zip(both, source.segments, target.segments, strict=True)
        if link.source in here and link.target in there
    )
    return tuple(sorted(found, key=lambda item: (len(item[0]) + len(item[1]), item))[:_EXAMPLES])
