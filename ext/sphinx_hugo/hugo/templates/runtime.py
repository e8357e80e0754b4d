"""One build's templates, and one rendering.

`Engine` lives as long as the site: it knows host, templates and functions, and keeps what
outlives a call, such as a page's ``.Store``. `Runtime` is one rendering with its budget.
"""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from .compiling import compile_text
from .errors import Budget, FunctionError, ReturnSignal
from .escape.variants import PLAIN
from .executor import Executor
from .functions import FUNCTIONS
from .objects.page import PageView
from .objects.pages import Pages
from .objects.scratch import Scratch
from .objects.siteview import SiteView
from .values import SafeHTML

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from sphinx_hugo.hugo.pages import Page

    from .compiling import Template
    from .functions.registry import Function, Namespace
    from .host import Host
    from .loader import Templates


class Engine:
    """Everything that is the same for all renderings of a site."""

    def __init__(self, host: Host, templates: Templates) -> None:
        self.host = host
        """The world."""
        self.templates = templates
        """Shortcodes and partials."""
        self.site = SiteView(self)
        """``site``."""
        self.cached: dict[str, object] = {}
        """Results of ``partialCached``."""
        self._memories: dict[tuple[str, ...], Scratch] = {}
        self._pages: dict[tuple[str, str], PageView] = {}
        self._counter = 0

    def begin_page(self) -> None:
        """Forget what templates have kept while the page before was rendered.

        Which page comes before differs between a first and a later build, and between processes.
        """
        self._memories.clear()
        self.cached.clear()
        self._counter = 0

    @contextmanager
    def aside(self) -> Iterator[None]:
        """Run something that leaves nothing behind in what templates keep."""
        before = self._memories, self.cached, self._counter
        self._memories = {owner: memory.copy() for owner, memory in self._memories.items()}
        self.cached = dict(self.cached)
        try:
            yield
        finally:
            self._memories, self.cached, self._counter = before

    def memory(self, *owner: str) -> Scratch:
        """Give what somebody keeps while a page is rendered, such as ``site.Store``."""
        return self._memories.setdefault(owner, Scratch())

    def count(self) -> int:
        """Give 1, 2, 3 …: a new number at each call on a page."""
        self._counter += 1
        return self._counter

    def page(self, page: Page) -> PageView:
        """Give the one view of a page."""
        key = (page.language, page.path)
        view = self._pages.get(key)
        if view is None or view.record is not page:
            view = self._pages[key] = PageView(self, page)
        return view

    def maybe_page(self, page: Page | None) -> PageView | None:
        """Give the view of a page, None for None."""
        return None if page is None else self.page(page)

    def pages(self, pages: Iterable[Page]) -> Pages:
        """Give views of pages."""
        return Pages([self.page(page) for page in pages])


class Runtime:
    """One rendering: a shortcode with its partials."""

    def __init__(self, engine: Engine, page: PageView | None, budget: Budget | None = None) -> None:
        self.engine = engine
        """The site's templates and data."""
        self.host = engine.host
        """The world."""
        self.page = page
        """The page being rendered; None outside of pages."""
        self.budget = budget or Budget()
        """What may still be used."""
        self.functions: Mapping[str, Function | Namespace] = FUNCTIONS
        """Names that templates may call."""
        self.warnings: list[str] = []
        """What ``warnf`` was given."""
        self.errors: list[str] = []
        """What ``errorf`` was given; Hugo would fail the build with it."""
        self.running: list[Template] = []
        """The files that are running, each called by the one before."""

    @property
    def current(self) -> Template | None:
        """The file that is running."""
        return self.running[-1] if self.running else None

    def execute(self, template: Template, dot: object) -> str:
        """Run a file.

        :raises TemplateError: for whatever goes wrong
        :raises ReturnSignal: if the file returns a value
        """
        self.budget.enter()
        self.running.append(template)
        try:
            executor = Executor(self, template.trees, template.filename)
            variant = PLAIN if template.is_text else template.variant
            return executor.run(template.root, variant, dot)
        finally:
            self.running.pop()
            self.budget.leave()

    def execute_text(self, source: str, dot: object, known: Collection[str] | None = None) -> str:
        """Run a template given as text, whose output is not escaped.

        :param known: the functions that it may call; all if there are none
        :raises TemplateError: for whatever goes wrong
        """
        return self.execute(compile_text(source, known or self.functions), dot)

    def partial(self, name: str, dot: object) -> object:
        """Run a partial: its output, or the value it returns.

        :raises FunctionError: if there is none
        :raises TemplateError: for what goes wrong inside of it
        """
        template = self.engine.templates.partial(name, self.current)
        if template is None:
            msg = f"partial {name!r} not found: Hugo looks for it in layouts/_partials"
            raise FunctionError(msg)
        try:
            text = self.execute(template, dot)
        except ReturnSignal as signal:
            return signal.value
        return text if template.is_text else SafeHTML(text)
