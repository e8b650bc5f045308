"""A small bilingual site with defects, as a run would report it, page by page."""

from report_builder import Page, Site

from kielipari.model import BlockKind, Message, Origin, Region, Relation, Severity, TermCount

K = BlockKind


def home(site: Site) -> None:
    fi = (
        Page("site/fi/index.html", "fi")
        .add("title", K.TITLE, "Innokaupungit – etusivu", region=Region.HEAD)
        .add("desc", K.DESCRIPTION, "Kaupungit kehittävät yhdessä.", region=Region.HEAD)
        .add("nav1", K.LINK, "Teemat", region=Region.NAVIGATION)
        .add("h", K.HEADING, "Kaupungit uudistavat yhdessä", level=1)
        .add(
            "lead",
            K.PARAGRAPH,
            "Innokaupungit ovat 16 kaupunkiseudun verkosto.",
            "Valtio ja kaupungit solmivat ekosysteemisopimukset vuonna 2021.",
            "Toimintaa rahoitetaan vuoteen 2027 asti.",
        )
        .add("h2", K.HEADING, "Miten mukaan?", level=2)
        .add(
            "join",
            K.PARAGRAPH,
            "Yritys voi ehdottaa kokeilua oman kaupunkiseutunsa yhteyshenkilölle.",
            "Vastaamme kahden viikon kuluessa.",
        )
        .add("li1", K.LIST_ITEM, "Ota yhteyttä kaupunkiin.")
        .add("li2", K.LIST_ITEM, "Kerro, mitä haluat kokeilla.")
        .add("li3", K.LIST_ITEM, "Sovimme aikataulusta yhdessä.")
        .add("foot", K.PARAGRAPH, "Innokaupunkien toimisto, Tampere", region=Region.FOOTER)
    )
    sv = (
        Page("site/sv/index.html", "sv")
        .add("title", K.TITLE, "Innokaupungit – etusivu", region=Region.HEAD)
        .add("desc", K.DESCRIPTION, "Städerna utvecklar tillsammans.", region=Region.HEAD)
        .add("skip", K.LINK, "Skip to content", region=Region.NAVIGATION)
        .add("nav1", K.LINK, "Teman", region=Region.NAVIGATION)
        .add("h", K.HEADING, "Städerna förnyar tillsammans", level=1)
        .add(
            "lead",
            K.PARAGRAPH,
            "Innostäderna är ett nätverk av 19 stadsregioner.",
            "Staten och städerna ingick ekosystemkontrakten år 2021.",
            "Verksamheten finansieras fram till år 2027.",
        )
        .add("h2", K.HEADING, "Hur kommer man med?", level=2)
        .add(
            "join",
            K.PARAGRAPH,
            "Ett företag kan föreslå ett försök för stadsregionens kontaktperson.",
        )
        .add("li1", K.LIST_ITEM, "Kontakta staden.")
        .add("li2", K.LIST_ITEM, "Kerro, mitä haluat kokeilla.")
        .add("li3", K.LIST_ITEM, "Vi kommer överens om tidtabellen.")
        .add("foot", K.PARAGRAPH, "Innostädernas byrå, Tammerfors", region=Region.FOOTER)
    )
    pair = site.pair(
        fi,
        sv,
        "title.0-title.0 desc.0-desc.0 -skip.0 nav1.0-nav1.0 h.0-h.0 lead.0-lead.0 lead.1-lead.1"
        " lead.2-lead.2 h2.0-h2.0 join.0-join.0 join.1- li1.0-li1.0 li2.0-li2.0 li3.0-li3.0"
        " foot.0-foot.0",
        coverage=0.94,
        terms=(
            TermCount("innokaupunki", 3, 2, "Innokaupunki", "Innostad"),
            TermCount("ekosysteemisopimus", 1, 0, "ekosysteemisopimus", "ekosystemavtal"),
            TermCount("kaupunkiseutu", 2, 2, "kaupunkiseutu", "stadsregion"),
        ),
        hits=(
            (
                "source",
                fi.hits(
                    {
                        "Innokaupungit": ("innokaupunki", ("Innostad", "Innostäder")),
                        "kaupunkiseudun": ("kaupunkiseutu", ("stadsregion",)),
                        "kaupunkiseutunsa": ("kaupunkiseutu", ("stadsregion",)),
                        "ekosysteemisopimukset": ("ekosysteemisopimus", ("ekosystemavtal",)),
                    }
                ),
            ),
            (
                "target",
                sv.hits(
                    {
                        "Innostäderna": ("innokaupunki", ("Innokaupunki",)),
                        "stadsregioner": ("kaupunkiseutu", ("kaupunkiseutu",)),
                        "stadsregionens": ("kaupunkiseutu", ("kaupunkiseutu",)),
                    }
                ),
            ),
        ),
    )
    site.find(
        pair,
        "untranslated-metadata",
        Severity.WARNING,
        fi.side("title.0"),
        sv.side("title.0"),
        kind="title",
        found="fi",
        expected="sv",
    )
    site.find(
        pair, "wrong-language", Severity.ERROR, None, sv.side("skip.0"), found="en", expected="sv"
    )
    site.find(
        pair,
        "number-mismatch",
        Severity.ERROR,
        fi.side("lead.0", "16"),
        sv.side("lead.0", "19"),
        source_value="16",
        target_value="19",
    )
    site.find(
        pair,
        "term-not-used",
        Severity.ERROR,
        fi.side("lead.1", "ekosysteemisopimukset"),
        sv.side("lead.1", "ekosystemkontrakten"),
        suggestion=Message.of("use-term", terms=("ekosystemavtal",)),
        concept="ekosysteemisopimus",
        form="ekosysteemisopimukset",
        language="sv",
        terms=("ekosystemavtal",),
        instead="ekosystemkontrakten",
    )
    site.find(
        pair,
        "missing-sentence",
        Severity.ERROR,
        fi.side("join.1"),
        text="Vastaamme kahden viikon kuluessa.",
        after="Ett företag kan föreslå ett försök för stadsregionens kontaktperson.",
    )
    site.find(
        pair,
        "wrong-language",
        Severity.ERROR,
        fi.side("li2.0"),
        sv.side("li2.0"),
        found="fi",
        expected="sv",
    )


