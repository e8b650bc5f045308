"""Which pages are each other's versions, from declared pairs to what the pages say."""

from collections.abc import Callable, Sequence

import pytest

from kielipari import align
from kielipari.model import Document, Pair, Parity
from kielipari.site.addresses import join, normal
from kielipari.site.pairing import pair_documents
from kielipari.site.paths import language_in_path
from kielipari.site.plain_language import is_plain, is_plain_address
from kielipari.site.said import Said, of_headers, with_said
from kielipari.site.similar import DOUBTFUL, similar
from kielipari.site.survey import survey

Page = Callable[..., Document]
BASE = "https://kunta.example"


def pairs(sources: Sequence[Document], targets: Sequence[Document], **more: object) -> list[Pair]:
    facts = survey([*sources, *targets])
    found = pair_documents(
        sources, targets, source_lang="fi", target_lang="sv", facts=facts, **more
    )
    return list(found)


def as_paths(found: list[Pair]) -> dict[tuple[str | None, str | None], str]:
    return {
        (
            p.source_uri and p.source_uri.removeprefix(BASE),
            p.target_uri and p.target_uri.removeprefix(BASE),
        ): p.found_by
        for p in found
    }


def alternate(lang: str, href: str) -> str:
    return f'<link rel="alternate" hreflang="{lang}" href="{href}">'


def switcher(lang: str, href: str) -> str:
    label = {"sv": "På svenska", "fi": "Suomeksi"}[lang]
    return f'<p>Teksti.</p><ul class="kielivalinta"><li><a href="{href}">{label}</a></li></ul>'


def test_hreflang_finds_translated_addresses_absolute_and_relative(page: Page) -> None:
    fi = [
        page(f"{BASE}/fi/kirjasto", "fi", head=alternate("sv-FI", f"{BASE}/sv/bibliotek")),
        page(f"{BASE}/fi/uimahalli", "fi", head=alternate("sv", "/sv/simhall/")),
    ]
    sv = [
        page(f"{BASE}/sv/bibliotek/", "sv", head=alternate("fi", f"{BASE}/fi/kirjasto/")),
        page(f"{BASE}/sv/simhall", "sv"),
    ]
    found = pairs(fi, sv)
    assert as_paths(found) == {
        ("/fi/kirjasto", "/sv/bibliotek/"): "hreflang",
        ("/fi/uimahalli", "/sv/simhall"): "hreflang",
    }
    assert found[0].confidence > found[1].confidence  # what both say is surer


def test_a_front_page_that_every_page_names_is_nobodys_counterpart(page: Page) -> None:
    fi = [page(f"{BASE}/fi/{name}", "fi", switcher("sv", "/sv/")) for name in ("aa", "bb", "cc")]
    sv = [page(f"{BASE}/sv/", "sv", switcher("fi", "/fi/"))]
    assert {by for pair, by in as_paths(pairs(fi, sv)).items() if all(pair)} == set()


def test_the_language_switcher_leads_to_the_counterpart(page: Page) -> None:
    fi = [page(f"{BASE}/fi/kirjasto", "fi", switcher("sv", "/sv/bibliotek"))]
    sv = [page(f"{BASE}/sv/bibliotek", "sv", switcher("fi", "/fi/kirjasto"))]
    assert as_paths(pairs(fi, sv)) == {("/fi/kirjasto", "/sv/bibliotek"): "switcher"}


@pytest.mark.parametrize(
    ("source", "target"),
    [
        (f"{BASE}/fi/kirjasto", f"{BASE}/sv/kirjasto"),
        (f"{BASE}/kirjasto", f"{BASE}/sv/kirjasto"),
        (f"{BASE}/", f"{BASE}/sv/"),
        (f"{BASE}/sivu?id=3&lang=fi", f"{BASE}/sivu?id=3&lang=sv"),
        ("https://fi.kunta.example/a", "https://sv.kunta.example/a"),
        ("sivut/kirjasto.fi.html", "sivut/kirjasto.sv.html"),
        ("sivut/fi/kirjasto.html", "sivut/sv/kirjasto.html"),
    ],
)
def test_addresses_that_differ_in_the_language(page: Page, source: str, target: str) -> None:
    (found,) = pairs([page(source, "fi")], [page(target, "sv")])
    assert (found.found_by, found.target_uri) == ("path", target)


