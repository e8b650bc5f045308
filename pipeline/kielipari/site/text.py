"""The running text of a page, for telling its language."""

from collections.abc import Iterable

from kielipari.model import Document, Region

_SAMPLE = 4000  # characters; more than enough for any language identifier


def running_text(document: Document) -> str:
    """Return the first 4,000 characters of the main content, or of everything if it has none."""
    main = [
        block.text
        for block in document.blocks
        if block.region is Region.MAIN and not block.kind.is_metadata
    ]
    return sample(main or [block.text for block in document.blocks])


def sample(texts: Iterable[str]) -> str:
    """Join texts, as much of them as language identification needs; no more are asked for."""
    taken: list[str] = []
    length = 0
    for text in texts:
        taken.append(text)
        length += len(text)
        if length >= _SAMPLE:
            break
    return "\n".join(taken)[:_SAMPLE]
