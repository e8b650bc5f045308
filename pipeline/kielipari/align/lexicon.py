"""The translation lexicon as a file and in memory.

A lexicon holds, for each of two languages, keys (base forms and compound parts) with their
weights and the stems that lead to them, and between the two sides translation probabilities in
both directions. The file is a NumPy ``.npz`` without pickled objects; texts are UTF-8 with one
item a line. It can be used in either direction.
"""

import zipfile
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from kielipari.align.keys import Key, KeyTable
from kielipari.errors import StateError
from kielipari.model import Concept

__all__ = ["Lexicon", "LexiconSide", "load", "merge", "save"]

FORMAT = "kielipari.lexicon/1"
_COST_STEP = 8.0  # costs and probabilities are kept in a byte each
_UNKNOWN_WEIGHT = 5.0  # the weight of a key that no lexicon knows, in natural logs of N/df


@dataclass(frozen=True, slots=True)
class LexiconSide:
    """The keys of one language: names, weights (idf, natural logs) and the table of stems."""

    lang: str
    names: tuple[str, ...] = ()
    weights: npt.NDArray[np.float32] = field(default_factory=lambda: np.zeros(0, np.float32))
    table: KeyTable = field(default_factory=KeyTable)

    def weight(self, key: Key) -> float:
        """Return how much the key tells."""
        return float(self.weights[key]) if isinstance(key, int) else _UNKNOWN_WEIGHT

    def name(self, key: Key) -> str:
        """Return the key as text."""
        return self.names[key] if isinstance(key, int) else key


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Two sides and the links between their keys, sorted by source key.

    ``first[k]:first[k + 1]`` are the links of source key k; ``target`` their other ends,
    ``forward`` p(target | source) and ``backward`` p(source | target).
    """

    source: LexiconSide
    target: LexiconSide
    first: npt.NDArray[np.int64]
    links: npt.NDArray[np.int64]
    forward: npt.NDArray[np.float32]
    backward: npt.NDArray[np.float32]
    about: str = ""

    @classmethod
    def empty(cls, source_lang: str, target_lang: str) -> "Lexicon":
        """Return a lexicon that knows nothing."""
        nothing = np.zeros(0, np.float32)
        return cls(
            LexiconSide(source_lang),
            LexiconSide(target_lang),
            np.zeros(1, np.int64),
            np.zeros(0, np.int64),
            nothing,
            nothing,
        )

    def inverted(self) -> "Lexicon":
        """Return the same lexicon for the other direction."""
        sources = np.repeat(np.arange(len(self.first) - 1), np.diff(self.first))
        order = np.argsort(self.links, kind="stable")
        counts = np.bincount(self.links, minlength=len(self.target.names))
        return replace(
            self,
            source=self.target,
            target=self.source,
            first=np.concatenate(([0], np.cumsum(counts))),
            links=sources[order],
            forward=self.backward[order],
            backward=self.forward[order],
        )


def save(path: Path, lexicon: Lexicon) -> None:
    """Write a lexicon file."""
    arrays: dict[str, npt.NDArray[Any]] = {
        "format": _text(FORMAT, lexicon.source.lang, lexicon.target.lang),
        "about": _text(lexicon.about),
        "first": lexicon.first.astype(np.uint32),
        "links": lexicon.links.astype(np.uint32),
        "forward": _as_byte(lexicon.forward, 255.0),
        "backward": _as_byte(lexicon.backward, 255.0),
    }
    for name, side in (("source", lexicon.source), ("target", lexicon.target)):
        table = side.table
        stems = sorted(table.stems)
        found = [table.stems[stem] for stem in stems]
        arrays |= {
            f"{name}_names": _text(*side.names),
            f"{name}_weights": _as_byte(side.weights, 16.0),
            f"{name}_stems": _text(*stems),
            f"{name}_sizes": np.array([len(keys) for keys, _ in found], np.uint8),
            f"{name}_keys": np.array([k for keys, _ in found for k in keys], np.uint32),
            f"{name}_costs": _as_byte(np.array([cost for _, cost in found]), _COST_STEP),
            f"{name}_endings": _text(*table.endings),
            f"{name}_ending_costs": _as_byte(np.array(list(table.endings.values())), _COST_STEP),
            f"{name}_links": _text(*table.links),
            f"{name}_link_costs": _as_byte(np.array(list(table.links.values())), _COST_STEP),
        }
    with path.open("wb") as file:
        np.savez_compressed(file, allow_pickle=False, **arrays)


def load(path: Path) -> Lexicon:
    """Read a lexicon file; :class:`StateError` if it is none of ours or of another version."""
    try:
        with np.load(path, allow_pickle=False) as file:
            head = _lines(file["format"])
            if len(head) != _HEAD_LINES or head[0] != FORMAT:
                raise StateError(
                    "This lexicon was written by another version; learn it again with "
                    "“kielipari learn”.",
                    str(path),
                )
            return Lexicon(
                _read_side(file, "source", head[1]),
                _read_side(file, "target", head[2]),
                file["first"].astype(np.int64),
                file["links"].astype(np.int64),
                file["forward"].astype(np.float32) / 255,
                file["backward"].astype(np.float32) / 255,
                "\n".join(_lines(file["about"])),
            )
    except OSError as error:
        raise StateError(f"The lexicon cannot be read: {error.strerror}.", str(path)) from error
    except (ValueError, KeyError, zipfile.BadZipFile, EOFError) as error:
        raise StateError(
            "This is not a lexicon file; “kielipari learn” writes one.", str(path)
        ) from error


_HEAD_LINES = 3


def _read_side(file: Any, name: str, lang: str) -> LexiconSide:  # noqa: ANN401 -- NumPy's archive
    """Read one language's keys and stems."""
    stems = _lines(file[f"{name}_stems"])
    keys = file[f"{name}_keys"].tolist()
    costs = (file[f"{name}_costs"] / _COST_STEP).tolist()
    table: dict[str, tuple[tuple[int, ...], float]] = {}
    position = 0
    for stem, size, cost in zip(stems, file[f"{name}_sizes"].tolist(), costs, strict=True):
        table[stem] = (tuple(keys[position : position + size]), cost)
        position += size
    return LexiconSide(
        lang,
        tuple(_lines(file[f"{name}_names"])),
        file[f"{name}_weights"].astype(np.float32) / 16,
        KeyTable(
            table,
            _costs(file, f"{name}_endings", f"{name}_ending_costs"),
            _costs(file, f"{name}_links", f"{name}_link_costs"),
        ),
    )


