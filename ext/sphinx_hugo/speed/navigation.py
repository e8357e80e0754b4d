"""Navigation: one tree for all pages, and a short one on the pages of a large site.

Sphinx resolves and renders the whole tree again for each page, and Furo parses it again; that cost
grows with the square of the site. Here it is made once and put together for each page from pieces
(:mod:`~sphinx_hugo.speed.composing`). A template gets the same string from ``toctree()``, and Furo the
same ``furo_navigation_tree``. Where that cannot be promised, Sphinx and Furo make it themselves.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from importlib import import_module
from typing import TYPE_CHECKING, Any

from sphinx_hugo.diagnostics import warn
from sphinx_hugo.hugo.problems import Kind
from sphinx_hugo.speed.composing import compose
from sphinx_hugo.speed.fragments import Entry, Tree, UnknownShapeError, cut, take_apart
from sphinx_hugo.speed.marks import Target
from sphinx_hugo.speed.neutral import Neutral, counts_links_plainly, make_neutral

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from sphinx.application import Sphinx
    from sphinx.builders.html import StandaloneHTMLBuilder
    from sphinx.environment import BuildEnvironment

    Original = Callable[..., str]

BEFORE_THEME, AFTER_THEME = 499, 501
"""Priorities around that of Furo's own handler of ``html-page-context``."""
SPHINX_TOCTREE = ("sphinx.builders.html", "StandaloneHTMLBuilder.handle_page.<locals>.<lambda>")
"""Where Sphinx's ``toctree`` of a page's context is defined."""


@dataclass(frozen=True, slots=True)
class Prepared:
    """A tree that belongs to no page, and how its links are numbered."""

    tree: Tree
    docnames: tuple[str, ...]
    """The documents it leads to, by number."""
    own: Mapping[str, int]
    """Their numbers."""
    same: Mapping[str, tuple[int, ...]]
    """The numbers at each address."""
    neutral: Neutral
    """What it was made from."""

    @property
    def titles_only(self) -> bool:
        """Whether it is free of the headings within pages."""
        return self.neutral.titles_only

    def entries(self, docname: str) -> Sequence[Entry]:
        """Return the entries that lead to a document or into it."""
        return self.tree.by_target.get(self.own.get(docname, -1), ())


@dataclass(slots=True)
class _Build:
    """What is kept during one build."""

    parents: Mapping[str, str]
    """The document whose toctree, of several the last, names a document."""
    size: int
    """How many entries the toctrees have."""
    prepared: dict[Any, Prepared | None] = field(default_factory=dict)
    """The trees that were asked for, by the arguments; None for one that cannot be composed."""
    broken: bool = False
    """Whether something was found that cannot be composed."""


class Toctree:
    """What ``toctree`` is in the context of a page."""

    def __init__(
        self, answer: Callable[[Toctree, dict[str, Any]], str], pagename: str, original: Original
    ) -> None:
        self._answer = answer
        self.pagename = pagename
        self.original = original
        self.mute = False
        """Whether calls are only noted: Furo's, whose answer is made afterwards."""
        self.noted: list[dict[str, Any]] = []
        """The arguments of those calls."""

    def __call__(self, **arguments: Any) -> str:
        """Return the HTML of the global table of contents."""
        if self.mute:
            self.noted.append(arguments)
            return ""
        return self._answer(self, arguments)


