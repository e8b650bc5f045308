"""Swedish facts. Closed classes after Svenska Akademiens grammatik (SAG), volume 2."""

from kielipari.languages.base import Facts
from kielipari.languages.text import words

NEGATIONS = words(
    """
    inte ej icke aldrig ingen inget inga ingenting ingendera varken utan saknar saknas
    knappast
    """
)
PRONOUNS = words(
    """
    jag mig mej du dig dej han honom hon henne hen den det vi oss ni er de dem dom sig sej
    man en min mitt mina din ditt dina hans hennes dess vår vårt våra ert era deras sin sitt
    sina denna detta dessa denne som vilken vilket vilka vem vems vad någon något några nån
    nåt annan annat andra all allt alla var varje vart vardera varandra båda bägge sådan
    sådant sådana samma själv självt själva ingen inget inga ens
    """
)
PREPOSITIONS = words(
    """
    i på av för till med om från under efter vid mot genom mellan över hos utan inom utom
    bland kring per enligt sedan längs innan före bakom bredvid framför ovanför nedanför
    intill runt omkring tack trots åt ur ifrån inifrån utanför utifrån uppför nerför nedför
    jämte förutom angående beträffande rörande gentemot medelst à visavi samt
    """
)
CONJUNCTIONS = words(
    """
    och eller men utan samt för så både antingen varken dels att om när då medan innan sedan
    eftersom därför fast fastän trots ifall huruvida än som såsom liksom ju ty tills såvida
    emedan
    """
)
VERBS = words(
    """
    är var vara varit vore ha har hade haft ska skall skulle kan kunde kunnat vill ville
    velat måste får fick fått få bör borde blir blev bli blivit må måtte lär torde
    """
)
ADVERBS = words(
    """
    här där nu då sedan också även bara redan ännu än mycket mer mera mest lite litet mindre
    minst så sålunda således dock ändå alltså därför därmed därtill dessutom därefter därav
    därigenom härmed hur när var vart varför varifrån hit dit härifrån därifrån ju nog väl
    kanske ofta alltid sällan ibland igen åter helt ganska alltför väldigt in ut upp ner ned
    fram bort hem inne ute uppe nere framme borta hemma till från av på med om över under
    särskilt bland annat exempelvis samtidigt först sist snart genast dels både ungefär
    cirka nästan endast åtminstone emellertid istället tillsammans
    """
)

JOINING = words("och eller samt")
UNFINISHED = words(
    """
    som att men ett när medan eftersom såvida ifall huruvida vars dels både antingen såsom ty
    emedan ska skall måste torde
    """
)
# Prepositions that are no adverbs besides: at the end of a clause they are stranded.
STRANDED = words(
    """
    för av till på i med om hos från vid enligt under mot mellan genom efter ur inom kring
    angående beträffande gentemot jämte trots rörande bland åt
    """
)
RELATIVES = words("som vilken vilket vilka vilkas vad vem hur där var varför vart")

# Ends of long words, as far as hardly a Finnish word or an English form ends so.
ENDINGS = tuple(
    sorted(
        words(
            """
    agen aget alen alet amen ande anen att av bete bud dare dd dena dets dning drag edel elar
    else emet ende erad erade erat erats ett ften ga gar gare gd ghet gift gor gt heten heter
    iet ifter igen iken isk iv jning kap kar kare kning kor kt kten kter ktion lag lare lats
    lens lig llt lning lsen lser mar mhet nad nader nden ndens ndet nens ngen ngens nhet nst
    nster oder orer ott plan rar rare rens rna rnas ska slut sning tad tade tag tare tets
    tiden tik tning tret tser var vare vning vtal yg är ärder ätt åde åden ådet ål ån ånd år
    öd ör ören
    """
        )
    )
)

FACTS = Facts(
    function_words=frozenset(
        NEGATIONS
        | PRONOUNS
        | PREPOSITIONS
        | CONJUNCTIONS
        | VERBS
        | ADVERBS
        | {"ett", "att", "icke"}
    )
    - {"saknar", "saknas", "tack"},
    abbreviations=words(
        """
    adj. alt. anm. art. avd. avs. avsn. bl.a. bl. a. bil. ca. civ. d.v.s. dvs. d.y. d.ä.
    dir. doc. dr. e.d. e.kr. ekr. el. em. eng. enl. etc. ev. e.v. ex. f. f.d. f.kr. f.n.
    f.o.m. fig. fil. fr.o.m. forts. förf. förk. föreg. följ. gm. hr. i.o.m. inkl. innev.
    jfr. jur. kand. kap. kl. kr. kungl. l. lic. m.a.o. m.fl. m.m. mag. mfl. mm. milj. min.
    mom. mrd. motsv. möjl. nov. nr. nuv. o. o.a. o.d. o.dyl. o.s.v. obs. ord. osv. p. p.g.a.
    pga. p.s. prof. proc. r. red. ref. resp. s. s.a.s. s.k. sek. sign. skr. spec. st. s:t.
    sv. särsk. t. t.ex. t.o.m. t.v. tab. tekn. tel. tf. tfn. tidn. tis. tr. t.h. trpt.
    ungef. uppl. uppsk. urspr. utg. v. v.g. vard. vol. vs. v.v. äv. övers. övr.
    """
    ),
    negations=NEGATIONS,
    quotation_marks=(("”", "”"), ("»", "»"), ("’", "’")),
    before_numbers=frozenset(["kl", "nr", "tfn", "tel", "kap", "mom"]),
    tells_names=True,
    in_itself="på svenska",
    endings=ENDINGS,
    name_endings=(":s", "s"),
    unfinished=UNFINISHED,
    joining=JOINING,
    prepositions=STRANDED,
    relatives=RELATIVES,
)
