"""What a file holds decides what is usual in it: labels are said shorter, sentences are not."""

from kielipari.checks.typical import Typical

LABELS = [("Tallenna", "Spara"), ("Poista valitut", "Ta bort valda"), ("Hae", "Sök")] * 5
SENTENCES = [
    (
        "Kirjasto on avoinna maanantaista perjantaihin kello 9–17, myös koulujen loma-aikoina.",
        "Biblioteket är öppet från måndag till fredag kl. 9–17, också under skolornas lov.",
    )
] * 15


def test_a_file_of_labels_is_told_from_running_text() -> None:
    assert Typical(LABELS).is_of_labels
    assert Typical([*LABELS, *SENTENCES[:5]]).is_of_labels
    assert not Typical(SENTENCES).is_of_labels
    assert not Typical([*LABELS[:5], *SENTENCES]).is_of_labels


def test_a_few_texts_tell_nothing_of_their_file() -> None:
    assert not Typical(LABELS[:5]).is_of_labels
    assert not Typical().is_of_labels


def test_texts_that_join_sentences_are_told_from_those_that_never_do() -> None:
    apart = [("Ovi on nyt kiinni. Soita siis kelloa.", "Dörren är stängd. Ring på klockan.")] * 60
    joined = [
        ("Ovi on nyt kiinni. Soita siis kelloa.", "Dörren är stängd, så ring på klockan.")
    ] * 60
    assert Typical(apart).merging(("fi", "sv")) < 0.02
    assert Typical([*apart, *joined]).merging(("fi", "sv")) > 0.4
    assert Typical(apart[:5]).merging(("fi", "sv")) > 0.02  # too few to know
    cut = [(source, target.partition(" R")[0]) for source, target in apart]
    assert Typical([*apart, *cut[:30]]).merging(("fi", "sv")) < 0.02  # a lost sentence is none
