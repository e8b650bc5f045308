"""Exact sentences on the treebanks: the rest of the gold has no mark to split at."""

from itertools import groupby
from pathlib import Path

import pytest

from kielipari import segment

DATA = Path(__file__).parents[3] / "shared" / "data" / "ud"
needs_data = pytest.mark.skipif(not DATA.exists(), reason="../shared/data is not there")


def texts(path: Path) -> list[list[str]]:
    """Return the sentences of each document, or of the whole where no documents are marked."""
    rows: list[tuple[int, str]] = []
    number = 0
    for line in path.read_text(encoding="utf-8").splitlines():
        number += line.startswith("# newdoc")
        if line.startswith("# text = "):
            rows.append((number, line.removeprefix("# text = ")))
    return [[text for _, text in group] for _, group in groupby(rows, key=lambda row: row[0])]


@needs_data
@pytest.mark.parametrize(
    ("lang", "name", "least"),
    [("fi", "fi_tdt-ud-dev.conllu", 0.850), ("sv", "sv_talbanken-ud-dev.conllu", 0.955)],
)
def test_exact_sentences(lang: str, name: str, least: float) -> None:
    right = found = gold = 0
    for document in texts(DATA / name):
        expected, position = set(), 0
        for sentence in document:
            expected.add((position, position + len(sentence)))
            position += len(sentence) + 1
        spans = set(segment.sentences(" ".join(document), lang))
        right += len(spans & expected)
        found += len(spans)
        gold += len(expected)
    f1 = 2 * right / (found + gold)
    print(f"{lang}: P {right / found:.4f} R {right / gold:.4f} F1 {f1:.4f}")
    assert f1 >= least
