"""What a text says in numbers is read by its meaning, however it is written."""

import re
from itertools import pairwise

import pytest

from kielipari.values import ValueKind, extract

K = ValueKind


def keys(text: str, lang: str, *kinds: ValueKind) -> list[tuple[str, ...]]:
    return [value.key for value in extract(text, lang) if not kinds or value.kind in kinds]


@pytest.mark.parametrize(
    ("lang", "text", "number"),
    [
        ("fi", "kuusitoista", "16"),
        ("fi", "kuudellatoista", "16"),
        ("fi", "kahdessakymmenessäviidessä", "25"),
        ("fi", "kaksisataaviisikymmentä", "250"),
        ("fi", "kolmeksisadaksi", "300"),
        ("fi", "seitsemäntuhatta", "7000"),
        ("fi", "kahdeksannen", "8"),
        ("fi", "kahdennellatoista", "12"),
        ("fi", "kahdeskymmenesensimmäinen", "21"),
        ("fi", "puolitoista", "1.5"),
        ("fi", "puolentoista", "1.5"),
        ("fi", "puoli miljoonaa", "500000"),
        ("fi", "kaksi miljoonaa", "2000000"),
        ("fi", "2,5 miljoonaa", "2500000"),
        ("fi", "3 mrd", "3000000000"),
        ("fi", "1 234,5", "1234.5"),
        ("fi", "1\u00a0234,5", "1234.5"),
        ("fi", "1\u202f234,5", "1234.5"),
        ("fi", "1.234,5", "1234.5"),
        ("fi", "007", "7"),
        ("sv", "sexton", "16"),
        ("sv", "tjugofem", "25"),
        ("sv", "tjugofemte", "25"),
        ("sv", "etthundratjugofem", "125"),
        ("sv", "ett och ett halvt", "1.5"),
        ("sv", "en halv miljon", "500000"),
        ("sv", "2,5 miljoner", "2500000"),
        ("sv", "3 miljarder", "3000000000"),
        ("sv", "34:e", "34"),
        ("en", "twenty-five", "25"),
        ("en", "1,234.5", "1234.5"),
        ("en", "13th", "13"),
    ],
)
def test_numbers(lang: str, text: str, number: str) -> None:
    (value,) = extract(text, lang)
    assert value.key == (number,)
    assert value.text.lower() in text.lower()


@pytest.mark.parametrize(
    "word",
    [
        "viisi",
        "viiden",
        "viittä",
        "viidessä",
        "viidestä",
        "viiteen",
        "viidellä",
        "viideltä",
        "viidelle",
        "viitenä",
        "viideksi",
    ],
)
def test_a_cardinal_in_every_case(word: str) -> None:
    assert keys(f"{word} hakijan kanssa", "fi") == [("5",)]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("fi", "40 prosenttia"),
        ("fi", "40 prosentin"),
        ("fi", "40-prosenttinen"),
        ("fi", "40 %"),
        ("fi", "40\u00a0%"),
        ("fi", "neljäkymmentä prosenttia"),
        ("sv", "40 procent"),
        ("sv", "40-procentig"),
        ("sv", "40 %"),
        ("sv", "fyrtio procent"),
    ],
)
def test_per_cents(lang: str, text: str) -> None:
    assert keys(text, lang) == [("40", "%")]


@pytest.mark.parametrize(
    ("lang", "text", "key"),
    [
        ("fi", "12 euroa", ("12", "EUR")),
        ("fi", "12 euron", ("12", "EUR")),
        ("fi", "€12", ("12", "EUR")),
        ("fi", "EUR 12", ("12", "EUR")),
        ("fi", "12 M€", ("12000000", "EUR")),
        ("fi", "2 miljardin dollarin", ("2000000000", "USD")),
        ("sv", "12 euro", ("12", "EUR")),
        ("sv", "£2,8 miljarder", ("2800000000", "GBP")),
        ("sv", "20 kronor", ("20", "SEK")),
        ("sv", "20 kr", ("20", "SEK")),
        ("fi", "57 senttiä", ("0.57", "EUR")),
        ("fi", "viidentoista sentin", ("0.15", "EUR")),
        ("sv", "57 cent", ("0.57", "EUR")),
        ("sv", "890 euro/mån.", ("890", "EUR")),
        ("fi", "5 km", ("5000", "length")),
        ("fi", "viisi kilometriä", ("5000", "length")),
        ("fi", "2 tonnia", ("2000000", "mass")),
        ("sv", "2 000 kg", ("2000000", "mass")),
        ("sv", "3 GWh", ("10800000000000", "energy")),
        ("fi", "80 kilometriä tunnissa", ("80", "speed")),
        ("sv", "80 km/tim", ("80", "speed")),
        ("fi", "20 °C", ("20", "temperature")),
        ("sv", "20 grader", ("20", "temperature")),
        ("fi", "14 vuorokautta", ("1209600", "time")),
        ("sv", "14 dagar", ("1209600", "time")),
    ],
)
def test_amounts_in_the_base_unit(lang: str, text: str, key: tuple[str, str]) -> None:
    assert keys(text, lang) == [key]


