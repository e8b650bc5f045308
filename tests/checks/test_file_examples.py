"""The examples of rules on pages, files and whole runs are read as such: bad ones are found."""

from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from kielipari import audit, context, ingest
from kielipari.checks import RULES, corpus
from kielipari.checks.base import Example, Rule, Scope
from kielipari.model import Block, BlockKind, Concept, Origin, Pair, Segment, Term, Unit
from kielipari.terms import termbase

GLOSSARY = Path(__file__).parent.parent.parent / "glossary"
PAGES = {"D107": "html", "W101": "html", "W102": "html", "W105": "html", "D108": "properties"}
READ = [rule for rule in RULES if rule.code in PAGES or rule.scope is Scope.CORPUS]
CASES = [(r, e, bad) for r in READ for bad in (True, False) for e in (r.bad if bad else r.good)]


@cache
def judged() -> context.Context:
    concepts = (*termbase.load([GLOSSARY]).concepts, Concept("lausunto", (Term("lausunto", "fi"),)))
    return context.build(context.Settings("fi", "sv", concepts))


def of_files(example: Example, ending: str) -> set[str]:
    sides = [
        replace(ingest.read(text.encode(), f"sivu.{lang}.{ending}"), lang=lang)
        for text, lang in ((example.source, "fi"), (example.target, "sv"))
    ]
    pair = Pair("p1", "sivu.fi", "sivu.sv", "fi", "sv", *sides)
    return {finding.rule for finding in audit.audit_pair(pair, judged()).findings}


def of_lines(example: Example) -> set[str]:
    """Read every line as an entry of a bilingual file, and judge the run as a whole."""

    def side(text: str, name: str) -> tuple[Segment, ...]:
        return (Segment(Block(name, BlockKind.ENTRY, text), 0, len(text)),)

    rows = zip(example.source.splitlines(), example.target.splitlines(), strict=True)
    units = tuple(
        Unit(str(i), side(s, f"s{i}"), side(t, f"t{i}"), Origin.ENTRY, key=str(i))
        for i, (s, t) in enumerate(rows)
    )
    result = audit.audit_pair(Pair("p1", "a.po", "a.po", "fi", "sv", units=units), judged())
    return {finding.rule for finding in corpus.judge([result], judged().active).findings}


def name(value: object) -> str:
    return value.code if isinstance(value, Rule) else ""


@pytest.mark.parametrize(("rule", "example", "is_bad"), CASES, ids=name)
def test_examples_are_what_they_are_said_to_be(
    rule: Rule, example: Example, *, is_bad: bool
) -> None:
    found = of_files(example, PAGES[rule.code]) if rule.code in PAGES else of_lines(example)
    assert (rule.slug in found) is is_bad


def test_all_of_these_rules_have_examples() -> None:
    assert not [rule.code for rule in READ if not rule.bad or not rule.good]
