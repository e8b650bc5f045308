"""What an alignment is: beads of segments that say the same, and how the two texts stand."""

from dataclasses import dataclass

from kielipari.model import Relation

__all__ = ["NO_COUNTERPART_CUT", "Alignment", "Bead"]

#: The posterior probability from which on a segment is said to have no counterpart: that is
#: likelier than that it has one. Below it the path may still leave the segment alone, but that is
#: no ground for a finding. Of cuts from 0.4 to 0.7 this one keeps, on either half of the documents,
#: the recall that running text can have, and for labels precision and recall both within a
#: percentage point of .92 and .85 with the noise of tests/eval/test_align_accuracy.py, which
#: measures it again; other noise of the same kind costs labels two points of precision.
NO_COUNTERPART_CUT = 0.5


@dataclass(frozen=True, slots=True)
class Bead:
    """Segments of one side with the segments of the other that say the same.

    ``source`` and ``target`` are indices into the aligned sequences, in order; an empty one is a
    missing counterpart. ``score`` is a posterior probability, 0 to 1: that the two sides belong
    together, or, for a one-sided bead, that nothing on the other side corresponds. ``moved``
    marks a pair that stands elsewhere in the other text's order.
    """

    source: tuple[int, ...]
    target: tuple[int, ...]
    score: float
    moved: bool = False

    @property
    def is_paired(self) -> bool:
        """Whether both sides are there."""
        return bool(self.source) and bool(self.target)


@dataclass(frozen=True, slots=True)
class Alignment:
    """Beads that hold every index of both sides exactly once, in the order of the source.

    A bead of the target alone stands where its text would stand in the source. ``evidence`` is
    the log-likelihood ratio a segment of this alignment against leaving everything unaligned
    (see :mod:`kielipari.align.relation`).
    """

    beads: tuple[Bead, ...]
    relation: Relation
    evidence: float
