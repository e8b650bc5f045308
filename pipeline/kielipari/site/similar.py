"""Pages paired by what they say, where nothing else tells: names, numbers, loans, known words.

Each page is a bag of keys as the alignment sees them, weighted by how few of the pages have them
(Sparck Jones 1972). A source's keys are led to the target's by the translation lexicon, by
likeness of spelling and by equality; two pages belong together if each is the other's best by a
margin, and the share of their weight that the other covers is large.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from math import exp, log
from typing import NamedTuple

from kielipari.align.keys import Key, cognate_form
from kielipari.align.lexicon import LexiconSide
from kielipari.align.resources import Resources
from kielipari.align.stems import FUNCTION_MARK
from kielipari.model import BlockKind, Document, Region
from kielipari.site.addresses import is_web, path_of
from kielipari.site.claims import Found

DOUBTFUL = 0.8
"""Below this confidence a pair is shown as doubtful."""

_PREFIX = 5  # letters that a name or loan must share with its counterpart
_LONGEST = 20_000  # code points of a page that are looked at
_LEAST = 0.4  # a pair that is less sure is none
_HEADING = 2.0  # a word of a heading counts so many times
_SLUG = re.compile(r"[^\W\d_]{3,}|\d+")
_SPREAD = 0.5  # keys on more than this share of one side's pages say nothing
_OTHERS = 100  # pages with a counterpart that are looked at for what is common on the site
_LINKS = 3  # translations of a key that are followed; more lead to other pages too
_SHARED = 2  # keys at least that two pages have in common: one may be anything
# How likely a pair is right, in logits: by the cosine, by the margin to the second best, and by
# the number of pages, since nothing is rare where there are few. Fitted (logistic regression) to
# sites of 1 to 100 statutes of which half have no counterpart; measured on news too.
_BIAS, _COSINE, _MARGIN, _FEW = -10.0, 22.8, 12.7, -18.7
_SUREST = 0.95


class _Page(NamedTuple):
    uri: str
    keys: Mapping[str, float]  # comparable key → how often, headings more
    norm: float


def similar(
    sources: Sequence[Document],
    targets: Sequence[Document],
    resources: Resources,
    others: Sequence[Document] = (),
) -> Iterator[Found]:
    """Yield the pages that are each other's best counterpart, the surest first.

    ``others`` are pages in the targets' language that have their counterparts already: what they
    say too is the site's way of speaking, and tells little.
    """
    lexicon = resources.lexicon
    left = [_bag(d, lexicon.source) for d in sources]
    right = [_bag(d, lexicon.target) for d in targets]
    bridge = _bridge({k for bag in left for k in bag}, {k for bag in right for k in bag}, resources)
    step = -(-len(others) // _OTHERS) or 1
    known = [*right, *(_bag(d, lexicon.target) for d in others[::step])]
    weights = _weights(known)
    rows = [_led(bag, bridge, weights) for bag in left]
    columns = [{k: n * weights.get(k, 0.0) for k, n in bag.items()} for bag in right]
    scores = _scores(rows, columns)
    forward = _best(scores)
    backward = _best([(j, i, score) for i, j, score in scores])
    found = []
    for i, (j, score, second) in forward.items():
        back = backward.get(j)
        if back is None or back[0] != i:
            continue
        margin = 1 - max(second, back[2]) / score
        confidence = _confidence(score, margin, len(known))
        if confidence >= _LEAST:
            found.append(Found(sources[i].uri, targets[j].uri, confidence))
    yield from sorted(found, key=lambda one: -one.confidence)


def _confidence(score: float, margin: float, pages: int) -> float:
    """Return how sure a pair is, by its score and by how far the second best stays behind."""
    logit = _BIAS + _COSINE * score + _MARGIN * margin + _FEW / pages**0.5
    return round(_SUREST / (1 + exp(-logit)), 3)


def _bag(document: Document, side: LexiconSide) -> dict[str, float]:
    """Return the comparable keys of a page: of its main text, its headings and its address."""
    counts: defaultdict[str, float] = defaultdict(float)
    length = 0
    for block in document.blocks:
        if block.region not in {Region.MAIN, Region.HEAD} or length > _LONGEST:
            continue
        length += len(block.text)
        weight = _HEADING if block.kind in {BlockKind.HEADING, BlockKind.TITLE} else 1.0
        for key in side.table.of_text(block.text):
            counts[_comparable(key, side)] += weight
    for word in _SLUG.findall(path_of(document.uri).rpartition("/")[2]):
        for key in side.table.of_text(word):
            counts[_comparable(key, side)] += _HEADING
    for link in document.meta.links:
        if link.region is Region.MAIN and is_web(link.href):
            counts[f"@{link.href}"] += 1
    return {key: 1 + log(count) for key, count in counts.items()}


def _comparable(key: Key, side: LexiconSide) -> str:
    """Return the key as text; marked with ``=`` where every page has it, as function words."""
    name = side.name(key)
    is_common = name.startswith(FUNCTION_MARK) or (isinstance(key, int) and side.weights[key] <= 0)
    return f"={name}" if is_common else name


def _bridge(left: set[str], right: set[str], resources: Resources) -> dict[str, dict[str, float]]:
    """Lead each key of the sources to keys of the targets, with how likely they mean the same."""
    cognates, translations = _cognates(right), _translations(resources)
    bridge: dict[str, dict[str, float]] = {}
    for key in left:
        if key[:1] == "=":
            continue
        led = {key: 1.0} if key in right else {}
        if key[:1] not in "#@":
            for other, likely in (*translations(key), *cognates(key)):
                if other in right:
                    led[other] = max(led.get(other, 0.0), likely)
        if led:
            bridge[key] = led
    return bridge


_Led = Callable[[str], Iterator[tuple[str, float]]]


def _translations(resources: Resources) -> _Led:
    lexicon = resources.lexicon
    numbers = {name: n for n, name in enumerate(lexicon.source.names)}

    def of(key: str) -> Iterator[tuple[str, float]]:
        number = numbers.get(key)
        if number is None:
            return
        links = range(int(lexicon.first[number]), int(lexicon.first[number + 1]))
        for n in sorted(links, key=lambda n: -lexicon.surely[n])[:_LINKS]:
            yield lexicon.target.names[lexicon.links[n]], float(lexicon.surely[n])

    return of


def _cognates(right: set[str]) -> _Led:
    spelled: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
    for key in right:
        if key[:1] not in "#@=":
            form = cognate_form(key)
            spelled[form[:_PREFIX]].append((key, form))

    def of(key: str) -> Iterator[tuple[str, float]]:
        form = cognate_form(key)
        for other, there in spelled.get(form[:_PREFIX], ()):
            yield other, _likeness(form, there)

    return of


def _likeness(one: str, other: str) -> float:
    longest = max(len(one), len(other))
    if longest < _PREFIX:
        return 0.0
    same = next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), None)
    return (min(len(one), len(other)) if same is None else same) / longest


def _weights(bags: Sequence[Mapping[str, float]]) -> dict[str, float]:
    """Return the inverse document frequency of every key; 0 for what most pages have."""
    pages = len(bags)
    counts = Counter(key for bag in bags for key in bag)
    most = max(2, _SPREAD * pages)
    return {
        key: log((pages + 1) / count) + 0.1 if count <= most or pages == 1 else 0.0
        for key, count in counts.items()
        if key[:1] != "="
    }


def _led(
    bag: Mapping[str, float],
    bridge: Mapping[str, Mapping[str, float]],
    weights: Mapping[str, float],
) -> dict[str, float]:
    """Return a source's bag in the keys of the targets."""
    led: dict[str, float] = {}
    for key, count in bag.items():
        for other, likely in bridge.get(key, {}).items():
            value = count * likely * weights.get(other, 0.0)
            led[other] = max(led.get(other, 0.0), value)
    return led


