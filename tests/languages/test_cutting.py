"""Tokens are cut as spaCy cuts them, and a run that knows spaCy's rules does not import it."""

import json
import lzma
import os
import subprocess
import sys
from collections.abc import Callable
from itertools import islice
from pathlib import Path

import pytest

from kielipari.languages import cutting
from kielipari.languages.tokens import tokenize

SHARED = Path(__file__).parents[3] / "shared" / "data"
TEXTS = {
    "fi": """
        Innokaupungit-hanke (2021–2027), ks. https://www.esimerkki.fi/haku?q=a&b=c#tulos. Maksu on
        1.250,50 € / 12,5 %:n korko; klo 9.30–15.45, esim. Espoo–Vantaa-väli, ”sanoi hän”. EU:n
        A.I. Virtanen ... palaute@esimerkki.fi! Ettei etten ettet; m² 20°C, C++ 3/4-osa ½ l. :) kivaa:D
        (a) «lainaus» – 'yksi' d'Alembert #tunniste @nimi [1] {x} $100 100€ 5kpl v.2024 n:o 7 kg:ssa...
    """,
    "sv": """
        Innostäder-projektet (2021–2027), jfr http://exempel.se/sök?q=å. Priset är 1 250,50 €; kl. 9.30
        t.ex. Esbo–Vanda, bl.a. dvs. s.k. ”sade hon”. EU:s A.I. Virtanen … info@exempel.se! hörru, köru
        m² 20°C 3/4-del ½ l. :-) kul:D (a) »citat« – 'ett' Karl-Johans 12:e #tagg [1] 5st. 100kr/st.
    """,
}


def spacys(lang: str) -> Callable[[str], list[str]]:
    """Return spaCy's own tokenizer for a language, without a pipeline."""
    from spacy.tokenizer import Tokenizer  # noqa: PLC0415 the import takes a second
    from spacy.util import (  # noqa: PLC0415
        compile_infix_regex,
        compile_prefix_regex,
        compile_suffix_regex,
        get_lang_class,
    )
    from spacy.vocab import Vocab  # noqa: PLC0415

    rules = get_lang_class(lang).Defaults
    cut = Tokenizer(
        Vocab(),
        rules=rules.tokenizer_exceptions,
        prefix_search=compile_prefix_regex(rules.prefixes or ()).search,
        suffix_search=compile_suffix_regex(rules.suffixes or ()).search,
        infix_finditer=compile_infix_regex(rules.infixes or ()).finditer,
        token_match=rules.token_match,
        url_match=rules.url_match,
    )
    return lambda chunk: [token.text for token in cut(chunk)]


def chunks(lang: str) -> set[str]:
    """Return what stands between white space in our own texts and, where there are some, statutes."""
    found = set(TEXTS[lang].split())
    statutes = SHARED / "finlex" / "train.jsonl.xz"
    if statutes.is_file():
        with lzma.open(statutes, "rt", encoding="utf-8") as lines:
            for line in islice(lines, 3000):
                found.update(json.loads(line)[1 if lang == "fi" else 2].split())
    return found


@pytest.mark.parametrize("lang", ["fi", "sv"])
def test_every_chunk_is_cut_as_spacy_cuts_it(lang: str) -> None:
    ours, theirs = cutting.rulebook(lang), spacys(lang)
    plain = chunks(lang) | {chunk for chunk in ours.exceptions if not any(map(str.isspace, chunk))}
    marked = {f"({chunk}:)" for chunk in plain} | {f"”{chunk}”..." for chunk in plain}
    cut = {chunk: (ours.cut(chunk), theirs(chunk)) for chunk in plain | marked}
    assert not {chunk: pieces for chunk, pieces in cut.items() if pieces[0] != pieces[1]}


def run(code: str, cache: Path) -> str:
    done = subprocess.run(
        [sys.executable, "-c", code],
        env={**os.environ, "KIELIPARI_CACHE_DIR": str(cache)},
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout.strip()


CUT = """
import sys
from kielipari.languages.tokens import tokenize
print(*(token.text for token in tokenize("Maksu (12,50 €) on pieni.", "fi")), "spacy" in sys.modules)
"""


def test_spacy_is_imported_once_only(tmp_path: Path) -> None:
    assert run(CUT, tmp_path) == "Maksu ( 12,50 € ) on pieni . True"
    assert run(CUT, tmp_path) == "Maksu ( 12,50 € ) on pieni . False"


def test_damaged_rules_are_asked_for_again(tmp_path: Path) -> None:
    run(CUT, tmp_path)
    (kept,) = tmp_path.glob("tokens-fi-*.json")
    kept.write_bytes(kept.read_bytes()[:1000])
    assert run(CUT, tmp_path) == "Maksu ( 12,50 € ) on pieni . True"
    assert run(CUT, tmp_path) == "Maksu ( 12,50 € ) on pieni . False"


@pytest.mark.parametrize("bullet", "―•‣▪—")
def test_a_bullet_is_no_part_of_the_word_after_it(bullet: str) -> None:
    for lang in ("fi", "sv"):
        tokens = tokenize(f"{bullet}Mutterit (25)", lang)
        assert [(t.text, t.start) for t in tokens[:2]] == [(bullet, 0), ("Mutterit", 1)]