def _costs(file: Any, texts: str, costs: str) -> dict[str, float]:  # noqa: ANN401 -- as above
    """Read texts with their costs."""
    return dict(zip(_lines(file[texts]), (file[costs] / _COST_STEP).tolist(), strict=True))


def _text(*lines: str) -> npt.NDArray[np.uint8]:
    """Pack lines of text; no line may hold a line break, an empty one stands for itself."""
    return np.frombuffer("\n".join(lines).encode() if lines else b"\0", np.uint8)


def _lines(array: npt.NDArray[np.uint8]) -> list[str]:
    """Unpack what :func:`_text` packed."""
    data = array.tobytes()
    return [] if data == b"\0" else data.decode().split("\n")


def _as_byte(values: npt.NDArray[Any], scale: float) -> npt.NDArray[np.uint8]:
    """Scale to the nearest byte."""
    return np.clip(np.rint(np.asarray(values, np.float64) * scale), 0, 255).astype(np.uint8)


def merge(lexicons: Sequence[Lexicon], source_lang: str, target_lang: str) -> Lexicon:
    """Join lexicons of the same direction; where two know a link, the likelier is kept.

    A later lexicon's stems win, so that a user's own words are read as the user's texts use them.
    """
    if not lexicons:
        return Lexicon.empty(source_lang, target_lang)
    joined = lexicons[0]
    for other in lexicons[1:]:
        source, source_ids = _join_sides(joined.source, other.source)
        target, target_ids = _join_sides(joined.target, other.target)
        starts, more = _sources_of(joined), _sources_of(other)
        joined = _from_links(
            source,
            target,
            np.concatenate((starts, source_ids[more])),
            np.concatenate((joined.links, target_ids[other.links])),
            np.concatenate((joined.forward, other.forward)),
            np.concatenate((joined.backward, other.backward)),
            joined.about,
        )
    return joined


def _sources_of(lexicon: Lexicon) -> npt.NDArray[np.int64]:
    """Return the source key of every link."""
    return np.repeat(np.arange(len(lexicon.first) - 1), np.diff(lexicon.first))


