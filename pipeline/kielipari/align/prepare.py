"""One side made ready to be compared: everything of a segment that no other segment changes."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from kielipari.align.keys import Key
from kielipari.align.lexicon import LexiconSide
from kielipari.align.stems import FUNCTION_MARK
from kielipari.languages.number import PLURAL_ENDINGS

__all__ = ["Prepared", "prepare"]

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float32]

# Marks that a translation keeps, as classes: quotation marks and dashes differ in shape only.
_MARKS = ("?", "!", ":", ";", "(", "%", "{", "<", '"”“’»«', "–—-", "/", "@", ".", ",", "§", "€")
_CLASS = {mark: number for number, marks in enumerate(_MARKS) for mark in marks}
_COUNTED = {mark: number for mark, number in _CLASS.items() if mark not in ".,"}
_DELETE = {code: None for code in range(0x250) if chr(code) not in _COUNTED}


@dataclass(frozen=True, slots=True)
class Prepared:
    """One side, ready to be compared.

    ``kinds`` are labels that must agree for a pair to be likely; ``blocks`` tell which segments
    stand in one block. The rest is described in :class:`kielipari.align.evidence.Bag`.
    """

    keys: tuple[tuple[Key, ...], ...]
    lengths: Floats
    hashes: Ints
    kinds: Ints
    blocks: Ints
    marks: Floats
    starts: Floats
    ends: Ints
    cases: Ints
    forms: Ints

    def __len__(self) -> int:
        return len(self.keys)

    def cut(self, start: int, end: int) -> "Prepared":
        """Return a stretch of it."""
        return Prepared(
            self.keys[start:end],
            self.lengths[start:end],
            self.hashes[start:end],
            self.kinds[start:end],
            self.blocks[start:end],
            self.marks[start:end],
            self.starts[start:end],
            self.ends[start:end],
            self.cases[start:end],
            self.forms[start:end],
        )

    def signature(self) -> tuple[bytes, ...]:
        """Return what two stretches share if their texts and their blocks are alike."""
        breaks = np.diff(self.blocks) != 0
        return self.hashes.tobytes(), self.kinds.tobytes(), breaks.tobytes()

    def pick(self, indices: Sequence[int]) -> "Prepared":
        """Return some of its segments, in the order given."""
        where = np.asarray(indices, np.int64)
        return Prepared(
            tuple(self.keys[k] for k in indices),
            self.lengths[where],
            self.hashes[where],
            self.kinds[where],
            self.blocks[where],
            self.marks[where],
            self.starts[where],
            self.ends[where],
            self.cases[where],
            self.forms[where],
        )


def prepare(
    texts: Sequence[str],
    side: LexiconSide,
    kinds: Sequence[int] | None = None,
    blocks: Sequence[int] | None = None,
) -> Prepared:
    """Prepare one side's segments; all are in one block unless ``blocks`` tells."""
    stripped = [text.strip() for text in texts]
    count = len(stripped)
    mute = frozenset(np.flatnonzero(side.weights <= 0).tolist())
    keys = tuple(map(side.table.of_text, stripped))
    if mute:
        keys = tuple(tuple([key for key in row if key not in mute]) for row in keys)
    return Prepared(
        keys,
        np.array([len(text) for text in stripped], np.float32),
        np.array([hash(text.lower()) for text in stripped], np.int64),
        np.asarray(kinds if kinds is not None else [0] * count, np.int64),
        np.asarray(blocks if blocks is not None else [0] * count, np.int64),
        _marks(stripped),
        _starts(stripped),
        np.array([_CLASS.get(text[-1:], -1) for text in stripped], np.int64),
        np.array([_case(text[:1]) for text in stripped], np.int64),
        _forms(stripped, keys, side),
    )


def _marks(texts: Sequence[str]) -> Floats:
    """Count the marks of each class in each text, at most four of a class."""
    counts = np.zeros((len(texts), len(_MARKS)), np.float32)
    for row, text in enumerate(texts):
        for mark in text.translate(_DELETE):
            place = _COUNTED.get(mark)
            if place is not None:
                counts[row, place] += 1
    return np.minimum(counts, 4.0)


# A mark that may end a sentence, what may close it, and the capital that begins another.
_BREAK = re.compile(r"[.!?:…][\"”“»')\]]{0,3}\s+[\"”“«'(\[–-]{0,3}(?=[^\W\d_])(\w)")
_CAPITAL = re.compile(r"[A-ZÅÄÖ](?<!\w.)", re.DOTALL)  # looks back only where a capital is


def _starts(texts: Sequence[str]) -> Floats:
    """Count in each text (n, 2) the words with a capital and the beginnings of sentences."""
    counts = np.zeros((len(texts), 2), np.float32)
    for row, text in enumerate(texts):
        counts[row, 0] = len(_CAPITAL.findall(text))
        counts[row, 1] = bool(text) + sum(map(str.isupper, _BREAK.findall(text)))
    return np.minimum(counts, _MOST_STARTS)


_MOST_STARTS = 12.0


def _case(letter: str) -> int:
    """Return a class for how a text begins."""
    return 2 if letter.isupper() else 1 if letter.islower() else 0


_LABEL = 48  # code points; in longer texts the last word's form tells nothing
_CLOSING = ".,:;!?…)»”\"' "


def _forms(
    texts: Sequence[str], keys: Sequence[Sequence[Key]], side: LexiconSide
) -> npt.NDArray[np.int64]:
    """Tell of each label (n,) whether its last word is a base form: 1, a plural: 3, another: 2.

    0 stands for what is no label or has no word.

    So *kommentti* and *kommentar* are told from *kommentit* and *kommentarer*.
    """
    forms = np.zeros(len(texts), np.int64)
    plural = PLURAL_ENDINGS.get(side.lang, ())
    for row, (text, found) in enumerate(zip(texts, keys, strict=True)):
        if found and len(text) <= _LABEL:
            base = side.name(found[-1])
            if base[0] not in _NO_WORD:
                word = text.lower().rstrip(_CLOSING)
                forms[row] = 1 if word.endswith(base) else 3 if word.endswith(plural) else 2
    return forms


_NO_WORD = ("#", FUNCTION_MARK)
