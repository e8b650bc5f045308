"""What a check is: a rule with its prose and examples, and a function from a view to verdicts.

A check reads no files, configuration or clocks. It yields evidence (:class:`Violation`), or says
that what it looked for is in order (:data:`SATISFIED`) or cannot be told
(:data:`CANNOT_TELL`); where it has nothing to look at it yields nothing. The runner adds file,
line, severity and fingerprint, so that a check cannot misattribute.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final, NamedTuple

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


class Evidence:
    """What a unit shows at a glance: it decides which checks of units are called at all.

    Bits of a plain number: an enumeration takes ten times as long to join.
    """

    NOTHING: Final = 0
    SOURCE: Final = 1 << 0  # the source has text
    TARGET: Final = 1 << 1  # the target has text
    PAIRED: Final = SOURCE | TARGET
    ENTRY: Final = 1 << 2  # a file says that the two belong together
    WORDS: Final = 1 << 3  # the source has something to translate
    SENTENCE: Final = 1 << 4  # the source has the words of a sentence, and the target any
    LONG: Final = 1 << 5  # either of two texts is so long that the other's length tells
    LENGTH: Final = 1 << 6  # the target may be too short or too long, or breaks off
    COPY: Final = 1 << 7  # both sides have the same words
    FOREIGN: Final = 1 << 8  # a side that is not plainly in its language, or has several segments
    STRANGERS: Final = 1 << 9  # words that only other languages know, or the source's first one
    DENIAL: Final = 1 << 10  # words that negate a clause
    MODALITY: Final = 1 << 11  # words of the target that oblige or permit
    VALUES: Final = 1 << 12  # values that differ, or that one side alone may tell something of
    NUMBERS: Final = 1 << 13  # numbers, amounts and times
    DATES: Final = 1 << 14
    WEEKDAYS: Final = 1 << 15
    CONTACTS: Final = 1 << 16
    REFERENCES: Final = 1 << 17
    MEASURES: Final = 1 << 18  # amounts with a unit or a currency
    AMOUNTS: Final = 1 << 19  # numbers of the target, in digits
    CLOCK: Final = 1 << 20  # times of day
    MARKS: Final = 1 << 21  # question marks of the source, quotation marks of the target
    SPACES: Final = 1 << 22  # white space at an end, or two spaces in a row
    DOUBLED: Final = 1 << 23  # the same word twice in a row
    TERMS: Final = 1 << 24  # mentions of the glossary's concepts in the source
    NAMES: Final = 1 << 25  # mentions of names, and of Finland's own terms, in the source
    COUNTERPARTS: Final = 1 << 26  # such mentions on both sides
    BARRED: Final = 1 << 27  # terms that no text is to use
    STRAY_TERMS: Final = 1 << 28  # words of the target that are terms in the source's language
    SIGNS: Final = 1 << 29  # what placeholders and tags are written with
    UNTRANSLATED: Final = 1 << 30  # an entry of a source alone
    DRAFT: Final = 1 << 31  # a note to finish it, or a state that says so
    STALE: Final = 1 << 32  # something is known of what it once translated
    INLINES: Final = 1 << 33  # spans that the markup sets apart
    PLURAL: Final = 1 << 34  # a plural form's index
    METADATA: Final = 1 << 35  # a title, a description, an alternative text
    KEY: Final = 1 << 36  # a pair of files that are joined by their keys


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
    A check of units that ``needs`` evidence is called where a unit has any of it. Of a unit with
    none of it ``otherwise`` is counted without a call: each outcome once, where the unit has all
    of the evidence that it stands beside.
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
    needs: int = Evidence.NOTHING
    otherwise: tuple[tuple[int, Outcome], ...] = ()
