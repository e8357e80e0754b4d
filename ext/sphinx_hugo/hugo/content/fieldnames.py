"""The fields of front matter that mean something: their names, types and effects."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Field:
    """One field; the reference in the guide is made from these."""

    name: str
    """As people write it; any case is read."""
    type: str
    """What may stand there."""
    doc: str
    """What the reader of the page gets."""
    also: tuple[str, ...] = ()
    """Older names that mean the same."""
    param: bool = False
    """Whether Hugo itself passes it on as a parameter."""


FIELDS: tuple[Field, ...] = (
    Field("title", "text", "The page's title; code in backquotes is shown as code."),
    Field("linkTitle", "text", "A shorter title for the sidebar."),
    Field(
        "description",
        "text",
        "For search engines and previews; shown in section lists and on cards.",
    ),
    Field(
        "lead", "text", "The paragraph in larger type under the title; inline Markdown.", param=True
    ),
    Field("summary", "text", "Stands in lists where there is no description."),
    Field("date", "date", "Publication date, for previews and for the order of lists."),
    Field(
        "lastmod",
        "date",
        "“Last updated” at the foot of the page, and for search engines.",
        ("modified",),
    ),
    Field("publishDate", "date", "The page appears from this day on.", ("pubdate", "published")),
    Field("expiryDate", "date", "The page is left out from this day on.", ("unpublishdate",)),
    Field(
        "draft",
        "true or false",
        "Leaves the page out; of a section only its own page, not what is below.",
    ),
    Field(
        "headless", "true or false", "Leaves the page out of every list and writes no page for it."
    ),
    Field(
        "build",
        "map",
        "`list`, `render` and `publishResources`: where the page appears.",
        ("_build",),
    ),
    Field("weight", "number", "Place among its neighbours: small ones first, none last."),
    Field(
        "menus",
        "name, list or map",
        "Entries in menus: `parent`, `name`, `weight`, `identifier`.",
        ("menu",),
    ),
    Field("toc", "true or false", "`false` hides the page's own table of contents.", param=True),
    Field("slug", "text", "The last part of the address; of a section also for what is below."),
    Field("url", "path", "The whole address."),
    Field("aliases", "list of paths", "Former addresses, which lead here."),
    Field(
        "images",
        "list of paths",
        "The pictures for previews in messengers and social networks. Without them, one beside the page "
        "with `feature`, `cover` or `thumbnail` in its name, else the first of the site's "
        "`params.images`.",
        param=True,
    ),
    Field("keywords", "list", "For search engines, and entries of the general index.", param=True),
    Field(
        "robots", "text", "What search engines may do with the page, such as `noindex`.", param=True
    ),
    Field("no_list", "true or false", "A section page does not show its children.", param=True),
    Field(
        "simple_list",
        "true or false",
        "A section page shows its children by title only.",
        param=True,
    ),
    Field("type", "text", "The kind of content; `blog`, `posts` and `news` show dates in lists."),
    Field(
        "layout",
        "text",
        "Hugo's choice of template; kept for templates, without an effect of its own.",
    ),
    Field("markup", "text", "The language of the page; Markdown is the only one that is read."),
    Field("cascade", "map or list", "Fields for every page below, unless a page says otherwise."),
    Field(
        "resources", "list of maps", "Names, titles and parameters of the files beside the page."
    ),
    Field("outputs", "list", "Output formats of the page, as Hugo has them."),
    Field("sitemap", "map", "`priority`, `changefreq` and `disable` for the site map."),
    Field("translationKey", "text", "Pairs the page with its translations at other paths."),
    Field(
        "isCJKLanguage", "true or false", "Words are counted as in Chinese, Japanese and Korean."
    ),
    Field("sites", "map", "Hugo's placement by language and version."),
    Field("params", "map", "Values of your own; so is every field that is not listed here."),
)

RESERVED = frozenset(
    name.lower() for field in FIELDS if not field.param for name in (field.name, *field.also)
)
"""Keys, in lower case, that mean something to Hugo; all others are params."""
