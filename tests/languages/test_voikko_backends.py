"""libvoikko and pyvoikko carry one dictionary and must answer alike."""

import pytest

from kielipari.errors import UsageError
from kielipari.languages.fi import backends, voikko

TEXT = """
Kaupunginhallitus päätti viime viikolla, että uimahallin lähelle rakennetaan kävelysilta, jonka kautta
koululaiset pääsevät turvallisesti joen yli. Hankkeen rahoituksesta sovittiin maakuntaliiton kanssa jo
keväällä, mutta suunnittelijoiden mukaan rakentaminen voidaan aloittaa vasta ensi vuoden alussa, koska
maaperää on tutkittava tarkemmin. Asukkaat toivoivat kyselyssä penkkejä, valaistusta ja istutuksia; myös
esteettömyydestä kannettiin huolta. Lautakunnan puheenjohtaja lupasi, ettei yhtäkään vanhaa lehmusta
kaadeta. Samaan aikaan kunnat ovat solmineet ekosysteemisopimuksia valtion kanssa. Niillä tuetaan
innovaatiotoimintaa, digitalisaatiota sekä vähähiilisiä ratkaisuja, joita yritykset, yliopistot ja
tutkimuslaitokset kehittävät yhdessä. Kokeiluympäristöissä testataan esimerkiksi sähköbusseja,
etälääkärin vastaanottoja ja oppimispelejä. Osallistujilta edellytetään omarahoitusosuutta, joka on
vähintään kolmannes kustannuksista. Hakemukset toimitetaan sähköisesti lokakuun loppuun mennessä;
myöhästyneitä papereita ei käsitellä. Työryhmään nimettiin yhdeksän jäsentä, kaksi varajäsentä ja
sihteeri. Heidän tehtäväkseen annettiin arvioida, miten kielelliset oikeudet toteutuvat palveluissa.
Kuntalaisten palautteesta koottiin yhteenveto, ja siinä korostuivat jonotusajat, parkkipaikkojen puute
sekä epäselvät lomakkeet. Päivähoidon järjestäminen kuuluu edelleen sivistystoimelle, vaikka
terveydenhuolto siirtyi hyvinvointialueelle. Eläkeläisyhdistys järjestää torstaisin kahvitilaisuuksia,
joihin kaikki ovat tervetulleita! Metsänomistajat muistuttavat, että kaarnakuoriainen leviää helteellä
nopeasti. Tuulivoimaloiden vaikutuksista linnustoon keskusteltiin vilkkaasti, ja osa valtuutetuista olisi
halunnut lykätä päätöstä. Äänestyksen jälkeen esitys hyväksyttiin selvin luvuin. Pöytäkirja pidetään
nähtävänä verkkosivuilla kahden viikon ajan. Lisätietoja antavat kaupunginsihteeri ja viestintäpäällikkö.
Kirjaston aukioloaikoja pidennetään, sillä lainausmäärät kasvoivat viidenneksellä. Museossa avataan
näyttely, joka kertoo saariston kalastajien arjesta sotavuosina. Pääsyliput maksavat kahdeksan euroa,
alennuksella viisi. Ruoka- ja juomapisteet löytyvät pihalta. Tapahtuman järjestelyihin osallistuu
kymmeniä vapaaehtoisia, ja pelastuslaitos valvoo turvallisuutta. Kysy lisää neuvonnasta.
"""
WORDS = sorted({word.strip(".,;!?").lower() for word in TEXT.split()})


@pytest.fixture(scope="module")
def both() -> tuple[backends.Backend, backends.Backend]:
    try:
        shared_library = backends.Libvoikko()
    except Exception as error:  # noqa: BLE001  whatever the wrapper raises without the library
        pytest.skip(f"libvoikko or its Finnish dictionary is not installed: {error}")
    return shared_library, backends.Pyvoikko()


def test_more_than_two_hundred_words_are_compared() -> None:
    assert len(WORDS) >= 200


def test_both_backends_read_every_word_alike(
    both: tuple[backends.Backend, backends.Backend],
) -> None:
    one, other = both
    differing = [
        word
        for word in WORDS
        if set(voikko.read(one.raw(word), word)) != set(voikko.read(other.raw(word), word))
    ]
    assert differing == []


def test_both_backends_accept_the_same_words(
    both: tuple[backends.Backend, backends.Backend],
) -> None:
    words = [*WORDS, "turku", "turkulainen", "eurooppalaisia", "pekka", "eu", "sdp", "xyzzy"]
    one, other = both
    assert [w for w in words if one.accepts(w) != other.accepts(w)] == []


def test_the_words_are_known_not_merely_alike(
    both: tuple[backends.Backend, backends.Backend],
) -> None:
    _, other = both
    unknown = [word for word in WORDS if not voikko.read(other.raw(word), word)]
    assert len(unknown) <= 3, unknown


def test_a_backend_that_does_not_exist_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(backends.ENVIRONMENT_VARIABLE, "hunspell")
    with pytest.raises(UsageError, match=r"hunspell.*libvoikko or pyvoikko"):
        backends.backend.__wrapped__()


def test_a_very_long_string_is_no_word() -> None:
    assert voikko.analyse("a" * 5000) == ()
