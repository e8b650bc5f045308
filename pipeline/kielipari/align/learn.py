"""Learning a translation lexicon from aligned text (``kielipari learn``, ``make lexicon``).

Words are read once by the languages' analysers, condensed into stems, and the keys that the stems
give are aligned with IBM Model 1 in both directions. Function words are left out, and so are
links that are hardly ever the translation.
"""

import argparse
import re
import sys
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from kielipari import languages
from kielipari.align.addition import beyond, start_chances
from kielipari.align.aligned import AlignedPiece, read_aligned
from kielipari.align.join import join_sides, merge
from kielipari.align.keys import KeyTable
from kielipari.align.lexicon import Lexicon, LexiconSide
from kielipari.align.lexicon_file import load, save
from kielipari.align.model1 import cooccurrences, train
from kielipari.align.names import cldr_names
from kielipari.align.stems import (
    FUNCTION_MARK,
    Parts,
    Stems,
    learn_stems,
    split_compounds,
    with_function_words,
)
from kielipari.errors import EmptyInputError, KielipariError

__all__ = ["learn_lexicon", "main"]

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]
Pair = tuple[Ints, Ints]

_WORD = re.compile(r"[^\W\d_]+")
_LONGEST_PIECE = 60  # distinct keys; longer pieces tell little and cost much
_HIGHEST_WEIGHT = 9.0
_HIGHEST_FUNCTION_WEIGHT = 2.0
_PART_WORDS = 3  # words that must show a base form as a part of compounds …
_MANY_WORDS = 10_000  # … in a text of so many words, or on top of a lexicon; else one is enough


def learn_lexicon(
    pieces: Iterable[AlignedPiece],
    source_lang: str,
    target_lang: str,
    about: str = "",
    known: Lexicon | None = None,
) -> Lexicon:
    """Learn a lexicon from aligned pieces; :class:`EmptyInputError` if there are none.

    With a ``known`` lexicon its words are read as it reads them, its links are where learning
    starts from, and the result holds only what the pieces add to it.

    Time and memory grow with the text: 47 million characters take two minutes and 3 GB.
    """
    texts = list(dict.fromkeys((piece.source, piece.target) for piece in pieces))
    if not texts:
        raise EmptyInputError("There is nothing to learn from: no aligned piece was found.")
    langs = source_lang, target_lang
    before = (known.source, known.target) if known else (None, None)
    sides = [
        _side([pair[k] for pair in texts], lang, old)
        for k, (lang, old) in enumerate(zip(langs, before, strict=True))
    ]
    content, function = _keyed(texts, sides)
    weights = [
        _weights([pair[k] for pair in content], [pair[k] for pair in function], sides[k], old)
        for k, old in enumerate(before)
    ]
    found = [
        _links(keyed, weights, sides, least, known)
        for keyed, least in ((content, _CONTENT_LINKS), (function, _FUNCTION_LINKS))
    ]
    lexicon = Lexicon.of_links(
        (
            LexiconSide(source_lang, sides[0].names, weights[0], sides[0].table),
            LexiconSide(target_lang, sides[1].names, weights[1], sides[1].table),
        ),
        (
            np.concatenate([pairs[:, 0] for pairs, _ in found]),
            np.concatenate([pairs[:, 1] for pairs, _ in found]),
        ),
        (
            np.concatenate([chances[0] for _, chances in found]).astype(np.float32),
            np.concatenate([chances[1] for _, chances in found]).astype(np.float32),
        ),
        about,
    )
    return beyond(lexicon, known) if known else lexicon


def _side(texts: Sequence[str], lang: str, known: LexiconSide | None) -> LexiconSide:
    """Return what reads the words of one side: what is known, and stems of the other words."""
    counts = Counter(word for text in texts for word in _WORD.findall(text.lower()))
    if known:
        counts = Counter({w: count for w, count in counts.items() if not known.table.reads(w)})
    stems = _stems(counts, lang, 1 if known is None and len(counts) < _MANY_WORDS else _PART_WORDS)
    own = LexiconSide(lang, tuple(stems.names), np.zeros(len(stems.names), np.float32), stems.table)
    return join_sides(known, own)[0] if known else own


def _stems(counts: Mapping[str, int], lang: str, part_words: int) -> Stems:
    """Learn the stems of one side from how often its words stand there."""
    language = languages.get(lang)
    readings: dict[str, list[Parts]] = {
        word: [
            tuple((part.start, part.end, part.base) for part in reading.parts)
            for reading in language.readings(word)
            if reading.parts and reading.parts[0].start == 0 and reading.parts[-1].end == len(word)
        ]
        for word in counts
    }
    stems = learn_stems(
        counts,
        {word: found for word, found in readings.items() if found},
        language.facts.function_words,
        part_words,
    )
    parts = split_compounds(stems, _frequencies(stems.table, counts))
    bases = {
        word: _function_base(word, readings[word], language.facts.function_words)
        for word in sorted(language.facts.function_words)
        if word in counts
    }
    return with_function_words(parts, bases)


def _function_base(word: str, readings: Sequence[Parts], functions: Collection[str]) -> str:
    """Return the base form of a function word, one that is a function word itself if it can."""
    bases = [parts[0][2] for parts in readings if len(parts) == 1]
    return next((base for base in bases if base in functions), bases[0] if bases else word)


def _frequencies(table: KeyTable, counts: Mapping[str, int]) -> Counter[int]:
    """Count the keys of a vocabulary."""
    found: Counter[int] = Counter()
    for word, count in counts.items():
        for key in table.of_text(word):
            if isinstance(key, int):
                found[key] += count
    return found


