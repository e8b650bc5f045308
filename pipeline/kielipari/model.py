"""The values that every room of the house shares: frozen, without behaviour beyond look-up.

From a file to a finding::

    Document ─ Block ─ Segment ┐
    Document ─ Block ─ Segment ┴ Unit ─ Finding ┐
                        Concept ─ Term ─ TermHit ┴ Report

Offsets are code points and spans are half open; lines and columns count from 1.
This module imports nothing else of the package.
"""

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

# ---------------------------------------------------------------- documents


class Place(NamedTuple):
    """A position in a file; both numbers count from 1, columns in code points."""

    line: int
    column: int


class Anchor(NamedTuple):
    """From ``offset`` on, a block's text stands at this place, ``step`` columns a code point.

    ``step`` is 0 where the text is not written as such in the file (an entity, an escape, a
    folded white space): the whole piece then leads to where its source begins.
    """

    offset: int
    line: int
    column: int
    step: int = 1


@dataclass(frozen=True, slots=True)
class SourceMap:
    """Leads from any offset of a block's text to its place in the file."""

    anchors: tuple[Anchor, ...] = (Anchor(0, 1, 1),)

    @classmethod
    def at(cls, place: Place) -> "SourceMap":
        """Return a map for a text that stands as it is from one place on."""
        return cls((Anchor(0, place.line, place.column),))

    def place(self, offset: int) -> Place:
        """Return the line and column where the text at ``offset`` stands."""
        index = bisect_right(self.anchors, offset, key=lambda a: a.offset) - 1
        anchor = self.anchors[max(index, 0)]
        return Place(anchor.line, anchor.column + anchor.step * max(offset - anchor.offset, 0))


class BlockKind(StrEnum):
    """What a block is on its page or in its file."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list-item"
    TABLE_CELL = "table-cell"
    QUOTE = "quote"
    CODE = "code"
    LINK = "link"
    BUTTON = "button"
    LABEL = "label"
    CAPTION = "caption"
    ALT = "alt"
    ARIA_LABEL = "aria-label"
    PLACEHOLDER = "placeholder"
    TITLE = "title"
    DESCRIPTION = "description"
    OPEN_GRAPH = "open-graph"
    ENTRY = "entry"

    @property
    def is_metadata(self) -> bool:
        """Whether the reader meets it beside the text: in a tab, a search result, a screen reader."""
        return self in _METADATA


_METADATA = frozenset(
    {
        BlockKind.ALT,
        BlockKind.ARIA_LABEL,
        BlockKind.PLACEHOLDER,
        BlockKind.TITLE,
        BlockKind.DESCRIPTION,
        BlockKind.OPEN_GRAPH,
    }
)


class Region(StrEnum):
    """Which part of a page a block stands in."""

    HEAD = "head"
    MAIN = "main"
    HEADER = "header"
    NAVIGATION = "navigation"
    ASIDE = "aside"
    FOOTER = "footer"
    COOKIES = "cookies"


class InlineKind(StrEnum):
    """What a span within a block is."""

    EMPHASIS = "emphasis"
    LINK = "link"
    QUOTATION = "quotation"
    CODE = "code"
    PLACEHOLDER = "placeholder"
    SPAN = "span"


@dataclass(frozen=True, slots=True)
class Inline:
    """A marked-up span of a block's text; ``lang`` only where the markup declares one."""

    kind: InlineKind
    start: int
    end: int
    lang: str | None = None
    href: str | None = None


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of text that a reader sees as one: a heading, a paragraph, a cell, an alt text.

    ``text`` has its white space folded. ``level`` is 1–6 for headings and the depth of list
    items, else 0. ``lang`` is what the markup declares for it (its own or inherited), or None.
    ``id`` is unique within the document: the element's id if it has one, else its number.
    """

    id: str
    kind: BlockKind
    text: str
    lang: str | None = None
    level: int = 0
    inlines: tuple[Inline, ...] = ()
    source_map: SourceMap = field(default_factory=SourceMap)
    region: Region = Region.MAIN
    href: str | None = None

    def place(self, offset: int = 0) -> Place:
        """Return the place in the file of an offset in ``text``."""
        return self.source_map.place(offset)


@dataclass(frozen=True, slots=True)
class Alternate:
    """Another language version that a page declares (``rel=alternate hreflang``)."""

    lang: str
    href: str
    place: Place = Place(1, 1)


@dataclass(frozen=True, slots=True)
class Link:
    """A link or attachment on a page; ``switcher`` marks a link that names another language."""

    href: str
    text: str
    place: Place
    lang: str | None = None
    region: Region = Region.MAIN
    switcher: bool = False


@dataclass(frozen=True, slots=True)
class Meta:
    """What a file says of itself. Addresses are as written, not resolved."""

    format: str = ""
    encoding: str = "utf-8"
    declared_lang: str | None = None
    declared_at: Place = Place(1, 1)
    title: str | None = None
    canonical: str | None = None
    alternates: tuple[Alternate, ...] = ()
    links: tuple[Link, ...] = ()
    modified: str | None = None
    extra: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """One language version as it was read; ``lang`` is None until it is known.

    ``lang`` says what the document ought to be (declared, configured or found out), not what
    each sentence turns out to be in.
    """

    uri: str
    lang: str | None
    blocks: tuple[Block, ...]
    meta: Meta = field(default_factory=Meta)


@dataclass(frozen=True, slots=True)
class Segment:
    """A sentence, or another piece that is translated as one: ``block.text[start:end]``."""

    block: Block
    start: int
    end: int

    @property
    def text(self) -> str:
        """The segment's own text."""
        return self.block.text[self.start : self.end]

    def place(self, offset: int = 0) -> Place:
        """Return the place in the file of an offset in the segment's text."""
        return self.block.place(self.start + offset)


