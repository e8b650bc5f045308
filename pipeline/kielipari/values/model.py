"""What a value is: something a text says that can be compared across languages without a dictionary."""

from enum import StrEnum
from typing import NamedTuple


class ValueKind(StrEnum):
    """What sort of thing a value is; values of different kinds are never equal."""

    NUMBER = "number"
    ORDINAL = "ordinal"
    PERCENT = "percent"
    MONEY = "money"
    QUANTITY = "quantity"
    DATE = "date"
    WEEKDAY = "weekday"
    YEAR = "year"
    TIME = "time"
    PHONE = "phone"
    EMAIL = "email"
    URL = "url"
    IBAN = "iban"
    BUSINESS_ID = "business-id"
    REFERENCE = "reference"
    NAME = "name"


class Value(NamedTuple):
    """A value as it stands in a text: ``text`` is ``text[start:end]`` of what it was read from.

    ``key`` is what the value means, in strings that are equal exactly when the meanings are:
    numbers as normalised decimals, money as amount and ISO 4217 code, quantities in the base
    unit, dates as year, month and day with ``""`` for what is not said. ``number`` is the amount
    as written, normalised, without its unit; empty where there is none. ``certain`` is False
    where the words have another reading too (an article, a free rendering), so that its absence
    on the other side proves nothing.
    """

    kind: ValueKind
    start: int
    end: int
    key: tuple[str, ...]
    text: str
    number: str = ""
    certain: bool = True
