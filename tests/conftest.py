"""A repository as a municipality might have it: 300 interface texts and 40 pages, in both languages."""

import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

VERBS = (
    ("Lisää", "Lägg till"),
    ("Poista", "Ta bort"),
    ("Valitse", "Välj"),
    ("Tallenna", "Spara"),
    ("Avaa", "Öppna"),
    ("Sulje", "Stäng"),
    ("Kopioi", "Kopiera"),
    ("Lataa", "Ladda ner"),
    ("Lähetä", "Skicka"),
    ("Tulosta", "Skriv ut"),
    ("Jaa", "Dela"),
    ("Hyväksy", "Godkänn"),
)
OBJECTS = (
    ("tiedosto", "filen"),
    ("lomake", "blanketten"),
    ("hakemus", "ansökan"),
    ("liite", "bilagan"),
    ("kuva", "bilden"),
    ("viesti", "meddelandet"),
    ("luettelo", "listan"),
    ("raportti", "rapporten"),
    ("kartta", "kartan"),
    ("kalenteri", "kalendern"),
    ("lasku", "fakturan"),
    ("todistus", "intyget"),
    ("päätös", "beslutet"),
    ("sopimus", "avtalet"),
    ("esite", "broschyren"),
    ("ohje", "anvisningen"),
    ("taulukko", "tabellen"),
    ("video", "videon"),
    ("äänite", "inspelningen"),
    ("arkisto", "arkivet"),
    ("kansio", "mappen"),
    ("linkki", "länken"),
    ("kysely", "enkäten"),
    ("vastaus", "svaret"),
    ("muistio", "promemorian"),
)
PLACES = (
    ("kirjasto", "Kirjasto", "Biblioteket", "öppet"),
    ("uimahalli", "Uimahalli", "Simhallen", "öppen"),
    ("museo", "Museo", "Museet", "öppet"),
    ("nuorisotila", "Nuorisotila", "Ungdomsgården", "öppen"),
    ("terveysasema", "Terveysasema", "Hälsostationen", "öppen"),
    ("neuvola", "Neuvola", "Rådgivningen", "öppen"),
    ("jäteasema", "Jäteasema", "Avfallsstationen", "öppen"),
    ("teatteri", "Teatteri", "Teatern", "öppen"),
    ("jäähalli", "Jäähalli", "Ishallen", "öppen"),
    ("satama", "Satama", "Hamnen", "öppen"),
)
SERVICES = (
    ("varaukset", "varaukset", "bokningar"),
    ("hinnat", "hinnat", "priser"),
    ("yhteystiedot", "yhteystiedot", "kontaktuppgifter"),
    ("kysymykset", "kysymykset", "frågor"),
)
MONTHS = ("januari", "mars", "april", "juni", "augusti", "oktober")
NUMBERS = (1, 3, 4, 6, 8, 10)
SENTENCES = (
    (
        "Palvelu on maksuton kaikille kunnan asukkaille.",
        "Tjänsten är avgiftsfri för alla invånare i kommunen.",
    ),
    (
        "Vuonna {year} palvelua käytti {many} asukasta.",
        "År {year} användes tjänsten av {many} invånare.",
    ),
    (
        "Hakemus lähetetään sähköisesti viimeistään {day}.{number}.{year}.",
        "Ansökan skickas elektroniskt senast den {day} {month} {year}.",
    ),
    ("Päätös tehdään {few} viikon kuluessa.", "Beslutet fattas inom {few} veckor."),
    ("Lisätietoja antaa kunnan asiakaspalvelu.", "Kommunens kundtjänst ger mer information."),
    (
        "Tilat ovat esteettömät, ja pysäköinti on ilmaista.",
        "Lokalerna är tillgängliga och parkeringen är gratis.",
    ),
    (
        "Palautetta voi antaa verkossa tai paikan päällä.",
        "Respons kan ges på webben eller på plats.",
    ),
    (
        "Ryhmään mahtuu enintään {some} osallistujaa.",
        "Gruppen har plats för högst {some} deltagare.",
    ),
    (
        "Maksun voi suorittaa kortilla tai laskulla.",
        "Avgiften kan betalas med kort eller mot faktura.",
    ),
    (
        "Kurssi kestää {few} tuntia, ja sen järjestää kansalaisopisto.",
        "Kursen är {few} timmar lång och ordnas av medborgarinstitutet.",
    ),
    (
        "Tarkista aukioloajat ennen saapumistasi.",
        "Kontrollera öppettiderna innan du kommer.",
    ),
)
GLOSSARY = """concept,lang,term
hakemus,fi,hakemus
hakemus,sv,ansökan
paatos,fi,päätös
paatos,sv,beslut
sopimus,fi,sopimus
sopimus,sv,avtal
asukas,fi,asukas
asukas,sv,invånare
asiakaspalvelu,fi,asiakaspalvelu
asiakaspalvelu,sv,kundtjänst
"""
PAGE = """<!DOCTYPE html>
<html lang="{lang}">
<head>
<meta charset="utf-8">
<title>{title}</title>
</head>
<body>
<main>
<h1>{title}</h1>
<p>{opening}</p>
{paragraphs}
</main>
</body>
</html>
"""


