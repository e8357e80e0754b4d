"""A picture with a title: what browsers show at the pointer, and docutils has no place for."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from docutils import nodes

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.writers.html5 import HTML5Translator


class titled_image(nodes.image):  # noqa: N801 - docutils nodes are lower case
    """An image with the attribute ``title``; every builder but HTML shows it as any other."""


def visit_titled_image_html(self: HTML5Translator, node: titled_image) -> None:
    """Write the image as the translator of the theme does, and its title into the tag."""
    before = len(self.body)
    self.visit_image(node)
    title = f'<img title="{escape(node["title"])}" '
    self.body[before:] = [part.replace("<img ", title, 1) for part in self.body[before:]]


def depart_titled_image_html(self: HTML5Translator, node: titled_image) -> None:
    """Write what may have to follow an image."""
    self.depart_image(node)


def setup(app: Sphinx) -> None:
    """Register the node; other writers take it for the image that it is."""
    app.add_node(titled_image, html=(visit_titled_image_html, depart_titled_image_html))
