"""Reports built by hand: a small bilingual site with defects, as a run would give it."""

from collections.abc import Callable, Mapping
from itertools import count
from types import SimpleNamespace

import pytest

from kielipari.model import (
    Anchor,
    Block,
    BlockKind,
    Checked,
    Finding,
    Message,
    Origin,
    Outcome,
    PairResult,
    PlacedHit,
    Problem,
    Region,
    Relation,
    Report,
    Segment,
    Severity,
    Side,
    SourceMap,
    TermCount,
    Unit,
)
from kielipari.report import view

K = BlockKind
Sentences = tuple[str, ...]


class Page:
    """One language version: blocks made of sentences, each block on a line of its own."""

    def __init__(self, uri: str, lang: str) -> None:
        self.uri, self.lang = uri, lang
        self.blocks: list[Block] = []
        self.segments: dict[str, Segment] = {}

    def add(
        self,
        name: str,
        kind: BlockKind,
        *sentences: str,
        level: int = 0,
        region: Region = Region.MAIN,
    ) -> "Page":
        text = " ".join(sentences)
        line = 10 + 2 * len(self.blocks)
        block = Block(
            name,
            kind,
            text,
            self.lang,
            level,
            source_map=SourceMap((Anchor(0, line, 5),)),
            region=region,
        )
        self.blocks.append(block)
        start = 0
        for number, sentence in enumerate(sentences):
            self.segments[f"{name}.{number}"] = Segment(block, start, start + len(sentence))
            start += len(sentence) + 1
        return self

    def side(self, ref: str, form: str | None = None) -> Side:
        """The place of a form within a segment; the whole segment without one."""
        segment = self.segments[ref]
        start = segment.text.index(form) if form else 0
        end = start + len(form) if form else len(segment.text)
        line, column = segment.place(start)
        return Side(self.uri, line, column, self.lang, segment.text, start, end)

    def hits(self, words: Mapping[str, tuple[str, tuple[str, ...]]]) -> tuple[PlacedHit, ...]:
        """Every mention of a form; ``words``: form → concept, equivalents."""
        return tuple(
            PlacedHit(block.id, at, at + len(form), concept, equivalents)
            for block in self.blocks
            for form, (concept, equivalents) in words.items()
            if (at := block.text.find(form)) >= 0
        )


class Site:
    """Collects pairs and findings into a report."""

    def __init__(self) -> None:
        self.pairs: list[PairResult] = []
        self.findings: list[Finding] = []
        self.numbers = count(1)

    def pair(  # noqa: PLR0913 - a pair has that many parts
        self,
        source: Page | None,
        target: Page | None,
        beads: str = "",
        *,
        relation: Relation | None = Relation.TRANSLATION,
        coverage: float | None = None,
        terms: tuple[TermCount, ...] = (),
        hits: tuple[tuple[str, tuple[PlacedHit, ...]], ...] = (),
        origin: Origin = Origin.ALIGNED,
        keys: tuple[str, ...] = (),
    ) -> str:
        """Add a pair; ``beads``: ``"a.0-x.0 b.0+b.1-y.0 c.0- -z.0"``."""
        identity = f"p{len(self.pairs) + 1}"
        units = []
        for index, bead in enumerate(beads.split()):
            left, right = bead.split("-", 1)
            units.append(
                Unit(
                    str(index),
                    tuple(source.segments[ref] for ref in left.split("+") if ref and source),
                    tuple(target.segments[ref] for ref in right.split("+") if ref and target),
                    origin=origin,
                    key=keys[index] if keys else None,
                )
            )
        self.pairs.append(
            PairResult(
                identity,
                source.uri if source else None,
                target.uri if target else None,
                relation,
                coverage,
                tuple(units),
                terms,
                source_lang="fi",
                target_lang="sv",
                source_blocks=tuple(source.blocks) if source else (),
                target_blocks=tuple(target.blocks) if target else (),
                hits=hits,
            )
        )
        return identity

    def find(  # noqa: PLR0913 - a finding has that many parts
        self,
        pair: str,
        rule: str,
        severity: Severity,
        source: Side | None = None,
        target: Side | None = None,
        *,
        suggestion: Message | None = None,
        concept: str | None = None,
        **args: str | float | tuple[str, ...],
    ) -> None:
        number = next(self.numbers)
        self.findings.append(
            Finding(
                rule,
                severity,
                Message.of(rule, **args),
                source,
                target,
                f"evidence {number}",
                suggestion,
                f"{number:016x}",
                pair,
                concept=concept,
            )
        )

    def report(
        self, problems: tuple[Problem, ...] = (), baseline: Mapping[int, str] | None = None
    ) -> Report:
        counted = {
            rule: {
                Outcome.VIOLATED: sum(finding.rule == rule for finding in self.findings),
                Outcome.SATISFIED: 12,
            }
            for rule in sorted({finding.rule for finding in self.findings})
        }
        return Report(
            "0.1.0",
            Checked(
                documents=2 * len(self.pairs) - 1,
                pairs=len(self.pairs),
                units=sum(len(pair.units) for pair in self.pairs),
                terms=37,
                rules=counted,
            ),
            tuple(self.pairs),
            tuple(self.findings),
            problems,
            baseline or {},
        )


