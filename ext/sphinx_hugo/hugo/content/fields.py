"""Front matter fields: from what a page and its cascade say to a :class:`Page` without address."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sphinx_hugo.hugo.content.menufields import is_bad_weight, read_page_menus
from sphinx_hugo.hugo.pages import ListMode, RenderMode
from sphinx_hugo.hugo.values.coercion import (
    to_bool,
    to_int,
    to_map,
    to_string,
    to_string_list,
    to_terms,
)
from sphinx_hugo.hugo.values.dates import read_dates

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from sphinx_hugo.hugo.config.site_config import SiteConfig
    from sphinx_hugo.hugo.content.fieldplaces import FieldMessage

RESERVED = frozenset(
    [
        *("title", "linktitle", "description", "summary", "weight", "draft", "headless", "slug"),
        *("url", "aliases", "type", "layout", "markup", "menu", "menus", "params", "build"),
        *("_build", "cascade", "resources", "outputs", "sitemap", "translationkey"),
        *("iscjklanguage", "sites", "date", "lastmod", "modified", "publishdate", "pubdate"),
        *("published", "expirydate", "unpublishdate"),
    ]
)
"""Top-level keys that mean something to Hugo; all others are params."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PageFields:
    """What the fields of one page say, coerced to their types."""

    values: Mapping[str, Any]
    """Arguments for :class:`~sphinx_hugo.hugo.pages.Page`, by name."""
    url: str
    """``url``, as written."""
    publish_resources: bool
    messages: tuple[FieldMessage, ...]
    """Fields that cannot be read as they stand."""
    menu_messages: tuple[FieldMessage, ...]


def split_fields(
    data: Mapping[str, Any],
) -> tuple[dict[str, Any], dict[str, Any], tuple[FieldMessage, ...]]:
    """Return (reserved fields, params, messages); entries of ``params`` win over loose ones."""
    fields: dict[str, Any] = {}
    params: dict[str, Any] = {}
    for key, value in data.items():
        (fields if key in RESERVED else params)[key] = value
    nested = fields.pop("params", None)
    if isinstance(nested, dict):
        params.update(nested)
    elif nested is not None:
        text = "'params' must be a map of names to values; it is left out"
        return fields, params, (("params", text),)
    return fields, params, ()


def read_fields(
    fields: Mapping[str, Any],
    params: Mapping[str, Any],
    config: SiteConfig,
    *,
    base_name: str = "",
    modified: datetime | None = None,
    git_date: datetime | None = None,
) -> PageFields:
    """Coerce the fields of a page, after its cascade was applied.

    *base_name* is the file's name without language and extension (a leaf bundle: its directory's).
    """
    messages: list[FieldMessage] = []
    get = fields.get
    wrong_dates: dict[str, str] = {}
    dates = read_dates(
        {**params, **fields},
        config.frontmatter,
        config.time_zone,
        base_name=base_name,
        modified=modified,
        git_date=git_date,
        problems=wrong_dates,
    )
    messages += wrong_dates.items()
    list_mode, render_mode, publish_resources = _read_build(fields, messages)
    _check_markup(get("markup"), messages)
    menus, menu_messages = read_page_menus(
        get("menus", get("menu", params.get("menus", params.get("menu"))))
    )
    title = to_string(get("title"))
    slug = to_string(get("slug")).strip("-") or dates.slug
    values = {
        "title": title,
        "link_title": to_string(get("linktitle")) or title,
        "description": to_string(get("description")),
        "summary": to_string(get("summary")),
        "weight": read_weight(get("weight"), messages),
        "date": dates.date,
        "lastmod": dates.lastmod,
        "publish_date": dates.publish_date,
        "expiry_date": dates.expiry_date,
        "draft": to_bool(get("draft")),
        "slug": slug,
        "type": to_string(get("type")),
        "layout": to_string(get("layout")),
        "keywords": to_string_list(params.get("keywords")),
        "params": params,
        "fields": fields,
        "menus": menus,
        "terms": _read_terms(params, config),
        "translation_key": to_string(get("translationkey")),
        "outputs": tuple(name.lower() for name in to_string_list(get("outputs"))),
        "sitemap": to_map(get("sitemap")),
        "list_mode": list_mode,
        "render_mode": render_mode,
        "aliases": _read_aliases(get("aliases"), messages),
    }
    return PageFields(
        values=values,
        url=_read_url(get("url"), messages),
        publish_resources=publish_resources,
        messages=tuple(messages),
        menu_messages=tuple(("menus", text) for text in menu_messages),
    )


