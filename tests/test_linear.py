"""No pattern runs away: time grows with the length of a line, whatever stands in it.

Every compiled pattern of the rooms that read other people's text is used as the package uses it
(searched for, or matched at one place) on long lines of the characters that it looks for itself,
alone and in turns, and of what many patterns begin on.
"""

import importlib
import pkgutil
import random
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from functools import cache
from pathlib import Path
from time import process_time

import pytest

import kielipari
from kielipari import context
from kielipari.audit import audit_pair
from kielipari.languages.denial import denial
from kielipari.languages.modality import modality
from kielipari.model import Block, BlockKind, Origin, Pair, Segment, Unit

ROOMS = ("checks", "values", "ingest", "languages", "terms", "segment", "align")
LANGUAGES = ("fi", "sv", "en")
USUAL = ("a", "1", " ", "A", "-", "<a ", "{a", "(a", "1.", "a@a.", "a'", "inte ", "&a", "\n")
SHORT, LONG, LINE = 2_000, 16_000, 1_000_000
SLOW = 0.03  # seconds; what takes less is not steep
STEEP = 24.0  # times the time for 8 times the length; a quadratic pattern takes 64
OF_THREE_CHARACTERS = frozenset({"identify._SENTENCE_END"})  # never gets a longer text
AT_ONE_PLACE = frozenset({"match", "fullmatch"})
USE = re.compile(
    r"\b([A-Z_]{2,40})(?:\[\w{1,20}\])?\.(match|fullmatch|search|finditer|findall|sub|subn|split)\("
)


def _within(value: object, depth: int = 3) -> Iterator[re.Pattern[str]]:
    if isinstance(value, re.Pattern):
        if isinstance(value.pattern, str):
            yield value
    elif depth and isinstance(value, Mapping):
        for each in value.values():
            yield from _within(each, depth - 1)
    elif depth and isinstance(value, tuple | list | set | frozenset):
        for each in value:
            yield from _within(each, depth - 1)
    elif depth and is_dataclass(value) and not isinstance(value, type):
        for field in fields(value):
            yield from _within(getattr(value, field.name), depth - 1)


@cache
def uses() -> Mapping[str, frozenset[str]]:
    """Return how the patterns of the package are used, by the names that they have in it."""
    found: dict[str, set[str]] = defaultdict(set)
    for path in Path(kielipari.__path__[0]).rglob("*.py"):
        for name, method in USE.findall(path.read_text(encoding="utf-8")):
            found[f"{path.stem}.{name}" if name.startswith("_") else name].add(method)
    return {name: frozenset(methods) for name, methods in found.items()}


@cache
def patterns() -> Mapping[str, tuple[re.Pattern[str], bool]]:
    """Return the patterns by what they look for, and whether they are searched for.

    One that is only matched at one place is tried there; a full match backtracks no more.
    """
    found: dict[str, tuple[re.Pattern[str], bool]] = {}
    for module in pkgutil.walk_packages(kielipari.__path__, "kielipari."):
        if module.name.split(".")[1] not in ROOMS:
            continue
        for name, value in vars(importlib.import_module(module.name)).items():
            key = f"{module.name.rpartition('.')[2]}.{name}" if name.startswith("_") else name
            if key in OF_THREE_CHARACTERS:
                continue
            methods = uses().get(key, frozenset({"search"}))
            for pattern in _within(value):
                is_sought = bool(methods - AT_ONE_PLACE)
                found.setdefault(pattern.pattern, (pattern, is_sought))
    for lang in LANGUAGES:
        known = denial(lang)
        for _, kind in known.kinds if known else ():
            found[kind.pattern] = (kind, False)  # of one word
        for pattern in (*_within(known), *_within(modality(lang))):
            found.setdefault(pattern.pattern, (pattern, True))
    return found


def adversaries(pattern: re.Pattern[str]) -> tuple[str, ...]:
    """Return pieces to repeat: the pattern's own letters and marks, alone and before a word."""
    own = dict.fromkeys(re.sub(r"\\.|[\[\]()|^$?*+{}]", "", pattern.pattern)[:200])
    letters = [c for c in own if c.isprintable() and not c.isspace()][:5]
    return tuple(dict.fromkeys((*USUAL, *letters, *(f"{c}a " for c in letters[:3]))))


def seconds(pattern: re.Pattern[str], text: str, *, is_sought: bool) -> float:
    begun = process_time()
    if is_sought:
        for _ in pattern.finditer(text):
            pass
    else:
        pattern.match(text)
    return process_time() - begun


