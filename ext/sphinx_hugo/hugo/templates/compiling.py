"""A template, compiled: the tree that runs, and the one with escaping put in."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from .escape.analysis import analyse
from .functions import FUNCTIONS
from .nodes import Branch, Include
from .parser import parse
from .plain import is_plain
from .shortcode_config import config_version

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator

    from .escape.variants import Variant
    from .nodes import Nodes

_HTML = frozenset({"html", "htm", "xml", "svg", "gohtml"})


class Template:
    """One compiled template."""

    def __init__(
        self, name: str, filename: str, source: str, known: Collection[str] = FUNCTIONS
    ) -> None:
        self.name = name
        """Its path below ``layouts``."""
        self.filename = filename
        """Its file, for messages."""
        trees = parse(source, known, filename)
        self.root: Nodes = trees.root
        """What runs."""
        self.trees: dict[str, Nodes] = trees.defined
        """What it defines by name."""
        self.is_text = Path(name).suffix.lstrip(".").lower() not in _HTML
        """Whether its output is not HTML, so that nothing is escaped."""

    @cached_property
    def variant(self) -> Variant:
        """The template with escaping put in; raises `TemplateError` if that cannot be."""
        return analyse(self.root, self.trees, self.filename)

    @property
    def takes_inner(self) -> bool:
        """Whether its code reads ``.Inner`` or ``.InnerDeindent``, so that calls must be closed."""
        return any(_reads_inner(nodes) for nodes in (self.root, *self.trees.values()))

    @cached_property
    def config_version(self) -> int:
        """The version that ``$_hugo_config`` asks for; 0 if there is none."""
        return config_version(self.root)

    @cached_property
    def is_plain(self) -> bool:
        """Whether what it prints depends on nothing but the call."""
        return is_plain(self.root)

    def defined(self, name: str) -> Template:
        """Give a partial that it defines."""
        return _Defined(self, name)

    def link(self, find: Callable[[str], Template | None]) -> None:
        """Add what ``{{ template "_partials/x.html" }}`` includes from other files."""
        queue = [self.root, *self.trees.values()]
        while queue:
            for name in _included(queue.pop()):
                found = None if name in self.trees else find(name)
                if found is not None:
                    self.trees[name] = found.root
                    queue.append(found.root)


def compile_template(source: str, name: str = "inline.html", filename: str = "") -> Template:
    """Compile a template given as text; the name's ending says whether it is HTML.

    :raises TemplateError: if it cannot be read
    """
    return Template(name, filename or name, source)


def compile_text(source: str, known: Collection[str] = FUNCTIONS) -> Template:
    """Compile a template whose output is not HTML.

    :param known: the functions that it may call
    :raises TemplateError: if it cannot be read
    """
    return Template("inline.txt", "", source, known)


class _Defined(Template):
    """A partial that another template defines."""

    def __init__(self, owner: Template, name: str) -> None:
        self.name = name
        self.filename = owner.filename
        self.root = owner.trees[name]
        self.trees = owner.trees
        self.is_text = owner.is_text


def _included(nodes: Nodes) -> Iterator[str]:
    for node in nodes:
        if isinstance(node, Include):
            yield node.name
        elif isinstance(node, Branch):
            yield from _included(node.body)
            yield from _included(node.orelse)


def _reads_inner(value: object) -> bool:
    """Search a tree for the names, wherever they stand."""
    if isinstance(value, tuple):
        return any(
            item in {"Inner", "InnerDeindent"} if isinstance(item, str) else _reads_inner(item)
            for item in value
        )
    slots = getattr(type(value), "__slots__", ())
    names = [name for name in slots if name in _TREE_FIELDS]
    return any(_reads_inner(getattr(value, name)) for name in names)


_TREE_FIELDS = frozenset({"pipe", "body", "orelse", "commands", "args", "names", "operand"})