def themes(site: Site) -> None:
    fi = (
        Page("site/fi/teemat.html", "fi")
        .add("title", K.TITLE, "Teemat", region=Region.HEAD)
        .add("h", K.HEADING, "Kolme teemaa", level=1)
        .add(
            "p",
            K.PARAGRAPH,
            "Hankkeet edistävät kestävää siirtymää.",
            "Rahoitus on 2,5 miljoonaa euroa.",
        )
        .add("h2", K.HEADING, "Terveys ja hyvinvointi", level=2)
        .add("p2", K.PARAGRAPH, "Kaupungit kokeilevat kotona asumisen tukea.")
        .add("h3", K.HEADING, "Digitalisaatio", level=2)
        .add("p3", K.PARAGRAPH, "Uudet teknologiat otetaan käyttöön kouluissa.")
        .add("img", K.ALT, "Nainen ohjaa robottia verstaassa")
    )
    sv = (
        Page("site/sv/teman.html", "sv")
        .add("title", K.TITLE, "Teman", region=Region.HEAD)
        .add("h", K.HEADING, "Tre teman", level=1)
        .add(
            "p",
            K.PARAGRAPH,
            "Projekten främjar hållbar omställning.",
            "Finansieringen är 2 500 000 euro.",
        )
        .add("h3", K.HEADING, "Digitalisering", level=2)
        .add("p3", K.PARAGRAPH, "Ny teknik tas i bruk i skolorna.")
        .add("img", K.ALT, "En kvinna styr en robot i verkstaden")
        .add("extra", K.PARAGRAPH, "Anmäl dig till vårt nyhetsbrev!")
    )
    pair = site.pair(
        fi,
        sv,
        "title.0-title.0 h.0-h.0 p.0-p.0 p.1-p.1 h2.0- p2.0- h3.0-h3.0 p3.0-p3.0 img.0-img.0 -extra.0",
        coverage=0.78,
        terms=(TermCount("kestava-siirtyma", 1, 1, "kestävä siirtymä", "hållbar omställning"),),
    )
    site.find(
        pair,
        "missing-section",
        Severity.ERROR,
        fi.side("h2.0"),
        heading="Terveys ja hyvinvointi",
        after="Tre teman",
    )
    site.find(
        pair,
        "extra-content",
        Severity.WARNING,
        None,
        sv.side("extra.0"),
        text="Anmäl dig till vårt nyhetsbrev!",
    )


