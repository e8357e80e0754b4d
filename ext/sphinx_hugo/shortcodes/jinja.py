"""Shortcodes from Jinja files of the project: ``shortcodes/note.md`` answers for ``note``.

They print Markdown, so that what they make looks right in every builder.
"""

from __future__ import annotations

import traceback
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from docutils import nodes
from jinja2 import BaseLoader
from jinja2.exceptions import TemplateError, TemplateNotFound, TemplateSyntaxError
from jinja2.meta import find_undeclared_variables

from sphinx_hugo.shortcodes.base import InnerUse, Shortcode
from sphinx_hugo.shortcodes.sandbox import MAX_OUTPUT, Sandbox, SecurityError
from sphinx_hugo.shortcodes.views import CallView, PageView, ParamsView, SiteView

if TYPE_CHECKING:
    from collections.abc import Callable

    from jinja2 import Environment, Template

ENDINGS = (".md.jinja", ".md")
"""What the names of template files end in."""


class JinjaTemplates:
    """The templates of a project; each file is read when it is first called."""

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder or Path()
        self.files = _find(folder) if folder is not None else {}
        """Name of the shortcode in lower case to its file."""
        self._sandbox = Sandbox(loader=_Folder(self._folder))
        self._classes: dict[str, type[Shortcode]] = {}

    def find(self, name: str) -> type[Shortcode] | None:
        """Return the class that answers for a name; None if there is no template for it."""
        name = name.lower()
        filename = self.files.get(name)
        if filename is None:
            return None
        if name not in self._classes:
            attributes = {
                "__doc__": "From a template of the project.",
                "names": (name,),
                "inner_use": self._inner_use(filename),
                "filename": filename,
                "template_name": filename.relative_to(self._folder).as_posix(),
                "sandbox": self._sandbox,
            }
            self._classes[name] = type("FromJinja", (JinjaShortcode,), attributes)
        return self._classes[name]

    def _inner_use(self, filename: Path) -> InnerUse:
        """Say what the template does with ``inner``; one that cannot be read leaves it open."""
        try:
            tree = self._sandbox.parse(filename.read_text(encoding="utf-8-sig"))
            names = find_undeclared_variables(tree)
        except (OSError, ValueError, TemplateError, RecursionError):
            return InnerUse.OPTIONAL
        return InnerUse.OPTIONAL if "inner" in names else InnerUse.NONE


def _find(folder: Path) -> dict[str, Path]:
    found: dict[str, Path] = {}
    if not folder.is_dir():
        return found
    real = folder.resolve()
    for filename in sorted(folder.rglob("*")):
        name = filename.relative_to(folder).as_posix().lower()
        ending = next((ending for ending in ENDINGS if name.endswith(ending)), "")
        if ending and filename.is_file() and filename.resolve().is_relative_to(real):
            found.setdefault(name.removesuffix(ending), filename)
    return found


class _Folder(BaseLoader):
    """Loads templates, and what they include, from one folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder.resolve()

    def get_source(
        self, environment: Environment, template: str
    ) -> tuple[str, str, Callable[[], bool]]:
        """Return the text of a template; whatever lies outside of the folder does not exist."""
        del environment
        filename = Path(self._folder, template)
        try:
            if not filename.resolve().is_relative_to(self._folder):
                raise TemplateNotFound(template)
            text = filename.read_text(encoding="utf-8-sig")
        except (OSError, ValueError) as error:
            raise TemplateNotFound(template) from error
        return text, str(filename), lambda: True


class JinjaShortcode(Shortcode):
    """A call that a template answers."""

    any_parameter = True
    filename: ClassVar[Path]
    template_name: ClassVar[str]
    sandbox: ClassVar[Sandbox]

    def to_markdown(self) -> str:
        """Return what the template prints for a ``{{% %}}`` call, inner calls as written."""
        span = self.call.inner_span
        inner = "" if span is None else self.call.source[span[0] : span[1]]
        found = self._print(inner.strip("\n"))
        return inner if found is None else found

    def to_nodes(self) -> list[nodes.Node]:
        """Return what the template prints, read as Markdown."""
        markup = self.context.inner()
        found = self._print("" if markup is None else markup.text.strip("\n"))
        if found is None:
            return self.body()
        blocks = self.context.render(self.context.markup(found.strip("\n")), self)
        if self.context.inline and len(blocks) == 1 and isinstance(blocks[0], nodes.paragraph):
            return blocks[0].children
        return blocks

    def to_text(self) -> str:
        """Return what the template prints, as it stands."""
        markup = self.context.inner()
        found = self._print("" if markup is None else markup.text)
        return (
            super().to_text()
            if found is None
            else self.context.plain_text(self.context.markup(found))
        )

    def _print(self, inner: str) -> str | None:
        """Run the template; None if it fails, which is reported."""
        context = self.context
        context.depends_on(self.filename)
        values: dict[str, Any] = {
            "params": ParamsView(self.params),
            "inner": inner,
            "page": PageView(context.site, context.page),
            "site": SiteView(context.site, context.page),
            "parent": None if context.parent is None else CallView(context.parent),
            "ordinal": self.call.ordinal,
            "name": self.call.name,
        }
        try:
            template = self.sandbox.get_template(self.template_name)
            return self._run(template, values)
        except TemplateSyntaxError as error:
            place = error.filename or str(self.filename)
            context.report_template(error.message or "cannot be read", place, error.lineno)
        except Exception as error:  # noqa: BLE001 - a template may raise whatever its filters raise
            filename, line = self._place(error)
            context.report_template(_message(error), filename, line)
        return None

    def _run(self, template: Template, values: dict[str, Any]) -> str:
        self.sandbox.steps = 0
        pieces: list[str] = []
        size = 0
        for piece in template.generate(values):
            self.sandbox.step()
            pieces.append(piece)
            size += len(piece)
            if size > MAX_OUTPUT:
                raise SecurityError(f"the template prints more than {MAX_OUTPUT} characters")
        return "".join(pieces)

    def _place(self, error: Exception) -> tuple[str, int | None]:
        """Return where in which template it happened; Jinja rewrites tracebacks for that."""
        folder = str(self.filename.parent)
        for frame in reversed(traceback.extract_tb(error.__traceback__)):
            if frame.filename.endswith(ENDINGS) and frame.filename.startswith(folder):
                return frame.filename, frame.lineno
        return str(self.filename), None


def _message(error: Exception) -> str:
    if isinstance(error, RecursionError):
        return "the template is nested too deep; look for endless recursion"
    if isinstance(error, TemplateNotFound):
        return f"there is no template '{error.name}' in the folder of the templates"
    if isinstance(error, TemplateError):
        return error.message or type(error).__name__
    return f"{error}" if isinstance(error, ArithmeticError) else f"{type(error).__name__}: {error}"
