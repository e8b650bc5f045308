"""Term matching against spaCy's PhraseMatcher and a whole-word rule, in one run.

With YSO's 27,729 Finnish labels on the Finnish treebank's text: tokens a second of processor time
(cutting into tokens is stated apart) and mentions found; and the memory of a process that
compiles the glossary with each Finnish analyser. Run by ``make bench``.
"""

import os
import re
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from kielipari import languages
from kielipari.languages import store
from kielipari.languages.lexicon import lexicon
from kielipari.model import Concept, Term
from kielipari.terms.match import compile_matcher

DATA = Path(__file__).parents[3] / "shared" / "data"
TREEBANKS = {"fi": "fi_tdt-ud-dev.conllu", "sv": "sv_talbanken-ud-dev.conllu"}
ROUNDS = 9

pytestmark = [
    pytest.mark.bench,
    pytest.mark.skipif(not DATA.exists(), reason="the shared data (../shared) is not here"),
]


def _labels(lang: str) -> list[str]:
    column = {"fi": 1, "sv": 2}[lang]
    lines = (DATA / "yso" / "yso-fi-sv.tsv").read_text(encoding="utf-8").splitlines()
    return [line.split("\t")[column] for line in lines]


def _lines(lang: str) -> list[str]:
    text = (DATA / "ud" / TREEBANKS[lang]).read_text(encoding="utf-8")
    return re.findall(r"^# text = (.*)$", text, re.MULTILINE)


def _best(work: Callable[[], int]) -> tuple[int, float]:
    """Return the count and the least processor time of a few rounds."""
    times = []
    count = 0
    for _ in range(ROUNDS):
        start = time.process_time()
        count = work()
        times.append(time.process_time() - start)
    return count, min(times)


@pytest.mark.parametrize("lang", ["fi", "sv"])
def test_matching_a_large_glossary(
    lang: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    labels, lines = _labels(lang), _lines(lang)
    language = languages.get(lang)
    cut = [language.tokenize(line) for line in lines]
    tokens = sum(map(len, cut))
    cutting = _best(lambda: sum(len(language.tokenize(line)) for line in lines))
    lexicon("sv")  # built before the cache moves
    language.parts("kaupunkiseutu" if lang == "fi" else "stadsregion")
    monkeypatch.setenv(store.ENVIRONMENT_VARIABLE, str(tmp_path))

    concepts = [Concept(f"c{n}", (Term(label, lang),)) for n, label in enumerate(labels)]
    start = time.process_time()
    compile_matcher(concepts, lang)
    compiled = time.process_time() - start
    start = time.process_time()
    matcher = compile_matcher(concepts, lang)
    opened = time.process_time() - start

    ours = _best(lambda: sum(len(matcher.find_in(s, t)) for s, t in zip(lines, cut, strict=True)))
    phrases = _phrase_matcher(lang, labels, lines)
    whole = _best(_whole_words(labels, [[token.text for token in each] for each in cut]))
    with capsys.disabled():
        print(f"\n{lang}: {len(labels)} terms, {tokens} tokens")
        print(f"  compile {compiled:.1f} s, open {opened:.2f} s")
        print(f"  cutting into tokens: {tokens / cutting[1]:,.0f} tokens/s")
        for name, (found, seconds) in (
            ("kielipari", ours),
            ("PhraseMatcher on base forms", phrases),
            ("whole words", whole),
        ):
            print(f"  {name}: {found} mentions, {tokens / seconds:,.0f} tokens/s")
    assert compiled < 60
    assert opened < 0.5
    # PhraseMatcher also counts overlapping phrases and every homograph (vara for är).
    assert ours[0] > 0.8 * phrases[0]
    # It walks its tokens in C, and its base forms are not counted here.
    assert ours[1] < 15 * phrases[1]


def _phrase_matcher(lang: str, labels: list[str], lines: list[str]) -> tuple[int, float]:
    """Match on base forms, one a token: what spaCy offers once something lemmatises."""
    spacy = pytest.importorskip("spacy")
    from spacy.matcher import PhraseMatcher  # noqa: PLC0415  only where spaCy is installed

    nlp = spacy.blank(lang)
    language = languages.get(lang)

    def lemmatised(text: str) -> object:
        doc = nlp.make_doc(text)
        for token in doc:
            token.lemma_ = min(language.bases(token.text))
        return doc

    matcher = PhraseMatcher(nlp.vocab, attr="LEMMA")
    matcher.add("terms", [lemmatised(label) for label in labels])
    docs = [lemmatised(line) for line in lines]
    return _best(lambda: sum(len(matcher(doc)) for doc in docs))


def _whole_words(labels: list[str], lines: list[list[str]]) -> Callable[[], int]:
    words = {label.lower() for label in labels}
    return lambda: sum(word.lower() in words for line in lines for word in line)


_COMPILE = """
import re, sys, time
from pathlib import Path
from kielipari.model import Concept, Term
from kielipari.terms.match import compile_matcher

lang, labels = sys.argv[1], Path(sys.argv[2]).read_text(encoding="utf-8").splitlines()
concepts = [Concept(f"c{n}", (Term(label, lang),)) for n, label in enumerate(labels)]
compile_matcher(concepts, lang).find(" ".join(labels[:2000]))
status = Path("/proc/self/status").read_text()
print(int(re.search(r"VmHWM:\\s+(\\d+)", status)[1]) // 1024, time.process_time())
"""


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="peak memory is Linux's to tell")
@pytest.mark.parametrize(
    ("lang", "analyser"), [("fi", "libvoikko"), ("fi", "pyvoikko"), ("sv", "")]
)
def test_memory_while_a_large_glossary_is_compiled(
    lang: str, analyser: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """In a process of its own with an empty cache: word tables are unpacked too."""
    labels = tmp_path / "labels.txt"
    labels.write_text("\n".join(_labels(lang)), encoding="utf-8")
    environment = os.environ | {
        store.ENVIRONMENT_VARIABLE: str(tmp_path / "cache"),
        "KIELIPARI_VOIKKO": analyser,
    }
    done = subprocess.run(
        [sys.executable, "-c", _COMPILE, lang, str(labels)],
        capture_output=True,
        text=True,
        check=False,
        env=environment,
    )
    if "libvoikko or its Finnish dictionary" in done.stderr:
        pytest.skip("libvoikko is not installed here")
    megabytes, seconds = map(float, done.stdout.split())
    with capsys.disabled():
        print(f"\n{lang} {analyser}: peak {megabytes:.0f} MB, {seconds:.1f} s")
    assert megabytes <= 500
