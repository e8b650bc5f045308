"""What a check is: a rule with its prose and examples, and a function from a view to verdicts.

A check reads no files, configuration or clocks. It yields evidence (:class:`Violation`), or says
that what it looked for is in order (:data:`SATISFIED`) or cannot be told
(:data:`CANNOT_TELL`); where it has nothing to look at it yields nothing. The runner adds file,
line, severity and fingerprint, so that a check cannot misattribute.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import IntFlag, StrEnum
from typing import Any, NamedTuple

from kielipari.model import Message, Outcome, Segment, Severity, Unit


class Span(NamedTuple):
    """A stretch of one segment's text; offsets are code points within ``segment.text``."""

    segment: Segment
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Violation:
    """The evidence for one defect.

    ``evidence`` is what the fingerprint is made of: the words that make this defect this defect
    (never a line number). Left empty, the text of the spans is taken. ``unit`` is named by a check
    of a whole pair where the defect is one unit's. ``severity`` is given where the defect weighs
    otherwise than the rule's usual one; what the configuration says of the rule stands above it.
    """

    message: Message
    source: Span | None = None
    target: Span | None = None
    evidence: str = ""
    suggestion: Message | None = None
    concept: str | None = None
    unit: Unit | None = None
    severity: Severity | None = None


SATISFIED = Outcome.SATISFIED
CANNOT_TELL = Outcome.CANNOT_TELL
Verdict = Violation | Outcome


class Scope(StrEnum):
    """What a check is shown."""

    UNIT = "unit"  # checks.view.UnitView
    PAIR = "pair"  # checks.view.PairView
    CORPUS = "corpus"  # model.Observations of the whole run
    SITE = "site"  # site.SiteFacts
    GLOSSARY = "glossary"  # terms.Termbase
    SUPPRESSION = "suppression"  # config.Ignore or a comment, where it matched no finding


class Evidence(IntFlag):
    """What a unit has that a check of units can look at: cheap to tell, once for all of them."""

    NOTHING = 0
    VALUES = 1  # numbers, dates, contacts …, or list markers
    TERMS = 2  # mentions of terms and names
    STRAY_TERMS = 4  # words of the target that are terms in the source's language
    SIGNS = 8  # what placeholders and tags are written with
    INLINES = 16  # spans that the markup sets apart
    PLURAL = 32  # a plural form's index
    METADATA = 64  # a title, a description, an alternative text
    KEY = 128  # a pair of files that are joined by their keys


class Maturity(StrEnum):
    """A rule's life: preview, stable, deprecated, removed. A code is never used twice."""

    PREVIEW = "preview"
    STABLE = "stable"
    DEPRECATED = "deprecated"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class Example:
    """A source and a target text; ``bad`` examples violate the rule, good ones must stay silent.

    ``source_lang`` and ``target_lang`` only where they are not Finnish and Swedish.
    """

    source: str
    target: str
    source_lang: str = "fi"
    target_lang: str = "sv"
    note: str = ""


@dataclass(frozen=True, slots=True)
class Rule:
    """A check with its catalogue entry. The slug names the defect.

    ``what`` says what is found, ``why`` why it matters to a reader, ``how`` how to mend it.
    A check of units that ``needs`` evidence has nothing to say of a unit without any of it, and
    is not called.
    """

    code: str
    slug: str
    severity: Severity
    scope: Scope
    what: str
    why: str
    how: str
    bad: tuple[Example, ...]
    good: tuple[Example, ...]
    check: Callable[[Any], Iterator[Verdict]]
    maturity: Maturity = Maturity.STABLE
    needs: Evidence = Evidence.NOTHING