class Navigation:
    """Handles ``html-page-context`` for all pages of a build."""

    def __init__(self, app: Sphinx, *, composes: bool, limit: int) -> None:
        self._builder: StandaloneHTMLBuilder = app.builder  # type: ignore[assignment]
        self._composes = composes and counts_links_plainly(app.builder)
        self._furo = "furo" in app.extensions
        self._limit = limit if self._furo else 0
        self._known: _Build | None = None
        self._muted: Toctree | None = None
        self.asked: dict[str, Any] | None = None
        """What Furo asked for in this build."""
        self.kept: Callable[[Mapping[str, Any]], Neutral | None] = lambda _arguments: None
        """Returns a tree of an earlier build that is that of this one."""

    def start(self, _app: Sphinx, _env: BuildEnvironment, _docnames: list[str]) -> None:
        """Forget an earlier build (``env-before-read-docs``)."""
        self._known = self.asked = None

    def before_theme(
        self, _app: Sphinx, pagename: str, _template: str, context: dict[str, Any], tree: Any
    ) -> None:
        """Take the place of ``toctree`` before Furo calls it (``html-page-context``)."""
        original = context.get("toctree")
        composes = self._composes and not self._build.broken
        if original is None or not (composes or self._focuses(pagename)):
            return
        if (original.__module__, getattr(original, "__qualname__", "")) != SPHINX_TOCTREE:
            if tree is not None:  # else a page of that extension's own, such as 404.html
                self._break_off("another extension has replaced 'toctree'")
            return
        mine = self._muted = Toctree(self.toctree, pagename, original)
        mine.mute = self._furo
        context["toctree"] = mine

    def after_theme(
        self, _app: Sphinx, _pagename: str, _template: str, context: dict[str, Any], _tree: Any
    ) -> None:
        """Give Furo's templates the tree that Furo would have made (``html-page-context``)."""
        mine = self._muted
        self._muted = None
        if mine is None or not mine.mute:
            return
        mine.mute = False
        if not mine.noted:
            return
        replaced = context.get("toctree") is not mine
        if replaced:  # before Furo, which has asked the other one
            self._break_off("another extension has replaced 'toctree'")
            context["furo_navigation_tree"] = _furo()(context["toctree"](**mine.noted[0]))
        else:
            context["furo_navigation_tree"] = self._furo_tree(mine, mine.noted[0])

    def toctree(self, asker: Toctree, arguments: dict[str, Any]) -> str:
        """Return what ``toctree()`` gives on a page."""
        found = self._composed(asker.pagename, arguments, _as_is)
        return asker.original(**arguments) if found is None else found

    def furo_tree(self, pagename: str, arguments: Mapping[str, Any]) -> str | None:
        """Return Furo's tree for a page; None where it has to be made in full."""
        return self._composed(pagename, self._focused(pagename, arguments), _furo())

    def neutral_of(self, arguments: Mapping[str, Any]) -> Neutral | None:
        """Return what Furo's trees of this build were made from; None if one was made in full."""
        if not self._composes or self._build.broken:
            return None
        prepared = self._prepared(wanted(arguments)[0], _furo())
        return None if prepared is None else prepared.neutral

    @property
    def is_focused(self) -> bool:
        """Whether pages other than the home page show only their surroundings."""
        return 0 < self._limit < self._build.size

    def tree_of(self, neutral: Neutral) -> Prepared:
        """Return a tree that pages can be given; raises :class:`UnknownShapeError`."""
        tree = take_apart(neutral.html, neutral.uris)
        if neutral.depth:
            cut(tree, neutral.depth)
        same: dict[str, tuple[int, ...]] = {}
        for number, uri in enumerate(neutral.uris):
            same[uri] = (*same.get(uri, ()), number)
        numbers = {docname: number for number, docname in enumerate(neutral.docnames)}
        return Prepared(tree, neutral.docnames, numbers, same, neutral)

    def on_page(self, prepared: Prepared, pagename: str, *, marks: bool, focused: bool) -> str:
        """Return a tree as a page shows it, with Furo's marks or without."""
        uri = self._builder.get_target_uri(pagename)
        number = prepared.own.get(pagename)
        own = () if number is None else (number,)
        same = prepared.same.get(uri, ())
        return compose(prepared.tree, uri, own, same, marks_page=marks, focused=focused)

    def _furo_tree(self, asker: Toctree, arguments: dict[str, Any]) -> str:
        self.asked = arguments
        found = self.furo_tree(asker.pagename, arguments)
        if found is None:
            found = _furo()(asker.original(**self._focused(asker.pagename, arguments)))
        return found

    def _focused(self, pagename: str, arguments: Mapping[str, Any]) -> dict[str, Any]:
        return {**arguments, "collapse": True} if self._focuses(pagename) else {**arguments}

    @property
    def _build(self) -> _Build:
        if self._known is None:
            env = self._builder.env
            parents: dict[str, str] = {}
            for docname, children in env.toctree_includes.items():
                parents.update(dict.fromkeys(children, docname))
            size = sum(map(len, env.toctree_includes.values()))
            self._known = _Build(parents, size)
        return self._known

    def _focuses(self, pagename: str) -> bool:
        """Tell whether a page shows only its surroundings."""
        return self.is_focused and pagename != self._builder.config.root_doc

    def _break_off(self, reason: str) -> None:
        """Leave the navigation to Sphinx and the theme for the rest of the build."""
        if self._build.broken:
            return
        self._build.broken = True
        warn(
            Kind.NAVIGATION,
            f"the navigation is made page by page, as without sphinx_hugo, which is slow: {reason}. "
            "The pages are right all the same.",
            None,
            None,
        )

    def _composed(
        self, pagename: str, arguments: Mapping[str, Any], finish: Callable[[str], str]
    ) -> str | None:
        """Return the tree for a page; None where it has to be made in full."""
        if not self._composes or self._build.broken:
            return None
        asked, focused = wanted(arguments)
        try:
            prepared = self._prepared(asked, finish)
        except UnknownShapeError as error:
            self._break_off(str(error))
            return None
        if prepared is None or (focused and not self._leads_one_way(prepared, pagename)):
            return None
        return self.on_page(prepared, pagename, marks=finish is not _as_is, focused=focused)

    def _prepared(self, arguments: dict[str, Any], finish: Callable[[str], str]) -> Prepared | None:
        key = (finish, *sorted(arguments.items()))
        try:
            known = key in self._build.prepared
        except TypeError:
            return None  # arguments that only Sphinx understands
        if not known:
            self._build.prepared[key] = self._prepare(arguments, finish)
        return self._build.prepared[key]

    def _prepare(self, arguments: dict[str, Any], finish: Callable[[str], str]) -> Prepared | None:
        neutral = self.kept(arguments) if finish is not _as_is else None
        if neutral is None:
            neutral = make_neutral(self._builder.env, self._builder, arguments, finish)
        if neutral is None or (neutral.depth and finish is not _as_is):
            return None
        return self.tree_of(neutral)

    def _leads_one_way(self, prepared: Prepared, docname: str) -> bool:
        """Tell whether Sphinx opens, for a page, exactly what lies above its entry in the tree.

        Sphinx finds the way by the toctrees that name a page, of several the last; a limit on the
        depth of a document's own entry closes it again.
        """
        if not prepared.titles_only:
            return False
        entries = prepared.entries(docname)
        address = self._builder.get_target_uri(docname)
        if len(entries) > 1 or len(prepared.same.get(address, ())) > len(entries):
            return False
        chain: list[str] = []
        for entry in entries[0].chain() if entries else ():
            if not isinstance(entry.target, Target) or entry.target.anchor:
                return False
            chain.append(prepared.docnames[entry.target.number])
        above: list[str] = []
        while docname in self._build.parents and docname not in above:
            above.append(docname)
            docname = self._build.parents[docname]
        metadata = self._builder.env.metadata
        return chain == above and not any(
            metadata.get(name, {}).get("tocdepth", 0) for name in chain
        )


def wanted(arguments: Mapping[str, Any]) -> tuple[dict[str, Any], bool]:
    """Return which tree is asked for, and whether only the surroundings of the page are wanted."""
    found = {"includehidden": False, **arguments}
    if found.get("maxdepth") == "":
        del found["maxdepth"]
    return found, bool(found.pop("collapse", True))


def _furo() -> Callable[[str], str]:
    """Return what Furo makes of the HTML of a tree; its own cache would keep those of all pages."""
    make = import_module("furo.navigation").get_navigation_tree  # not every site has Furo
    found: Callable[[str], str] = getattr(make, "__wrapped__", make)
    return found


def _as_is(html: str) -> str:
    return html
