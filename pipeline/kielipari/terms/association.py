"""Which phrases of two languages belong together, by the aligned segments they share."""

from collections import Counter
from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from math import log

from kielipari.terms.phrasebook import MIN_COUNT, Phrasebook
from kielipari.terms.phrases import Key

MIN_ASSOCIATION = 0.5
_DOUBT = 1
"""Mentions added to either side's: two out of two say less than twenty out of twenty."""
_CHANCE = 6.63
"""χ² with one degree of freedom at p = 0.01: enough in a text of a few sentences."""
_EVEN = 0.6
"""The shorter of two equivalents has at least this share of the other's letters, mostly."""
_SURE = 0.7
_CERTAIN, _MANY = 0.95, 10
_STEM = 4
_OTHER_HEAD = 0.25
_COMPOSED = 0.25


@dataclass(frozen=True, slots=True)
class Link:
    """Two phrases that stand in aligned segments together more often than chance has it."""

    source: Key
    target: Key
    together: int
    dice: float
    likelihood: float


def associate(
    considered: Iterable[Key], others: AbstractSet[Key], source: Phrasebook, target: Phrasebook
) -> list[Link]:
    """Return every pair that could be more than chance."""
    together: dict[Key, Counter[Key]] = {key: Counter() for key in considered}
    total = len(source.segments)
    for here, there in zip(source.segments, target.segments, strict=True):
        candidates = there & others
        for key in here & together.keys():
            together[key].update(candidates)
    links = []
    for key, counts in together.items():
        for other, count in counts.items():
            dice = 2 * count / (source.counts[key] + target.counts[other] + _DOUBT)
            if count < MIN_COUNT or dice < MIN_ASSOCIATION:
                continue
            dice *= _evenness(key, other)
            likelihood = log_likelihood(count, source.counts[key], target.counts[other], total)
            if likelihood >= _CHANCE:
                links.append(Link(key, other, count, dice, likelihood))
    return links


def _evenness(first: Key, second: Key) -> float:
    """Return 1 for phrases of like length, less where one has words that the other lacks."""
    lengths = [sum(map(len, key)) for key in (first, second)]
    return min(1.0, min(lengths) / max(lengths) / _EVEN)


def judge_heads(links: Sequence[Link], source: Phrasebook) -> list[Link]:
    """Discount a compound whose head is rendered by another word than usual.

    Unless it is met often and nearly always so rendered: ``tilinpäätös`` is no ``beslut``.

    ``perusopetuslaki`` has to be a ``lag``, since ``laki`` is one: a text that names the law with
    ``lagen om grundläggande utbildning`` suggests ``grundläggande utbildning``.
    """
    heads: dict[str, Link] = {}
    for link in links:
        if len(link.source) == 1 and link.dice >= _SURE:
            known = heads.get(link.source[0])
            if known is None or known.dice < link.dice:
                heads[link.source[0]] = link
    judged = []
    for link in links:
        tail = source.tails[link.source] if len(link.source) == 1 else link.source[-1]
        usual = heads.get(tail)
        is_sure = link.dice >= _CERTAIN and link.together >= _MANY
        if usual is not None and not is_sure and (tail,) != link.source:
            stem = usual.target[-1][:_STEM]
            if not any(stem in word for word in link.target):
                judged.append(replace(link, dice=link.dice * _OTHER_HEAD))
                continue
        judged.append(link)
    return judged


def choose(links: Iterable[Link]) -> list[Link]:
    """Link every phrase at most once, the strongest pairs first."""
    taken: tuple[set[Key], set[Key]] = set(), set()
    chosen = []
    for link in sorted(links, key=lambda k: (-k.dice, -k.likelihood, k.source, k.target)):
        if link.source not in taken[0] and link.target not in taken[1]:
            taken[0].add(link.source)
            taken[1].add(link.target)
            chosen.append(link)
    return chosen


def discount_composed(links: Sequence[Link], source: Phrasebook, target: Phrasebook) -> list[Link]:
    """Discount phrases whose two parts are rendered one by one, as linked anyway.

    ``kaupunkien yhteyshenkilö`` – ``städernas kontaktperson`` tells nothing that ``kaupunki`` –
    ``stad`` and ``yhteyshenkilö`` – ``kontaktperson`` do not.
    """
    rendered = {link.source: link.target for link in links}
    judged = []
    for link in links:
        mine, theirs = source.phrases.halves(link.source), target.phrases.halves(link.target)
        is_composed = len(mine) == len(theirs) > 1 and all(
            rendered.get(part) == other for part, other in zip(mine, theirs, strict=True)
        )
        judged.append(replace(link, dice=link.dice * _COMPOSED) if is_composed else link)
    return judged


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
