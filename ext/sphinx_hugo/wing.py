"""Which shortcode answers a call, and how its answer reaches the page."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from copy import copy
from enum import StrEnum
from functools import lru_cache
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from sphinx.errors import ConfigError

from sphinx_hugo.agreement import Agreement
from sphinx_hugo.shortcodes import BUNDLED, PACKS, Packs
from sphinx_hugo.shortcodes.base import InnerUse, Params, Shortcode
from sphinx_hugo.shortcodes.choosing import lacks_required
from sphinx_hugo.shortcodes.declarations import DeclarationError
from sphinx_hugo.shortcodes.declared import Declared, declare
from sphinx_hugo.site_templates.code_hooks import CodeHook, is_own
from sphinx_hugo.site_templates.running import SiteTemplate
from sphinx_hugo.suggest import nearest

if TYPE_CHECKING:
    from collections.abc import Sequence

    from docutils import nodes

    from sphinx_hugo.hugo.calls.reading import ShortcodeCall
    from sphinx_hugo.hugo.pages import Page
    from sphinx_hugo.shortcodes.base import Context
    from sphinx_hugo.shortcodes.jinja import JinjaTemplates
    from sphinx_hugo.shortcodes.sitewords import SiteWords
    from sphinx_hugo.site_templates.running import SiteTemplates


_CLOSED = frozenset(
    name for cls in PACKS["hugo"] if cls.inner_use is InnerUse.REQUIRED for name in cls.names
)


class Answer(StrEnum):
    """Who answers a call, in the order in which they are asked."""

    HANDLER = "class in conf.py"
    DECLARATION = "declared in conf.py"
    PROJECT = "project template"
    PACK = "pack"
    SITE = "site template"
    NOBODY = "nobody"


class Wing:
    """The shortcodes of one site, in the order in which they are asked.

    Those that ``conf.py`` names, the project's Jinja templates, those of packs, the site's own Go
    templates.
    """

    def __init__(
        self,
        own: Mapping[str, type[Shortcode]],
        theme: str,
        srcdir: Path,
        *,
        project: JinjaTemplates,
        site: SiteTemplates,
        words: SiteWords,
        packs: Packs = BUNDLED,
    ) -> None:
        self._own = own
        self._theme = theme
        self._srcdir = srcdir
        self._project = project
        self._site = site
        self.words = words
        """What shortcodes find in ``data/`` and ``i18n/``."""
        self._packs = packs
        site.who_answers = self._find_within
        self._agreement = Agreement(site, self._known, self.find)
        self._found: dict[object, type[Shortcode] | None] = {}
        self._gave_way: set[tuple[str, str, int]] = set()
        """Page, name and line of calls that a template answers because the class says too little."""

    def of_pack(self, pack: str) -> Wing:
        """Return the same wing as if the site had the theme of that pack."""
        other = copy(self)
        other._theme = pack
        other._found = {}
        other._agreement = Agreement(self._site, other._known, other.find)
        return other

    def find(self, call: ShortcodeCall, context: Context | None = None) -> type[Shortcode] | None:
        """Return the class that answers a call; None if nobody does.

        Without the *context* of the call, what it would say is not known: then the class of a pack is
        returned where the site's own template may say more.
        """
        found = self._known(call)
        if found is None or context is None:
            return found
        above = context.parent
        if found.is_part and above is not None and not isinstance(above, SiteTemplate):
            return found  # what holds for the whole, holds for its parts
        within = above.call if isinstance(above, SiteTemplate) else None
        return self._on_page(found, call, context, within)

    def _find_within(
        self, call: ShortcodeCall, context: Context, around: ShortcodeCall
    ) -> type[Shortcode] | None:
        """Return the class that answers a call in the inner text of one that a template answers."""
        found = self._known(call)
        return None if found is None else self._on_page(found, call, context, around)

    def _on_page(
        self,
        found: type[Shortcode],
        call: ShortcodeCall,
        context: Context,
        within: ShortcodeCall | None,
    ) -> type[Shortcode]:
        template = self._site.find(call.name)
        if template is None or not self._packs.pack_of(found):
            return found
        if within is not None and found.is_part:
            return template
        if self._agreement.holds(found, call, context, within):
            return found
        self._gave_way.add((context.page.path, call.name.lower(), call.line))
        return template

    def _known(self, call: ShortcodeCall) -> type[Shortcode] | None:
        """Return who answers a call, as far as its name and those of its parameters say."""
        own = self._own.get(call.name.lower()) or self._project.find(call.name)
        if own is not None:
            return own
        # What decides is which parameters there are, not their values.
        given = call.params
        key = (call.name, len(given) if isinstance(given, tuple) else frozenset(given))
        if key not in self._found:
            found = self._packs.find(call.name, theme=self._theme, params=Params(given))
            gives_way = (
                found is None
                or found.gives_way
                or lacks_required(found, Params(given))
                or self._means_something_else(call.name, found)
            )
            own = self._site.find(call.name) if gives_way else None
            self._found[key] = own or found
        return self._found[key]

    def _means_something_else(self, name: str, found: type[Shortcode]) -> bool:
        """Tell whether only one of a class and the site's template has a use for inner text."""
        takes = self._site.takes_inner(name)
        wrong = InnerUse.NONE if takes else InnerUse.REQUIRED
        return takes is not None and found.inner_use is wrong

    def answer_of(self, call: ShortcodeCall, page: Page) -> tuple[Answer, str]:
        """Return who answers a call of a page that was read, and the name of the pack if it is one."""
        if own := self._own.get(call.name.lower()):
            return Answer.DECLARATION if issubclass(own, Declared) else Answer.HANDLER, ""
        if self._project.find(call.name) is not None:
            return Answer.PROJECT, ""
        found = self.find(call)
        if found is None:
            return Answer.NOBODY, ""
        pack = self._packs.pack_of(found)
        if not pack or (page.path, call.name.lower(), call.line) in self._gave_way:
            return Answer.SITE, ""
        return Answer.PACK, pack

    def takes_inner(self, name: str) -> bool | None:
        """Say whether a name must be closed, must not be, or whether the text decides.

        Themes define one name with and without inner content, so only what the site itself says is
        binding: a class of its own, or the template that Hugo would take.
        """
        own = self._own.get(name.lower()) or self._project.find(name)
        if own is None:
            return self._site.takes_inner(name)
        if own.inner_use is InnerUse.OPTIONAL:
            return None
        return own.inner_use is InnerUse.REQUIRED

    def lacks_closing(self, call: ShortcodeCall) -> bool:
        """Tell whether a call with the name of one of Hugo's own is not closed though it must be.

        Names that only themes have are left alone: the next theme has them without inner content.
        """
        return (
            call.inner is None
            and call.name.lower() in _CLOSED
            and call.name not in self._own
            and self.takes_inner(call.name) is not False
        )

    def drops_inner(self, call: ShortcodeCall) -> bool:
        """Tell whether a call has inner text and whoever answers it would pass that over."""
        if call.inner_span is None or not call.source[slice(*call.inner_span)].strip():
            return False
        found = self.find(call)
        return found is not None and found.inner_use is InnerUse.NONE

    def expand(self, call: ShortcodeCall, context: Context) -> str | None:
        """Return the Markdown that takes the place of a call before parsing; None for a placeholder.

        That of an unknown call is its inner text.
        """
        found = self._known(call)
        if found is None:
            span = call.inner_span
            return "" if span is None else call.source[span[0] : span[1]]
        if call.delimiter != "%":
            return None
        found = self.find(call, context) or found
        if found.to_markdown is Shortcode.to_markdown:
            return None
        return self._instance(found, call, context).to_markdown()

    def unknown_message(self, name: str) -> str:
        """Say what to do about a name that nobody answers for."""
        known = [*self._own, *self._project.files, *self._packs.names, *self._site.names]
        near = nearest(name.lower(), known)
        advice = f"Did you mean '{near}'? " if near else ""
        return (
            f"nobody renders the shortcode '{name}'; its inner text is kept. {advice}"
            f"Say what it becomes in conf.py, as in hugo_shortcodes = {{'{name}': {{'markdown': "
            "'**{inner}**'}}, or write a template for it."
        )

    def answer_nodes(self, call: ShortcodeCall, context: Context) -> list[nodes.Node]:
        """Let a call answer in flow text."""
        found = self.find(call, context)
        return [] if found is None else self._instance(found, call, context).to_nodes()

    def code_hook(self, language: str, page: Page) -> CodeHook | None:
        """Return the site's own render hook for code; None where the language needs none."""
        if not self._site.has_code_hooks or not is_own(language):
            return None
        return CodeHook(self._site, language, page)

    def answer_text(self, call: ShortcodeCall, context: Context) -> str:
        """Let a call answer where only characters fit."""
        found = self.find(call, context)
        return "" if found is None else self._instance(found, call, context).to_text()

    def answer_reference(
        self,
        call: ShortcodeCall,
        context: Context,
        children: Sequence[nodes.Node],
        title: str,
    ) -> nodes.Element | None:
        """Let a call answer as the whole destination of a link around ``children``."""
        found = self.find(call, context)
        if found is None:
            return None
        return self._instance(found, call, context).to_reference(children, title)

    def _instance(self, found: type[Shortcode], call: ShortcodeCall, context: Context) -> Shortcode:
        instance = found(call, context)
        instance.check_params()
        return instance

    def source_uri(self, filename: Path) -> str:
        """Return what an image node calls a file: its path from the source folder, after a slash."""
        return "/" + Path(os.path.relpath(filename, self._srcdir)).as_posix()


