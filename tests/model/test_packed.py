"""Units as bytes: every unit comes back as it went in, one by one."""

import pickle
from dataclasses import fields, replace

import pytest

from kielipari.model import (
    Anchor,
    Block,
    BlockKind,
    Inline,
    InlineKind,
    Origin,
    PackedUnits,
    Place,
    Region,
    Segment,
    SourceMap,
    Suppression,
    Unit,
    UnitState,
    held,
    texts_of,
)
from kielipari.model.packed import MANY


def side(text: str, name: str = "menu.save", line: int = 7) -> tuple[Segment, ...]:
    way = SourceMap.of(Anchor(0, line, 9), Anchor(4, line + 1, 2, 0))
    return (Segment(Block(name, BlockKind.ENTRY, text, source_map=way), 0, len(text)),)


ENTRY = Unit(
    id="menu.save#2",
    source=side("Tallenna luonnos”"),
    target=side("Spara utkastet 😀", line=9),
    origin=Origin.ENTRY,
    key="menu.save",
    context="menu",
    state=UnitState.TRANSLATED,
    notes=("painike", ""),
    previous_source="Tallenna",
    flags=("c-format",),
    missing_key=True,
)
BLOCK = ENTRY.source[0].block
# Another value for every field, so that none is forgotten where a field is added.
UNITS = {
    "id": "x",
    "source": (),
    "target": (),
    "origin": Origin.KEY,
    "key": None,
    "context": None,
    "state": UnitState.FINAL,
    "notes": ("rivi\nja toinen",) * 40,
    "previous_source": None,
    "plural": 1,
    "suppressions": (Suppression("V101", "vuosi", Place(3, 1)),),
    "score": 0.5,
    "flags": (),
    "missing_key": False,
}
BLOCKS = {
    "id": "x",
    "kind": BlockKind.HEADING,
    "text": "Hae\0nyt",
    "lang": "fi",
    "level": 2,
    "inlines": (Inline(InlineKind.LINK, 0, 3),),
    "source_map": SourceMap.at(Place(2, 3)),
    "region": Region.FOOTER,
    "href": "/haku",
}


def in_block(**changed: object) -> Unit:
    block = replace(BLOCK, **changed)  # type: ignore[arg-type]  # by the names of its fields
    return replace(ENTRY, source=(Segment(block, 0, len(block.text)),))


CASES = {
    "entry": ENTRY,
    "two segments": replace(ENTRY, target=side("Spara.") + side("Sök.")),
    "a part of its block": replace(ENTRY, source=(Segment(BLOCK, 2, 5),)),
    "no text": replace(ENTRY, target=(Segment(Block("x", BlockKind.ENTRY, ""), 0, 0),)),
    "more notes than a record holds": replace(ENTRY, notes=tuple(map(str, range(300)))),
    "a lone surrogate": in_block(text="Hae \ud800"),
    **{f"unit {name}": replace(ENTRY, **{name: value}) for name, value in UNITS.items()},  # type: ignore[arg-type]
    **{f"block {name}": in_block(**{name: value}) for name, value in BLOCKS.items()},
}


@pytest.mark.parametrize("unit", CASES.values(), ids=CASES)
def test_a_unit_comes_back_as_it_went_in(unit: Unit) -> None:
    assert list(PackedUnits.of([unit, ENTRY])) == [unit, ENTRY]


def test_no_field_is_forgotten() -> None:
    assert list(UNITS) == [field.name for field in fields(Unit)]
    assert list(BLOCKS) == [field.name for field in fields(Block)]


def test_they_are_a_sequence_as_a_tuple_is() -> None:
    units = tuple(replace(ENTRY, id=str(n), plural=n if n % 7 == 0 else None) for n in range(2500))
    packed = PackedUnits.of(iter(units))
    assert len(packed) == len(units)
    assert not PackedUnits.of(())
    for index in (0, 7, 1023, 1024, -1, slice(1020, 1030), slice(None, None, -500)):
        assert packed[index] == units[index]
    with pytest.raises(IndexError):
        packed[len(units)]
    assert tuple(pickle.loads(pickle.dumps(packed))) == units  # noqa: S301 made here


def test_the_texts_are_there_without_the_units() -> None:
    units = tuple(CASES.values())
    assert list(texts_of(PackedUnits.of(units))) == list(texts_of(units))


def test_what_silences_a_rule_stays_one_object() -> None:
    """The runner notes by identity which of them were needed."""
    unit = replace(ENTRY, suppressions=(Suppression("V101", "vuosi", Place(3, 1)),))
    packed = PackedUnits.of([unit])
    assert packed[0].suppressions[0] is packed[0].suppressions[0]


def test_they_take_a_fraction_of_the_room() -> None:
    """Most entries of a PO file have their text as their name; it is written once."""
    text = "Hakemuksessa {} on ilmoitettava, mihin valtionavustusta käytetään."
    names = [text.format(n * 7919) for n in range(1000)]
    units = [Unit(id=n, source=side(n, n), target=side("Ja.", n), key=n) for n in names]
    size = sum(len(part) for parts in PackedUnits.of(units).parts for part in parts)
    assert size < 100 * len(units)


def test_only_many_units_are_packed() -> None:
    few, many = held([ENTRY] * 3), held(replace(ENTRY, id=str(n)) for n in range(MANY + 2))
    assert few == (ENTRY,) * 3
    assert isinstance(many, PackedUnits)
    assert [len(many), many[0].id, many[-1].id] == [MANY + 2, "0", str(MANY + 1)]