def about(site: Site) -> None:
    fi = (
        Page("site/fi/mista-on-kyse.html", "fi")
        .add("h", K.HEADING, "Mistä on kyse?", level=1)
        .add("p", K.PARAGRAPH, "Innokaupungit kokoavat tutkijat ja yritykset samaan pöytään.")
        .add("p2", K.PARAGRAPH, "Maakunnan liitto välittää rahoituksen.")
    )
    sv = (
        Page("site/sv/vad-handlar-det-om.html", "sv")
        .add("h", K.HEADING, "Vad handlar Innostäderna om?", level=1)
        .add(
            "p", K.PARAGRAPH, "Universiteten och företagen i Innostäderna söker nya lösningar ihop."
        )
    )
    pair = site.pair(
        fi,
        sv,
        "h.0-h.0 p.0- p2.0- -p.0",
        relation=Relation.COMPARABLE,
        coverage=0.31,
        terms=(
            TermCount("innokaupunki", 1, 2, "Innokaupunki", "Innostad"),
            TermCount("yliopistokaupunki", 0, 1, "yliopistokaupunki", "universitetsstad"),
            TermCount("maakunnan-liitto", 1, 0, "maakunnan liitto", "landskapsförbund"),
        ),
        hits=(("source", fi.hits({"Innokaupungit": ("innokaupunki", ("Innostad",))})),),
    )
    site.find(
        pair, "hreflang", Severity.WARNING, None, sv.side("h.0"), href="/fi/mista-on-kyse.html"
    )


def pages_without_counterpart(site: Site) -> None:
    for name, title in (("saavutettavuus", "Saavutettavuusseloste"), ("medialle", "Medialle")):
        page = Page(f"site/fi/{name}.html", "fi").add("h", K.HEADING, title, level=1)
        page.add("p", K.PARAGRAPH, "Tämä sivu on olemassa vain suomeksi.")
        pair = site.pair(page, None, relation=None)
        site.find(
            pair, "missing-page", Severity.ERROR, page.side("h.0"), title=title, language="sv"
        )


def interface(site: Site) -> None:
    uri = "site/ui/sv.po"
    fi = (
        Page(uri, "fi")
        .add("1", K.ENTRY, "Lähetä")
        .add("2", K.ENTRY, "Hae kaupunkia")
        .add("3", K.ENTRY, "Sulje")
    )
    sv = (
        Page(uri, "sv")
        .add("1", K.ENTRY, "Skicka")
        .add("2", K.ENTRY, "Hae kaupunkia")
        .add("3", K.ENTRY, "Stäng")
    )
    pair = site.pair(
        fi,
        sv,
        "1.0-1.0 2.0-2.0 3.0-3.0",
        relation=None,
        origin=Origin.ENTRY,
        keys=("send", "search", "close"),
    )
    site.find(
        pair, "copied-source", Severity.ERROR, fi.side("2.0"), sv.side("2.0"), text="Hae kaupunkia"
    )


PAGES = (home, themes, about, pages_without_counterpart, interface)
