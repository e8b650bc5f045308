"""Which class a Finnish word inflects by, told from the words that end as it does.

taivutin guesses from two tries of its word list, a node for every letter: 95 MB and more than a
second to build. The same answers come from the list sorted by its endings, where the words with an
ending stand side by side. :class:`Endings` therefore takes the place of taivutin's trie, and has the
names that taivutin calls.
"""

import sys
from array import array
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache
from typing import Any

from kielipari.languages.text import common_beginning

_LAST = "\U0010ffff"
_LAST_NOMINAL = 51
"""Kotus's classes 1–51 are those of nominals."""
_ENDINGS = (("inen", "38"), ("isuus", "40"))
"""Derivational endings that taivutin adds to its list."""
_GUESSED = ("arvaa", "arvaa_sointuluokka", "arvaa_astevaihteluluokka")
_KEPT = 1_000
_Entries = dict[str, dict[str, str]]


class Endings:
    """Words with a class each, looked up by the ending that they share with another word."""

    def __init__(self, classes: Mapping[str, str]) -> None:
        """Take words with their classes; which comes first decides between equals."""
        self._classes = classes
        backwards = [word[::-1] for word in classes]
        order = sorted(range(len(backwards)), key=backwards.__getitem__)
        self._ranks = array("L", order)
        self._backwards = [backwards[rank] for rank in order]
        self._guess = lru_cache(maxsize=_KEPT)(self._distribution)

    def etsi_pisimmällä_yhteisellä_suffiksilla(  # noqa: PLC2401  taivutin calls it so
        self,
        word: str,
        _: bool = True,  # noqa: FBT001, FBT002  the same; it always asks for whole words
    ) -> str | None:
        """Return the longest word of the list that the word ends in, or None."""
        endings = (word[start:] for start in range(len(word)))
        return next((ending for ending in endings if ending in self._classes), None)

    def arvojakauma_pisimmälle_yhteiselle_suffiksille(  # noqa: PLC2401  taivutin calls it so
        self, word: str
    ) -> Mapping[str, int]:
        """Return the classes of the words that share the longest ending, with their counts.

        Of equal counts, the one that counts is first.
        """
        wanted = word[::-1]
        place = bisect_left(self._backwards, wanted)
        neighbours = self._backwards[max(place - 1, 0) : place + 1]
        shared = max(common_beginning(wanted, neighbour) for neighbour in neighbours)
        return self._guess(wanted[:shared])

    def _distribution(self, ending: str) -> Mapping[str, int]:
        first = bisect_left(self._backwards, ending)
        last = bisect_left(self._backwards, ending + _LAST)
        counts = Counter(self._class(word) for word in self._backwards[first:last])
        most = max(counts.values())
        if sum(count == most for count in counts.values()) > 1:
            ranked = sorted(zip(self._ranks[first:last], self._backwards[first:last], strict=True))
            ordered = _by_branches([word for _, word in ranked], len(ending))
            return {kind: counts[kind] for kind in map(self._class, ordered)}
        return counts

    def _class(self, backwards: str) -> str:
        return self._classes[backwards[::-1]]


def _by_branches(words: Iterable[str], depth: int) -> Iterator[str]:
    """Yield words as a trie that they were put into one by one would, branch by branch."""
    branches: dict[str, list[str]] = {}
    for word in words:
        if len(word) == depth:
            yield word
        else:
            branches.setdefault(word[depth], []).append(word)
    for branch in branches.values():
        yield from _by_branches(branch, depth + 1)


@cache
def inflector() -> Any:  # noqa: ANN401  taivutin has no types
    """Return taivutin's inflector, which guesses by :class:`Endings`."""
    import taivutin  # noqa: PLC0415  takes a second; only where forms are generated
    from taivutin.vakiot import NIMET, SANATRIE  # noqa: PLC0415  the same

    class Guesser(taivutin.Arvain):  # type: ignore[misc] # taivutin has no types
        """taivutin's own, but for what it looks words up in."""

        def __init__(self, words: _Entries, names: _Entries) -> None:
            self.sanat, self.nimet = _nominals(words), names
            self.trie = Endings(_classes(self.sanat, "tn") | dict(_ENDINGS))
            self.astetrie = Endings(_classes(self.sanat, "av"))
            self.sanat.update((ending, {"tn": kind}) for ending, kind in _ENDINGS)
            for name in _GUESSED:  # asked anew for each of a word's forms
                setattr(self, name, lru_cache(maxsize=_KEPT)(getattr(self, name)))

    return taivutin.Taivutin(Guesser(SANATRIE, NIMET))


def rest() -> None:
    """Give the word list back; it is loaded again where a word is to be inflected."""
    if not inflector.cache_info().currsize:
        return
    guesser = inflector().arvain
    for part in (guesser.trie, guesser.astetrie, guesser):
        vars(part).clear()  # the answers that it keeps lead back to it
    inflector.cache_clear()
    del sys.modules["taivutin"].vakiot, sys.modules["taivutin.vakiot"]


def _nominals(entries: _Entries) -> _Entries:
    """Return the entries of nominals; equal ones become one object, in the list too."""
    shared: dict[tuple[tuple[str, str], ...], dict[str, str]] = {}
    for word, entry in entries.items():
        entries[word] = shared.setdefault(tuple(entry.items()), entry)
    return {
        word: entry
        for word, entry in entries.items()
        if not word.endswith("-") and not _is_no_nominal(entry.get("tn", ""))
    }


def _is_no_nominal(kind: str) -> bool:
    return kind.isnumeric() and int(kind) > _LAST_NOMINAL


def _classes(entries: Mapping[str, dict[str, str]], name: str) -> dict[str, str]:
    return {word: entry[name] for word, entry in entries.items() if name in entry}
