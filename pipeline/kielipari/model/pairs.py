"""Two documents that ought to say the same thing, and what came of auditing them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from kielipari.model.documents import Block, Document
from kielipari.model.findings import Finding, Outcome, Problem, Suppressed
from kielipari.model.observations import Observations
from kielipari.model.units import Unit


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
    units: Sequence[Unit] = ()
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
class PlacedHit:
    """A term hit placed in a block, for a report that shows terms in the text."""

    block: str
    start: int
    end: int
    concept: str
    equivalents: tuple[str, ...]


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
    units: Sequence[Unit]
    terms: tuple[TermCount, ...] = ()
    findings: tuple[Finding, ...] = ()
    outcomes: Mapping[str, Mapping[Outcome, int]] = field(default_factory=dict)
    observations: Observations = field(default_factory=Observations)
    problems: tuple[Problem, ...] = ()
    source_lang: str = ""
    target_lang: str = ""
    source_blocks: Sequence[Block] = ()
    target_blocks: Sequence[Block] = ()
    hits: tuple[tuple[str, Sequence[PlacedHit]], ...] = ()
    parity: Parity = Parity.FULL
    found_by: str = "given"
    confidence: float = 1.0
    source_modified: str | None = None
    target_modified: str | None = None
    suppressed: tuple[Suppressed, ...] = ()
