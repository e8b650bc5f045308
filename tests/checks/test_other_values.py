"""Values that differ, in the many ways that Finnish and Swedish texts write them: each pair is told."""

import pytest
from file_of_units import findings

# One pair a line, Finnish and Swedish.
PAIRS = """
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
ROWS = [tuple(line.split(" | ")) for line in PAIRS.strip().splitlines()]


@pytest.mark.parametrize("langs", [("fi", "sv"), ("sv", "fi")])
def test_other_values_are_told(langs: tuple[str, str]) -> None:
    rows = [(fi, sv) if langs[0] == "fi" else (sv, fi) for fi, sv in ROWS]
    told = {
        int(finding.unit)
        for finding in findings(*rows, langs=langs)
        if finding.unit is not None and finding.rule.endswith("mismatch")
    }
    assert [row for number, row in enumerate(rows) if number not in told] == []
