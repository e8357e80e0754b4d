"""The settings of a site that are more than a text, a number or a bool, each read by a function."""

from __future__ import annotations

from datetime import UTC
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from sphinx_hugo.hugo.config import defaults
from sphinx_hugo.hugo.values.data import lower_keys

if TYPE_CHECKING:
    from datetime import tzinfo

    from sphinx_hugo.hugo.config.settings import Settings

_DEFAULT_BASE_URL = "https://example.org/"
_KINDS = frozenset(
    {"home", "page", "section", "taxonomy", "term", "rss", "sitemap", "robotstxt", "404"}
)
_TITLE_STYLES = ("ap", "chicago", "go", "firstupper", "none")


def read_base_url(get: Settings) -> tuple[str, str]:
    """Return ``baseURL`` with a final slash, and its path without."""
    url = get.text("baseurl").strip() or _DEFAULT_BASE_URL
    try:
        path = urlsplit(url).path
    except ValueError:
        get.report("baseurl", f'baseURL is "{url}", which is no URL; {_DEFAULT_BASE_URL} is taken')
        url, path = _DEFAULT_BASE_URL, "/"
    return url.rstrip("/") + "/", path.rstrip("/")


def read_taxonomies(get: Settings) -> dict[str, str]:
    """Return singular to plural names; Hugo's two if nothing is configured."""
    if "taxonomies" not in get.values:
        return dict(defaults.TAXONOMIES)
    table = get.table("taxonomies")
    found = {singular: table.text(singular).lower() for singular in table.values}
    return {singular: plural for singular, plural in found.items() if plural}


def read_permalinks(get: Settings) -> dict[str, Any] | tuple[Any, ...]:
    """Return ``permalinks``, as a map or as a list, as it is written."""
    value = get.values.get("permalinks")
    if isinstance(value, list):
        return tuple(lower_keys(item) for item in value if isinstance(item, dict))
    return get.map("permalinks")


def read_menus(get: Settings) -> dict[str, tuple[dict[str, Any], ...]]:
    """Return the entries of each menu; a menu that is no list of tables is reported."""
    result = {}
    for name, entries in get.map("menus").items():
        if isinstance(entries, list) and all(isinstance(entry, dict) for entry in entries):
            result[name] = tuple(lower_keys(entry) for entry in entries)
        else:
            get.report(
                f"menus.{name}",
                f'the menu "{name}" is no list of tables; it is left out, write [[menus.{name}]]',
            )
    return result


def read_cascade(get: Settings) -> tuple[dict[str, Any], ...]:
    """Return the entries of the site-wide cascade."""
    value = get.values.get("cascade")
    if isinstance(value, list):
        return tuple(lower_keys(entry) for entry in value if isinstance(entry, dict))
    table = get.map("cascade")
    return (table,) if table else ()


def read_outputs(get: Settings) -> dict[str, tuple[str, ...]]:
    """Return the output formats of each page kind, in lower case."""
    table = get.table("outputs")
    named = {kind: tuple(map(str.lower, table.texts(kind))) for kind in table.values}
    return {**defaults.OUTPUTS, **named}


def read_related(get: Settings) -> dict[str, Any]:
    """Return the related-content settings: Hugo's indices count only if nothing is configured."""
    if not get.map("related"):
        return dict(defaults.RELATED)
    return get.filled("related", {**defaults.RELATED, "indices": []})


def read_disable_kinds(get: Settings) -> frozenset[str]:
    """Return the kinds that are switched off; unknown ones are reported."""
    kinds = frozenset(kind.lower() for kind in get.texts("disablekinds"))
    for kind in sorted(kinds - _KINDS - {"taxonomyterm"}):
        get.report("disablekinds", f'disableKinds names "{kind}", which is no kind of page')
    if "taxonomyterm" in kinds:
        get.report(
            "disablekinds",
            'disableKinds names "taxonomyTerm", an old spelling; it is read as "taxonomy"',
        )
        kinds |= {"taxonomy"}
    return kinds & _KINDS


def read_ugly_urls(get: Settings) -> bool | dict[str, bool]:
    """Return ``uglyURLs``: for the whole site, or by section."""
    if isinstance(get.values.get("uglyurls"), dict):
        table = get.table("uglyurls")
        return {section: table.flag(section) for section in table.values}
    return get.flag("uglyurls")


def read_time_zone(get: Settings) -> tzinfo:
    """Return the zone of dates without one."""
    name = get.text("timezone")
    if not name:
        return UTC
    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        get.report("timezone", f'timeZone is "{name}", which is no known time zone; UTC is taken')
        return UTC


def read_title_case_style(get: Settings) -> str:
    """Return a style Hugo knows; it says nothing about others, either."""
    style = get.text("titlecasestyle", "ap").lower()
    return style if style in _TITLE_STYLES else "ap"
