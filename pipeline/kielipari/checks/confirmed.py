"""What was confirmed of a pair: hashes of both sides of its units, and what is stale by them.

White space does not count. A unit of aligned documents has no name; its hashes are kept segment
by segment, so that another alignment of the same sentences is no change.
"""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kielipari.model import Origin, Segment, Unit

_DIGITS = 12


@dataclass(frozen=True, slots=True)
class Confirmed:
    """One unit as it was confirmed: hashes of its segments; ``key`` is empty for aligned text."""

    key: str
    source: tuple[str, ...]
    target: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PairConfirmed:
    """What was confirmed of one pair of files."""

    units: tuple[Confirmed, ...] = ()

    def stale(self, units: Sequence[Unit]) -> "tuple[bool | None, ...]":
        """Say of each unit whether its source changed alone; None where nothing is known."""
        if not self.units:
            return (None,) * len(units)
        by_key = {unit.key: unit for unit in self.units if unit.key}
        by_target: dict[tuple[str, ...], list[Confirmed]] = {}
        for confirmed in self.units:
            by_target.setdefault(confirmed.target, []).append(confirmed)
        sources_now = {digest for unit in units for digest in hashes(unit.source)}
        names_now = {name(unit) for unit in units}

        def is_stale(unit: Unit) -> bool | None:
            source, target = hashes(unit.source), hashes(unit.target)
            if not source or not target:
                return None
            known = by_target.get(target, [])
            if unit.origin is Origin.ALIGNED:
                gone = (not set(c.source) <= sources_now for c in known)
                return all(gone) if known else None
            then = by_key.get(name(unit))
            if then is not None:
                return then.source != source if then.target == target else None
            # Where the source text itself is the key, a changed source is another entry.
            return any(c.key not in names_now for c in known) or None

        return tuple(is_stale(unit) for unit in units)


def confirm(units: Iterable[Unit]) -> PairConfirmed:
    """Take the units that have both sides as confirmed now."""
    found = (
        Confirmed(name(unit), hashes(unit.source), hashes(unit.target))
        for unit in units
        if hashes(unit.source) and hashes(unit.target)
    )
    return PairConfirmed(tuple(dict.fromkeys(found)))


def name(unit: Unit) -> str:
    """Return what an entry is known by, its plural form included; empty for aligned text."""
    if unit.origin is Origin.ALIGNED:
        return ""
    plural = "" if unit.plural is None else f"[{unit.plural}]"
    return f"{unit.context or ''}\x04{unit.key or unit.id}{plural}"


def hashes(segments: Iterable[Segment]) -> tuple[str, ...]:
    """Hash every segment that has text, white space folded: 12 hexadecimal digits of SHA-256."""
    texts = (" ".join(segment.text.split()) for segment in segments)
    return tuple(_hash(text) for text in texts if text)


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:_DIGITS]
