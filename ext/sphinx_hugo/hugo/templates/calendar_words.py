"""Months and weekdays: numbers that print as words."""

from __future__ import annotations

from typing import ClassVar

from .layouts import MONTHS, WEEKDAYS


class NamedInt(int):
    """A number that prints as a word, such as a month."""

    __slots__ = ()
    WORDS: ClassVar[tuple[str, ...]] = ()
    GO_TYPE: ClassVar[str] = "int"


class Month(NamedInt):
    """``time.Month``."""

    __slots__ = ()
    WORDS = ("", *MONTHS)
    GO_TYPE = "time.Month"


class Weekday(NamedInt):
    """``time.Weekday``."""

    __slots__ = ()
    WORDS = (WEEKDAYS[6], *WEEKDAYS[:6])
    GO_TYPE = "time.Weekday"
