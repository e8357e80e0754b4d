"""Sidebars of pages that are not written again: the old tree in the file is replaced by the new one.

When a page gets another title or place, the sidebar of every page changes, and of most of them nothing
else. Writing them all again would take as long as a half of the first build.

Exact, because the tree that the last build gave a page is made again from what is kept of it, and has to
stand in the file once; because the file has to be the one that the last build left; and because a page of
which anything else changes is written anyway. What does not fit is written as a whole. This is for Furo,
whose templates show the tree in one place; where others may show it too, all pages are written.
"""

from __future__ import annotations

import json
import os
from contextlib import suppress
from dataclasses import asdict, dataclass
from importlib import metadata
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sphinx import __display_version__
from sphinx.util.display import status_iterator

from sphinx_hugo.domain.objects import TOCTREE
from sphinx_hugo.freshness.stamps import Stamp, stamp
from sphinx_hugo.freshness.writing import SIDEBARS
from sphinx_hugo.outdir.paths import serves_files
from sphinx_hugo.outdir.writing import replace_file
from sphinx_hugo.output.record import Record
from sphinx_hugo.speed.navigation import Navigation, wanted
from sphinx_hugo.speed.neutral import Neutral
from sphinx_hugo.taken import digest

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

    from sphinx_hugo.domain.objects import HugoDomain

NOTE = "hugo-sidebars-{}.json"
"""File below the doctrees that says which tree the pages of a builder show."""
_KNOWN = (
    *("sphinx", "sphinx_hugo", "sphinx_design", "sphinx_copybutton", "sphinx_basic_ng"),
    *("sphinxcontrib", "sphinxext", "myst_parser", "myst_nb", "furo", "alabaster"),
)
"""Packages whose extensions show no titles of other pages in places that we do not know."""


@dataclass(frozen=True, slots=True)
class Shown:
    """What the pages of a finished build show."""

    made_by: str
    """A digest of what makes pages, and of where they are."""
    inputs: str
    """A digest of what the tree is made of."""
    arguments: Mapping[str, Any]
    """What Furo asks for."""
    is_focused: bool
    """Whether pages show only their surroundings."""
    neutral: Neutral
    files: Mapping[str, Stamp]
    """The state of each document's file."""


