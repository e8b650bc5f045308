"""The values that every room of the house shares: frozen, without behaviour beyond look-up.

From a file to a finding::

    Document ─ Block ─ Segment ┐
    Document ─ Block ─ Segment ┴ Unit ─ Finding ┐
                        Concept ─ Term ─ TermHit ┴ Report

Offsets are code points and spans are half open; lines and columns count from 1.
This room imports nothing of any other.
"""

from kielipari.model.documents import (
    Alternate,
    Anchor,
    Block,
    BlockKind,
    Document,
    Inline,
    InlineKind,
    Link,
    Meta,
    Place,
    Region,
    Segment,
    SourceMap,
)
from kielipari.model.findings import (
    Finding,
    Message,
    Outcome,
    Problem,
    Severity,
    Side,
    Suppressed,
)
from kielipari.model.observations import Observations, Rendering, Repeatable, Stretch
from kielipari.model.packed import PackedUnits, held, texts_of
from kielipari.model.packed_hits import HitPacker, PackedHits
from kielipari.model.pairs import (
    Pair,
    PairResult,
    Parity,
    PlacedHit,
    Relation,
    TermCount,
)
from kielipari.model.reports import (
    Checked,
    KnownFinding,
    Report,
    RunFigures,
    Trend,
)
from kielipari.model.terms import (
    Concept,
    MatchKind,
    Term,
    TermHit,
    TermStatus,
)
from kielipari.model.units import (
    Bitext,
    Origin,
    Suppression,
    Unit,
    UnitState,
)

__all__ = [
    "Alternate",
    "Anchor",
    "Bitext",
    "Block",
    "BlockKind",
    "Checked",
    "Concept",
    "Document",
    "Finding",
    "HitPacker",
    "Inline",
    "InlineKind",
    "KnownFinding",
    "Link",
    "MatchKind",
    "Message",
    "Meta",
    "Observations",
    "Origin",
    "Outcome",
    "PackedHits",
    "PackedUnits",
    "Pair",
    "PairResult",
    "Parity",
    "Place",
    "PlacedHit",
    "Problem",
    "Region",
    "Relation",
    "Rendering",
    "Repeatable",
    "Report",
    "RunFigures",
    "Segment",
    "Severity",
    "Side",
    "SourceMap",
    "Stretch",
    "Suppressed",
    "Suppression",
    "Term",
    "TermCount",
    "TermHit",
    "TermStatus",
    "Trend",
    "Unit",
    "UnitState",
    "held",
    "texts_of",
]
