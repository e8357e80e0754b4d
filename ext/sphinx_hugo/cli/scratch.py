"""A copy of a site that Hugo can build without its theme: content, settings, and layouts that say little.

Layouts are what a theme brings, and nothing that content decides. In their place stands one template
that writes all pages as JSON. The site's own shortcodes are kept; for each that neither the site nor
Hugo brings there is one that gives back its inner text. What Hugo then says of pages, addresses,
titles, order and rendered text is its own.
"""

from __future__ import annotations

import json
import os
import re
import shutil
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any

from sphinx_hugo.cli.owntemplates import copy_templates, drop_template
from sphinx_hugo.hugo.config.configfiles import read_config_files
from sphinx_hugo.hugo.config.spellings import modernise
from sphinx_hugo.hugo.values.coercion import to_map

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Set

    from sphinx_hugo.hugo.config.site_config import SiteConfig

EMBEDDED = frozenset({"details", "figure", "highlight", "param", "qr", "ref", "relref"})
"""Shortcodes that Hugo brings; those that ask other hosts are replaced like a theme's."""

WITH_INNER = '{{ .Inner | .Page.RenderString (dict "display" "block") }}'
"""A shortcode that shows its inner text as Markdown."""
PLAIN_INNER = "{{ .Inner }}"
"""One that shows it untouched."""
WITHOUT_INNER = ""
"""One that shows nothing, and must not be closed."""

SETTINGS = frozenset(
    {
        "baseurl",
        "buildexpired",
        "builddrafts",
        "buildfuture",
        "canonifyurls",
        "capitalizelisttitles",
        "cascade",
        "contentdir",
        "defaultcontentlanguage",
        "defaultcontentlanguageinsubdir",
        "disablealiases",
        "disableorderlang",
        "disablepathtolower",
        "enableemoji",
        "enableinlineshortcodes",
        "frontmatter",
        "hascjklanguage",
        "ignorefiles",
        "languages",
        "locale",
        "markup",
        "menus",
        "page",
        "params",
        "permalinks",
        "pluralizelisttitles",
        "related",
        "relativeurls",
        "removepathaccents",
        "security",
        "sectionpagesmenu",
        "summarylength",
        "taxonomies",
        "timezone",
        "title",
        "titlecasestyle",
        "uglyurls",
    }
)
"""Root keys that content depends on; layouts, output formats and modules stay behind."""

_PAGES = """\
{{- $all := slice }}
{{- range site.Pages }}
  {{- $below := slice }}
  {{- if ne .Kind "page" }}
    {{- range .Pages }}{{ $below = $below | append .RelPermalink }}{{ end }}
  {{- end }}
  {{- $all = $all | append (dict "kind" .Kind "url" .RelPermalink "title" .Title
      "description" .Description "aliases" .Aliases "children" $below "content" .Content) }}
{{- end }}
{{- dict "language" site.Language.Lang "baseURL" site.BaseURL "pages" $all | jsonify -}}
"""

_TAG = re.compile(r"\{\{[<%]\s*(?P<closing>/?)\s*(?P<name>[\w./-]+?)(?P<rest>(?=[\s/>%])[^{}]*)")
_CONTENT_SUFFIXES = frozenset({".md", ".markdown", ".html"})
_OLD_BUILD = re.compile(rb"(?m)^_build(?=\s*[:=])")


@dataclass(frozen=True, slots=True)
class Scratch:
    """Where the copy lies."""

    root: Path
    sources: Mapping[str, str]
    """Path of each folder or file in it that was copied, and its path as the site has it."""
    own: set[str] = field(default_factory=set)
    """Names of the site's own shortcodes that are in it, in lower case."""

    def original(self, path: Path) -> str:
        """Return the path of a copied file as seen from the site."""
        inside = PurePosixPath(path.relative_to(self.root).as_posix())
        for name, source in self.sources.items():
            if inside.is_relative_to(name):
                return PurePosixPath(source, inside.relative_to(name)).as_posix()
        return inside.as_posix()

    @property
    def public(self) -> Path:
        """Where Hugo writes."""
        return self.root / "public"

    @property
    def cache(self) -> Path:
        """Where Hugo keeps what it fetches and makes."""
        return self.root / "cache"

    def stub(self, name: str, text: str) -> bool:
        """Write the template of a shortcode; says False for a name that no file can have."""
        parts = PurePosixPath(name).parts
        if not parts or ".." in parts or parts[0] == "/":
            return False
        drop_template(self.root, f"_shortcodes/{name}")
        self.own.discard(name.lower())
        path = self.root / "layouts" / "_shortcodes" / f"{name}.html"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return True

    def stub_all(self) -> None:
        """Write a template for each shortcode that is called and that nobody brings."""
        for name, text in stubs(_sources(self.root)).items():
            if name.lower() not in self.own:
                self.stub(name, text)

    def replace_own(self, name: str) -> bool:
        """Write a stub in the place of the site's own template of that name; False if there is none."""
        if name.lower() not in self.own:
            return False
        return self.stub(name, stubs(_sources(self.root)).get(name, WITHOUT_INNER))