def test_a_number_in_translated_addresses(page: Page) -> None:
    fi = [page(f"{BASE}/fi/uutiset/{n}-kirjasto-avataan", "fi") for n in (1017, 1018)]
    sv = [page(f"{BASE}/sv/nyheter/{n}-biblioteket-oppnar", "sv") for n in (1018, 1019)]
    found = as_paths(pairs(fi, sv))
    both = {key for key in found if all(key)}
    assert both == {("/fi/uutiset/1018-kirjasto-avataan", "/sv/nyheter/1018-biblioteket-oppnar")}


def test_declared_pairs_go_first_and_carry_their_parity(page: Page) -> None:
    fi = [page(f"{BASE}/fi/talo", "fi", head=alternate("sv", f"{BASE}/sv/hus"))]
    sv = [page(f"{BASE}/sv/hus", "sv"), page(f"{BASE}/sv/gard", "sv")]
    declared = {(f"{BASE}/fi/talo/", f"{BASE}/sv/gard"): Parity.ABRIDGED}
    found = pairs(fi, sv, declared=declared)
    assert as_paths(found)["/fi/talo", "/sv/gard"] == "declared"
    assert found[0].parity is Parity.ABRIDGED


FI = {
    "kirjasto": "Kirjasto on auki maanantaista perjantaihin kello 9–19. Kirjaston puhelin on 09 1234.",
    "uimahalli": "Uimahalli on suljettu kesäkuussa 2026. Aikuisen lippu maksaa 7,50 euroa.",
    "museo": "Museossa on näyttely Vaasan historiasta vuosilta 1606–1852. Opas on Anna Nyman.",
    "paivakoti": "Päiväkotiin haetaan sähköisesti. Hakemus jätetään neljä kuukautta aikaisemmin.",
}
SV = {
    "bibliotek": "Biblioteket är öppet måndag till fredag kl. 9–19. Bibliotekets telefon är 09 1234.",
    "simhall": "Simhallen är stängd i juni 2026. En biljett för vuxna kostar 7,50 euro.",
    "museum": "På museet visas en utställning om Vasas historia 1606–1852. Guide är Anna Nyman.",
    "hamn": "I hamnen finns platser för båtar. Avgiften betalas på hösten.",
}


def test_the_rest_is_paired_by_what_it_says_and_nothing_is_forced(page: Page) -> None:
    fi = [page(f"{BASE}/fi/{name}", "fi", f"<main><p>{t}</p></main>") for name, t in FI.items()]
    sv = [page(f"{BASE}/sv/{name}", "sv", f"<main><p>{t}</p></main>") for name, t in SV.items()]
    resources = align.load_resources("fi", "sv")
    found = pairs(fi, sv, similar=lambda one, other, _: similar(one, other, resources))
    named = as_paths(found)
    assert named["/fi/uimahalli", "/sv/simhall"] == "content"
    assert named["/fi/museo", "/sv/museum"] == "content"
    assert named["/fi/kirjasto", "/sv/bibliotek"] == "content"
    doubtful = [p for p in found if p.found_by == "content" and p.confidence < DOUBTFUL]
    assert all(
        p.found_by == "none" or p in doubtful
        for p in found
        if p.source_uri and p.source_uri.endswith("paivakoti")
    )


_SUBJECTS = (
    ("kirjasto", "Kirjasto ja lainaaminen: kirjaston aineisto lainataan kirjastokortilla.",
     "bibliotek", "Biblioteket och lån: bibliotekets material lånas med bibliotekskort."),
    ("uimahalli", "Uimahalli on suljettu kesällä; uintikoulu alkaa syyskuussa.",
     "simhall", "Simhallen är stängd på sommaren; simskolan börjar i september."),
    ("jatteet", "Jätteet ja kierrätys: biojäte, lasi ja metalli viedään keräyspisteeseen.",
     "avfall", "Avfall och återvinning: bioavfall, glas och metall förs till insamlingsstället."),
    ("paivahoito", "Päivähoito: lapsen hakemus päiväkotiin tehdään neljä kuukautta ennen.",
     "dagvard", "Dagvård: ansökan om barnets plats i daghem görs fyra månader i förväg."),
    ("vesi", "Vesi ja viemäri: vesimittari luetaan kerran vuodessa.",
     "vatten", "Vatten och avlopp: vattenmätaren läses av en gång om året."),
    ("vaalit", "Vaalit: ennakkoäänestys järjestetään kaupungintalolla.",
     "val", "Val: förhandsröstningen ordnas i stadshuset."),
)  # fmt: skip


