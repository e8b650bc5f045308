"""U106 looks twice: what a file's other units call a thing is no other thing."""

from file_of_units import findings, rules

from kielipari.checks.concordance import Concordance
from kielipari.model import Severity

STRANGE = ("Sulautuma vaatii toisen sulautuman.", "Para ihop krumeluren med sin nästa krumelur.")
TEACHING = [
    ("Lisää sulautuma listalle.", "Sätt en krumelur på listan."),
    ("Poista valittu sulautuma.", "Ta bort den valda krumeluren."),
    ("Sulautumia ei löytynyt.", "Inga krumelurer hittades."),
]
OTHERS = [
    ("Lisää kuva listalle.", "Sätt en bild på listan."),
    ("Poista valittu tiedosto.", "Ta bort den valda filen."),
    ("Sivua ei löytynyt.", "Sidan hittades inte."),
    ("Avaa uusi ikkuna.", "Öppna ett nytt fönster."),
    ("Tallenna muutokset heti.", "Spara ändringarna genast."),
    ("Kirjaudu sisään palveluun.", "Logga in i tjänsten."),
    ("Vaihda salasana nyt.", "Byt lösenord nu."),
    ("Lähetä viesti ryhmälle.", "Skicka ett meddelande till gruppen."),
    ("Tulosta raportti paperille.", "Skriv ut rapporten på papper."),
    ("Etsi henkilö nimellä.", "Sök en person efter namn."),
    ("Kopioi linkki leikepöydälle.", "Kopiera länken till urklipp."),
    ("Muuta sivun otsikkoa.", "Ändra sidans rubrik."),
]
UNRELATED = "unrelated-translation"


def test_what_the_file_calls_so_elsewhere_renders_a_word() -> None:
    assert UNRELATED in rules(STRANGE, *OTHERS)
    assert UNRELATED not in rules(STRANGE, *OTHERS, *TEACHING)


def test_a_text_that_stands_there_twice_is_no_witness_for_itself() -> None:
    assert UNRELATED in rules(STRANGE, STRANGE, STRANGE, *OTHERS)


def test_inflected_forms_that_no_lexicon_met_are_read() -> None:
    pair = ("Liiku alas huoneluettelossa", "Navigera ner i rumslistan")
    assert UNRELATED not in rules(pair, *OTHERS)


def test_what_is_less_sure_is_a_warning() -> None:
    long = (
        "Kirjaston lehtisali on avoinna maanantaista perjantaihin, ja kahvila myös lauantaisin.",
        "Ansökan om bygglov behandlas av nämnden för miljö och hälsa vid sammanträdet i maj.",
    )
    short = ("Vaaditut kentät on lihavoitu.", "Obligatoriska fält är markerade i fet stil.")
    told = {
        finding.target.text: finding.severity
        for finding in findings(long, short, *OTHERS)
        if finding.rule == UNRELATED and finding.target
    }
    assert told == {long[1]: Severity.ERROR, short[1]: Severity.WARNING}


def test_units_are_found_by_what_their_words_begin_with() -> None:
    texts = Concordance([("Uusi HUONE", "Ett rum"), ("kahvihuone", "kafferum"), ("huoneet", "rum")])
    assert texts.holding("huone", in_target=False) == {0, 2}
    assert texts.holding("rum", in_target=True) == {0, 2}
    assert texts.being("RUM", in_target=True) == {2}
    assert texts.side(in_target=False).text(1) == "kahvihuone"


def test_words_that_all_units_hold_are_no_company() -> None:
    texts = Concordance([("sama", "samma")] * 20)
    everywhere = frozenset(range(20))
    assert not texts.keep_company(everywhere, everywhere)
    assert texts.keep_company(frozenset({1, 2}), frozenset({1, 2, 3}))
    assert texts.keep_company(frozenset({1}), frozenset({1}))
    assert not texts.keep_company(frozenset({1}), frozenset(range(10)))
