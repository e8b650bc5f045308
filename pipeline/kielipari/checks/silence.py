"""What comments in the files silence (``kielipari-ignore: V101 reason``), and what they no longer do.

In a page or a catalogue the comment stands on the line of the text it is about, or somewhere
before it: it silences the next text of the file, and nothing beyond that. In a bilingual file it
belongs to its entry.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from kielipari.checks.base import Scope
from kielipari.checks.catalogue import RULES
from kielipari.checks.runner import Tally, Where
from kielipari.checks.suppressions import Silence
from kielipari.model import Block, Document, Place, Suppression, Unit

_NAME = "suppress"  # how the readers call it in Meta.extra: line:rule:reason
_EVERYTHING = "*"
_WITHIN = (Scope.UNIT, Scope.PAIR)  # one pair is all that rules of these look at


def read(document: Document | None, *, is_target: bool) -> tuple[Silence, ...]:
    """Return what the comments of a document ask for, in their order."""
    found = []
    for name, value in document.meta.extra if document is not None else ():
        line, rule, reason = [*value.split(":", 2), "", ""][:3]
        if document is None or name != _NAME or not line.isdigit():
            continue
        suppression = Suppression(rule, reason.strip(), Place(int(line), 1))
        about: list[str | None] = [block.id for block in _next(document.blocks, int(line))]
        found += [Silence(suppression, is_target, block) for block in about or [None]]
    return tuple(found)


def silenced(units: Sequence[Unit], silences: Iterable[Silence]) -> Sequence[Unit]:
    """Return the units with the suppressions that the comments of both documents give them."""
    said: dict[tuple[bool, str], list[Suppression]] = {}
    for silence in silences:
        if silence.block is not None:
            said.setdefault((silence.is_target, silence.block), []).append(silence.suppression)
    return tuple(_with(unit, said) for unit in units) if said else units


def report_unused(
    given: Iterable[Suppression],
    silences: Iterable[Silence],
    here: set[str],
    tally: Tally,
    where: Where,
) -> None:
    """Let the tally tell of comments that silence nothing, unless their rules are off.

    ``given`` are the suppressions of the units, ``here`` are the ids of the blocks that are judged in this pair; a comment about another one
    is that pair's. A rule that looks beyond the pair may need a comment that is of no use in it.
    """
    rules = tally.active.of(Scope.SUPPRESSION)
    if not rules or tally.problems:
        return
    reported: set[int] = set()
    for silence in _all(given, silences, here):
        suppression = silence.suppression
        if id(suppression) not in tally.used | reported and _is_judged(suppression, tally):
            for rule in rules:
                tally.run(rule, silence, where)
        reported.add(id(suppression))


def _all(
    given: Iterable[Suppression], silences: Iterable[Silence], here: set[str]
) -> Iterator[Silence]:
    for silence in silences:
        if silence.block is None or silence.block in here:
            yield silence
    for suppression in given:
        yield Silence(suppression, is_target=True)


def _is_judged(suppression: Suppression, tally: Tally) -> bool:
    """Whether the pair alone shows that nothing is silenced: also by a name that no rule has."""
    named = next((rule for rule in RULES if suppression.rule in {rule.code, rule.slug}), None)
    if named is None:
        return suppression.rule != _EVERYTHING
    return named.scope in _WITHIN and named in tally.active.rules


def _with(unit: Unit, said: Mapping[tuple[bool, str], list[Suppression]]) -> Unit:
    sides = ((False, unit.source), (True, unit.target))
    blocks = {(is_target, s.block.id): None for is_target, side in sides for s in side}
    found = [suppression for block in blocks for suppression in said.get(block, ())]
    return replace(unit, suppressions=(*unit.suppressions, *found)) if found else unit


def _next(blocks: Iterable[Block], line: int) -> tuple[Block, ...]:
    """Return the blocks that begin on the first line with text from ``line`` on."""
    after = [(block.place().line, block) for block in blocks if block.place().line >= line]
    first = min((place for place, _ in after), default=0)
    return tuple(block for place, block in after if place == first)
