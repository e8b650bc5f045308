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
