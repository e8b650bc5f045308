"""What is told of a bilingual file with these texts."""

from functools import cache

from kielipari import context
from kielipari.audit import audit_pair
from kielipari.model import Block, BlockKind, Concept, Finding, Origin, Pair, Segment, Term, Unit

FINNISH_TO_SWEDISH = ("fi", "sv")


@cache
def _judged(langs: tuple[str, str], terms: tuple[tuple[str, str], ...]) -> context.Context:
    concepts = tuple(Concept(fi, (Term(fi, "fi"), Term(sv, "sv"))) for fi, sv in terms)
    return context.build(context.Settings(*langs, concepts))


def findings(
    *rows: tuple[str, str],
    langs: tuple[str, str] = FINNISH_TO_SWEDISH,
    terms: tuple[tuple[str, str], ...] = (),
) -> tuple[Finding, ...]:
    """Return the findings in a file of these texts, with a glossary of Finnish and Swedish terms."""

    def side(text: str, name: str) -> tuple[Segment, ...]:
        return (Segment(Block(name, BlockKind.ENTRY, text), 0, len(text)),)

    units = tuple(
        Unit(str(i), side(s, f"s{i}"), side(t, f"t{i}"), Origin.ENTRY, key=str(i))
        for i, (s, t) in enumerate(rows)
    )
    return audit_pair(
        Pair("p1", "t.po", "t.po", *langs, units=units), _judged(langs, terms)
    ).findings


def rules(*rows: tuple[str, str]) -> list[str]:
    """Return the rules that Finnish and Swedish texts break, a rule for every finding."""
    return [finding.rule for finding in findings(*rows)]
