"""Aligned documents of the shared data, noisy pairs of them with fixed seeds, and the score.

The score is that of ``shared/eval/align_score.py``: strict F1 of beads with both sides, precision
and recall of source lines without counterpart.
"""

import json
import re
import sys
import xml.etree.ElementTree as ET
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

import polib

from kielipari.align.beads import Alignment
from kielipari.align.noise import Noise, NoisyPair, make_noisy

DATA = Path(__file__).parents[3] / "shared" / "data"
SEEDS = DATA.parent / "seeds"

Pieces = list[tuple[str, str]]
Documents = list[tuple[str, Pieces]]

CONDITIONS = {
    "d05": Noise(delete=0.05, insert=0.03, merge=0.04),
    "d15": Noise(delete=0.15, insert=0.03, merge=0.04),
    "d30": Noise(delete=0.30, insert=0.03, merge=0.04),
    "moved": Noise(delete=0.05, merge=0.04, move=True),
}


def news() -> Documents:
    documents: dict[str, Pieces] = {}
    for line in (DATA / "ntrex" / "dev.tsv").read_text(encoding="utf-8").splitlines():
        name, source, target = line.split("\t")
        documents.setdefault(name, []).append((source, target))
    return list(documents.items())


def law() -> Documents:
    documents: dict[str, Pieces] = {}
    for line in (DATA / "finlex" / "dev.jsonl").read_text(encoding="utf-8").splitlines():
        piece = json.loads(line)
        documents.setdefault(piece["doc"], []).append((piece["fi"], piece["sv"]))
    return list(documents.items())


def interface() -> Documents:
    folder = DATA / "locales"
    files = (
        ("kukkuu-ui", _json, "fi.json", "sv.json"),
        ("kansalaisaloite", _properties, "messages.properties", "messages_sv.properties"),
        ("respa", _po, "fi.po", "sv.po"),
        ("koronavilkku-android", _android, "values-fi/strings.xml", "values-sv/strings.xml"),
        ("tietosuojatesti", _xliff, "messages.fi.xlf", "messages.sv.xlf"),
    )
    found = []
    for name, read, first, second in files:
        here, there = read(folder / name / first), read(folder / name / second)
        pieces = [
            (" ".join(here[key].split()), " ".join(there[key].split()))
            for key in here
            if key in there and here[key] != there[key]
        ]
        found.append((name, [(a, b) for a, b in pieces if a and b]))
    return found


SETS = {"news": news, "law": law, "interface": interface}


def _json(path: Path) -> dict[str, str]:
    def walk(value: object, key: str) -> Iterator[tuple[str, str]]:
        if isinstance(value, dict):
            for name, inner in value.items():
                yield from walk(inner, f"{key}/{name}")
        elif isinstance(value, str):
            yield key, value

    return dict(walk(json.loads(path.read_text(encoding="utf-8")), ""))


def _properties(path: Path) -> dict[str, str]:
    joined = re.sub(r"\\\n\s*", "", path.read_text(encoding="utf-8"))
    pairs = (line.split("=", 1) for line in joined.splitlines() if "=" in line and line[0] != "#")
    return {
        key.strip(): re.sub(r"\\u([0-9a-fA-F]{4})", lambda m: chr(int(m[1], 16)), value.strip())
        for key, value in pairs
    }


def _po(path: Path) -> dict[str, str]:
    return {entry.msgid: entry.msgstr for entry in polib.pofile(str(path)) if entry.msgstr}


def _android(path: Path) -> dict[str, str]:
    root = ET.parse(path).getroot()  # noqa: S314 -- our own data
    return {e.get("name", ""): "".join(e.itertext()) for e in root if e.tag == "string"}


def _xliff(path: Path) -> dict[str, str]:
    found = {}
    for unit in ET.parse(path).getroot().iter():  # noqa: S314 -- our own data
        if unit.tag.endswith("trans-unit"):
            texts = {child.tag.rpartition("}")[2]: "".join(child.itertext()) for child in unit}
            found[unit.get("id", "")] = texts.get("target", texts.get("source", ""))
    return found


def noisy(documents: Documents, condition: str, copies: int = 1) -> Iterator[tuple[str, NoisyPair]]:
    """Yield noisy pairs; a document's name, the condition and the copy are the seed."""
    for name, pieces in documents:
        strangers = [t for other, there in documents if other != name for _, t in there]
        for copy in range(copies):
            random = Random(f"{name} {condition} {copy}")  # noqa: S311 -- noise, no secret
            yield name, make_noisy(pieces, CONDITIONS[condition], random, strangers)


@dataclass(slots=True)
class Score:
    """Counts over many pairs."""

    right: int = 0
    found: int = 0
    gold: int = 0
    missing_right: int = 0
    missing_found: int = 0
    missing_gold: int = 0

    def add(self, pair: NoisyPair, alignment: Alignment, cut: float = 0.0) -> None:
        """Count one pair; a missing line is told from a posterior of ``cut`` on."""
        gold = {bead for bead in pair.beads if bead[0] and bead[1]}
        found = {(b.source, b.target) for b in alignment.beads if b.is_paired}
        missing = {i for source, target in pair.beads if not target for i in source}
        told = {i for b in alignment.beads if not b.target and b.score >= cut for i in b.source}
        self.right += len(gold & found)
        self.found += len(found)
        self.gold += len(gold)
        self.missing_right += len(missing & told)
        self.missing_found += len(told)
        self.missing_gold += len(missing)

    @property
    def f1(self) -> float:
        return 2 * self.right / max(1, self.found + self.gold)

    @property
    def missing_precision(self) -> float:
        return self.missing_right / max(1, self.missing_found)

    @property
    def missing_recall(self) -> float:
        return self.missing_right / max(1, self.missing_gold)

    def __str__(self) -> str:
        return (
            f"bead F1 {self.f1:.4f}  missing P {self.missing_precision:.3f} "
            f"R {self.missing_recall:.3f} (of {self.missing_gold})"
        )


def lines(pieces: Iterable[tuple[str, str]]) -> tuple[Sequence[str], Sequence[str]]:
    """Return the two sides of aligned pieces."""
    pairs = list(pieces)
    return [a for a, _ in pairs], [b for _, b in pairs]


def main(folder: str) -> None:
    """Write the sets as aligned JSON lines, for ``make lexicon`` and ``make weights``.

    ``everyday_0.jsonl`` and ``everyday_1.jsonl`` hold every second document of the sets that
    everyday words are learned from.
    """
    to = Path(folder)
    to.mkdir(parents=True, exist_ok=True)
    for name, read in SETS.items():
        _write(to / f"{name}.jsonl", read())
    for half in (0, 1):
        _write(to / f"everyday_{half}.jsonl", [*news()[half::2], *interface()[half::2]])


def _write(path: Path, documents: Documents) -> None:
    rows = [
        json.dumps([document, a, b], ensure_ascii=False)
        for document, pieces in documents
        for a, b in pieces
    ]
    path.write_text("\n".join(rows) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1])
