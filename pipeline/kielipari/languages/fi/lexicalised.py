"""Case forms of nouns that have become adverbs or adpositions: closed classes of Finnish.

After Iso suomen kielioppi (VISK): adverbs §§ 371–385, 646–683, adpositions §§ 684–713. Forms
that still read as the noun in the same sense (aikana, perusteella, avulla, osalta) are not listed.
"""

from kielipari.languages.text import words

ADVERBS = words(
    """
    lisäksi lisää lopulta lopuksi aluksi kerran kerrassaan kerrallaan tarpeeksi tarpeen
    aikoinaan aikanaan ajoissa ajoittain vuorostaan vuoroin toisinaan tavallaan tosissaan
    tosiaan tosiaankin kunnolla kunnon rauhassa pystyyn pystyssä pystystä voimaan voimassa
    onneksi hiukan vallan kaikkein määrin suorastaan suoranaan oikeastaan varsin varsinkin
    varsinkaan kokonaan ainoastaan viimeistään paikoin paikoitellen parhaillaan
    parhaimmillaan pohjimmiltaan puoliksi puoleksi puolittain päivittäin rinnan rinnakkain
    salaa salassa sekaisin selvillä selville sikseen sinänsä sattumalta tahallaan
    tahtomattaan tiessään toistaiseksi tosin turhaan tyhjiin täynnä täyteen uudestaan
    uudelleen vaihteeksi vaivoin vahingossa valtoimenaan varalla vastakkain vastoin vihdoin
    viimein vuoron vähin vähitellen yhteensä yhtenään yhtäkkiä ylen yksin yksinään yleensä
    ympäriinsä ääneen äkkiä äsken pullollaan pullolleen kumollaan kumoon nurin esille esillä
    esiin esiltä ilmi ilmoille julki alusta lähtien ennalta etukäteen jalan jaloillaan
    leikillään luonnostaan itsestään samalla samassa silmänräpäyksessä loppujen tahdittain
    hetkittäin kaupalla alituiseen tuota pikaa puolin päinsä perille perillä periltä kohta
    juuri koko esimerkiksi muutoin ikään ikinä lainkaan laisinkaan sinne tänne samoin
    muualla vieläpä piankin välttämättä päivisin öisin iltaisin aamuisin viikonloppuisin
    kesäisin talvisin keväisin syksyisin vuosittain kuukausittain viikoittain ulkona ulos
    sisälle pois kiinni irti auki ylhäällä ylhäältä ylös alhaalla alhaalta alas edelleen
    edelle taas takaisin kohdakkain
    """
) - {"alusta", "loppujen", "kaupalla", "pikaa", "lähtien", "voimaan", "voimassa", "tarpeen"}

WITH_POSSESSIVE = words(
    """
    mielellä puolesta vuorosta huolissa pahoilla itsestä tosissa päissä parhaimmilla yksinä
    aikoina aikana tavalla ajalla jaloilla selällä vatsalla kyljellä varuilla pullolla
    puolilla toisilla aloilla voimissa kuivilla
    """
) - {"aikana", "tavalla", "ajalla", "aloilla", "jaloilla"}
"""Adverbs that take a possessive suffix: "mielellään", "puolestamme"."""

ADPOSITIONS = words(
    """
    puolesta puoleen kautta suhteen sijaan sijasta asemesta kohtaan kohti varaan varassa
    varalta varalle sisään sisällä sisältä ääressä ääreen äärestä ääreltä äärelle äärellä
    välissä väliin välistä välillä välille väliltä vieressä viereen vierestä vierellä
    vierelle viereltä parissa pariin puitteissa puitteisiin tienoilla tienoille lomassa
    lomaan lomasta nojalla perässä perään perästä päällä päälle päältä takia takana taakse
    takaa tähden vuoksi ansiosta varrella varrelle varrelta ohella ohessa oheen rinnalla
    rinnalle rinnalta edessä eteen edestä kesken keskellä keskelle keskeltä läpi myötä kera
    luona luokse luota vastaan vastassa yllä ylle yltä ympärillä ympärille ympäriltä
    jäljessä jälkeen alla alle alta ilman poikki halki uhalla kanssa johdosta mittaan
    laidassa keskuudessa keskuuteen keskuudesta toimesta varten lailla tavoin
    """
) - {"laidassa", "toimesta", "tavoin"}

DEGREE = frozenset({"aika"})
"""Nouns that before an adjective or adverb say to what degree: "aika hyvä", "aika lailla"."""

UNCERTAIN = words(
    """
    aikana aikaan perusteella avulla osalta johdosta toimesta mukaisesti tarpeen voimaan
    voimassa alusta päässä päästä päähän joukossa joukkoon joukosta kohdalla kohdalta
    puolella puolelle puolelta kustannuksella nimissä merkeissä valossa varjolla yhteydessä
    hyväksi seurauksena osaksi tavoin tavalla liikkeellä liikkeelle paikalla paikalle
    paikalta
    """
)
"""Forms that stand for the noun as often as not."""
