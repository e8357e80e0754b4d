"""The nodes of our own: a video or another frame, which no builder but HTML can show.

The node holds the link that stands for it, a reference in the usual way. HTML writes the frame;
every other builder goes through to the link. Nothing is loaded before the reader scrolls to it,
and nothing plays by itself.
"""

from __future__ import annotations

from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any

from docutils import nodes

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.config import Config
    from sphinx.writers.html5 import HTML5Translator
    from sphinx.writers.text import TextTranslator


class hugo_frame(nodes.General, nodes.Element):  # noqa: N801
    """A page of another site inside this one.

    Attributes: ``uri``, the address of what is framed; ``title``; ``kind``, the last part of the
    class ``hugo-KIND``; ``height``, a CSS length or empty; ``allow``, the permissions policy.
    The child is a paragraph with the link for other builders.
    """


class hugo_video(nodes.General, nodes.Element):  # noqa: N801
    """A video or sound file.

    Attributes: ``tag``, ``video`` or ``audio``; ``title``; ``flags``, names such as ``loop``;
    ``width``, ``height`` and ``poster``, empty if not given. The file is what the reference in
    the child leads to.
    """


PERMISSIONS = "encrypted-media; fullscreen; picture-in-picture; web-share"
"""What the player of a video may use; not ``autoplay``."""


def visit_frame_html(self: HTML5Translator, node: hugo_frame) -> None:
    """Write an ``iframe``, but leave an ePub its link: readers may not load anything."""
    if self.builder.name == "epub":
        return
    attributes = {"src": node["uri"], "title": node["title"], "loading": "lazy"}
    if node.get("allow"):
        attributes["allow"] = node["allow"]
    if node.get("height"):
        attributes["style"] = f"height: {node['height']}"
    attributes["referrerpolicy"] = "strict-origin-when-cross-origin"
    self.body.append(
        f'<div class="hugo-frame hugo-{node["kind"]}"><iframe{_attributes(attributes)}'
        " allowfullscreen></iframe></div>\n"
    )
    raise nodes.SkipNode


def visit_video_html(self: HTML5Translator, node: hugo_video) -> None:
    """Write a ``video`` or ``audio`` element around the link, which old browsers show."""
    source = _target(node)
    if self.builder.name == "epub" or not source:
        node["written"] = False
        return
    node["written"] = True
    attributes = {"src": source, "title": node["title"], "preload": "metadata"}
    for name in ("width", "height", "poster"):
        if node.get(name):
            attributes[name] = node[name]
    flags = "".join(f" {flag}" for flag in ("controls", *node.get("flags", ())))
    self.body.append(f'<{node["tag"]} class="hugo-video"{_attributes(attributes)}{flags}>')


def depart_video_html(self: HTML5Translator, node: hugo_video) -> None:
    """Close the element."""
    if node["written"]:
        self.body.append(f"</{node['tag']}>\n")


def visit_text(self: TextTranslator, node: nodes.Element) -> None:
    """Write title and address: Sphinx' plain text leaves the addresses of links out."""
    self.new_state(0)
    self.add_text(f"{node['title']} <{_target(node)}>")
    self.end_state()
    raise nodes.SkipNode


def pass_through(_self: object, _node: nodes.Element) -> None:
    """Write nothing around the link."""


def setup(app: Sphinx) -> None:
    """Register the nodes for every builder, and the style sheet for what shortcodes show."""
    plain: Any = (pass_through, pass_through)
    others = {"latex": plain, "text": (visit_text, None), "man": plain, "texinfo": plain}
    app.add_node(hugo_frame, html=(visit_frame_html, pass_through), **others)
    app.add_node(hugo_video, html=(visit_video_html, depart_video_html), **others)
    app.connect("config-inited", _add_static_path)
    app.add_css_file("sphinx_hugo.css")


def _add_static_path(_app: Sphinx, config: Config) -> None:
    config.html_static_path.append(str(Path(__file__).parents[1] / "static"))


def _target(node: nodes.Element) -> str:
    for reference in node.findall(nodes.reference):
        return str(reference.get("refuri", ""))
    return ""


def _attributes(values: dict[str, str]) -> str:
    return "".join(f' {name}="{escape(value)}"' for name, value in values.items() if value)
