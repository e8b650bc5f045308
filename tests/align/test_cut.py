"""Words cut into stems: the cheapest way, with links, endings and an unknown beginning."""

from itertools import product

import pytest

from kielipari.align.cut import Cutter

STEMS = {
    "raja": ((0,), 6.0),
    "vartio": ((1,), 7.0),
    "la": ((2,), 5.0),
    "laki": ((2,), 6.5),
    "kunta": ((3,), 6.0),
    "kunna": ((3,), 6.5),
    "ra": ((4,), 9.0),
    "java": ((5,), 12.0),
    "rtio": ((6,), 12.0),
}
ENDINGS = {"in": 3.0, "n": 2.0, "ssa": 3.0}
LINKS = {"": 1.0, "n": 1.5}
KEYS = frozenset(range(7))


@pytest.fixture(scope="module")
def cutter() -> Cutter:
    return Cutter(STEMS, ENDINGS, LINKS, KEYS, KEYS)


@pytest.mark.parametrize(
    ("word", "keys"),
    [
        ("rajavartiolain", (0, 1, 2)),
        ("rajakunnassa", (0, 3)),
        ("rajankunta", (0, 3)),  # with a link
        ("innokunta", ("inno", 3)),  # an unknown part begins it
        ("innovaatio", ()),
        ("kuntala", (3, 2)),  # a short stem ends it, after a known part
        ("innola", ()),  # … but not after an unknown one
    ],
)
def test_a_compound_is_read_by_its_cheapest_parts(
    cutter: Cutter, word: str, keys: tuple[int | str, ...]
) -> None:
    assert cutter.cheapest(word) == keys


@pytest.mark.parametrize(
    "word", ["rajavartiolain", "rajavartiokunnassa", "ravartiolaki", "kuntarajavartion"]
)
def test_the_way_found_is_the_cheapest_of_all(cutter: Cutter, word: str) -> None:
    """Against every sequence of two or three stems with every link and ending."""
    ways = [
        (
            sum(STEMS[stem][1] for stem in stems)
            + sum(LINKS[link] for link in links)
            + ENDINGS.get(ending, 0.0),
            tuple(key for stem in stems for key in STEMS[stem][0]),
        )
        for number in (2, 3)
        for stems in product(STEMS, repeat=number)
        for links in product(LINKS, repeat=number - 1)
        for ending in ("", *ENDINGS)
        if "".join(map("".join, zip(stems, (*links, ending), strict=True))) == word
    ]
    assert cutter.cheapest(word) == min(ways)[1]


def test_the_longest_stem_before_an_ending_is_the_word(cutter: Cutter) -> None:
    assert cutter.longest("rajassa") == (0,)
    assert cutter.longest("lain") == (2,)
    assert cutter.longest("rajavartio") is None