# ---------------------------------------------------------------- units


class Origin(StrEnum):
    """How the two sides of a unit came together."""

    ENTRY = "entry"  # a bilingual file says so
    KEY = "key"  # two one-language files share a key
    ALIGNED = "aligned"  # we aligned two documents


class UnitState(StrEnum):
    """How far a translation is, as its file says."""

    UNKNOWN = "unknown"
    UNTRANSLATED = "untranslated"
    NEEDS_REVIEW = "needs-review"  # fuzzy, needs-translation, draft
    TRANSLATED = "translated"
    FINAL = "final"


@dataclass(frozen=True, slots=True)
class Suppression:
    """A person's word that a rule is to be silent here; ``rule`` is a code or slug, or ``*``."""

    rule: str
    reason: str
    place: Place = Place(1, 1)


@dataclass(frozen=True, slots=True)
class Unit:
    """What ought to say the same thing: an alignment bead, or one entry of a bilingual file.

    An empty ``source`` or ``target`` is a missing counterpart. ``score`` is the probability, 0
    to 1, that the two sides belong together (for a one-sided unit: that nothing on the other
    side corresponds). ``plural`` is the index of the plural form, or None.
    """

    id: str
    source: tuple[Segment, ...]
    target: tuple[Segment, ...]
    origin: Origin = Origin.ALIGNED
    key: str | None = None
    context: str | None = None
    state: UnitState = UnitState.UNKNOWN
    notes: tuple[str, ...] = ()
    previous_source: str | None = None
    plural: int | None = None
    suppressions: tuple[Suppression, ...] = ()
    score: float = 1.0
    flags: tuple[str, ...] = ()
    missing_key: bool = False  # of two files paired by key, the other lacks this one


@dataclass(frozen=True, slots=True)
class Bitext:
    """One bilingual file as it was read; a language is None where the file does not name it."""

    uri: str
    source_lang: str | None
    target_lang: str | None
    units: tuple[Unit, ...]
    meta: Meta = field(default_factory=Meta)


# ---------------------------------------------------------------- terms


class TermStatus(StrEnum):
    """TBX's administrative status, ISO 30042:2019."""

    PREFERRED = "preferred"
    ADMITTED = "admitted"
    DEPRECATED = "deprecated"
    SUPERSEDED = "superseded"

    @property
    def is_allowed(self) -> bool:
        """Whether a text may use the term."""
        return self in {TermStatus.PREFERRED, TermStatus.ADMITTED}


