"""``qr``: what a QR code says."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, ClassVar

from docutils import nodes

from sphinx_hugo.hugo.problems import Kind
from sphinx_hugo.shortcodes.base import InnerUse, Parameter, Shortcode

if TYPE_CHECKING:
    from collections.abc import Sequence

_ADDRESS = re.compile(r"(?:https?://|mailto:|tel:)\S+\Z", re.I)


class Qr(Shortcode):
    """The text of a QR code: a link if it is an address. No picture is made of it."""

    names = ("qr",)
    inner_use = InnerUse.REQUIRED
    parameters: ClassVar[tuple[Parameter, ...]] = (
        Parameter("text", "The text, if there is no inner content."),
        Parameter("level", "Error correction of the code; passed over."),
        Parameter("scale", "Size of the code; passed over."),
        Parameter("targetDir", "Where Hugo puts the picture; passed over."),
        Parameter("alt", "Text for those who cannot see the code; shown with it."),
        Parameter("class", "Classes for the site's own style sheet."),
        Parameter("id", "An id for the code; passed over."),
        Parameter("title", "A tooltip; passed over."),
        Parameter("loading", "When browsers load the picture; passed over."),
    )
    example = '{{< qr text="https://example.org/" />}}'

    def to_nodes(self) -> list[nodes.Node]:
        """Return a link, or the text as a literal."""
        text = self.to_text()
        if not text:
            self.context.report(
                Kind.SHORTCODE_PARAM,
                "the shortcode 'qr' has neither inner content nor the parameter 'text'; "
                f"write {self.example}.",
            )
            return []
        found: Sequence[nodes.Node]
        if _ADDRESS.match(text):
            found = [nodes.reference("", "", nodes.Text(text), refuri=text)]
        else:
            found = [nodes.literal(text, text)]
        if alt := self.params.text("alt"):
            found = [nodes.Text(f"{alt}: "), *found]
        return self.flow(found)

    def to_text(self) -> str:
        """Return the text of the code."""
        return super().to_text().strip() or self.params.text("text").strip()
