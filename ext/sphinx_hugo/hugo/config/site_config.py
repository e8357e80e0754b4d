"""The site's configuration, as Hugo reads it from ``hugo.toml`` and its relatives."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sphinx_hugo.hugo.config import defaults
from sphinx_hugo.hugo.config.components import Component, find_components, merge_component
from sphinx_hugo.hugo.config.configfiles import ConfigError, ConfigFiles, overlay, read_config_files
from sphinx_hugo.hugo.config.languages import Language, Languages, read_languages
from sphinx_hugo.hugo.config.mounts import Mount, component_mounts, project_mounts
from sphinx_hugo.hugo.config.settings import Reports, Settings
from sphinx_hugo.hugo.config.sitesettings import (
    read_base_url,
    read_cascade,
    read_disable_kinds,
    read_menus,
    read_outputs,
    read_permalinks,
    read_related,
    read_taxonomies,
    read_time_zone,
    read_title_case_style,
    read_ugly_urls,
)
from sphinx_hugo.hugo.config.spellings import modernise
from sphinx_hugo.hugo.values.data import lower_keys
from sphinx_hugo.hugo.values.dates import DateSources, read_sources

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import tzinfo
    from pathlib import Path

    from sphinx_hugo.hugo.problems import Problem

__all__ = ["ConfigError", "Language", "Mount", "SiteConfig", "load_config"]


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteConfig:
    """What the configuration says, for one language, defaults filled in.

    Every key of a mapping is in lower case, except inside lists.
    """

    root: Path
    """The project's directory, absolute."""
    environment: str
    files: tuple[Path, ...]
    """The configuration files that were read, themes' included."""
    values: Mapping[str, Any]
    """Everything, merged, for the chosen language."""
    problems: tuple[Problem, ...]
    """Old spellings and values that cannot be used."""

    title: str
    base_url: str
    """``baseURL`` with a final slash; ``https://example.org/`` if there is none."""
    base_path: str
    """Path part of ``base_url`` without final slash, such as ``/docs``; often empty."""
    default_language: str
    default_language_in_subdir: bool
    languages: tuple[Language, ...]
    """Those that are not disabled, by weight, then name."""
    language: Language
    """The chosen one."""
    has_language_entry: bool
    """Whether the configuration names any language; Hugo then resolves plain Markdown links."""

    mounts: tuple[Mount, ...]
    """Of all components and languages; the first one wins on clashes."""
    component_roots: tuple[Path, ...]
    """The project, then themes and modules found on disk."""
    missing_components: tuple[str, ...]
    """Names of the themes and modules that were not found there."""

    taxonomies: Mapping[str, str]
    """Singular to plural."""
    permalinks: Mapping[str, Any] | tuple[Any, ...]
    """As written: a map of patterns or of maps, or a list of ``{target, pattern}``."""
    params: Mapping[str, Any]
    menus: Mapping[str, tuple[Mapping[str, Any], ...]]
    """Menu name to the entries' properties."""
    section_pages_menu: str
    cascade: tuple[Mapping[str, Any], ...]
    outputs: Mapping[str, tuple[str, ...]]
    """Page kind to output format names, both in lower case."""
    sitemap: Mapping[str, Any]
    markup: Mapping[str, Any]
    """``[markup]`` with Hugo's defaults filled in."""
    security: Mapping[str, Any]
    """``[security]`` with Hugo's defaults filled in."""
    related: Mapping[str, Any]
    """``[related]`` with Hugo's defaults filled in."""

    disable_kinds: frozenset[str]
    """In lower case."""
    disable_aliases: bool
    ugly_urls: bool | Mapping[str, bool]
    """For the whole site, or by section."""
    relative_urls: bool
    canonify_urls: bool
    disable_path_to_lower: bool
    remove_path_accents: bool
    build_drafts: bool
    build_future: bool
    build_expired: bool
    time_zone: tzinfo
    frontmatter: DateSources
    pluralize_list_titles: bool
    capitalize_list_titles: bool
    title_case_style: str
    """In lower case: ``ap``, ``chicago``, ``go``, ``firstupper``, ``none``."""
    next_prev_sort_order: str
    """``asc`` or ``desc``."""
    next_prev_in_section_sort_order: str
    ref_links_error_level: str
    """``error`` or ``warning``."""
    ref_links_not_found_url: str
    enable_emoji: bool
    enable_git_info: bool
    enable_robots_txt: bool
    has_cjk_language: bool
    summary_length: int
    """In words."""
    ignore_files: tuple[str, ...]
    """Regular expressions, matched against the absolute file name."""

    @property
    def allows_html(self) -> bool:
        """Whether Markdown may hold raw HTML (``markup.goldmark.renderer.unsafe``)."""
        goldmark: Any = self.markup.get("goldmark", {})
        return bool(goldmark.get("renderer", {}).get("unsafe"))

    def mounts_of(self, component: str) -> tuple[Mount, ...]:
        """Return the mounts of one component, such as ``content`` or ``static``."""
        return tuple(mount for mount in self.mounts if mount.component == component)