@lru_cache(maxsize=64)
def placeholder_pattern(marker: str | None, slot: str) -> re.Pattern[str]:
    """Return what matches the placeholders of calls and of ready-made nodes; group 1 is the number."""
    starts = [re.escape(start) for start in (marker, slot) if start]
    return re.compile(f"(?:{'|'.join(starts)})([0-9]+)x")


def load_shortcodes(values: Mapping[str, object]) -> dict[str, type[Shortcode]]:
    """Import the classes that ``hugo_shortcodes`` names, make those that it describes.

    Raises ``ConfigError`` for what is neither.
    """
    found: dict[str, type[Shortcode]] = {}
    for name, value in values.items():
        if isinstance(value, Mapping):
            try:
                found[name.lower()] = declare(name, value)
            except DeclarationError as error:
                raise ConfigError(f"hugo_shortcodes[{name!r}]: {error}.") from error
            continue
        if not isinstance(value, str) or ":" not in value:
            raise ConfigError(
                f"hugo_shortcodes[{name!r}] = {value!r}: write an import string, "
                "'package.module:Class', or a dictionary such as {'directive': 'note'}."
            )
        module, _, attribute = value.partition(":")
        try:
            cls = getattr(import_module(module), attribute)
        except (ImportError, AttributeError) as error:
            raise ConfigError(f"hugo_shortcodes[{name!r}] = {value!r}: {error}.") from error
        if not (isinstance(cls, type) and issubclass(cls, Shortcode)):
            raise ConfigError(
                f"hugo_shortcodes[{name!r}] = {value!r}: the class must derive from "
                "sphinx_hugo.shortcodes.base.Shortcode."
            )
        found[name.lower()] = cls
    return found