def test_a_switcher_of_one_page_yields_to_what_the_pages_say(page: Page) -> None:
    resources = align.load_resources("fi", "sv")
    fi, sv = [], []
    for number, (name, here, other, there) in enumerate(_SUBJECTS):
        leads = switcher("sv", f"/sv/{_SUBJECTS[1][2]}") if not number else ""
        fi.append(page(f"{BASE}/fi/{name}", "fi", f"<main><p>{here}</p></main>{leads}"))
        if number != 1:
            sv.append(page(f"{BASE}/sv/{other}", "sv", f"<main><p>{there}</p></main>"))
    sv.append(page(f"{BASE}/sv/simhall", "sv", "<main><p>Simhallen och simskolan.</p></main>"))
    found = pairs(fi, sv, similar=lambda one, other, _: similar(one, other, resources))
    assert as_paths(found)["/fi/kirjasto", "/sv/bibliotek"] == "content"


def test_a_switcher_of_one_page_is_believed_where_nothing_speaks_against_it(page: Page) -> None:
    resources = align.load_resources("fi", "sv")
    fi = [page(f"{BASE}/fi/kirjasto", "fi", switcher("sv", "/sv/bibliotek"))]
    sv = [page(f"{BASE}/sv/bibliotek", "sv"), page(f"{BASE}/sv/annat", "sv")]
    found = pairs(fi, sv, similar=lambda one, other, _: similar(one, other, resources))
    assert as_paths(found)["/fi/kirjasto", "/sv/bibliotek"] == "switcher"


def test_plain_language_is_recognised_and_paired_with_its_like_only(page: Page) -> None:
    fi = [
        page(f"{BASE}/fi/selkosuomi/tuki", "fi", head=alternate("sv", f"{BASE}/sv/stod")),
        page(f"{BASE}/fi/tuki", "fi", head=alternate("sv", f"{BASE}/sv/stod")),
    ]
    sv = [
        page(f"{BASE}/sv/stod", "sv", head=alternate("fi", f"{BASE}/fi/selkosuomi/tuki")),
        page(f"{BASE}/sv/lattlast/stod", "sv"),
    ]
    found = pairs(fi, sv)
    named = as_paths(found)
    assert ("/fi/tuki", "/sv/stod") in named
    assert ("/fi/selkosuomi/tuki", "/sv/stod") not in named
    alone = next(p for p in found if p.source_uri == f"{BASE}/fi/selkosuomi/tuki")
    assert (alone.found_by, alone.parity) == ("plain-language", Parity.POINTER)


@pytest.mark.parametrize(
    ("path", "plain"),
    [
        ("/fi/selkosuomi/", True),
        ("/fi/selkokielella", True),
        ("/sv/lattlast/hjalp", True),
        ("/sv/latt-svenska", True),
        ("/fi/selkoseudut", False),
        ("/sv/lattheten", False),
        ("/fi/kaupungit.html", False),
    ],
)
def test_plain_language_in_an_address(path: str, *, plain: bool) -> None:
    assert is_plain_address(BASE + path) == plain


def test_plain_language_in_the_tag_and_in_the_title(page: Page) -> None:
    assert is_plain(page("a.html", "fi-x-selko"))
    assert is_plain(page("b.html", "fi", head="<title>Tuki selkokielellä</title>"))
    assert is_plain(page("c.html", "sv", "<h1>Lättläst: stöd</h1>"))
    assert not is_plain(page("d.html", "fi", "<h1>Selkokielen keskus neuvoo</h1>"))


def test_headers_of_the_server_name_versions_charset_and_date(page: Page) -> None:
    said = of_headers(
        [
            ("Content-Type", 'text/html; charset="ISO-8859-1"'),
            ("Link", '</sv/a>; rel="alternate"; hreflang="sv", </fi/a>; rel=canonical'),
            ("Last-Modified", "Sun, 03 May 2026 10:00:00 GMT"),
        ]
    )
    assert (said.encoding, said.modified, said.canonical) == ("ISO-8859-1", "2026-05-03", "/fi/a")
    fi = with_said(page(f"{BASE}/fi/a", "fi"), said)
    assert as_paths(pairs([fi], [page(f"{BASE}/sv/a", "sv")])) == {("/fi/a", "/sv/a"): "hreflang"}


