"""The ``hugo_*`` values of ``conf.py``: declared once, checked once, documented from here."""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from typing import TYPE_CHECKING, Any

from sphinx.errors import ConfigError

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.config import Config


def _option(default: Any, doc: str, *, rebuild: str = "env", choices: tuple[str, ...] = ()) -> Any:
    metadata = {"doc": doc, "rebuild": rebuild, "choices": choices}
    if isinstance(default, dict | list):
        return field(default_factory=lambda: type(default)(default), metadata=metadata)
    return field(default=default, metadata=metadata)


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """What ``conf.py`` says to this extension; all else is read from the site's own configuration."""

    hugo_root: str = _option(
        ".",
        "The Hugo project's folder, relative to ``conf.py``: where ``hugo.toml`` or ``content/`` lies. "
        "An empty string loads only the ``hugo`` domain, for projects that refer to a Hugo site.",
    )
    hugo_config: dict[str, Any] = _option(
        {},
        "Hugo settings, merged over those of ``hugo.toml``; they need no file at all.",
        rebuild="",  # what reading depends on is in the digest
    )
    hugo_environment: str = _option(
        "production", "The Hugo environment, as in ``config/production/``."
    )
    hugo_build_drafts: bool | None = _option(
        None, "Build pages with ``draft: true``; by default what the site's configuration says."
    )
    hugo_build_future: bool | None = _option(None, "Build pages whose publication date lies ahead.")
    hugo_build_expired: bool | None = _option(None, "Build pages whose expiry date has passed.")
    hugo_navigation: str = _option(
        "auto",
        "Where the sidebar comes from: ``sections`` (the tree in Hugo's page order), ``menu:<name>`` "
        "(the entries of that menu) or ``auto`` (the menu that at least half of the pages name in their "
        "front matter, else the sections).",
        rebuild="",
    )
    hugo_navigation_limit: int = _option(
        1500,
        "With Furo and more entries in the sidebar than this, pages show only what lies around them: the "
        "pages above, their neighbours and the page's own children. The home page always shows all. 0 is "
        "no limit.",
        rebuild="html",
    )
    hugo_section_list: str = _option(
        "auto",
        "How section pages show their children: ``auto`` (a list with descriptions where the page has no "
        "text of its own), ``list`` or ``cards`` (the same, in that form, always), ``none``.",
        choices=("auto", "list", "cards", "none"),
        rebuild="html",
    )
    hugo_markdown: str = _option(
        "hugo",
        "``hugo`` reads Markdown as the site's ``markup`` configuration says; ``myst`` reads plain MyST.",
        choices=("hugo", "myst"),
    )
    hugo_shortcodes: dict[str, Any] = _option(
        {},
        "Shortcodes of your own: name to an import string of a class, such as "
        '``"acme_docs.shortcodes:Acme"``, or to a dictionary that says what a call becomes, such as '
        '``{"directive": "note"}``.',
    )
    hugo_shortcode_templates: str = _option(
        "shortcodes",
        "The folder of your Jinja templates for shortcodes, relative to ``conf.py``: ``note.md`` answers "
        "for ``note``.",
    )

    hugo_structured_data: bool = _option(
        True,
        "Describe each page to search engines, in JSON-LD: the organization, the site, the way to the "
        "page, the article. Only where the site has a ``baseURL``.",
        rebuild="html",
    )
    hugo_organization: dict[str, Any] = _option(
        {},
        "What JSON-LD says of the organization behind the site, in the words of schema.org, such as "
        "``name``, ``logo`` and ``sameAs``. By default it has the title and the address of the site.",
        rebuild="html",
    )
    hugo_git_dates: bool | None = _option(
        None,
        "Take the date of the last change from Git for pages without ``lastmod``. By default what "
        "``enableGitInfo`` says in the site's configuration, with which Git goes first, as in Hugo. "
        "Without Git, or in a shallow clone, there are no such dates.",
    )
    hugo_llms: bool = _option(
        False,
        "Write ``llms.txt`` and, beside each page, a copy in Markdown with all shortcodes answered, for "
        "programs that read documentation.",
        rebuild="html",
    )

    hugo_speed: bool = _option(
        True,
        "Build faster, with the same output: the navigation from cached pieces, search words stemmed "
        "once, and so on. ``False`` leaves all to Sphinx and the theme.",
        rebuild="",
    )
    hugo_gc: bool = _option(
        True,
        "Let Python look for garbage less often while it builds: a fifth of the time for a few per cent "
        "of memory. Only with ``hugo_speed``.",
        rebuild="",
    )

    @classmethod
    def from_config(cls, config: Config) -> Options:
        """Read and check the values; raises ``ConfigError`` with a sentence that says what to write."""
        values = {item.name: config[item.name] for item in fields(cls)}
        for item in fields(cls):
            choices = item.metadata["choices"]
            if choices and values[item.name] not in choices:
                raise ConfigError(
                    f"{item.name} = {values[item.name]!r}: write one of {', '.join(map(repr, choices))}."
                )
        mode = values["hugo_navigation"]
        if mode not in {"auto", "sections"} and not mode.startswith("menu:"):
            raise ConfigError(
                f"hugo_navigation = {mode!r}: write 'auto', 'sections' or 'menu:' and the name of a menu."
            )
        return cls(**values)


def register(app: Sphinx) -> None:
    """Declare every value to Sphinx."""
    defaults = Options()
    for item in fields(Options):
        default = getattr(defaults, item.name)
        types = (bool, type(None)) if default is None else (type(default),)
        app.add_config_value(
            item.name, default, item.metadata["rebuild"], types, item.metadata["doc"]
        )
    # Not for people: Sphinx reads everything again when the digest of the configuration differs.
    app.add_config_value("hugo_site_digest", "", "env", (str,))
