"""Files of the site inside a page: included Markdown, or code."""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, ClassVar

from sphinx_hugo.hugo.problems import Kind
from sphinx_hugo.nodes.code import code_block
from sphinx_hugo.shortcodes.base import InnerUse, Parameter, Shortcode

if TYPE_CHECKING:
    from docutils import nodes

_FRONT_MATTER = re.compile(r"\A\ufeff?(---|\+\+\+)[ \t]*\r?\n.*?^\1[ \t]*(?:\r?\n|\Z)", re.S | re.M)

_HEADING = re.compile(r"\A\s*#{1,6}[ \t][^\n]*\n?")


class Include(Shortcode):
    """The text of a file of the site, as Markdown or, if asked for, as code."""

    inner_use = InnerUse.NONE
    any_parameter = True
    parameters: ClassVar[tuple[Parameter, ...]] = (
        Parameter("file", "The file, beside the page or from the root of the site.", 0),
        Parameter("code", "Whether it is shown as code.", default=False),
        Parameter("lang", "Language of the code."),
    )

    file_keys: ClassVar[tuple[int | str, ...]] = (
        "file",
        "path",
        "src",
        "filename",
        "page",
        "lookup",
        0,
    )
    folders: ClassVar[tuple[str, ...]] = (
        "includes",
        "_includes",
        "boilerplates",
        "shared",
        "partials",
    )
    """Folders of the site in which a file is looked for that is not where the call says."""
    code_keys: ClassVar[tuple[int | str, ...]] = ("code",)
    language_keys: ClassVar[tuple[int | str, ...]] = ("lang", "language", "codelang")

    def as_code(self) -> bool:
        """Tell whether the file is shown as code: if asked for, or if it is no text."""
        if self.params.flag(*self.code_keys) or self.params.text(*self.language_keys):
            return True
        return self._suffix() not in {"", "md", "markdown", "txt", "html", "htm"}

    def to_nodes(self) -> list[nodes.Node]:
        """Return the rendered file."""
        text = self.text()
        if text is None:
            return self.body()
        if self.as_code():
            language = self.params.text(*self.language_keys) or self._suffix()
            return [code_block(text, language)]
        path = self._path()
        if any(isinstance(above, Include) and above._path() == path for above in self.ancestors()):
            self.context.report(
                Kind.RESOURCE, f"'{path}' includes itself; it is not shown a second time."
            )
            return []
        return self.context.render(self.context.markup_with_calls(without_front_matter(text)), self)

    def to_text(self) -> str:
        """Return the text of the file."""
        return self.text() or ""

    def to_markdown(self) -> str | None:
        """Return the file's Markdown, so that its headings belong to the page."""
        if self.as_code() or self._suffix() not in {"md", "markdown"}:
            return None
        text = self.text()
        if text is None:  # reported; what stands inside is all there is
            return Shortcode.to_text(self)
        return without_front_matter(text)

    def _suffix(self) -> str:
        return PurePosixPath(self._path()).suffix.lstrip(".").lower()

    def _path(self) -> str:
        """Return the file's path; that of a page's file if the parameter names a page."""
        source = self.params.text(*self.file_keys)
        if source and not PurePosixPath(source).suffix:
            page = self.context.find_page(source)
            if page is not None and page.content_path:
                return f"/{page.content_path}"
        return source

    def text(self) -> str | None:
        """Return the text of the file; None if there is none."""
        source = self._path()
        if not source:
            return None
        return self.context.read_text(self._found(source))

    def _found(self, source: str) -> str:
        """Return where the file is: as named, or in a folder where sites keep such files."""
        if not self.context.has_file(source):
            bare = source.lstrip("/")
            names = [bare] if PurePosixPath(bare).suffix else [f"{bare}.md", bare]
            for folder in self.folders:
                for name in names:
                    if self.context.has_file(f"/{folder}/{name}"):
                        return f"/{folder}/{name}"
        return source


def without_first_heading(text: str) -> str:
    """Return Markdown without the heading that it begins with."""
    return _HEADING.sub("", without_front_matter(text), count=1)


def without_front_matter(text: str) -> str:
    """Return the text behind the front matter that an included file may have."""
    return _FRONT_MATTER.sub("", text, count=1)
