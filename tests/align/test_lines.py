"""Aligning lines: what corresponds, what has no counterpart, what was moved, bad input."""

import time
from collections.abc import Sequence
from functools import cache

import pytest

from kielipari import align
from kielipari.align.beads import Alignment
from kielipari.model import Relation

FINNISH = (
    "Kaupunginkirjasto avataan uudelleen maanantaina 4. toukokuuta.",
    "Remontti maksoi 2,3 miljoonaa euroa.",
    "Asiakkaat voivat palauttaa lainansa automaattiin kaikkina vuorokauden aikoina.",
    "Kirjaston yhteydessä toimii myös kahvila.",
    "Lasten osastolla järjestetään satutunti joka lauantai.",
    "Lukusali on suljettu kesäkuun loppuun asti.",
    "Lisätietoja antaa kirjastonjohtaja Maija Virtanen, puhelin 09 123 4567.",
    "Kirjastokortin saa esittämällä henkilötodistuksen.",
)
SWEDISH = (
    "Stadsbiblioteket öppnas på nytt måndagen den 4 maj.",
    "Renoveringen kostade 2,3 miljoner euro.",
    "Kunderna kan återlämna sina lån i automaten dygnet runt.",
    "I anslutning till biblioteket finns också ett kafé.",
    "På barnavdelningen ordnas en sagostund varje lördag.",
    "Läsesalen är stängd till slutet av juni.",
    "Närmare upplysningar ger bibliotekschef Maija Virtanen, telefon 09 123 4567.",
    "Man får bibliotekskortet genom att visa upp ett identitetsbevis.",
)
STRANGE = (
    "Kungen besökte fabriken i går.",
    "Äpplena mognar tidigt i år.",
    "Laget förlorade finalen med 3–0.",
    "Hundar ska hållas kopplade i skogen.",
    "Priset på kaffe har stigit kraftigt.",
    "Vulkanen har varit tyst i hundra år.",
)


@cache
def resources() -> align.Resources:
    return align.load_resources("fi", "sv")


def aligned(source: Sequence[str], target: Sequence[str]) -> Alignment:
    found = align.align_lines(source, target, resources())
    assert sorted(i for bead in found.beads for i in bead.source) == list(range(len(source)))
    assert sorted(j for bead in found.beads for j in bead.target) == list(range(len(target)))
    first = [bead.source[0] for bead in found.beads if bead.source]
    assert first == sorted(first)
    assert all(0 <= bead.score <= 1 for bead in found.beads)
    return found


def pairs(found: Alignment) -> set[tuple[tuple[int, ...], tuple[int, ...]]]:
    return {(bead.source, bead.target) for bead in found.beads if bead.is_paired}


def test_a_translation_is_aligned_sentence_by_sentence() -> None:
    found = aligned(FINNISH, SWEDISH)
    assert found.relation is Relation.TRANSLATION
    assert pairs(found) == {((i,), (i,)) for i in range(8)}


def test_what_is_missing_stands_alone_and_surely() -> None:
    found = aligned(FINNISH, SWEDISH[:3] + SWEDISH[4:])
    alone = [bead for bead in found.beads if not bead.target]
    assert [bead.source for bead in alone] == [(3,)]
    assert alone[0].score >= align.NO_COUNTERPART_CUT


def test_what_only_the_translation_has_stands_where_it_should() -> None:
    found = aligned(FINNISH[:2] + FINNISH[3:], SWEDISH)
    order = [bead.source or bead.target for bead in found.beads]
    alone = next(k for k, bead in enumerate(found.beads) if not bead.source)
    assert found.beads[alone].target == (2,)
    assert order[alone - 1] == (1,)
    assert order[alone + 1] == (2,)


def test_two_sentences_made_into_one() -> None:
    merged = (*SWEDISH[:2], f"{SWEDISH[2][:-1]}, och {SWEDISH[3].lower()}", *SWEDISH[4:])
    assert ((2, 3), (2,)) in pairs(aligned(FINNISH, merged))
    split = (*FINNISH[:2], f"{FINNISH[2][:-1]}, ja {FINNISH[3].lower()}", *FINNISH[4:])
    assert ((2,), (2, 3)) in pairs(aligned(split, SWEDISH))


def test_a_moved_block_is_found_and_marked() -> None:
    moved = SWEDISH[3:6] + SWEDISH[:3] + SWEDISH[6:]
    found = aligned(FINNISH, moved)
    expected = {((i,), (moved.index(text),)) for i, text in enumerate(SWEDISH)}
    assert pairs(found) == expected
    assert {bead.moved for bead in found.beads} == {True, False}


def test_beside_what_is_missing_a_moved_block_is_found_whole() -> None:
    moved = SWEDISH[4:7] + SWEDISH[:2] + SWEDISH[3:4] + SWEDISH[7:]
    found = aligned(FINNISH, moved)
    expected = {((i,), (moved.index(text),)) for i, text in enumerate(SWEDISH) if i != 2}
    assert pairs(found) == expected
    assert [bead.source for bead in found.beads if not bead.target] == [(2,)]


def test_an_address_is_no_word_of_its_page() -> None:
    found = aligned(
        (*FINNISH, "https://esimerkki.example/fi/index.html"), (*SWEDISH, "https://annat.example/")
    )
    assert {bead.source for bead in found.beads if not bead.is_paired} <= {(8,), ()}


def test_both_directions() -> None:
    other_way = align.load_resources("sv", "fi")
    found = align.align_lines(SWEDISH, FINNISH[:5] + FINNISH[6:], other_way, "sv", "fi")
    assert found.relation is Relation.TRANSLATION
    assert [bead.source for bead in found.beads if not bead.target] == [(5,)]


def test_unrelated_texts_are_not_aligned_at_all() -> None:
    found = aligned(FINNISH, STRANGE)
    assert found.relation is Relation.UNRELATED
    assert not pairs(found)


def test_blank_lines_are_beads_of_their_own() -> None:
    found = aligned(("", *FINNISH, " "), (*SWEDISH[:4], "", *SWEDISH[4:]))
    assert pairs(found) == {((i + 1,), (i + (i > 3),)) for i in range(8)}


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ((), ()),
        (FINNISH, ()),
        ((), SWEDISH),
        (("",), ("", "")),
        (("\x00\x1b[31m", "\u202eשלום"), ("\x07", "abc")),
        (("12", "13", "14,5"), ("12", "13", "14,5")),
        (("ö" * 200_000,), ("å" * 100_000, "ä")),
    ],
    ids=["nothing", "no target", "no source", "blank", "control", "numbers", "long lines"],
)
def test_odd_input_gives_a_whole_alignment(source: Sequence[str], target: Sequence[str]) -> None:
    aligned(source, target)


def test_the_same_file_twice_is_a_translation_of_itself() -> None:
    found = aligned(FINNISH, FINNISH)
    assert found.relation is Relation.TRANSLATION
    assert pairs(found) == {((i,), (i,)) for i in range(8)}


def test_repeated_boilerplate_does_not_blow_up() -> None:
    begin = time.process_time()
    found = aligned(["Sama rivi yhä uudelleen."] * 2500, ["Samma rad om och om igen."] * 2500)
    assert time.process_time() - begin < 15
    assert len(pairs(found)) == 2500
