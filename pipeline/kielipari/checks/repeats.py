"""C101, C102: texts that stand in a run several times, translated otherwise, or others alike.

Of a text that is kept for this there are hashes alone; only where these show that one side is the
same and the other is not, the units are looked at again.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import blake2b
from itertools import repeat, zip_longest
from operator import attrgetter

from kielipari.checks.base import SATISFIED, Example, Rule, Scope, Span, Verdict
from kielipari.checks.corpus import CorpusView, PlacedViolation, Repeats, where_of
from kielipari.checks.runner import normalise
from kielipari.checks.view import UnitView
from kielipari.languages.plurals import category_in_key
from kielipari.model import Message, PairResult, Repeatable, Segment, Severity, Unit

_STEM = 3  # letters that two forms of a word share at least, and …
_ENDING = 4  # … that come after what they share at most
_LABEL = 1  # words of a text whose form may depend on what it stands beside
_EDGES = " .,:;!?…–-\"”“'’»«()*"


def repeatable(view: UnitView, number: int) -> bytes:
    """Return, packed, by what a unit that has this number in its pair is known again elsewhere."""
    unit = view.unit
    number_form = category_in_key(unit.key) if unit.plural is None else unit.plural
    context = f"{unit.context or ''}\x1f{number_form}\x1f"
    source = _as_said(unit.source[0].text, view.source.normal)
    target = _bare(view.target.normal)
    return Repeatable.packed(number, _hash(context + source), _hash(context + target))


@dataclass(frozen=True, slots=True)
class _Place:
    """A unit that is looked at again, with its texts normalised."""

    result: PairResult
    number: int
    unit: Unit
    source: str
    target: str

    @property
    def is_metadata(self) -> bool:
        """Whether it is a title or a description, which stands in no running text."""
        return all(segment.block.kind.is_metadata for segment in self.unit.target)


def _places(rows: Repeats) -> list[_Place]:
    found = []
    for result, seen in rows:
        unit = result.units[seen.unit]
        sides = (normalise(" ".join(s.text for s in side)) for side in (unit.source, unit.target))
        found.append(_Place(result, seen.unit, unit, *sides))
    return found


def inconsistent_translation(view: CorpusView) -> Iterator[Verdict]:
    """C101: the same segment in the same context has two translations."""
    for rows in view.repeats(attrgetter("source")):
        if len({seen.target for _, seen in rows}) == 1:
            yield from repeat(SATISFIED, len(rows))
            continue
        places = _places(rows)
        said = [_said_in_text(place, places) for place in places]
        counts = Counter(said)
        usual = max(counts, key=lambda text: counts[text])
        other = next(p.unit.target[0].text for p in places if _bare(p.target) == usual)
        for place, text in zip(places, said, strict=True):
            if text == usual or (_is_label(place.source) and _inflects(text, usual)):
                yield SATISFIED  # "Anpassad" agrees with another word than "Anpassat"
            else:
                message = Message.of("inconsistent-translation", other=other)
                yield _violation(message, place, f"{place.source}\x1e{place.target}")


def _said_in_text(place: _Place, places: Iterable[_Place]) -> str:
    """Return a translation; a title's as the text has it, where that only inflects its words.

    *Bibliotek* in the title of a page whose heading is *Biblioteket* is good style.
    """
    text = _bare(place.target)
    if not place.is_metadata:
        return text
    others = [_bare(other.target) for other in places if not other.is_metadata]
    if text in others:
        return text
    return next((other for other in others if _inflects(text, other)), text)


def _is_label(text: str) -> bool:
    return len(text.split()) <= _LABEL


def _inflects(one: str, other: str) -> bool:
    """Whether two texts have the same words, perhaps in other forms: all but endings is alike."""
    pairs = list(zip_longest(one.split(), other.split(), fillvalue=""))
    return all(_are_forms(*pair) for pair in pairs)


def _are_forms(one: str, other: str) -> bool:
    """Whether two words differ in nothing but an ending."""
    stem = max(_STEM, max(len(one), len(other)) - _ENDING)
    return one == other or (min(len(one), len(other)) >= stem and one[:stem] == other[:stem])


def same_translation(view: CorpusView) -> Iterator[Verdict]:
    """C102: two different segments have one translation."""
    for rows in view.repeats(attrgetter("target")):
        if len({seen.source for _, seen in rows}) == 1:
            yield from repeat(SATISFIED, len(rows) - 1)
            continue
        first, *others = _places(rows)
        told = {_bare(first.source)}
        for place in others:
            text = _bare(place.source)
            is_akin = text in told or _are_akin(text, told)
            told.add(text)
            if is_akin:
                yield SATISFIED
            else:
                message = Message.of("same-translation", other=first.unit.source[0].text)
                yield _violation(message, place, f"{place.source}\x1e{first.source}")


def _as_said(text: str, normal: str) -> str:
    """Return a source text as far as it tells texts apart: "Suomi" is not "suomi"."""
    text = text.strip()
    return normal if " " in text else text


def _are_akin(text: str, others: Iterable[str]) -> bool:
    """Whether a text may be another one inflected or reworded: a word begins like one of its."""
    beginnings = {word[:4] for word in text.split()}
    return any(beginnings & {word[:4] for word in other.split()} for other in others)


def _bare(text: str) -> str:
    """Leave out punctuation at the ends."""
    return text.strip(_EDGES)


def _hash(text: str) -> bytes:
    """Return the first 64 bits of BLAKE2b."""
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest()


def _violation(message: Message, place: _Place, evidence: str) -> PlacedViolation:
    return PlacedViolation(
        message,
        source=_whole(place.unit.source[0]),
        target=_whole(place.unit.target[0]),
        evidence=evidence,
        where=where_of(place.result, place.number),
    )


def _whole(segment: Segment) -> Span:
    return Span(segment, 0, len(segment.text))


RULES = (
    Rule(
        code="C101",
        slug="inconsistent-translation",
        severity=Severity.WARNING,
        scope=Scope.CORPUS,
        what="The same text has one translation here and another elsewhere, in the same context.",
        why="A button or heading that changes its name from page to page misleads its readers.",
        how="Choose one translation, or declare a context (msgctxt) where the meaning differs.",
        bad=(Example("Sulje ikkuna\nSulje ikkuna", "Stäng fönstret\nSlå igen fönstret"),),
        good=(
            Example("Sulje ikkuna\nSulje ikkuna", "Stäng fönstret\nStäng fönstret"),
            Example("suomi\nSuomi", "finska\nFinland", note="two words"),
            Example("Mukautettu\nMukautettu", "Anpassad\nAnpassat", note="a label that agrees"),
        ),
        check=inconsistent_translation,
    ),
    Rule(
        code="C102",
        slug="same-translation",
        severity=Severity.INFO,
        scope=Scope.CORPUS,
        what="Two different texts have the same translation.",
        why="Two commands or headings that look alike in one language cannot be told apart.",
        how="Give them different translations if they mean different things.",
        bad=(Example("Tallenna\nLähetä", "Skicka\nSkicka"),),
        good=(Example("Tallenna\nLähetä", "Spara\nSkicka"),),
        check=same_translation,
    ),
)
