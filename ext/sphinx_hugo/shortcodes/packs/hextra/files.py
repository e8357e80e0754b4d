"""Files and file trees in Hextra."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from sphinx_hugo.shortcodes.base import Parameter
from sphinx_hugo.shortcodes.families.files import Include as AnyInclude
from sphinx_hugo.shortcodes.families.media import Frame
from sphinx_hugo.shortcodes.families.media import Recording as AnyRecording
from sphinx_hugo.shortcodes.families.notebooks import Notebook
from sphinx_hugo.shortcodes.families.trees import FileTree, TreeFile, TreeFolder

if TYPE_CHECKING:
    from sphinx_hugo.shortcodes.base import Shortcode


class TreeContainer(FileTree):
    """A tree of files and folders."""

    names = ("filetree/container",)
    example = (
        "{{< filetree/container >}}\n"
        '  {{< filetree/folder name="docs" >}}\n'
        '    {{< filetree/file name="intro.md" >}}\n'
        '    {{< filetree/folder name="guide" state="closed" >}}\n'
        '      {{< filetree/file name="install.md" >}}\n'
        "    {{< /filetree/folder >}}\n"
        "  {{< /filetree/folder >}}\n"
        '  {{< filetree/file name="hugo.toml" >}}\n'
        "{{< /filetree/container >}}"
    )


class Folder(TreeFolder):
    """A folder of a file tree, with what is in it."""

    names = ("filetree/folder",)
    example = (
        '{{< filetree/folder name="docs" >}}{{< filetree/file "a.md" >}}{{< /filetree/folder >}}'
    )


class File(TreeFile):
    """A file of a file tree."""

    names = ("filetree/file",)
    example = '{{< filetree/file name="a.md" >}}'


class Jupyter(Notebook):
    """A Jupyter notebook, cell by cell: its text, its code, and what the code printed."""

    names = ("jupyter",)
    parameters: ClassVar[tuple[Parameter, ...]] = (
        Parameter(
            "file", "The notebook: beside the page, or a file of the site.", 0, required=True
        ),
        Parameter("allowUnsafe", "Passed over.", default=False),
    )
    example = '{{% jupyter "/examples/demo.ipynb" %}}'


class Recording(AnyRecording):
    """A terminal recording, as a link to it: the player needs scripts."""

    names = ("asciinema",)
    parameters: ClassVar[tuple[Parameter, ...]] = (
        Parameter("file", "The recording: a file of the site or a URL.", 0, required=True),
        *AnyRecording.parameters,
    )
    example = '{{< asciinema file="https://example.com/demo.cast" >}}'


class Pdf(Frame):
    """A PDF file, in a frame if it is on the web; a link where there are no frames."""

    names = ("pdf",)
    example = '{{< pdf "https://example.org/a.pdf" >}}'


class Include(AnyInclude):
    """The Markdown of another page of the site."""

    names = ("include",)
    parameters: ClassVar[tuple[Parameter, ...]] = (
        Parameter("page", "The page, by its path below the content folder.", 0, required=True),
    )
    example = '{{% include "/examples/note.md" %}}'


SHORTCODES: tuple[type[Shortcode], ...] = (
    File,
    Folder,
    Include,
    Jupyter,
    Pdf,
    Recording,
    TreeContainer,
)
