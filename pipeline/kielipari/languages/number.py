"""How the plural ends by which a label names many things: *tilat*, *lokaler*, *lokalerna*.

Finnish: the nominative, VISK § 79 (Iso suomen kielioppi). Swedish: the five declensions and their
definite forms, but for the endings that singular forms have as well (*-n*, none).
"""

__all__ = ["PLURAL_ENDINGS"]

PLURAL_ENDINGS: dict[str, tuple[str, ...]] = {"fi": ("t",), "sv": ("r", "na")}