def _scores(
    rows: Sequence[Mapping[str, float]], columns: Sequence[Mapping[str, float]]
) -> list[tuple[int, int, float]]:
    """Return the cosine of every two pages that share more than one thing."""
    places: defaultdict[str, list[tuple[int, float]]] = defaultdict(list)
    norms = [sum(v * v for v in column.values()) ** 0.5 for column in columns]
    for j, column in enumerate(columns):
        for key, value in column.items():
            if value:
                places[key].append((j, value))
    scores = []
    for i, row in enumerate(rows):
        products: defaultdict[int, list[float]] = defaultdict(list)
        for key, value in row.items():
            for j, there in places.get(key, ()):
                products[j].append(value * there)
        norm = sum(v * v for v in row.values()) ** 0.5
        scores += [
            (i, j, product / (norm * norms[j]))
            for j, shared in products.items()
            if len(shared) >= _SHARED and (product := sum(shared)) > 0
        ]
    return scores


def _best(scores: Sequence[tuple[int, int, float]]) -> dict[int, tuple[int, float, float]]:
    """Return for each page its best counterpart, that one's score, and the second best score."""
    best: dict[int, tuple[int, float, float]] = {}
    for i, j, score in sorted(scores, key=lambda one: (-one[2], one[1])):
        if i not in best:
            best[i] = (j, score, 0.0)
        elif best[i][2] <= 0:
            best[i] = (*best[i][:2], score)
    return best