_MARKDOWN = ("", "md", "markdown", "mdown", "goldmark")
_LIST = {True: ListMode.ALWAYS, False: ListMode.NEVER}
_RENDER = {True: RenderMode.ALWAYS, False: RenderMode.NEVER}


def read_weight(value: object, messages: list[FieldMessage]) -> int:
    """Return the weight; Hugo takes what is no number for 0 and does not say so."""
    if is_bad_weight(value):
        shown = f'"{value}"' if isinstance(value, str) else f"a {type(value).__name__}"
        text = (
            f"the weight is {shown}, not a whole number; it counts as none, so the page sorts last"
        )
        messages.append(("weight", text))
    return to_int(value)


def _read_build(
    fields: Mapping[str, Any], messages: list[FieldMessage]
) -> tuple[ListMode, RenderMode, bool]:
    """Read ``build`` and ``headless``; a word that Hugo does not know means ``always``."""
    if to_bool(fields.get("headless")):
        return ListMode.NEVER, RenderMode.NEVER, True
    build = fields.get("build", fields.get("_build"))
    if build is None:
        return ListMode.ALWAYS, RenderMode.ALWAYS, True
    if not isinstance(build, dict):
        text = "'build' must be a map, such as 'build: {list: never}'; it is left out"
        messages.append(("build", text))
        return ListMode.ALWAYS, RenderMode.ALWAYS, True
    listed, rendered = build.get("list", True), build.get("render", True)
    list_mode = _LIST[listed] if isinstance(listed, bool) else ListMode.ALWAYS
    render_mode = _RENDER[rendered] if isinstance(rendered, bool) else RenderMode.ALWAYS
    if listed in tuple(ListMode):
        list_mode = ListMode(listed)
    if rendered in tuple(RenderMode):
        render_mode = RenderMode(rendered)
    publish = build.get("publishresources")
    return list_mode, render_mode, True if publish is None else to_bool(publish)


def _check_markup(value: object, messages: list[FieldMessage]) -> None:
    markup = to_string(value).lower()
    if markup not in _MARKDOWN:
        text = f"markup {markup!r}: only Markdown is read; the page is taken as such"
        messages.append(("markup", text))


def _read_terms(params: Mapping[str, Any], config: SiteConfig) -> dict[str, tuple[str, ...]]:
    terms = {}
    for plural in config.taxonomies.values():
        value = params.get(plural.lower())
        if value is not None:
            found = tuple(term for term in to_terms(value) if term)
            if found:
                terms[plural] = found
    return terms


def _is_remote(text: str) -> bool:
    return text.startswith(("http://", "https://"))


def _read_aliases(value: object, messages: list[FieldMessage]) -> tuple[str, ...]:
    if value is None:
        return ()
    kept = []
    for alias in to_string_list(value):
        if _is_remote(alias):
            text = "an alias is a path of this site, such as '/old/'; it is left out"
            messages.append(("aliases", f"alias {alias!r}: {text}"))
        else:
            kept.append(alias)
    return tuple(kept)


def _read_url(value: object, messages: list[FieldMessage]) -> str:
    url = to_string(value)
    if _is_remote(url):
        text = f"url {url!r}: 'url' is a path of this site, such as '/new/'; left out"
        messages.append(("url", text))
        return ""
    return url
