"""Pages whose counterpart is there and could not be read: nobody can say that it is missing."""

from collections.abc import Collection, Iterable
from dataclasses import replace

from kielipari.model import Pair, Parity, Problem
from kielipari.site.addresses import is_web, join, normal
from kielipari.site.paths import neutral_path
from kielipari.site.said import is_gone

UNREAD = "unread"


def with_unread(
    pairs: Iterable[Pair], problems: Collection[Problem], languages: tuple[str, str]
) -> tuple[Pair, ...]:
    """Mark the pages that lack their counterpart only because it could not be read.

    It is known by an address that differs in the language alone, or by what the page names as its
    other version. What the server says is not there (404, 410) is missing.
    """
    there = [problem.path for problem in problems if not is_gone(problem.message)]
    paths = {neutral_path(path, languages) for path in there}
    addresses = {normal(path) for path in there if is_web(path)}
    return tuple(
        replace(pair, parity=Parity.POINTER, found_by=UNREAD)
        if there and _is_half_of(pair, paths, addresses, languages)
        else pair
        for pair in pairs
    )


def _is_half_of(
    pair: Pair, paths: Collection[str], addresses: Collection[str], languages: tuple[str, str]
) -> bool:
    if pair.units or (pair.source is not None and pair.target is not None):
        return False
    document = pair.source or pair.target
    if document is None:
        return False
    named = [alternate.href for alternate in document.meta.alternates]
    named += [link.href for link in document.meta.links if link.switcher]
    return neutral_path(document.uri, languages) in paths or any(
        normal(join(document.uri, href)) in addresses for href in named
    )
