"""Which pages belong together, measured on generated sites whose pairs are known.

Pages of statutes (the shared set) and of the corpus, under translated addresses, with and without
what pages usually say of their counterparts. Some pages stand in one language only: nothing may be
paired with them.
"""

import json
import random
import re
import unicodedata
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

from kielipari import align, ingest
from kielipari.config import Config
from kielipari.gather import gather
from kielipari.model import Document
from kielipari.site.similar import DOUBTFUL, similar

ROOT = Path(__file__).parents[2]
STATUTES = ROOT.parent / "shared" / "data" / "finlex" / "dev.jsonl"
LENGTH = 3000  # code points of a page
ALONE = 12  # pages of each side without a counterpart
needs_statutes = pytest.mark.skipif(
    not STATUTES.exists(), reason="the shared data (../shared) is not here"
)


class Score(NamedTuple):
    """How many of the pairs found are right, and how many of the right ones are found."""

    precision: float
    recall: float
    found_by: frozenset[str]


class Site(NamedTuple):
    """Pages by address, and the pairs of addresses that belong together."""

    pages: dict[str, str]
    gold: frozenset[tuple[str, str]]


def slug(title: str) -> str:
    plain = unicodedata.normalize("NFKD", title.lower()).encode("ascii", "ignore").decode()
    return "-".join(re.findall(r"[a-z]+", plain)[:6]) or "sivu"


@cache
def statutes() -> tuple[tuple[list[str], list[str]], ...]:
    """Return the pieces of every statute in both languages, as much as a page holds."""
    found: dict[str, tuple[list[str], list[str]]] = {}
    for line in STATUTES.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        sides = found.setdefault(row["doc"], ([], []))
        if sum(map(len, sides[0])) < LENGTH:
            for side, lang in zip(sides, ("fi", "sv"), strict=True):
                side.append(row[lang])
    return tuple(found.values())


def page(lang: str, pieces: list[str], said: str = "") -> str:
    title, *rest = pieces
    body = "".join(f"<p>{piece}</p>" for piece in rest)
    return (
        f'<html lang="{lang}"><head><title>{title[:80]}</title>{said}</head><body>'
        f"<main><h1>{title}</h1>{body}</main></body></html>"
    )


def letters(number: int) -> str:
    """Return a number in letters, to keep two addresses apart and say nothing."""
    return "".join("abcdefghij"[int(digit)] for digit in str(number))


def law_site(say: Callable[[str, str, str], str] = lambda _lang, _here, _there: "") -> Site:
    """Make a site of statutes; ``say`` gives what a page says of its counterpart."""
    pages: dict[str, str] = {}
    gold = set()
    for number, (fi, sv) in enumerate(statutes()):
        here = f"fi/saadokset/{slug(fi[0])}-{letters(number)}.html"
        there = f"sv/forfattningar/{slug(sv[0])}-{letters(997 - number)}.html"
        if number % 8 != 0 or number > 8 * ALONE:
            pages[here] = page("fi", fi, say("fi", here, there))
            pages[there] = page("sv", sv, say("sv", there, here))
            gold.add((here, there))
        elif number % 16:
            pages[here] = page("fi", fi)
        else:
            pages[there] = page("sv", sv)
    return Site(pages, frozenset(gold))


def corpus_site() -> Site:
    """Return the corpus without anything that pages say of each other."""
    pages: dict[str, str] = {}
    for lang in ("fi", "sv"):
        for path in sorted((ROOT / "corpus" / "site" / lang).glob("*.html")):
            text = path.read_text(encoding="utf-8")
            pages[f"{lang}/{path.name}"] = re.sub(r' href(?:lang)?="[^"]*"', "", text)
    pairs = [
        ("ekosysteemisopimukset", "ekosystemavtal"),
        ("index", "index"),
        ("kaupungit", "stader"),
        ("kysymyksia", "fragor-och-svar"),
        ("mista-on-kyse", "vad-handlar-det-om"),
        ("rahoitus", "finansiering"),
        ("saavutettavuusseloste", "tillganglighetsutlatande"),
        ("tapahtumat", "evenemang"),
        ("teemat", "teman"),
        ("verkostot", "natverk"),
        ("yhteystiedot", "kontakt"),
    ]
    gold = frozenset((f"fi/{fi}.html", f"sv/{sv}.html") for fi, sv in pairs)
    assert {name for pair in gold for name in pair} <= set(pages)
    return Site(pages, gold)