@dataclass(frozen=True, slots=True)
class Term:
    """One designation of a concept in one language; ``line`` is its row in the file, 0 if none.

    ``locale`` is the language code as the file has it where that says more than ``lang``
    (``sv-FI``); ``path`` is the file, and two equal terms of two files are the same value.
    """

    text: str
    lang: str
    status: TermStatus = TermStatus.PREFERRED
    pos: str = ""
    definition: str = ""
    note: str = ""
    source: str = ""
    line: int = 0
    locale: str = ""
    path: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class Concept:
    """A concept with all its terms, in the order of the glossary."""

    id: str
    terms: tuple[Term, ...]
    definition: str = ""
    domain: str = ""
    note: str = ""
    source: str = ""
    uri: str = ""

    def in_language(self, lang: str) -> tuple[Term, ...]:
        """Return the concept's terms in one language."""
        return tuple(term for term in self.terms if term.lang == lang)


class MatchKind(StrEnum):
    """How a stretch of text shows a term."""

    EXACT = "exact"
    INFLECTED = "inflected"
    COMPOUND_HEAD = "compound-head"
    COMPOUND_MODIFIER = "compound-modifier"


@dataclass(frozen=True, slots=True)
class TermHit:
    """A mention of a term; ``certain`` is False where the form has another reading as well."""

    concept: Concept
    term: Term
    start: int
    end: int
    form: str
    how: MatchKind
    certain: bool = True


# ---------------------------------------------------------------- findings


class Severity(StrEnum):
    """The consequence for the reader: misleads or is not there; confuses; is untidy."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    @property
    def rank(self) -> int:
        """0 for error, 1 for warning, 2 for info."""
        return list(Severity).index(self)


@dataclass(frozen=True, slots=True)
class Message:
    """A key of the message catalogue with its arguments; the words are found in ``report``."""

    key: str
    args: tuple[tuple[str, str | int | float | tuple[str, ...]], ...] = ()

    @classmethod
    def of(cls, key: str, **args: str | float | tuple[str, ...]) -> "Message":
        """Build a message from keyword arguments, kept in a fixed order."""
        return cls(key, tuple(sorted(args.items())))

    def mapping(self) -> Mapping[str, str | int | float | tuple[str, ...]]:
        """Return the arguments by name."""
        return dict(self.args)


@dataclass(frozen=True, slots=True)
class Side:
    """The place of a finding in one language: the whole segment, and the span meant within it."""

    path: str
    line: int
    column: int
    lang: str
    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Finding:
    """One defect. A side that the rule does not concern is None.

    ``evidence`` is the normalised text that the fingerprint is made of; ``pair`` and ``unit``
    say where in the run it belongs.
    """

    rule: str
    severity: Severity
    message: Message
    source: Side | None
    target: Side | None
    evidence: str
    suggestion: Message | None
    fingerprint: str
    pair: str = ""
    unit: str | None = None
    concept: str | None = None


class Outcome(StrEnum):
    """What a check can answer."""

    VIOLATED = "violated"
    SATISFIED = "satisfied"
    CANNOT_TELL = "cannot_tell"


# ---------------------------------------------------------------- pairs and results


class Relation(StrEnum):
    """How the two documents of a pair stand to each other."""

    TRANSLATION = "translation"
    COMPARABLE = "comparable"
    UNRELATED = "unrelated"


class Parity(StrEnum):
    """What the publisher promises of the other language version."""

    FULL = "full"
    ABRIDGED = "abridged"
    POINTER = "pointer"


@dataclass(frozen=True, slots=True)
class Pair:
    """Two documents that ought to say the same thing, or one bilingual file read into units.

    For a bilingual file both documents are None and ``units`` is filled; for a page without a
    counterpart one document is None. ``found_by`` names the evidence for the pairing.
    """

    id: str
    source_uri: str | None
    target_uri: str | None
    source_lang: str
    target_lang: str
    source: Document | None = None
    target: Document | None = None
    units: tuple[Unit, ...] = ()
    parity: Parity = Parity.FULL
    found_by: str = "given"
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class TermCount:
    """How often each side of a pair mentions a concept."""

    concept: str
    source: int
    target: int
    source_term: str = ""
    target_term: str = ""


@dataclass(frozen=True, slots=True)
class Rendering:
    """An observation: in this place, this concept's mention was rendered so."""

    concept: str
    source_form: str
    target_term: str
    source: Side
    target: Side
    unit: str = ""
    is_agreed: bool = False  # the target uses a term that the glossary allows for the concept


