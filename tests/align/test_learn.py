"""Learning lexicons, joining them and the glossary, and reading aligned text."""

import gzip
import json
import lzma
from pathlib import Path

import pytest

from kielipari import align
from kielipari.align import learn
from kielipari.align.aligned import AlignedPiece, read_aligned
from kielipari.align.keys import KeyTable, cognate_form
from kielipari.align.lexicon_file import load, save
from kielipari.errors import EmptyInputError, InputError, StateError
from kielipari.model import Concept, Term

PIECES = (
    ("Kirjasto on auki maanantaina.", "Biblioteket är öppet på måndag."),
    ("Kirjasto on kiinni sunnuntaina.", "Biblioteket är stängt på söndag."),
    ("Uimahalli on auki sunnuntaina.", "Simhallen är öppen på söndag."),
    ("Uimahalli on kiinni maanantaina.", "Simhallen är stängd på måndag."),
    ("Kirjaston asiakas saa lainata kirjan.", "Bibliotekets kund får låna en bok."),
    ("Uimahallin asiakas maksaa maksun.", "Simhallens kund betalar en avgift."),
    ("Asiakas palauttaa kirjan kirjastoon.", "Kunden återlämnar boken till biblioteket."),
    ("Kirjat ovat kirjaston omaisuutta.", "Böckerna är bibliotekets egendom."),
)


def test_a_learned_lexicon_is_used_by_the_aligner(tmp_path: Path) -> None:
    source = tmp_path / "aligned.jsonl"
    rows = [json.dumps({"fi": fi, "sv": sv}) for fi, sv in PIECES]
    source.write_text("\n".join(rows), encoding="utf-8")
    output = tmp_path / "own.npz"
    assert learn.main([str(source), "-o", str(output), "--about", "our own texts"]) == 0
    lexicon = load(output)
    assert lexicon.about == "our own texts"
    key = lexicon.source.names.index("uimahalli") if "uimahalli" in lexicon.source.names else None
    if key is None:
        key = lexicon.source.names.index("halli")
    links = lexicon.links[lexicon.first[key] : lexicon.first[key + 1]]
    assert any("hall" in lexicon.target.names[k] for k in links)
    joined = align.load_resources("fi", "sv", lexicons=[output])
    assert len(joined.lexicon.links) > len(lexicon.links)
    turned = align.load_resources("sv", "fi", lexicons=[output])
    assert turned.lexicon.source.lang == "sv"


def test_the_glossary_joins_the_lexicon() -> None:
    concept = Concept("1", (Term("vimpulikeskus", "fi"), Term("snurrcentral", "sv")))
    plain = align.load_resources("fi", "sv")
    with_term = align.load_resources("fi", "sv", concepts=[concept])
    assert len(with_term.lexicon.links) > len(plain.lexicon.links)
    key = with_term.lexicon.source.table.of_text("vimpulikeskuksessa")[0]
    assert isinstance(key, int)


def test_keys_of_inflected_forms_and_compounds() -> None:
    lexicon = align.load_resources("fi", "sv").lexicon

    def named(text: str) -> list[str]:
        return [lexicon.source.name(key) for key in lexicon.source.table.of_text(text)]

    assert named("kunnan") == named("kuntien") == named("kunnissa")
    assert "raja" in named("rajavartiolaitoksessa")
    assert named("007, 7") == ["#7", "#7"]
    assert named("EU:n") == named("EU")


def test_function_words_have_keys_that_tell_little() -> None:
    lexicon = align.load_resources("fi", "sv").lexicon
    (key,) = {*lexicon.source.table.of_text("Hän, hänen, hänelle!")}
    (other,) = {*lexicon.source.table.of_text("mutta")}
    assert lexicon.source.weight(key) <= 2
    assert "~men" in {
        lexicon.target.names[k]
        for k in lexicon.links[lexicon.first[other] : lexicon.first[int(other) + 1]]
    }


def test_a_name_is_not_taken_apart() -> None:
    lexicon = align.load_resources("fi", "sv").lexicon
    for text in ("Zimmerwaldissa", "Mogollonissa"):
        (key,) = lexicon.source.table.of_text(text)
        assert isinstance(key, str)
        assert text.lower().startswith(key)


