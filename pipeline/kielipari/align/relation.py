"""How two texts stand to each other: translation, comparable, or unrelated.

Three figures decide. The *evidence* is the log-likelihood ratio of the alignment against leaving
everything unaligned, a segment: high only when one text says what the other says, in order or in
moved blocks. The *likeness* is the cosine of the two texts' characteristic content, translated by
the lexicon: high when both are about the same, in whatever words. Where the evidence is middling,
the *certain share* tells a thin translation from a text that retells the same: how many of the
pairs found are sure. And where a lexicon knows the languages, two longer texts with hardly a word
in common, as in a script that neither side knows, are no translations, however well their lengths
and marks agree.

Calibrated on Finnish–Swedish news (NTREX), statutes (Finlex) and interface texts, each against
itself with 30 % left out and against others of its kind; tests/eval/test_align_relation.py measures
it again and pins it.
"""

from collections import Counter
from collections.abc import Sequence
from itertools import chain
from math import log1p

import numpy as np
import numpy.typing as npt

from kielipari.align.keys import Key
from kielipari.align.lexicon import LexiconSide
from kielipari.align.linking import make_links
from kielipari.align.prepare import Prepared
from kielipari.align.resources import Resources
from kielipari.model import Relation

__all__ = ["EVIDENCE_OF_TRANSLATION", "LIKENESS_OF_COMPARABLE", "judge", "likeness"]

#: From this evidence on, two texts are translations.
EVIDENCE_OF_TRANSLATION = 4.8
#: From this evidence on, no further question is asked.
PLAIN_EVIDENCE = 6.0
#: Below it, this share of the pairs found must be certain.
CERTAIN_SHARE = 0.3
#: From this probability on, a pair is certain.
CERTAIN = 0.95
#: From this likeness on, texts that are no translations are comparable.
LIKENESS_OF_COMPARABLE = 0.57
#: A translation has at least this likeness, if both texts have :data:`KEYS_THAT_TELL`.
LIKENESS_OF_TRANSLATION = 0.1
#: So many different words of content on a side are enough for some to be known or shared.
KEYS_THAT_TELL = 10

_FEW_KEYS = 50
_MOST_KEYS = 3000  # of a long text only the most characteristic are compared
_COMMON_WEIGHT = 1.0  # keys as common as this (a third of all segments) say nothing


def judge(
    source: Prepared,
    target: Prepared,
    evidence: float,
    scores: Sequence[float],
    resources: Resources,
) -> Relation:
    """Return the relation; ``evidence`` is the mean log odds a segment of the alignment.

    ``scores`` are the probabilities, 0 to 1, of the pairs it found.

    A text without any letter on one side only is unrelated to the other; two such texts are
    judged by the evidence alone, and two empty ones are translations of each other.
    """
    if not (source.lengths.any() or target.lengths.any()):
        return Relation.TRANSLATION
    certain = sum(score >= CERTAIN for score in scores) >= CERTAIN_SHARE * len(scores)
    plain = evidence >= (EVIDENCE_OF_TRANSLATION if certain else PLAIN_EVIDENCE)
    if plain and likeness(source, target, resources, most=_FEW_KEYS) >= LIKENESS_OF_TRANSLATION:
        return Relation.TRANSLATION  # all words together could only be more alike
    alike = likeness(source, target, resources)
    strange = alike < LIKENESS_OF_TRANSLATION and _should_be_alike(source, target, resources)
    if plain and not strange:
        return Relation.TRANSLATION
    return Relation.COMPARABLE if alike >= LIKENESS_OF_COMPARABLE else Relation.UNRELATED


def _should_be_alike(source: Prepared, target: Prepared, resources: Resources) -> bool:
    """Say whether two translations would share vocabulary: enough words, and a lexicon."""
    lexicon = resources.lexicon
    sides = ((source, lexicon.source), (target, lexicon.target))
    return len(lexicon.links) > 0 and all(
        len(_characteristic(text, side)[0]) >= KEYS_THAT_TELL for text, side in sides
    )


def likeness(
    source: Prepared, target: Prepared, resources: Resources, most: int | None = None
) -> float:
    """Return how far two texts share what is characteristic of them, about 0 to 1.

    With ``most`` only so many words of either are looked up, the most characteristic: the result
    is at most what all would give.
    """
    lexicon = resources.lexicon
    keys_s, weights_s = _characteristic(source, lexicon.source)
    keys_t, weights_t = _characteristic(target, lexicon.target)
    scale = float(np.linalg.norm(weights_s) * np.linalg.norm(weights_t))
    if not scale:
        return 0.0
    links = make_links(keys_s[:most], keys_t[:most], lexicon)
    shared = np.sqrt(links.forward * links.backward)
    product = weights_s[links.source] * weights_t[links.target] * shared
    return float(product.sum()) / scale


def _characteristic(text: Prepared, side: LexiconSide) -> tuple[list[Key], npt.NDArray[np.float64]]:
    """Return a text's keys of content, without numbers, and what each counts for."""
    found = {}
    all_facts = side.facts
    for key, count in Counter(chain.from_iterable(text.keys)).items():
        facts = all_facts[key]
        if facts.is_content:
            found[key] = log1p(count) * max(0.0, facts.weight - _COMMON_WEIGHT) ** 2
    keys = sorted(found, key=found.__getitem__, reverse=True)[:_MOST_KEYS]
    return keys, np.array([found[key] for key in keys], np.float64)
