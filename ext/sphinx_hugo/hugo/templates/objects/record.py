"""The fields of a page that stand in its record."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import unquote

from sphinx_hugo.hugo.addresses.aliases import alias_address
from sphinx_hugo.hugo.addresses.feeds import has_feed
from sphinx_hugo.hugo.content.urls import is_ugly
from sphinx_hugo.hugo.pages import BundleType, PageKind

from ..convert import to_params, to_value
from ..exposed import Exposed, exposed
from ..times import Time
from ..values import is_truthful
from .file import FileView
from .outputs import Feed, OutputFormat, OutputFormats
from .sitemap import SitemapView

if TYPE_CHECKING:
    from sphinx_hugo.hugo.pages import Page

    from ..runtime import Engine
    from ..values import Params


class PageRecord(Exposed):
    """The fields of a page that stand in its record."""

    GO_TYPE = "*hugolib.pageState"

    def __init__(self, engine: Engine, record: Page) -> None:
        self._engine = engine
        self.record = record
        """The page's data."""
        self._params = to_params({**record.fields, **record.params, **_own_fields(record)})
        if record.filename is None:  # nobody gave it a title
            self._params.pop("title", None)

    def display(self) -> str:
        """Give the file, or the path of a page without one."""
        return str(self.record.filename or self.record.path)

    @exposed("String")
    def string(self) -> str:
        """Give the file, or the path of a page without one."""
        return self.display()

    @exposed("Title")
    def title(self) -> str:
        """Give the title."""
        return self.record.title

    @exposed("LinkTitle")
    def link_title(self) -> str:
        """Give the title for links."""
        return self.record.link_title or self.record.title

    @exposed("Name")
    def name(self) -> str:
        """Give the name for lists: the title, or the file's name."""
        return self.record.title

    @exposed("Description")
    def description(self) -> str:
        """Give the description."""
        return self.record.description

    @exposed("Params")
    def params(self) -> Params:
        """Give the parameters."""
        return self._params

    @exposed("Path")
    def path(self) -> str:
        """Give the logical path."""
        return self.record.path

    @exposed("RelPermalink")
    def rel_permalink(self) -> str:
        """Give the address without host."""
        return self.record.rel_permalink

    @exposed("Permalink")
    def permalink(self) -> str:
        """Give the full address."""
        return self.record.permalink

    @exposed("Kind")
    def kind(self) -> str:
        """Give the kind, such as ``section``."""
        return self.record.kind.value

    @exposed("Type")
    def type(self) -> str:
        """Give the content type."""
        return self.record.type

    @exposed("Layout")
    def layout(self) -> str:
        """Give the layout."""
        return self.record.layout

    @exposed("Section")
    def section(self) -> str:
        """Give the first segment of the path."""
        return self.record.section

    @exposed("Slug")
    def slug(self) -> str:
        """Give the slug."""
        return self.record.slug

    @exposed("Weight")
    def weight(self) -> int:
        """Give the weight."""
        return self.record.weight

    @exposed("Draft")
    def draft(self) -> bool:
        """Say whether it is a draft."""
        return self.record.draft

    @exposed("Date")
    def date(self) -> Time:
        """Give the date; zero if there is none."""
        return Time(self.record.date)

    @exposed("Lastmod")
    def lastmod(self) -> Time:
        """Give the date of the last change."""
        return Time(self.record.lastmod)

    @exposed("PublishDate")
    def publish_date(self) -> Time:
        """Give the date of publication."""
        return Time(self.record.publish_date)

    @exposed("ExpiryDate")
    def expiry_date(self) -> Time:
        """Give the date of expiry."""
        return Time(self.record.expiry_date)

    @exposed("Keywords")
    def keywords(self) -> list[object]:
        """Give the keywords."""
        return list(self.record.keywords)

    @exposed("Aliases")
    def aliases(self) -> list[object]:
        """Give the aliases as addresses from the root."""
        config = self._engine.host.site.config
        link = unquote(self.record.rel_permalink).removeprefix(config.base_path)
        link = link.removesuffix("index.html")
        prefix, ugly = self._engine.site.language_prefix(), is_ugly(config, self.record)
        return [alias_address(it, link, prefix=prefix, ugly=ugly) for it in self.record.aliases]

    @exposed("BundleType")
    def bundle_type(self) -> str:
        """Give ``leaf`` or ``branch``; empty for other pages."""
        bundle = self.record.bundle
        return bundle.value if bundle in {BundleType.LEAF, BundleType.BRANCH} else ""

    @exposed("IsHome")
    def is_home(self) -> bool:
        """Say whether it is the home page."""
        return self.record.kind is PageKind.HOME

    @exposed("IsPage")
    def is_page(self) -> bool:
        """Say whether it is a regular page."""
        return self.record.kind is PageKind.PAGE

    @exposed("IsSection")
    def is_section(self) -> bool:
        """Say whether it is a section."""
        return self.record.kind is PageKind.SECTION

    @exposed("IsBranch")
    def is_branch(self) -> bool:
        """Say whether it is anything but a regular page."""
        return not self.is_page()

    @exposed("IsNode")
    def is_node(self) -> bool:
        """Say whether it is anything but a regular page."""
        return not self.is_page()

    @exposed("WordCount")
    def word_count(self) -> int:
        """Give the number of words."""
        return self._engine.host.word_count(self.record)

    @exposed("ReadingTime")
    def reading_time(self) -> int:
        """Give the minutes it takes to read."""
        return (self.word_count() + 212) // 213

    @exposed("FuzzyWordCount")
    def fuzzy_word_count(self) -> int:
        """Give the number of words, rounded up to hundreds."""
        return (self.word_count() + 100) // 100 * 100

    @exposed("File")
    def file(self) -> FileView | None:
        """Give the file; nil for pages that Hugo makes itself."""
        return FileView(self.record) if self.record.filename else None

    @exposed("GitInfo")
    def git_info(self) -> None:
        """Give nothing: the history is not read."""

    @exposed("OutputFormats")
    def output_formats(self) -> OutputFormats:
        """Give the forms in which it is published: HTML, if it has an address, and its feed."""
        if not self.record.rel_permalink:
            return OutputFormats()
        return OutputFormats([OutputFormat(self), *self.alternative_output_formats()])

    @exposed("AlternativeOutputFormats")
    def alternative_output_formats(self) -> OutputFormats:
        """Give the feed: of the other formats none is built."""
        config = self._engine.host.site.config
        if not self.record.rel_permalink or not has_feed(config, self.record):
            return OutputFormats()
        return OutputFormats([Feed(self, config)])

    @exposed("CodeOwners")
    def code_owners(self) -> list[object]:
        """Give nothing: the owners are not read."""
        return []

    @exposed("Sitemap")
    def sitemap(self) -> SitemapView:
        """Give what the sitemap says of it."""
        return SitemapView(self._engine.host.site.config.sitemap, self.record.sitemap)

    @exposed("Lang")
    def lang(self) -> str:
        """Give the language key."""
        return self.record.language


def nested(values: dict[str, object], key: str) -> object:
    """Give a value by a key whose dots go deeper; nil if there is none."""
    found = values.get(key.lower())
    if found is not None:
        return found
    current: object = values
    for part in key.lower().split("."):
        current = current.get(part) if isinstance(current, dict) else None
    return current


def _own_fields(record: Page) -> dict[str, object]:
    """Give what Hugo puts into the parameters of every page."""
    fields: dict[str, object] = {"draft": record.draft, "iscjklanguage": False}
    if "title" in record.fields:
        fields["title"] = record.title
    optional: dict[str, object] = {
        "description": record.description,
        "weight": record.weight,
        "slug": record.slug,
        "type": record.params.get("type"),
        "layout": record.layout,
        "keywords": to_value(record.keywords),
        "aliases": to_value(record.aliases),
    }
    if not record.dated_by_others:
        optional |= {
            "date": to_value(record.date),
            "lastmod": to_value(record.lastmod),
            "publishdate": to_value(record.publish_date),
            "expirydate": to_value(record.expiry_date),
        }
    fields.update({key: value for key, value in optional.items() if is_truthful(value)})
    return fields
