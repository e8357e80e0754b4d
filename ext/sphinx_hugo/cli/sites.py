"""SITE and OUTDIR: what is there, and whether a command can work with it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from sphinx_hugo.cli.errors import CommandError
from sphinx_hugo.hugo.config.configfiles import ConfigError
from sphinx_hugo.hugo.config.site_config import load_config
from sphinx_hugo.hugo.content.urls import language_prefix
from sphinx_hugo.hugo.content.walk import find_content

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

    from sphinx_hugo.hugo.config.site_config import SiteConfig


def open_site(
    folder: str,
    *,
    environment: str = "production",
    language: str | None = None,
    overrides: Mapping[str, Any] | None = None,
) -> SiteConfig:
    """Read the configuration of the site in *folder*; raises :class:`CommandError`.

    A folder without configuration is a site as well, if it has content.
    """
    root = Path(folder)
    if not root.exists():
        raise CommandError(f"There is no folder '{folder}'; name the one that holds the Hugo site.")
    if not root.is_dir():
        raise CommandError(f"'{folder}' is a file; name the folder that holds the Hugo site.")
    root = root.resolve()
    config = _load(root, environment, language, overrides)
    if not config.files and not find_content(config)[0]:
        raise CommandError(
            f"'{folder}' is no Hugo site: it has neither a configuration (hugo.toml, hugo.yaml, "
            f"hugo.json or config/) nor pages in content/.{_advice(root, folder)}"
        )
    return config


def _load(
    root: Path,
    environment: str,
    language: str | None,
    overrides: Mapping[str, Any] | None,
) -> SiteConfig:
    try:
        config = load_config(root, environment=environment, overrides=overrides)
    except ConfigError as error:
        place = f"{error.filename}:{error.line}" if error.line else str(error.filename)
        raise CommandError(
            f"{place}: {error.message}. Correct it there; Hugo needs it to be right, too."
        ) from error
    if language is None:
        return config
    keys = [entry.key for entry in config.languages]
    if language.lower() not in keys:
        raise CommandError(
            f"The site has no language '{language}'; write --language with one of: "
            f"{', '.join(keys)}."
        )
    return load_config(
        root, environment=environment, overrides=overrides, language=language.lower()
    )


def _advice(root: Path, folder: str) -> str:
    """Name the sites right below a folder that is none."""
    found = [path.name for path in sites_below(root)]
    return f" Did you mean '{Path(folder, found[0])}'?" if found else " Name the folder with these."


def sites_below(root: Path) -> list[Path]:
    """Return the folders right below *root* that look like Hugo sites, by name."""
    return [
        path
        for path in sorted(root.iterdir())
        if path.is_dir() and not path.name.startswith(".") and _looks_like_site(path)
    ]


def _looks_like_site(path: Path) -> bool:
    names = [
        f"{stem}.{suffix}"
        for stem in ("hugo", "config")
        for suffix in ("toml", "yaml", "yml", "json")
    ]
    return (path / "content").is_dir() or any(
        (path / name).is_file() for name in (*names, *(f"config/_default/{name}" for name in names))
    )


def output_folder(config: SiteConfig, outdir: str) -> Path:
    """Return where the pages of the chosen language go: *outdir*, or the language's folder in it.

    Raises :class:`CommandError` if the site could be written into.
    """
    folder = folder_outside(config, outdir, "OUTDIR")
    return folder / language_prefix(config, config.language.key).lstrip("/")


def folder_outside(config: SiteConfig, given: str, name: str) -> Path:
    """Return a folder to write into; *name* is what the help calls it.

    Raises :class:`CommandError` if that could write into the site.
    """
    folder = Path(given).resolve()
    root = config.root.resolve()
    advice = f"Name a folder outside of it, such as {root.parent / (root.name + '-sphinx')}"
    if folder == root:
        raise CommandError(f"{name} is the site itself, '{given}'. {advice}.")
    if folder.is_relative_to(root):
        raise CommandError(
            f"{name} '{given}' lies inside the site, into which nothing is written. {advice}."
        )
    if root.is_relative_to(folder):
        raise CommandError(
            f"The site lies inside {name} '{given}', so that it could be written into. {advice}."
        )
    if folder.exists() and not folder.is_dir():
        raise CommandError(f"{name} '{given}' is a file; name a folder, which may be a new one.")
    return folder