def _home(site: Site) -> None:
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


def _themes(site: Site) -> None:
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


def _about(site: Site) -> None:
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


def _pages_without_counterpart(site: Site) -> None:
    for name, title in (("saavutettavuus", "Saavutettavuusseloste"), ("medialle", "Medialle")):
        page = Page(f"site/fi/{name}.html", "fi").add("h", K.HEADING, title, level=1)
        page.add("p", K.PARAGRAPH, "Tämä sivu on olemassa vain suomeksi.")
        pair = site.pair(page, None, relation=None)
        site.find(
            pair, "missing-page", Severity.ERROR, page.side("h.0"), title=title, language="sv"
        )


def _interface(site: Site) -> None:
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


CODES = {
    "term-not-used": "T101",
    "copied-source": "U102",
    "wrong-language": "U103",
    "missing-page": "D101",
    "missing-section": "D102",
    "missing-sentence": "D103",
    "extra-content": "D104",
    "number-mismatch": "V101",
    "hreflang": "W104",
}
"""The rules as these reports know them; ``untranslated-metadata`` is left out on purpose."""


@pytest.fixture(autouse=True)
def rules(monkeypatch: pytest.MonkeyPatch) -> None:
    """Stand in for the registry of checks, so that reports are tested without the analysers."""
    known = {
        slug: SimpleNamespace(
            slug=slug,
            code=code,
            severity=Severity.ERROR,
            what=f"What {slug} finds.",
            why=f"Why {slug} matters.",
            how=f"How {slug} is mended.",
        )
        for slug, code in CODES.items()
    }
    monkeypatch.setattr(view, "rules", lambda: known)


@pytest.fixture
def report() -> Report:
    """Six pairs, thirteen findings of many kinds, one unreadable file."""
    site = Site()
    for add in (_home, _themes, _about, _pages_without_counterpart, _interface):
        add(site)
    return site.report(
        (Problem("site/fi/vanha.html", "The file is empty; take it away or fill it."),),
        {0: "known"},
    )


@pytest.fixture
def clean_report() -> Report:
    """One pair in order."""
    site = Site()
    fi = Page("fi.txt", "fi").add("p", K.PARAGRAPH, "Museo on auki.")
    sv = Page("sv.txt", "sv").add("p", K.PARAGRAPH, "Museet är öppet.")
    site.pair(fi, sv, "p.0-p.0", coverage=1.0)
    return site.report()


@pytest.fixture
def many_findings() -> Callable[[int, int], Report]:
    """Make a report of a number of page pairs with a number of findings each."""

    def make(pairs: int, findings: int) -> Report:
        site = Site()
        for number in range(pairs):
            fi = Page(f"site/fi/{number:03}.html", "fi").add(
                "h", K.HEADING, f"Sivu {number}", level=1
            )
            sv = Page(f"site/sv/{number:03}.html", "sv").add(
                "h", K.HEADING, f"Sida {number}", level=1
            )
            beads = ["h.0-h.0"]
            for line in range(max(findings, 40)):
                text = f"Kaupunki maksoi {line + 7} euroa jokaisesta kokeilusta, johon asukkaat osallistuivat."
                fi.add(f"b{line}", K.PARAGRAPH, *[text] * 3)
                sv.add(
                    f"b{line}",
                    K.PARAGRAPH,
                    *[f"Staden betalade {line + 8} euro för varje försök som invånarna deltog i."]
                    * 3,
                )
                beads += [f"b{line}.{n}-b{line}.{n}" for n in range(3)]
            pair = site.pair(fi, sv, " ".join(beads), coverage=0.98)
            for line in range(findings):
                site.find(
                    pair,
                    "number-mismatch",
                    Severity.ERROR if line % 3 else Severity.WARNING,
                    fi.side(f"b{line}.0", str(line + 7)),
                    sv.side(f"b{line}.0", str(line + 8)),
                    source_value=str(line + 7),
                    target_value=str(line + 8),
                )
        return site.report()

    return make
