"""T101 in both directions on 227 sentence pairs written for it, precision beside recall.

``terms_used.tsv`` gives for each pair the concept that the Swedish side fails to render
(64 pairs) or the Finnish side does (32); the rest are good translations that must stay silent.
"""

import csv
from functools import lru_cache
from pathlib import Path

import pytest

from kielipari import context
from kielipari.checks.base import Violation
from kielipari.checks.terms import term_not_used
from kielipari.checks.view import UnitView
from kielipari.model import Block, BlockKind, Origin, Segment, Unit
from kielipari.terms import termbase

HERE = Path(__file__).parent
GLOSSARY = HERE.parent.parent / "glossary" / "innokaupungit.csv"
MIN_RECALL = 0.95
MIN_PRECISION = 0.97


def rows() -> list[dict[str, str]]:
    with (HERE / "terms_used.tsv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t"))


@lru_cache
def built(source: str, target: str) -> context.Context:
    return context.build(context.Settings(source, target, termbase.load([GLOSSARY]).concepts))


def reported(source: str, target: str, texts: dict[str, str]) -> set[str]:
    def side(lang: str) -> tuple[Segment, ...]:
        block = Block(lang, BlockKind.ENTRY, texts[lang])
        return (Segment(block, 0, len(texts[lang])),)

    unit = Unit("1", side(source), side(target), origin=Origin.ENTRY)
    view = UnitView(unit, source, target, built(source, target).analysers)
    return {v.concept or "" for v in term_not_used(view) if isinstance(v, Violation)}


@pytest.mark.parametrize(("source", "target"), [("fi", "sv"), ("sv", "fi")])
def test_terms_not_used_are_found_and_used_ones_are_not(source: str, target: str) -> None:
    found, surplus, missed = 0, [], []
    for row in rows():
        wanted = {row[f"missing-in-{target}"]} - {""}
        got = reported(source, target, row)
        found += len(wanted & got)
        missed += [(row["fi"], row["sv"], c) for c in wanted - got]
        surplus += [(row["fi"], row["sv"], c) for c in got - wanted]
    recall = found / (found + len(missed))
    precision = found / (found + len(surplus))
    print(f"T101 {source}→{target}: recall {recall:.3f} precision {precision:.3f}")
    assert recall >= MIN_RECALL, missed
    assert precision >= MIN_PRECISION, surplus