def make_scratch(config: SiteConfig, folder: Path) -> Scratch:
    """Copy the site to *folder*, ready for Hugo."""
    values = modernise(read_config_files(config.root, config.environment).values, None)
    copies = _Copies(config.root, folder)
    settings = {key: value for key, value in values.items() if key in SETTINGS}
    settings["contentdir"] = copies.add(values.get("contentdir", "content"), "content")
    settings["languages"] = _languages(values.get("languages"), copies)
    kept = {config.language.key, config.default_language}
    mounts = list(_mounts(values.get("module"), kept, copies))
    if mounts:
        others = [{"source": name, "target": name} for name in _OTHERS]
        settings["module"] = {"mounts": [*mounts, *others]}
    settings["disablelanguages"] = sorted(
        key for key in settings["languages"] if key.lower() not in kept
    )
    settings |= {
        "outputs": {kind: ["html"] for kind in ("home", "page", "section", "taxonomy", "term")},
        "disablekinds": [
            "rss",
            "sitemap",
            "robotstxt",
            "404",
            *sorted(config.disable_kinds & _KINDS),
        ],
        "reflinkserrorlevel": "WARNING",
        "reflinksnotfoundurl": "#ref-not-found",
    }
    settings = {key: value for key, value in settings.items() if value not in ({}, [], None)}
    (folder / "hugo.json").write_text(json.dumps(settings, default=str), encoding="utf-8")
    layouts = folder / "layouts"
    layouts.mkdir()
    (layouts / "home.html").write_text(_PAGES, encoding="utf-8")
    (layouts / "all.html").write_text("page", encoding="utf-8")
    scratch = Scratch(folder, copies.sources, copy_templates(config, folder))
    scratch.stub_all()
    return scratch


@dataclass(frozen=True, slots=True)
class _Copies:
    """Copies what the site's settings name."""

    root: Path
    folder: Path
    sources: dict[str, str] = field(default_factory=dict)

    def add(self, source: Any, name: str) -> str:
        """Copy a folder or file of the site and return the path of the copy.

        It lies where it lay, which settings such as ``ignoreFiles`` ask for; what lies outside of the
        site, or where Hugo writes, gets the *name*.
        """
        path = Path(os.path.normpath(self.root / str(source)))
        copy = self.folder / (name + path.suffix if path.is_file() else name)
        if path != self.root and path.is_relative_to(self.root):
            inside = path.relative_to(self.root)
            copy = copy if inside.parts[0] in _TAKEN else self.folder / inside
        if path.is_dir():
            shutil.copytree(path, copy, symlinks=True, ignore=_passed_over, dirs_exist_ok=True)
        elif path.is_file():
            copy.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, copy)
        name = copy.relative_to(self.folder).as_posix()
        self.sources[name] = str(source)
        for page in (copy, *copy.rglob("*.md")):
            if page.is_file() and not page.is_symlink():
                _modernise_page(page)
        return name


_OTHERS = ("layouts", "data", "i18n", "assets")
"""What the copy has beside content."""
_KINDS = frozenset({"page", "section", "taxonomy", "term"})
"""Kinds of pages that a site may switch off; the home page is where Hugo's answer stands."""
_TAKEN = frozenset(
    {"assets", "cache", "data", "hugo.json", "i18n", "layouts", "public", "resources"}
)
"""What the copy has of its own."""


def _passed_over(_folder: str, names: list[str]) -> list[str]:
    return [name for name in names if name in {".git", "node_modules", "_content.gotmpl"}]


def _modernise_page(page: Path) -> None:
    """Write ``_build`` as today's Hugo wants it, which stops at the old spelling."""
    raw = page.read_bytes()
    if raw.startswith((b"---", b"+++")) and b"_build" in raw:
        page.chmod(0o644)
        page.write_bytes(_OLD_BUILD.sub(b"build", raw))


_OF_LANGUAGE = frozenset({"weight", "disabled", "label", "direction", "locale"})


def _languages(tables: Any, copies: _Copies) -> dict[str, Any]:
    result = {}
    for key, table in (tables if isinstance(tables, dict) else {}).items():
        given = table if isinstance(table, dict) else {}
        own = {name: value for name, value in given.items() if name in SETTINGS | _OF_LANGUAGE}
        if own.get("contentdir"):
            own["contentdir"] = copies.add(own["contentdir"], f"content-{key}")
        result[key] = own
    return result


def _mounts(module: Any, languages: Set[str], copies: _Copies) -> Iterator[Mapping[str, Any]]:
    """Yield the content mounts of the site, in today's spelling, their sources copied."""
    listed = module.get("mounts") if isinstance(module, dict) else None
    for number, item in enumerate(listed if isinstance(listed, list) else []):
        mount = {str(key).lower(): value for key, value in to_map(item).items()}
        target, source = str(mount.get("target", "")), str(mount.get("source", ""))
        if target.partition("/")[0] != "content" or not Path(copies.root, source).exists():
            continue
        language = mount.pop("lang", None)
        if language is not None:
            if language not in languages:
                continue
            mount["sites"] = {"matrix": {"languages": [language]}}
        yield mount | {"source": copies.add(source, f"mount-{number}")}


def _sources(folder: Path) -> Iterator[str]:
    for path in folder.rglob("*"):
        if path.suffix.lower() in _CONTENT_SUFFIXES and path.is_file() and not path.is_symlink():
            yield path.read_text(encoding="utf-8", errors="replace")


def stubs(sources: Iterable[str]) -> dict[str, str]:
    """Return the template of each shortcode that the sources call.

    One that is closed somewhere shows its inner text, any other nothing.
    """
    closed: dict[str, bool] = {}
    for text in sources:
        for tag in _TAG.finditer(text):
            ends = bool(tag["closing"]) or tag["rest"].rstrip().endswith(("/>", "/%"))
            closed[tag["name"]] = closed.get(tag["name"], False) or ends
    return {
        name: WITH_INNER if is_closed else WITHOUT_INNER
        for name, is_closed in sorted(closed.items())
        if name not in EMBEDDED
    }
