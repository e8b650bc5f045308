"""Learning a translation lexicon from aligned text (``kielipari learn``, ``make lexicon``).

Words are read once by the languages' analysers, condensed into stems, and the keys that the stems
give are aligned with IBM Model 1 in both directions. Function words are left out, and so are
links that are hardly ever the translation.
"""

import argparse
import re
import sys
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt

from kielipari import languages
from kielipari.align.aligned import AlignedPiece, read_aligned
from kielipari.align.keys import KeyTable
from kielipari.align.lexicon import Lexicon, LexiconSide
from kielipari.align.lexicon_file import save
from kielipari.align.model1 import cooccurrences, train
from kielipari.align.stems import Parts, Stems, learn_stems, split_compounds
from kielipari.errors import EmptyInputError, KielipariError

__all__ = ["learn_lexicon", "main"]

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]

_WORD = re.compile(r"[^\W\d_]+")
_LONGEST_PIECE = 60  # distinct keys; longer pieces tell little and cost much
_LEAST_CHANCE = 0.01  # links below this in both directions are left out …
_LEAST_MEAN = 0.005  # … and those whose geometric mean is below this
_LEAST_COUNT = 0.3  # … and those expected less often than this in the whole text
_HIGHEST_WEIGHT = 9.0


def learn_lexicon(
    pieces: Iterable[AlignedPiece], source_lang: str, target_lang: str, about: str = ""
) -> Lexicon:
    """Learn a lexicon from aligned pieces; :class:`EmptyInputError` if there are none.

    Time and memory grow with the text: 47 million characters take two minutes and 3 GB.
    """
    texts = list(dict.fromkeys((piece.source, piece.target) for piece in pieces))
    if not texts:
        raise EmptyInputError("There is nothing to learn from: no aligned piece was found.")
    sides = [
        _stems([pair[k] for pair in texts], lang)
        for k, lang in enumerate((source_lang, target_lang))
    ]
    keyed = _keyed(texts, sides)
    seen = cooccurrences(keyed, len(sides[1].names))
    forward, backward = train(seen, 0), train(seen, 1)
    weights = [_weights([pair[k] for pair in keyed], sides[k].names) for k in (0, 1)]
    keep = _kept(seen.pairs, (forward, backward), weights, len(keyed))
    return Lexicon.of_links(
        (
            LexiconSide(source_lang, tuple(sides[0].names), weights[0], sides[0].table),
            LexiconSide(target_lang, tuple(sides[1].names), weights[1], sides[1].table),
        ),
        (seen.pairs[keep, 0], seen.pairs[keep, 1]),
        (forward[keep].astype(np.float32), backward[keep].astype(np.float32)),
        about,
    )


def _stems(texts: Sequence[str], lang: str) -> Stems:
    """Learn the stems of one side."""
    counts = Counter(word for text in texts for word in _WORD.findall(text.lower()))
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
    )
    return split_compounds(stems, _frequencies(stems.table, counts))


def _frequencies(table: KeyTable, counts: Mapping[str, int]) -> Counter[int]:
    """Count the keys of a vocabulary."""
    found: Counter[int] = Counter()
    for word, count in counts.items():
        for key in table.of_text(word):
            if isinstance(key, int):
                found[key] += count
    return found


def _keyed(texts: Sequence[tuple[str, str]], sides: Sequence[Stems]) -> list[tuple[Ints, Ints]]:
    """Return the distinct keys of both sides of each piece."""
    found: dict[tuple[bytes, bytes], tuple[Ints, Ints]] = {}
    for pair in texts:
        one, other = (
            np.unique(
                np.array([k for k in side.table.of_text(text) if isinstance(k, int)], np.int64)
            )
            for side, text in zip(sides, pair, strict=True)
        )
        if 0 < len(one) <= _LONGEST_PIECE and 0 < len(other) <= _LONGEST_PIECE:
            found[one.tobytes(), other.tobytes()] = one, other
    if not found:
        raise EmptyInputError("There is nothing to learn from: no word of the text is known.")
    return list(found.values())


def _weights(keyed: Sequence[Ints], names: Sequence[str]) -> npt.NDArray[np.float32]:
    """Return the natural log of N/df for each key."""
    seen = np.bincount(np.concatenate(keyed), minlength=len(names))
    weights = np.minimum(np.log((len(keyed) + 1) / (seen + 0.5)), _HIGHEST_WEIGHT)
    return weights.astype(np.float32)


def _kept(
    pairs: Ints,
    chances: tuple[Floats, Floats],
    weights: Sequence[npt.NDArray[np.float32]],
    pieces: int,
) -> npt.NDArray[np.bool_]:
    """Say which links are worth keeping."""
    forward, backward = chances
    expected = forward * pieces * np.exp(-weights[0][pairs[:, 0]])
    keep: npt.NDArray[np.bool_] = (
        (np.maximum(forward, backward) >= _LEAST_CHANCE)
        & (np.sqrt(forward * backward) >= _LEAST_MEAN)
        & (expected >= _LEAST_COUNT)
        & (weights[0][pairs[:, 0]] > 0)
        & (weights[1][pairs[:, 1]] > 0)
    )
    return keep


def main(arguments: Sequence[str] | None = None) -> int:
    """Run from the command line; return the exit code."""
    parser = argparse.ArgumentParser(prog="python -m kielipari.align.learn", description=__doc__)
    parser.add_argument("aligned", nargs="+", type=Path, help="JSON lines or TSV, also .xz or .gz")
    parser.add_argument("-o", "--output", type=Path, required=True, help="the lexicon to write")
    parser.add_argument("--source-lang", default="fi")
    parser.add_argument("--target-lang", default="sv")
    parser.add_argument("--about", default="", help="provenance and licence, kept in the file")
    options = parser.parse_args(arguments)
    langs = options.source_lang, options.target_lang
    try:
        lexicon = learn_lexicon(read_aligned(options.aligned, *langs), *langs, options.about)
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
