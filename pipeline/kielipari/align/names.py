"""What two languages call languages, countries, currencies, days, months and units, from CLDR.

Unicode Common Locale Data Repository, through Babel. Statutes hold few of these names.
"""

from collections.abc import Iterator, Mapping

from babel import Locale

from kielipari.align.aligned import AlignedPiece

__all__ = ["cldr_names"]

_WIDTH = "wide"


def cldr_names(source_lang: str, target_lang: str) -> Iterator[AlignedPiece]:
    """Yield a piece for each name that both languages have, those with digits left out."""
    left, right = (_tables(Locale.parse(lang)) for lang in (source_lang, target_lang))
    for group, names in left.items():
        for code, name in names.items():
            other = right[group].get(code)
            if name and other and not any(map(str.isdigit, name + other)):
                yield AlignedPiece("CLDR", name, other)


def _tables(locale: Locale) -> dict[str, Mapping[object, str]]:
    """Return a locale's names by group and code."""
    return {
        "languages": locale.languages,
        "territories": locale.territories,
        "scripts": locale.scripts,
        "currencies": locale.currencies,
        "days": locale.days["stand-alone"][_WIDTH],
        "months": locale.months["stand-alone"][_WIDTH],
        "month forms": locale.months["format"][_WIDTH],
    }
