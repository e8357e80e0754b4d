"""Nodes of the page itself: the rule, and the list of a section's children."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docutils import nodes

if TYPE_CHECKING:
    from sphinx.application import Sphinx


class rule(nodes.General, nodes.Element):  # noqa: N801 - docutils nodes are lower case
    """A thematic break; unlike docutils' transition it may stand anywhere."""


class html_block(nodes.raw):  # noqa: N801
    """Raw HTML that stands between blocks; plain raw nodes may stand in running text.

    It is replaced when a page is written, see :mod:`sphinx_hugo.page.raw_html`.
    """


class unseen_title(nodes.title):  # noqa: N801
    """The title of a page whose front matter has none: for navigation, not for the page's face.

    Hugo shows such a page without a title. Readers of a screen still get a heading to start from.
    """


class section_list(nodes.General, nodes.Element):  # noqa: N801
    """Where a section shows its children; filled in when the page is written."""


def visit_unseen_title_html(translator: Any, node: unseen_title) -> None:
    """Write a heading that only assistive technology presents."""
    translator.body.append(
        translator.starttag(
            node, "p", "", CLASS="hugo-unseen", role="heading", **{"aria-level": "1"}
        )
    )


def depart_unseen_title_html(translator: Any, node: unseen_title) -> None:
    """Close the heading."""
    translator.body.append("</p>\n")


def visit_rule_html(translator: Any, node: rule) -> None:
    """Write ``<hr>``."""
    translator.body.append(translator.emptytag(node, "hr", "\n", CLASS="docutils"))
    raise nodes.SkipNode


def visit_rule_latex(translator: Any, node: rule) -> None:
    """Draw a line across the text."""
    translator.body.append("\n\\par\\noindent\\hrulefill\\par\n")
    raise nodes.SkipNode


def visit_rule_text(translator: Any, node: rule) -> None:
    """Write a row of hyphens."""
    translator.new_state(0)
    translator.add_text("-" * 20)
    translator.end_state()
    raise nodes.SkipNode


def visit_rule_man(translator: Any, node: rule) -> None:
    """Leave some room."""
    translator.body.append(".sp\n")
    raise nodes.SkipNode


def visit_rule_texinfo(translator: Any, node: rule) -> None:
    """Write a centred mark."""
    translator.body.append("\n@center * * *\n")
    raise nodes.SkipNode


def setup(app: Sphinx) -> None:
    """Register the nodes with a visitor for every writer."""
    app.add_node(
        rule,
        html=(visit_rule_html, None),
        latex=(visit_rule_latex, None),
        text=(visit_rule_text, None),
        man=(visit_rule_man, None),
        texinfo=(visit_rule_texinfo, None),
    )
    app.add_node(unseen_title, html=(visit_unseen_title_html, depart_unseen_title_html))
    app.add_node(section_list)