def load_config(
    root: Path,
    *,
    environment: str = "production",
    overrides: Mapping[str, Any] | None = None,
    language: str | None = None,
) -> SiteConfig:
    """Read the configuration of the site at *root*.

    *overrides* is merged last, as Hugo merges flags. *language* chooses a language by key; the
    default one if None. Environment variables are not read, so that builds can be repeated.
    Raises :class:`ConfigError` if a file cannot be parsed, or if there is no such language.
    """
    root = root.absolute()
    root = root.__class__(os.path.normpath(root))
    own = read_config_files(root, environment)
    reports = Reports(own.sources)
    extra = modernise(lower_keys(dict(overrides or {})), None)
    values = overlay(modernise(own.values, reports), extra)
    components, missing = find_components(root, values, environment, reports)
    for component in components:
        values = merge_component(values, component.config.values)
    languages = read_languages(Settings(values, reports))
    chosen = _choose(languages, language, own, root)
    mounts = project_mounts(root, values, languages.enabled, reports)
    for component in components:
        mounts += component_mounts(
            component.root, component.config.values, component.mounts, languages.enabled, reports
        )
    return _site_config(
        _Parts(root, environment, own, components, missing, languages, chosen, mounts),
        _for_language(values, chosen, extra),
        reports,
    )


@dataclass(frozen=True, slots=True)
class _Parts:
    """What is known of a site before the settings of the chosen language are read."""

    root: Path
    environment: str
    own: ConfigFiles
    components: tuple[Component, ...]
    missing: tuple[str, ...]
    languages: Languages
    language: Language
    mounts: tuple[Mount, ...]


def _without_merge_keys(values: Mapping[str, Any]) -> dict[str, Any]:
    return {
        key: _without_merge_keys(value) if isinstance(value, dict) else value
        for key, value in values.items()
        if key != "_merge"
    }


def _choose(languages: Languages, wanted: str | None, own: ConfigFiles, root: Path) -> Language:
    if wanted is None:
        return languages.default
    found = languages.get(wanted)
    if found is None:
        known = ", ".join(language.key for language in languages.enabled)
        filename = own.files[0] if own.files else root
        raise ConfigError(f'there is no language "{wanted}"; the site has {known}', filename, None)
    return found


def _for_language(
    values: Mapping[str, Any], language: Language, extra: Mapping[str, Any]
) -> dict[str, Any]:
    """Return the root's settings with those of one language in their place.

    Only ``params`` are merged: any other table of a language replaces the root's wholly.
    """
    tables = values.get("languages")
    table = tables.get(language.key) if isinstance(tables, dict) else None
    own = table if isinstance(table, dict) else {}
    result = {**values, **{key: own[key] for key in own if key not in _LANGUAGE_ONLY}}
    params, root_params = own.get("params"), values.get("params")
    if isinstance(params, dict) and isinstance(root_params, dict):
        keep = params.get("_merge") == "none"
        result["params"] = params if keep else overlay(root_params, params)
    # Flags win over everything, and so do overrides.
    result = overlay(result, {key: extra[key] for key in extra if key != "languages"})
    return _without_merge_keys(result)


_LANGUAGE_ONLY = frozenset({"weight", "disabled", "label", "direction", "locale", "contentdir"})


def _site_config(parts: _Parts, values: dict[str, Any], reports: Reports) -> SiteConfig:
    get = Settings(values, reports)
    page = get.table("page")
    base_url, base_path = read_base_url(get)
    sources = (parts.own, *(component.config for component in parts.components))
    fields: dict[str, Any] = {
        "root": parts.root,
        "environment": parts.environment,
        "files": tuple(filename for config in sources for filename in config.files),
        "values": values,
        "title": get.text("title"),
        "base_url": base_url,
        "base_path": base_path,
        "default_language": parts.languages.default.key,
        "default_language_in_subdir": get.flag("defaultcontentlanguageinsubdir"),
        "languages": parts.languages.enabled,
        "language": parts.language,
        "has_language_entry": parts.languages.named,
        "mounts": parts.mounts,
        "component_roots": (parts.root, *(component.root for component in parts.components)),
        "missing_components": parts.missing,
        "taxonomies": read_taxonomies(get),
        "permalinks": read_permalinks(get),
        "params": get.map("params"),
        "menus": read_menus(get),
        "section_pages_menu": get.text("sectionpagesmenu"),
        "cascade": read_cascade(get),
        "outputs": read_outputs(get),
        "sitemap": get.filled("sitemap", defaults.SITEMAP),
        "markup": get.filled("markup", defaults.MARKUP),
        "security": get.filled("security", defaults.SECURITY),
        "related": read_related(get),
        "disable_kinds": read_disable_kinds(get),
        "disable_aliases": get.flag("disablealiases"),
        "ugly_urls": read_ugly_urls(get),
        "relative_urls": get.flag("relativeurls"),
        "canonify_urls": get.flag("canonifyurls"),
        "disable_path_to_lower": get.flag("disablepathtolower"),
        "remove_path_accents": get.flag("removepathaccents"),
        "build_drafts": get.flag("builddrafts"),
        "build_future": get.flag("buildfuture"),
        "build_expired": get.flag("buildexpired"),
        "time_zone": read_time_zone(get),
        "frontmatter": read_sources(get.map("frontmatter")),
        "pluralize_list_titles": get.flag("pluralizelisttitles", True),
        "capitalize_list_titles": get.flag("capitalizelisttitles", True),
        "title_case_style": read_title_case_style(get),
        "next_prev_sort_order": page.choice("nextprevsortorder", ("desc", "asc")),
        "next_prev_in_section_sort_order": page.choice(
            "nextprevinsectionsortorder", ("desc", "asc")
        ),
        "ref_links_error_level": get.choice("reflinkserrorlevel", ("error", "warning")),
        "ref_links_not_found_url": get.text("reflinksnotfoundurl"),
        "enable_emoji": get.flag("enableemoji"),
        "enable_git_info": get.flag("enablegitinfo"),
        "enable_robots_txt": get.flag("enablerobotstxt"),
        "has_cjk_language": get.flag("hascjklanguage"),
        "summary_length": get.number("summarylength", 70),
        "ignore_files": get.texts("ignorefiles"),
    }
    return SiteConfig(**fields, problems=reports.problems())