def git(folder: Path, *command: str) -> None:
    identity = ("-c", "user.name=T", "-c", "user.email=t@example.org")
    environment = {k: v for k, v in os.environ.items() if not k.startswith("GIT_")}
    subprocess.run(
        ["git", *identity, "-c", "init.defaultBranch=main", *command],
        cwd=folder,
        check=True,
        capture_output=True,
        env=environment,
    )


def catalogue() -> str:
    entries = [
        'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n"Language: sv\\n"\n'
    ]
    for verb, swedish in VERBS:
        for thing, sak in OBJECTS:
            entries.append(f'msgid "{verb} {thing}"\nmsgstr "{swedish} {sak}"\n')
    return "\n".join(entries)


def pages(number: int) -> tuple[str, str, str]:
    """Return the name of a page and its Finnish and Swedish texts."""
    slug, place, platsen, is_open = PLACES[number % 10]
    part, osa, del_ = SERVICES[number // 10]
    values = {
        "year": 2015 + number % 9,
        "many": 1200 + 37 * number,
        "day": 2 + number % 26,
        "number": NUMBERS[number % 6],
        "month": MONTHS[number % 6],
        "few": 2 + number % 5,
        "some": 11 + number,
    }
    chosen = [SENTENCES[(number * 3 + step) % len(SENTENCES)] for step in range(6)]
    hours = {"a": 8 + number % 3, "b": 15 + number % 5}
    titles = (f"{place}: {osa}", f"{platsen}: {del_}")
    openings = (
        "{place} on avoinna arkisin klo {a}–{b}.".format(place=place, **hours),
        "{platsen} är {is_open} vardagar kl. {a}–{b}.".format(
            platsen=platsen, is_open=is_open, **hours
        ),
    )
    texts = []
    for side, lang in enumerate(("fi", "sv")):
        paragraphs = "\n".join(f"<p>{pair[side].format(**values)}</p>" for pair in chosen)
        texts.append(
            PAGE.format(
                lang=lang, title=titles[side], opening=openings[side], paragraphs=paragraphs
            )
        )
    return f"{slug}-{part}.html", texts[0], texts[1]


def build(root: Path) -> None:
    (root / "locale").mkdir(parents=True)
    (root / "locale" / "sv.po").write_text(catalogue(), encoding="utf-8")
    (root / "glossary").mkdir()
    (root / "glossary" / "termit.csv").write_text(GLOSSARY, encoding="utf-8")
    for lang in ("fi", "sv"):
        (root / "sivut" / lang).mkdir(parents=True)
    for number in range(40):
        name, *texts = pages(number)
        for lang, text in zip(("fi", "sv"), texts, strict=True):
            (root / "sivut" / lang / name).write_text(text, encoding="utf-8")
    git(root, "init")
    git(root, "add", ".")
    git(root, "commit", "-m", "content")


@pytest.fixture(scope="session")
def cache_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a cache directory that the tests share, apart from the user's own."""
    return tmp_path_factory.mktemp("cache")


@pytest.fixture(scope="session")
def build_municipality() -> Callable[[Path], None]:
    """Return what makes a git repository of 300 PO units and 40 page pairs, not configured."""
    return build


@pytest.fixture(scope="session")
def commit() -> Callable[[Path, str], None]:
    """Return a function that commits everything in a repository."""

    def all_of(root: Path, message: str) -> None:
        git(root, "add", ".")
        git(root, "commit", "-m", message)

    return all_of
