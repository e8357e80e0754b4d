"""Tabs of Docsy."""

from __future__ import annotations

from typing import ClassVar

from docutils import nodes

from sphinx_hugo.nodes.code import code_block, read_options
from sphinx_hugo.shortcodes.base import Parameter, Shortcode
from sphinx_hugo.shortcodes.families.tabs import OneTab, TabSet


class TabPane(TabSet):
    """Tabs with code or, where ``text`` is set, with Markdown.

    Tabs with the same header are switched together on the whole site, unless ``persist`` is
    ``disabled``.
    """

    names = ("tabpane",)
    parameters: ClassVar[tuple[Parameter, ...]] = (
        Parameter("text", "Whether the tabs hold Markdown, and not code.", default=False),
        Parameter("lang", "Language of the code in the tabs."),
        Parameter("langEqualsHeader", "Whether the headers are the languages.", default=False),
        Parameter("highlight", "Options for the code, as `highlight` takes them."),
        Parameter("persist", "`header`, `lang` or `disabled`: what keeps tabs together."),
        Parameter("right", "Passed over: tabs begin at the left.", default=False),
    )
    example = (
        '{{< tabpane lang="sh" >}}\n'
        '{{< tab header="OS:" disabled=true />}}\n'
        '{{< tab "Linux" >}}ls --all{{< /tab >}}\n'
        '{{< tab header="Windows" lang="bat" >}}dir /a{{< /tab >}}\n'
        '{{< tab header="Elsewhere" text=true >}}Look for a *window*.{{< /tab >}}\n'
        "{{< /tabpane >}}"
    )

    def group(self) -> str:
        """Return what keeps the tabs together."""
        return "lang" if self.params.text("persist") == "lang" else "tab"


class Tab(OneTab):
    """One tab; a disabled one is a label before the others."""

    names = ("tab",)
    parameters: ClassVar[tuple[Parameter, ...]] = (
        Parameter("header", "What stands on the tab, Markdown.", 0),
        Parameter("lang", "Language of the code."),
        Parameter("text", "Whether it holds Markdown, and not code."),
        Parameter("highlight", "Options for the code, as `highlight` takes them."),
        Parameter("disabled", "Whether it is but a label.", default=False),
        Parameter("right", "Passed over.", default=False),
    )
    example = '{{< tab header="Linux" lang="sh" >}}ls{{< /tab >}}'
    label_keys = ("header", 0)

    def to_nodes(self) -> list[nodes.Node]:
        """Leave the tab with the pane; the words of a disabled one stand before the pane."""
        if self.params.flag("disabled"):
            words = nodes.paragraph("", "", *self.context.render_inline(self.label()))
            return [words, *self.body()]
        return super().to_nodes()

    def sync(self) -> str:
        """Return the key: the header, or the language if the pane says so."""
        pane = self.context.parent
        persist = pane.params.text("persist", default="header") if pane is not None else "disabled"
        if persist == "disabled":
            return ""
        if pane is not None and pane.params.get("persistLang") is False:
            return ""
        return nodes.make_id(self._language() if persist == "lang" else self.label())

    def content(self) -> list[nodes.Node]:
        """Return Markdown, or code as it stands."""
        inner = self.context.inner()
        if inner is None or self._holds_text():
            return self.body()
        text = self.context.plain_text(inner)
        # Calls with percent signs have rendered their Markdown before the theme sees it.
        if text.lstrip().startswith("```"):
            return self.body()
        options = self.params.text("highlight") or self._of_pane("highlight")
        return [code_block(text, self._language(), read_options(options))]

    def _holds_text(self) -> bool:
        if self.params.get("text") is not None:
            return self.params.flag("text")
        pane = self.context.parent
        return pane is not None and pane.params.flag("text")

    def _language(self) -> str:
        pane = self.context.parent
        if language := self.params.text("lang"):
            return language
        if pane is not None and pane.params.flag("langEqualsHeader"):
            return self.label()
        return self._of_pane("lang")

    def _of_pane(self, key: str) -> str:
        return self.context.parent.params.text(key) if self.context.parent is not None else ""


SHORTCODES: tuple[type[Shortcode], ...] = (
    Tab,
    TabPane,
)
