"""Units of measurement: CLDR's names for them, and what one of each is in the base unit.

Factors are SI's (BIPM, SI Brochure, 9th edition); a month and a year are units of their own,
since no number of days is right.
"""

from decimal import Decimal, InvalidOperation

from kielipari.values.model import ValueKind

# CLDR unit → (dimension, factor to the dimension's base unit)
UNITS: dict[str, tuple[str, str]] = {
    "length-millimeter": ("length", "0.001"),
    "length-centimeter": ("length", "0.01"),
    "length-decimeter": ("length", "0.1"),
    "length-meter": ("length", "1"),
    "length-kilometer": ("length", "1000"),
    "length-mile": ("length", "1609.344"),
    "length-foot": ("length", "0.3048"),
    "length-inch": ("length", "0.0254"),
    "mass-milligram": ("mass", "0.001"),
    "mass-gram": ("mass", "1"),
    "mass-kilogram": ("mass", "1000"),
    "mass-tonne": ("mass", "1000000"),
    "volume-milliliter": ("volume", "0.001"),
    "volume-centiliter": ("volume", "0.01"),
    "volume-deciliter": ("volume", "0.1"),
    "volume-liter": ("volume", "1"),
    "volume-cubic-meter": ("volume", "1000"),
    "area-square-meter": ("area", "1"),
    "area-hectare": ("area", "10000"),
    "area-square-kilometer": ("area", "1000000"),
    "energy-joule": ("energy", "1"),
    "energy-kilojoule": ("energy", "1000"),
    "energy-kilowatt-hour": ("energy", "3600000"),
    "energy-megawatt-hour": ("energy", "3600000000"),
    "energy-gigawatt-hour": ("energy", "3600000000000"),
    "energy-terawatt-hour": ("energy", "3600000000000000"),
    "energy-kilocalorie": ("energy", "4184"),
    "frequency-hertz": ("frequency", "1"),
    "frequency-kilohertz": ("frequency", "1000"),
    "frequency-megahertz": ("frequency", "1000000"),
    "frequency-gigahertz": ("frequency", "1000000000"),
    "power-watt": ("power", "1"),
    "power-kilowatt": ("power", "1000"),
    "power-megawatt": ("power", "1000000"),
    "power-gigawatt": ("power", "1000000000"),
    "speed-meter-per-second": ("speed", "3.6"),
    "speed-kilometer-per-hour": ("speed", "1"),
    "temperature-celsius": ("temperature", "1"),
    "digital-kilobyte": ("bytes", "0.001"),
    "digital-megabyte": ("bytes", "1"),
    "digital-gigabyte": ("bytes", "1000"),
    "digital-terabyte": ("bytes", "1000000"),
    "duration-second": ("time", "1"),
    "duration-minute": ("time", "60"),
    "duration-hour": ("time", "3600"),
    "duration-day": ("time", "86400"),
    "duration-week": ("time", "604800"),
    "duration-month": ("months", "1"),
    "duration-year": ("months", "12"),
}

# symbols that are the same in every language, in lower case
SYMBOLS: dict[str, str] = {
    "m": "length-meter",
    "m2": "area-square-meter",
    "m3": "volume-cubic-meter",
    "km2": "area-square-kilometer",
    "kwh": "energy-kilowatt-hour",
    "mwh": "energy-megawatt-hour",
    "gwh": "energy-gigawatt-hour",
    "twh": "energy-terawatt-hour",
    "kj": "energy-kilojoule",
    "kcal": "energy-kilocalorie",
    "hz": "frequency-hertz",
    "khz": "frequency-kilohertz",
    "mhz": "frequency-megahertz",
    "ghz": "frequency-gigahertz",
    "kb": "digital-kilobyte",
    "mb": "digital-megabyte",
    "gb": "digital-gigabyte",
    "tb": "digital-terabyte",
    "°": "temperature-celsius",
    "°c": "temperature-celsius",
    "º": "temperature-celsius",  # typed for a degree sign
    "ºc": "temperature-celsius",
    "h": "duration-hour",
}


def normalise(number: str) -> str:
    """Return a decimal in one spelling: no leading or trailing zeros, a point for the mark."""
    if "." in number:
        whole, _, fraction = number.partition(".")
        fraction = fraction.rstrip("0")
        whole = whole.lstrip("0") or "0"
        return f"{whole}.{fraction}" if fraction else whole
    return number.lstrip("0") or "0"


def multiply(number: str, factor: str | int) -> str:
    """Return a product as a normalised decimal; a number too long to be one stays as it is."""
    try:
        return normalise(format(Decimal(number) * Decimal(factor), "f"))
    except InvalidOperation:
        return number


def in_base_unit(number: str, unit: str) -> tuple[str, str]:
    """Return the amount in the base unit, and the dimension."""
    dimension, factor = UNITS[unit]
    return multiply(number, factor), dimension


def in_whole(number: str, currency: str) -> tuple[str, str]:
    """Return an amount in whole units of its currency: 57 cents ("EUR/100") are 0.57 euros."""
    code, _, parts = currency.partition("/")
    return (multiply(number, str(1 / Decimal(parts))), code) if parts else (number, code)


def key_of(kind: ValueKind, number: str, unit: str) -> tuple[str, ...]:
    """Return the key of an amount of a unit, or of a reference to a level."""
    if kind is ValueKind.REFERENCE:
        return (unit, number)
    return in_base_unit(number, unit) if kind is ValueKind.QUANTITY else (number, unit)


def close(one: str, other: str, tolerance: str) -> bool:
    """Whether two amounts differ by at most ``tolerance`` of the larger (a rounded conversion)."""
    try:
        a, b = Decimal(one), Decimal(other)
    except InvalidOperation:
        return False
    return abs(a - b) <= max(abs(a), abs(b)) * Decimal(tolerance)
