"""Running Sphinx over a Hugo site that has no ``conf.py``."""

from __future__ import annotations

import hashlib
import os
import pickle
import sys
from contextlib import contextmanager
from importlib.metadata import entry_points
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

from sphinx import locale
from sphinx.application import Sphinx
from sphinx.errors import SphinxError, ThemeError
from sphinx.util.console import strip_colors
from sphinx.util.docutils import docutils_namespace, patch_docutils

from sphinx_hugo.cli.errors import CommandError
from sphinx_hugo.cli.findings import Recorder, recording

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from sphinx_hugo.domain import HugoDomain
    from sphinx_hugo.hugo.config.site_config import SiteConfig
    from sphinx_hugo.state import SiteState

BUILDERS = ("dirhtml", "html", "singlehtml", "epub", "latex", "text", "man", "texinfo", "gettext")
"""Sphinx's builders that make something of a site; extensions bring more."""

_OWN = ("sphinx_hugo", "sphinx_hugo.cli.findings")


def defaults(config: SiteConfig) -> dict[str, Any]:
    """Return what a ``conf.py`` would say for the site, as Sphinx's overrides."""
    return {
        "extensions": list(_OWN),
        "language": sphinx_language(config.language.key),
        "hugo_environment": config.environment,
        "html_copy_source": False,
        # Pages hold signs of all kinds, which pdfLaTeX stops at.
        "latex_engine": "xelatex",
        "latex_use_xindy": False,
        "html_show_sourcelink": False,
        # References of other domains are the business of whoever loads these.
        "nitpicky": True,
        "nitpick_ignore_regex": [(r"(?!hugo:).*", r".*")],
    }


def sphinx_language(key: str) -> str:
    """Return a language key of Hugo as Sphinx writes it: ``pt-br`` is ``pt_BR``."""
    first, *rest = key.split("-")
    return "_".join([first, *(part.upper() if len(part) == 2 else part.title() for part in rest)])


def with_values(overrides: dict[str, Any], definitions: Mapping[str, str]) -> dict[str, Any]:
    """Return the overrides with those of ``-D name=value``; extensions come in addition."""
    more = dict(definitions)
    extensions = [name for name in more.pop("extensions", "").split(",") if name]
    named = [*overrides["extensions"], *extensions]
    return {**overrides, **more, "extensions": list(dict.fromkeys(named))}


@contextmanager
def application(  # noqa: PLR0913 - they are Sphinx's own
    config: SiteConfig,
    outdir: Path,
    doctrees: Path,
    builder: str,
    overrides: dict[str, Any],
    *,
    status: IO[str] | None = None,
    warning: IO[str] | None = None,
    fail_on_warning: bool = False,
    fresh: bool = False,
    jobs: int = 1,
    verbosity: int = 0,
) -> Iterator[tuple[Sphinx, Recorder]]:
    """Start Sphinx for a site; what it cannot do becomes a :class:`CommandError`.

    A ``conf.py`` in the site is not read. Without *status* and *warning* nothing is shown;
    *fresh* takes nothing over from an earlier build.
    """
    root = config.root
    with (
        patch_docutils(root),
        docutils_namespace(),
        recording() as recorder,
        _sentences(builder, verbosity),
    ):
        app = Sphinx(
            root,
            None,
            outdir,
            doctrees,
            builder,
            overrides,
            status=status,
            warning=warning,
            freshenv=fresh,
            warningiserror=fail_on_warning,
            verbosity=verbosity,
            parallel=jobs,
        )
        try:
            yield app, recorder
        finally:
            locale.translators.clear()  # the next site may be in another language


@contextmanager
def _sentences(builder: str, verbosity: int) -> Iterator[None]:
    """Turn what Sphinx raises into a sentence; with ``-v`` the traceback comes along."""
    try:
        yield
    except CommandError:
        raise
    except ThemeError as error:
        raise CommandError(
            f"The HTML theme cannot be loaded: {error}. Install its package, or write --theme with one "
            f"that is there: {', '.join(html_themes())}."
        ) from error
    except SphinxError as error:
        cause = getattr(error, "orig_exc", None)
        if cause is not None and not isinstance(cause, SphinxError | ImportError):
            if verbosity:
                raise
            raise _fault(cause) from error
        text = strip_colors(str(error)).strip().rstrip(".")
        if type(error) is SphinxError and f" {builder} " in text:  # there is no such builder
            text += f". Write --builder with one that is there: {', '.join(BUILDERS)}"
        raise CommandError(f"{text}.") from error
    except (OSError, pickle.PickleError) as error:
        raise CommandError(f"A file cannot be read or written: {error}.") from error
    except Exception as error:
        if verbosity:
            raise
        raise _fault(error) from error


def _fault(error: Exception) -> CommandError:
    return CommandError(
        f"This should not have happened: {type(error).__name__}: {error}. Run the command again "
        "with -v to see where, and please report it."
    )


def html_themes() -> list[str]:
    """Return the names of the HTML themes that are installed."""
    return sorted(
        {"alabaster", *(entry.name for entry in entry_points(group="sphinx.html_themes"))}
    )


def site_state(app: Sphinx) -> SiteState:
    """Return what the application knows of its site."""
    domain: HugoDomain = app.env.get_domain("hugo")  # type: ignore[assignment]
    assert domain.state is not None
    return domain.state


def cache_folder(config: SiteConfig, outdir: Path, builder: str) -> Path:
    """Return where the doctrees of this site and this output lie between two builds.

    Not in SITE, into which nothing is written, and not in OUTDIR, which is there to be published.
    It is the user's own cache; where there is none, a folder in OUTDIR must do.
    """
    text = f"{config.root}\n{outdir}\n{builder}\n{config.language.key}"
    digest = hashlib.sha256(text.encode("utf-8", "surrogateescape")).hexdigest()[:16]
    try:
        folder = _user_cache() / "sphinx-hugo" / f"{config.root.name}-{digest}"
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except (OSError, RuntimeError):  # no home, or one that is read-only
        return outdir / ".doctrees"
    ours = os.access(folder, os.W_OK) and not folder.resolve().is_relative_to(config.root)
    return folder if ours else outdir / ".doctrees"


def _user_cache() -> Path:
    if given := os.environ.get("XDG_CACHE_HOME"):
        return Path(given)
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local")
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Caches"
    return Path.home() / ".cache"
