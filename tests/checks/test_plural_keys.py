"""Catalogues that tell singular and plural by their keys: file.count_one, file.count_other."""

import json
from pathlib import Path

import pytest

from kielipari.config import Config
from kielipari.languages.plurals import category_in_key
from kielipari.run import Request, run


def told(folder: Path, finnish: dict[str, str], swedish: dict[str, str]) -> list[str]:
    paths = []
    for lang, texts in (("fi", finnish), ("sv", swedish)):
        path = folder / f"{lang}.json"
        path.write_text(json.dumps(texts), encoding="utf-8")
        paths.append(str(path))
    return [
        f.rule for f in run(Request(Config(root=folder), tuple(paths), use_cache=False)).findings
    ]


def test_one_finnish_form_has_two_in_swedish(tmp_path: Path) -> None:
    finnish = {"n_one": "Haettu {{count}} tapahtumaa", "n_other": "Haettu {{count}} tapahtumaa"}
    swedish = {"n_one": "Hämtade {{count}} händelse", "n_other": "Hämtade {{count}} händelser"}
    assert "inconsistent-translation" not in told(tmp_path, finnish, swedish)
    again = {"a": "Hae tapahtumat nyt", "b": "Hae tapahtumat nyt"}
    other = {"a": "Hämta händelserna nu", "b": "Sök alla evenemang"}
    assert "inconsistent-translation" in told(tmp_path, again, other)


def test_the_form_for_one_thing_need_not_say_the_number(tmp_path: Path) -> None:
    texts = {"file_one": "Yksi tiedosto valittu"}, {"file_one": "{{count}} fil vald"}
    assert "placeholder-mismatch" not in told(tmp_path, *texts)
    texts = {"file_other": "Monta tiedostoa valittu"}, {"file_other": "{{count}} filer valda"}
    assert "placeholder-mismatch" in told(tmp_path, *texts)


@pytest.mark.parametrize(
    ("key", "category"),
    [("n_one", "one"), ("list.other", "other"), ("someone", ""), ("one.title", ""), (None, "")],
)
def test_a_key_names_a_plural_category_at_its_end(key: str | None, category: str) -> None:
    assert category_in_key(key) == category
