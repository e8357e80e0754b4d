"""The tree of a parsed template. Nodes compare by identity: the escaper keys its findings by node."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TypeAlias


@dataclass(frozen=True, slots=True, eq=False)
class Dot:
    """``.``, the current value."""


@dataclass(frozen=True, slots=True, eq=False)
class Nil:
    """``nil``."""


@dataclass(frozen=True, slots=True, eq=False)
class Literal:
    """A string, number, character or bool."""

    value: str | int | float | bool


@dataclass(frozen=True, slots=True, eq=False)
class Identifier:
    """A function's name."""

    name: str


@dataclass(frozen=True, slots=True, eq=False)
class Field:
    """``.A.B``: members of the current value."""

    names: tuple[str, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Variable:
    """``$x.A.B``; the name is with its dollar sign."""

    name: str
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Chain:
    """``(…).A.B`` or ``function.A``."""

    operand: Operand
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Command:
    """One stage of a pipeline: a function, method or value with its arguments."""

    args: tuple[Operand, ...]
    line: int


class Binding(Enum):
    """What a pipeline does with its variables."""

    NONE = 0
    DECLARE = 1
    ASSIGN = 2


@dataclass(frozen=True, slots=True, eq=False)
class Pipe:
    """Commands joined by ``|``, with the variables that take the result."""

    commands: tuple[Command, ...]
    line: int
    binding: Binding = Binding.NONE
    variables: tuple[str, ...] = ()


Operand: TypeAlias = Dot | Nil | Literal | Identifier | Field | Variable | Chain | Pipe


@dataclass(frozen=True, slots=True, eq=False)
class Text:
    """Literal output."""

    text: str
    line: int


@dataclass(frozen=True, slots=True, eq=False)
class Action:
    """A pipeline whose value is printed, unless it binds variables."""

    pipe: Pipe
    line: int


class BranchKind(Enum):
    """The three controls with an else branch."""

    IF = "if"
    WITH = "with"
    RANGE = "range"


@dataclass(frozen=True, slots=True, eq=False)
class Branch:
    """``if``, ``with`` or ``range`` and their ``else``."""

    kind: BranchKind
    pipe: Pipe
    body: Nodes
    orelse: Nodes
    line: int


@dataclass(frozen=True, slots=True, eq=False)
class Include:
    """``{{ template "name" value }}``, also what a ``block`` leaves behind."""

    name: str
    pipe: Pipe | None
    line: int


@dataclass(frozen=True, slots=True, eq=False)
class Jump:
    """``break`` or ``continue``."""

    word: str
    line: int


Node: TypeAlias = Text | Action | Branch | Include | Jump
Nodes: TypeAlias = tuple[Node, ...]