def scored(site: Site, folder: Path, least: float = 0.0) -> Score:
    for name, text in site.pages.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    gathered = gather([str(folder)], Config(root=folder), source_lang="fi", target_lang="sv")
    found = {
        tuple(uri.removeprefix(f"{folder}/") for uri in (pair.source_uri, pair.target_uri)): pair
        for pair in gathered.pairs
        if pair.source_uri and pair.target_uri and pair.confidence >= least
    }
    right = len(found.keys() & site.gold)
    return Score(
        right / max(len(found), 1),
        right / len(site.gold),
        frozenset(pair.found_by for pair in found.values()),
    )


def hreflang(lang: str, here: str, there: str) -> str:
    del here
    other = "sv" if lang == "fi" else "fi"
    return f'<link rel="alternate" hreflang="{other}" href="../../{there}">'


def switcher(lang: str, here: str, there: str) -> str:
    del here
    label = "På svenska" if lang == "fi" else "Suomeksi"
    return f'</head><body><header><a href="../../{there}">{label}</a></header>'


@needs_statutes
@pytest.mark.parametrize(("say", "how"), [(hreflang, "hreflang"), (switcher, "switcher")])
def test_what_pages_say_pairs_them_and_nothing_else(
    say: Callable[[str, str, str], str], how: str, tmp_path: Path
) -> None:
    assert scored(law_site(say), tmp_path) == Score(1.0, 1.0, frozenset({how}))


@needs_statutes
def test_translated_addresses_alone_are_paired_by_what_the_pages_say(tmp_path: Path) -> None:
    site = law_site()
    assert scored(site, tmp_path) == Score(1.0, 1.0, frozenset({"content"}))
    sure = scored(site, tmp_path, DOUBTFUL)
    assert sure.precision == 1.0
    assert sure.recall >= 0.9


def test_the_corpus_is_paired_without_its_links(tmp_path: Path) -> None:
    score = scored(corpus_site(), tmp_path)
    assert score == Score(1.0, 1.0, frozenset({"content", "path"}))


@needs_statutes
def test_few_pages_of_which_many_have_no_counterpart() -> None:
    resources = align.load_resources("fi", "sv")
    chosen = random.Random(5)  # noqa: S311 nothing secret is drawn
    for texts, precision, recall in (
        (statutes(), 0.98, 1.0),
        (news(), 0.98, 0.99),
    ):
        sides = [
            tuple(
                document(lang, number, pieces)
                for lang, pieces in zip(("fi", "sv"), both, strict=True)
            )
            for number, both in enumerate(texts)
        ]
        right = wrong = gold = 0
        for size, shared in ((1, 1), (1, 0), (4, 0), (4, 2), (8, 4), (15, 5), (20, 20)) * 3:
            numbers = chosen.sample(range(len(sides)), 2 * size - shared)
            sources = [sides[n][0] for n in numbers[:size]]
            targets = [sides[n][1] for n in (*numbers[:shared], *numbers[size:])]
            gold += shared
            for pair in similar(sources, targets, resources):
                is_right = pair.source[2:] == pair.target[2:]
                right, wrong = right + is_right, wrong + (not is_right)
        assert right / (right + wrong) >= precision
        assert right / gold >= recall


def document(lang: str, number: int, pieces: list[str]) -> Document:
    found = ingest.read(page(lang, pieces).encode(), f"{lang}/{number}.html", lang=lang)
    assert isinstance(found, Document)
    return found


def news() -> tuple[tuple[list[str], list[str]], ...]:
    """Return the sentences of every news text in both languages."""
    found: dict[str, tuple[list[str], list[str]]] = {}
    for line in (STATUTES.parents[1] / "ntrex" / "dev.tsv").read_text("utf-8").splitlines():
        name, fi, sv = line.split("\t")
        sides = found.setdefault(name, ([], []))
        sides[0].append(fi)
        sides[1].append(sv)
    return tuple(found.values())
