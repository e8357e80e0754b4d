"""Tabs: a set of them, and the single one, which leaves its parts with the set around it."""

from __future__ import annotations

from typing import ClassVar

from docutils import nodes

from sphinx_hugo.nodes.code import code_block
from sphinx_hugo.nodes.components import Tab, tab_set
from sphinx_hugo.nodes.icons import with_icon
from sphinx_hugo.shortcodes.base import InnerUse, Parameter, Shortcode


class TabSet(Shortcode):
    """A set of tabs; text between them is shown before the set."""

    inner_use = InnerUse.REQUIRED
    any_parameter = True

    def group(self) -> str:
        """Return the name under which tabs of several sets are switched together."""
        return self.params.text("groupid", "group", "sync-group", default="tab")

    @property
    def tabs(self) -> list[Tab]:
        """The tabs that nested calls have left here."""
        found: list[Tab] = self.store.setdefault("tabs", [])
        return found

    def to_nodes(self) -> list[nodes.Node]:
        """Return the stray text, then the set."""
        stray = self.parts()
        if not self.tabs:
            return stray
        return [*stray, tab_set(self.tabs, group=nodes.make_id(self.group()) or "tab")]


class OneTab(Shortcode):
    """One tab of a set."""

    inner_use = InnerUse.OPTIONAL
    any_parameter = True
    is_part = True
    label_of_its_own = "Tab"
    parameters: ClassVar[tuple[Parameter, ...]] = (
        Parameter("name", "What stands on the tab, Markdown.", 0),
    )

    label_keys: ClassVar[tuple[int | str, ...]] = ("name", "title", "header", "label", "tabname", 0)
    language_keys: ClassVar[tuple[int | str, ...]] = ("codelang",)
    """Parameters that say the inner text is code in this language."""

    def label(self) -> str:
        """Return what stands on the tab, as Markdown; a counter if nothing is given."""
        return (
            self.params.text(*self.label_keys) or f"{self.label_of_its_own} {self.call.ordinal + 1}"
        )

    def sync(self) -> str:
        """Return the key under which this tab is switched together with others; empty if none."""
        return ""

    def selected(self) -> bool:
        """Tell whether it is open at first."""
        return self.params.flag("selected", "active", "default")

    def content(self) -> list[nodes.Node]:
        """Return the body."""
        inner = self.context.inner()
        language = self.params.text(*self.language_keys)
        if inner is not None and language:
            return [code_block(self.context.plain_text(inner), language)]
        return self.body()

    def tab(self) -> Tab:
        """Return the tab."""
        return Tab(
            label=with_icon(self.params.text("icon"), self.context.render_inline(self.label())),
            body=self.content(),
            selected=self.selected(),
            sync=self.sync(),
        )

    def to_nodes(self) -> list[nodes.Node]:
        """Leave the tab with the set around it; outside one, return a set of one."""
        parent = self.context.parent
        if isinstance(parent, TabSet):
            parent.tabs.append(self.tab())
            return []
        return [tab_set([self.tab()])]
