"""Running Sphinx over a Hugo site that has no ``conf.py``."""

from __future__ import annotations

import builtins
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
from sphinx.errors import SphinxError, SphinxParallelError, ThemeError
from sphinx.util.console import strip_colors
from sphinx.util.docutils import docutils_namespace, patch_docutils

from sphinx_hugo.cli.errors import CommandError
from sphinx_hugo.cli.findings import Recorder, recording

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from sphinx_hugo.domain.objects import HugoDomain
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
        if isinstance(error.__cause__, OSError):  # a theme's template that reads the output
            raise _of_file(error.__cause__) from error
        raise CommandError(
            f"The HTML theme cannot be loaded: {error}. Install its package, or write --theme with one "
            f"that is there: {', '.join(html_themes())}."
        ) from error
    except SphinxError as error:
        raise _sphinx_sentence(error, builder, verbosity) from error
    except (OSError, pickle.PickleError) as error:
        raise _of_file(error) from error
    except Exception as error:
        if verbosity:
            raise
        raise _fault(error) from error


def _sphinx_sentence(error: SphinxError, builder: str, verbosity: int) -> CommandError:
    """Return what to say of an error of Sphinx; raises the error itself if it is to be shown whole."""
    cause = getattr(error, "orig_exc", None)
    if isinstance(error, SphinxParallelError):
        found = _of_process(str(error))
    elif cause is not None and not isinstance(cause, SphinxError | ImportError):
        found = _fault(cause)
    else:
        text = strip_colors(str(error)).strip().rstrip(".")
        if "master document" in text:  # every site has one, but Sphinx may lose what a process said
            text = "A process that reads pages has failed. Build with --jobs 1, which says why"
        if type(error) is SphinxError and f" {builder} " in text:  # there is no such builder
            text += f". Write --builder with one that is there: {', '.join(BUILDERS)}"
        return CommandError(f"{text}.")
    if verbosity:
        raise error
    return found


def _of_file(what: object) -> CommandError:
    return CommandError(f"A file cannot be read or written: {what}.")


def _of_process(said: str) -> CommandError:
    """Say what happened in another process, of whose exception only the words are left."""
    name = said.partition(":")[0].rpartition(".")[2]
    kind = getattr(builtins, name, None)
    if isinstance(kind, type) and issubclass(kind, OSError):
        return _of_file(said.partition(": ")[2])
    return _unforeseen(said)


def _fault(error: BaseException) -> CommandError:
    return _unforeseen(f"{type(error).__name__}: {error}")


def _unforeseen(said: str) -> CommandError:
    return CommandError(
        f"This should not have happened: {said}. Run the command again "
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
