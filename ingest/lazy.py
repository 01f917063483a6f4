"""A property that is computed once, when it is first asked for.

As ``functools.cached_property`` does from Python 3.12 on; that of 3.11 takes a lock each time, which is a tenth of
reading. Always holds: two threads that ask at once may both compute, and get equal values.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Generic, Self, TypeVar, overload

_Value = TypeVar("_Value")


class lazy(Generic[_Value]):  # noqa: N801 - stands where property does
    """Decorates a method without arguments of a class whose instances have a ``__dict__``."""

    def __init__(self, compute: Callable[[Any], _Value]) -> None:
        """Name the method that computes the value."""
        self._compute, self._name = compute, compute.__name__
        self.__doc__ = compute.__doc__

    @overload
    def __get__(self, instance: None, owner: type) -> Self: ...
    @overload
    def __get__(self, instance: object, owner: type) -> _Value: ...
    def __get__(self, instance: object | None, owner: type) -> Self | _Value:
        """Compute the value and leave it where the next one who asks finds it first."""
        if instance is None:
            return self
        value = instance.__dict__[self._name] = self._compute(instance)
        return value
