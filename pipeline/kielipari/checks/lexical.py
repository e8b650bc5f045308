"""The translation lexicon as checks use it: which words of one text have a rendering in the other.

A key (a base form or compound part, see :mod:`kielipari.align.keys`) is *expected* on the other
side as far as the lexicon knows its translations, and *covered* as far as one of them is there.
Both are weighed by how much the key tells (natural logs of N/df).
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from kielipari.align.beads import NO_COUNTERPART_CUT
from kielipari.languages.memory import Answers

if TYPE_CHECKING:
    from kielipari.align.keys import Key
    from kielipari.align.resources import Resources

_LONG = 5  # letters that a word needs for its beginning to tell
_NUMBER_WEIGHT = 3.0
_LEAST_EXPECTED = 2.0  # of a word that tells
_SHORT = 4  # letters that a word needs for a quick look
_LONGEST = 100  # letters; longer ones are no words, and every beginning of one is looked up
_TELLING = 1.5  # and the weight
_LINKS, _LIKELY = 4, 0.2  # renderings looked for, and how sure they must be

# Of a key, what is expected, and its renderings with what they cover of it, the surest first.
_Told = tuple[float | None, tuple[tuple[int, float], ...]]


@dataclass(frozen=True, slots=True)
class Cover:
    """How much of one side the other covers; ``words`` are the keys in the order of the text.

    ``words`` gives for each key what is expected of it and what of that is covered.
    """

    words: tuple[tuple[float, float], ...]

    @property
    def expected(self) -> float:
        """The sum of what is expected."""
        return sum(expected for expected, _ in self.words)

    @property
    def covered(self) -> float:
        """The sum of what is covered."""
        return sum(covered for _, covered in self.words)

    def telling(self) -> "Cover":
        """Return it without function words, which meet in any two texts."""
        return Cover(tuple(row for row in self.words if row[0] >= _LEAST_EXPECTED))

    def after(self, share: float) -> "Cover":
        """Return the part after a share, 0 to 1, of the keys."""
        return Cover(self.words[int(len(self.words) * share) :])


class Translations:
    """A lexicon with its links unpacked as they are asked for."""

    def __init__(self, resources: "Resources") -> None:
        """Wrap the resources for the direction of the pair."""
        self._resources = resources
        self.lexicon = lexicon = resources.lexicon
        self.forward = _unpacked(lexicon.first, lexicon.links, lexicon.surely)
        inverted = lexicon.inverted()
        self.backward = _unpacked(inverted.first, inverted.links, inverted.surely)
        self.beginnings: Answers[str, tuple[str, ...]] = Answers(self._likely)
        self._rendered = cache(lambda key: tuple(self._beginnings_of(key)))
        self._told: dict[bool, dict[Key, _Told]] = {True: {}, False: {}}

    @property
    def knows_anything(self) -> bool:
        """Whether there is a lexicon for the pair at all."""
        return len(self.lexicon.links) > 0

    def unaligned(self, source: Sequence[str], target: Sequence[str]) -> frozenset[int]:
        """Return which of a text's sentences have no counterpart among the other's."""
        from kielipari.align.documents import align_lines  # noqa: PLC0415 - heavy, seldom needed

        beads = align_lines(source, target, self._resources).beads
        return frozenset(
            bead.source[0]
            for bead in beads
            if len(bead.source) == 1 and not bead.target and bead.score >= NO_COUNTERPART_CUT
        )

    def seen(self, words: frozenset[str], target: str, enough: int) -> tuple[int, int]:
        """Return how many of the source's words were looked up, and how many the target renders.

        A quick look that costs a few microseconds: only the likeliest renderings of a word, or of
        what a compound begins with, and only by their beginnings, in ``target`` in lower case. It
        ends where ``enough`` words are rendered; words that are new come last.
        """
        known, tried, covered = self.beginnings, 0, 0
        new: list[str] = []
        for look_up, asked in ((known.get, words), (known.__getitem__, new)):
            for word in asked:
                beginnings = look_up(word)
                if beginnings:
                    tried += 1
                    for beginning in beginnings:
                        if beginning in target:
                            covered += 1
                            break
                    if covered == enough:
                        return tried, covered
                elif beginnings is None:
                    new.append(word)
        return tried, covered

    def _likely(self, word: str) -> tuple[str, ...]:
        """Return the beginnings of the likely renderings of a word, or of a compound's first part."""
        table, size = self.lexicon.source.table, len(word)
        if not _SHORT <= size <= _LONGEST or word in table.silent:
            return ()
        stems = table.stems
        for cut in range(size, _SHORT - 1, -1):
            known = stems.get(word[:cut])
            if known is None:
                continue
            found = tuple(beginning for key in known[0] for beginning in self._rendered(key))
            if found or cut == size or (2 * cut > size and word[cut:] in table.endings):
                return found
        return ()

    def _beginnings_of(self, key: int) -> Iterator[str]:
        """Yield the beginnings of a key's likely renderings, if it tells anything."""
        if self.lexicon.source.weight(key) < _TELLING:
            return
        links = sorted(self.forward(key).items(), key=lambda link: -link[1])[:_LINKS]
        for target, sure in links:
            name = self.lexicon.target.name(target)
            if sure >= _LIKELY and len(name) >= _SHORT:
                yield name[:-1] if name[-1] in "aei" and len(name) > _SHORT else name

    def source_cover(self, source: str, target: str, besides: str = "") -> Cover:
        """Return how much of the source the target covers, words of ``besides`` left out."""
        cover = self._cover(source, target, is_source=True)
        if not besides:
            return cover
        table = self.lexicon.source.table
        others = set(table.of_text(besides))
        keys = [key for key in table.of_text(source) if self._counts(key)]
        rows = zip(keys, cover.words, strict=True)
        return Cover(tuple(row for key, row in rows if key not in others))

    def _counts(self, key: "Key") -> bool:
        """Whether a key of the source has a row in its cover: function words have none."""
        return isinstance(key, str) or bool(self.lexicon.source.weight(key))

    def target_cover(self, source: str, target: str) -> Cover:
        """Return how much of the target the source covers."""
        return self._cover(target, source, is_source=False)

    def target_covers(self, source: str, targets: Iterable[str]) -> list[Cover]:
        """Return how much of each of several targets the source covers, which is read once."""
        here = set(self.lexicon.source.table.of_text(source))
        of_text = self.lexicon.target.table.of_text
        return [self._cover_of(of_text(target), here, is_source=False) for target in targets]

    def rendering(
        self, form: str, words: Iterable[str], *, by_head: bool = False
    ) -> tuple[int, str, float] | None:
        """Return which of the target's words renders a source form: index, base form, certainty.

        With ``by_head`` only the last parts of compounds count, which say what kind of thing it is.
        """
        table = self.lexicon.target.table
        wanted: dict[int, float] = {}
        first = -1 if by_head else 0
        for key in self.lexicon.source.table.of_text(form)[first:]:
            if isinstance(key, int):
                for target, sure in self.forward(key).items():
                    wanted[target] = max(wanted.get(target, 0.0), sure)
        best: tuple[int, str, float] | None = None
        for index, word in enumerate(words if wanted else ()):
            for key in table.of_text(word)[first:]:
                sure = wanted.get(key, 0.0) if isinstance(key, int) else 0.0
                if sure > (best[2] if best else 0.0):
                    best = (index, self.lexicon.target.name(key), sure)
        return best

    def both_covers(self, source: str, target: str) -> tuple[Cover, Cover]:
        """Return how much of each side the other covers: the source's cover, the target's."""
        here = self.lexicon.source.table.of_text(source)
        there = self.lexicon.target.table.of_text(target)
        return (
            self._cover_of(here, set(there), is_source=True),
            self._cover_of(there, set(here), is_source=False),
        )

    def _cover(self, text: str, other: str, *, is_source: bool) -> Cover:
        lexicon = self.lexicon
        side, across = (
            (lexicon.source, lexicon.target) if is_source else (lexicon.target, lexicon.source)
        )
        there = set(across.table.of_text(other))
        return self._cover_of(side.table.of_text(text), there, is_source=is_source)

    def _cover_of(self, keys: Sequence["Key"], there: set["Key"], *, is_source: bool) -> Cover:
        told = self._told[is_source]
        rows: list[tuple[float, float]] = []
        beginnings: set[str] | None = None
        for key in keys:
            known = told.get(key)
            if known is None:
                if isinstance(key, str):
                    if beginnings is None:
                        beginnings = {other[:_LONG] for other in there if isinstance(other, str)}
                    rows.append(self._unknown(key, there, beginnings, is_source=is_source))
                    continue
                known = told[key] = self._tell(key, is_source=is_source)
            expected, renderings = known
            if expected is None:
                continue
            covered = 0.0
            for other, counts in renderings:
                if other in there:
                    covered = counts
                    break
            rows.append((max(expected, covered), covered))
        return Cover(tuple(rows))

    def _tell(self, key: int, *, is_source: bool) -> _Told:
        """Return what is expected of a key, None of a function word, and its renderings."""
        side = self.lexicon.source if is_source else self.lexicon.target
        weight = side.weight(key)
        if not weight:
            return None, ()
        links = (self.forward if is_source else self.backward)(key)
        counts = [(other, weight * sure) for other, sure in links.items()]
        return weight * side.certainty(key), tuple(sorted(counts, key=lambda row: -row[1]))

    def _unknown(
        self, word: str, there: set["Key"], beginnings: set[str], *, is_source: bool
    ) -> tuple[float, float]:
        """Return what is expected of a number or an unknown word, and what of it is covered.

        ``beginnings`` are those of the other side's: a name that begins alike is the same.
        """
        if word in there:
            return _NUMBER_WEIGHT, _NUMBER_WEIGHT
        if word.startswith("#") or len(word) < _LONG or word[:_LONG] not in beginnings:
            return 0.0, 0.0
        side = self.lexicon.source if is_source else self.lexicon.target
        return side.weight(word), side.weight(word)


def _unpacked(first: object, links: object, sure: object) -> Callable[[int], Mapping[int, float]]:
    def of(key: int) -> Mapping[int, float]:
        begin, end = first[key], first[key + 1]  # type: ignore[index] # NumPy arrays
        return dict(zip(links[begin:end].tolist(), sure[begin:end].tolist(), strict=True))  # type: ignore[index]

    return cache(of)
