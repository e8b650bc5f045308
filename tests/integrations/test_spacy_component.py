"""The component in a blank pipeline, found through its entry point."""

from pathlib import Path

import pytest

spacy = pytest.importorskip("spacy")

GLOSSARY = """concept,lang,term
c1,fi,Innokaupungit
c1,sv,Innostäder
c2,fi,kestävä kaupunkikehitys
c2,sv,hållbar stadsutveckling
c3,fi,ekosysteemi
"""


@pytest.fixture
def glossary(tmp_path: Path) -> str:
    path = tmp_path / "terms.csv"
    path.write_text(GLOSSARY, encoding="utf-8")
    return str(path)


def test_terms_are_marked_in_a_blank_finnish_pipeline(glossary: str) -> None:
    nlp = spacy.blank("fi")
    nlp.add_pipe("kielipari_terms", config={"glossary": glossary})
    doc = nlp("Innokaupunkien kestävää kaupunkikehitystä tukee ekosysteemisopimus.")
    found = [(span.text, span.label_, span.id_) for span in doc.spans["terms"]]
    assert found == [
        ("Innokaupunkien", "c1", "inflected"),
        ("kestävää kaupunkikehitystä", "c2", "inflected"),
        ("ekosysteemisopimus", "c3", "compound-modifier"),
    ]
    assert doc.spans["terms"][0].kb_id_ == "Innokaupungit"


def test_a_swedish_pipeline_and_a_key_of_ones_own(glossary: str) -> None:
    nlp = spacy.blank("sv")
    nlp.add_pipe("kielipari_terms", config={"glossary": [glossary], "spans_key": "glossary"})
    doc = nlp("Innostädernas hållbara stadsutveckling")
    assert [span.label_ for span in doc.spans["glossary"]] == ["c1", "c2"]


def _tagged_by(lang: str, tags: dict[str, tuple[str, str]], glossary: Path) -> "spacy.Language":
    """Build a pipeline whose tagger says of these words what is given: part of speech, lemma."""
    nlp = spacy.blank(lang)
    ruler = nlp.add_pipe("attribute_ruler")
    for word, (pos, lemma) in tags.items():
        ruler.add([[{"LOWER": word}]], {"POS": pos, "LEMMA": lemma})
    nlp.add_pipe("kielipari_terms", config={"glossary": str(glossary)})
    return nlp


HOMOGRAPHS = """concept,lang,term,pos
c1,fi,tuki,
c1,sv,resa,noun
c2,fi,kuusi,noun
"""


@pytest.fixture
def homographs(tmp_path: Path) -> Path:
    path = tmp_path / "homographs.csv"
    path.write_text(HOMOGRAPHS, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("tag", "found"),
    [(("VERB", "tukea"), []), (("NOUN", "tuki"), [("tuki", True)])],
)
def test_a_tagger_tells_a_noun_from_a_verb(
    tag: tuple[str, str], found: list[tuple[str, bool]], homographs: Path
) -> None:
    doc = _tagged_by("fi", {"tuki": tag}, homographs)("Valtio tuki niitä.")
    assert [(span.text, span._.kielipari_certain) for span in doc.spans["terms"]] == found


def test_a_tagger_tells_a_tree_from_a_number(homographs: Path) -> None:
    sentence = "Pihalla on kuusi."
    untagged = spacy.blank("fi")
    untagged.add_pipe("kielipari_terms", config={"glossary": str(homographs)})
    plain = untagged(sentence)
    assert [span._.kielipari_certain for span in plain.spans["terms"]] == [False]
    tree = _tagged_by("fi", {"kuusi": ("NOUN", "kuusi")}, homographs)(sentence)
    assert [span._.kielipari_certain for span in tree.spans["terms"]] == [True]


def test_a_tag_against_a_plain_noun_only_makes_it_uncertain(glossary: str) -> None:
    nlp = _tagged_by("fi", {"ekosysteemin": ("VERB", "ekosysteemiä")}, Path(glossary))
    doc = nlp("Vahva ekosysteemin perusta")
    assert [(span.text, span._.kielipari_certain) for span in doc.spans["terms"]] == [
        ("ekosysteemin", False)
    ]


def test_a_swedish_tagger_is_heard_too(homographs: Path) -> None:
    tags = {"resa": ("VERB", "resa"), "ska": ("AUX", "skola")}
    assert not _tagged_by("sv", {"resa": ("NOUN", "resa")}, homographs)("Hon reser.").spans["terms"]
    doc = _tagged_by("sv", tags, homographs)("De ska resa hem.")
    assert not [span for span in doc.spans["terms"] if span._.kielipari_certain]
