"""Language tags as files write them."""


def primary(tag: str | None) -> str | None:
    """Return the primary subtag of a language tag in lower case, or None for an empty one.

    ``sv-FI``, ``sv_FI.UTF-8`` and ``SV`` are all ``sv`` (BCP 47, POSIX).
    """
    name = (tag or "").strip().replace("_", "-").split("-")[0].split(".")[0].lower()
    return name if name.isalpha() else None