def _keyed(
    texts: Sequence[tuple[str, str]], sides: Sequence[LexiconSide]
) -> tuple[list[Pair], list[Pair]]:
    """Return the distinct keys of both sides of each piece: of content, and of function words.

    Each kind explains its own kind only, so that rare words are not taken for translations of
    what stands everywhere.
    """
    marked = [_functions(side) for side in sides]
    kinds: tuple[dict[tuple[bytes, bytes], Pair], ...] = ({}, {})
    for pair in texts:
        one, other = (
            np.unique(
                np.array([k for k in side.table.of_text(text) if isinstance(k, int)], np.int64)
            )
            for side, text in zip(sides, pair, strict=True)
        )
        content = one[~marked[0][one]], other[~marked[1][other]]
        function = one[marked[0][one]], other[marked[1][other]]
        for found, (left, right) in zip(kinds, (content, function), strict=True):
            if 0 < len(left) <= _LONGEST_PIECE and 0 < len(right) <= _LONGEST_PIECE:
                found[one.tobytes(), other.tobytes()] = left, right
    if not kinds[0]:
        raise EmptyInputError("There is nothing to learn from: no word of the text is known.")
    return list(kinds[0].values()), list(kinds[1].values())


def _weights(
    content: Sequence[Ints],
    function: Sequence[Ints],
    side: LexiconSide,
    known: LexiconSide | None,
) -> npt.NDArray[np.float32]:
    """Return the natural log of N/df for each key not known; that of function words is limited."""
    seen = np.bincount(np.concatenate([*content, *function]), minlength=len(side.names))
    weights = np.minimum(np.log((len(content) + 1) / (seen + 0.5)), _HIGHEST_WEIGHT)
    marked = _functions(side)
    weights[marked] = np.clip(weights[marked], 0.0, _HIGHEST_FUNCTION_WEIGHT)
    if known:
        weights[: len(known.weights)] = known.weights
    return weights.astype(np.float32)


def _functions(side: LexiconSide) -> npt.NDArray[np.bool_]:
    """Say of each key whether it is a function word's."""
    return np.array([name.startswith(FUNCTION_MARK) for name in side.names], bool)


@dataclass(frozen=True, slots=True)
class _Least:
    """Below what a link is left out.

    ``chance`` is the larger of its two directions, ``mean`` their geometric mean, ``count`` how
    often it is expected in the whole text.
    """

    chance: float
    mean: float
    count: float


_CONTENT_LINKS = _Least(0.01, 0.005, 0.3)
_FUNCTION_LINKS = _Least(0.1, 0.05, 2.0)


def _links(
    keyed: Sequence[Pair],
    weights: Sequence[npt.NDArray[np.float32]],
    sides: Sequence[LexiconSide],
    least: _Least,
    known: Lexicon | None,
) -> tuple[Ints, tuple[Floats, Floats]]:
    """Return the links (L, 2) worth keeping, with their chances forward and backward."""
    if not keyed:
        return np.zeros((0, 2), np.int64), (np.zeros(0), np.zeros(0))
    seen = cooccurrences(keyed, len(sides[1].names))
    start = start_chances(seen.pairs, known) if known else (None, None)
    forward, backward = train(seen, 0, start[0]), train(seen, 1, start[1])
    left, right = seen.pairs[:, 0], seen.pairs[:, 1]
    present = np.bincount(np.concatenate([s for s, _ in keyed]), minlength=len(sides[0].names))
    keep = (
        (np.maximum(forward, backward) >= least.chance)
        & (np.sqrt(forward * backward) >= least.mean)
        & (forward * present[left] >= least.count)
        & (weights[0][left] > 0)
        & (weights[1][right] > 0)
    )
    return seen.pairs[keep], (forward[keep], backward[keep])


def main(arguments: Sequence[str] | None = None) -> int:
    """Run from the command line; return the exit code."""
    parser = argparse.ArgumentParser(prog="python -m kielipari.align.learn", description=__doc__)
    parser.add_argument("aligned", nargs="+", type=Path, help="JSON lines or TSV, also .xz or .gz")
    parser.add_argument("-o", "--output", type=Path, required=True, help="the lexicon to write")
    parser.add_argument("--source-lang", default="fi")
    parser.add_argument("--target-lang", default="sv")
    parser.add_argument(
        "--names", action="store_true", help="learn names of languages, countries … from CLDR too"
    )
    parser.add_argument(
        "--known",
        nargs="+",
        type=Path,
        default=[],
        help="lexicons to build on; only what is new is written",
    )
    parser.add_argument("--about", default="", help="provenance and licence, kept in the file")
    options = parser.parse_args(arguments)
    langs = options.source_lang, options.target_lang
    try:
        pieces = [*read_aligned(options.aligned, *langs)]
        pieces += cldr_names(*langs) if options.names else ()
        known = merge([load(path) for path in options.known], *langs) if options.known else None
        lexicon = learn_lexicon(pieces, *langs, options.about, known)
    except KielipariError as error:
        print(f"{error.path or 'learn'}: {error}", file=sys.stderr)  # noqa: T201 -- a command
        return 2
    save(options.output, lexicon)
    print(  # noqa: T201 -- a command
        f"{options.output}: {len(lexicon.source.names)} and {len(lexicon.target.names)} keys, "
        f"{len(lexicon.links)} links"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
