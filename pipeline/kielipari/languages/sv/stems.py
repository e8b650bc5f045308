"""What the forms of a Swedish word begin with, whichever they are."""

from collections.abc import Sequence

from kielipari.languages.base import Form
from kielipari.languages.sv.morphology import lemmas

_FEW = _SHORTEST = 3  # forms, letters


def stems(word: str, forms: Sequence[Form]) -> tuple[frozenset[str], frozenset[str]]:
    """Return the beginnings of the forms, and of the first part of a compound.

    That may lack the last vowel: högskola, högskoleutbildning. Both are empty for a word of which
    nobody tells the forms.
    """
    if len(forms) < _FEW:
        return frozenset(), frozenset()
    found = frozenset(form.text for form in forms)
    first = (
        bare if len(bare := base.rstrip("aeo")) >= _SHORTEST else base for base in lemmas(word)
    )
    return found | {word}, frozenset(first)
