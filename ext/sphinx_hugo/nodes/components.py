"""The node shapes of sphinx-design's components; the only module that knows them.

The directives cannot serve here: they parse their own content, drop what they do not expect in it
and take links and images as Sphinx writes them. A shortcode has its parts ready as nodes. The
shapes are those of sphinx-design's own doctrees, which its transforms and style sheet then take up;
in other builders they are plain containers.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeGuard

from docutils import nodes
from sphinx_design.dropdown import dropdown_title
from sphinx_design.tabs import sd_tab_label

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

COLORS = frozenset(
    {
        "primary", "secondary", "success", "info", "warning", "danger",
        "light", "muted", "dark", "white", "black",
    }
)  # fmt: skip
"""The colour names that sphinx-design's style sheet has."""

LABELS = (dropdown_title, sd_tab_label)
"""What its transforms for HTML make of the titles of dropdowns and tabs."""


@dataclass(frozen=True, slots=True)
class Tab:
    """One tab of a tab set."""

    label: Sequence[nodes.Node]
    """Inline nodes."""
    body: Sequence[nodes.Node]
    """Block nodes."""
    selected: bool = False
    sync: str = ""
    """Tabs of one group with this key are switched together; empty: on its own."""


def component(name: str, classes: Iterable[str], *children: nodes.Node) -> nodes.container:
    """Return a container that sphinx-design takes for its component *name*."""
    return nodes.container("", *children, is_div=True, design_component=name, classes=list(classes))


def is_component(node: nodes.Node, name: str) -> bool:
    """Tell whether a node is such a container."""
    return isinstance(node, nodes.container) and node.get("design_component") == name


def dropdown(
    title: Sequence[nodes.Node],
    body: Sequence[nodes.Node],
    *,
    is_open: bool = False,
    group: str = "",
    classes: Iterable[str] = (),
) -> nodes.container:
    """Return a collapsible block; of those with one *group* only one is open at a time."""
    node = component("dropdown", (), nodes.rubric("", "", *title), *body)
    node["opened"] = is_open
    node["type"] = "dropdown"
    node["has_title"] = True
    node["icon"] = None
    node["chevron"] = None
    node["container_classes"] = ["sd-mb-3", *classes]
    node["title_classes"] = []
    node["body_classes"] = []
    if group:
        node["details_name"] = group
    return node


def tab_set(tabs: Iterable[Tab], *, group: str = "tab") -> nodes.container:
    """Return a set of tabs; *group* is the name under which tabs are switched together."""
    whole = component("tab-set", ["sd-tab-set"])
    chosen = False
    keys: set[str] = set()
    for tab in tabs:
        label = nodes.rubric("", "", *tab.label, classes=["sd-tab-label"])
        if tab.sync and tab.sync not in keys:
            keys.add(tab.sync)
            label["sync_id"] = tab.sync
            label["sync_group"] = group
        content = component("tab-content", ["sd-tab-content"], *tab.body)
        item = component("tab-item", ["sd-tab-item"], label, content)
        # sphinx-design warns of a second one.
        item["selected"] = tab.selected and not chosen
        chosen = chosen or tab.selected
        whole += item
    return whole


def is_tab_part(node: nodes.Node) -> TypeGuard[nodes.container]:
    """Tell whether a node is a set of tabs, one tab of it, or what stands in that."""
    return any(is_component(node, name) for name in ("tab-set", "tab-item", "tab-content"))


def lay_open(part: nodes.container) -> None:
    """Make a plain container of a component, so that its parts stand one below the other."""
    del part["design_component"]
    part["classes"] = []


def grid(items: Iterable[nodes.Node], columns: Sequence[int]) -> nodes.container:
    """Return a grid; *columns* are those on very small, small, medium and large screens."""
    sizes = zip(("", "xs-", "sm-", "md-", "lg-"), (columns[0], *columns), strict=True)
    row = component(
        "grid-row",
        ["sd-row", *(f"sd-row-cols-{size}{count}" for size, count in sizes), "sd-g-3"],
    )
    for item in items:
        row += component("grid-item", ["sd-col", "sd-d-flex-row"], item)
    return component(
        "grid-container", ["sd-container-fluid", "sd-sphinx-override", "sd-mb-4", "sd-p-0"], row
    )


def columns_for(count: int) -> tuple[int, int, int, int]:
    """Return the columns per screen size for a grid of *count* columns on a large one."""
    count = min(max(count, 1), 12)
    return (1, min(count, 2), count, count)


def card(
    *,
    title: Sequence[nodes.Node] = (),
    body: Sequence[nodes.Node] = (),
    header: Sequence[nodes.Node] = (),
    footer: Sequence[nodes.Node] = (),
    image: nodes.Element | None = None,
    classes: Iterable[str] = (),
) -> nodes.container:
    """Return a card; title, header and footer are inline nodes.

    A reference in the title with the class ``sd-stretched-link`` makes the whole card one link.
    """
    node = component(
        "card", ["sd-card", "sd-sphinx-override", "sd-w-100", "sd-shadow-sm", *classes]
    )
    if any("sd-stretched-link" in found["classes"] for one in title for found in _elements(one)):
        node["classes"].append("sd-card-hover")
    if image is not None:
        image["classes"].append("sd-card-img-top")
        node += image
    if header:
        node += component("card-header", ["sd-card-header"], _card_text(header))
    content = component("card-body", ["sd-card-body"])
    if title:
        # Strong, so that it is a title in every builder.
        strong = nodes.strong("", "", *title)
        content += nodes.paragraph("", "", strong, classes=["sd-card-title"])
    for child in body:
        if isinstance(child, nodes.paragraph):
            child["classes"].append("sd-card-text")
        content += child
    node += content
    if footer:
        node += component("card-footer", ["sd-card-footer"], _card_text(footer))
    return node


def stretch(link: nodes.Element) -> nodes.Element:
    """Let a link in a card's title cover the card."""
    link["classes"].append("sd-stretched-link")
    return link


def badge(children: Sequence[nodes.Node], color: str = "") -> nodes.inline:
    """Return a small label in running text."""
    color = color if color in COLORS else "secondary"
    classes = ["sd-sphinx-override", "sd-badge", f"sd-bg-{color}", f"sd-bg-text-{color}"]
    return nodes.inline("", "", *children, classes=classes)


def as_button(
    link: nodes.Element, color: str = "primary", *, outline: bool = False
) -> nodes.Element:
    """Let a link look like a button."""
    color = color if color in COLORS else "primary"
    look = f"sd-btn-outline-{color}" if outline else f"sd-btn-{color}"
    link["classes"] += ["sd-sphinx-override", "sd-btn", "sd-text-wrap", look]
    return link


def _card_text(children: Sequence[nodes.Node]) -> nodes.paragraph:
    return nodes.paragraph("", "", *children, classes=["sd-card-text"])


def _elements(node: nodes.Node) -> Iterable[nodes.Element]:
    return node.findall(nodes.Element)
