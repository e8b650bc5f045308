"""Properties that are reckoned when first asked for."""

from collections.abc import Callable, Mapping
from typing import Any, Generic, TypeVar

_T = TypeVar("_T")


class lazy(Generic[_T]):  # noqa: N801 used as the decorator property is
    """A property that is reckoned when first asked for and kept in the object.

    ``functools.cached_property`` takes a lock each time, in Python 3.11 still; a unit has a dozen.
    """

    def __init__(self, reckon: Callable[[Any], _T]) -> None:
        """Take the method that reckons it."""
        self.__doc__ = reckon.__doc__
        self._reckon = reckon
        self._name = reckon.__name__

    def __get__(self, owner: Any, _: type | None = None) -> _T:  # noqa: ANN401 of any class
        found = owner.__dict__[self._name] = self._reckon(owner)
        return found


class told(Generic[_T]):  # noqa: N801 it stands where a property does
    """One of several lazy properties that are reckoned together, in one step."""

    def __init__(self, reckon: Callable[[Any], Mapping[str, object]]) -> None:
        """Take the method that reckons them all, by name."""
        self._reckon = reckon

    def __set_name__(self, _: type, name: str) -> None:
        self._name = name

    def __get__(self, owner: Any, _: type | None = None) -> _T:  # noqa: ANN401 of any class
        owner.__dict__.update(self._reckon(owner))
        found: _T = owner.__dict__[self._name]
        return found