INDEPENDENCE_DAY = ("2026", "12", "6")


@pytest.mark.parametrize(
    ("lang", "text", "key"),
    [
        ("fi", "6.12.2026", INDEPENDENCE_DAY),
        ("fi", "06.12.2026", INDEPENDENCE_DAY),
        ("fi", "2026-12-06", INDEPENDENCE_DAY),
        ("fi", "6. joulukuuta 2026", INDEPENDENCE_DAY),
        ("fi", "6 päivänä joulukuuta 2026", INDEPENDENCE_DAY),
        ("fi", "joulukuun 6 päivänä 2026", INDEPENDENCE_DAY),
        ("fi", "joulukuun 6. päivänä", ("", "12", "6")),
        ("fi", "6.12.", ("", "12", "6")),
        ("fi", "syyskuussa", ("", "9", "")),
        ("fi", "1. syyskuuta", ("", "9", "1")),
        ("fi", "maaliskuussa 2027", ("2027", "3", "")),
        ("sv", "den 6 december 2026", INDEPENDENCE_DAY),
        ("sv", "6 dec. 2026", INDEPENDENCE_DAY),
        ("sv", "den 6:e december", ("", "12", "6")),
        ("sv", "den andra oktober 1968", ("1968", "10", "2")),
        ("sv", "i september", ("", "9", "")),
        ("en", "December 6, 2026", INDEPENDENCE_DAY),
        ("en", "6th of December", ("", "12", "6")),
        ("en", "3 May 2026", ("2026", "5", "3")),
    ],
)
def test_dates(lang: str, text: str, key: tuple[str, ...]) -> None:
    assert keys(text, lang, K.DATE) == [key]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("fi", "1.–31.3.2026"),
        ("sv", "1–31.3.2026"),
        ("fi", "1.3.–31.3.2026"),
        ("fi", "1–31 päivänä maaliskuuta 2026"),
        ("sv", "den 1–31 mars 2026"),
        ("fi", "maaliskuun 1 päivästä maaliskuun 31 päivään"),
    ],
)
def test_ranges_of_dates(lang: str, text: str) -> None:
    days = [(key[1], key[2]) for key in keys(text, lang, K.DATE)]
    assert days == [("3", "1"), ("3", "31")]


def test_months_that_share_their_end() -> None:
    months = keys("helmi-, touko- ja elokuussa", "fi", K.DATE)
    assert months == [("", "2", ""), ("", "5", ""), ("", "8", "")]
    assert keys("Heinä- ja muut nurmet", "fi") == []


@pytest.mark.parametrize(
    ("lang", "text", "times"),
    [
        ("fi", "klo 18–20", ["18:00", "20:00"]),
        ("sv", "kl. 18.00–20.00", ["18:00", "20:00"]),
        ("fi", "klo 9.30", ["9:30"]),
        ("fi", "Klo 9–16", ["9:00", "16:00"]),
        ("fi", "KLO: 18", ["18:00"]),
        ("fi", "kello 7:n ja 9:n", ["7:00"]),
        ("fi", "klo\N{NO-BREAK SPACE}9–16", ["9:00", "16:00"]),
        ("sv", "KL.\N{NO-BREAK SPACE}18", ["18:00"]),
        ("sv", "klockan 7:55", ["7:55"]),
        ("fi", "9.30–16.00", ["9:30", "16:00"]),
        ("en", "6 pm", ["18:00"]),
    ],
)
def test_times(lang: str, text: str, times: list[str]) -> None:
    assert keys(text, lang, K.TIME) == [(time,) for time in times]


@pytest.mark.parametrize(
    ("lang", "text", "days"),
    [
        ("fi", "tiistaina", "2"),
        ("fi", "keskiviikon", "3"),
        ("fi", "perjantai-iltana", "5"),
        ("fi", "sunnuntaisin", "7"),
        ("fi", "ma–pe 9–16", "15"),
        ("sv", "tisdagen", "2"),
        ("sv", "onsdagskvällen", "3"),
        ("sv", "på söndagar", "7"),
        ("sv", "mån–fre kl. 9–16", "15"),
    ],
)
def test_weekdays(lang: str, text: str, days: str) -> None:
    assert keys(text, lang, K.WEEKDAY) == [(day,) for day in days]


@pytest.mark.parametrize(
    "text", ["09 310 1691", "+358 9 310 1691", "+358 (0)9 310 1691", "093101691", "(09) 310 1691"]
)
def test_a_phone_number_in_its_forms(text: str) -> None:
    assert keys(f"Soita {text}.", "fi", K.PHONE) == [("+35893101691",)]


