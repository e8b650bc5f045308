"""Pages that ship with the package: how to use Kielipari, and the catalogue of rules.

``kielipari explain NAME`` shows one.
"""

from importlib import resources


def names() -> tuple[str, ...]:
    """Return the names of the pages."""
    files = (file.name for file in resources.files(__name__).iterdir())
    return tuple(sorted(name.removesuffix(".md") for name in files if name.endswith(".md")))


def page(name: str) -> str | None:
    """Return a page as Markdown, None where there is none of that name."""
    if name not in names():
        return None
    return (resources.files(__name__) / f"{name}.md").read_text(encoding="utf-8")
