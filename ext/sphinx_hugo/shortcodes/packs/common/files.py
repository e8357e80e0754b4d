"""Files and code by the names that sites give them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, ClassVar

from docutils import nodes

from sphinx_hugo.nodes.code import code_block, read_options
from sphinx_hugo.shortcodes.base import InnerUse, Parameter, Shortcode
from sphinx_hugo.shortcodes.families.files import Include as AnyInclude
from sphinx_hugo.shortcodes.families.links import join_inline
from sphinx_hugo.shortcodes.families.media import Frame
from sphinx_hugo.shortcodes.families.notebooks import Notebook as AnyNotebook

if TYPE_CHECKING:
    from collections.abc import Mapping

_TOML = re.compile(r"^\s*(?:\[\[?[\w.\"'-]+\]\]?\s*$|[\w.\"'-]+\s*=\s)", re.M)


class Include(AnyInclude):
    """The Markdown of another file or page of the site."""

    names = (
        "include", "include-md", "includemd", "readfile", "read-file", "include-file", "snippet",
        "embed-md", "markdown-file", "include_file", "boilerplate", "docs/shared", "partial-md",
        "reuse", "shared", "includes", "include_md", "content-include", "transclude",
    )  # fmt: skip
    example = '{{% include "/examples/note.md" %}}'


class CodeFile(AnyInclude):
    """A file of the site as code."""

    names = (
        "code-file", "codefile", "readcode", "include-code", "code_sample", "codenew", "code-include",
        "codesnippet", "remote-code", "code-snippet", "literalinclude", "text_file", "codefrom",
        "embed-code", "file-code", "readcodefile",
    )  # fmt: skip
    parameters: ClassVar[tuple[Parameter, ...]] = (
        Parameter("file", "The file, beside the page or in the site.", 0, required=True),
        Parameter("lang", "Language; by default what the name of the file says.", 1),
    )
    example = '{{< code-file file="/examples/hello.py" >}}'
    language_keys = ("lang", "language", "codelang", "syntax", 1)
    folders = ("examples", "code", "snippets", "samples")

    def as_code(self) -> bool:
        """Tell whether the file is shown as code: always."""
        return True


class Code(Shortcode):
    """Code in a language, with a title if one is given."""

    names = (
        "code", "codeblock", "code-block", "prism", "snippet-code", "shell", "console",
        "terminal", "output", "command", "bash", "code-toggle", "codetoggle", "cmd", "prettify",
        "json", "yaml", "toml", "xml", "sql", "python", "sql-shell", "text", "codebox", "powershell",
        "terminal-session", "highlight-file",
    )  # fmt: skip
    inner_use = InnerUse.OPTIONAL
    any_parameter = True
    parameters: ClassVar[tuple[Parameter, ...]] = (
        Parameter("lang", "The language.", 0),
        Parameter("title", "A title above the code, such as the name of its file."),
    )
    example = '{{< code lang="sh" file="run.sh" >}}make{{< /code >}}'

    def to_nodes(self) -> list[nodes.Node]:
        """Return a literal block below its title; inner content with a fence is Markdown."""
        inner = self.context.inner()
        text = self.to_text()
        if self.call.name.lower() == "text" and not self.params:
            return self.body()  # words, where nothing says that they are code
        title = self.params.text("title", "file", "filename", "label", "caption")
        # What is asked for by name only is data that the site's own template would print.
        asked = self.params.text("config", "datakey")
        found: list[nodes.Node] = []
        if title or asked:
            words = title or asked
            found.append(nodes.paragraph("", "", nodes.literal(words, words)))
        if inner is None or not text.strip():
            return found
        if "```" in text or "~~~" in text:
            return [*found, *self.body()]
        return [*found, code_block(text, self._language(text), self._options())]

    def _language(self, text: str) -> str:
        given = self.params.text("lang", "language", "codelang", "syntax", "type", 0)
        name = self.call.name.lower()
        if given:
            return given
        if "toggle" in name:
            return guess_data_language(text)
        return (
            "console"
            if name in _SHELLS and text.lstrip().startswith("$")
            else _SHELLS.get(name, "")
        )

    def _options(self) -> Mapping[str, str]:
        options = read_options(self.params.text("options", "highlight"))
        return options | {key.lower(): self.params.text(key) for key in self.params.named}


class DataTable(Shortcode):
    """A table that a script fills; its inner content is kept."""

    names = ("table", "datatable-wrap", "table-wrap", "responsive-table", "bootstrap-table")
    inner_use = InnerUse.OPTIONAL
    any_parameter = True
    example = "{{< table >}}\n| a |\n|---|\n| *b* |\n{{< /table >}}"

    def to_nodes(self) -> list[nodes.Node]:
        """Return the inner content, below the caption if there is one."""
        found = self.body()
        if caption := self.params.text("caption", "title"):
            found.insert(0, nodes.paragraph("", "", *self.context.render_inline(caption)))
        return found


class Notebook(AnyNotebook):
    """A Jupyter notebook, cell by cell."""

    names = ("jupyter", "notebook", "ipynb")
    example = '{{< jupyter "/examples/demo.ipynb" >}}'
    parameters: ClassVar[tuple[Parameter, ...]] = (
        Parameter(
            "file", "The notebook: beside the page, or a file of the site.", 0, required=True
        ),
    )


class PageFrame(Frame):
    """A page of another site, in a frame; a link where there are no frames."""

    names = (
        "iframe", "embed", "embed-pdf", "pdf", "slides", "webpage", "google-slides", "google-maps",
        "gmap", "google-docs", "gdocs", "figma", "typeform", "pdf-embed", "ppt",
    )  # fmt: skip
    example = '{{< iframe src="https://example.com/" >}}'


class Download(Shortcode):
    """A link to a file."""

    names = ("download", "attachment", "file-download", "cast", "staticref", "download-link")
    inner_use = InnerUse.OPTIONAL
    any_parameter = True
    parameters: ClassVar[tuple[Parameter, ...]] = (
        Parameter("file", "The file: beside the page, a file of the site, or a URL.", 0),
        Parameter("title", "Words for the link.", 1),
    )
    example = '{{< download file="/examples/hello.py" title="The code" >}}'

    def to_nodes(self) -> list[nodes.Node]:
        """Return the link."""
        source = self.params.text("file", "src", "url", "href", "link", 0)
        words = join_inline(self.body())
        if not words:
            text = self.params.text("title", "text", "name", "label", 1)
            words = [nodes.Text(text or source)]
        return self.flow([self.context.reference(source, words)] if source else words)


def guess_data_language(text: str) -> str:
    """Tell TOML, YAML and JSON apart, for blocks that say no language."""
    if text.lstrip().startswith("{"):
        return "json"
    return "toml" if _TOML.search(text) else "yaml"


_SHELLS = {
    "json": "json",
    "yaml": "yaml",
    "toml": "toml",
    "xml": "xml",
    "sql": "sql",
    "sql-shell": "sql",
    "python": "python",
    "powershell": "powershell",
    "terminal-session": "console",
    "shell": "sh",
    "console": "console",
    "terminal": "sh",
    "command": "sh",
    "cmd": "sh",
    "bash": "bash",
}

SHORTCODES: tuple[type[Shortcode], ...] = (
    Code,
    CodeFile,
    DataTable,
    Download,
    Include,
    Notebook,
    PageFrame,
)
