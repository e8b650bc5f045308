"""Finnish facts. Word classes after Iso suomen kielioppi (VISK, https://kaino.kotus.fi/visk)."""

from kielipari.languages.base import Facts
from kielipari.languages.text import words

NEGATIONS = words(
    """
    en et ei emme ette eivät enkä etkä eikä emmekä ettekä eivätkä enkö etkö eikö emmekö
    ettekö eivätkö älä älköön älkää älkäämme älköt ilman paitsi
    """
)
CONJUNCTIONS = words(
    """
    ja sekä että eli tai taikka vai mutta vaan sillä joko enkä eikä saati saatikka
    puolestaan jotta koska kun jos vaikka kuin kunnes ennen ellei jollei joskin mikäli niin
    näin samoin kuten ikään ynnä plus miinus
    """
)
JOINING = words("ja sekä tai taikka")
UNFINISHED = words(
    """
    että jotta jos kun koska mutta vaan eli ellei jollei ettei kunnes vaikka kuin mikä minkä
    joka jonka jota johon jossa josta jolla jolta jolle jotka joiden joita joihin joissa
    joista joilla joilta joille
    """
)
PRONOUNS = words(
    """
    minä sinä hän me te he se ne tämä tuo nämä nuo joka jotka mikä mitkä kuka ketkä kumpi
    kumpikin kumpikaan jompikumpi itse toinen toistensa jokin jotkin joku jotkut mikään
    kukaan jokainen kaikki molemmat moni muu eräs muuan sama tällainen tuollainen sellainen
    millainen jollainen minun sinun hänen meidän teidän heidän sen niiden tämän tuon näiden
    noiden jonka joiden joita jota jossa joissa josta joista johon joihin jolla joilla jolta
    joilta jolle joille jona joina joksi joiksi minua sinua häntä meitä teitä heitä sitä
    niitä tätä tuota näitä noita minulla sinulla hänellä meillä teillä heillä sillä niillä
    tällä tuolla näillä noilla minulle sinulle hänelle meille teille heille sille niille
    tälle näille noille siinä niissä tässä tuossa näissä noissa siitä niistä tästä tuosta
    näistä noista siihen niihin tähän tuohon näihin noihin siksi niiksi täksi näiksi minusta
    sinusta hänestä meistä teistä heistä minuun sinuun häneen meihin teihin heihin mitä
    mistä mihin missä millä mille miltä miksi minkä ketä kenen kenelle keneltä kenellä kenet
    kaiken kaikkea kaikkien kaikkia kaikissa kaikista kaikille kaikilla monet monia monien
    monta usea useat usean useita useiden useissa jonkin jotain jotakin joitakin jokaisen
    jokaista
    """
)
VERBS = words(
    """
    on ovat oli olivat ole olla olen olet olemme olette olisi olisivat ollut olleet lienee
    oltava voi voivat voidaan voitiin voisi voisivat voida pitää pitäisi pitäneet tulee
    tulisi tulevat täytyy saa saavat saada saisi
    """
)
ADVERBS = words(
    """
    myös vain vielä jo nyt sitten siis niin näin noin hyvin kuitenkin kuitenkaan ainakin
    esimerkiksi muun muassa lisäksi samalla aina usein joskus nykyisin täällä tuolla siellä
    täältä sieltä tuolta tänne tuonne sinne tällöin silloin milloin miten kuinka miksi missä
    mistä mihin kun jolloin jotenkin jossain edes vasta enää juuri ihan aivan melko erittäin
    varsin liian kovin lähes eri muuten taas toki tosin siten täten joten näet nimittäin
    ehkä varmaan kai myöskään paljon vähän enemmän eniten vähemmän vähiten erityisesti
    yleensä muutoin sekään kenties jälleen heti pian
    """
)
ADPOSITIONS = words(
    """
    alla alle alta yllä ylle yltä päällä päälle päältä edessä eteen edestä takana taakse
    takaa vieressä viereen vierestä luona luokse luo luota kanssa kera kautta läpi lävitse
    per yli ylitse ali alitse ohi ohitse ympäri ympärillä ympärille ympäriltä ilman ennen
    jälkeen aikana ajan kesken keskellä keskelle keskeltä sisällä sisälle sisältä sisään
    ulkopuolella ulkopuolelle ulkopuolelta välissä väliin välistä välillä välille väliltä
    joukossa joukkoon joukosta mukaan mukana mukaisesti myötä puolesta puolella puolelle
    puolelta takia tähden vuoksi ansiosta johdosta varten varassa varaan varalta varalle
    kohti kohtaan kohdalla kohdalta kohdalle vastaan vasten pitkin poikki pitkälti asti
    saakka lähtien alkaen päin lähellä lähelle läheltä lähemmäksi paitsi lukuun lukien
    nähden verrattuna koskien liittyen riippuen huolimatta avulla avuin perusteella nojalla
    nojassa sijaan sijasta asemesta toimesta tykönä tykö suhteen osalta osalle osalla
    hyväksi halki keskuudessa keskuuteen keskuudesta parissa pariin parista piirissä piiriin
    piiristä uhalla kuluessa kuluttua mittaan mennessä päässä päähän päästä perässä perään
    perästä rinnalla rinnalle rinnalta sivulla sivuun sivusta tuolla puolen sisäpuolella
    yläpuolella alapuolella etupuolella takapuolella
    """
)

