"""Candidate term pairs from aligned texts: what a glossary still lacks.

Termhood is the C-value of Frantzi, Ananiadou & Mima (2000), *Automatic recognition of multi-word
terms*: log₂ of a phrase's length times its frequency, less its average frequency within longer
phrases. Finnish and Swedish write most terms as one word, so length is counted in compound
parts, and a simple word counts as 1.1 of them, as in JATE (Zhang et al. 2008), since the logarithm
of 1 would leave it out. Where the texts are from twenty documents or more, it is weighted by the
inverse document frequency (Spärck Jones 1972): what stands in every document is no term of any.

Association is Dice's coefficient over aligned segments; a pair whose log-likelihood ratio
(Dunning 1993) could be chance is left out, and every phrase is linked once, best pairs first
(competitive linking, Melamed 2000). Pairs are ranked by termhood times association.
"""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from itertools import chain, count

from kielipari import languages
from kielipari.model import Concept, Term
from kielipari.terms.association import Link, associate, choose, discount_composed, judge_heads
from kielipari.terms.formats.delimited import write
from kielipari.terms.lookup import Aligned
from kielipari.terms.phrasebook import Phrasebook
from kielipari.terms.phrases import Key, Phrases
from kielipari.terms.termbase import Termbase

MIN_TERMHOOD = 1.5
"""A compound met twice has more, a simple word that is met ten times has less."""
_DOUBTFUL = 0.25
"""Association below which a pair is left out that was discounted for its head or its parts."""
_CONSIDERED = 3000
"""Source phrases, best C-values first, whose equivalents are looked for."""
_EXAMPLES = 2
_LONGEST_EXAMPLE = 200


@dataclass(frozen=True, slots=True)
class Candidate:
    """A term pair that the texts suggest.

    ``concept`` is an id that the termbase does not have. ``termhood`` is the source phrase's weighted C-value, ``association`` Dice's coefficient (0 to 1),
    ``likelihood`` the log-likelihood ratio; counts are of aligned segments with the source
    phrase, with the target phrase, and with both.
    """

    concept: str
    source: str
    target: str
    termhood: float
    association: float
    likelihood: float
    source_count: int
    target_count: int
    together: int
    examples: tuple[Aligned, ...]

    @property
    def score(self) -> float:
        """What candidates are ranked by."""
        return self.termhood * self.association


def extract(
    aligned: Iterable[Aligned],
    termbase: Termbase | None = None,
    pair: tuple[str, str] = ("fi", "sv"),
    limit: int = 200,
) -> tuple[Candidate, ...]:
    """Return the best candidate pairs that the termbase lacks on both sides, best first.

    ``aligned`` are segments in the languages of ``pair``; one-sided segments are left out, and
    so are words that are the same in both languages.
    """
    both = [item for item in aligned if item[0].strip() and item[1].strip()]
    source, target = Phrasebook(pair[0]), Phrasebook(pair[1])
    documents = [item[2].rpartition(":")[0] for item in both]
    source.read([item[0] for item in both], documents)
    target.read([item[1] for item in both], documents)
    termhood, other = source.c_values(), target.c_values()
    termhood = {key: value * source.specificity(key) for key, value in termhood.items()}
    considered = sorted(termhood, key=lambda key: (-termhood[key], key))[:_CONSIDERED]
    chosen = choose(judge_heads(associate(considered, other.keys(), source, target), source))
    links = discount_composed(chosen, source, target)
    known = tuple(_known(termbase, lang) for lang in pair)
    new = [
        link
        for link in links
        if link.source not in known[0]
        and link.target not in known[1]
        and link.source != link.target
        and termhood[link.source] >= MIN_TERMHOOD
        and link.dice >= _DOUBTFUL
    ]
    new.sort(key=lambda k: (-termhood[k.source] * k.dice, k.source, k.target))
    examples = _examples(new[:limit], source, target, both)
    ids = {concept.id for concept in termbase.concepts} if termbase else set()
    candidates = []
    for link in new[:limit]:
        term = source.citation(link.source)
        ids.add(key := _free_id(term, ids))
        candidates.append(
            Candidate(
                key,
                term,
                target.citation(link.target),
                round(termhood[link.source], 2),
                round(link.dice, 3),
                round(link.likelihood, 1),
                source.counts[link.source],
                target.counts[link.target],
                link.together,
                examples[link],
            )
        )
    return tuple(candidates)


def to_csv(candidates: Iterable[Candidate], pair: tuple[str, str] = ("fi", "sv")) -> bytes:
    """Return candidates as glossary rows, figures and examples in the notes, for a person to judge.

    The rows can be read as a glossary of their own and appended to one as they are: a header
    row in the middle of a glossary is skipped.
    """
    concepts = []
    for item in candidates:
        figures = (
            f"{item.together} shared of {item.source_count} and {item.target_count} segments, "
            f"association {item.association:.2f}, termhood {item.termhood:.1f}"
        )
        mine = " | ".join((figures, *(_shortened(source) for source, _, _ in item.examples)))
        theirs = " | ".join(_shortened(target) for _, target, _ in item.examples)
        places = " | ".join(place for _, _, place in item.examples)
        terms = (
            Term(item.source, pair[0], note=mine, source=places),
            Term(item.target, pair[1], note=theirs),
        )
        concepts.append(Concept(item.concept, terms))
    return write(Termbase(tuple(concepts)))


def _shortened(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= _LONGEST_EXAMPLE else f"{text[: _LONGEST_EXAMPLE - 1]}…"


def _free_id(term: str, taken: AbstractSet[str]) -> str:
    """Return the term in plain letters and hyphens, numbered if that id is taken."""
    plain = unicodedata.normalize("NFKD", term.lower()).encode("ascii", "ignore").decode()
    name = re.sub("[^a-z0-9]+", "-", plain).strip("-") or "term"
    names = chain([name], (f"{name}-{i}" for i in count(2)))
    return next(n for n in names if n not in taken)


def _known(termbase: Termbase | None, lang: str) -> set[Key]:
    """Return the keys of the termbase's terms, allowed or not."""
    known: set[Key] = set()
    if termbase is not None:
        phrases = Phrases(languages.get(lang))
        for concept in termbase.in_language(lang):
            for term in concept.in_language(lang):
                found = [p.key for p in phrases.find(term.text) if p.written == term.text]
                known.update(found or [tuple(term.text.lower().split())])
    return known


def _examples(
    links: Sequence[Link], source: Phrasebook, target: Phrasebook, both: Sequence[Aligned]
) -> dict[Link, tuple[Aligned, ...]]:
    """Return the two shortest aligned segments that hold both phrases of each link."""
    by_source = {link.source: link for link in links}
    found: dict[Link, list[Aligned]] = {link: [] for link in links}
    for item, here, there in zip(both, source.segments, target.segments, strict=True):
        for key in here & by_source.keys():
            if by_source[key].target in there:
                found[by_source[key]].append(item)
    return {
        link: tuple(sorted(set(items), key=lambda i: (len(i[0]) + len(i[1]), i))[:_EXAMPLES])
        for link, items in found.items()
    }
