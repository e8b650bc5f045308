"""Two values that differ and belong to each other: declared so, or an office's two addresses."""

from difflib import SequenceMatcher

from kielipari.checks.view import UnitView
from kielipari.values import Value, ValueKind
from kielipari.values.discrepancy import Discrepancy

_TYPO = 0.6  # share of letters in common from which one is another one mistyped


def is_mistyped(one: str, other: str) -> bool:
    """Whether the two are so alike that one may be the other one mistyped."""
    return SequenceMatcher(None, one, other, autojunk=False).ratio() >= _TYPO


def are_each_others(view: UnitView, discrepancy: Discrepancy) -> bool:
    """Whether the two are each other's: the glossary says so, or one office has a box in each."""
    source, target = discrepancy.source, discrepancy.target
    if source is None or target is None:
        return False
    if source.kind is ValueKind.EMAIL is target.kind and _are_own_boxes(source, target):
        return True
    wanted = {
        (view.source.lang, source.text.casefold()),
        (view.target.lang, target.text.casefold()),
    }
    return any(
        wanted <= {(term.lang, term.text.casefold()) for term in concept.terms}
        for concept in view.analysers.concepts
    )


def _are_own_boxes(source: Value, target: Value) -> bool:
    """Whether an office has an address in each language, and neither is the other one mistyped.

    kirjaamo@kunta.example and registratur@kunta.example are; a person's address, with the name
    parted by a dot, is nobody's translation.
    """
    box, _, domain = source.key[0].partition("@")
    other, _, other_domain = target.key[0].partition("@")
    if domain != other_domain or not (_is_word(box) and _is_word(other)):
        return False
    return not is_mistyped(box, other)


def _is_word(box: str) -> bool:
    return all(part.isalpha() for part in box.split("-"))