@dataclass(frozen=True, slots=True)
class Translation:
    """An observation: this segment was translated so (both normalised), in this place."""

    source_text: str
    target_text: str
    source: Side
    target: Side
    context: str = ""
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Observations:
    """What corpus-wide checks judge; merges by concatenation."""

    renderings: tuple[Rendering, ...] = ()
    translations: tuple[Translation, ...] = ()

    def __add__(self, other: "Observations") -> "Observations":
        """Concatenate."""
        return Observations(
            self.renderings + other.renderings, self.translations + other.translations
        )


@dataclass(frozen=True, slots=True)
class Problem:
    """A file that could not be read, or a check that crashed; the rest of the run went on."""

    path: str
    message: str
    line: int | None = None


@dataclass(frozen=True, slots=True)
class PairResult:
    """What ``audit_pair`` gives back for one pair.

    ``found_by`` and ``confidence`` are the pair's; ``…_modified`` says when each version was last
    changed, as it or its server writes it.
    """

    id: str
    source_uri: str | None
    target_uri: str | None
    relation: Relation | None
    coverage: float | None
    units: tuple[Unit, ...]
    terms: tuple[TermCount, ...] = ()
    findings: tuple[Finding, ...] = ()
    outcomes: Mapping[str, Mapping[Outcome, int]] = field(default_factory=dict)
    observations: Observations = field(default_factory=Observations)
    problems: tuple[Problem, ...] = ()
    source_lang: str = ""
    target_lang: str = ""
    source_blocks: tuple[Block, ...] = ()
    target_blocks: tuple[Block, ...] = ()
    hits: tuple[tuple[str, tuple["PlacedHit", ...]], ...] = ()
    parity: Parity = Parity.FULL
    found_by: str = "given"
    confidence: float = 1.0
    source_modified: str | None = None
    target_modified: str | None = None
    suppressed: tuple["Suppressed", ...] = ()


@dataclass(frozen=True, slots=True)
class PlacedHit:
    """A term hit placed in a block, for a report that shows terms in the text."""

    block: str
    start: int
    end: int
    concept: str
    equivalents: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Checked:
    """What a run looked at; ``terms`` are mentions of glossary terms on both sides together."""

    documents: int = 0
    pairs: int = 0
    units: int = 0
    terms: int = 0
    rules: Mapping[str, Mapping[Outcome, int]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class KnownFinding:
    """A finding of an earlier run, as the baseline keeps it."""

    fingerprint: str
    rule: str
    path: str
    text: str


@dataclass(frozen=True, slots=True)
class RunFigures:
    """What a history keeps of a run; ``at`` in ISO 8601, ``coverage`` from 0 to 1 or unknown."""

    at: str
    pairs: int
    complete: int
    coverage: float | None
    errors: int
    warnings: int
    infos: int


@dataclass(frozen=True, slots=True)
class Trend:
    """A run compared with those before it, itself the last of ``runs``.

    ``new`` are indices into the report's findings; ``still`` counts those that were there before.
    """

    runs: tuple[RunFigures, ...]
    new: tuple[int, ...] = ()
    fixed: tuple[KnownFinding, ...] = ()
    still: int = 0


@dataclass(frozen=True, slots=True)
class Suppressed:
    """A finding that a person has silenced, with the reason given."""

    finding: Finding
    reason: str


@dataclass(frozen=True, slots=True)
class Report:
    """A whole run, in a fixed order, without a clock in it.

    ``baseline`` gives, by index into ``findings``, ``new`` or ``known``; it is empty where the
    run had no baseline. ``fixed`` are the baseline's findings that are no longer there.
    """

    version: str
    checked: Checked
    pairs: tuple[PairResult, ...]
    findings: tuple[Finding, ...]
    problems: tuple[Problem, ...] = ()
    baseline: Mapping[int, str] = field(default_factory=dict)
    fixed: tuple[KnownFinding, ...] = ()
    suppressed: tuple[Suppressed, ...] = ()