def _join_sides(
    first: LexiconSide, second: LexiconSide
) -> tuple[LexiconSide, npt.NDArray[np.int64]]:
    """Join two sides; also return where the second's keys have gone."""
    known = {name: k for k, name in enumerate(first.names)}
    names = list(first.names)
    weights = first.weights.tolist()
    moved = []
    for name, weight in zip(second.names, second.weights.tolist(), strict=True):
        if name not in known:
            known[name] = len(names)
            names.append(name)
            weights.append(weight)
        moved.append(known[name])
    stems = dict(first.table.stems)
    for stem, (keys, cost) in second.table.stems.items():
        stems[stem] = (tuple(moved[k] for k in keys), cost)
    table = KeyTable(
        stems,
        {**second.table.endings, **first.table.endings},
        {**second.table.links, **first.table.links},
    )
    side = LexiconSide(first.lang, tuple(names), np.array(weights, np.float32), table)
    return side, np.array(moved, np.int64)


def _from_links(
    source: LexiconSide,
    target: LexiconSide,
    starts: npt.NDArray[np.int64],
    ends: npt.NDArray[np.int64],
    forward: npt.NDArray[np.float32],
    backward: npt.NDArray[np.float32],
    about: str,
) -> Lexicon:
    """Build a lexicon from unsorted links, of doubles the likelier."""
    code = starts * max(len(target.names), 1) + ends
    unique, place = np.unique(code, return_inverse=True)
    ahead, back = np.zeros(len(unique), np.float32), np.zeros(len(unique), np.float32)
    np.maximum.at(ahead, place, forward)
    np.maximum.at(back, place, backward)
    begins, links = np.divmod(unique, max(len(target.names), 1))
    counts = np.bincount(begins, minlength=len(source.names))
    first = np.concatenate(([0], np.cumsum(counts))).astype(np.int64)
    return Lexicon(source, target, first, links, ahead, back, about)


def with_concepts(lexicon: Lexicon, concepts: Sequence[Concept]) -> Lexicon:
    """Join a glossary: the words of a concept's terms in one language translate the other's."""
    sides = (lexicon.source, lexicon.target)
    names = tuple(list(side.names) for side in sides)
    weights = tuple(side.weights.tolist() for side in sides)
    stems: tuple[dict[str, tuple[tuple[int, ...], float]], ...] = ({}, {})

    def of_term(place: int, text: str) -> list[int]:
        """Return the keys of a term, new ones for words that the lexicon does not know."""
        found = []
        for key in sides[place].table.of_text(text):
            known = stems[place].get(key) if isinstance(key, str) else None
            if isinstance(key, int):
                found.append(key)
            elif known is not None:
                found.extend(known[0])
            elif not key.startswith("#"):
                stems[place][key] = ((len(names[place]),), _GLOSSARY_COST)
                found.append(len(names[place]))
                names[place].append(key)
                weights[place].append(_UNKNOWN_WEIGHT)
        return [key for key in found if weights[place][key] > 0]

    starts, ends, strength = [], [], []
    for concept in concepts:
        for here in concept.in_language(lexicon.source.lang):
            left = of_term(0, here.text)
            for there in concept.in_language(lexicon.target.lang):
                right = of_term(1, there.text)
                for s, t, p in _term_links(left, right):
                    starts.append(s)
                    ends.append(t)
                    strength.append(p)
    new = [
        LexiconSide(
            side.lang,
            tuple(names[k]),
            np.array(weights[k], np.float32),
            KeyTable({**side.table.stems, **stems[k]}, side.table.endings, side.table.links),
        )
        for k, side in enumerate(sides)
    ]
    likely = np.concatenate((np.zeros(0), np.array(strength))).astype(np.float32)
    return _from_links(
        new[0],
        new[1],
        np.concatenate((_sources_of(lexicon), np.array(starts, np.int64))),
        np.concatenate((lexicon.links, np.array(ends, np.int64))),
        np.concatenate((lexicon.forward, likely)),
        np.concatenate((lexicon.backward, likely)),
        lexicon.about,
    )


_GLOSSARY_COST = 9.0  # as rare as a stem seen once in ten thousand words
_SURE = 0.9  # word by word where both terms have as many words


def _term_links(left: list[int], right: list[int]) -> list[tuple[int, int, float]]:
    """Return which keys of two terms translate each other."""
    if len(left) == len(right):
        return [(s, t, _SURE) for s, t in zip(left, right, strict=True)]
    share = _SURE / max(1, min(len(left), len(right)))
    return [(s, t, share) for s in left for t in right]
