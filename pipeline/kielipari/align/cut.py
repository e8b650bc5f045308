"""An unknown word cut into known stems, the cheapest way.

The search goes backward from the word's end: few stems end where an ending begins, so that hardly
any place in a word needs to be looked at.
"""

from collections.abc import Callable, Collection, Iterable, Mapping
from math import inf

__all__ = ["Cutter", "Key", "Stem"]

#: A number in a lexicon's list of keys, or the text of a word that the lexicon does not know,
#: or ``#`` and the digits of a number.
Key = int | str

#: What a stem stands for, and what it costs.
Stem = tuple[tuple[int, ...], float]

_SHORTEST_STEM = 2
_SHORTEST_UNKNOWN = 3  # an unknown part before a known one: inno|kaupunki …
_SHORTEST_KNOWN = 4  # … and the known one
_UNKNOWN_COST = 6.0  # natural logs: an unknown part costs this and …
_UNKNOWN_LETTER = 2.6  # … this a letter, about log 26 less what Finnish and Swedish spelling tells
_AFTER_WHOLE = 0.5  # in the order of what costs the same, between the places 0 and 1


# A way to read a word up to a place: its cost, where its last part starts and ends, its keys. Of
# two that cost the same the lesser is taken.
_Way = tuple[float, float, int, tuple[Key, ...]]
_NO_WAY: _Way = (inf, 0, 0, ())
_NO_PART: _Way = (0.0, 0, 0, ())


class Cutter:
    """Cuts words with the stems of a :class:`kielipari.align.keys.KeyTable`, which describes them.

    Words are in lower case.
    """

    def __init__(
        self,
        stems: Mapping[str, Stem],
        endings: Mapping[str, float],
        links: Mapping[str, float],
        first_parts: Collection[int],
        last_parts: Collection[int],
    ) -> None:
        """Put stems and endings into tries that are read from the end of a word."""
        self._stems, self._endings = stems, endings
        self._first_parts, self._last_parts = first_parts, last_parts
        self._find_stems = _backward(stem for stem in stems if len(stem) >= _SHORTEST_STEM)
        self._find_endings = _backward(filter(None, endings))
        self._bare_link = [("", links[""])] if "" in links else []
        self._links = {link[-1]: [*self._bare_link] for link in links if link}
        for link in sorted(filter(None, links), key=len):
            self._links[link[-1]].append((link, links[link]))
        first = (cost for keys, cost in stems.values() if keys and keys[0] in first_parts)
        self._least = min(first, default=0.0)  # what stands before another part costs this at least

    def longest(self, word: str) -> tuple[int, ...] | None:
        """Return the keys of the longest stem that the whole word is a form of."""
        stems, size = self._stems, len(word)
        known = stems.get(word)
        if known is None:
            for ending in self._find_endings(word[::-1]):
                known = stems.get(word[: -len(ending)])
                if known is not None:
                    size -= len(ending)
                    break
        return known[0] if known is not None and size >= _SHORTEST_STEM else None

    def cheapest(self, word: str) -> tuple[Key, ...]:
        """Return the keys of the cheapest way to read a word as a compound, else nothing.

        The word is one that no stem and ending make up alone. An unknown part may begin it, if
        that is cheaper than to leave the whole of it unknown.
        """
        best: _Way = (_UNKNOWN_COST + _UNKNOWN_LETTER * len(word), 0, 0, ())
        stems, last_parts = self._stems, self._last_parts
        known: dict[int, _Way] = {}
        for end, ending in self._ends(word):
            for start in self._starts(word, end):
                keys, cost = stems[word[start:end]]
                if cost + ending + self._least >= best[0] or not start:
                    continue
                if not keys or keys[-1] not in last_parts:
                    continue
                way = known.get(start) or self._before(word, start, known)
                total = way[0] + cost + ending
                if (
                    total <= best[0]
                    and (total, start, end) < best[:3]
                    and _may_end(end - start, way)
                ):
                    best = total, start, end, way[3] + keys
        return best[3]

    def _before(self, word: str, place: int, known: dict[int, _Way]) -> _Way:
        """Return the cheapest way to read what stands before a part; ``known`` are those found."""
        stems, first_parts, least = self._stems, self._first_parts, self._least
        best = _NO_WAY
        if place >= _SHORTEST_UNKNOWN and word[:place] not in stems:
            best = _UNKNOWN_COST + _UNKNOWN_LETTER * place, _AFTER_WHOLE, 0, (word[:place],)
        for link, price in self._links.get(word[place - 1], self._bare_link):
            if link and not word.endswith(link, 0, place):
                continue
            end = place - len(link)
            for start in self._starts(word, end):
                keys, cost = stems[word[start:end]]
                if cost + price + (least if start else 0.0) > best[0]:
                    continue
                if not keys or keys[0] not in first_parts:
                    continue
                way = known.get(start) or self._before(word, start, known) if start else _NO_PART
                total = way[0] + cost + price
                if total <= best[0] and (total, start, end) < best[:3]:
                    best = total, start, end, way[3] + keys
        known[place] = best
        return best

    def in_two(self, word: str) -> tuple[int, ...]:
        """Return the keys of two stems that make up a word, though neither was met as a part."""
        best: tuple[float, int, int] = (inf, 0, 0)
        found: tuple[int, ...] = ()
        for place, right in self._last_forms(word).items():
            links = self._links.get(word[place - 1], ())
            for link in dict.fromkeys(("", *(link for link, _ in links))):
                end = place - len(link)
                left = self._stems.get(word[:end]) if end >= _SHORTEST_KNOWN else None
                if left is None or not word.endswith(link, 0, place):
                    continue
                if (left[1] + right[1], end, place) < best:
                    best, found = (left[1] + right[1], end, place), left[0] + right[0]
        return found

    def _last_forms(self, word: str) -> dict[int, Stem]:
        """Return by its start the longest stem that the rest of a word is a form of, and its cost."""
        found: dict[int, Stem] = {}
        for end, ending in self._ends(word):
            for start in self._starts(word, end):
                if start not in found and end - start >= _SHORTEST_KNOWN:
                    keys, cost = self._stems[word[start:end]]
                    found[start] = keys, cost + ending
        return found

    def _ends(self, word: str) -> list[tuple[int, float]]:
        """Return where the last stem of a word may end, the furthest first, and what that costs."""
        size, costs = len(word), self._endings
        ends = [size - len(ending) for ending in self._find_endings(word[::-1])]
        return [(size, 0.0), *[(end, costs[word[end:]]) for end in ends]]

    def _starts(self, word: str, end: int) -> list[int]:
        """Return where the stems begin that end at a place, the longest first."""
        found = [end - len(stem) for stem in self._find_stems(word[:end][::-1])]
        found.reverse()
        return found


def _backward(texts: Iterable[str]) -> Callable[[str], list[str]]:
    """Return what finds the texts, spelt backward, that a word spelt backward begins with."""
    import marisa_trie  # noqa: PLC0415 only where words are read

    found: Callable[[str], list[str]] = marisa_trie.Trie([text[::-1] for text in texts]).prefixes
    return found


def _may_end(size: int, before: _Way) -> bool:
    """Say whether a stem is long enough for a last part: short ones only after a known part."""
    return size >= _SHORTEST_KNOWN or (bool(before[3]) and isinstance(before[3][-1], int))
