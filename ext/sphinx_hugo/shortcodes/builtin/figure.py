"""``figure``: a picture with title, caption and credit."""

from __future__ import annotations

from typing import ClassVar

from docutils import nodes

from sphinx_hugo.nodes.words import words_of
from sphinx_hugo.shortcodes.base import Parameter, Shortcode
from sphinx_hugo.shortcodes.families.media import figure, set_size


class Figure(Shortcode):
    """A picture with title, caption and credit."""

    names = ("figure",)
    parameters: ClassVar[tuple[Parameter, ...]] = (
        Parameter(
            "src",
            "The picture: a resource of the page, a file of the site, or a URL.",
            required=True,
        ),
        Parameter("alt", "Text for those who cannot see it; by default the caption."),
        Parameter("title", "Title below the picture."),
        Parameter("caption", "Caption, Markdown."),
        Parameter("attr", "Whose picture it is, Markdown."),
        Parameter("attrlink", "Link for the credit."),
        Parameter("link", "Where a click on the picture leads."),
        Parameter("target", "Window for the link; passed over."),
        Parameter("rel", "Relation of the link; passed over."),
        Parameter("class", "Classes of the figure for the site's own style sheet."),
        Parameter("width", "Width, such as `300px` or `50%`."),
        Parameter("height", "Height, such as `200px`."),
        Parameter("loading", "`lazy` lets browsers wait until the picture is needed."),
    )
    example = '{{< figure src="/images/logo.svg" alt="A mark" caption="The *mark*" width="120" >}}'

    def to_nodes(self) -> list[nodes.Node]:
        """Return a figure, or the picture and its words in running text."""
        params = self.params
        # Hugo shows no picture for a positional argument; what was meant is plain.
        source = params.text("src", 0)
        caption = self._inline("caption")
        alt = params.text("alt") or words_of(caption)
        credit = self._inline("attr")
        if target := params.text("attrlink"):
            credit = [self.context.reference(target, credit or [nodes.Text(target)])]
        if not source:
            return self.flow([*self._inline("title"), *caption, *credit])
        image = self.context.image(source, alt=alt or None)
        set_size(image, params.text("width"), params.text("height"))
        if params.text("loading") == "lazy":
            image["loading"] = "lazy"
        if target := params.text("link"):
            image = self.context.reference(target, [image])
        title = params.text("title")
        return figure(
            image,
            title=[nodes.Text(title)] if title else (),
            caption=caption,
            credit=credit,
            classes=params.text("class").split(),
            inline=self.context.inline,
        )

    def to_text(self) -> str:
        """Return the caption, or what stands for the picture."""
        return self.params.text("caption", "alt", "title")

    def _inline(self, key: str) -> list[nodes.Node]:
        text = self.params.text(key)
        return self.context.render_inline(text) if text else []
