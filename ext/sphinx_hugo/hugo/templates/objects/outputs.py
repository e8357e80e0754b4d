"""``.OutputFormats``: the forms in which a page is published."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_hugo.hugo.addresses.feeds import feed_address

from ..casts import to_string
from ..exposed import Exposed, exposed
from .resource import MediaType

if TYPE_CHECKING:
    from sphinx_hugo.hugo.config.site_config import SiteConfig

    from .record import PageRecord


class OutputFormat(Exposed):
    """One form of a page."""

    GO_TYPE = "page.OutputFormat"

    def __init__(self, page: PageRecord) -> None:
        self._page = page

    @exposed("Name")
    def name(self) -> str:
        """Give the name."""
        return "html"

    @exposed("Rel")
    def rel(self) -> str:
        """Give the kind of link to it."""
        return "canonical"

    @exposed("MediaType")
    def media_type(self) -> MediaType:
        """Give the media type."""
        return MediaType("index.html")

    @exposed("Permalink")
    def permalink(self) -> str:
        """Give the full address."""
        return self._page.permalink()

    @exposed("RelPermalink")
    def rel_permalink(self) -> str:
        """Give the address without host."""
        return self._page.rel_permalink()


class Feed(OutputFormat):
    """The RSS feed of a page that lists others."""

    def __init__(self, page: PageRecord, config: SiteConfig) -> None:
        super().__init__(page)
        self._config = config

    @exposed("Name")
    def name(self) -> str:
        """Give the name."""
        return "rss"

    @exposed("Rel")
    def rel(self) -> str:
        """Give the kind of link to it."""
        return "alternate"

    @exposed("MediaType")
    def media_type(self) -> MediaType:
        """Give the media type."""
        return MediaType("index.rss")

    @exposed("Permalink")
    def permalink(self) -> str:
        """Give the full address."""
        return feed_address(self._config, self._page.permalink())

    @exposed("RelPermalink")
    def rel_permalink(self) -> str:
        """Give the address without host."""
        return feed_address(self._config, self._page.rel_permalink())


class OutputFormats(list[OutputFormat], Exposed):
    """The forms of a page: of Hugo's, HTML and feeds are written."""

    GO_TYPE = "page.OutputFormats"

    @exposed("Get")
    def get(self, name: object) -> OutputFormat | None:
        """Give the form of a name, without regard to case; nil if there is none."""
        wanted = to_string(name).lower()
        return next((item for item in self if item.name() == wanted), None)

    @exposed("Canonical")
    def canonical(self) -> OutputFormat | None:
        """Give the form whose address counts."""
        return self[0] if self else None
