"""The stems of a language, learned from words that an analyser has read.

The analyser is needed here only. What it says of the words of a corpus is condensed into stems
(``kadu-`` and ``katu-`` for *katu*), endings and links between parts of compounds, which read
new words nearly as well and at a hundred times the speed.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from math import log, sqrt

from kielipari.align.keys import KeyTable
from kielipari.languages.text import common_beginning

__all__ = ["FUNCTION_MARK", "Stems", "learn_stems", "split_compounds", "with_function_words"]

#: One reading of a word: its parts from left to right, each with start, end and base form.
Parts = tuple[tuple[int, int, str], ...]

_ENDING_BASES = 12  # an ending is one when so many base forms take it
_LINK_BASES = 12  # the same for what stands between two parts
_LINK_SHARE = 0.01  # or, where the analyser tells no parts, in so many of the compounds seen
_LONGEST_LINK = 2
_SHORTEST_PART = 4
_SHORTEST_SPLIT = 3
_LONGEST_ENDING = 9
_SHORTEST_STEM = 2
_RARE_COMPOUND = 1.0  # a compound stays whole if it is commoner than its parts, by this factor


@dataclass(slots=True)
class Stems:
    """A table of stems, and the names of the keys that it gives."""

    names: list[str] = field(default_factory=list)
    table: KeyTable = field(default_factory=KeyTable)


def learn_stems(
    counts: Mapping[str, int],
    readings: Mapping[str, Sequence[Parts]],
    silent: Collection[str] = (),
    part_words: int = 1,
) -> Stems:
    """Condense readings into stems.

    ``counts`` are the frequencies of word forms in lower case, ``readings`` what the analyser
    makes of (some of) them; a word may have several readings, of which the one with the most
    frequent base forms is taken. ``silent`` words give no key.
    A base form is a part of compounds not met when ``part_words`` words show it as one.
    """
    chosen = _choose(counts, readings)
    last: dict[str, Counter[str]] = defaultdict(Counter)
    inner: dict[str, Counter[str]] = defaultdict(Counter)
    roles: tuple[Counter[str], Counter[str]] = (Counter(), Counter())
    for word, parts in chosen.items():
        for place, (start, end, base) in enumerate(parts):
            group = last if place == len(parts) - 1 else inner
            group[base][word[start:end]] += counts[word]
            if len(parts) > 1:
                roles[place == len(parts) - 1][base] += 1
    endings = _tails(last, _ENDING_BASES)
    links = _tails(inner, _LINK_BASES) or _links_between({*last})
    owners: dict[str, Counter[str]] = defaultdict(Counter)
    for base in sorted({*last, *inner}):
        _cover(base, last.get(base, Counter()), endings, owners)
        _cover(base, inner.get(base, Counter()), links, owners)
    total = sum(sum(c.values()) for c in owners.values()) or 1
    base_of = {
        stem: (bases.most_common(1)[0][0], sum(bases.values())) for stem, bases in owners.items()
    }
    names = sorted({base for base, _ in base_of.values()})
    ids = {name: k for k, name in enumerate(names)}
    stems = {stem: ((ids[base],), -log(count / total)) for stem, (base, count) in base_of.items()}
    first, last_parts = (
        frozenset(ids[base] for base, count in role.items() if count >= part_words and base in ids)
        for role in roles
    )
    table = KeyTable(
        stems, _prices(endings), _prices(links), dict.fromkeys(silent, ()), first, last_parts
    )
    return Stems(names, table)


def _choose(counts: Mapping[str, int], readings: Mapping[str, Sequence[Parts]]) -> dict[str, Parts]:
    """Choose a reading a word: the one whose base forms are the commonest where all is clear."""
    sure: Counter[str] = Counter()
    for word, options in readings.items():
        for parts in options:
            for _, _, base in parts:
                sure[base] += counts[word] / (len(options) ** 2)  # type: ignore[assignment]

    def merit(parts: Parts) -> tuple[float, int]:
        """Prefer common bases and, among equals, fewer parts."""
        return min(sure[base] for _, _, base in parts), -len(parts)

    return {word: max(options, key=merit) for word, options in readings.items() if options}


def _tails(forms: Mapping[str, Mapping[str, int]], least: int) -> Counter[str]:
    """Count what follows the common beginning of a base form and its forms, by base forms."""
    found: Counter[str] = Counter()
    for base, surfaces in forms.items():
        found.update({surface[common_beginning(base, surface) :] for surface in surfaces})
    return Counter(
        {
            tail: count
            for tail, count in found.items()
            if tail and count >= least and len(tail) <= _LONGEST_ENDING
        }
    )


def _links_between(bases: Collection[str]) -> Counter[str]:
    """Find what stands between the parts of compounds where the analyser tells no parts."""
    found: Counter[str] = Counter()
    for name in bases:
        for cut in range(_SHORTEST_PART, len(name) - _SHORTEST_PART + 1):
            if name[cut:] in bases:
                found.update(
                    name[cut - size : cut]
                    for size in range(_LONGEST_LINK + 1)
                    if cut - size >= _SHORTEST_PART and name[: cut - size] in bases
                )
    least = _LINK_SHARE * sum(found.values())
    return Counter({link: count for link, count in found.items() if link and count >= least})


def _cover(
    base: str,
    surfaces: Mapping[str, int],
    tails: Mapping[str, int],
    owners: dict[str, Counter[str]],
) -> None:
    """Choose few stems that, with the endings, give all forms of a base form."""
    left = dict(surfaces)
    while left:
        merit: Counter[str] = Counter()
        for surface, count in left.items():
            merit[surface] += count
            for cut in range(_SHORTEST_STEM, len(surface)):
                if surface[cut:] in tails:
                    merit[surface[:cut]] += count
        stem = max(merit, key=lambda s: (merit[s], len(s), s))
        gone = [s for s in left if s == stem or (s.startswith(stem) and s[len(stem) :] in tails)]
        owners[stem][base] += sum(left.pop(s) for s in gone)


def _prices(tails: Mapping[str, int]) -> dict[str, float]:
    """Turn counts into costs; nothing at all, the commonest tail, is given a third."""
    total = sum(tails.values()) * 1.5 or 1.0
    return {"": log(3), **{tail: -log(count / total) for tail, count in sorted(tails.items())}}


def split_compounds(stems: Stems, counts: Mapping[int, int]) -> Stems:
    """Read compounds that the analyser gave as one piece by their parts, where those are common.

    A key is split when the geometric mean of its parts' frequencies exceeds its own (Koehn and
    Knight 2003, "Empirical Methods for Compound Splitting"). ``counts`` are the keys' frequencies.
    """
    table = stems.table
    parts: dict[int, tuple[int, ...]] = {}
    for key, name in enumerate(stems.names):
        found = _split(name, key, stems, counts)
        if found:
            parts[key] = found
    again = {
        stem: (tuple(p for k in keys for p in parts.get(k, (k,))), cost)
        for stem, (keys, cost) in table.stems.items()
    }
    return Stems(
        stems.names,
        replace(
            table,
            stems=again,
            first_parts=table.first_parts | {keys[0] for keys in parts.values()},
            last_parts=table.last_parts | {keys[-1] for keys in parts.values()},
        ),
    )


def with_function_words(stems: Stems, bases: Mapping[str, str]) -> Stems:
    """Give function words keys of their own, by base form.

    They tell little, but a short sentence may hold nothing else. Their names are marked, since
    some are spelled as a content word is (*om*, *för*).
    """
    names = sorted({FUNCTION_MARK + base for base in bases.values()})
    ids = {name: len(stems.names) + k for k, name in enumerate(names)}
    table = stems.table
    silent = {
        **table.silent,
        **{word: (ids[FUNCTION_MARK + base],) for word, base in bases.items()},
    }
    return Stems([*stems.names, *names], replace(table, silent=silent))


#: What the names of function words' keys begin with.
FUNCTION_MARK = "~"


def _split(name: str, key: int, stems: Stems, counts: Mapping[int, int]) -> tuple[int, ...]:
    """Return the two keys that a compound is made of, if they are common enough."""
    table = stems.table
    best: tuple[float, tuple[int, ...]] = (counts.get(key, 0) * _RARE_COMPOUND, ())
    for cut in range(_SHORTEST_SPLIT, len(name) - _SHORTEST_SPLIT + 1):
        right = table.stems.get(name[cut:])
        if right is None or len(right[0]) > 1 or stems.names[right[0][0]] != name[cut:]:
            continue
        for link in table.links:
            if not name.endswith(link, 0, cut) or cut - len(link) < _SHORTEST_SPLIT:
                continue
            if name[: cut - len(link)] in table.silent:
                continue  # förslag is not made of för and slag
            left = table.stems.get(name[: cut - len(link)])
            if left is None or len(left[0]) > 1:
                continue
            merit = sqrt(counts.get(left[0][0], 0) * counts.get(right[0][0], 0))
            if merit > best[0]:
                best = (merit, (*left[0], *right[0]))
    return best[1]
