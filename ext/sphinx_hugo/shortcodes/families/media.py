"""Pictures, videos, and pages of other sites in a frame."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, ClassVar

from docutils import nodes

from sphinx_hugo.nodes.media import PERMISSIONS, hugo_frame, hugo_video
from sphinx_hugo.nodes.words import words_of
from sphinx_hugo.shortcodes.base import Parameter, Shortcode

if TYPE_CHECKING:
    from collections.abc import Sequence

_WEB_ADDRESS = re.compile(r"(?:https?:)?//[^\s/]", re.I)
_LENGTH = re.compile(r"\d+(?:\.\d+)?(?:em|ex|px|in|cm|mm|pt|pc)?\Z")
_WIDTH = re.compile(r"\d+(?:\.\d+)?(?:em|ex|px|in|cm|mm|pt|pc|%)?\Z")


def set_size(image: nodes.Element, width: str, height: str) -> None:
    """Set the size of an image, as far as every builder understands it."""
    if _WIDTH.match(width):
        image["width"] = width
    if _LENGTH.match(height):
        image["height"] = height


def figure(
    image: nodes.Element,
    *,
    title: Sequence[nodes.Node] = (),
    caption: Sequence[nodes.Node] = (),
    credit: Sequence[nodes.Node] = (),
    classes: Sequence[str] = (),
    inline: bool = False,
) -> list[nodes.Node]:
    """Return an image with what belongs below it, as a figure or, inline, as running text."""
    parts: list[Sequence[nodes.Node]] = []
    if title:
        parts.append([nodes.strong("", "", *title)])
    parts += [part for part in (caption, credit) if part]
    legend: list[nodes.Node] = []
    for part in parts:
        if legend:
            legend.append(nodes.Text(" "))
        legend += part
    if isinstance(image, nodes.inline) and image.astext() == words_of(caption):
        # The picture is not there, and the text that stands for it would be said twice.
        return legend if inline else [nodes.paragraph("", "", *legend)]
    if inline:
        return [image, nodes.Text(" "), *legend] if legend else [image]
    node = nodes.figure("", image, classes=list(classes))
    if legend:
        node += nodes.caption("", "", *legend)
    return [node]


class Picture(Shortcode):
    """A picture with the usual parameters."""

    any_parameter = True

    def source(self) -> str:
        """Return where the picture is."""
        return self.params.text("src", "source", "path", "file", "image", "link", "name", 0)

    def to_nodes(self) -> list[nodes.Node]:
        """Return an image, or a figure if there is a caption."""
        params = self.params
        caption = params.text("caption", "title")
        # Hugo themes take the caption for an alternative text that is missing.
        words = self.context.render_inline(caption) if caption else []
        alt = params.text("alt", 1) or words_of(words)
        image = self.context.image(self.source(), alt=alt)
        set_size(image, params.text("width"), params.text("height"))
        if words:
            return figure(image, caption=words, inline=self.context.inline)
        return self.flow([image])


def framed(kind: str, uri: str, link: str, title: str, *, height: str = "") -> list[nodes.Node]:
    """Return a frame, with the link that stands for it in other builders."""
    reference = nodes.reference("", "", nodes.Text(title), refuri=link)
    node = hugo_frame("", uri=uri, title=title, kind=kind, height=css_length(height))
    if kind == "video":
        node["allow"] = PERMISSIONS
    node += nodes.paragraph("", "", reference)
    return [node]


def media_file(
    shortcode: Shortcode, source: str, *, tag: str, title: str, flags: Sequence[str] = ()
) -> nodes.Element:
    """Return a player for a video or sound file, with a link to it."""
    reference = shortcode.context.reference(source, [nodes.Text(title)])
    node = hugo_video("", tag=tag, title=title, flags=list(flags))
    node += nodes.paragraph("", "", reference)
    return node


def css_length(text: str) -> str:
    """Return a length for a style attribute; empty if it is none."""
    text = text.strip().lower()
    if re.fullmatch(r"\d+(?:\.\d+)?", text):
        return f"{text}px"
    return text if re.fullmatch(r"\d+(?:\.\d+)?(?:px|em|rem|vh|vw|%|pt|cm)", text) else ""


class Frame(Shortcode):
    """A page of another site, in a frame; a link where there are no frames."""

    any_parameter = True
    parameters: ClassVar[tuple[Parameter, ...]] = (
        Parameter("src", "The address of the page.", 0, required=True),
        Parameter("title", "Title, for screen readers and for the link."),
        Parameter("height", "Height, such as `400px`."),
    )

    source_keys: ClassVar[tuple[int | str, ...]] = ("src", "url", "link", "file", 0)

    def to_nodes(self) -> list[nodes.Node]:
        """Return the frame for an address of the web, a link for anything else."""
        source = self.params.text(*self.source_keys).strip()
        if not source:
            return self.body()
        title = self.params.text("title", "name", default=source)
        if _WEB_ADDRESS.match(source):
            return framed("page", source, source, title, height=self.params.text("height"))
        return self.flow([self.context.reference(source, [nodes.Text(title)])])


class Recording(Shortcode):
    """A terminal recording, as a link to it: the player needs scripts."""

    any_parameter = True
    parameters: ClassVar[tuple[Parameter, ...]] = (
        Parameter("title", "Words for the link.", default="Terminal recording"),
        *(
            Parameter(name, "For the player; passed over.")
            for name in ("theme", "speed", "autoplay", "loop", "poster", "markers")
        ),
    )

    def to_nodes(self) -> list[nodes.Node]:
        """Return a link."""
        source = self.params.text("file", "cast", "key", "src", "id", 0)
        if not source:
            return self.body()
        words = self.params.text("title", default="Terminal recording")
        return self.flow([self.context.reference(source, [nodes.Text(words)])])