def test_names_of_languages_and_countries_are_known() -> None:
    lexicon = align.load_resources("fi", "sv").lexicon
    for here, there in (("espanja", "spanska"), ("viro", "estniska"), ("torstai", "torsdag")):
        (key,), (other,) = lexicon.source.table.of_text(here), lexicon.target.table.of_text(there)
        assert int(other) in lexicon.links[lexicon.first[key] : lexicon.first[int(key) + 1]]


def test_learning_on_top_of_a_lexicon_adds_what_is_new(tmp_path: Path) -> None:
    known = align.load_resources("fi", "sv").lexicon
    pieces = [
        AlignedPiece("", "Hyrrä on auki maanantaina.", "Snurran är öppen på måndag."),
        AlignedPiece("", "Hyrrä on kiinni.", "Snurran är stängd."),
        AlignedPiece("", "Hyrrän asiakas", "Snurrans kund"),
    ]
    added = learn.learn_lexicon(pieces, "fi", "sv", known=known)
    assert len(added.links) < 50
    path = tmp_path / "own.npz"
    save(path, added)
    lexicon = align.load_resources("fi", "sv", lexicons=[path]).lexicon
    (key,), (other,) = (
        side.table.of_text(word)
        for side, word in ((lexicon.source, "hyrrällä"), (lexicon.target, "snurran"))
    )
    assert int(other) in lexicon.links[lexicon.first[key] : lexicon.first[int(key) + 1]]


def test_loans_look_alike_in_both_languages() -> None:
    assert cognate_form("konsertti")[:6] == cognate_form("konsert")[:6]
    assert cognate_form("demokratia")[:8] == cognate_form("demokrati")[:8]


def test_a_table_without_stems_still_gives_keys() -> None:
    assert KeyTable().of_text("Hei, maailma 12!") == ("hei", "maailma", "#12")


@pytest.mark.parametrize("suffix", ["jsonl", "jsonl.gz", "jsonl.xz", "tsv"])
def test_aligned_text_is_read_packed_or_plain(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"text.{suffix}"
    text = '["d1", "Hei", "Hej"]\n' if suffix != "tsv" else "d1\tHei\tHej\n"
    if suffix.endswith("gz"):
        path.write_bytes(gzip.compress(text.encode()))
    elif suffix.endswith("xz"):
        path.write_bytes(lzma.compress(text.encode()))
    else:
        path.write_text(text, encoding="utf-8")
    assert list(read_aligned([path], "fi", "sv")) == [("d1", "Hei", "Hej")]


@pytest.mark.parametrize("line", ['{"fi": "Hei"}', "[1, 2]", "Hei", "{"])
def test_a_line_that_is_no_piece_is_named(tmp_path: Path, line: str) -> None:
    path = tmp_path / "text.jsonl"
    path.write_text(f'["", "Hei", "Hej"]\n{line}\n', encoding="utf-8")
    with pytest.raises(InputError) as caught:
        list(read_aligned([path], "fi", "sv"))
    assert caught.value.line == 2


def test_nothing_to_learn_from_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    empty = tmp_path / "empty.jsonl"
    empty.write_text("", encoding="utf-8")
    with pytest.raises(EmptyInputError):
        learn.learn_lexicon([], "fi", "sv")
    assert learn.main([str(empty), "-o", str(tmp_path / "x.npz")]) == 2
    assert "nothing to learn" in capsys.readouterr().err


def test_a_file_that_is_no_lexicon_is_named(tmp_path: Path) -> None:
    wrong = tmp_path / "wrong.npz"
    wrong.write_bytes(b"not a lexicon")
    with pytest.raises(StateError, match="kielipari learn"):
        align.load_resources("fi", "sv", lexicons=[wrong])
    with pytest.raises(StateError, match="cannot be read"):
        align.load_resources("fi", "sv", lexicons=[tmp_path / "absent.npz"])


def test_the_shipped_lexicon_is_small() -> None:
    data = Path(align.__file__).parent / "data"
    assert sum(path.stat().st_size for path in data.iterdir()) < 3_000_000
