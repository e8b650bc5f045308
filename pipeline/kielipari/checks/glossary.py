"""G101–G105: the termbase itself.

The examples of these rules are rows of a glossary, ``concept,lang,term,status,pos,domain``:
Finnish ones as the source, Swedish ones as the target.
"""

from collections.abc import Callable, Iterator

from kielipari.checks.base import SATISFIED, Example, Rule, Scope, Span, Verdict, Violation
from kielipari.checks.runner import Active, Tally, Where
from kielipari.model import Block, BlockKind, Message, Place, Segment, Severity, SourceMap
from kielipari.terms import lint
from kielipari.terms.lint import Defect
from kielipari.terms.termbase import Termbase

_MENDED = frozenset(
    {
        *("alternatives", "long", "unpaired-bracket", "part-of-speech", "empty-term", "no-term"),
        *("ignored-column", "ignored-sheet", "duplicate-row", "id-collision", "several-domains"),
        *("two-preferred", "id-conflict", "unknown-status"),
    }
)
"""Problems that have advice of their own."""


def judge(termbase: Termbase, active: Active) -> Tally:
    """Run the active rules on a termbase; every finding stands on the source side.

    A violation's block is the term, its id the file, so that the place of the finding is known.
    """
    tally = Tally(active)
    for rule in active.of(Scope.GLOSSARY):
        try:
            verdicts = list(rule.check(termbase))
        except Exception:  # noqa: BLE001 - the runner reports the crash of a check with its name
            path = termbase.files[0] if termbase.files else ""
            tally.run(rule, termbase, Where(path, "", "", ""))
            continue
        for verdict in verdicts:
            span = verdict.source if isinstance(verdict, Violation) else None
            block = span.segment.block if span else Block("", BlockKind.ENTRY, "")
            tally.take(rule, [verdict], Where(block.id, "", block.lang or "", ""))
    return tally


def _check(
    slug: str, find: Callable[[Termbase], Iterator[Defect]]
) -> Callable[[Termbase], Iterator[Verdict]]:
    """Make a check of a lint function; a termbase without a defect satisfies it once."""

    def check(termbase: Termbase) -> Iterator[Verdict]:
        is_clean = True
        for defect in find(termbase):
            is_clean = False
            yield _violation(slug, defect)
        if is_clean and termbase.concepts:
            yield SATISFIED

    return check


def _violation(slug: str, defect: Defect) -> Violation:
    source_map = SourceMap.at(Place(max(defect.line, 1), 1))
    block = Block(
        defect.path, BlockKind.ENTRY, defect.text, lang=defect.lang or None, source_map=source_map
    )
    segment = Segment(block, 0, len(defect.text))
    return Violation(
        _message(slug, defect),
        source=Span(segment, 0, len(defect.text)),
        evidence="\x1e".join((defect.problem, defect.lang, defect.text, *defect.others)),
        suggestion=_suggestion(defect),
        concept=defect.concept or None,
    )


def _suggestion(defect: Defect) -> Message | None:
    """Return how to mend a defect, where its rule's general advice says too little."""
    if defect.instead:
        return Message.of("write", text=defect.instead)
    return Message.of(f"mend.{defect.problem}") if defect.problem in _MENDED else None


def _message(slug: str, defect: Defect) -> Message:
    """Return the message: the rule's own where it fits, else one for the problem."""
    name, others = defect.text, defect.others
    match defect.problem:
        case "same-term":
            return Message.of(slug, term=name, others=others)
        case "two-statuses":
            return Message.of(slug, term=name, statuses=others)
        case "no-equivalent":
            return Message.of(slug, term=name, language=others[0])
        case "unknown-word":
            return Message.of(slug, term=name, word=others[0])
        case problem:
            detail = ", ".join(others)
            return Message.of(f"{slug}.{problem}", term=name, detail=detail)


