"""``param``: a value from front matter or from the site's configuration."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Any, ClassVar

from docutils import nodes

from sphinx_hugo.hugo.problems import Kind
from sphinx_hugo.shortcodes.base import Parameter, Shortcode

if TYPE_CHECKING:
    from sphinx_hugo.hugo.pages import Page

_FIELDS = {
    "title": "title",
    "linktitle": "link_title",
    "description": "description",
    "summary": "summary",
    "weight": "weight",
    "date": "date",
    "lastmod": "lastmod",
    "publishdate": "publish_date",
    "expirydate": "expiry_date",
    "draft": "draft",
    "slug": "slug",
    "type": "type",
    "layout": "layout",
    "keywords": "keywords",
}
"""Hugo's own front matter, as parameters, and the fields of the page."""
MISSING = object()
"""What :func:`look_up` returns where there is nothing."""


class Param(Shortcode):
    """A parameter of the page or, if it has none of that name, of the site."""

    names = ("param",)
    parameters: ClassVar[tuple[Parameter, ...]] = (
        Parameter("key", "Name of the parameter; a dot leads into a map.", 0, required=True),
    )
    example = "{{< param version >}}"

    def to_nodes(self) -> list[nodes.Node]:
        """Return the value as text."""
        text = self.to_text()
        return self.flow([nodes.Text(text)] if text else [])

    def to_text(self) -> str:
        """Return the value as Hugo prints it."""
        key = self.params.text(0, "key", "name")
        if not key:
            return ""
        value = look_up(page_params(self.context.page), key)
        if value is MISSING:
            value = look_up(self.context.site.config.params, key)
        if value is MISSING:
            self.context.report(
                Kind.SHORTCODE_PARAM,
                f"neither the page nor the site has a parameter '{key}'; "
                "set it in the page's front matter, or below [params] in the configuration.",
            )
            return ""
        return printed(value)

    def to_markdown(self) -> str:
        """Return the value; Hugo reads it as Markdown where the call has percent signs."""
        return self.to_text()


def page_params(page: Page) -> Mapping[str, Any]:
    """Return a page's parameters, with the fields that Hugo counts among them."""
    known = {name: getattr(page, field) for name, field in _FIELDS.items()}
    return {**{name: value for name, value in known.items() if value}, **page.params}


def look_up(values: Any, key: str) -> Any:
    """Follow a key, in any case, with dots into maps; a marker if there is nothing."""
    if isinstance(values, Mapping) and key.lower() in values:
        return values[key.lower()]
    for part in key.lower().split("."):
        if not isinstance(values, Mapping) or part not in values:
            return MISSING
        values = values[part]
    return values


def printed(value: Any) -> str:
    """Return a value as Go prints it: ``true``, ``[a b]``, ``map[k:v]``."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list | tuple):
        return f"[{' '.join(printed(one) for one in value)}]"
    if isinstance(value, Mapping):
        return f"map[{' '.join(f'{key}:{printed(value[key])}' for key in sorted(value))}]"
    if isinstance(value, datetime):
        zone = value.strftime("%z") or "+0000"
        name = "UTC" if zone == "+0000" else zone
        return f"{value:%Y-%m-%d %H:%M:%S} {zone} {name}"
    if isinstance(value, float):
        return f"{value:g}" if abs(value) < 1e21 else str(value)
    return str(value)
