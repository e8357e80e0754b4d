"""Lists of pages and files, and tables from files, by the names that sites give them."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from sphinx_hugo.shortcodes.base import InnerUse, Parameter, Shortcode
from sphinx_hugo.shortcodes.families.datatables import CsvTable as AnyCsvTable
from sphinx_hugo.shortcodes.families.listings import Children as AnyChildren
from sphinx_hugo.shortcodes.families.listings import Resources as AnyResources

if TYPE_CHECKING:
    from docutils import nodes


class Children(AnyChildren):
    """The pages below this one, as a list of links or as cards."""

    names = (
        "children", "subpages", "section-index", "childpages", "child-pages", "list-children",
        "pages-list", "page-list", "list-pages", "section-toc", "section-list", "pages-in-section",
    )  # fmt: skip
    example = "{{< children >}}"


class AllBelow(AnyChildren):
    """All pages below this one, as nested lists of links."""

    names = ("toc-tree", "toctree", "page-tree", "sitemap-list", "section-tree")
    example = "{{< toc-tree >}}"
    gives_way = True
    default_depth = 99


class Section(AnyChildren):
    """The pages below this one, as a list of links; with inner content, that."""

    names = ("section",)
    inner_use = InnerUse.OPTIONAL
    parameters: ClassVar[tuple[Parameter, ...]] = (
        *AnyChildren.parameters,
        Parameter("withDescriptions", "As `description`.", default=False),
        Parameter("menuTitle", "Passed over: titles for the menu are taken anyway."),
    )
    example = '{{< section withDescriptions="true" >}}'
    gives_way = True
    description_keys = ("description", "withDescriptions", "summary")

    def to_nodes(self) -> list[nodes.Node]:
        """Return the list, or what stands inside."""
        return super().to_nodes() if self.context.inner() is None else self.body()


class Resources(AnyResources):
    """The files beside the page, as a list of links."""

    names = ("attachments", "resources", "downloads", "file-list", "files")
    inner_use = InnerUse.OPTIONAL
    example = '{{< attachments title="Files" >}}'


class CsvTable(AnyCsvTable):
    """A table from a file with commas, or from such lines inside the call."""

    names = ("csv-table", "csvtable", "csv", "table-csv", "csv_to_table", "csv-to-table")
    example = "{{< csv-table >}}\nName,Size\nsmall,1\nlarge,*7*\n{{< /csv-table >}}"
    gives_way = True


SHORTCODES: tuple[type[Shortcode], ...] = (AllBelow, Children, CsvTable, Resources, Section)
