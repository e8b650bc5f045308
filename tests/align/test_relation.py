"""Texts that share no vocabulary are no translations, whatever their form tells."""

import pytest

from kielipari import align
from kielipari.model import Relation

RUSSIAN = (
    "Музей открыт каждый день с десяти до восемнадцати часов.",
    "Билеты продаются в кассе.",
    "Вход для детей бесплатный.",
    "В музее есть кафе и магазин.",
    "Новая выставка откроется весной.",
    "Посетители могут оставить верхнюю одежду в гардеробе.",
)
GREEK = (
    "Οι δρόμοι ήταν κλειστοί μέχρι το πρωί.",
    "Η αστυνομία ζητά προσοχή.",
    "Η γέφυρα επισκευάζεται.",
    "Τα τρένα κινούνται κανονικά.",
    "Το Σαββατοκύριακο αναμένεται χιόνι.",
    "Οι αρχές συζήτησαν τον προϋπολογισμό του επόμενου έτους.",
)
TURKISH = (
    "Müze her gün açıktır ve biletler gişede satılır.",
    "Çocuklar için giriş ücretsizdir.",
    "Müzede bir kafe ve dükkan var.",
    "Yeni sergi ilkbaharda açılacak.",
    "Ziyaretçiler paltolarını bırakabilir.",
    "Hoş geldiniz!",
)


@pytest.mark.parametrize(
    ("source", "target"), [(RUSSIAN, GREEK), (GREEK, RUSSIAN), (TURKISH, GREEK), (GREEK, TURKISH)]
)
def test_texts_in_strange_letters_are_unrelated(
    source: tuple[str, ...], target: tuple[str, ...]
) -> None:
    found = align.align_lines(source, target, align.load_resources("fi", "sv"))
    assert found.relation is Relation.UNRELATED
    assert not any(bead.is_paired for bead in found.beads)


def test_the_same_text_twice_is_a_translation_in_any_script() -> None:
    found = align.align_lines(RUSSIAN, RUSSIAN, align.load_resources("fi", "sv"))
    assert found.relation is Relation.TRANSLATION


def test_numbers_alone_are_judged_by_the_alignment() -> None:
    rows = [f"{number} {number * 7}" for number in range(3, 30)]
    found = align.align_lines(rows, rows, align.load_resources("fi", "sv"))
    assert found.relation is Relation.TRANSLATION


def test_without_a_lexicon_form_is_all_there_is() -> None:
    english = ("The museum is open every day.", "Tickets are sold here.", "Children enter free.")
    german = ("Das Museum ist täglich geöffnet.", "Karten gibt es hier.", "Kinder sind frei.")
    found = align.align_lines(english, german, align.load_resources("en", "de"))
    assert found.relation is not Relation.UNRELATED
