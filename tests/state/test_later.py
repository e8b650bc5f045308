"""Results whose texts are read when they are asked for are the same results."""

from kielipari.model import (
    Block,
    BlockKind,
    Outcome,
    PairResult,
    Segment,
    SourceMap,
    Unit,
)
from kielipari.model.documents import Place
from kielipari.state.later import Later, light
from kielipari.state.pickled import decode, encode


def result() -> PairResult:
    blocks = tuple(
        Block(str(n), BlockKind.PARAGRAPH, text, source_map=SourceMap.at(Place(n, 1)))
        for n, text in enumerate(("Kurssi alkaa syyskuussa.", "Kursen börjar i september."), 1)
    )
    first, second = (Segment(block, 0, len(block.text)) for block in blocks)
    return PairResult(
        id="p1",
        source_uri="fi.txt",
        target_uri="sv.txt",
        relation=None,
        coverage=1.0,
        units=(Unit("0", (first,), (second,)), Unit("1", (first,), ())),
        outcomes={"number-mismatch": {Outcome.SATISFIED: 1}},
        source_blocks=blocks[:1],
        target_blocks=blocks[1:],
    )


def test_they_come_back_as_they_were() -> None:
    known = result()
    read = decode(encode(light(known)))
    assert read == known
    assert known == read
    assert read.units[1].target == ()
    assert read.units[:1] == known.units[:1]
    assert [block.place(3) for block in read.target_blocks] == [Place(2, 4)]
    assert read.units[0].source[0].block is read.source_blocks[0], "texts are there once"


def test_counting_them_reads_none() -> None:
    read = decode(encode(light(result())))
    assert (len(read.units), len(read.source_blocks), bool(read.target_blocks)) == (2, 1, True)
    assert isinstance(read.units, Later)
    assert "read" not in vars(read.units.texts)
    assert next(iter(read.units)).id == "0"
    assert "read" in vars(read.units.texts)
