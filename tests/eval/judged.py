"""Findings in the shared clean texts that were read and judged real: how the text begins, and why.

The news were translated into both languages from English, so the two differ here and there.
"""

REAL = {
    "law": {
        "Oikeusministeriön päätöksen mukaisesti säädetään": "act 917/2004 for 917/2014",
        "Tietosuojavaltuutetun toimisto perii": "act 917/2004 for 917/2014",
        "14) maataloustoiminnalla maatilalla": "regulation 2021/2115, 2021/2015",
    },
    "news": {
        "Kansas Cityn, Missourin ja Omahan": "20 degrees, ten degrees",
        "Yli kolme kuukautta heinäkuussa": "July, June",
        "Hän huomautti Kimin olevan": "July, June",
        "Sturridge sai syötön": "27 yards, 30 metres",
        "Lokakuun alusta odotetaan": "26 degrees, 30 degrees",
        "New Yorkissa lämpötila": "26 and 4 degrees, 27 and five",
        "Yli 20 miljoonaa katsoi": "Tuesday, Thursday",
        "Nielsen kertoi CBS:llä": "89 million, 2.89 million",
        "Phoenixin valtakunnallinen": "300 km, 320 km",
        "Muilla lounaisaavikon": "millilitres for millimetres",
        "Asejoukot tulittivat": "300, 600",
        "Washingtonin oikeakätisellä": "220, 200",
    },
}