def test_every_pattern_is_linear() -> None:
    assert len(patterns()) > 150
    steep = []
    for pattern, is_sought in patterns().values():
        for piece in adversaries(pattern):
            line = piece * (LONG // len(piece)) + "!"
            taken = seconds(pattern, line, is_sought=is_sought)
            if taken < SLOW:
                continue
            shorter = max(seconds(pattern, line[-SHORT:], is_sought=is_sought), 1e-4)
            if taken / shorter > STEEP:
                steep.append((pattern.pattern[:80], piece, round(taken, 3), round(shorter, 4)))
    assert not steep


@pytest.mark.slow
def test_lines_of_a_megabyte_are_read_at_once() -> None:
    slow = []
    for pattern, is_sought in patterns().values():
        for piece in adversaries(pattern):
            taken = seconds(pattern, piece * (LINE // len(piece)), is_sought=is_sought)
            if taken > 5:
                slow.append((pattern.pattern[:60], piece, taken))
    assert not slow


def judged(
    *rows: tuple[str, str], langs: tuple[str, str] = ("fi", "sv")
) -> tuple[float, list[str]]:
    """Return how long a file of these texts takes in seconds, and which rules find something."""

    def side(name: str, text: str) -> tuple[Segment, ...]:
        return (Segment(Block(name, BlockKind.ENTRY, text), 0, len(text)),)

    units = tuple(
        Unit(str(i), side(f"s{i}", source), side(f"t{i}", target), Origin.ENTRY, key=str(i))
        for i, (source, target) in enumerate(rows)
    )
    settings = context.build(context.Settings(*langs))
    begun = process_time()
    result = audit_pair(Pair("p", "t.po", "t.po", *langs, units=units), settings)
    assert not result.problems
    return process_time() - begun, [finding.rule for finding in result.findings]


def test_ten_thousand_placeholders_in_one_text() -> None:
    source = " ".join(f"{{nimi{i}}}" for i in range(10_000))
    target = source.replace("{nimi7777}", "{namn7777}")
    taken, rules = judged((f"Tervetuloa {source}", f"Välkommen {target}"))
    assert rules.count("placeholder-mismatch") == 1
    assert taken < 20


def test_an_entry_of_a_megabyte() -> None:
    source = "Kirjasto on avoinna kaikille asukkaille. " * 20_000
    target = "Biblioteket är öppet för alla invånare. " * 20_000
    taken, rules = judged((source + "Lippu maksaa 12 euroa.", target + "Biljetten kostar 21 euro."))
    assert "number-mismatch" in rules
    assert taken < 60


def test_thousands_of_words_that_no_lexicon_has() -> None:
    letters = random.Random(1)  # noqa: S311 nothing secret
    unknown = ("".join(letters.choices("abdefghiklmnoprstuv", k=14)) for _ in range(12_000))
    kinds = ("hamn", "skol", "vatten", "kommun")
    compounds = (f"{kinds[i % 4]}gransknings{kinds[i // 4 % 4]}avgift" for i in range(1_200))
    target = " ".join(f"kunta maksaa {word} ajoissa" for word in compounds)
    taken, rules = judged((" ".join(unknown), target), langs=("sv", "fi"))
    assert "mixed-language" in rules
    assert taken < 20  # a quarter of it took over a minute when every word met every other


def test_a_copied_word_without_an_end() -> None:
    word = "kirjasto" * 20_000
    taken, _ = judged((word, word))
    assert taken < 10  # every ending of it was once looked up


def test_rows_that_slipped_are_all_looked_at_twice() -> None:
    chance = random.Random(1)  # noqa: S311 nothing secret
    finnish = ("kirja", "koulu", "lasku", "vero", "palkka", "lupa", "laki", "maksu", "ohje")
    swedish = ("skogs", "fisk", "båt", "vatten", "sten", "gräs", "snö", "häst", "regn")

    def text(parts: tuple[str, ...]) -> str:
        return " ".join("".join(chance.choices(parts, k=3)) for _ in range(9))

    taken, rules = judged(*((text(finnish), text(swedish)) for _ in range(1_500)))
    assert rules.count("unrelated-translation") > 1_000
    assert taken < 30


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("Matka on 30 kilometriä.", "x" * LINE),
        ("Lain 5 §. " * 20_000, "Den gamla lagen. " * 20_000),
        ("Tämä on lause. " * 10_000, "The decision was made. Detta är en mening. " * 10_000),
        ("Tampere Turku Oulu Vaasa. " * 2_000, "En text med Ord och inga namn. " * 5_000),
    ],
    ids=["an amount beside an endless word", "sections left out", "English sentences", "names"],
)
def test_what_is_left_out_is_looked_for_once(source: str, target: str) -> None:
    taken, rules = judged((source, target))
    assert rules
    assert taken < 20
