"""What can go wrong in a template, and the budget that makes every run end."""

from __future__ import annotations

from dataclasses import dataclass, field


class TemplateError(Exception):
    """A template that cannot be read or fails while it runs; the only error of this package."""

    def __init__(self, message: str, filename: str = "", line: int | None = None) -> None:
        super().__init__(message)
        self.message = message
        """What was found and what Go expects there."""
        self.filename = filename
        """The template's file as the loader named it; empty for text given by hand."""
        self.line = line
        """1-based line in that file, if known."""
        self.fatal = False
        """Whether ``try`` must let it pass, as it does with a used-up budget."""

    def __str__(self) -> str:
        """Give place and message."""
        place = self.filename or "template"
        return f"{place}:{self.line}: {self.message}" if self.line else f"{place}: {self.message}"


class FunctionError(Exception):
    """A function's complaint about its arguments; the executor adds function, file and line."""


class BudgetError(FunctionError):
    """The run used more than it was given; unlike other complaints `try` cannot catch it."""


class ReturnSignal(Exception):  # noqa: N818 — a jump, not an error
    """A template has met ``return``."""

    def __init__(self, value: object, *, has_value: bool) -> None:
        super().__init__("return outside of a partial")
        self.value = value
        """What it returns."""
        self.has_value = has_value
        """Whether a value was given; if not, the output up to here counts."""


@dataclass(slots=True)
class Budget:
    """How much one rendering may use; counts down while it runs."""

    steps: int = 2_000_000
    """Evaluated nodes and list items, partials included."""
    output: int = 8_000_000
    """Characters of output, of each single string and items of each single list."""
    depth: int = 60
    """Templates and partials within each other."""
    written: int = field(default=0, init=False)
    """Characters written so far."""
    level: int = field(default=0, init=False)
    """Templates running within each other at the moment."""

    def step(self, count: int = 1) -> None:
        """Use up steps."""
        self.steps -= count
        if self.steps < 0:
            msg = "the template runs too long: its step budget is used up; look for an endless loop"
            raise BudgetError(msg)

    def write(self, count: int) -> None:
        """Use up output characters."""
        self.written += count
        self.size(self.written)

    def size(self, length: int) -> None:
        """Refuse a value of this many characters or items."""
        if length > self.output:
            msg = f"the template makes too much output: more than {self.output} characters or items"
            raise BudgetError(msg)

    def enter(self) -> None:
        """Begin a template within a template."""
        self.level += 1
        if self.level > self.depth:
            msg = (
                f"templates call each other more than {self.depth} deep; look for endless recursion"
            )
            raise BudgetError(msg)

    def leave(self) -> None:
        """End what `enter` began."""
        self.level -= 1