@pytest.mark.parametrize(
    "value", ["", "<", "<a>; rel", "x" * 100_000, "<a>;" * 20_000, '<a>; a="' * 9]
)
def test_odd_headers_say_nothing_and_take_no_time(value: str) -> None:
    assert of_headers([("Link", value), ("Last-Modified", value)]).alternates == ()


def test_a_redirect_leads_to_the_page(page: Page) -> None:
    fi = page(f"{BASE}/fi/a", "fi", head=alternate("sv", f"{BASE}/sv/gammal"))
    sv = with_said(page(f"{BASE}/sv/ny", "sv"), Said(aliases=(f"{BASE}/sv/gammal",)))
    assert as_paths(pairs([fi], [sv])) == {("/fi/a", "/sv/ny"): "hreflang"}


def test_saved_pages_are_found_by_where_they_were_saved_from(page: Page) -> None:
    note = "<!-- saved from url=(0027)https://kunta.example/{}/ --><p>Text.</p>"
    fi = page(
        "tallennettu/Tuki.html", "fi", note.format("fi/tuki"), alternate("sv", f"{BASE}/sv/stod")
    )
    sv = page("tallennettu/Stöd.html", "sv", note.format("sv/stod"))
    assert [p.found_by for p in pairs([fi], [sv])] == ["hreflang"]


def test_a_mirrored_folder_is_found_by_its_addresses(page: Page) -> None:
    fi = page("peili/kunta.example/fi/tuki.html", "fi", head=alternate("sv", f"{BASE}/sv/stod"))
    sv = page("peili/kunta.example/sv/stod/index.html", "sv")
    assert [p.found_by for p in pairs([fi], [sv])] == ["hreflang"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://www.a.example/fi/", "http://a.example/fi"),
        ("https://a.example/fi/index.html", "https://a.example/fi/"),
        ("https://a.example/x?b=2&a=1&utm_source=post#top", "https://a.example/x?a=1&b=2"),
        ("https://a.example/%C3%A4", "https://a.example/ä"),
        ("https://a.example:443/", "https://a.example"),
        ("sivut/a.html", "./sivut/a.html#x"),
    ],
)
def test_one_page_has_one_spelling(one: str, other: str) -> None:
    assert normal(one) == normal(other)


def test_pages_that_differ_keep_apart() -> None:
    spelled = {
        normal(a)
        for a in ("https://a.example/x?id=1", "https://a.example/x?id=2", "https://b.example/x?id=1",
                  "https://a.example:8080/x?id=1")
    }  # fmt: skip
    assert len(spelled) == 4


@pytest.mark.parametrize(
    "href", ["http://[", "//", "", "#", "javascript:alert(1)", "\u202e", "../" * 999]
)
def test_odd_links_break_nothing(page: Page, href: str) -> None:
    document = page(f"{BASE}/fi/a", "fi", head=alternate("sv", href.replace('"', "")))
    assert survey([document]).find(document, href) in {None, f"{BASE}/fi/a"}
    assert isinstance(join("a/b.html", href), str)


def test_the_top_domain_is_no_language() -> None:
    assert language_in_path("https://turku.fi/artikel", ("fi", "sv")) is None
    assert language_in_path("https://turku.fi/sv/artikel", ("fi", "sv")) == "sv"
    assert language_in_path("https://sv.turku.fi/artikel", ("fi", "sv")) == "sv"
    assert language_in_path("https://turku.fi/a?kieli=1&lang=sv", ("fi", "sv")) == "sv"
    for path in (
        "sv_FI/a.po",
        "values-sv-rFI/strings.xml",
        "https://turku.fi/sv-fi/a",
        "a.sv-FI.md",
    ):
        assert language_in_path(path, ("fi", "sv")) == "sv", "Finland is a region there"
    assert language_in_path("menu-fi-sv.po", ("fi", "sv")) == "sv", "from one to the other"