# Ends of long words: case endings with what stands before them (VISK § 81) and endings of derived
# words, as far as hardly a Swedish or English form in simplemma's tables ends so.
ENDINGS = tuple(
    sorted(
        words(
            """
    aan aat aisen aiset aista aja ajan ajat akin alan alta auden aus della eella eelle eena
    eiden eilla eille eista eita eja elta elut essa esta etta etut euden eus han hin iat idon
    iikan iin ija ijan ilta imen imet imien inta issa itos ivat iä iö iön jaa jalla jalle jana
    jasta jien jä jän kaa kasta keen keet kien kka kki ksen kset ksi kö kön laa lain leen lien
    linen lisen liset llä lmien lmän lyn malla masta matta minen misen mista mus mä mät mää
    nalla nassa nasta neen neet nista nkin nnin nsa nsä ntien nus nut nyt nä nön oa oiden
    oilla oille oinen oista oita oja ojen olla olle olta onta oon ossa osta paa rja rjan rä
    rän seen sella selle sena sia sien silla sille sista ssä taa tain tava tavan teen teet
    tettu tia tinen ttely tti tto tty tus tyn tys tä tää tö tön ueen uen uista uja ujen unnan
    ussa usta usten utta uu uuden uudet uun uus uvan uvat vaa valla valle vassa vasta vien
    vista vä vän vät vää yden yjen ysten yyn yys yä äinen ään öiden öjen ölle öä öön
    """
        )
    )
)

# No word ends in two consonants or in another one than n, t, s, l and r, nor is
# there a å, q, w, x or z outside names.
IMPOSSIBLE = r".*[åqwxz].*|.*(?:[^aeiouyäöntslr]|[^aeiouyäö][^aeiouyäö])"

# Åbossa, Esboon, Helsingforsissa: the cases of places and authorities, after a vowel and a consonant
_AFTER_VOWEL = words("n ssa ssä sta stä lla llä lta ltä lle ksi na nä an en in on un yn än ön")
_AFTER_CONSONANT = words("in iin issa issä ista istä illa illä ilta iltä ille iksi ina inä ia iä")
_MARKED = (f":{ending}" for ending in words("n ssa ssä sta stä lla llä lta ltä lle ksi ta tä"))
NAME_ENDINGS = tuple(sorted({*_AFTER_VOWEL, *_AFTER_CONSONANT, *_MARKED}, key=len, reverse=True))

FACTS = Facts(
    function_words=frozenset(NEGATIONS | CONJUNCTIONS | PRONOUNS | VERBS | ADVERBS | ADPOSITIONS),
    abbreviations=words(
        """
    ao. alik. ap. arv. as. ay. ed. ekr. em. engl. ent. erik. esim. evp. fil. ts. huom. ilm.
    ip. is. jaa. jkr. jms. jne. joht. jr. jälj. kirj. kk. klo. ko. kok. ks. kv. lat. leht.
    lk. l. lis. luutn. lv. lyh. maist. merk. min. milj. mm. mon. mrd. ml. muist. n. nk. nim.
    no. ns. nro. nyk. o.s. oik. ok. op. os. p. par. pj. pk. pnä. po. pros. puh. pvm. pääl.
    r. rak. rek. ruots. rva. s. sd. seur. sh. sit. sk. sis. st. sun. synt. tal. tav. t. tel.
    tk. tms. toim. tri. tuom. v. vp. va. vas. varapj. vrt. vs. vt. vv. vuos. yht. yks. ym.
    yms. yo. ylik. yliop. äit. mom. §. luk. prof. toht. lehd. dos. kpl. krs. puh.koht alv. ark.
    hlö. lkm. ma. pe. vko.
    """
    ),
    negations=NEGATIONS,
    quotation_marks=(("”", "”"), ("»", "»"), ("’", "’")),
    before_numbers=words("klo nro n:o puh s mom luku"),
    tells_names=True,
    in_itself="suomeksi",
    suffix_nouns=frozenset({"kunta"}),  # eduskunta, henkilökunta: collectives, no municipalities
    endings=ENDINGS,
    impossible=IMPOSSIBLE,
    unlikely=r"[bcfqwxzå]|(?<!n)g|^[^aeiouyäö]{2}|[^aeiouyäönts]$",
    name_endings=NAME_ENDINGS,
    unfinished=UNFINISHED,
    deverbal=("mus", "mys"),
    agents=("ja", "jä"),
    places=words("järvi joki lahti salmi niemi koski lampi harju"),
    joining=JOINING,
)
