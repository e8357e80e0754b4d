"""Index, search page and inventory, which no document is: left as they are where nothing is written.

Sphinx makes them anew in each build, and each of the pages shows the whole navigation. Exact, because
they are made of the environment and of what all templates are given: where no page is written, both
are as they were and the files are those of that time, they would come out the same. The inventory is
made of the objects of all domains and their addresses alone, and left wherever these are the same.
"""

from __future__ import annotations

import json
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sphinx import __display_version__
from sphinx.builders.html import StandaloneHTMLBuilder

from sphinx_hugo.outdir.writing import replace_file
from sphinx_hugo.output.record import Record
from sphinx_hugo.taken import digest, files_digest

if TYPE_CHECKING:
    from collections.abc import Callable, Set

    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

NOTE = "hugo-aside-{}.json"
"""File below the doctrees that says what the files of a builder were made of."""
_MAKERS = ("gen_indices", "gen_additional_pages")
"""The builder's methods that make pages."""
_OURS = ("prepare_writing", *_MAKERS, "dump_inventory")


class Aside:
    """Answers for the builder where it makes what no document is."""

    def __init__(self) -> None:
        self._builder: Any = None
        self._begin()

    def _begin(self) -> None:
        self._writes = True
        """Whether any document is written."""
        self._made_of: str | None = None
        """A digest of what they are made of in this build."""
        self._pages: set[str] = set()
        """The pages that are no documents."""
        self._is_left = False
        self._inventory: str | None = None
        """A digest of what the inventory is made of in this build."""

    def start(self, app: Sphinx, _env: BuildEnvironment, _docnames: Any) -> None:
        """Take the place of the builder's methods (``env-before-read-docs``)."""
        self._begin()
        builder = app.builder
        own = (*_OURS, "finish")
        if (
            not isinstance(builder, StandaloneHTMLBuilder)
            or app.config.html_use_opensearch  # one more file, in a place of its own
            or any(getattr(type(builder), n) is not getattr(StandaloneHTMLBuilder, n) for n in own)
        ):
            return
        self._builder = builder
        for name in _OURS:
            vars(builder).pop(name, None)  # of an earlier build
        for name in _MAKERS:
            vars(builder)[name] = partial(self._make, getattr(builder, name))
        vars(builder)["dump_inventory"] = self._dump_inventory
        vars(builder)["prepare_writing"] = self._prepare

    def see(self, app: Sphinx, pagename: str, *_context: Any) -> None:
        """Learn of a page that is written (``html-page-context``)."""
        if pagename not in app.env.all_docs:
            self._pages.add(pagename)

    def note(self, _app: Sphinx, exception: Exception | None) -> None:
        """Write down what was made of what (``build-finished``)."""
        if exception is not None or self._made_of is None or self._is_left:
            return
        pages = sorted(self._pages)
        known = {
            "made_of": self._made_of,
            "pages": pages,
            "files": self._files(pages),
            "inventory": self._inventory,
            "inventory_file": self._files([]),
        }
        with suppress(OSError):
            replace_file(self._note, json.dumps(known).encode("utf-8"))

    def _prepare(self, docnames: Set[str]) -> None:
        self._writes = bool(docnames)
        StandaloneHTMLBuilder.prepare_writing(self._builder, docnames)

    def _make(self, make: Callable[[], None]) -> None:
        if self._made_of is None:  # only now, when the style sheets and scripts are in their place
            self._made_of = made_of(self._builder)
            self._is_left = not self._writes and self._is_as_noted()
        if not self._is_left:
            make()

    def _is_as_noted(self) -> bool:
        known = self._noted()
        return (
            isinstance(known.get("pages"), list)
            and known.get("made_of") == self._made_of
            and known.get("files") == self._files(known["pages"])
        )

    def _dump_inventory(self) -> None:
        if self._is_left:
            return
        self._inventory = inventory_of(self._builder)
        known, file = self._noted(), self._files([])
        if (known.get("inventory"), known.get("inventory_file")) != (self._inventory, file):
            StandaloneHTMLBuilder.dump_inventory(self._builder)

    def _noted(self) -> dict[str, Any]:
        try:
            known = json.loads(self._note.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return {}
        return known if isinstance(known, dict) else {}

    def _files(self, pages: list[str]) -> str:
        """Return a digest of pages and of the inventory, as they are."""
        builder = self._builder
        files = [builder.get_output_path(name) for name in pages]
        return files_digest([*files, Path(builder.outdir, "objects.inv")])

    @property
    def _note(self) -> Path:
        return Path(self._builder.doctreedir, NOTE.format(self._builder.name))


def made_of(builder: StandaloneHTMLBuilder) -> str:
    """Return a digest of all that pages are made of which are no documents.

    It is another one in each build if a template is given what cannot be told, such as a function.
    """
    env = builder.env
    record = Record.of(builder, env.get_domain("hugo").state)  # type: ignore[attr-defined]
    context = builder.globalcontext
    assets = [*context["css_files"], *context["script_files"]]
    names = [str(getattr(asset, "filename", asset) or "") for asset in assets]
    files = files_digest(Path(builder.outdir, name) for name in names if "://" not in name)
    told = {name: value for name, value in context.items() if name not in _LISTS}
    return digest(
        repr(
            (
                *(str(builder.outdir), sorted(env.all_docs.items()), record.navigation),
                sorted(record.shown.items()),
                *([str(asset) for asset in assets], files, sorted(told.items())),
            )
        )
    )


def inventory_of(builder: StandaloneHTMLBuilder) -> str:
    """Return a digest of all that an inventory is made of."""
    config, domains = builder.env.config, builder.env.domains.sorted()
    objects = [(domain.name, sorted(domain.get_objects())) for domain in domains]
    docnames = sorted({entry[3] for _, found in objects for entry in found})
    addresses = [builder.get_target_uri(docname) for docname in docnames]
    return digest(repr((__display_version__, config.project, config.version, objects, addresses)))


_LISTS = frozenset({"css_files", "script_files"})
"""Lists of objects that are told in another way."""