RULES = (
    Rule(
        code="G101",
        slug="duplicate-concept",
        severity=Severity.WARNING,
        scope=Scope.GLOSSARY,
        what="Two concepts of one domain share a term, a row is there twice, or two unlike "
        "concepts have the same id.",
        why="A mention of the term cannot be told to one concept, and its equivalents come from "
        "the wrong one.",
        how="Join the rows under one concept; homonyms get a domain each.",
        bad=(
            Example(
                "hakemus,fi,hakemus\nanomus,fi,hakemus",
                "hakemus,sv,ansökan\nanomus,sv,anhållan",
                note="one term, two concepts",
            ),
        ),
        good=(
            Example(
                "maa,fi,maa,,,hallinto\nmaapera,fi,maa,,,luonto",
                "maa,sv,land,,,hallinto\nmaapera,sv,mark,,,luonto",
                note="homonyms of two domains",
            ),
        ),
        check=_check("duplicate-concept", lint.duplicate_concepts),
    ),
    Rule(
        code="G102",
        slug="unanalysable-term",
        severity=Severity.WARNING,
        scope=Scope.GLOSSARY,
        what="A word of a term is in no dictionary and cannot be inflected.",
        why="Only the very form in the glossary is found in texts. Often the word is misspelt or "
        "stands in the wrong language.",
        how="Correct the word; mark a name with the part of speech properNoun.",
        bad=(Example("rahoitus,fi,rahoitsqtw", "rahoitus,sv,finansiering"),),
        good=(
            Example(
                "ekosysteemisopimus,fi,ekosysteemisopimus", "ekosysteemisopimus,sv,ekosystemavtal"
            ),
            Example("eakr,fi,EAKR", "eakr,sv,ERUF", note="acronyms"),
        ),
        check=_check("unanalysable-term", lint.unanalysable_terms),
    ),
    Rule(
        code="G103",
        slug="conflicting-status",
        severity=Severity.WARNING,
        scope=Scope.GLOSSARY,
        what="A term is preferred and deprecated at once, or a concept has two rival preferred "
        "terms in one language.",
        why="Whoever uses it is right and wrong; the checks on terms cannot follow both.",
        how="Leave one term preferred, mark the others admitted or deprecated.",
        bad=(
            Example("paatos,fi,päätös", "paatos,sv,beslut,preferred\npaatos,sv,beslut,deprecated"),
            Example("hanke,fi,hanke\nhanke,fi,projekti", "hanke,sv,projekt", note="two rivals"),
        ),
        good=(
            Example(
                "eakr,fi,Euroopan aluekehitysrahasto\neakr,fi,EAKR",
                "eakr,sv,Europeiska regionala utvecklingsfonden\neakr,sv,ERUF",
                note="a full form and its acronym",
            ),
        ),
        check=_check("conflicting-status", lint.conflicting_statuses),
    ),
    Rule(
        code="G104",
        slug="missing-equivalent",
        severity=Severity.WARNING,
        scope=Scope.GLOSSARY,
        what="A concept has a preferred or admitted term in one language and none in the other.",
        why="The glossary says nothing of how to render it; its mentions go unchecked.",
        how="Add the equivalent, or mark the term deprecated if the concept is not to be used.",
        bad=(
            Example("kunta,fi,kunta\nhanke,fi,hanke", "hanke,sv,projekt"),
            Example(
                "hanke,fi,hanke\nkunta,fi,kunta", "hanke,sv,projekt,deprecated\nkunta,sv,kommun"
            ),
        ),
        good=(Example("hanke,fi,hanke", "hanke,sv,projekt"),),
        check=_check("missing-equivalent", lint.missing_equivalents),
    ),
    Rule(
        code="G105",
        slug="untidy-term",
        severity=Severity.WARNING,
        scope=Scope.GLOSSARY,
        what="A term holds double spaces, invisible characters, another apostrophe than the rest, "
        "a qualifier in brackets, alternatives or a punctuation mark; or something beside it "
        "could not be read.",
        why="Texts do not write it so: the term is not found, or looks untidy where it is quoted.",
        how="Write the term as it stands in a text; qualifiers go to domain or note, alternatives "
        "to rows of their own.",
        bad=(
            Example(
                "julkinen-hankinta,fi,julkinen  hankinta",
                "julkinen-hankinta,sv,offentlig upphandling",
            ),
            Example("kunta,fi,kunta", "kunta,sv,kom\u00admun", note="a soft hyphen"),
            Example("hakemus,fi,hakemus / anomus", "hakemus,sv,ansökan"),
        ),
        good=(
            Example("mikkeli,fi,Mikkeli,,properNoun", "mikkeli,sv,S:t Michel,,properNoun"),
            Example(
                "tutkimus,fi,tutkimus- ja kehittämistoiminta",
                "tutkimus,sv,forsknings- och utvecklingsverksamhet",
            ),
        ),
        check=_check("untidy-term", lint.untidy_terms),
    ),
)