def test_contacts() -> None:
    text = (
        "Y-tunnus 0201256-6, tili FI21 1234 5600 0007 85, neuvonta@kunta.example, "
        "https://www.kunta.example/haku?x=12."
    )
    assert [(v.kind, v.key[0]) for v in extract(text, "fi")] == [
        (K.BUSINESS_ID, "0201256-6"),
        (K.IBAN, "FI2112345600000785"),
        (K.EMAIL, "neuvonta@kunta.example"),
        (K.URL, "kunta.example/haku?x=12"),
    ]


@pytest.mark.parametrize(
    ("finnish", "swedish"),
    [
        ("kielilain (423/2003) 32 §", "32 § i språklagen (423/2003)"),
        ("5 luvun 3 §:n 2 momentti", "5 kap. 3 § 2 mom."),
        ("12, 13 ja 14 §:ssä", "12, 13 och 14 §"),
        ("20 a ja 20 b §", "20 a och 20 b §"),
        ("asetus (EU) 2016/679", "förordning (EU) 2016/679"),
        ("HE 123/2020 vp", "RP 123/2020 rd"),
        ("9 artiklan 2 kohta", "artikel 9.2"),
        ("1–3 momentissa", "1–3 mom."),
    ],
)
def test_references_mean_the_same(finnish: str, swedish: str) -> None:
    ours, theirs = keys(finnish, "fi", K.REFERENCE), keys(swedish, "sv", K.REFERENCE)
    assert sorted(ours) == sorted(theirs)
    assert ours


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("fi", "3) Hakemus"),
        ("fi", "2. Hakemus"),
        ("fi", "1.2 Tausta"),
        ("fi", "Hei {0}, {{count}} ja %1$s"),
        ("fi", "<h2>Otsikko</h2> &#160;"),
        ("fi", "kuusen alla"),
        ("sv", "en ansökan och ett beslut"),
        ("sv", "Språk och kultur"),
        ("fi", ""),
    ],
)
def test_what_is_no_value(lang: str, text: str) -> None:
    assert extract(text, lang) == ()


@pytest.mark.parametrize("text", ["omkring 670 000 invånare", "hotel 250 000", "puhui 670 000"])
def test_what_announces_a_phone_number_is_a_word_of_its_own(text: str) -> None:
    assert [v.kind for v in extract(text, "sv")] == [K.NUMBER]


def test_a_name_with_a_number_is_a_name() -> None:
    assert {v.kind for v in extract("COVID-19, 5G, A4 ja MP3", "fi")} == {K.NAME}


@pytest.mark.parametrize(
    ("lang", "text", "kind", "key"),
    [
        ("fi", "Maksu kello 9 aamulla", K.TIME, ("9:00",)),
        ("fi", "Hinta on EUR 20 päivältä", K.MONEY, ("20", "EUR")),
        ("fi", "liitteen 2 kohta on kumottu", K.REFERENCE, ("annex", "2")),
        ("fi", "Hinta ilmoitetaan EUR. 2 momentin mukaan", K.REFERENCE, ("subsection", "2")),
        ("sv", "i artikel 9 föreskrivs", K.REFERENCE, ("article", "9")),
        ("sv", "högst 5 miljoner kronor", K.MONEY, ("5000000", "SEK")),
        ("en", "opens at 5 pm today", K.TIME, ("17:00",)),
    ],
)
def test_a_word_before_a_number_says_more_than_the_one_after_it(
    lang: str, text: str, kind: ValueKind, key: tuple[str, ...]
) -> None:
    assert [(v.kind, v.key) for v in extract(text, lang)] == [(kind, key)]


def test_known_words_change_nothing() -> None:
    text = "Maa- ja metsätaloudessa kaksi tai Kolme, helmi-, touko- ja elokuussa ma–pe."
    words = frozenset(re.findall(r"[^\W\d_]+", text.lower()))
    assert extract(text, "fi", words) == extract(text, "fi")
    assert keys(text, "fi", K.NUMBER) == [("2",), ("3",)]
    assert len(keys(text, "fi", K.DATE)) == 3


def test_a_decade_is_no_chapter() -> None:
    assert [v.kind for v in extract("1990-luvulla", "fi")] == [K.YEAR]


def test_values_do_not_overlap_and_are_in_order() -> None:
    text = "Tiistaina 3.3.2026 klo 18–20 maksu on 12,50 €, kuusitoista paikkaa, puh. 09 310 1691."
    values = extract(text, "fi")
    assert all(a.end <= b.start for a, b in pairwise(values))
    assert all(text[v.start : v.end] == v.text for v in values)
    assert len(values) == 7


def test_what_ends_a_text_is_no_currency_of_its_beginning() -> None:
    found = extract("505 euroa jokaista kuukautta kohden, yhteensä 12 kk SEK.", "fi")
    assert [(v.text, v.start) for v in found if v.kind is ValueKind.MONEY] == [("505 euroa", 0)]
