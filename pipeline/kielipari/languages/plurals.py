"""The plural forms of a language, from CLDR through Babel."""

import re
from functools import cache

__all__ = ["category_in_key", "plural_categories", "plural_forms"]

_CATEGORY = re.compile(r"(?:^|[^a-zA-Z])(zero|one|two|few|many|other)\W?$")

_WHOLE_NUMBERS = 200  # no language has a category that only larger whole numbers need in gettext


@cache
def plural_categories(lang: str) -> frozenset[str]:
    """Return CLDR's plural categories, those of fractions too; none for an unknown language."""
    from babel import Locale, UnknownLocaleError  # noqa: PLC0415 - loads CLDR data, seldom needed

    try:
        return frozenset(Locale.parse(lang.replace("-", "_")).plural_form.tags) | {"other"}
    except (UnknownLocaleError, ValueError):
        return frozenset()


@cache
def plural_forms(lang: str) -> int:
    """Return how many forms whole numbers take, as gettext counts them; 0 where unknown."""
    from babel import Locale  # noqa: PLC0415 - loads CLDR data, for entries with plurals only

    if not plural_categories(lang):
        return 0
    rule = Locale.parse(lang.replace("-", "_")).plural_form
    return len({rule(number) for number in range(_WHOLE_NUMBERS)})


def category_in_key(key: str | None) -> str:
    """Return the plural category that a key ends with, as "one" in *file.count_one*; else nothing."""
    if not key or key[-1].isdigit():
        return ""
    found = _CATEGORY.search(key)
    return found[1] if found is not None else ""
