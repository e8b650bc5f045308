"""Values in the many ways that Finnish and Swedish texts write them, told where they differ."""

import pytest
from file_of_units import findings

from kielipari.model import Severity

# One pair a line, Finnish and Swedish.
SAME = """
klo 8.00–16.15 | kl. 8–16.15
Auki ma–pe klo 9–16 | Öppet mån–fre kl. 9–16
Aika 1.1.–31.12.2026 | Tid 1 januari–31 december 2026
Kurssi 1.–15.6. | Kursen den 1–15 juni
Avoinna touko–syyskuussa | Öppet i maj–september
Viikolla 32 | Vecka 32
vko 32 | v. 32
0–6-vuotiaat lapset | Barn i åldern 0–6 år
Se rakennettiin 2000-luvulla | Den byggdes på 2000-talet
1990-luvun alussa | I början av 1990-talet
Kolmasosa vastasi | En tredjedel svarade
Kaksi kolmasosaa vastasi | Två tredjedelar svarade
Neljännes vastasi | En fjärdedel svarade
Puolet vastasi | Hälften svarade
Kolme neljäsosaa vastasi | Tre fjärdedelar svarade
Neljäsosa kuluista | 25 procent av kostnaderna
Määrä kaksinkertaistui | Antalet fördubblades
Määrä kolminkertaistui | Antalet tredubblades
10-kertainen määrä | En tiofaldig mängd
Kymmenen vuotta sitten | För tio år sedan
Kesto on puolitoista tuntia | Längden är en och en halv timme
Kesto on 1,5 tuntia | Längden är en och en halv timme
Kesto on 30 minuuttia | Längden är en halv timme
Kesto on 24 tuntia | Längden är ett dygn
Voimassa kuukauden | Gäller en månad
Kahden viikon loma | Två veckors semester
Voimassa 12 kk | Gäller i 12 mån.
Matkaa on n. 5 km | Avståndet är ca 5 km
Yli 65-vuotiaat | Personer över 65 år
Alle 18-v. | Under 18 år
Satatuhatta asukasta | 100 000 invånare
Budjetti on 2,3 milj. € | Budgeten är 2,3 mn euro
Budjetti on 5 M€ | Budgeten är 5 miljoner euro
1.–6. luokan oppilaat | Elever i årskurs 1–6
3. krs | 3 vån.
Toisessa kerroksessa | På andra våningen
2. kerros | Andra våningen
Puh. 09 310 5000 | Tfn +358 9 310 5000
Toisen asteen koulutus | Utbildning på andra stadiet
II asteen koulutus | Utbildning på andra stadiet
Kustaa II Aadolf | Gustav II Adolf
asetus (EU) 2016/679 | förordning (EU) 2016/679
Kello puoli kolme | Klockan halv tre
Klo 14.30 | Klockan halv tre
Puoliltapäivin | Klockan 12
Joka toinen viikko | Varannan vecka
Kolmen viime vuoden aikana | Under de tre senaste åren
1/3 kuluista | En tredjedel av kostnaderna
7 pv/vko | 7 dagar i veckan
Palvelu toimii 24/7 | Tjänsten fungerar dygnet runt
Pe 6.3. klo 18 | Fre 6.3 kl. 18
Perjantaina 6. maaliskuuta klo 18 | Fredagen den 6 mars kl. 18
6.3.2026 klo 12 mennessä | Senast kl. 12 den 6 mars 2026
Avoinna 30.6. asti | Öppet till den 30 juni
Hakemus jätetään 30.6. mennessä | Ansökan lämnas före utgången av juni
Voimassa 31.12.2027 asti | Gäller till utgången av 2027
Vuoden 2027 loppuun | Till utgången av 2027
Lämpötila on -10 astetta | Temperaturen är tio minusgrader
Huone on 5 x 5 m | Rummet är 5 × 5 meter
Ala on 5 m² | Ytan är 5 kvadratmeter
Ala on 5 ha | Ytan är fem hektar
Kulutus on 100 kWh | Förbrukningen är 100 kilowattimmar
Nopeus 10 Mbit/s | Hastigheten 10 megabit per sekund
Nopeus 80 km/h | 80 kilometer i timmen
Kaksi (2) hakemusta | Två (2) ansökningar
Kaksi (2) hakemusta | Två ansökningar
Yksi tai useampi hakija | En eller flera sökande
Ensimmäisen kerran | För första gången
Jälkimmäinen puoli | Den andra hälften
Kolmannen sektorin toimijat | Aktörer inom tredje sektorn
Nelipäiväinen tapahtuma | Ett fyra dagar långt evenemang
Viisivuotiskausi | En femårsperiod
Kuusi kaupunkia | Sex städer
16 kaupunkiseutua | Sexton stadsregioner
Kymmeniä yrityksiä | Tiotals företag
Satoja ihmisiä | Hundratals människor
Tuhansia kävijöitä | Tusentals besökare
Miljoonia euroja | Miljoner euro
Noin kymmenkunta hanketta | Ungefär tio projekt
Parikymmentä hanketta | Ett tjugotal projekt
Pari hanketta | Ett par projekt
Parisataa vierasta | Ett par hundra gäster
Viitisenkymmentä vierasta | Ett femtiotal gäster
Vajaat 20 vierasta | Knappt 20 gäster
Neljä kertaa vuodessa | En gång i kvartalet
Kerran viikossa | En gång i veckan
Kahdesti vuodessa | Två gånger om året
Kolmesti viikossa | Tre gånger i veckan
Kaksi viikkoa | 14 dagar
Puoli vuotta | 6 månader
Puolen vuoden ajan | I ett halvår
Vuoden 2026 ensimmäinen neljännes | Första kvartalet 2026
Q1/2026 | Första kvartalet 2026
Lukuvuosi 2026–2027 | Läsåret 2026–27
Vuosina 2021–2027 | 2021–2027
Sivu 3/10 | Sida 3 av 10
3/10 | 3 av 10
Vaihe 2/4: tiedot | Steg 2 av 4: uppgifter
5–10 henkilöä | Fem till tio personer
Ikäraja 18 v. | Åldersgräns 18 år
Liput 5 €/hlö | Biljetter 5 euro per person
Liput 0 € | Biljetter gratis
Maksuton | 0 euro
ALV 25,5 % | Moms 25,5 %
Hinta 10 € (sis. alv 25,5 %) | Pris 10 € (inkl. moms 25,5 %)
Postinumero 00100 Helsinki | Postnummer 00100 Helsingfors
PL 1, 00099 Helsingin kaupunki | PB 1, 00099 Helsingfors stad
Mannerheimintie 5 A 12 | Mannerheimvägen 5 A 12
A-rappu, 2. krs | A-trappan, 2 vån.
Y-tunnus: 0201256-6 | FO-nummer: 0201256-6
Tunnus 12345-A | Kod 12345-A
Versio 2.0.1 | Version 2.0.1
Windows 11 | Windows 11
COVID-19-rokotus | Covid-19-vaccination
Enintään 5 Mt | Högst 5 MB
Tiedoston koko enintään 10 Mt | Filstorlek högst 10 Mb
100 sivua | Hundra sidor
Kahden hengen huone | Dubbelrum
Kolmen hengen huone | Trebäddsrum
Yhden hengen huone | Enkelrum
Kolmivuotinen hanke | Ett treårigt projekt
3-vuotinen hanke | Ett treårigt projekt
Ensi vuonna täyttää 100 vuotta | Fyller hundra år nästa år
100-vuotisjuhla | Hundraårsfest
50-vuotispäivä | 50-årsdag
1. joulukuuta alkaen | Från och med den 1 december
1.12. alkaen | Fr.o.m. 1.12
Keskiviikkona 4.3. | Onsdagen den 4 mars
4.3. klo 9–4.4. klo 16 | Den 4 mars kl. 9 – den 4 april kl. 16
Maanantaisin ja torstaisin | På måndagar och torsdagar
Arkisin klo 8–16 | Vardagar kl. 8–16
Kolme neljästä vastaajasta | Tre av fyra svarande
Joka viides suomalainen | Var femte finländare
20 prosenttia | En femtedel
Viidennes | 20 procent
Kymmenesosa | En tiondel
Kasvoi 1,5-kertaiseksi | Ökade 1,5 gånger
5:nnen luvun | Kapitel 5
§ 5 | 5 §
Liite 2 | Bilaga 2
Taulukko 1 | Tabell 1
Kuva 3. Hanke | Bild 3. Projektet
Kuva: Matti Meri | Foto: Matti Meri
Luvut 1–3 | Kapitel 1–3
Helsinki 6.3.2026 | Helsingfors den 6 mars 2026
Julkaistu 6.3.2026 12.30 | Publicerad 6.3.2026 12:30
Päivitetty 06.03.2026 | Uppdaterad 6.3.2026
2026-03-06 | 6.3.2026
Miljardi euroa | 1 000 miljoner euro
Tuhat euroa | 1 000 euro
Puolitoista miljoonaa | 1,5 miljoner
Puoli miljoonaa | 500 000
Satakunta hakijaa | Omkring hundra sökande
Litran pullo | En flaska på 1 liter
Kello 7:n ja 22:n välillä | Mellan klockan 7 och 22
Kolmivuotinen hanke | Ett projekt på tre år
Viisipäiväinen viikko | Fem dagars vecka
Kaksikielinen kunta | En tvåspråkig kommun
"""
OTHER = """
Auki klo 8.00–16.15 | Öppet kl. 8–16.30
Auki ma–pe klo 9–16 | Öppet mån–tors kl. 9–16
Aika 1.1.–31.12.2026 | Tid 1 januari–30 november 2026
Kurssi 1.–15.6. | Kursen den 1–16 juni
Avoinna touko–syyskuussa | Öppet i april–september
Viikolla 32 tapahtuu | Vecka 33 händer det
0–6-vuotiaat lapset | Barn i åldern 0–7 år
Se rakennettiin 2000-luvulla | Den byggdes på 1900-talet
1990-luvun alussa | I början av 1980-talet
Kaksi kolmasosaa vastasi | Tre fjärdedelar svarade
Kymmenen vuotta sitten | För tjugo år sedan
Kesto on puolitoista tuntia | Längden är två och en halv timme
Kesto on 1,5 tuntia | Längden är 2,5 timmar
Kesto on 30 minuuttia | Längden är 45 minuter
Kesto on 24 tuntia | Längden är 12 timmar
Kahden viikon loma | Tre veckors semester
Voimassa 12 kk | Gäller i 18 mån.
Matkaa on n. 5 km | Avståndet är ca 15 km
Yli 65-vuotiaat | Personer över 63 år
Alle 18-v. | Under 16 år
Satatuhatta asukasta | 200 000 invånare
Budjetti on 2,3 milj. € | Budgeten är 3,2 mn euro
Budjetti on 5 M€ | Budgeten är 5 miljarder euro
1.–6. luokan oppilaat | Elever i årskurs 1–9
Puh. 09 310 5000 | Tfn +358 9 310 5001
asetus (EU) 2016/679 | förordning (EU) 2016/697
5 artiklan 1 kohdan f alakohta | artikel 5.2 f
Klo 14.30 | Kl. 15.30
Kolmen viime vuoden aikana | Under de fyra senaste åren
Pe 6.3. klo 18 | Fre 6.3 kl. 19
Perjantaina 6. maaliskuuta klo 18 | Lördagen den 6 mars kl. 18
6.3.2026 klo 12 mennessä | Senast kl. 12 den 6 maj 2026
Avoinna 30.6. asti | Öppet till den 30 juli
Voimassa 31.12.2027 asti | Gäller till utgången av 2026
Vuoden 2027 loppuun | Till utgången av 2028
Lämpötila on -10 astetta | Temperaturen är 10 grader
Huone on 5 x 5 m | Rummet är 5 × 6 meter
Ala on 5 m² | Ytan är 5 hektar
Kulutus on 100 kWh | Förbrukningen är 100 megawattimmar
Kaksi (2) hakemusta | Tre (3) ansökningar
Nelipäiväinen tapahtuma | Ett fem dagar långt evenemang
Kuusi kaupunkia | Sju städer
16 kaupunkiseutua | Femton stadsregioner
Vajaat 20 vierasta | Knappt 30 gäster
Kaksi viikkoa | Tre veckor
Lukuvuosi 2026–2027 | Läsåret 2025–26
Vuosina 2021–2027 | 2021–2026
5–10 henkilöä | Fem till femton personer
Liput 5 €/hlö | Biljetter 8 euro per person
ALV 25,5 % | Moms 24 %
Postinumero 00100 Helsinki | Postnummer 00200 Helsingfors
PL 1, 00099 Helsingin kaupunki | PB 2, 00099 Helsingfors stad
Mannerheimintie 5 A 12 | Mannerheimvägen 7 A 12
Y-tunnus: 0201256-6 | FO-nummer: 0201265-6
Versio 2.0.1 | Version 2.1.0
Tiedoston koko enintään 10 Mt | Filstorlek högst 20 Mb
100 sivua | Tvåhundra sidor
100-vuotisjuhla | Femtioårsfest
1. joulukuuta alkaen | Från och med den 1 november
Maanantaisin ja torstaisin | På måndagar och fredagar
Kolme neljästä vastaajasta | Tre av fem svarande
Kasvoi 1,5-kertaiseksi | Ökade 2,5 gånger
Liite 2 | Bilaga 3
Taulukko 1 | Tabell 2
Luvut 1–3 | Kapitel 1–4
Helsinki 6.3.2026 | Helsingfors den 6 mars 2025
Päivitetty 06.03.2026 | Uppdaterad 3.6.2026
Miljardi euroa | 1 000 euro
Puolitoista miljoonaa | 2,5 miljoner
Tunti | Två timmar
Viimeiset 3 vuotta | De 5 senaste åren
Kello kahdeksan | Klockan nio
Aamukahdeksalta | Klockan sju
10 senttiä | 10 euro
20 000 kruunua | 20 000 euro
5 prosenttiyksikköä | 5 procent
5 prosenttia | 5 promille
nro 5 | nr 6
EN 1591 | EN 1592
lähes 40 maata | nästan 50 länder
Kolmivuotinen hanke | Ett tvåårigt projekt
Kahdesti vuodessa | Tre gånger om året
"""
BOTH_WAYS = pytest.mark.parametrize("langs", [("fi", "sv"), ("sv", "fi")])


def rows_of(pairs: str, langs: tuple[str, str]) -> list[tuple[str, str]]:
    rows = [line.split(" | ") for line in pairs.strip().splitlines()]
    return [(fi, sv) if langs[0] == "fi" else (sv, fi) for fi, sv in rows]


@BOTH_WAYS
def test_values_said_in_other_ways_are_silent(langs: tuple[str, str]) -> None:
    rows = rows_of(SAME, langs)
    told = [
        (finding.rule, rows[int(finding.unit)])
        for finding in findings(*rows, langs=langs)
        if finding.severity is not Severity.INFO and finding.unit is not None
    ]
    assert not told


@BOTH_WAYS
def test_other_values_are_told(langs: tuple[str, str]) -> None:
    rows = rows_of(OTHER, langs)
    told = {
        int(finding.unit)
        for finding in findings(*rows, langs=langs)
        if finding.unit is not None and finding.rule.endswith("mismatch")
    }
    assert [row for number, row in enumerate(rows) if number not in told] == []
