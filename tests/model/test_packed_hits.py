"""Where a text uses terms, kept as bytes and given back as it was."""

from kielipari.model import HitPacker, PackedHits, PlacedHit

HITS = (
    PlacedHit("kohta 1", 0, 12, "innokaupunki", ("Innostad",)),
    PlacedHit("kohta 1", 20, 25, "hanke", ("projekt", "satsning")),
    PlacedHit("päätös ✓", 3, 70_000, "innokaupunki", ("Innostad",)),
    PlacedHit("\ud800", 1, 2, "hanke", ("projekt", "satsning")),
    PlacedHit("", 0, 5, "hanke", ()),
)


def packed(*hits: PlacedHit) -> PackedHits:
    packer = HitPacker()
    for hit in hits:
        packer.add(hit.block, (hit.start, hit.end), hit.concept, hit.equivalents)
    return packer.packed()


def test_hits_come_back_in_their_order() -> None:
    found = packed(*HITS)
    assert tuple(found) == HITS
    assert len(found) == len(HITS)


def test_a_hit_can_be_asked_for_by_its_place() -> None:
    found = packed(*HITS)
    assert found[1] == HITS[1]
    assert found[-1] == HITS[-1]
    assert found[1:3] == HITS[1:3]


def test_nothing_takes_no_room() -> None:
    assert not packed()
    assert tuple(packed()) == ()


def test_a_hit_takes_few_bytes() -> None:
    many = packed(*(PlacedHit(f"kohta {n}", n, n + 9, "hanke", ("projekt",)) for n in range(1000)))
    assert len(many.records) + len(many.names) < 40 * len(many)
