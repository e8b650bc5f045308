"""Plain text: what belongs together and what stands for itself."""

from collections.abc import Callable

import pytest

from kielipari import ingest
from kielipari.errors import EmptyInputError, InputError
from kielipari.model import Bitext, Document, Place

Exact = Callable[[str, Document | Bitext], None]


def text(content: str) -> Document:
    read = ingest.read(content.encode(), "teksti.txt")
    assert isinstance(read, Document)
    return read


def outline(content: str) -> list[tuple[str, int, str]]:
    return [(block.kind.value, block.level, block.text) for block in text(content).blocks]


def test_headings_and_paragraphs_of_a_pasted_page() -> None:
    content = (
        "Kaupungin uusi kirjasto\n\n"
        "Kirjasto avataan syyskuussa keskustan vanhaan kauppahalliin. Se on auki joka päivä.\n"
        "Mitä siellä voi tehdä?\n\n"
        "Lainata kirjoja, lukea lehtiä ja osallistua tapahtumiin, joita järjestetään viikoittain.\n\n"
        "YHTEYSTIEDOT\n\n"
        "Kirjoita meille tai soita, niin kerromme lisää.\n\n"
        "lapsi lukee sohvalla\n\n"
        "Tervetuloa!\n"
    )
    assert outline(content) == [
        ("heading", 1, "Kaupungin uusi kirjasto"),
        (
            "paragraph",
            0,
            "Kirjasto avataan syyskuussa keskustan vanhaan kauppahalliin. Se on auki joka päivä.",
        ),
        ("heading", 2, "Mitä siellä voi tehdä?"),
        (
            "paragraph",
            0,
            "Lainata kirjoja, lukea lehtiä ja osallistua tapahtumiin, joita järjestetään viikoittain.",
        ),
        ("heading", 2, "YHTEYSTIEDOT"),
        ("paragraph", 0, "Kirjoita meille tai soita, niin kerromme lisää."),
        ("paragraph", 0, "lapsi lukee sohvalla"),
        ("paragraph", 0, "Tervetuloa!"),
    ]


def test_a_mail_wrapped_by_hand_is_joined() -> None:
    content = (
        "Hej alla,\n\n"
        "biblioteket öppnar i september i den gamla saluhallen i centrum. Det är\n"
        "öppet varje dag, och inträdet är fritt för alla. Välkomna redan den\n"
        "1. september!\n\n"
        "> När börjar\n> kurserna?\n\n"
        "Hälsningar\nAnna Lind\nBibliotekschef\n"
    )
    assert [entry[2] for entry in outline(content)] == [
        "Hej alla,",
        (
            "biblioteket öppnar i september i den gamla saluhallen i centrum. Det är öppet varje dag, "
            "och inträdet är fritt för alla. Välkomna redan den 1. september!"
        ),
        "När börjar",
        "kurserna?",
        "Hälsningar",
        "Anna Lind",
        "Bibliotekschef",
    ]


def test_short_lines_stay_blocks_of_their_own() -> None:
    content = "Etusivu\nPalvelut\nYhteystiedot\nekosysteemit\n\nKoulukatu 3\n00100 Helsinki\n"
    assert [entry[2] for entry in outline(content)] == [
        *content.split()[:4],
        "Koulukatu 3",
        "00100 Helsinki",
    ]
    assert {entry[0] for entry in outline(content)} == {"paragraph"}


def test_list_items_and_their_depth() -> None:
    content = (
        "Vi erbjuder\n- böcker\n- tidningar på svenska,\n  finska och engelska\n  - dagstidningar\n"
        "1. Kom in\n2) Sök upp hyllan\n• Låna\n"
    )
    assert outline(content) == [
        ("heading", 1, "Vi erbjuder"),
        ("list-item", 1, "böcker"),
        ("list-item", 1, "tidningar på svenska, finska och engelska"),
        ("list-item", 2, "dagstidningar"),
        ("list-item", 1, "Kom in"),
        ("list-item", 1, "Sök upp hyllan"),
        ("list-item", 1, "Låna"),
    ]


