"""Records in tries: few keys in one, many in several, the same answers."""

from pathlib import Path

import pytest

from kielipari.terms import tries

ENTRIES = [
    ("sopimus", (0, 1)),
    ("sopimuksen", (0, 2)),
    ("ääni", (1, 1)),
    ("sopimus", (2, 0)),
    ("=sopimus", (0, 0)),
]


@pytest.fixture(params=["one", "several"])
def found(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> tries.Tries:
    if request.param == "several":
        monkeypatch.setattr(tries, "_MANY", 0)
    return tries.build(iter(ENTRIES))


def test_every_record_of_a_key_is_found(found: tries.Tries) -> None:
    assert sorted(found.get("sopimus")) == [(0, 1), (2, 0)]
    assert list(found.get("=sopimus")) == [(0, 0)]
    assert list(found.get("ääni")) == [(1, 1)]
    assert list(found.get("hanke")) == []
    assert list(found.get("")) == []
    assert set(found) == {key for key, _ in ENTRIES}
    assert len(found) == len(ENTRIES)


def test_kept_tries_are_mapped_and_damaged_ones_refused(found: tries.Tries, tmp_path: Path) -> None:
    place = tmp_path / "index"
    assert tries.keep(place, found)
    again = tries.mapped(place, len(found.tries))
    assert again is not None
    assert sorted(again.get("sopimus")) == [(0, 1), (2, 0)]
    place.with_name("index.0").write_bytes(b"torn")
    assert tries.mapped(place, len(found.tries)) is None