class Sidebars:
    """Keeps the tree from build to build, and puts a new one into the pages."""

    def __init__(self, app: Sphinx, navigation: Navigation) -> None:
        self._app = app
        self._builder: Any = app.builder
        self._domain: HugoDomain = app.env.get_domain("hugo")  # type: ignore[assignment]
        self._navigation = navigation
        self._old: Shown | None = None
        self._strange: set[str] = set()
        """Documents whose files are not those that the last build left."""
        navigation.kept = self.neutral

    def prepare(self, _app: Sphinx, env: BuildEnvironment) -> None:
        """Say whether sidebars can be replaced, before it is said what to write (``env-updated``)."""
        state = self._domain.state
        assert state is not None
        state.cache.pop(SIDEBARS, None)
        self._old = self._load() if self._is_possible(env) else None
        if self._old is not None:
            self._strange = {
                name
                for name in env.found_docs
                if name not in self._old.files
                or self._old.files[name] != stamp(self._builder.get_output_path(name))
            }
            state.cache[SIDEBARS] = self._strange

    def neutral(self, arguments: Mapping[str, Any]) -> Neutral | None:
        """Return the tree of the last build if it is that of this one, too."""
        old = self._old
        if old is None or old.inputs != self._inputs() or wanted(old.arguments)[0] != arguments:
            return None
        return old.neutral

    def replace(self, *_arguments: Any) -> Iterable[Any]:
        """Bring the pages up to date that were not written (``html-collect-pages``); adds no page."""
        old, state = self._old, self._domain.state
        if (
            old is None
            or state is None
            or "specific" in state.cache
            or old.inputs == self._inputs()
        ):
            return []
        documents = sorted(self._app.env.found_docs - self._strange)
        left = [
            name
            for name in documents
            if stamp(self._builder.get_output_path(name)) == old.files[name]
        ]
        navigation = self._navigation
        tree = navigation.tree_of(old.neutral)
        if navigation.asked is None:  # as no page is written
            navigation.asked = dict(old.arguments)
        failed = set()
        for name in status_iterator(
            left, "updating sidebars... ", "darkgreen", len(left), self._app.verbosity
        ):
            focused = old.is_focused and name != self._app.config.root_doc
            before = navigation.on_page(tree, name, marks=True, focused=focused)
            now = navigation.furo_tree(name, old.arguments)
            if now is None or (before != now and not self._replace(name, before, now)):
                failed.add(name)
        if failed:
            self._builder.write_documents(failed)
        return []

    def note(self, _app: Sphinx, exception: Exception | None) -> None:
        """Write down what the pages show (``build-finished``)."""
        state, navigation = self._domain.state, self._navigation
        if exception is not None or state is None:
            return
        env, path = self._app.env, self._note
        asked = navigation.asked
        if asked is None:  # nothing was written
            return
        neutral = navigation.neutral_of(asked)
        if neutral is None or "specific" in state.cache or not self._is_possible(env):
            path.unlink(missing_ok=True)
            return
        shown = Shown(
            self._made_by(),
            self._inputs(),
            asked,
            navigation.is_focused,
            neutral,
            {name: stamp(self._builder.get_output_path(name)) for name in sorted(env.found_docs)},
        )
        with suppress(OSError, TypeError):  # as arguments can be anything
            replace_file(path, json.dumps(asdict(shown)).encode("utf-8"))

    def _replace(self, docname: str, before: str, now: str) -> bool:
        path = Path(self._builder.get_output_path(docname))
        encoding = self._app.config.html_output_encoding
        old, new = (text.encode(encoding, "xmlcharrefreplace") for text in (before, now))
        try:
            start, found, end = path.read_bytes().partition(old)
            if not old or not found or old in end:
                return False
            replace_file(path, b"".join((start, new, end)))
        except OSError:
            return False
        return True

    def _is_possible(self, env: BuildEnvironment) -> bool:
        """Tell whether nothing but the sidebar shows the tree, and we know all of it."""
        app, state = self._app, self._domain.state
        return (
            state is not None
            and serves_files(self._builder)
            and app.config.html_theme == "furo"
            and not state.options.hugo_llms
            and getattr(app.config, "setup", None) is None
            and all(name.partition(".")[0] in _KNOWN for name in app.extensions)
            and not _has_templates(app)
            and not env.numbered_toctrees
            and not any(TOCTREE in found for found in self._domain.data["showing"].values())
        )

    def _inputs(self) -> str:
        state = self._domain.state
        assert state is not None
        record = Record.of(self._builder, state)
        return digest(record.navigation + record.shown[""])

    def _made_by(self) -> str:
        config, info = self._app.config, self._builder.build_info
        versions = [metadata.version(name) for name in ("furo", "beautifulsoup4", "docutils")]
        return digest(
            repr(
                (
                    *(__display_version__, *versions, str(self._builder.outdir)),
                    *(
                        config.language,
                        info.config_hash,
                        info.tags_hash,
                        sorted(self._app.extensions),
                    ),
                )
            )
        )

    @property
    def _note(self) -> Path:
        return Path(self._builder.doctreedir, NOTE.format(self._builder.name))

    def _load(self) -> Shown | None:
        try:
            found = json.loads(self._note.read_text(encoding="utf-8"))
            if found["made_by"] != self._made_by():
                return None
            neutral = found["neutral"]
            for name in ("docnames", "uris"):
                neutral[name] = tuple(neutral[name])
            found["neutral"] = Neutral(**neutral)
            found["files"] = {name: tuple(value) for name, value in found["files"].items()}
            return Shown(**found)
        except (OSError, ValueError, KeyError, TypeError, AttributeError):
            return None


def _has_templates(app: Sphinx) -> bool:
    """Tell whether there are templates beside those of the theme."""
    folders = (os.path.join(app.confdir, path) for path in app.config.templates_path)  # noqa: PTH118
    return any(
        any(Path(folder).rglob("*.html*")) for folder in folders if not folder.endswith("**")
    )
