"""``.Sitemap``: what a page tells to search engines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..casts import to_bool, to_float, to_string
from ..exposed import Exposed, exposed
from ..printing import format_float

if TYPE_CHECKING:
    from collections.abc import Mapping


class SitemapView(Exposed):
    """The site's settings, with the page's own over them."""

    GO_TYPE = "config.SitemapConfig"

    def __init__(self, site: Mapping[str, object], page: Mapping[str, object]) -> None:
        self._values: dict[str, object] = {"priority": -1.0, "filename": "sitemap.xml"}
        for values in (site, page):
            self._values |= {str(key).lower(): value for key, value in values.items()}

    def display(self) -> str:
        """Give all, as Go prints a struct."""
        disabled = "true" if self.disable() else "false"
        parts = (self.change_freq(), format_float(self.priority()), self.filename(), disabled)
        return "{" + " ".join(parts) + "}"

    @exposed("ChangeFreq")
    def change_freq(self) -> str:
        """Give how often it changes, such as ``weekly``."""
        return to_string(self._values.get("changefreq"))

    @exposed("Priority")
    def priority(self) -> float:
        """Give its priority; -1 is none."""
        return to_float(self._values.get("priority"))

    @exposed("Filename")
    def filename(self) -> str:
        """Give the name of the sitemap."""
        return to_string(self._values.get("filename"))

    @exposed("Disable")
    def disable(self) -> bool:
        """Say whether it is left out."""
        return to_bool(self._values.get("disable"))
