"""What is usual in a pair of texts, so that a unit can be judged by its own kind.

Statutes are translated word by word, news freely; some files end their list items with a comma on
one side and a semicolon on the other. A few units tell little, so what is usual elsewhere counts
as some units more (additive smoothing).
"""

from array import array
from collections import Counter
from collections.abc import Callable, Iterable
from functools import cached_property
from itertools import islice
from math import ceil, log
from statistics import median
from typing import NamedTuple

from kielipari.checks.concordance import Concordance
from kielipari.checks.lexical import Translations
from kielipari.languages.text import runs_of_letters
from kielipari.segment import sentences

_RATIO = 1.0  # characters of the target to one of the source
_COVER = 0.6  # share of the expected words that have a rendering
_LEAST_COVER, _MOST_COVER = 0.35, 0.9
_PRIOR = 6.0  # units that the usual values count as
_SAMPLE = 40  # units, at most, that are looked at closely
_ENOUGH = 30  # characters that a text needs for its length to tell
_LEAST_TEXTS, _LABEL = 12, 50  # texts that tell what a file holds, and characters of a label
_ENDS = {
    ".": "stop",
    "!": "stop",
    "?": "stop",
    "…": "stop",
    ":": "colon",
    ";": "comma",
    ",": "comma",
}
_CLOSING = "”\"»’')]}"
_MERGING, _MERGING_PRIOR = 0.05, 20.0  # share of texts with sentences joined, and its weight
_SAMPLE_OF_SENTENCES = 400  # units, at most, that are cut into sentences
_SEVERAL = 3  # words of a text that shows its language
_WHOLE, _MOST = 0.95, 1.3  # lengths of a target, to the usual one, that leaves nothing out
_END_PRIOR = {True: 0.97, False: 0.01}  # the same class of ending on both sides, or another


def ending(text: str) -> str:
    """Return how a text ends: "stop", "colon", "comma", or "" for a word."""
    return _ENDS.get(text.rstrip().rstrip(_CLOSING)[-1:], "")


class _Measured(NamedTuple):
    """The lengths of all source texts and of their targets, and how both end."""

    sources: "array[int]"  # not to be subscripted at run time in Python 3.11
    targets: "array[int]"
    endings: Counter[tuple[str, str]]


class Typical:
    """What is usual among the units of one pair, reckoned when first asked for."""

    def __init__(
        self,
        texts: Iterable[tuple[str, str]] = (),
        translations: Callable[[], Translations] | None = None,
    ) -> None:
        """Take the source and target texts of all units that have both; they are walked several times."""
        self._texts = texts
        self._translations = translations
        self._chances: dict[tuple[str, str], float] = {}
        self._merging: float | None = None
        self.concordance = Concordance(texts)

    @cached_property
    def ratio(self) -> float:
        """The usual length of a target, in characters to one of its source."""
        lengths = zip(self._measured.sources, self._measured.targets, strict=True)
        logs = [log(target / source) for source, target in lengths if source >= _ENOUGH and target]
        if not logs:
            return _RATIO
        share = len(logs) / (len(logs) + _PRIOR)
        return float(_RATIO * (1 - share) + share * 2.718281828 ** median(logs))

    @cached_property
    def cover(self) -> float:
        """The usual share of expected words that the other side covers, 0.35 to 0.9."""
        if self._translations is None:
            return _COVER
        translations = self._translations()
        step = ceil(len(self._measured.sources) / _SAMPLE) or 1
        shares = []
        for source, target in islice(self._texts, 0, None, step):
            found = translations.source_cover(source, target).telling()
            if found.expected:
                shares.append(found.covered / found.expected)
        usual = (median(shares) * len(shares) if shares else 0.0) + _COVER * _PRIOR
        return min(max(usual / (len(shares) + _PRIOR), _LEAST_COVER), _MOST_COVER)

    def merging(self, langs: tuple[str, str]) -> float:
        """Return how often a target that leaves nothing out has fewer sentences than its source.

        Of the sources with several; 0 to 1. ``langs`` are the languages of the pair.
        """
        if self._merging is None:
            joined = several = 0
            step = ceil(len(self._measured.sources) / _SAMPLE_OF_SENTENCES) or 1
            for source, target in islice(self._texts, 0, None, step):
                is_whole = _WHOLE <= len(target) / len(source or " ") / self.ratio <= _MOST
                count = len(sentences(source, langs[0])) if is_whole else 0
                if count > 1:
                    several += 1
                    joined += len(sentences(target, langs[1])) < count
            usual = joined + _MERGING * _MERGING_PRIOR
            self._merging = usual / (several + _MERGING_PRIOR)
        return self._merging

    @cached_property
    def is_of_labels(self) -> bool:
        """Whether most texts are as short as what stands on a button or above a field."""
        lengths = self._measured.sources
        return len(lengths) >= _LEAST_TEXTS and median(lengths) <= _LABEL

    def is_at_home(self, word: str, own: frozenset[str], *, in_target: bool) -> bool:
        """Whether a word, or one that begins with it, stands in other texts of that side.

        Only texts of several words count that have one of the language's ``own`` small words: what
        stands among them is a loan.
        """
        side = self.concordance.side(in_target=in_target)
        for number in side.holding(word):
            words = runs_of_letters(side.text(number))
            if len(words) >= _SEVERAL and not own.isdisjoint(words):
                return True
        return False

    @cached_property
    def _measured(self) -> _Measured:
        found = _Measured(array("I"), array("I"), Counter())
        for source, target in self._texts:
            found.sources.append(len(source))
            found.targets.append(len(target))
            found.endings[ending(source), ending(target)] += 1
        return found

    def chance_of_ending(self, source: str, target: str) -> float:
        """Return how usual it is for a target to end so where its source ends so."""
        found = self._chances.get((source, target))
        if found is None:
            endings = self._measured.endings
            same = endings[source, target]
            whole = sum(count for (first, _), count in endings.items() if first == source)
            prior = _END_PRIOR[source == target]
            found = self._chances[source, target] = (same + prior * _PRIOR) / (whole + _PRIOR)
        return found