def test_an_item_may_go_on_without_indentation() -> None:
    content = "* Ensimmäinen asia, joka jatkuu\nseuraavalle riville\n* Toinen asia\n"
    assert [entry[2] for entry in outline(content)] == [
        "Ensimmäinen asia, joka jatkuu seuraavalle riville",
        "Toinen asia",
    ]


def test_tabs_part_the_cells_of_a_pasted_table(assert_exact: Exact) -> None:
    content = "Hinnasto\n\nKortti\tHinta\nLapsi\t\t1 €\n•\tKohta yksi\n"
    assert outline(content) == [
        ("heading", 1, "Hinnasto"),
        ("table-cell", 0, "Kortti"),
        ("table-cell", 0, "Hinta"),
        ("table-cell", 0, "Lapsi"),
        ("table-cell", 0, "1 €"),
        ("list-item", 1, "Kohta yksi"),
    ]
    assert_exact(content, text(content))


def test_a_dash_that_begins_speech_is_no_list() -> None:
    content = "– Kirjasto on kaupungin olohuone, sanoo johtaja Aino Salo avajaisissa.\n"
    assert outline(content)[0][0] == "paragraph"
    assert outline(content)[0][2].startswith("– Kirjasto")


def test_underlined_headings() -> None:
    content = (
        "Avajaiset\n=========\nTule mukaan juhlimaan.\n\nOhjelma\n-------\nmusiikkia ja puheita\n"
    )
    assert [entry[:2] for entry in outline(content)] == [
        ("heading", 1),
        ("paragraph", 0),
        ("heading", 2),
        ("paragraph", 0),
    ]


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_places_are_exact(ending: str, assert_exact: Exact) -> None:
    lines = [
        "\ufeffOtsikko",
        "",
        "  Ensimmäinen kappale,  jossa on\tväliä ja joka jatkuu vielä seuraavalle",
        "  riville saakka. Sitten se päättyy tähän.",
        "   - kohta \U0001f600 yksi",
        "> > lainattu rivi",
    ]
    content = ending.join(lines)
    document = text(content)
    assert_exact(content, document)
    paragraph = document.blocks[1]
    assert paragraph.place(paragraph.text.index("riville")) == Place(4, 3)
    assert document.blocks[2].place() == Place(5, 6)


@pytest.mark.parametrize("content", ["", " \n\t\n", "---\n***\n"])
def test_a_file_without_text_is_refused(content: str) -> None:
    with pytest.raises(EmptyInputError, match="give a file with text"):
        text(content)


@pytest.mark.parametrize(
    ("data", "advice"),
    [
        (b"%PDF-1.7 ...", "PDF"),
        (b"\x89PNG\r\n\x1a\n", "PNG"),
        (b"abc\x00def\x00\x01\x02", "binary"),
        ("Öljysäiliö ja jäätelö ovat täällä. ".encode("cp850") * 5, "save the file as UTF-8"),
        ("Пример текста ".encode("koi8-r") * 5, "save the file as UTF-8"),
        ("Yötä päivää ".encode() + b"\n\nja \xe4iti", "save the whole file in one encoding"),
    ],
)
def test_what_is_no_readable_text_is_refused_with_advice(data: bytes, advice: str) -> None:
    with pytest.raises(InputError, match=advice) as caught:
        ingest.read(data, "teksti.txt")
    assert caught.value.path == "teksti.txt"


def test_a_mixed_encoding_is_found_on_its_line() -> None:
    with pytest.raises(InputError) as caught:
        ingest.read("Yötä päivää ".encode() + b"\n\nja \xe4iti", "teksti.txt")
    assert caught.value.line == 3


def test_old_encodings_are_read_and_named() -> None:
    document = ingest.read("Pääsiäisenä suljettu – ”Glad påsk”".encode("cp1252"), "teksti.txt")
    assert isinstance(document, Document)
    assert document.blocks[0].text == "Pääsiäisenä suljettu – ”Glad påsk”"
    assert document.meta.encoding == "cp1252"


@pytest.mark.parametrize(
    "line", ["a" * 500_000, "a " * 250_000, "- " * 250_000, ". " * 250_000, "> " * 250_000 + "a"]
)
def test_one_very_long_line(line: str) -> None:
    assert len(text(f"Otsikko\n{line}x\n").blocks) >= 1
