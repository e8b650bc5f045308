"""Every rule's bad examples violate it, and its good ones stay silent."""

from functools import lru_cache
from pathlib import Path

import pytest

from kielipari import context
from kielipari.checks import RULES
from kielipari.checks.base import Example, Rule, Scope, Violation
from kielipari.checks.view import UnitView
from kielipari.model import (
    Block,
    BlockKind,
    Origin,
    Segment,
    Unit,
)
from kielipari.terms import termbase

GLOSSARY = Path(__file__).parent.parent.parent / "glossary"


@lru_cache
def analysers(source: str, target: str) -> context.Context:
    concepts = termbase.load([GLOSSARY]).concepts
    return context.build(context.Settings(source, target, concepts))


def view(example: Example) -> UnitView:
    def side(text: str, name: str) -> tuple[Segment, ...]:
        block = Block(name, BlockKind.ENTRY, text)
        return (Segment(block, 0, len(text)),) if text else ()

    unit = Unit(
        "1", side(example.source, "s"), side(example.target, "t"), origin=Origin.ENTRY, key="1"
    )
    found = analysers(example.source_lang, example.target_lang).analysers
    return UnitView(unit, example.source_lang, example.target_lang, found)


READ_AS_FILES = {"D106", "D108", "W102", "W105"}  # test_file_examples.py, test_site_…
UNIT_RULES = [r for r in RULES if r.scope is Scope.UNIT and r.code not in READ_AS_FILES]
BAD = [(rule, example) for rule in UNIT_RULES for example in rule.bad]
GOOD = [(rule, example) for rule in UNIT_RULES for example in rule.good]


def name(value: object) -> str:
    if isinstance(value, Rule):
        return value.code
    return value.target[:30] if isinstance(value, Example) else str(value)


@pytest.mark.parametrize(("rule", "example"), BAD, ids=name)
def test_bad_example_is_reported(rule: Rule, example: Example) -> None:
    verdicts = list(rule.check(view(example)))
    assert any(isinstance(v, Violation) for v in verdicts), verdicts


@pytest.mark.parametrize(("rule", "example"), GOOD, ids=name)
def test_good_example_stays_silent(rule: Rule, example: Example) -> None:
    verdicts = list(rule.check(view(example)))
    assert not [v for v in verdicts if isinstance(v, Violation)]


def test_codes_and_slugs_are_used_once() -> None:
    codes = [rule.code for rule in RULES]
    slugs = [rule.slug for rule in RULES]
    assert len(set(codes)) == len(codes)
    assert len(set(slugs)) == len(slugs)
